//! What a trainee can do, whatever she does it with.

use serde::{Deserialize, Serialize};

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::time::Moment;

use super::action::Action;
use super::errand::Outcome;
use super::group::Alarm;
use super::office::Upload;

/// One thing a trainee did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Who.
    pub trainee: TraineeId,
    /// When.
    pub at: Moment,
    /// The language her device claims, for the first greeting.
    pub device_lang: Option<Lang>,
    /// Seed for a conversation that may start now; chance comes from outside, the flow has none.
    pub seed: u64,
    /// What she did.
    pub deed: Deed,
}

/// What a trainee did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Wrote something.
    Text(String),
    /// Used a command; `/start` carries a payload.
    Command(Command, String),
    /// Wrote a command nobody knows.
    UnknownCommand(String),
    /// Pressed a button.
    Press(Action),
    /// Pressed a button whose meaning is lost (an older version's, or forged).
    DeadButton,
    /// Sent something that is not plain text of her own.
    Media(Media),
    /// Sent a file.
    Document(Upload),
    /// Nothing: it is time for her review.
    ReviewDue,
    /// Nothing: something is due that was set for her, by this word.
    Due(Alarm),
    /// Nothing herself: what the step before asked for has come back.
    Back(Outcome),
}

/// The commands of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Begin, with an optional payload: a persona's id opens its briefing.
    Start,
    /// The list of personas.
    Menu,
    /// A nudge in the right direction.
    Hint,
    /// The four levels.
    Mood,
    /// Why he reacted as he did.
    Why,
    /// What would have happened otherwise.
    Whatif,
    /// Go back to an earlier message.
    Rewind,
    /// A comment on every message, or none.
    Coach,
    /// Begin an exam.
    Exam,
    /// End the conversation and go on to the review.
    End,
    /// Throw the conversation away.
    Cancel,
    /// Completed reflections.
    Journal,
    /// What grew, what is weakest, whom to practise with next.
    Progress,
    /// What she means to do differently.
    Plan,
    /// A review every day at her time.
    Remind,
    /// Choose the language.
    Language,
    /// What can be done here.
    Help,
    /// A break.
    Pause,
    /// Back from it.
    Resume,
    /// Breathe by the clock.
    Breathe,
    /// Her own emotions, and help outside.
    Care,
    /// Be asked how she feels, or not.
    Checkin,
    /// Play the customer, with an agent to answer.
    Swap,
    /// How much abuse she lets customers use.
    Gentle,
    /// The team's cards: all, those with some words, or her own.
    Library,
    /// Join a cohort by its code, or leave.
    Join,
    /// The trainers' office.
    Trainer,
    /// A contest in a group.
    Contest,
    /// A relay in a group.
    Relay,
    /// A case of the day in a group.
    Case,
    /// A duet in a group.
    Duet,
    /// What is kept of her.
    Privacy,
    /// Hand out everything kept of her.
    Export,
    /// Delete everything kept of her.
    Forget,
}

impl Command {
    /// All commands, in the order of help.
    pub const ALL: [Command; 34] = [
        Command::Start,
        Command::Menu,
        Command::Hint,
        Command::Mood,
        Command::Why,
        Command::Whatif,
        Command::Rewind,
        Command::Coach,
        Command::End,
        Command::Cancel,
        Command::Exam,
        Command::Progress,
        Command::Journal,
        Command::Plan,
        Command::Remind,
        Command::Language,
        Command::Help,
        Command::Pause,
        Command::Resume,
        Command::Breathe,
        Command::Care,
        Command::Checkin,
        Command::Gentle,
        Command::Swap,
        Command::Library,
        Command::Join,
        Command::Trainer,
        Command::Contest,
        Command::Relay,
        Command::Case,
        Command::Duet,
        Command::Privacy,
        Command::Export,
        Command::Forget,
    ];

    /// The word after the slash.
    pub fn id(self) -> &'static str {
        match self {
            Command::Start => "start",
            Command::Menu => "menu",
            Command::Hint => "hint",
            Command::Mood => "mood",
            Command::Why => "why",
            Command::Whatif => "whatif",
            Command::Rewind => "rewind",
            Command::Coach => "coach",
            Command::Exam => "exam",
            Command::End => "end",
            Command::Cancel => "cancel",
            Command::Journal => "journal",
            Command::Progress => "progress",
            Command::Plan => "plan",
            Command::Remind => "remind",
            Command::Language => "language",
            Command::Help => "help",
            Command::Pause => "pause",
            Command::Resume => "resume",
            Command::Breathe => "breathe",
            Command::Care => "care",
            Command::Checkin => "checkin",
            Command::Gentle => "gentle",
            Command::Swap => "swap",
            Command::Library => "library",
            Command::Join => "join",
            Command::Trainer => "trainer",
            Command::Contest => "contest",
            Command::Relay => "relay",
            Command::Case => "case",
            Command::Duet => "duet",
            Command::Privacy => "privacy",
            Command::Export => "export",
            Command::Forget => "forget",
        }
    }

    /// The command with this word.
    pub fn parse(word: &str) -> Option<Command> {
        Command::ALL.into_iter().find(|c| c.id() == word)
    }
}

/// Things a phone can send that a customer cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// A sticker or animation.
    Sticker,
    /// A picture or video.
    Photo,
    /// A voice or video note.
    Voice,
    /// A change of an earlier message.
    Edited,
    /// A forwarded post.
    Forwarded,
    /// A message that another bot wrote.
    FromBot,
    /// Anything else.
    Other,
}
