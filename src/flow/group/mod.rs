//! What happens in groups: commands, answers to the bot, buttons, and what is due there.
//!
//! A group has a record of its own ([`Group`]), and everything that happens in it is one call of [`step`]: a pure function from
//! that record, what is known besides ([`Known`]) and the input to a new record and things to say. Nobody's profile is read or
//! written for it: who presses a button in a group has not therefore begun to practise.
//!
//! - `action`: buttons; `hall`: one step in the making; `play`: games that a group plays together; `rights`: who may do what
//!
//! # How a game of a group plugs in
//! 1. Its state is a field of [`Group`] (with `#[serde(default)]`), or a record of its own where it grows with its players.
//! 2. Its command is an arm of `commanded`, its buttons an arm of [`GroupAction`], its answers an arm of `answered`, and what it
//!    waits for an arm of `due`: an alarm is a word of its own choice that comes back at the moment it was set for
//!    ([`Hall::alarm`]). Alarms outlive a restart; late ones come at once, in the order of their moments.
//! 3. It says things through the [`Hall`]: [`Hall::tell`] to the group, in the topic where it was asked; [`Hall::tell_member`] to
//!    somebody in private, in her own language, if she has started the bot ([`Known::met`] says so); [`Hall::board`] on a message
//!    that is sent once and edited from then on, no faster than Telegram allows, the newest version only; [`Hall::toast`] as the
//!    answer to a pressed button, which only she sees.
//! 4. Where it needs more than it has, it returns [`Need`] and is called again with it: what somebody is in the group, as Telegram
//!    says at that moment ([`Hall::rank`], [`Hall::admin`]).
//!
//! - `action`: what buttons in groups do
//! - `hall`: one step in the making
//!
//! All of it, record, letters, boards and alarms, is one batch with the update that caused it. Updates of one group are handled one
//! after the other; an alarm that comes meanwhile is taken again where the record has changed.

pub mod action;
pub mod hall;
mod help;
pub mod play;
pub mod rights;

use serde::{Deserialize, Serialize};

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::phrase::{GroupPhrase, NoticePhrase};
use crate::base::time::Moment;
use crate::progress::zone::Zone;
use crate::session::content::Content;

use super::contest::ContestId;
use super::contest::form::Form;
use super::contest::record::{Contest, Entrant};
use super::contest::stage::{self, Past};
use super::contest::{change, settle};
use super::input::Command;
pub use action::GroupAction;
pub use hall::{Alarm, GroupStep, Hall, To, Toast};

/// Where in a group something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The group's chat.
    pub chat: i64,
    /// The topic; `None` in a group without topics, and in its general one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<i64>,
}

/// Somebody in a group, as far as the update tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: TraineeId,
    /// The name she goes by there; kept nowhere unless a game says so.
    pub name: String,
    /// The language of her app.
    pub device_lang: Option<Lang>,
}

/// What happened in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupInput {
    /// Where.
    pub place: Place,
    /// What the group is called; empty where the update does not tell.
    pub title: String,
    /// Who did it; `None` where nobody did: an alarm, a change of the group itself.
    pub who: Option<Member>,
    /// When.
    pub at: Moment,
    /// From a generator that nobody can guess; the flow has no chance of its own.
    pub chance: [u8; 32],
    /// What.
    pub deed: GroupDeed,
}

/// What somebody did in a group, or what happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupDeed {
    /// Used a command.
    Command(Command, String),
    /// Wrote to the bot: an answer to one of its messages, or a text that mentions it.
    Text(Words),
    /// Pressed a button.
    Press(GroupAction),
    /// Pressed a button that means nothing here (any more).
    DeadButton,
    /// Used a command in the group's own name, as administrators can: who she is cannot be known.
    Anonymous,
    /// Brought the bot in.
    Added,
    /// The bot is no longer there.
    Removed,
    /// An alarm's moment has come.
    Due(Alarm),
}

/// A text to the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Whether it answers one of the bot's messages; else it mentions the bot.
    pub answers: bool,
    /// The board that it answers, where that message is one.
    pub board: Option<u64>,
}

/// What is kept of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its language: that of whoever first used the bot there, until an administrator chooses another.
    #[serde(default)]
    pub lang: Option<Lang>,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// Whether the bot is no longer there.
    #[serde(default)]
    pub out: bool,
    /// The games that go on, one in a topic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub games: Vec<play::Game>,
    /// How many were begun; the number of the newest.
    #[serde(default)]
    pub games_begun: u64,
    /// The contest under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contest: Option<ContestId>,
    /// A contest that is being settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// Contests that are over, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub past: Vec<Past>,
}

impl Group {
    /// The language to speak in it.
    pub fn interface(&self) -> Lang {
        self.lang.unwrap_or(Lang::ZH_HANS)
    }
}

/// What somebody is in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Its creator, or an administrator.
    Administrator,
    /// A member.
    Member,
    /// Not in it (any more).
    Stranger,
}

/// What is known beside the group's record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Whether the one who acts has started the bot, so that it may write to her; and what she has settled there.
    pub met: Option<Met>,
    /// What she is in the group, where that was asked for: `Some(None)` where Telegram could not be asked.
    pub rank: Option<Option<Rank>>,
    /// The key that links into private are signed with.
    pub key: [u8; 32],
    /// A contest and everybody's part in it, where that was asked for.
    pub contest: Option<(ContestId, Option<Standing>)>,
}

/// A contest with everybody's part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its number.
    pub id: ContestId,
    /// The contest.
    pub contest: Contest,
    /// Everybody's part.
    pub entrants: Vec<(TraineeId, Entrant)>,
}

/// Somebody who has started the bot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// The language she has chosen.
    pub lang: Option<Lang>,
    /// Where her clock hangs.
    pub zone: Option<Zone>,
}

/// What a step has to know before it can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// What the one who acts is in the group.
    Rank,
    /// A contest and everybody's part in it.
    Contest(ContestId),
}

/// Plays what happened in a group.
///
/// # Errors
/// What has to be found out first; then it is to be called again.
pub fn step(content: &Content, group: &Group, known: &Known, input: &GroupInput) -> Result<GroupStep, Need> {
    let mut hall = Hall::new(content, group, known, input);
    match &input.deed {
        GroupDeed::Removed => {
            hall.group.out = true;
            // Whoever brings it back finds nothing half played.
            hall.group.games.clear();
            stage::removed(&mut hall)?;
        }
        GroupDeed::Added => hall.group.out = false,
        _ => {
            settle(&mut hall);
            dispatch(&mut hall, input)?;
        }
    }
    Ok(hall.into_step())
}

/// Whoever writes there shows that the bot is in the group, and the first gives it its language.
fn settle(hall: &mut Hall<'_>) {
    let Some(who) = &hall.input.who else { return };
    hall.group.out = false;
    if !hall.input.title.is_empty() {
        hall.group.title = hall.input.title.clone();
    }
    let chosen = hall.known.met.as_ref().and_then(|met| met.lang).or(who.device_lang);
    hall.group.lang = hall.group.lang.or(chosen.filter(|lang| help::languages(hall.content).contains(lang)));
}

fn dispatch(hall: &mut Hall<'_>, input: &GroupInput) -> Result<(), Need> {
    match &input.deed {
        GroupDeed::Command(command, payload) => commanded(hall, *command, payload),
        GroupDeed::Text(words) => answered(hall, words),
        GroupDeed::Press(action) => pressed(hall, action),
        GroupDeed::DeadButton => {
            hall.toast(NoticePhrase::DeadButton);
            Ok(())
        }
        GroupDeed::Anonymous => {
            hall.tell(GroupPhrase::Anonymous);
            Ok(())
        }
        GroupDeed::Due(alarm) => due(hall, alarm),
        GroupDeed::Added | GroupDeed::Removed => Ok(()),
    }
}

fn commanded(hall: &mut Hall<'_>, command: Command, _payload: &str) -> Result<(), Need> {
    match command {
        Command::Language => help::choose_language(hall),
        Command::Help => help::help(hall),
        Command::Relay => play::begin_relay(hall),
        Command::Case => play::begin_case(hall),
        Command::Duet => play::begin_duet(hall),
        Command::End => play::end(hall)?,
        Command::Contest => return stage::command(hall),
        _ => hall.tell(NoticePhrase::InGroup),
    }
    Ok(())
}

fn answered(hall: &mut Hall<'_>, words: &Words) -> Result<(), Need> {
    // An answer to something that waits for none is talk among people.
    if !settle::named(hall, words) && !play::said(hall, words) && !words.answers {
        hall.tell(NoticePhrase::InGroup);
    }
    Ok(())
}

fn pressed(hall: &mut Hall<'_>, action: &GroupAction) -> Result<(), Need> {
    match action {
        GroupAction::Language(lang) => help::set_language(hall, *lang),
        GroupAction::Game(number, play) => play::pressed(hall, *number, *play),
        GroupAction::Form(board, press) => settle::pressed(hall, *board, press),
        GroupAction::Change(id) => change::open(hall, *id),
    }
}

/// What was set for this moment.
fn due(hall: &mut Hall<'_>, alarm: &Alarm) -> Result<(), Need> {
    if !play::due(hall, alarm) {
        stage::due(hall, alarm)?;
    }
    Ok(())
}
