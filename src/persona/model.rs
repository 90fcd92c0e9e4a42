//! A persona as checked: every name resolved, every number in range, every line parsed.

use std::collections::BTreeMap;

use crate::base::cause::PerCause;
use crate::base::ending::Ending;
use crate::base::hash::ContentHash;
use crate::base::id::{DemandId, FactId, OfferId, PersonaId};
use crate::base::lang::Lang;
use crate::base::level::{Emotion, Level, PerEmotion};
use crate::base::moves::Move;

use super::chart::{Guard, Transition};
use super::lines::{Line, Lines};

/// How hard a persona is (curriculum section 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// A new customer asks about something.
    Basic,
    /// Unhappy with the service.
    Intermediate,
    /// Unreasonable demand and high emotion.
    Advanced,
}

impl Grade {
    /// All grades, easiest first.
    pub const ALL: [Grade; 3] = [Grade::Basic, Grade::Intermediate, Grade::Advanced];

    /// The id in files and locales.
    pub fn id(self) -> &'static str {
        match self {
            Grade::Basic => "basic",
            Grade::Intermediate => "intermediate",
            Grade::Advanced => "advanced",
        }
    }
}

/// What a grade makes of what helps and of what hurts, in percent of the base effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeRules {
    /// What helps.
    pub help: i32,
    /// What hurts.
    pub hurt: i32,
}

impl Default for GradeRules {
    fn default() -> GradeRules {
        GradeRules { help: 100, hurt: 100 }
    }
}

/// A customer.
#[derive(Clone, Debug)]
pub struct Persona {
    /// The name of its file.
    pub id: PersonaId,
    /// Hash over all its files and the shared rules.
    pub hash: ContentHash,
    /// Language of the main file.
    pub home: Lang,
    /// How hard.
    pub grade: Grade,
    /// For grouping.
    pub industry: String,
    /// The leading ladder.
    pub emotion: Emotion,
    /// Shares in percent by type, highest first.
    pub types: Vec<(String, i32)>,
    /// Trainee messages after which he gives up.
    pub patience: u16,
    /// Most that one message may move one emotion, in hundredths.
    pub step: i32,
    /// How much listening he needs before solutions count, in hundredths.
    pub heard_needed: i32,
    /// Trust he needs before he accepts.
    pub accept_trust: Level,
    /// Where he starts.
    pub start: PerEmotion<Level>,
    /// Where he drifts.
    pub temperament: PerEmotion<Level>,
    /// Percent of a base effect by cause, the mixture of his types; before he turns, if he does.
    pub sensitivity: PerCause<i32>,
    /// What his grade makes of everything.
    pub measure: GradeRules,
    /// How he talks and likes to be talked to.
    pub style: Style,
    /// What he may turn into.
    pub turned: Option<Turned>,
    /// How he leaves, by the emotion that drove him out.
    pub endings: BTreeMap<Emotion, Ending>,
    /// The facts of the case.
    pub facts: Vec<Fact>,
    /// What he wants; weights sum to 100.
    pub demands: Vec<Demand>,
    /// What the trainee may or may not offer.
    pub offers: Vec<Offer>,
    /// Transitions of his own.
    pub transitions: Vec<Transition>,
    /// Texts by language.
    pub texts: BTreeMap<Lang, Texts>,
}

/// Communication style (curriculum section 1): three pairs, in each of which he leans one way or neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Direct (`true`) or tactful.
    pub direct: Option<bool>,
    /// Wants every detail (`true`) or the outline.
    pub detailed: Option<bool>,
    /// Speaks of feelings (`true`) or of facts.
    pub feeling: Option<bool>,
}

/// Another mixture of types that a customer turns into, once, for good.
#[derive(Clone, Debug)]
pub struct Turned {
    /// When.
    pub when: Guard,
    /// Shares in percent by type, highest first.
    pub types: Vec<(String, i32)>,
    /// Like [`Persona::sensitivity`].
    pub sensitivity: PerCause<i32>,
}

impl Persona {
    /// Percent of a base effect by cause, before or after he turned.
    pub fn sensitivity(&self, turned: bool) -> &PerCause<i32> {
        self.turned.as_ref().filter(|_| turned).map_or(&self.sensitivity, |t| &t.sensitivity)
    }

    /// His types by share, before or after he turned.
    pub fn types(&self, turned: bool) -> &[(String, i32)] {
        self.turned.as_ref().filter(|_| turned).map_or(&self.types, |t| &t.types)
    }

    /// The texts in a language, or else in the persona's own; `None` only for a persona without any text, which
    /// the checks do not let pass.
    pub fn texts(&self, lang: Lang) -> Option<&Texts> {
        self.texts.get(&lang).or_else(|| self.texts.get(&self.home))
    }
}

/// A fact of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its id.
    pub id: FactId,
    /// Whether the opening tells it.
    pub opening: bool,
    /// Whether it is told only to a fitting question.
    pub hidden: bool,
    /// Trust needed before a hidden one is told.
    pub trust: Level,
}

/// Something he wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Its id.
    pub id: DemandId,
    /// Percent of what resolves the case.
    pub weight: i32,
}

/// Whether the trainee may make an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// She may.
    Free,
    /// Only through a supervisor.
    Ask,
    /// Never.
    Beyond,
}

/// The same as files have it.
pub const AUTHORITIES: [(&str, Authority); 3] =
    [("free", Authority::Free), ("ask", Authority::Ask), ("beyond", Authority::Beyond)];

/// What an offer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferKind {
    /// It fixes the problem.
    Solution,
    /// It makes up for the trouble.
    Remedy,
    /// It replaces what is not possible.
    Alternative,
}

/// The same as files have it.
pub const KINDS: [(&str, OfferKind); 3] = [
    ("solution", OfferKind::Solution),
    ("remedy", OfferKind::Remedy),
    ("alternative", OfferKind::Alternative),
];

/// Something the trainee may offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// Who may make it.
    pub authority: Authority,
    /// What it is.
    pub kind: OfferKind,
    /// Percent met by place in [`Persona::demands`].
    pub meets: Vec<(usize, i32)>,
    /// More money than this is beyond authority, in cents.
    pub max_money: Option<i64>,
}

/// All texts of a persona in one language.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// Menu title.
    pub title: String,
    /// What he goes by.
    pub name: String,
    /// One line for the menu.
    pub summary: String,
    /// `$issue`.
    pub issue: String,
    /// Words that tie a sentence to this situation.
    pub words: Vec<String>,
    /// First bubbles, one list a variant.
    pub opening: Vec<Vec<String>>,
    /// What the trainee knows.
    pub briefing: Briefing,
    /// Parallel to [`Persona::facts`].
    pub facts: Vec<FactTexts>,
    /// Parallel to [`Persona::demands`].
    pub demands: Vec<DemandTexts>,
    /// Parallel to [`Persona::offers`].
    pub offers: Vec<OfferTexts>,
    /// Small things he may be asked.
    pub details: Vec<DetailTexts>,
    /// Model sentences by move.
    pub better: BTreeMap<Move, String>,
    /// Own lines.
    pub lines: Lines,
}

/// What the trainee knows beforehand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Briefing {
    /// Who she is.
    pub you: String,
    /// What happened.
    pub happened: String,
    /// What may be offered.
    pub may: Vec<String>,
    /// What may not.
    pub may_not: Vec<String>,
}

/// A fact in one language.
#[derive(Clone, Debug, Default)]
pub struct FactTexts {
    /// Noun phrase for the debrief.
    pub about: String,
    /// Cues of a question about it.
    pub ask: Vec<String>,
    /// Whole questions and requests about it.
    pub examples: Vec<String>,
    /// What he calls it when he asks whether it is meant; empty where he never does.
    pub called: String,
    /// Answers.
    pub tell: Vec<Line>,
    /// Answers when hot.
    pub tell_high: Vec<Line>,
    /// A question that finds it.
    pub question: String,
}

/// A demand in one language.
#[derive(Clone, Debug, Default)]
pub struct DemandTexts {
    /// `$demand`.
    pub name: String,
    /// Cues of a statement that touches it.
    pub cues: Vec<String>,
    /// How he brings it up again.
    pub push: Vec<Line>,
    /// The same when hot.
    pub push_high: Vec<Line>,
}

/// An offer in one language.
#[derive(Clone, Debug, Default)]
pub struct OfferTexts {
    /// Noun phrase.
    pub name: String,
    /// Cues of a statement that makes it.
    pub cues: Vec<String>,
    /// His reaction when it is welcome.
    pub taken: Vec<Line>,
    /// His reaction when he has not been heard.
    pub taken_early: Vec<Line>,
    /// His reaction when it is reported as done.
    pub done: Vec<Line>,
    /// What goes before [`Offer::max_money`] in this language, in cents: its customers pay in another currency.
    pub max_money: Option<i64>,
    /// How an expert would word it.
    pub example: String,
}

/// Something small about him or his case that a trainee may ask, in one language. It helps nobody find the cause: no
/// credit is given for it, and the debrief does not speak of it.
#[derive(Clone, Debug, Default)]
pub struct DetailTexts {
    /// Cues of a question about it.
    pub ask: Vec<String>,
    /// Whole questions and requests about it.
    pub examples: Vec<String>,
    /// What he calls it when he asks whether it is meant; empty where he never does.
    pub called: String,
    /// Place of the offer after which it is so; from then on it goes before anything else the question may be about.
    pub after: Option<usize>,
    /// Answers.
    pub tell: Vec<Line>,
}
