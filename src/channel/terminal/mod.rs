//! The terminal: the same conversation as on a phone, line by line. What a trainee types is a deed, what the flow
//! says is text, buttons are numbers.
//!
//! Knows nothing of stores or of the flow's insides: whoever sits on the other side is a [`Table`].

mod line;
mod screen;
mod source;

use std::io;

pub use line::{Typed, read_line};
pub use screen::{Screen, mood_line};
pub use source::{Editor, LineSource, PlainLines};

use crate::base::id::StateId;
use crate::base::lang::Lang;
use crate::base::level::{Level, PerEmotion};
use crate::base::phrase::{Phrase, TerminalPhrase};
use crate::flow::action::Action;
use crate::flow::input::{Command, Deed};
use crate::flow::profile::Screen as Place;
use crate::flow::say::Say;
use crate::i18n::{Prose, Word};

/// What became of a deed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What to say.
    pub says: Vec<Say>,
    /// Whether the customer takes a moment to type.
    pub typing: bool,
    /// How the customer feels, where the trainee's words have just moved him.
    pub mood: Option<Mood>,
}

/// How the customer feels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mood {
    /// The four levels.
    pub levels: PerEmotion<Level>,
    /// The named state.
    pub state: StateId,
}

/// Whoever plays what the trainee does.
pub trait Table {
    /// Why a deed could not be played; failing output is one reason.
    type Error: From<io::Error>;

    /// The language of the interface now.
    fn lang(&self) -> Lang;

    /// Where the trainee stands.
    fn place(&self) -> &Place;

    /// What the customer goes by; empty where there is none.
    fn customer(&self) -> String;

    /// Plays a deed.
    ///
    /// # Errors
    /// What keeps the conversation from going on.
    fn play(&mut self, deed: Deed) -> Result<Answer, Self::Error>;
}

/// One conversation in the terminal.
pub struct Terminal<'a> {
    /// The interface texts.
    pub prose: &'a Prose,
    /// Where the trainee's lines come from.
    pub source: &'a mut dyn LineSource,
    /// Where everything is shown.
    pub screen: Screen<'a>,
}

impl Terminal<'_> {
    /// Plays `first`, then whatever is typed, until the trainee leaves or the input ends.
    ///
    /// # Errors
    /// Those of the table, and of output that cannot be written.
    pub fn converse<T: Table>(&mut self, table: &mut T, first: Vec<Deed>) -> Result<(), T::Error> {
        self.tell(table, welcome(self.prose, table.lang()))?;
        let mut buttons = Vec::new();
        for deed in first {
            // What is still open goes on; nothing begins beside it.
            let busy = matches!(table.place(), Place::Playing | Place::Reviewing { .. });
            if busy && matches!(deed, Deed::Press(Action::Begin(_))) {
                continue;
            }
            buttons = self.play(table, deed)?;
        }
        while let Some(typed) = self.next(table, &buttons)? {
            match read_line(&typed, &buttons, self.prose, table.lang()) {
                Typed::Nothing => {}
                Typed::Quit => break,
                Typed::Help => {
                    self.tell(table, help(self.prose, table.lang()))?;
                    buttons = self.play(table, Deed::Command(Command::Help, String::new()))?;
                }
                Typed::NoSuchNumber => {
                    self.tell(table, TerminalPhrase::NoSuchNumber { count: buttons.len() }.into())?;
                }
                Typed::Deed(deed) => buttons = self.play(table, deed)?,
            }
        }
        self.tell(table, TerminalPhrase::Goodbye.into())
    }

    fn next<T: Table>(&mut self, table: &T, buttons: &[Action]) -> Result<Option<String>, T::Error> {
        let prompt = match table.place() {
            Place::Playing => TerminalPhrase::PromptTrainee,
            Place::Reviewing { .. } | Place::Signing | Place::NamingCohort | Place::Swapped => {
                TerminalPhrase::PromptAnswer
            }
            _ if buttons.is_empty() => TerminalPhrase::PromptTrainee,
            _ => TerminalPhrase::PromptChoice,
        };
        let prompt = self.prose.render(&prompt.into(), table.lang());
        Ok(self.source.next(&screen::labelled(&prompt))?)
    }

    fn play<T: Table>(&mut self, table: &mut T, deed: Deed) -> Result<Vec<Action>, T::Error> {
        let answer = table.play(deed)?;
        let lang = table.lang();
        Ok(self.screen.show(&answer, &table.customer(), self.prose, lang)?)
    }

    fn tell<T: Table>(&mut self, table: &T, phrase: Phrase) -> Result<(), T::Error> {
        Ok(self.screen.aside(&self.prose.render(&phrase, table.lang()))?)
    }
}

fn welcome(prose: &Prose, lang: Lang) -> Phrase {
    let word = |word| prose.word(word, lang);
    TerminalPhrase::Welcome { help: word(Word::Help), quit: word(Word::Quit) }.into()
}

fn help(prose: &Prose, lang: Lang) -> Phrase {
    let word = |word| prose.word(word, lang);
    TerminalPhrase::Help {
        hint: word(Word::Hint),
        mood: word(Word::Mood),
        end: word(Word::End),
        quit: word(Word::Quit),
        help: word(Word::Help),
    }
    .into()
}
