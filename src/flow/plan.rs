//! `/plan`: what worked in her own answers, what she set herself, and what she could set; all by button.

use crate::base::phrase::{ButtonPhrase, Phrase, ProgressPhrase};
use crate::debrief::reflect::is_blank;
use crate::progress::entry::{Entry, NotedKind};
use crate::progress::plan::{Candidate, Goal, MOST_OPEN, Plan};

use super::action::Action;
use super::menu;
use super::say::Button;
use super::scene::{Rows, Scene};

/// Her latest answers to question 1 that are shown.
const BEST: usize = 3;
/// Things ticked off that are shown.
const DONE: usize = 3;
/// Things that could be set.
const CANDIDATES: usize = 6;
/// Letters of those.
const LETTERS: [&str; CANDIDATES] = ["A", "B", "C", "D", "E", "F"];

/// `/plan`, or `/plan words` to put words of her own into it.
pub fn command(scene: &mut Scene<'_>, payload: &str) {
    match Goal::own(payload) {
        Some(goal) => add(scene, goal),
        None => show(scene),
    }
}

/// The whole page.
pub fn show(scene: &mut Scene<'_>) {
    let candidates = scene.profile.plan.candidates(scene.journal, CANDIDATES);
    let best = best(scene.journal);
    if scene.profile.plan.items.is_empty() && candidates.is_empty() && best.is_empty() {
        let rows = menu::to_list(scene);
        return scene.tell_with(ProgressPhrase::Nothing, rows);
    }
    let mut parts: Vec<ProgressPhrase> = Vec::new();
    parts.extend((!best.is_empty()).then_some(ProgressPhrase::PlanBest { items: best }));
    parts.push(mine(&scene.profile.plan, DONE));
    let letters = || candidates.iter().zip(LETTERS);
    let items: Vec<Phrase> = letters().map(|(one, letter)| candidate(scene.journal, one, letter)).collect();
    parts.extend((!items.is_empty()).then_some(ProgressPhrase::PlanCandidates { items }));
    let tick = |number: u32| Button::phrase(ButtonPhrase::Tick { number }, Action::Tick(number));
    let ticks: Vec<Button> = scene.profile.plan.open().map(|item| tick(item.number)).collect();
    let mut rows: Rows = if ticks.is_empty() { Vec::new() } else { vec![ticks] };
    if !scene.profile.plan.is_full() {
        let adds: Vec<Button> = letters().map(|(one, letter)| add_button(one, letter)).collect();
        rows.extend(adds.chunks(3).map(<[Button]>::to_vec));
    }
    let parts = parts.into_iter().map(Phrase::from).collect();
    scene.tell_with(ProgressPhrase::Plan { parts }, rows);
}

/// What is in a plan: everything open, and at most `most` of what was ticked off, latest first.
pub fn mine(plan: &Plan, most: usize) -> ProgressPhrase {
    let open =
        plan.open().map(|item| ProgressPhrase::PlanOpen { number: item.number, goal: boxed(&item.goal) });
    let done = plan.items.iter().rev().filter(|item| item.done.is_some()).take(most);
    let done = done.map(|item| ProgressPhrase::PlanDone { goal: boxed(&item.goal) });
    let items: Vec<Phrase> = open.chain(done).map(Phrase::from).collect();
    if items.is_empty() { ProgressPhrase::PlanMineNothing } else { ProgressPhrase::PlanMine { items } }
}

/// Her latest answers to question 1, newest first.
fn best(journal: &[Entry]) -> Vec<Phrase> {
    let numbered = journal.iter().zip(1..journal.len() + 1).rev();
    let answered = numbered.filter_map(|(entry, number)| Some((entry.answers.first()?.as_deref()?, number)));
    let real = answered.filter(|(answer, _)| !is_blank(answer)).take(BEST);
    let shown = real.filter_map(|(answer, number)| match Goal::own(answer)? {
        Goal::Own(words) => Some(ProgressPhrase::PlanAnswer { number, words }.into()),
        Goal::Noted(_) => None,
    });
    shown.collect()
}

fn candidate(journal: &[Entry], one: &Candidate, letter: &str) -> Phrase {
    let letter = letter.to_owned();
    let phrase = match one {
        Candidate::Answer { session, words } => {
            let number = journal.iter().position(|entry| entry.session == *session).map_or(0, |at| at + 1);
            ProgressPhrase::PlanCandidateAnswer { letter, number, words: words.clone() }
        }
        Candidate::Noted { noted, count } => {
            ProgressPhrase::PlanCandidateNoted { letter, name: noted.term(), count: *count }
        }
    };
    phrase.into()
}

fn add_button(one: &Candidate, letter: &str) -> Button {
    let action = match one {
        Candidate::Answer { session, .. } => Action::PlanAnswer(*session),
        Candidate::Noted { noted, .. } => Action::PlanNoted(noted.kind, noted.id.clone()),
    };
    Button::phrase(ButtonPhrase::Add { letter: letter.to_owned() }, action)
}

/// A goal in words.
pub fn goal(goal: &Goal) -> Phrase {
    match goal {
        Goal::Own(words) => ProgressPhrase::GoalOwn { words: words.clone() }.into(),
        Goal::Noted(noted) => ProgressPhrase::GoalAvoid { name: noted.term() }.into(),
    }
}

fn boxed(one: &Goal) -> Box<Phrase> {
    Box::new(goal(one))
}

/// Puts her answer to question 2 of a session into the plan.
pub fn add_answer(scene: &mut Scene<'_>, session: u32) {
    let entry = scene.journal.iter().find(|entry| entry.session == session);
    let answer = entry.and_then(|entry| entry.answers.get(1)?.as_deref());
    match answer.and_then(Goal::own) {
        Some(goal) => add(scene, goal),
        None => scene.tell(ProgressPhrase::PlanGone),
    }
}

/// Puts something into the plan that debriefs named, with the latest words it showed in.
pub fn add_noted(scene: &mut Scene<'_>, kind: NotedKind, id: &str) {
    let mut all = scene.journal.iter().rev().flat_map(|entry| &entry.improvements);
    let noted = all.find(|noted| noted.kind == kind && noted.id == id);
    match noted.cloned() {
        Some(noted) => add(scene, Goal::Noted(noted)),
        None => scene.tell(ProgressPhrase::PlanGone),
    }
}

fn add(scene: &mut Scene<'_>, goal: Goal) {
    match scene.profile.plan.add(goal, scene.input.at) {
        Some(_) => scene.tell(ProgressPhrase::PlanAdded),
        None => scene.tell(ProgressPhrase::PlanFull { most: MOST_OPEN }),
    }
    show(scene);
}

/// Ticks something off.
pub fn tick(scene: &mut Scene<'_>, number: u32) {
    let at = scene.input.at;
    match scene.profile.plan.tick(number, at).map(|item| boxed(&item.goal)) {
        Some(goal) => scene.tell(ProgressPhrase::PlanTicked { goal }),
        None => scene.tell(ProgressPhrase::PlanGone),
    }
    show(scene);
}
