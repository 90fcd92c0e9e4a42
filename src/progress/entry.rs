//! One completed reflection, as the journal keeps it: everything a later look needs, without the log or the customer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::cause::Cause;
use crate::base::ending::Ending;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::mode::Mode;
use crate::base::moves::{Move, Sign};
use crate::base::phrase::debrief::Better;
use crate::base::phrase::{Term, TermKind};
use crate::base::time::Moment;
use crate::debrief::moment::{Improvement, Issue, Strength};
use crate::debrief::record::causes;
use crate::debrief::{FEW_TURNS, Report};
use crate::persona::model::Grade;
use crate::session::fold::{Cast, Session};

/// Characters of a quote that are kept.
const QUOTE: usize = 80;

/// A completed reflection. The wire form is versioned by the store, not here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The session's number.
    pub session: u32,
    /// The customer.
    pub persona: PersonaId,
    /// What he went by at the time.
    pub name: String,
    /// Of the case, at the time.
    pub title: String,
    /// The customer type with the largest share, by its id; `None` where he is of none.
    pub kind: Option<String>,
    /// How hard he was.
    pub grade: Grade,
    /// The language spoken.
    pub lang: Lang,
    /// When the reflection was completed.
    pub at: Moment,
    /// How the conversation ended.
    pub ending: Ending,
    /// 0 to 100.
    pub score: u8,
    /// What it was for.
    pub mode: Mode,
    /// The message before which it branched off another session, from 1; `None` for a fresh run.
    pub branch: Option<u16>,
    /// How many messages she wrote.
    pub turns: u16,
    /// Hints shown.
    pub hints: u16,
    /// Her answers to the three questions; `None` where skipped.
    pub answers: [Option<String>; 3],
    /// What the debrief named as good, best first.
    pub strengths: Vec<Noted>,
    /// What it named to be changed, worst first.
    pub improvements: Vec<Noted>,
    /// In how many messages each move was made, by its id.
    pub moves: BTreeMap<String, u16>,
    /// The methods that the conversation called for.
    pub methods: Vec<Met>,
    /// The rubric's lines.
    pub lines: Vec<Earned>,
}

/// What kind of thing was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotedKind {
    /// A move.
    Move,
    /// Something only the conversation revealed.
    Circumstance,
    /// Something that was never done.
    Gap,
}

/// A strength or an improvement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
    /// What kind of thing.
    pub kind: NotedKind,
    /// Its id.
    pub id: String,
    /// Her words, shortened; empty where it shows in none.
    pub quote: String,
    /// A sentence to put in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<Sentence>,
}

/// A model sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sentence {
    /// The customer's own.
    Own(String),
    /// The language's general one for a move.
    General(Move),
}

/// A method and how many of its steps were taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// Its id.
    pub id: String,
    /// Steps taken.
    pub done: u16,
    /// Steps there are.
    pub total: u16,
}

/// A line of the rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earned {
    /// Its id.
    pub id: String,
    /// Points earned.
    pub earned: i32,
    /// Points it can bring.
    pub possible: i32,
}

impl Entry {
    /// The entry for a session whose reflection is complete.
    pub fn of(cast: &Cast<'_>, session: &Session, report: &Report, number: u32, at: Moment) -> Entry {
        let mut moves: BTreeMap<String, u16> = BTreeMap::new();
        for cause in session.turns.iter().flat_map(|turn| causes(turn).into_keys()) {
            if let Cause::Move(mv) = cause {
                let count = moves.entry(mv.id().to_owned()).or_default();
                *count = count.saturating_add(1);
            }
        }
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let called = report.methods.iter().filter(|method| method.applied);
        let met = |m: &crate::debrief::method::Checklist| Met {
            id: m.method.to_owned(),
            done: small(m.done()),
            total: small(m.steps.len()),
        };
        let line = |line: &crate::debrief::score::Line| Earned {
            id: line.item.id.to_owned(),
            earned: line.earned,
            possible: line.item.points,
        };
        Entry {
            session: number,
            persona: session.start.persona.clone(),
            name: cast.texts.name.clone(),
            title: cast.texts.title.clone(),
            kind: cast.persona.types.first().map(|(kind, _)| kind.clone()),
            grade: cast.persona.grade,
            lang: session.start.lang,
            at,
            ending: report.outcome,
            score: report.score,
            mode: report.mode,
            branch: report.rewound,
            turns: small(report.turns),
            hints: report.hints,
            answers: session.answers.clone().map(Option::flatten),
            strengths: report.strengths.iter().map(strength).collect(),
            improvements: report.improvements.iter().map(improvement).collect(),
            moves,
            methods: called.map(met).collect(),
            lines: report.rubric.lines.iter().map(line).collect(),
        }
    }

    /// Whether it counts in outcomes and skills: a fresh run, long enough to be judged.
    pub fn counts(&self) -> bool {
        self.branch.is_none() && usize::from(self.turns) >= FEW_TURNS
    }

    /// How often moves were made that usually hurt.
    pub fn offences(&self) -> u32 {
        let hurts = |id: &str| Move::parse(id).is_some_and(|mv| mv.sign() == Sign::Hurts);
        self.moves.iter().filter(|(id, _)| hurts(id)).map(|(_, count)| u32::from(*count)).sum()
    }

    /// Whether a word stands in it, whatever its case: in what the customer is called, in her answers, in the quotes.
    pub fn mentions(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let answers = self.answers.iter().flatten().map(String::as_str);
        let noted = self.strengths.iter().chain(&self.improvements).map(|noted| noted.quote.as_str());
        let names = [self.name.as_str(), self.title.as_str(), self.persona.as_str()];
        names.into_iter().chain(answers).chain(noted).any(|text| text.to_lowercase().contains(&word))
    }
}

impl Noted {
    /// What it is called.
    pub fn term(&self) -> Term {
        let kind = match self.kind {
            NotedKind::Move => TermKind::Move,
            NotedKind::Circumstance => TermKind::Circumstance,
            NotedKind::Gap => TermKind::Gap,
        };
        Term::new(kind, self.id.clone())
    }
}

impl Sentence {
    /// The sentence as a phrase shows it.
    pub fn shown(&self) -> Better {
        match self {
            Sentence::Own(text) => Better::Own(text.clone()),
            Sentence::General(mv) => Better::General(*mv),
        }
    }
}

fn strength(one: &Strength) -> Noted {
    let (kind, id) = named(one.cause);
    Noted { kind, id, quote: one.quote.short(QUOTE), better: None }
}

fn improvement(one: &Improvement) -> Noted {
    let (kind, id) = match one.issue {
        Issue::Done(cause) => named(cause),
        Issue::Missing(gap) => (NotedKind::Gap, gap.id().to_owned()),
    };
    let better = one.better.as_ref().map(|better| match better {
        Better::Own(text) => Sentence::Own(text.clone()),
        Better::General(mv) => Sentence::General(*mv),
    });
    let quote = one.quote.as_ref().map(|quote| quote.short(QUOTE)).unwrap_or_default();
    Noted { kind, id, quote, better }
}

fn named(cause: Cause) -> (NotedKind, String) {
    let kind = match cause {
        Cause::Move(_) => NotedKind::Move,
        Cause::Circumstance(_) => NotedKind::Circumstance,
    };
    (kind, cause.id().to_owned())
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A run with Mr Lin with this score, of four messages.
    pub fn entry(score: u8) -> Entry {
        Entry {
            session: 1,
            persona: PersonaId::parse("wrong_dish").unwrap(),
            name: "林先生".to_owned(),
            title: "送错的菜".to_owned(),
            kind: Some("emotional".to_owned()),
            grade: Grade::Basic,
            lang: Lang::ZH_HANS,
            at: Moment(0),
            ending: Ending::Accepted,
            score,
            mode: Mode::Practice,
            branch: None,
            turns: 4,
            hints: 0,
            answers: [Some("我先道歉了".to_owned()), None, None],
            strengths: Vec::new(),
            improvements: Vec::new(),
            moves: BTreeMap::from([
                ("apologize".to_owned(), 2),
                ("dismiss".to_owned(), 1),
                ("gone".to_owned(), 9),
            ]),
            methods: Vec::new(),
            lines: Vec::new(),
        }
    }

    #[test]
    fn words_are_found_whatever_their_case_and_unknown_moves_offend_nobody() {
        let one = entry(50);
        assert!(one.mentions("道歉") && one.mentions("WRONG_dish") && !one.mentions("退款"));
        assert_eq!(one.offences(), 1);
    }

    #[test]
    fn branches_and_single_messages_do_not_count() {
        assert!(entry(50).counts());
        assert!(!Entry { branch: Some(2), ..entry(50) }.counts());
        assert!(!Entry { turns: 1, ..entry(50) }.counts());
    }
}
