//! Persona files as written: every key a trainer may use, unresolved. Almost all may be left out: `complete` fills them in.
//! Texts in the file's own language may stand at the top level and in the entries they belong to (the short form) or under
//! `[text]`, as translations have them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::several::Several;

/// `personas/<id>.toml`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PersonaFile {
    /// Same as the file's name.
    pub id: Spanned<String>,
    /// Language of the texts in this file; by the script of the opening where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Spanned<String>>,
    /// `basic`, `intermediate` or `advanced`.
    pub grade: Spanned<String>,
    /// Free word, for grouping.
    #[serde(default)]
    pub industry: String,
    /// The leading ladder: `anger`, `anxiety` or `disappointment`; by the leading type where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emotion: Option<Spanned<String>>,
    /// Shares in percent by customer type.
    pub types: BTreeMap<Spanned<String>, i32>,
    /// Trainee messages after which he gives up, 6 to 60; by grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patience: Option<Spanned<u16>>,
    /// Most points that one message may move one emotion, 1 to 100; by grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<Spanned<i32>>,
    /// How much listening he needs before solutions count, 0 to 100; by grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heard_needed: Option<i32>,
    /// Trust he needs before he accepts, 0 to 100; by grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accept_trust: Option<i32>,
    /// How he talks: at most one of `direct` and `tactful`, of `detail` and `overview`, of `feeling` and `fact`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub style: Vec<Spanned<String>>,
    /// `new`, `returning` or `loyal`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Spanned<String>>,
    /// Menu title. (Short form, as everything from here to `lines`.)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Spanned<String>>,
    /// What he goes by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Spanned<String>>,
    /// One line for the menu.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Spanned<String>>,
    /// Short noun phrase of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<Spanned<String>>,
    /// Words that tie a sentence to this situation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Spanned<Vec<String>>>,
    /// His first message, one text or several to choose from; a new line in it begins a new bubble.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<Several>,
    /// Who the trainee is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub you: Option<Spanned<String>>,
    /// What happened, as far as the trainee knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub situation: Option<Spanned<String>>,
    /// What the trainee may offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub may: Option<Spanned<Vec<String>>>,
    /// What she may not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub may_not: Option<Spanned<Vec<String>>>,
    /// Where he starts; by types and grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<LevelsFile>,
    /// Where he drifts; the type mixture's where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temperament: Option<LevelsFile>,
    /// What he turns into.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<TurnFile>,
    /// How he leaves, by the emotion that drove him out; by the leading type where missing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub endings: BTreeMap<Spanned<String>, Spanned<String>>,
    /// The facts of the case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fact: Vec<FactFile>,
    /// What he wants; one demand for the whole case where missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demand: Vec<DemandFile>,
    /// What the trainee is likely to offer; without any, help in her own words counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offer: Vec<OfferFile>,
    /// Small things he may be asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<Spanned<Vec<DetailText>>>,
    /// Transitions of his own, tried before the default chart's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transition: Vec<super::chart::TransitionFile>,
    /// Own lines by key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<Spanned<LinesFile>>,
    /// Texts in `lang`, in the form that translations have; what stands here may not stand above, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<TextFile>,
}

/// A customer's own lines: the key, and what he may say.
pub type LinesFile = BTreeMap<Spanned<String>, Vec<Spanned<String>>>;

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
        let own = [
            self.detail.as_ref().map_or(0, |list| list.get_ref().len()),
            self.lines.as_ref().map_or(0, |lines| lines.get_ref().len()),
            self.text.as_ref().map_or(0, TextFile::longest),
        ];
        lists.into_iter().chain(own).max().unwrap_or(0)
    }
}

/// `personas/<id>.<lang>.toml`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TranslationFile {
    /// Language of the texts.
    pub lang: Spanned<String>,
    /// The texts.
    pub text: TextFile,
}

/// Another mixture of types, from when on.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TurnFile {
    /// What must hold.
    pub when: super::chart::Guard,
    /// Shares in percent by customer type.
    pub types: BTreeMap<Spanned<String>, i32>,
}

/// One number per emotion, 0 to 100.
#[derive(Clone, Debug, Deserialize, Serialize)]
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
#[derive(Clone, Debug, Deserialize, Serialize)]
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
    /// Noun phrase for the debrief. (Short form, as everything from here on.)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<Spanned<String>>,
    /// Cues of a question about it; `*` is a gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<Several>,
    /// Whole questions and requests about it, as trainees type them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub examples: Option<Several>,
    /// What he calls it when he asks whether it is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<Spanned<String>>,
    /// His answer, one text or several to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tell: Option<Several>,
    /// His answer when hot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tell_high: Option<Several>,
    /// A question that finds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Spanned<String>>,
}

/// Something the customer wants.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DemandFile {
    /// Its id.
    pub id: Spanned<String>,
    /// Percent of what resolves the case.
    pub weight: i32,
    /// Noun phrase. (Short form, as everything from here on.)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Spanned<String>>,
    /// Cues of a statement that touches it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cues: Option<Several>,
    /// How he brings it up again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub push: Option<Several>,
    /// The same when hot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub push_high: Option<Several>,
}

/// Something a trainee may offer.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OfferFile {
    /// Its id.
    pub id: Spanned<String>,
    /// `free`, `ask` or `beyond`.
    pub authority: Spanned<String>,
    /// Percent of each demand it meets. Where no demand is written, an offer within reach meets the whole case in good part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meets: Option<BTreeMap<Spanned<String>, i32>>,
    /// `solution`, `remedy` or `alternative`.
    pub kind: Spanned<String>,
    /// For remedies in money: more than this is beyond authority.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_money: Option<i64>,
    /// Noun phrase. (Short form, as everything from here on.)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Spanned<String>>,
    /// Cues of a statement that makes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cues: Option<Several>,
    /// His reaction when it is welcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<Several>,
    /// His reaction when he has not been heard yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken_early: Option<Several>,
    /// His reaction when it is reported as done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Several>,
    /// How an expert would word it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Spanned<String>>,
}

/// All texts of a persona in one language.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct TextFile {
    /// Menu title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Spanned<String>>,
    /// What he goes by; a word for "the customer" where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Spanned<String>>,
    /// One line for the menu; the title where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Spanned<String>>,
    /// Short noun phrase of the case; the title where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<Spanned<String>>,
    /// Words that tie a sentence to this situation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// First bubbles, in variants.
    pub opening: Vec<Spanned<String>>,
    /// What the trainee knows and may do.
    pub briefing: BriefingFile,
    /// By fact.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fact: BTreeMap<Spanned<String>, FactText>,
    /// By demand.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub demand: BTreeMap<Spanned<String>, DemandText>,
    /// By offer.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub offer: BTreeMap<Spanned<String>, OfferText>,
    /// Small things he may be asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<DetailText>,
    /// Model sentences by move.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub better: BTreeMap<Spanned<String>, String>,
    /// Own lines by key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub lines: LinesFile,
}

/// The trainee's briefing.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct BriefingFile {
    /// Who the trainee is; any agent of the company where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub you: Option<Spanned<String>>,
    /// What happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub happened: Option<Spanned<String>>,
    /// What may be offered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub may: Vec<String>,
    /// What may not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub may_not: Vec<String>,
}

/// A fact in one language.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct FactText {
    /// Noun phrase for the debrief.
    pub about: String,
    /// Cues of a question about it; `*` is a gap.
    pub ask: Vec<String>,
    /// Whole questions and requests about it, as trainees type them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// What he calls it when he asks whether it is meant; empty where he never does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
    /// His answers.
    pub tell: Vec<Spanned<String>>,
    /// His answers when hot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tell_high: Vec<Spanned<String>>,
    /// A question that finds it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
}

/// A demand in one language.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DemandText {
    /// Noun phrase.
    pub name: String,
    /// Cues of a statement that touches it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
    /// How he brings it up again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub push: Vec<Spanned<String>>,
    /// The same when hot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub push_high: Vec<Spanned<String>>,
}

/// An offer in one language.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OfferText {
    /// Noun phrase.
    pub name: String,
    /// Cues of a statement that makes it.
    pub cues: Vec<String>,
    /// His reaction when it is welcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Spanned<String>>,
    /// His reaction when he has not been heard yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_early: Vec<Spanned<String>>,
    /// His reaction when it is reported as done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<Spanned<String>>,
    /// Most money within authority where this language is spoken, in whole units of its currency, if it is not what the
    /// main file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_money: Option<i64>,
    /// How an expert would word it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub example: String,
}

/// Something small about him or his case that a trainee may ask, in one language.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DetailText {
    /// Cues of a question about it; `*` is a gap.
    pub ask: Vec<String>,
    /// Whole questions and requests about it, as trainees type them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<String>,
    /// What he calls it when he asks whether it is meant; empty where he never does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
    /// The id of the offer after which it is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Spanned<String>>,
    /// His answers.
    pub tell: Vec<Spanned<String>>,
}
