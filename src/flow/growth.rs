//! `/progress`: what grew, what is weakest, and the next customer with the reasons for him.

use crate::base::phrase::arg::Listed;
use crate::base::phrase::{ButtonPhrase, Phrase, ProgressPhrase, Term, TermKind};
use crate::persona::model::{Grade, Persona};
use crate::progress::growth::{Change, Group, Growth, Skill, growth};
use crate::progress::picture::{self, Reach, Week};
use crate::progress::spaced::{Reason, suggest};
use crate::progress::zone::{Zone, reckoning};

use super::action::Action;
use super::menu;
use super::say::{Button, Chart, Say};
use super::scene::{Rows, Scene};

/// Days in a row that are worth a word.
const STREAK: usize = 2;
/// Customer types that are listed.
const TYPES: usize = 5;

/// What grew, the two pictures, and the next customer.
pub fn show(scene: &mut Scene<'_>) {
    let zone = reckoning(scene.profile.review.zone.as_ref());
    let growth = growth(scene.journal, &zone, scene.input.at);
    if growth.runs == 0 {
        let rows = menu::to_list(scene);
        return scene.tell_with(ProgressPhrase::Nothing, rows);
    }
    scene.tell(ProgressPhrase::Overview { runs: growth.runs, days: growth.days, lines: lines(&growth) });
    pictures(scene, &zone);
    let plan = Button::phrase(ButtonPhrase::Plan, Action::Plan);
    let journal = Button::phrase(ButtonPhrase::Journal, Action::Journal(0, String::new()));
    next(scene, vec![vec![plan, journal]]);
}

/// The two pictures; where there is too little to draw, when there will be enough.
fn pictures(scene: &mut Scene<'_>, zone: &Zone) {
    match picture::weeks(scene.journal, zone, scene.input.at) {
        Some(weeks) => show_weeks(scene, weeks),
        None => scene.tell(ProgressPhrase::WeeksLater),
    }
    match picture::reaches(scene.journal) {
        Some(reaches) => show_skills(scene, reaches),
        None => {
            let counted = scene.journal.iter().filter(|entry| entry.counts()).count();
            let left = picture::FEWEST_RUNS.saturating_sub(counted);
            scene.tell(ProgressPhrase::WheelLater { left });
        }
    }
}

fn show_weeks(scene: &mut Scene<'_>, weeks: Vec<Week>) {
    let mut scores = weeks.iter().filter_map(|week| week.score);
    let from = scores.next().unwrap_or(0);
    let (to, runs) =
        (scores.next_back().unwrap_or(from), weeks.iter().map(|week| u32::from(week.runs)).sum());
    let caption = ProgressPhrase::Weeks { count: weeks.len(), runs, from, to }.into();
    let instead = weeks.iter().map(|week| week_line(week).into()).collect();
    scene.say(Say::Chart { chart: Chart::Weeks(weeks), caption, instead });
}

fn week_line(week: &Week) -> ProgressPhrase {
    let name = Box::new(ProgressPhrase::WeekName { month: week.month, day: week.day }.into());
    match week.score {
        Some(score) => ProgressPhrase::WeekLine { name, score, runs: week.runs },
        None => ProgressPhrase::WeekLineQuiet { name },
    }
}

fn show_skills(scene: &mut Scene<'_>, reaches: Vec<Reach>) {
    // Of equals the rubric's first.
    let best = reaches.iter().rev().max_by_key(|reach| reach.now);
    let least = reaches.iter().min_by_key(|reach| reach.now);
    let Some((best, least)) = best.zip(least) else { return };
    let caption = ProgressPhrase::Wheel {
        best: rubric(best.id),
        best_percent: best.now,
        least: rubric(least.id),
        least_percent: least.now,
    };
    let line = |reach: &Reach| match (rubric(reach.id), reach.before) {
        (skill, Some(before)) => ProgressPhrase::SkillBefore { skill, percent: reach.now, before },
        (skill, None) => ProgressPhrase::Skill { skill, percent: i32::from(reach.now) },
    };
    let instead = reaches.iter().map(|reach| line(reach).into()).collect();
    scene.say(Say::Chart { chart: Chart::Skills(reaches), caption: caption.into(), instead });
}

fn lines(growth: &Growth) -> Vec<Phrase> {
    let mut all: Vec<ProgressPhrase> = lately(growth);
    all.extend(section(growth.grown.iter().map(rise).collect(), |items| ProgressPhrase::Grown { items }));
    all.extend(weakest(growth));
    let moves = growth.moves.iter().map(|(id, count)| {
        Phrase::from(ProgressPhrase::Move { name: Term::new(TermKind::Move, id.clone()), count: *count })
    });
    let moves: Vec<Phrase> = moves.collect();
    all.extend((!moves.is_empty()).then_some(ProgressPhrase::Moves { moves: Listed(moves) }));
    let methods = growth.methods.iter().map(|(id, done, total)| ProgressPhrase::Method {
        method: Term::new(TermKind::Method, id.clone()),
        done: *done,
        total: *total,
    });
    all.extend(section(methods.collect(), |items| ProgressPhrase::Methods { items }));
    let grades = growth.grades.iter().map(|(grade, group)| self::group(self::grade(*grade), group));
    all.extend(section(grades.collect(), |items| ProgressPhrase::Grades { items }));
    let types = growth.kinds.iter().take(TYPES).map(|(kind, group)| self::group(kind_name(kind), group));
    all.extend(section(types.collect(), |items| ProgressPhrase::Types { items }));
    all.extend((growth.branches > 0).then_some(ProgressPhrase::Branches { count: growth.branches }));
    all.extend(streak(growth));
    all.into_iter().map(Phrase::from).collect()
}

/// The mean score and the offences lately, beside those before.
pub fn lately(growth: &Growth) -> Vec<ProgressPhrase> {
    let Some(now) = growth.lately else { return Vec::new() };
    let (count, score, messages) = (now.runs, now.score, now.messages);
    match growth.before {
        None => vec![
            ProgressPhrase::Lately { count, score },
            ProgressPhrase::Offences { count: now.offences, messages },
        ],
        Some(before) => vec![
            ProgressPhrase::LatelyBefore { count, score, before: before.score },
            ProgressPhrase::OffencesBefore {
                count: now.offences,
                messages,
                before: before.offences,
                messages_before: before.messages,
            },
        ],
    }
}

/// A skill that rose.
pub fn rise(change: &Change) -> ProgressPhrase {
    ProgressPhrase::Rise { skill: rubric(change.id), from: change.from, to: change.to }
}

/// The weakest skills; none where all are good.
pub fn weakest(growth: &Growth) -> Option<ProgressPhrase> {
    let skill = |s: &Skill| ProgressPhrase::Skill { skill: rubric(s.id), percent: s.percent };
    section(growth.weakest.iter().map(skill).collect(), |items| ProgressPhrase::Weakest { items })
}

/// Days in a row. A day that was missed is never mentioned.
pub fn streak(growth: &Growth) -> Option<ProgressPhrase> {
    (growth.streak >= STREAK).then_some(ProgressPhrase::Streak { days: growth.streak })
}

fn section(items: Vec<ProgressPhrase>, whole: fn(Vec<Phrase>) -> ProgressPhrase) -> Option<ProgressPhrase> {
    (!items.is_empty()).then(|| whole(items.into_iter().map(Phrase::from).collect()))
}

fn group(name: Term, group: &Group) -> ProgressPhrase {
    ProgressPhrase::Group { name, runs: group.runs, score: group.score(), well: group.well }
}

fn rubric(id: &str) -> Term {
    Term::new(TermKind::Rubric, id)
}

fn grade(grade: Grade) -> Term {
    Term::new(TermKind::Grade, grade.id())
}

fn kind_name(kind: &str) -> Term {
    Term::new(TermKind::Type, kind)
}

/// The next customer, why, and the way to him above `rows`.
pub fn next(scene: &mut Scene<'_>, mut rows: Rows) {
    let content = scene.content;
    let playable: Vec<&Persona> =
        content.personas.values().map(AsRef::as_ref).filter(|p| scene.texts(&p.id).is_some()).collect();
    let suggestion = suggest(scene.journal, &playable, scene.input.at);
    let found =
        suggestion.and_then(|s| Some((content.personas.get(&s.persona)?, scene.texts(&s.persona)?, s)));
    let Some((persona, texts, suggestion)) = found else { return };
    let phrase = ProgressPhrase::Next {
        title: texts.title.clone(),
        name: texts.name.clone(),
        grade: grade(persona.grade),
        reasons: suggestion.reasons.iter().map(|one| reason(one).into()).collect(),
    };
    // A briefing opens at once only where nothing else is open.
    if !scene.is_busy() {
        rows.insert(0, vec![Button::text(texts.title.clone(), Action::Brief(suggestion.persona))]);
    }
    scene.tell_with(phrase, rows);
}

fn reason(reason: &Reason) -> ProgressPhrase {
    match reason {
        Reason::Weakest(skill) => {
            ProgressPhrase::WhyWeakest { skill: rubric(skill.id), percent: skill.percent }
        }
        Reason::Kind(kind, percent) => ProgressPhrase::WhyType { kind: kind_name(kind), percent: *percent },
        Reason::Asks => ProgressPhrase::WhyAsks,
        Reason::New => ProgressPhrase::WhyNew,
        Reason::Due(days, score) => ProgressPhrase::WhyDue { days: *days, score: *score },
        Reason::Step(one) => ProgressPhrase::WhyStep { grade: grade(*one) },
        Reason::Early(days) => ProgressPhrase::WhyEarly { days: *days },
    }
}
