//! Practising together in a group: one game in a topic at a time, begun by whoever likes and ended by its end, by who began it, by an
//! administrator, or by silence. Nothing of it stays when it is over.
//!
//! - `relay`: the group calms one customer together, a message each in turn
//! - `look_back`: what it shows, of the group and of nobody
//!
//! What is kept while it goes on is part of the group's record: who takes part, under the name she goes by in the group, and what was
//! written. Members' own profiles and journals know nothing of it.

mod look_back;
mod relay;

use serde::{Deserialize, Serialize};

use crate::base::id::TraineeId;
use crate::base::phrase::{ButtonPhrase, GroupPhrase, NoticePhrase, PlayPhrase};
use crate::base::time::Moment;
use crate::flow::action::Action;
use crate::flow::say::Button;
use crate::flow::team::clip;
use crate::persona::model::Grade;

use super::{Alarm, Group, GroupAction, Hall, Member, Need, Place, Rank, Words};
pub use relay::Relay;

/// How long a game waits for somebody before it ends by itself, in milliseconds.
pub const SILENCE: i64 = 30 * 60_000;
/// Boards of games are numbered from here on.
const BOARDS: u64 = 1 << 52;
/// Characters of a name that are shown: it stands on buttons.
const LONGEST_NAME: usize = 24;
/// Longest message taken, in characters: a whole group reads it.
const LONGEST: usize = 1_000;

/// A game that goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Game {
    /// Its number in this group; numbers are never used again, so that an old button presses nothing.
    pub number: u64,
    /// The topic it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<i64>,
    /// Who began it.
    pub by: TraineeId,
    /// When it ends by itself if nobody does anything.
    pub until: Moment,
    /// The game itself.
    pub relay: Relay,
}

impl Game {
    /// Whether somebody takes part, or began it.
    pub fn involves(&self, who: TraineeId) -> bool {
        self.by == who || self.relay.players.iter().any(|player| player.id == who)
    }

    /// Her part in it, for the copy of everything kept of her: nothing of the others.
    pub fn part(&self, who: TraineeId) -> Option<Part> {
        let player = self.relay.players.iter().find(|player| player.id == who);
        let (name, until) = (player.map(|player| player.name.clone()), self.until);
        self.involves(who).then_some(Part { name, begun_by_her: self.by == who, until })
    }

    fn board(&self) -> u64 {
        BOARDS | self.number
    }

    fn place(&self, hall: &Hall<'_>) -> Place {
        Place { chat: hall.input.place.chat, thread: self.thread }
    }

    fn alarm(&self) -> String {
        format!("game/{}", self.number)
    }
}

/// Somebody's part in a game.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The name she takes part under; `None` where she only began it.
    pub name: Option<String>,
    /// Whether she began it.
    pub begun_by_her: bool,
    /// When nothing is left of it if nobody does anything.
    pub until: Moment,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Player {
    /// Who.
    pub id: TraineeId,
    /// The name she goes by in the group.
    pub name: String,
}

impl Player {
    fn of(member: &Member) -> Player {
        // A name is one line.
        let name = member.name.split_whitespace().collect::<Vec<_>>().join(" ");
        Player { id: member.id, name: clip(&name, LONGEST_NAME) }
    }
}

/// What a button of a game does; which game stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Play {
    /// A customer of this grade.
    Grade(Grade),
    /// Take part.
    Join,
    /// Everybody is there.
    Begin,
    /// Pass over whose turn it is.
    Skip,
    /// End it.
    Stop,
}

impl Play {
    const ALL: [(Play, &'static str); 7] = [
        (Play::Grade(Grade::Basic), "e1"),
        (Play::Grade(Grade::Intermediate), "e2"),
        (Play::Grade(Grade::Advanced), "e3"),
        (Play::Join, "j"),
        (Play::Begin, "b"),
        (Play::Skip, "k"),
        (Play::Stop, "s"),
    ];

    /// Its part of a button's data.
    pub fn id(self) -> &'static str {
        Play::ALL.iter().find(|(play, _)| *play == self).map_or("s", |(_, id)| id)
    }

    /// Reads it.
    pub fn parse(id: &str) -> Option<Play> {
        Play::ALL.iter().find(|(_, known)| *known == id).map(|(play, _)| *play)
    }
}

fn button(label: ButtonPhrase, game: &Game, play: Play) -> Button {
    Button::phrase(label, Action::Group(GroupAction::Game(game.number, play)))
}

/// `/relay`: a game, where none goes on in this topic.
pub fn begin(hall: &mut Hall<'_>) {
    let Some(who) = hall.who().map(|who| who.id) else { return };
    if open_here(hall).is_some() {
        return hall.tell(PlayPhrase::AlreadyOn);
    }
    hall.group.games_begun = hall.group.games_begun.saturating_add(1);
    let (thread, until) = (hall.input.place.thread, Moment(hall.input.at.0.saturating_add(SILENCE)));
    let game = Game { number: hall.group.games_begun, thread, by: who, until, relay: Relay::default() };
    if relay::choose(hall, &game) {
        hall.alarm(game.until, game.alarm());
        hall.group.games.push(game);
    }
}

/// The game that goes on in the topic where something happens.
fn open_here(hall: &Hall<'_>) -> Option<Game> {
    let thread = hall.input.place.thread;
    hall.group.games.iter().find(|game| game.thread == thread).cloned()
}

/// Puts a game back as it is now; something has happened in it. Its alarm stays where it was set, and finds it younger then.
fn keep(hall: &mut Hall<'_>, mut game: Game) {
    game.until = Moment(hall.input.at.0.saturating_add(SILENCE));
    if let Some(kept) = hall.group.games.iter_mut().find(|kept| kept.number == game.number) {
        *kept = game;
    }
}

/// Takes a game away: it is over. Its alarm finds nothing.
fn remove(hall: &mut Hall<'_>, game: &Game) {
    hall.group.games.retain(|kept| kept.number != game.number);
}

/// `/end` in a group: the game in this topic, by who began it or an administrator.
///
/// # Errors
/// What has to be found out first.
pub fn end(hall: &mut Hall<'_>) -> Result<(), Need> {
    match open_here(hall) {
        Some(game) => stop(hall, &game),
        None => {
            hall.tell(PlayPhrase::NoGame);
            Ok(())
        }
    }
}

fn stop(hall: &mut Hall<'_>, game: &Game) -> Result<(), Need> {
    let hers = hall.who().is_some_and(|who| who.id == game.by);
    if hers || hall.admin()? {
        relay::stopped(hall, game);
    }
    Ok(())
}

/// A button of a game was pressed.
///
/// # Errors
/// What has to be found out first.
pub fn pressed(hall: &mut Hall<'_>, number: u64, play: Play) -> Result<(), Need> {
    let game = hall.group.games.iter().find(|game| game.number == number).cloned();
    let (Some(game), Some(who)) = (game, hall.who()) else {
        hall.toast(PlayPhrase::Over);
        return Ok(());
    };
    match play {
        Play::Stop => stop(hall, &game),
        Play::Join if hall.rank()? == Rank::Stranger => {
            if hall.known.rank != Some(None) {
                hall.alert(GroupPhrase::NotMember);
            }
            Ok(())
        }
        _ => {
            relay::pressed(hall, game, play, &Player::of(who));
            Ok(())
        }
    }
}

/// Somebody wrote to the bot: whether a game in this topic waits for that.
pub fn said(hall: &mut Hall<'_>, words: &Words) -> bool {
    let (Some(game), Some(who)) = (open_here(hall), hall.who()) else { return false };
    if !game.relay.plays() {
        return false;
    }
    let text = plain(&words.text);
    let length = text.chars().count();
    match length {
        0 => return false,
        1..=LONGEST => relay::said(hall, game, who.id, &text),
        _ => hall.tell(NoticePhrase::TooLong { limit: LONGEST, length }),
    }
    true
}

/// What was written, without the names it calls: who mentions the bot speaks to the customer all the same.
fn plain(text: &str) -> String {
    let words = text.split(' ').filter(|word| !(word.len() > 1 && word.starts_with('@')));
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Whether the alarm was a game's: nothing has happened for long, or it is set for when that would be.
pub fn due(hall: &mut Hall<'_>, alarm: &Alarm) -> bool {
    let Some(number) = alarm.what.strip_prefix("game/") else { return false };
    let number = number.parse::<u64>().ok();
    let game = hall.group.games.iter().find(|game| Some(game.number) == number).cloned();
    match game {
        Some(game) if game.until > hall.input.at => hall.alarm(game.until, game.alarm()),
        Some(game) => relay::silent(hall, &game),
        None => {}
    }
    true
}

/// Ends whatever somebody takes part in, of a group's record: her words are in it. Whether there was anything.
pub fn forget(group: &mut Group, who: TraineeId) -> bool {
    let before = group.games.len();
    group.games.retain(|game| !game.involves(who));
    group.games.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_play_reads_back() {
        for (play, id) in Play::ALL {
            assert_eq!((play.id(), Play::parse(id)), (id, Some(play)));
        }
        assert_eq!(Play::parse("e4"), None);
    }

    #[test]
    fn names_that_are_called_are_no_words_to_the_customer() {
        assert_eq!(plain("@xiaoqi_bot I am sorry, Mr Lin @ eight?"), "I am sorry, Mr Lin @ eight?");
        assert_eq!(plain(" @xiaoqi_bot "), "");
    }
}
