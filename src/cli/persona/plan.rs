//! A test plan: what a trainee writes to one customer, and what must come of it. `personas/tests/<id>.<name>.toml`.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::base::ending::Ending;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::moves::Move;
use crate::library::Loaded;
use crate::persona::chart::unknown;
use crate::persona::finding::{Finding, Source, read_toml};
use crate::persona::model::Persona;
use crate::persona::rules::Phase;
use crate::persona::schema::names;

/// A plan as written.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// In which language he speaks.
    #[schemars(with = "names::Tongue")]
    pub lang: Spanned<String>,
    /// Seeds of his dice: the plan must hold with each.
    #[serde(default = "first_seed")]
    pub seeds: Vec<u64>,
    /// What is written, in order.
    pub turn: Vec<TurnPlan>,
    /// What must hold when all is said.
    #[serde(default)]
    pub end: Expect,
}

fn first_seed() -> Vec<u64> {
    vec![1]
}

/// One message of a plan.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TurnPlan {
    /// What the trainee writes.
    #[schemars(with = "String")]
    pub said: Spanned<String>,
    /// What must hold after it.
    #[serde(default)]
    pub expect: Expect,
}

/// Ids, each with its place.
pub type Ids = Spanned<Vec<Spanned<String>>>;
/// Texts to be looked for.
pub type Texts = Spanned<Vec<String>>;
/// From, to; both included.
pub type Bounds = Spanned<[i64; 2]>;

/// What must hold; whatever is not written may be anything.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// He is in one of these states.
    #[schemars(with = "Option<Vec<names::StateName>>")]
    pub state: Option<Ids>,
    /// The conversation is in one of these stretches.
    #[schemars(with = "Option<Vec<names::PhaseName>>")]
    pub phase: Option<Ids>,
    /// How heated he is: from, to; 0 to 3.
    #[schemars(with = "Option<[names::Heat; 2]>")]
    pub heat: Option<Bounds>,
    /// Anger: from, to; 0 to 100.
    #[schemars(with = "Option<[names::Percent; 2]>")]
    pub anger: Option<Bounds>,
    /// Anxiety: from, to; 0 to 100.
    #[schemars(with = "Option<[names::Percent; 2]>")]
    pub anxiety: Option<Bounds>,
    /// Disappointment: from, to; 0 to 100.
    #[schemars(with = "Option<[names::Percent; 2]>")]
    pub disappointment: Option<Bounds>,
    /// Trust: from, to; 0 to 100.
    #[schemars(with = "Option<[names::Percent; 2]>")]
    pub trust: Option<Bounds>,
    /// Percent of his demands met: from, to.
    #[schemars(with = "Option<[names::Percent; 2]>")]
    pub solved: Option<Bounds>,
    /// Whether he has accepted by now.
    #[schemars(with = "Option<bool>")]
    pub accepted: Option<Spanned<bool>>,
    /// How it has ended, one of these.
    #[schemars(with = "Option<Vec<names::EndingName>>")]
    pub ending: Option<Ids>,
    /// All of these moves are understood in the message; at the end, in any message.
    #[schemars(with = "Option<Vec<names::MoveName>>")]
    pub moves: Option<Ids>,
    /// None of these is.
    #[schemars(with = "Option<Vec<names::MoveName>>")]
    pub no_moves: Option<Ids>,
    /// All of these facts are told in the answer; at the end, in any.
    #[schemars(with = "Option<Vec<names::Word>>")]
    pub facts: Option<Ids>,
    /// His answer has one of these; at the end, his last one.
    #[schemars(with = "Option<Vec<String>>")]
    pub says: Option<Texts>,
    /// It has none of these.
    #[schemars(with = "Option<Vec<String>>")]
    pub never_says: Option<Texts>,
    /// The score of the debrief: from, to; 0 to 100; only at the end.
    #[schemars(with = "Option<[names::Percent; 2]>")]
    pub score: Option<Bounds>,
}

/// A plan that is ready to be played.
pub struct Ready<'a> {
    /// The file.
    pub source: Source<'a>,
    /// The file's name without its ending.
    pub name: &'a str,
    /// With whom.
    pub persona: PersonaId,
    /// His language.
    pub lang: Lang,
    /// The rest.
    pub plan: Plan,
}

/// Reads a plan and checks every name in it.
///
/// # Errors
/// Everything that is wrong with it.
pub fn ready<'a>(
    source: Source<'a>,
    name: &'a str,
    persona: &Persona,
    loaded: &Loaded,
) -> Result<Ready<'a>, Vec<Finding>> {
    let plan: Plan = read_toml(source)?;
    let mut findings = Vec::new();
    let spoken: Vec<Lang> =
        persona.texts.keys().copied().filter(|lang| loaded.content.tongues.contains_key(lang)).collect();
    let lang = Lang::parse(plan.lang.get_ref()).filter(|lang| spoken.contains(lang));
    if lang.is_none() {
        let tags = spoken.iter().map(Lang::tag);
        findings.push(unknown(source, "locale.unknown-fallback", "language", &plan.lang, tags));
    }
    if plan.turn.is_empty() {
        findings.push(source.error("file.missing-key", 0..0).text("key", "turn"));
    }
    if plan.seeds.is_empty() {
        findings.push(source.error("file.missing-key", source.find("seeds")).text("key", "seeds"));
    }
    let facts: Vec<&str> = persona.facts.iter().map(|fact| fact.id.as_str()).collect();
    let states = loaded.content.rules.state_names();
    let names = Names { source, facts, states };
    plan.turn.iter().for_each(|turn| names.check(&turn.expect, &mut findings));
    names.check(&plan.end, &mut findings);
    let misplaced = plan.turn.iter().filter_map(|turn| turn.expect.score.as_ref());
    findings.extend(misplaced.map(|score| {
        source.error("file.unknown-key", score.span()).text("key", "score").names("valid", ["[end]"])
    }));
    match lang {
        Some(lang) if findings.is_empty() => {
            Ok(Ready { source, name, persona: persona.id.clone(), lang, plan })
        }
        _ => Err(findings),
    }
}

/// The names that a plan may use.
struct Names<'a> {
    source: Source<'a>,
    facts: Vec<&'a str>,
    states: Vec<&'a str>,
}

impl Names<'_> {
    fn check(&self, expect: &Expect, findings: &mut Vec<Finding>) {
        let moves = || Move::ALL.into_iter().map(Move::id).collect::<Vec<_>>();
        let endings = || Ending::ALL.into_iter().map(Ending::id).collect::<Vec<_>>();
        let phases = || Phase::ALL.into_iter().map(Phase::id).collect::<Vec<_>>();
        let mut look = |ids: &Option<Ids>, code, kind, valid: &dyn Fn() -> Vec<&'static str>| {
            let wrong =
                ids.iter().flat_map(Spanned::get_ref).filter(|id| !valid().contains(&id.get_ref().as_str()));
            findings.extend(wrong.map(|id| unknown(self.source, code, kind, id, valid())));
        };
        look(&expect.moves, "text.unknown-move", "move", &moves);
        look(&expect.no_moves, "text.unknown-move", "move", &moves);
        look(&expect.ending, "chart.unknown-ending", "ending", &endings);
        look(&expect.phase, "rules.unknown-phase", "phase", &phases);
        for (ids, code, kind, valid) in [
            (&expect.state, "chart.unknown-state", "state", &self.states),
            (&expect.facts, "text.unknown-id", "fact", &self.facts),
        ] {
            let wrong =
                ids.iter().flat_map(Spanned::get_ref).filter(|id| !valid.contains(&id.get_ref().as_str()));
            findings.extend(wrong.map(|id| unknown(self.source, code, kind, id, valid.iter().copied())));
        }
    }
}
