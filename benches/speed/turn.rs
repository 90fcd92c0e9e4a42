//! One whole turn in memory, the fourth of a conversation.

use divan::Bencher;
use xiaoqi::base::id::TraineeId;
use xiaoqi::base::time::Moment;
use xiaoqi::flow::input::{Deed, Input};
use xiaoqi::flow::profile::{Profile, Screen};
use xiaoqi::flow::step;

use crate::world::{WORLD, cast, messages, session};

/// Turns played before; the one that is measured is the typical message.
const BEFORE: usize = 3;
const TYPICAL: usize = 1;

/// Trainees of `world::pairing`: the first customer in Chinese, then in English.
const PLAYERS: [usize; 2] = [0, 1];

/// The customer alone: understand, feel, answer.
#[divan::bench(args = PLAYERS)]
fn play(bencher: Bencher<'_, '_>, player: usize) {
    let (cast, lang) = cast(player);
    let (session, said) = (session(player, BEFORE), messages(lang)[TYPICAL]);
    assert!(session.is_open());
    bencher
        .with_inputs(|| session.clone())
        .bench_local_refs(|session| session.play(&cast, divan::black_box(said), Moment(2)));
}

/// The same through the flow, which also decides on what else is said and recorded.
#[divan::bench(args = PLAYERS)]
fn flow_step(bencher: Bencher<'_, '_>, player: usize) {
    let (_, lang) = cast(player);
    let session = session(player, BEFORE);
    let deed = Deed::Text(messages(lang)[TYPICAL].to_owned());
    let input = Input { trainee: TraineeId(1), at: Moment(2), device_lang: Some(lang), seed: 1, deed };
    let profile = Profile { lang: Some(lang), sessions: 1, screen: Screen::Playing, ..Profile::default() };
    bencher.bench_local(|| step(&WORLD.content, &profile, Some(&session), &[], divan::black_box(&input)));
}
