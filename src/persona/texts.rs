//! A customer's texts as written: `[text]` of his own file, and all of a translation.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::schema::names;

/// A customer's own lines: the key, and what he may say.
pub type LinesFile = BTreeMap<Spanned<String>, Vec<Spanned<String>>>;

/// All texts of a persona in one language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct TextFile {
    /// Menu title.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub title: Option<Spanned<String>>,
    /// What he goes by; a word for "the customer" where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub name: Option<Spanned<String>>,
    /// One line for the menu; the title where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub summary: Option<Spanned<String>>,
    /// Short noun phrase of the case; the title where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub issue: Option<Spanned<String>>,
    /// Words that tie a sentence to this situation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// First bubbles, in variants.
    #[schemars(with = "Vec<String>")]
    pub opening: Vec<Spanned<String>>,
    /// What the trainee knows and may do.
    pub briefing: BriefingFile,
    /// By fact.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, FactText>")]
    pub fact: BTreeMap<Spanned<String>, FactText>,
    /// By demand.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, DemandText>")]
    pub demand: BTreeMap<Spanned<String>, DemandText>,
    /// By offer.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, OfferText>")]
    pub offer: BTreeMap<Spanned<String>, OfferText>,
    /// Small things he may be asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<DetailText>,
    /// Model sentences by move.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "names::Better")]
    pub better: BTreeMap<Spanned<String>, String>,
    /// Own lines by key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub lines: LinesFile,
}

impl TextFile {
    /// How many entries the longest of its lists has.
    pub fn longest(&self) -> usize {
        let lists =
            [self.fact.len(), self.demand.len(), self.offer.len(), self.detail.len(), self.lines.len()];
        lists.into_iter().max().unwrap_or(0)
    }
}

/// The trainee's briefing.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct BriefingFile {
    /// Who the trainee is; any agent of the company where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub you: Option<Spanned<String>>,
    /// What happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub happened: Option<Spanned<String>>,
    /// What may be offered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub may: Vec<String>,
    /// What may not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub may_not: Vec<String>,
}

/// A fact in one language.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
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
    #[schemars(with = "Vec<String>")]
    pub tell: Vec<Spanned<String>>,
    /// His answers when hot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub tell_high: Vec<Spanned<String>>,
    /// A question that finds it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub question: String,
}

/// A demand in one language.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DemandText {
    /// Noun phrase.
    pub name: String,
    /// Cues of a statement that touches it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
    /// How he brings it up again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub push: Vec<Spanned<String>>,
    /// The same when hot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub push_high: Vec<Spanned<String>>,
}

/// An offer in one language.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OfferText {
    /// Noun phrase.
    pub name: String,
    /// Cues of a statement that makes it.
    pub cues: Vec<String>,
    /// His reaction when it is welcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub taken: Vec<Spanned<String>>,
    /// His reaction when he has not been heard yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub taken_early: Vec<Spanned<String>>,
    /// His reaction when it is reported as done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub done: Vec<Spanned<String>>,
    /// Most money within authority where this language is spoken, in whole units of its currency, if it is not what the
    /// main file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 100_000_000))]
    pub max_money: Option<i64>,
    /// How an expert would word it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub example: String,
}

/// Something small about him or his case that a trainee may ask, in one language.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
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
    #[schemars(with = "Option<names::Word>")]
    pub after: Option<Spanned<String>>,
    /// His answers.
    #[schemars(with = "Vec<String>")]
    pub tell: Vec<Spanned<String>>,
}
