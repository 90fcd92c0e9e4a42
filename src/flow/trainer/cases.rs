//! A customer on his way: looked over, published, his versions, how conversations with him went.

use crate::base::id::PersonaId;
use crate::base::membership::Audience;
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{ButtonPhrase, Phrase, Term, TermKind, TrainerPhrase};
use crate::flow::action::Action;
use crate::flow::office::{Figures, Group, Inspected, Reach, Shelved, Version};
use crate::flow::say::{Button, FileForm, Say};
use crate::flow::scene::{Rows, Scene};
use crate::progress::zone::{Zone, reckoning};

use super::{Desk, button, home_button, published_as};

/// Versions that are listed and can be gone back to.
const VERSIONS: usize = 8;
/// Things missed that are listed.
const MISSED: usize = 5;

/// A file was looked over: what was found, how he plays, what can be done with him.
pub fn inspected(scene: &mut Scene<'_>, inspected: &Inspected) {
    let (title, files) = (inspected.title.clone(), inspected.files.join("\n"));
    let (errors, warnings) = (inspected.errors, inspected.warnings);
    scene.tell(match (&inspected.draft, warnings) {
        (None, _) => TrainerPhrase::CheckedBroken { title: title.clone(), files, errors, warnings },
        (Some(_), 0) => TrainerPhrase::CheckedClean { title: title.clone(), files },
        (Some(_), _) => TrainerPhrase::Checked { title: title.clone(), files, warnings },
    });
    if !inspected.findings.is_empty() {
        scene.tell(TrainerPhrase::Findings { text: inspected.findings.clone() });
    }
    if let Some(all) = &inspected.all {
        let bytes = all.clone().into_bytes();
        let file = ("check.txt".to_owned(), FileForm::Text, bytes);
        attach(scene, file, TrainerPhrase::AllFindings.into(), Vec::new());
    }
    if inspected.draft.is_none() {
        return;
    }
    if let Some(png) = &inspected.picture {
        let caption = TrainerPhrase::Picture { title: title.clone() }.into();
        attach(scene, ("simulation.png".to_owned(), FileForm::Picture, png.clone()), caption, Vec::new());
    }
    scene.tell(TrainerPhrase::Summary { text: inspected.summary.clone() });
    let mut rows = vec![
        vec![button(ButtonPhrase::TrainerTry, Desk::Try)],
        vec![button(ButtonPhrase::TrainerPublish, Desk::Publish(Audience::Everyone))],
    ];
    rows.extend(inspected.cohorts.iter().map(|group| {
        let label = ButtonPhrase::TrainerPublishCohort { name: group.name.clone() };
        vec![button(label, Desk::Publish(Audience::Cohort(group.number)))]
    }));
    rows.push(vec![button(ButtonPhrase::TrainerDiscard, Desk::Discard)]);
    scene.tell_with(TrainerPhrase::Ready { title }, rows);
}

fn attach(
    scene: &mut Scene<'_>,
    (name, form, bytes): (String, FileForm, Vec<u8>),
    caption: Phrase,
    rows: Rows,
) {
    scene.say(Say::File { name, form, bytes, caption, rows });
}

/// A version is out.
pub fn published(scene: &mut Scene<'_>, shelved: &Shelved) {
    let (title, version) = (shelved.title.clone(), shelved.current.unwrap_or_default());
    let reach = Box::new(reach(&shelved.reach));
    let rows = vec![vec![case_button(&shelved.name), home_button()]];
    scene.tell_with(TrainerPhrase::Published { title, version, reach }, rows);
}

fn case_button(name: &PersonaId) -> Button {
    button(ButtonPhrase::TrainerCase, Desk::Case(name.clone()))
}

/// Whom he is for.
pub fn reach(reach: &Reach) -> Phrase {
    match reach {
        Reach::Everyone => TrainerPhrase::ReachEveryone.into(),
        Reach::Cohort(_, name) => TrainerPhrase::ReachCohort { name: name.clone() }.into(),
    }
}

/// A customer, his versions, and what can be done with him.
pub fn show(scene: &mut Scene<'_>, shelved: &Shelved, groups: &[Group]) {
    let name = &shelved.name;
    let zone = reckoning(scene.profile.review.zone.as_ref());
    let versions = shelved.versions.iter().take(VERSIONS).map(|one| version(one, &zone)).collect();
    let now: Phrase = match shelved.current {
        Some(version) => TrainerPhrase::CaseOn { version, reach: Box::new(reach(&shelved.reach)) }.into(),
        None => TrainerPhrase::CaseOff.into(),
    };
    let whole = published_as(scene, name);
    let mut rows = vec![vec![
        button(ButtonPhrase::TrainerFigures, Desk::Figures(None, whole)),
        button(ButtonPhrase::TrainerFetch, Desk::Fetch(name.clone())),
    ]];
    let others = shelved.versions.iter().take(VERSIONS).filter(|one| Some(one.number) != shelved.current);
    rows.extend(others.map(|one| {
        let label = ButtonPhrase::TrainerBack { version: one.number };
        vec![button(label, Desk::Back(one.number, name.clone()))]
    }));
    if shelved.current.is_some() {
        if shelved.reach != Reach::Everyone {
            let desk = Desk::Reach(Audience::Everyone, name.clone());
            rows.push(vec![button(ButtonPhrase::TrainerReachEveryone, desk)]);
        }
        let is_other =
            |group: &&Group| !matches!(&shelved.reach, Reach::Cohort(cohort, _) if *cohort == group.number);
        rows.extend(groups.iter().filter(is_other).map(|group| {
            let label = ButtonPhrase::TrainerReachCohort { name: group.name.clone() };
            vec![button(label, Desk::Reach(Audience::Cohort(group.number), name.clone()))]
        }));
        rows.push(vec![button(ButtonPhrase::TrainerWithdraw, Desk::Withdraw(name.clone()))]);
    }
    rows.push(vec![home_button()]);
    scene.tell_with(TrainerPhrase::Case { title: shelved.title.clone(), now: Box::new(now), versions }, rows);
}

fn version(version: &Version, zone: &Zone) -> Phrase {
    let (at, by) = (zone.written(version.at), version.by);
    match version.again {
        Some(again) => TrainerPhrase::CaseAgain { version: version.number, at, by, again }.into(),
        None => TrainerPhrase::CaseVersion { version: version.number, at, by }.into(),
    }
}

/// His files.
pub fn file(scene: &mut Scene<'_>, name: &str, bytes: &[u8]) {
    let form = if name.ends_with(".zip") { FileForm::Archive } else { FileForm::Text };
    let caption = TrainerPhrase::File { name: name.to_owned() }.into();
    attach(scene, (name.to_owned(), form, bytes.to_vec()), caption, vec![vec![home_button()]]);
}

/// How conversations with him went.
pub fn figures(scene: &mut Scene<'_>, id: &PersonaId, figures: &Figures) {
    let title = figures.title.clone();
    let whose: Box<Phrase> = Box::new(match figures.cohort.is_empty() {
        true => TrainerPhrase::ReachEveryone.into(),
        false => TrainerPhrase::ReachCohort { name: figures.cohort.clone() }.into(),
    });
    let mut rows: Rows = figures
        .cohorts
        .iter()
        .map(|group| {
            let action = Action::Trainer(Desk::Figures(Some(group.number), id.clone()));
            vec![Button::phrase(ButtonPhrase::TrainerFiguresOf { name: group.name.clone() }, action)]
        })
        .collect();
    if !figures.cohort.is_empty() {
        rows.push(vec![button(ButtonPhrase::TrainerFiguresAll, Desk::Figures(None, id.clone()))]);
    }
    rows.push(vec![home_button()]);
    if figures.sessions == 0 {
        return scene.tell_with(TrainerPhrase::FiguresNone { title, whose }, rows);
    }
    let (trainees, sessions, lines) = (figures.trainees, figures.sessions, lines(figures));
    scene.tell_with(TrainerPhrase::Figures { title, whose, trainees, sessions, lines }, rows);
}

fn lines(figures: &Figures) -> Vec<Phrase> {
    let mut lines: Vec<Phrase> = Vec::new();
    if !figures.endings.is_empty() {
        let share = |(ending, count): &(_, u32)| {
            let ending: &crate::base::ending::Ending = ending;
            TrainerPhrase::FiguresShare { ending: Term::new(TermKind::Ending, ending.id()), count: *count }
                .into()
        };
        lines.push(
            TrainerPhrase::FiguresEndings { list: Listed(figures.endings.iter().map(share).collect()) }
                .into(),
        );
    }
    lines.push(match (&figures.left_in, figures.left_after) {
        (Some(state), Some(after)) => {
            let (count, state) = (figures.left, Term::new(TermKind::State, state.as_str()));
            TrainerPhrase::FiguresLeft { count, after, state }.into()
        }
        _ => TrainerPhrase::FiguresLeftNone.into(),
    });
    if !figures.missing.is_empty() {
        let missed = |(what, count): &(crate::progress::entry::Noted, u32)| {
            TrainerPhrase::FiguresMissed { what: what.term(), count: *count }.into()
        };
        let list = Listed(figures.missing.iter().take(MISSED).map(missed).collect());
        lines.push(TrainerPhrase::FiguresMissing { list }.into());
    }
    lines.push(match figures.median {
        Some(score) => TrainerPhrase::FiguresMedian { score }.into(),
        None => TrainerPhrase::FiguresMedianNone.into(),
    });
    lines
}
