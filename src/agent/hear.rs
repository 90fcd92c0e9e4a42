//! What a customer's message tells the agent. By lists of signs and by likeness to what the persona's facts tell; the
//! reader is of no use here, for it learnt what agents write.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::gentle::Gentle;
use crate::base::level::Emotion;
use crate::nlu::asking::is_asked;
use crate::nlu::clause::{Clause, clauses};
use crate::nlu::matcher::MatcherBuilder;
use crate::nlu::normalise::{Normal, normalise};
use crate::persona::lines::Line;

use super::Desk;
use super::wording::Sign;

/// Marks of exclamation, and words in capitals, from which a message shouts.
const LOUD: usize = 3;
/// Words that a message must share with what a fact tells.
const SHARED: usize = 2;
/// Facts in which a word may stand and still tell one from another.
const RARE: usize = 2;
/// Letters from which a Latin word counts.
const LETTERS: usize = 4;
/// What a clause that is close to her heart weighs, in facts.
const PERSONAL: usize = 4;
/// Fewest characters that are worth quoting.
const QUOTABLE: usize = 4;

/// What was heard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Signs in it.
    pub signs: BTreeSet<Sign>,
    /// Whether it shouts.
    pub shouts: bool,
    /// Whether it insults.
    pub insults: bool,
    /// Whether anything in it asks.
    pub asks: bool,
    /// The feeling it shows, if any.
    pub feeling: Option<Emotion>,
    /// Facts it tells, by place.
    pub facts: BTreeSet<usize>,
    /// Offers it wants or asks for, by place, and how clearly: more is clearer.
    pub wanted: BTreeMap<usize, usize>,
    /// The message itself.
    pub said: String,
    /// A few of its own words that carry the matter; none where it has none, or none that can be said back.
    pub quote: Option<String>,
}

impl Heard {
    /// Whether a sign is in it.
    pub fn has(&self, sign: Sign) -> bool {
        self.signs.contains(&sign)
    }

    /// Whether it says that it will do.
    pub fn agrees(&self) -> bool {
        (self.has(Sign::Yes) || self.has(Sign::Thanks) || self.has(Sign::Solved)) && !self.has(Sign::No)
    }
}

/// Hears a message.
pub fn hear(desk: &Desk<'_>, said: &str) -> Heard {
    let normal = normalise(said);
    let text = normal.text();
    let clauses = clauses(&normal);
    let found = desk.wording.signs(text);
    let opens = |at: usize| clauses.iter().any(|clause| clause.span.start as usize == at);
    let mut signs: BTreeSet<Sign> =
        found.iter().filter(|(sign, at)| *sign != Sign::Yes || opens(*at)).map(|(sign, _)| *sign).collect();
    let asks = clauses.iter().any(|clause| is_asked(clause, text));
    // What is asked is not agreed to, and nothing is solved that will not do.
    if signs.contains(&Sign::No) || asks {
        signs.retain(|sign| !matches!(sign, Sign::Yes | Sign::Solved));
    }
    let insults = desk.harsh.is_some_and(|harsh| harsh.offends(said, Gentle::NoInsults));
    let loud = said.chars().filter(|c| matches!(c, '!' | '！')).count() + normal.emphasis() as usize;
    let wishes = asks || signs.contains(&Sign::Wants);
    Heard {
        shouts: loud >= LOUD,
        insults,
        asks,
        feeling: feeling(&signs),
        facts: facts(desk, text),
        wanted: if wishes { wanted(desk, text) } else { BTreeMap::new() },
        said: said.to_owned(),
        quote: quote(desk, &normal, said, &clauses, &found),
        signs,
    }
}

fn feeling(signs: &BTreeSet<Sign>) -> Option<Emotion> {
    let shown = [
        (Sign::Angry, Emotion::Anger),
        (Sign::Worried, Emotion::Anxiety),
        (Sign::LetDown, Emotion::Disappointment),
    ];
    shown.into_iter().find(|(sign, _)| signs.contains(sign)).map(|(_, emotion)| emotion)
}

/// The facts a message tells: those whose answers share rare words with it.
pub fn facts(desk: &Desk<'_>, text: &str) -> BTreeSet<usize> {
    let told = desk.texts.facts.iter().map(|fact| {
        let lines = fact.tell.iter().chain(&fact.tell_high).map(Line::text);
        words_of(lines.chain([fact.about.clone()]))
    });
    alike(text, &told.collect::<Vec<_>>()).into_keys().collect()
}

/// The words that texts are known by.
pub(super) fn words_of(texts: impl Iterator<Item = String>) -> BTreeSet<String> {
    texts.flat_map(|text| words(normalise(&text).text())).collect()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Pairs of Han characters, Latin words of some length, numbers.
fn words(text: &str) -> BTreeSet<String> {
    let chars: Vec<char> = text.chars().collect();
    let pairs = chars.windows(2).filter(|pair| pair.iter().all(|c| is_han(*c)));
    let pairs = pairs.map(|pair| pair.iter().collect::<String>());
    let latin = text.split(|c: char| !c.is_ascii_alphanumeric());
    let latin = latin
        .filter(|word| word.len() >= LETTERS || word.len() > 1 && word.bytes().all(|b| b.is_ascii_digit()));
    pairs.chain(latin.map(str::to_lowercase)).collect()
}

/// Offers a message wants: by their cues, and by rare words of what they are called.
pub(super) fn wanted(desk: &Desk<'_>, text: &str) -> BTreeMap<usize, usize> {
    let mut builder = MatcherBuilder::for_topics();
    for (place, offer) in (0..).zip(&desk.texts.offers) {
        offer.cues.iter().for_each(|cue| builder.add(place, cue));
    }
    let hits = builder.build().map(|matcher| matcher.find(text)).unwrap_or_default();
    let called: Vec<_> = desk.texts.offers.iter().map(|offer| words(normalise(&offer.name).text())).collect();
    let mut found: BTreeMap<usize, usize> = alike(text, &called);
    for place in hits.into_iter().filter_map(|hit| usize::try_from(hit.group).ok()) {
        *found.entry(place).or_default() += 1;
    }
    found
}

/// With which of some sets of words a text shares rare ones, and how many.
pub(super) fn alike(text: &str, sets: &[BTreeSet<String>]) -> BTreeMap<usize, usize> {
    let mut spread: BTreeMap<&str, usize> = BTreeMap::new();
    sets.iter().flatten().for_each(|word| *spread.entry(word).or_default() += 1);
    let said = words(text);
    let rare = |word: &&String| spread.get(word.as_str()).is_some_and(|count| *count <= RARE);
    let shared = |set: &BTreeSet<String>| said.intersection(set).filter(rare).count();
    let shares = sets.iter().map(shared).enumerate();
    shares.filter(|(_, count)| *count >= SHARED).collect()
}

/// The clause that says most about the matter, in the customer's own words. An insult is never said back, and neither
/// is a question.
fn quote(
    desk: &Desk<'_>,
    normal: &Normal,
    said: &str,
    clauses: &[Clause],
    signs: &[(Sign, usize)],
) -> Option<String> {
    let text = normal.text();
    let case: Vec<String> = desk.texts.words.iter().map(|word| normalise(word).text().to_owned()).collect();
    let weigh = |clause: &Clause| {
        let part = clause.span.of(text);
        let named = case.iter().filter(|word| part.contains(word.as_str())).count();
        let hidden = |place: &usize| desk.persona.facts.get(*place).is_some_and(|fact| fact.hidden);
        // What nobody tells at once weighs more, what is close to her heart most.
        let told: usize = facts(desk, part).iter().map(|place| if hidden(place) { 2 } else { 1 }).sum();
        let within = |at: &usize| (clause.span.start as usize..clause.span.end as usize).contains(at);
        let personal = signs.iter().any(|(sign, at)| *sign == Sign::Personal && within(at));
        (told + named + if personal { PERSONAL } else { 0 }, part.chars().count())
    };
    let own = |clause: &Clause| normal.original_span(clause.span).of(said).trim();
    let fits = |clause: &&Clause| {
        let length = own(clause).chars().count();
        let harsh = desk.harsh.is_some_and(|harsh| harsh.offends(own(clause), Gentle::NoContempt));
        (QUOTABLE..=desk.wording.quote).contains(&length) && !harsh && !is_asked(clause, text)
    };
    let best = clauses.iter().filter(fits).rev().max_by_key(|clause| weigh(clause))?;
    (weigh(best).0 > 0).then(|| own(best).to_owned())
}
