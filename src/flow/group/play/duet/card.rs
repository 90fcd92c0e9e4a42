//! The secret card: what whoever plays the customer has to know and nobody else may. It goes out in private only. What the product
//! says on it is in her own language; the case is in the group's. A customer is another person in each language, with other
//! names, places and sums, and the one whom the group sees is the one who is played.

use crate::base::cause::{Cause, Circumstance};
use crate::base::lang::Lang;
use crate::base::level::Emotion;
use crate::base::moves::{Family, Move, Sign};
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{DuetPhrase, Phrase, Term, TermKind};
use crate::flow::practice;
use crate::persona::lines::{Values, Var};
use crate::persona::model::{Fact, FactTexts};
use crate::persona::rules::Effect;
use crate::session::fold::{Cast, Session};

/// How many things are named that calm him, and that set him off.
const NAMED: usize = 4;
/// How many of them weigh with anybody.
const ANYBODYS: usize = 2;
/// What weighs less than the most by more than this factor is not worth naming.
const SLIGHT: i32 = 3;
/// Types with a smaller share than this, in percent, do not show.
const SHARE: i32 = 20;

/// What hurts beside moves, where it is the agent's doing.
const CARELESS: [Circumstance; 6] = [
    Circumstance::TooEarly,
    Circumstance::Canned,
    Circumstance::QuestionIgnored,
    Circumstance::PromiseBroken,
    Circumstance::Overwhelmed,
    Circumstance::Stalling,
];

/// The card, a message each. `lang`: what she has chosen in private.
pub fn phrases(cast: &Cast<'_>, session: &Session, lang: Option<Lang>) -> Vec<Phrase> {
    let mut card = vec![who(cast, session)];
    if lang.is_some_and(|lang| lang != session.start.lang) {
        card.push(DuetPhrase::CardForeign);
    }
    card.extend(told(cast));
    card.push(DuetPhrase::CardPlay { calms: named(cast, true), irks: named(cast, false) });
    card.into_iter().map(Phrase::from).collect()
}

fn who(cast: &Cast<'_>, session: &Session) -> DuetPhrase {
    let (persona, texts) = (cast.persona, cast.texts);
    let shown = persona.types.iter().filter(|(_, share)| *share >= SHARE);
    let types = shown.map(|(kind, _)| name(Term::new(TermKind::Type, kind.clone()))).collect();
    let mut demands: Vec<_> = persona.demands.iter().zip(&texts.demands).collect();
    // Stable, so that equals stay in the trainer's order.
    demands.sort_by_key(|(demand, _)| std::cmp::Reverse(demand.weight));
    let now = practice::levels(session);
    DuetPhrase::Card {
        name: texts.name.clone(),
        title: texts.title.clone(),
        summary: texts.summary.clone(),
        types: Listed(types),
        state: Term::new(TermKind::State, session.customer.state.as_str()),
        levels: Emotion::ALL.map(|emotion| practice::mood_line(emotion, now.get(emotion))).to_vec(),
        opening: session.opening.iter().map(|line| DuetPhrase::Name { name: line.clone() }.into()).collect(),
        demands: demands.into_iter().map(|(_, texts)| texts.name.clone()).collect(),
    }
}

/// A word of the vocabulary as a phrase of its own.
fn name(term: Term) -> Phrase {
    DuetPhrase::Word { term }.into()
}

/// What he tells when asked, and what to a good question only.
fn told(cast: &Cast<'_>) -> Vec<DuetPhrase> {
    let texts = cast.texts;
    let mut values = Values::default();
    values.set(Var::Issue, Some(texts.issue.clone()));
    let facts = || cast.persona.facts.iter().zip(&texts.facts);
    let said = |(_, fact): (&Fact, &FactTexts)| {
        let tell = fact.tell.iter().find_map(|line| line.fill(&values))?;
        Some((fact.about.clone(), tell, fact.question.clone()))
    };
    let plain = facts().filter(|(fact, _)| !fact.hidden).filter_map(said);
    let plain: Vec<Phrase> = plain.map(|(about, tell, _)| DuetPhrase::Fact { about, tell }.into()).collect();
    let hidden = facts().filter(|(fact, _)| fact.hidden).filter_map(said);
    let hidden: Vec<Phrase> = hidden
        .map(|(about, tell, question)| match question.trim().is_empty() {
            true => DuetPhrase::Fact { about, tell }.into(),
            false => DuetPhrase::Secret { about, tell, question }.into(),
        })
        .collect();
    let plain = (!plain.is_empty()).then_some(DuetPhrase::CardFacts { items: plain });
    let hidden = (!hidden.is_empty()).then_some(DuetPhrase::CardSecrets { items: hidden });
    plain.into_iter().chain(hidden).collect()
}

/// What does him most good, or most harm, by the laws that judge the agent's messages too: first what weighs most with anybody,
/// then what weighs more with him than with others.
fn named(cast: &Cast<'_>, good: bool) -> Listed {
    let moves = Move::ALL.iter().copied().filter(|mv| fits(*mv, good)).map(Cause::Move);
    let careless = CARELESS.into_iter().filter(|_| !good).map(Cause::Circumstance);
    let sensitivity = |cause: Cause| cast.persona.sensitivity(false).get(cause);
    let weight = |cause: Cause| {
        let worth = worth(&cast.rules.effects.get(cause)) * sensitivity(cause) / 100;
        if good { worth } else { -worth }
    };
    let mut causes: Vec<(i32, Cause)> = moves.chain(careless).map(|cause| (weight(cause), cause)).collect();
    causes.sort_by_key(|(weight, cause)| (std::cmp::Reverse(*weight), *cause));
    let most = causes.first().map_or(0, |(weight, _)| *weight);
    let mut rest = causes.split_off(causes.len().min(ANYBODYS));
    rest.retain(|(weight, _)| weight.saturating_mul(SLIGHT) >= most);
    rest.sort_by_key(|(weight, cause)| std::cmp::Reverse((sensitivity(*cause), *weight)));
    let chosen = causes.into_iter().chain(rest).take(NAMED);
    Listed(chosen.map(|(_, cause)| name(Term::cause(cause))).collect())
}

/// Open hostility goes without saying: that sets everybody off.
fn fits(mv: Move, good: bool) -> bool {
    match good {
        true => mv.is_model(),
        false => {
            mv.sign() == Sign::Hurts
                && !(mv.family() == Family::Fighting
                    && matches!(mv, Move::Insult | Move::Threaten | Move::Sarcasm))
        }
    }
}

/// How much better something makes a customer before anything scales it, in hundredths.
fn worth(effect: &Effect) -> i32 {
    let levels = effect.levels;
    levels.trust - levels.anger - levels.anxiety - levels.disappointment + effect.heard
}
