//! What comes after a conversation: the debrief, the picture, the full report.

use divan::Bencher;
use xiaoqi::base::phrase::Phrase;
use xiaoqi::chart::figure::Palette;
use xiaoqi::debrief::present::{evidence, verdict};
use xiaoqi::debrief::sheet::{Sheet, sheet};
use xiaoqi::report;
use xiaoqi::session::fold::Session;

use crate::world::{WORLD, cast, session};

/// Trainees of `world::pairing`: the first customer in Chinese, then in English.
const PLAYERS: [usize; 2] = [0, 1];
/// Turns of a whole conversation.
const TURNS: usize = 6;

fn over(player: usize) -> (Session, Sheet) {
    let (cast, _) = cast(player);
    let mut session = session(player, TURNS);
    session.stop(&cast, xiaoqi::base::time::Moment(2));
    let sheet = sheet(&cast, &session);
    (session, sheet)
}

fn render(player: usize) -> impl Fn(&Phrase) -> String {
    let (_, lang) = cast(player);
    move |phrase| WORLD.prose.render(phrase, lang)
}

/// Everything that the debrief finds and says, in words.
#[divan::bench(args = PLAYERS)]
fn debrief(bencher: Bencher<'_, '_>, player: usize) {
    let ((session, _), (cast, _), render) = (over(player), cast(player), render(player));
    bencher.bench_local(|| {
        let report = xiaoqi::debrief::report(&cast, divan::black_box(&session));
        let told = evidence(&report).into_iter().chain(verdict(&report, &session.answers));
        told.map(|phrase| render(&phrase).len()).sum::<usize>()
    });
}

/// The picture, from the sheet to PNG bytes.
#[divan::bench(args = PLAYERS)]
fn picture(bencher: Bencher<'_, '_>, player: usize) {
    let ((_, sheet), render) = (over(player), render(player));
    bencher.bench_local(|| report::picture(divan::black_box(&sheet), &render, Palette::Light).unwrap());
}

/// The full report, from the sheet to HTML.
#[divan::bench(args = PLAYERS)]
fn page(bencher: Bencher<'_, '_>, player: usize) {
    let ((_, sheet), render) = (over(player), render(player));
    bencher.bench_local(|| report::page(divan::black_box(&sheet), &render));
}
