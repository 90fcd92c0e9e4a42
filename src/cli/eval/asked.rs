//! Labelled questions: what each message asks of one customer and offers him, how much of it is found, and what the signs of
//! a topic must count so that most is.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::library::Loaded;
use crate::nlu::normalise::normalise;
use crate::nlu::rank::Signs;
use crate::nlu::rank::weights::{Case, Ranking, fit};
use crate::nlu::reading::{Question, Topic};
use crate::session::fold::Cast;

/// A labelled message.
#[derive(Clone, Debug, Deserialize)]
pub struct Asked {
    /// Who it is said to.
    pub persona: String,
    /// What it is written in.
    pub lang: String,
    /// The message.
    pub text: String,
    /// For each thing asked, every topic that would answer it; none where nobody prepared one.
    pub asks: Vec<Vec<String>>,
    /// Ids of what it offers.
    pub offers: Vec<String>,
}

/// Reads files of labelled questions.
pub fn read(files: &[impl AsRef<Path>]) -> anyhow::Result<Vec<Asked>> {
    let mut all = Vec::new();
    for file in files {
        let name = file.as_ref().display();
        let text =
            std::fs::read_to_string(file.as_ref()).with_context(|| format!("{name} cannot be read"))?;
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            all.push(serde_json::from_str(line).with_context(|| format!("{name}, line {}", at + 1))?);
        }
    }
    if all.is_empty() {
        bail!("no labelled question is there");
    }
    Ok(all)
}

/// What was found of some messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Things asked that somebody prepared an answer for.
    pub asked: usize,
    /// Of them, those for which a topic was found that answers them.
    pub right: usize,
    /// Those of which he asks whether they or something else is meant.
    pub back: usize,
    /// Times he asks that of two things neither of which is.
    pub back_wrong: usize,
    /// Those for which only others were found.
    pub wrong: usize,
    /// Topics found that answer nothing that was asked.
    pub beside: usize,
    /// Offers made, and of them found; and found without being made.
    pub offers: usize,
    pub offers_right: usize,
    pub offers_wrong: usize,
}

/// How much is found, by the language that reads it.
pub fn found(loaded: &Loaded, all: &[Asked]) -> anyhow::Result<BTreeMap<Lang, Found>> {
    let mut counts: BTreeMap<Lang, Found> = BTreeMap::new();
    for one in all {
        let (lang, cast) = cast(loaded, one)?;
        let reading = cast.reader.read(&one.text, Some(cast.ear), "");
        let count = counts.entry(lang).or_default();
        let asks: Vec<Vec<Topic>> = wanted(&cast, one)?;
        let sure = |q: &&Question| q.rivals.is_empty() && !q.topic.is_courtesy() && q.topic != Topic::Unknown;
        let heard: Vec<&Topic> = reading.questions.iter().filter(sure).map(|q| &q.topic).collect();
        let doubted = reading.questions.iter().filter(|q| !q.rivals.is_empty());
        let doubted: Vec<Vec<&Topic>> =
            doubted.map(|q| std::iter::once(&q.topic).chain(&q.rivals).collect()).collect();
        let meant = |pair: &Vec<&Topic>| asks.iter().flatten().any(|topic| pair.contains(&topic));
        count.back_wrong += doubted.iter().filter(|pair| !meant(pair)).count();
        let beside = heard.iter().filter(|topic| !asks.iter().any(|ask| ask.contains(topic))).count();
        count.beside += beside;
        // A nod is no answer.
        for ask in asks.iter().filter(|ask| !ask.iter().all(Topic::is_courtesy)) {
            count.asked += 1;
            match ask.iter().any(|topic| heard.contains(&topic)) {
                true => count.right += 1,
                false if doubted.iter().flatten().any(|topic| ask.contains(topic)) => count.back += 1,
                false if beside > 0 => count.wrong += 1,
                false => {}
            }
        }
        let id = |place: usize| cast.persona.offers.get(place).map(|offer| offer.id.to_string());
        let offers: Vec<String> = reading.offers.iter().filter_map(|offer| id(offer.offer)).collect();
        let made = offers.iter().filter(|offer| one.offers.contains(offer)).count();
        count.offers += one.offers.len();
        count.offers_right += made;
        count.offers_wrong += offers.len() - made;
    }
    Ok(counts)
}

/// Prints what was found.
pub fn report(out: &mut dyn Write, counts: &BTreeMap<Lang, Found>) -> anyhow::Result<()> {
    writeln!(
        out,
        "{:<8}{:>7}{:>8}{:>8}{:>8}{:>8}{:>8}{:>9}{:>8}{:>8}",
        "", "asked", "right", "back", "wrong", "beside", "vainly", "offers", "right", "wrong"
    )?;
    let percent = |part: usize, all: usize| format!("{} %", (part * 200 / all.max(1)).div_ceil(2));
    for (lang, count) in counts {
        writeln!(
            out,
            "{:<8}{:>7}{:>8}{:>8}{:>8}{:>8}{:>8}{:>9}{:>8}{:>8}",
            lang.tag(),
            count.asked,
            percent(count.right, count.asked),
            percent(count.back, count.asked),
            percent(count.wrong, count.asked),
            count.beside,
            count.back_wrong,
            count.offers,
            percent(count.offers_right, count.offers),
            count.offers_wrong
        )?;
    }
    Ok(())
}

/// How far "none of them" is lowered for questions and for offers: chosen on the customers that the weights are fitted to.
/// A question that is put off makes no more sense than one that gets a neighbour's answer; an offer that was not made is
/// worse than one that is not heard.
const LEAN: i64 = 2300;
const BIDDEN: i64 = 1000;

/// What a message counts that is said to the wrong customer, so that nothing in it should be heard.
const STRAY: f64 = 0.25;

/// The weights that fit the messages which `lang` reads: for questions, and for offers.
pub fn fitted(loaded: &Loaded, all: &[Asked], lang: Lang) -> anyhow::Result<Ranking> {
    let (mut questions, mut offers) = (Vec::new(), Vec::new());
    let mut mine: Vec<&Asked> = Vec::new();
    for one in all {
        if cast(loaded, one)?.1.reader.lang() == lang {
            mine.push(one);
        }
    }
    for (at, one) in mine.iter().enumerate() {
        let (_, cast) = cast(loaded, one)?;
        let asks = wanted(&cast, one)?;
        let places: Vec<usize> = asks.iter().flatten().filter_map(|topic| cast.ear.place(topic)).collect();
        let normal = normalise(&one.text);
        questions.push(case(cast.ear.signs(&normal), 1.0, |place| places.contains(&place)));
        let made = |place: usize| {
            cast.persona
                .offers
                .get(place)
                .is_some_and(|offer| one.offers.iter().any(|id| id == offer.id.as_str()))
        };
        offers.push(case(cast.ear.bid_signs(&normal), 1.0, made));
        // Another customer has other things to tell, but is asked the same as any.
        let stranger = mine.get((at * 7 + mine.len() / 2) % mine.len());
        let common = asks.iter().flatten().any(|topic| matches!(topic, Topic::General(_)));
        if let Some(other) = stranger.filter(|other| other.persona != one.persona && !common) {
            let (_, cast) = self::cast(loaded, other)?;
            questions.push(case(cast.ear.signs(&normal), STRAY, |_| false));
        }
    }
    if questions.is_empty() {
        bail!("no labelled question is read as {lang}");
    }
    Ok(Ranking { questions: fit(&questions, LEAN), offers: fit(&offers, BIDDEN) })
}

fn case(stretches: Vec<Vec<Signs>>, counts: f64, right: impl Fn(usize) -> bool) -> Case {
    let topics = stretches.first().map_or(0, Vec::len);
    Case { stretches, right: (0..topics).map(right).collect(), counts }
}

fn cast<'a>(loaded: &'a Loaded, one: &Asked) -> anyhow::Result<(Lang, Cast<'a>)> {
    let id = PersonaId::parse(&one.persona).with_context(|| format!("`{}` is no customer", one.persona))?;
    let lang = Lang::parse(&one.lang).with_context(|| format!("`{}` is no language tag", one.lang))?;
    let cast = loaded.content.cast(&id, lang).with_context(|| format!("`{id}` does not speak {lang}"))?;
    Ok((lang, cast))
}

/// The topics that would answer each thing asked. What he wants is asked of all his demands.
fn wanted(cast: &Cast<'_>, one: &Asked) -> anyhow::Result<Vec<Vec<Topic>>> {
    let topic = |name: &String| {
        let (kind, id) = name.split_once(':').with_context(|| format!("`{name}` names no topic"))?;
        let fact = || cast.persona.facts.iter().position(|fact| fact.id.as_str() == id).map(Topic::Fact);
        let own =
            |asked: &str| cast.texts.details.iter().position(|d| d.ask.first().is_some_and(|a| a == asked));
        let found = match kind {
            "fact" => fact(),
            "detail" => own(id).map(Topic::Detail),
            "demand" => Some(Topic::General("what_want".to_owned())),
            "common" => Some(Topic::General(id.to_owned())),
            _ => None,
        };
        found.with_context(|| format!("{} in {} has no topic `{name}`", one.persona, one.lang))
    };
    one.asks.iter().map(|ask| ask.iter().map(topic).collect()).collect()
}
