//! Persona files as written: every key a trainer may use, unresolved. Almost all may be left out: `complete` fills them in.
//! Texts in the file's own language may stand at the top level and in the entries they belong to (the short form) or under
//! `[text]`, as translations have them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::schema::{self, names};
use super::several::Several;
use super::texts::{DetailText, LinesFile, TextFile};

/// `personas/<id>.toml`.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(extend("if" = schema::short(), "then" = schema::needs(&["title", "opening", "situation"])))]
pub struct PersonaFile {
    /// Same as the file's name: 1 to 40 of a-z, 0-9 and _.
    #[schemars(with = "names::Word")]
    pub id: Spanned<String>,
    /// Language of the texts in this file; by the script of the opening where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Tongue>")]
    pub lang: Option<Spanned<String>>,
    /// `basic`, `intermediate` or `advanced`.
    #[schemars(with = "names::GradeName")]
    pub grade: Spanned<String>,
    /// The trade, a free word: for grouping.
    #[serde(default)]
    pub industry: String,
    /// The leading ladder: `anger`, `anxiety` or `disappointment`; by the leading type where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::LadderEmotion>")]
    pub emotion: Option<Spanned<String>>,
    /// Shares by customer type, 1 to 100 each; 100 in all. The highest leads.
    #[schemars(with = "names::Shares")]
    pub types: BTreeMap<Spanned<String>, i32>,
    /// Trainee messages after which he gives up, 6 to 60; by grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<u16>", range(min = 6, max = 60))]
    pub patience: Option<Spanned<u16>>,
    /// Most points that one message may move one emotion, 1 to 100; by grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<i32>", range(min = 1, max = 100))]
    pub step: Option<Spanned<i32>>,
    /// How much listening he needs before solutions count, 0 to 100; by grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Percent>")]
    pub heard_needed: Option<i32>,
    /// Trust he needs before he accepts, 0 to 100; by grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Percent>")]
    pub accept_trust: Option<i32>,
    /// How he talks: at most one of `direct` and `tactful`, of `detail` and `overview`, of `feeling` and `fact`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<names::Style>")]
    pub style: Vec<Spanned<String>>,
    /// How long the company has known him: `new`, `returning` or `loyal`; returning where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<names::Stage>")]
    pub stage: Option<Spanned<String>>,
    /// Menu title. (Short form, as everything from here to `lines`.)
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub title: Option<Spanned<String>>,
    /// What he goes by.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub name: Option<Spanned<String>>,
    /// One line for the menu.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub summary: Option<Spanned<String>>,
    /// Short noun phrase of the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub issue: Option<Spanned<String>>,
    /// Words that tie a sentence to this situation.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Vec<String>>")]
    pub words: Option<Spanned<Vec<String>>>,
    /// His first message, one text or several to choose from; a new line in it begins a new bubble.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<Several>,
    /// Who the trainee is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub you: Option<Spanned<String>>,
    /// What happened, as far as the trainee knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub situation: Option<Spanned<String>>,
    /// What the trainee may offer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Vec<String>>")]
    pub may: Option<Spanned<Vec<String>>>,
    /// What she may not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<Vec<String>>")]
    pub may_not: Option<Spanned<Vec<String>>>,
    /// Where he starts; by types and grade where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub levels: Option<LevelsFile>,
    /// Where he drifts; the type mixture's where missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temperament: Option<LevelsFile>,
    /// What he turns into, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turn: Option<TurnFile>,
    /// How he leaves, by the emotion that drove him out; by the leading type where missing.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "names::Endings")]
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
    #[schemars(with = "Option<Vec<DetailText>>")]
    pub detail: Option<Spanned<Vec<DetailText>>>,
    /// Transitions of his own, tried before the default chart's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transition: Vec<super::chart::TransitionFile>,
    /// Own lines by key.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<BTreeMap<String, Vec<String>>>")]
    pub lines: Option<Spanned<LinesFile>>,
    /// Texts in `lang`, in the form that translations have; what stands here may not stand above, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<TextFile>,
}

/// Most facts, demands, offers, details or keys of lines of one customer: six times the most that anybody wrote. Each is
/// compared with every other, here and when he is played.
pub const MOST_ENTRIES: usize = 1_000;

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
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TranslationFile {
    /// Language of the texts.
    #[schemars(with = "names::Tongue")]
    pub lang: Spanned<String>,
    /// The texts.
    pub text: TextFile,
}

/// Another mixture of types, from when on.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TurnFile {
    /// What must hold for him to turn.
    pub when: super::chart::Guard,
    /// Shares in percent by customer type.
    #[schemars(with = "names::Shares")]
    pub types: BTreeMap<Spanned<String>, i32>,
}

/// One number per emotion, 0 to 100.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LevelsFile {
    /// Anger, 0 to 100.
    #[schemars(with = "names::Percent")]
    pub anger: i32,
    /// Anxiety, 0 to 100.
    #[schemars(with = "names::Percent")]
    pub anxiety: i32,
    /// Disappointment, 0 to 100.
    #[schemars(with = "names::Percent")]
    pub disappointment: i32,
    /// Trust, 0 to 100.
    #[schemars(with = "names::Percent")]
    pub trust: i32,
}

/// A fact of the case.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(extend("dependencies" = schema::each_needs(&["about", "ask", "examples", "called", "tell", "tell_high", "question"], &["about", "ask", "tell"])))]
pub struct FactFile {
    /// Its id.
    #[schemars(with = "names::Word")]
    pub id: Spanned<String>,
    /// Whether the opening tells it already.
    #[serde(default)]
    pub opening: bool,
    /// Whether it is told only to a fitting question.
    #[serde(default)]
    pub hidden: bool,
    /// Trust needed before a hidden fact is told, 0 to 100.
    #[serde(default)]
    #[schemars(with = "names::Percent")]
    pub trust: i32,
    /// Noun phrase for the debrief. (Short form, as everything from here on.)
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub about: Option<Spanned<String>>,
    /// Cues of a question about it; `*` is a gap.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<Several>,
    /// Whole questions and requests about it, as trainees type them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub examples: Option<Several>,
    /// What he calls it when he asks whether it is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub called: Option<Spanned<String>>,
    /// His answer, one text or several to choose from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tell: Option<Several>,
    /// His answer when hot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tell_high: Option<Several>,
    /// A question that finds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub question: Option<Spanned<String>>,
}

/// Something the customer wants.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(extend("dependencies" = schema::each_needs(&["name", "cues", "push", "push_high"], &["name"])))]
pub struct DemandFile {
    /// Its id.
    #[schemars(with = "names::Word")]
    pub id: Spanned<String>,
    /// Percent of what resolves the case, 1 to 100; 100 over all demands.
    #[schemars(with = "names::Share")]
    pub weight: i32,
    /// Noun phrase. (Short form, as everything from here on.)
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
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
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(extend("dependencies" = schema::each_needs(&["name", "cues", "taken", "taken_early", "done", "example"], &["name", "cues"])))]
pub struct OfferFile {
    /// Its id.
    #[schemars(with = "names::Word")]
    pub id: Spanned<String>,
    /// Whether the trainee may offer it: `free` (yes), `ask` (somebody else decides) or `beyond` (no).
    #[schemars(with = "names::Authority")]
    pub authority: Spanned<String>,
    /// Percent of each demand it meets, 0 to 100. Where no demand is written, an offer within reach meets the whole case in good part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<BTreeMap<String, names::Percent>>")]
    pub meets: Option<BTreeMap<Spanned<String>, i32>>,
    /// What it is: `solution` (mends it), `remedy` (makes up for it) or `alternative` (something else instead).
    #[schemars(with = "names::Kind")]
    pub kind: Spanned<String>,
    /// For remedies in money: more than this, in whole units of the currency, is beyond authority.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 100_000_000))]
    pub max_money: Option<i64>,
    /// Noun phrase. (Short form, as everything from here on.)
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
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
    #[schemars(with = "Option<String>")]
    pub example: Option<Spanned<String>>,
}
