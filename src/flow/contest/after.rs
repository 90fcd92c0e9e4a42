//! What a participant gets once her contest is over: the debrief that was withheld, with how all scores are spread, and her runs as
//! files.

use crate::base::phrase::{ButtonPhrase, ContestPhrase, EntryPhrase, ReviewPhrase};
use crate::contest::field::{FEWEST, Field};
use crate::debrief::{self, present, sheet};
use crate::flow::action::Action;
use crate::flow::say::{Button, FileForm, Paper, Say};
use crate::flow::scene::{Scene, is_same};
use crate::progress::entry::Entry;

use super::action::Press;
use super::ask::{Debriefed, View};
use super::room::name;
use super::told::button;

/// A run of a contest that is over, as a debrief, with how everybody's scores are spread.
pub fn debrief(scene: &mut Scene<'_>, view: &View, debriefed: &Debriefed) {
    let content = scene.content;
    let session = &debriefed.session;
    let cast = content.cast_of(&session.start).filter(|cast| is_same(cast, &session.start));
    let Some(cast) = cast else { return scene.tell(EntryPhrase::NoDebrief { name: name(view) }) };
    let sheet = sheet::sheet(&cast, session);
    let report = debrief::report(&cast, session);
    let (rows, moments) = (present::timeline_rows(&report), present::moments(&report));
    scene.tell(EntryPhrase::DebriefOf { name: name(view), round: debriefed.round });
    match sheet.talk.is_empty() {
        true => rows.into_iter().for_each(|row| scene.tell(row)),
        false => scene.show(Paper::Timeline, sheet, ReviewPhrase::Picture, rows),
    }
    moments
        .into_iter()
        .chain(present::verdict(&report, &session.answers))
        .for_each(|phrase| scene.tell(phrase));
    spread(scene, debriefed);
    let (number, at) = (debriefed.number, scene.input.at);
    scene.entries.push(Entry::of(&cast, session, &report, number, at));
    let again = Action::Again(session.start.persona.clone());
    let again = Button::phrase(ButtonPhrase::Again, again);
    let back = button(ContestPhrase::ButtonBack, view.id, Press::See);
    scene.tell_with(EntryPhrase::DebriefDone, vec![vec![again], vec![back]]);
}

/// How everybody's scores are spread; of too few it would show persons.
fn spread(scene: &mut Scene<'_>, debriefed: &Debriefed) {
    let field = Field::of(debriefed.scores.iter().copied());
    let (rank, count) = (field.rank(debriefed.score), field.count());
    let Some(doubled) = field.doubled_median().filter(|_| count >= FEWEST) else { return };
    let rows = (0u32..).zip(field.deciles()).map(|(place, count)| {
        let (from, to) = (place * 10, if place == 9 { 100 } else { place * 10 + 9 });
        let bar = "█".repeat(usize::try_from(count.min(20)).unwrap_or(20));
        EntryPhrase::SpreadRow { from, to, bar, count }.into()
    });
    scene.tell(EntryPhrase::Spread {
        score: debriefed.score,
        place: rank.place,
        of: rank.of,
        median: doubled.div_ceil(2),
        rows: rows.collect(),
    });
}

/// Her runs as files, for `xiaoqi verify`.
pub fn hand_out(scene: &mut Scene<'_>, view: &View, files: &[(String, Vec<u8>)]) {
    if files.is_empty() {
        return scene.tell(EntryPhrase::NoFiles { name: name(view) });
    }
    for (file, bytes) in files {
        let (name, form, bytes) = (file.clone(), FileForm::Data, bytes.clone());
        let caption = EntryPhrase::YourFile.into();
        scene.say(Say::File { name, form, bytes, caption, rows: Vec::new() });
    }
}
