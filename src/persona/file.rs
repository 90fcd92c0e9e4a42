//! Persona files as written: every key a trainer may use, unresolved.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

/// `personas/<id>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonaFile {
    /// Same as the file's name.
    pub id: Spanned<String>,
    /// Language of the texts in this file.
    pub lang: Spanned<String>,
    /// `basic`, `intermediate` or `advanced`.
    pub grade: Spanned<String>,
    /// Free word, for grouping.
    pub industry: String,
    /// The leading ladder.
    pub emotion: Spanned<String>,
    /// Shares in percent by customer type.
    pub types: BTreeMap<Spanned<String>, i32>,
    /// Trainee messages after which he gives up.
    #[serde(default = "default_patience")]
    pub patience: Spanned<u16>,
    /// Most points that one message may move one emotion.
    #[serde(default = "default_step")]
    pub step: Spanned<i32>,
    /// How much listening he needs before solutions count, 0 to 100.
    #[serde(default = "default_heard")]
    pub heard_needed: i32,
    /// Trust he needs before he accepts, 0 to 100.
    #[serde(default = "default_trust")]
    pub accept_trust: i32,
    /// Where he starts.
    pub levels: LevelsFile,
    /// Where he drifts; the type mixture's where missing.
    pub temperament: Option<LevelsFile>,
    /// How he talks: at most one of `direct` and `tactful`, of `detail` and `overview`, of `feeling` and `fact`.
    #[serde(default)]
    pub style: Vec<Spanned<String>>,
    /// `new`, `returning` or `loyal`.
    pub stage: Option<Spanned<String>>,
    /// What he turns into.
    pub turn: Option<TurnFile>,
    /// How he leaves, by the emotion that drove him out.
    #[serde(default)]
    pub endings: BTreeMap<Spanned<String>, Spanned<String>>,
    /// The facts of the case.
    #[serde(default)]
    pub fact: Vec<FactFile>,
    /// What he wants.
    #[serde(default)]
    pub demand: Vec<DemandFile>,
    /// What the trainee is likely to offer.
    #[serde(default)]
    pub offer: Vec<OfferFile>,
    /// Transitions of his own, tried before the default chart's.
    #[serde(default)]
    pub transition: Vec<super::chart::TransitionFile>,
    /// Texts in `lang`.
    pub text: TextFile,
}

fn default_patience() -> Spanned<u16> {
    Spanned::new(0..0, 14)
}

fn default_step() -> Spanned<i32> {
    Spanned::new(0..0, 14)
}

fn default_heard() -> i32 {
    30
}

fn default_trust() -> i32 {
    40
}

/// Most facts, demands, offers, details or keys of lines of one customer: six times the most that anybody wrote. Each is
/// compared with every other, here and when he is played.
pub const MOST_ENTRIES: usize = 1_000;

impl TextFile {
    /// How many entries the longest of its lists has.
    pub fn longest(&self) -> usize {
        let lists =
            [self.fact.len(), self.demand.len(), self.offer.len(), self.detail.len(), self.lines.len()];
        lists.into_iter().max().unwrap_or(0)
    }
}

impl PersonaFile {
    /// How many entries the longest of its lists has, those of its texts counted in.
    pub fn longest(&self) -> usize {
        let lists = [self.fact.len(), self.demand.len(), self.offer.len(), self.transition.len()];
        lists.into_iter().max().unwrap_or(0).max(self.text.longest())
    }
}

/// `personas/<id>.<lang>.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TranslationFile {
    /// Language of the texts.
    pub lang: Spanned<String>,
    /// The texts.
    pub text: TextFile,
}

/// Another mixture of types, from when on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnFile {
    /// What must hold.
    pub when: super::chart::Guard,
    /// Shares in percent by customer type.
    pub types: BTreeMap<Spanned<String>, i32>,
}

/// One number per emotion, 0 to 100.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelsFile {
    /// Anger.
    pub anger: i32,
    /// Anxiety.
    pub anxiety: i32,
    /// Disappointment.
    pub disappointment: i32,
    /// Trust.
    pub trust: i32,
}

/// A fact of the case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactFile {
    /// Its id.
    pub id: Spanned<String>,
    /// Whether the opening tells it already.
    #[serde(default)]
    pub opening: bool,
    /// Whether it is told only to a fitting question.
    #[serde(default)]
    pub hidden: bool,
    /// Trust needed before a hidden fact is told.
    #[serde(default)]
    pub trust: i32,
}

/// Something the customer wants.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandFile {
    /// Its id.
    pub id: Spanned<String>,
    /// Percent of what resolves the case.
    pub weight: i32,
}

/// Something a trainee may offer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferFile {
    /// Its id.
    pub id: Spanned<String>,
    /// `free`, `ask` or `beyond`.
    pub authority: Spanned<String>,
    /// Percent of each demand it meets.
    #[serde(default)]
    pub meets: BTreeMap<Spanned<String>, i32>,
    /// `solution`, `remedy` or `alternative`.
    pub kind: Spanned<String>,
    /// For remedies in money: more than this is beyond authority.
    pub max_money: Option<i64>,
}

/// All texts of a persona in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextFile {
    /// Menu title.
    pub title: String,
    /// What he goes by.
    pub name: String,
    /// One line for the menu.
    pub summary: String,
    /// Short noun phrase of the case.
    pub issue: String,
    /// Words that tie a sentence to this situation.
    #[serde(default)]
    pub words: Vec<String>,
    /// First bubbles, in variants.
    pub opening: Vec<Spanned<String>>,
    /// What the trainee knows and may do.
    pub briefing: BriefingFile,
    /// By fact.
    #[serde(default)]
    pub fact: BTreeMap<Spanned<String>, FactText>,
    /// By demand.
    #[serde(default)]
    pub demand: BTreeMap<Spanned<String>, DemandText>,
    /// By offer.
    #[serde(default)]
    pub offer: BTreeMap<Spanned<String>, OfferText>,
    /// Small things he may be asked.
    #[serde(default)]
    pub detail: Vec<DetailText>,
    /// Model sentences by move.
    #[serde(default)]
    pub better: BTreeMap<Spanned<String>, String>,
    /// Own lines by key.
    #[serde(default)]
    pub lines: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

/// The trainee's briefing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BriefingFile {
    /// Who the trainee is.
    pub you: String,
    /// What happened.
    pub happened: String,
    /// What may be offered.
    #[serde(default)]
    pub may: Vec<String>,
    /// What may not.
    #[serde(default)]
    pub may_not: Vec<String>,
}

/// A fact in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactText {
    /// Noun phrase for the debrief.
    pub about: String,
    /// Cues of a question about it; `*` is a gap.
    pub ask: Vec<String>,
    /// Whole questions and requests about it, as trainees type them.
    #[serde(default)]
    pub examples: Vec<String>,
    /// What he calls it when he asks whether it is meant; empty where he never does.
    #[serde(default)]
    pub called: String,
    /// His answers.
    pub tell: Vec<Spanned<String>>,
    /// His answers when hot.
    #[serde(default)]
    pub tell_high: Vec<Spanned<String>>,
    /// A question that finds it.
    #[serde(default)]
    pub question: String,
}

/// A demand in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandText {
    /// Noun phrase.
    pub name: String,
    /// Cues of a statement that touches it.
    #[serde(default)]
    pub cues: Vec<String>,
    /// How he brings it up again.
    #[serde(default)]
    pub push: Vec<Spanned<String>>,
    /// The same when hot.
    #[serde(default)]
    pub push_high: Vec<Spanned<String>>,
}

/// An offer in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferText {
    /// Noun phrase.
    pub name: String,
    /// Cues of a statement that makes it.
    pub cues: Vec<String>,
    /// His reaction when it is welcome.
    #[serde(default)]
    pub taken: Vec<Spanned<String>>,
    /// His reaction when he has not been heard yet.
    #[serde(default)]
    pub taken_early: Vec<Spanned<String>>,
    /// His reaction when it is reported as done.
    #[serde(default)]
    pub done: Vec<Spanned<String>>,
    /// Most money within authority where this language is spoken, in whole units of its currency, if it is not what the
    /// main file says.
    #[serde(default)]
    pub max_money: Option<i64>,
    /// How an expert would word it.
    #[serde(default)]
    pub example: String,
}

/// Something small about him or his case that a trainee may ask, in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DetailText {
    /// Cues of a question about it; `*` is a gap.
    pub ask: Vec<String>,
    /// Whole questions and requests about it, as trainees type them.
    #[serde(default)]
    pub examples: Vec<String>,
    /// What he calls it when he asks whether it is meant; empty where he never does.
    #[serde(default)]
    pub called: String,
    /// The id of the offer after which it is so.
    #[serde(default)]
    pub after: Option<Spanned<String>>,
    /// His answers.
    pub tell: Vec<Spanned<String>>,
}
