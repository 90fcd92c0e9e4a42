//! What goes out to a trainee, before any language or channel has touched it.

use crate::base::phrase::Phrase;
use crate::debrief::sheet::Sheet;

use crate::progress::picture::{Reach, Week};

use super::action::Action;
use super::errand::Estate;

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Say {
    /// The customer's own words, one bubble.
    Bubble(String),
    /// The product speaks; rows of buttons may hang below.
    Tell(Phrase, Vec<Vec<Button>>),
    /// A message that is sent once and edited from then on.
    Board {
        /// Which of the chat's boards.
        number: u64,
        /// Whether it answers a press, and is not held back as one is that changes by itself.
        prompt: bool,
        /// What it says.
        phrase: Phrase,
        /// Rows of buttons below it.
        rows: Vec<Vec<Button>>,
    },
    /// Something to look at that is more than text.
    Paper {
        /// What.
        paper: Paper,
        /// What it shows.
        sheet: Box<Sheet>,
        /// One line that goes with it.
        caption: Phrase,
        /// What to say where it cannot be shown.
        instead: Vec<Phrase>,
    },
    /// A picture of her progress.
    Chart {
        /// What it shows.
        chart: Chart,
        /// What is seen in it, in words: a phone that reads aloud reads this.
        caption: Phrase,
        /// What to say where it cannot be shown.
        instead: Vec<Phrase>,
    },
    /// One message that changes with time, to be followed.
    Guide {
        /// What it says, in order.
        frames: Vec<Frame>,
        /// What it says in the end, for good; also where she does something else meanwhile.
        last: Phrase,
        /// Buttons below it until then.
        rows: Vec<Vec<Button>>,
    },
    /// A file as it is.
    File {
        /// Its name on the phone.
        name: String,
        /// What is in it.
        form: FileForm,
        /// Its contents.
        bytes: Vec<u8>,
        /// What stands below it, also where it cannot be handed over.
        caption: Phrase,
        /// Rows of buttons below that.
        rows: Vec<Vec<Button>>,
    },
    /// A table, as a page to read and as a file for spreadsheets.
    Table {
        /// The files' name on the phone, without what tells its form.
        name: String,
        /// What stands above it.
        title: Phrase,
        /// One line that goes with it.
        caption: Phrase,
        /// Its columns.
        head: Vec<Phrase>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
    /// Everything kept of her, to take away: one document for programs, one to read.
    Copy {
        /// What is in it.
        copy: Box<Copy>,
        /// One line that goes with it.
        caption: Phrase,
        /// What to say where it cannot be handed over.
        instead: Phrase,
    },
}

/// What is in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileForm {
    /// Text.
    Text,
    /// JSON.
    Data,
    /// A zip.
    Archive,
    /// A picture, PNG.
    Picture,
}

/// What a message says for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The words.
    pub phrase: Phrase,
    /// For how many seconds.
    pub seconds: u32,
}

/// Everything kept of a trainee, with what the content knows about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// Everything.
    pub estate: Estate,
    /// Who her conversations were with, in the estate's order.
    pub sessions: Vec<CopySession>,
    /// Her completed reflections, one each.
    pub entries: Vec<Phrase>,
    /// Her reminders and her plan.
    pub settings: Vec<Phrase>,
}

/// Who a conversation was with; the persona's id where he is gone, nothing where its beginning cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopySession {
    /// The conversation's number.
    pub number: u32,
    /// The persona's title.
    pub title: String,
    /// What the customer goes by.
    pub name: String,
}

/// Ways to show a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// The four levels as a picture.
    Timeline,
    /// The full report as a page of its own.
    Report,
}

/// Pictures of a trainee's progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Mean scores and runs, week by week.
    Weeks(Vec<Week>),
    /// How far each part of the rubric has come.
    Skills(Vec<Reach>),
}

/// A button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What stands on it.
    pub label: Label,
    /// What it does.
    pub action: Action,
}

impl Button {
    /// A button with the product's words on it.
    pub fn phrase(label: impl Into<Phrase>, action: Action) -> Button {
        Button { label: Label::Phrase(label.into()), action }
    }

    /// A button with content on it.
    pub fn text(label: String, action: Action) -> Button {
        Button { label: Label::Text(label), action }
    }
}

/// What stands on a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// The product's words.
    Phrase(Phrase),
    /// Content as it is: a persona's title.
    Text(String),
}
