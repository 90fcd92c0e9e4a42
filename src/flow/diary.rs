//! The journal: completed reflections, newest first, found again by a word, each in full. Numbers count from the
//! oldest, so that an entry keeps its own for good.

use crate::base::mode::Mode;
use crate::base::phrase::debrief::Words;
use crate::base::phrase::{ButtonPhrase, JournalPhrase, Phrase, Term, TermKind};
use crate::progress::entry::{Entry, Noted};
use crate::progress::zone::{Zone, reckoning};

use super::action::{Action, SEARCHED};
use super::say::Button;
use super::scene::{Rows, Scene};
use super::{insight, menu, swap};

/// Entries on one page.
pub const PAGE: usize = 8;
/// Buttons in a row.
const ROW: usize = 4;

/// `/journal`, `/journal N`, `/journal word`.
pub fn command(scene: &mut Scene<'_>, payload: &str) {
    match insight::number(payload) {
        (Some(number), "") => entry(scene, u32::from(number)),
        _ => list(scene, 0, payload.trim()),
    }
}

/// One page, from 0, of the entries that mention `word`; of all where it is empty.
pub fn list(scene: &mut Scene<'_>, page: usize, word: &str) {
    let word = clip(word);
    let notes = swap::notes(&scene.profile, &word).filter(|_| page == 0);
    if scene.journal.is_empty() {
        if let Some(notes) = notes {
            return scene.tell(notes);
        }
        let rows = menu::to_list(scene);
        return scene.tell_with(JournalPhrase::Empty, rows);
    }
    let numbered = scene.journal.iter().zip(1..scene.journal.len() + 1).rev();
    let found: Vec<(&Entry, usize)> =
        numbered.filter(|(entry, _)| word.is_empty() || entry.mentions(&word)).collect();
    let (count, pages) = (found.len(), found.len().div_ceil(PAGE));
    if let Some(notes) = &notes {
        scene.tell(notes.clone());
    }
    if count == 0 {
        return if notes.is_none() {
            scene.tell(JournalPhrase::NothingFound { word })
        };
    }
    let page = page.min(pages.saturating_sub(1));
    let shown: Vec<_> = found.into_iter().skip(page * PAGE).take(PAGE).collect();
    let zone = reckoning(scene.profile.review.zone.as_ref());
    let entries = shown.iter().map(|(entry, number)| line(entry, *number, &zone)).collect();
    let open = |number: usize| {
        let action = Action::Entry(u32::try_from(number).unwrap_or(u32::MAX));
        Button::text(format!("#{number}"), action)
    };
    let numbers: Vec<usize> = shown.iter().map(|(_, number)| *number).collect();
    let mut rows: Rows = numbers.chunks(ROW).map(|row| row.iter().map(|n| open(*n)).collect()).collect();
    rows.extend(menu::turning(page, pages, |page| Action::Journal(page, word.clone())));
    let page = page + 1;
    scene.tell_with(
        match word.is_empty() {
            true => JournalPhrase::List { page, pages, entries },
            false => JournalPhrase::Found { word, count, page, pages, entries },
        },
        rows,
    );
}

/// A word as its buttons can carry it.
fn clip(word: &str) -> String {
    let mut bytes = 0;
    let fits = |c: &char| {
        bytes += c.len_utf8();
        bytes <= SEARCHED
    };
    word.chars().filter(|c| !c.is_control()).take_while(fits).collect()
}

fn line(entry: &Entry, number: usize, zone: &Zone) -> Phrase {
    let (date, name, score) = (zone.written(entry.at), entry.name.clone(), entry.score);
    let ending = Term::ending(entry.ending);
    let phrase = match (entry.branch, entry.mode) {
        (Some(message), _) => JournalPhrase::LineBranch { number, date, name, message, score, ending },
        (None, Mode::Exam) => JournalPhrase::LineExam { number, date, name, score, ending },
        (None, Mode::Practice) => JournalPhrase::Line { number, date, name, score, ending },
    };
    phrase.into()
}

/// One entry in full.
pub fn entry(scene: &mut Scene<'_>, number: u32) {
    let (place, count) = (usize::try_from(number).unwrap_or(usize::MAX), scene.journal.len());
    if count == 0 {
        return list(scene, 0, "");
    }
    let Some(entry) = place.checked_sub(1).and_then(|at| scene.journal.get(at)) else {
        return scene.tell(JournalPhrase::NoSuch { number: place, count });
    };
    let phrase = full(entry, place, &reckoning(scene.profile.review.zone.as_ref()));
    let back = Button::phrase(ButtonPhrase::Journal, Action::Journal(0, String::new()));
    scene.tell_with(phrase, vec![vec![back]]);
}

/// Everything that an entry holds, under its number.
pub fn full(entry: &Entry, place: usize, zone: &Zone) -> Phrase {
    let [right, improve, team] = entry.answers.clone().map(|answer| Box::new(self::answer(answer)));
    let phrase = JournalPhrase::Entry {
        head: Box::new(line(entry, place, zone)),
        title: entry.title.clone(),
        grade: Term::new(TermKind::Grade, entry.grade.id()),
        right,
        improve,
        team,
        strengths: noted(&entry.strengths),
        improvements: noted(&entry.improvements),
    };
    phrase.into()
}

fn answer(answer: Option<String>) -> Phrase {
    answer.map_or(JournalPhrase::Skipped.into(), |answer| JournalPhrase::Answer { answer }.into())
}

fn noted(all: &[Noted]) -> Vec<Phrase> {
    if all.is_empty() {
        return vec![JournalPhrase::NotedNothing.into()];
    }
    let one = |noted: &Noted| match noted.quote.is_empty() {
        true => JournalPhrase::NotedBare { name: noted.term() },
        false => JournalPhrase::Noted { name: noted.term(), quote: Words::Said(noted.quote.clone()) },
    };
    all.iter().map(|noted| one(noted).into()).collect()
}
