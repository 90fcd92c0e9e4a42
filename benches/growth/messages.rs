//! One conversation that goes on and on. A customer who has left is not answered any more, so most messages of the longest are the least
//! that a message can cost; what counts is that none costs more for those before it. What a conversation takes as a value is told by `memory`.

use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::session::fold::{self, Session};

use super::draw::Curves;
use super::world::{cast, messages};
use super::{apart, point, worked};

pub fn run(curves: &mut Curves) {
    for count in [10, 30, 100, 300, 1_000, 2_000] {
        apart(curves, &format!("messages,{count}"));
    }
}

pub fn scene(count: usize) {
    let (cast, lang) = cast(1);
    let write = |seed: usize| {
        let (mut session, started) = Session::open(&cast, lang, seed as u64, Moment(0));
        let mut kept = vec![started];
        kept.extend((0..count).map(|n| session.play(&cast, messages(Lang::EN)[n % 6], Moment(n as i64))));
        (session, kept)
    };
    let (session, kept) = write(0);
    println!("he listens to {} of {count}", session.turns.len());
    let times = 500;
    point("messages", "played", count, worked(times, || write(1)));
    point("messages", "read back and played again", count, worked(times, || fold::replay(&cast, &kept)));
}
