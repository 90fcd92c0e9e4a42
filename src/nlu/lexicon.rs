//! Word classes and cues of a language, found in one pass over a text.

use crate::base::moves::Move;
use crate::base::span::Span;

use super::corpus::{Classes, Corpus};
use super::matcher::{Matcher, MatcherBuilder};
use super::normalise::Normal;
use super::slots::{Slot, slots};

/// Groups below this are word classes; then cues, then exclusions.
const CUES: u32 = 10_000;
const UNLESS: u32 = 20_000;
/// Feature classes from here on are slot kinds.
const SLOT_CLASSES: u16 = 5_000;

/// A language's words.
#[derive(Clone)]
pub struct Lexicon {
    /// In order, as the table of classes is.
    names: Vec<String>,
    matcher: Matcher,
}

/// What was found in a text, as spans of the normalised text.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Word classes by their place in the lexicon, in order of their starts, like the two lists below.
    pub classes: Vec<(u16, Span)>,
    /// Cues.
    pub cues: Vec<(Move, Span)>,
    /// Phrases that rule a move out.
    pub unless: Vec<(Move, Span)>,
    /// Slots.
    pub slots: Vec<Slot>,
    /// Classes and slot kinds as features see them, in order of their starts, then of their numbers.
    pub order: Vec<(u16, Span)>,
}

impl Lexicon {
    /// Compiles classes and cues. `None` only where they exceed what an automaton can address.
    pub fn build(classes: &Classes, corpus: &Corpus) -> Option<Lexicon> {
        let mut builder = MatcherBuilder::default();
        for (place, words) in classes.values().enumerate() {
            words.iter().for_each(|word| builder.add(place as u32, word));
        }
        for (base, phrases) in [(CUES, &corpus.cues), (UNLESS, &corpus.unless)] {
            for (mv, cues) in phrases {
                cues.iter().for_each(|cue| builder.add(base + mv.index() as u32, cue));
            }
        }
        Some(Lexicon { names: classes.keys().cloned().collect(), matcher: builder.build()? })
    }

    /// Everything known in a text.
    pub fn find(&self, normal: &Normal) -> Found {
        let mut found = Found { slots: slots(normal), ..Found::default() };
        let mv = |group: u32| Move::ALL.get(group as usize).copied();
        for hit in self.matcher.find(normal.text()) {
            match hit.group {
                class if class < CUES => found.classes.push((class as u16, hit.span)),
                cue if cue < UNLESS => found.cues.extend(mv(cue - CUES).map(|m| (m, hit.span))),
                unless => found.unless.extend(mv(unless - UNLESS).map(|m| (m, hit.span))),
            }
        }
        found.classes.sort_unstable_by_key(|(class, span)| (*span, *class));
        found.order.clone_from(&found.classes);
        found.order.extend(found.slots.iter().map(|slot| (SLOT_CLASSES + slot.kind as u16, slot.span)));
        found.order.sort_by_key(|(class, span)| (span.start, *class));
        found.cues.sort_unstable_by_key(|(mv, span)| (*span, *mv));
        found.unless.sort_unstable_by_key(|(mv, span)| (*span, *mv));
        found
    }

    /// The place of a class by name; `None` where the language has no such class.
    pub fn class(&self, name: &str) -> Option<u16> {
        self.names.binary_search_by(|n| n.as_str().cmp(name)).ok().map(|place| place as u16)
    }
}

impl Found {
    /// Whether a class occurs inside a stretch.
    pub fn has_class(&self, class: Option<u16>, stretch: Span) -> bool {
        class.is_some_and(|wanted| inside(&self.classes, stretch).any(|(c, _)| *c == wanted))
    }
}

/// Those of a list in order of starts that lie inside a stretch.
pub fn inside<T>(list: &[(T, Span)], stretch: Span) -> impl Iterator<Item = &(T, Span)> {
    let from = list.partition_point(|(_, span)| span.start < stretch.start);
    let starts = list.get(from..).unwrap_or_default().iter();
    starts.take_while(move |(_, s)| s.start < stretch.end).filter(move |(_, s)| s.end <= stretch.end)
}
