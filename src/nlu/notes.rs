//! What a message is apart from its moves: foreign, senseless, or the same again.

use whatlang::Lang as Language;

use crate::base::hash::fnv1a;
use crate::base::lang::Lang;
use crate::base::span::Span;

use super::clause::Clause;
use super::context::Scene;
use super::lexicon::Found;
use super::normalise::{Normal, is_han};
use super::slots::{SlotKind, SlotValue};

/// Shortest clause, in characters, whose repetition is noticed; shorter ones repeat by nature.
const PRINT_MIN: usize = 6;

/// Hashes of a message's longer clauses, letters and digits only.
pub fn prints(normal: &Normal, clauses: &[Clause]) -> Vec<u64> {
    let mut prints: Vec<u64> = clauses
        .iter()
        .filter_map(|clause| {
            let letters: String =
                clause.span.of(normal.text()).chars().filter(|c| c.is_alphanumeric()).collect();
            let units = letters.chars().map(|c| if is_han(c) { 3 } else { 1 }).sum::<usize>();
            (units >= PRINT_MIN * 3).then(|| fnv1a(letters.bytes()))
        })
        .collect();
    prints.sort_unstable();
    prints.dedup();
    prints
}

/// Whether a text is mostly in a script the reader's language is not written in. A few foreign words are not.
pub fn is_foreign(reader: Lang, normal: &Normal, found: &Found) -> bool {
    let (mut han, mut latin, mut other) = (0usize, 0usize, 0usize);
    for c in normal.text().chars().filter(|c| c.is_alphabetic()) {
        match c {
            c if is_han(c) => han += 1,
            c if c.is_ascii() => latin += 1,
            _ => other += 1,
        }
    }
    // Of a language that is neither, only this much is known: it is not written in Chinese characters.
    let (native, strange) = match reader {
        reader if reader.is_chinese() => (han * 4, latin + other * 2),
        Lang::EN => (latin, han * 4 + other * 2),
        _ => (latin + other, han * 4),
    };
    // "ok" to a Chinese customer is no foreign language.
    strange > native && strange >= 12
        || reader == Lang::EN
            && (latin >= 12 && is_other_latin(normal.text(), found) || normal.text().contains('¿'))
}

/// Whether a text in Latin letters is clearly written in another language than English. Short or mixed ones are taken
/// for English: people type it in many ways.
fn is_other_latin(text: &str, found: &Found) -> bool {
    let words = text.split_whitespace().count();
    if words < 4 || found.classes.len() * 3 > words {
        return false;
    }
    let other = |info: whatlang::Info| info.lang() != Language::Eng && info.confidence() >= SURE;
    whatlang::Detector::with_allowlist(LATIN.to_vec()).detect(text).is_some_and(other)
}

/// Languages in Latin letters that a message to an English-speaking customer may be written in instead.
const LATIN: [Language; 12] = [
    Language::Eng,
    Language::Spa,
    Language::Fra,
    Language::Deu,
    Language::Ita,
    Language::Por,
    Language::Nld,
    Language::Ind,
    Language::Vie,
    Language::Tgl,
    Language::Pol,
    Language::Tur,
];
/// How sure the detector must be, from 0 to 1.
const SURE: f64 = 0.16;

/// Letters without sense: a run of Latin letters hardly any of which is a vowel, or the same few signs over and over.
pub fn is_gibberish(normal: &Normal, found: &Found) -> bool {
    let known = !found.classes.is_empty() || !found.cues.is_empty() || !found.slots.is_empty();
    let letters: Vec<char> = normal.text().chars().filter(|c| c.is_alphanumeric()).collect();
    if known || letters.len() < 4 {
        return false;
    }
    let mut distinct = letters.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let repeated = letters.len() >= 8 && distinct.len() * 4 <= letters.len();
    repeated || longest_consonants(normal.text()) >= 5
}

fn longest_consonants(text: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    for c in text.chars() {
        let consonant = c.is_ascii_alphabetic() && !"aeiouy".contains(c);
        run = if consonant { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

/// Who is said to do something: a person with a name, or else a role.
pub fn who(original: &str, scene: &Scene<'_>) -> Option<String> {
    let role =
        scene.class_spans("role").max_by_key(|span| (span.end - span.start, std::cmp::Reverse(span.start)));
    let named = scene.found.slots.iter().filter(|slot| slot.kind == SlotKind::Name).find(|slot| {
        // A name with a role is somebody who acts; one with Mr or Ms alone is the customer.
        role.is_some_and(|role| role.overlaps(slot.span))
    });
    let acts = role.filter(|role| acts(scene, *role));
    let span = named.map(|slot| slot.span).or(acts)?;
    Some(scene.normal.original_span(span).of(original).trim().to_owned())
}

/// What sends a role to act, in Chinese, where the role does not open its clause.
const SENDING: [&str; 12] = ["让", "请", "叫", "派", "由", "安排", "找", "跟", "和", "给", "向", "问"];
/// Bytes of Chinese before a role that still opens its clause.
const LEAD: u32 = 9;

/// Whether a role is said to do something, and not merely spoken of: "the reason why the teacher was changed" sends
/// nobody.
fn acts(scene: &Scene<'_>, role: Span) -> bool {
    let text = scene.normal.text();
    let Some((_, clause)) = scene.clause_at(role.start) else { return true };
    let before = text.get(clause.span.start as usize..role.start as usize).unwrap_or_default();
    let opens = role.start <= clause.span.start + LEAD;
    let sent = SENDING.iter().any(|word| before.contains(word));
    !text.chars().any(is_han) || opens || sent
}

/// What the trainee calls herself: a name right behind words of introduction.
pub fn trainee(original: &str, scene: &Scene<'_>) -> Option<String> {
    let introduced = |span: crate::base::span::Span| {
        scene
            .class_spans("self_intro")
            .any(|intro| intro.overlaps(span) || (intro.end <= span.start && span.start - intro.end <= 2))
    };
    let slot = scene.found.slots.iter().find(|slot| slot.kind == SlotKind::Name && introduced(slot.span))?;
    let span = match &slot.value {
        SlotValue::Name { name } => *name,
        _ => slot.span,
    };
    let name = scene.normal.original_span(span).of(original).trim().to_owned();
    (!name.is_empty() && name.chars().count() <= 20).then_some(name)
}
