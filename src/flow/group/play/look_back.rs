//! What a game shows when it is over: what the group did well together and what it can do differently, with sentences, and three
//! questions to talk over. Words are quoted, nobody is named, nobody is ranked.

use crate::base::phrase::{Phrase, PlayPhrase, Term, TermKind};
use crate::debrief::moment::{Improvement, Strength};
use crate::debrief::{FEW_TURNS, Report, present, report};
use crate::session::fold::{Cast, Session};

/// Characters of a quote.
const QUOTE: usize = 80;

/// All of it, a message each.
pub fn phrases(cast: &Cast<'_>, session: &Session) -> Vec<Phrase> {
    let report = report(cast, session);
    let ended = PlayPhrase::Ended {
        name: cast.texts.name.clone(),
        ending: Term::ending(report.outcome),
        meaning: Term::meaning(report.outcome),
        score: report.score,
    };
    if report.turns < FEW_TURNS {
        return vec![ended.into(), PlayPhrase::TooLittle.into()];
    }
    let (strengths, changes) = (strengths(&report), changes(&report));
    let well = match strengths.is_empty() {
        true => PlayPhrase::NothingWell,
        false => PlayPhrase::Well { items: strengths },
    };
    let better = match changes.is_empty() {
        true => PlayPhrase::NothingBetter,
        false => PlayPhrase::Better { items: changes },
    };
    [ended, well, better, PlayPhrase::Questions].map(Phrase::from).to_vec()
}

/// What did him good, a paragraph each.
pub fn strengths(report: &Report) -> Vec<Phrase> {
    report.strengths.iter().map(strength).collect()
}

/// What to change, a paragraph each.
pub fn changes(report: &Report) -> Vec<Phrase> {
    report.improvements.iter().map(change).collect()
}

fn strength(one: &Strength) -> Phrase {
    PlayPhrase::Strength {
        quote: one.quote.shown(QUOTE),
        name: Term::cause(one.cause),
        why: Term::new(TermKind::Why, one.cause.id()),
    }
    .into()
}

fn change(one: &Improvement) -> Phrase {
    let name = present::issue_name(one.issue);
    match (&one.quote, &one.better) {
        (Some(quote), Some(better)) => {
            PlayPhrase::Change { quote: quote.shown(QUOTE), name, better: better.clone() }.into()
        }
        (Some(quote), None) => PlayPhrase::ChangeBare { quote: quote.shown(QUOTE), name }.into(),
        (None, Some(better)) => PlayPhrase::Gap { name, better: better.clone() }.into(),
        (None, None) => PlayPhrase::GapBare { name }.into(),
    }
}
