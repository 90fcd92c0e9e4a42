//! From a typed line to what the trainee does.

use crate::base::lang::Lang;
use crate::flow::action::Action;
use crate::flow::input::{Command, Deed};
use crate::i18n::{Prose, Word};

/// What a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// An empty line.
    Nothing,
    /// Leave the program.
    Quit,
    /// Ask what can be typed.
    Help,
    /// A number that stands for no button.
    NoSuchNumber,
    /// Something to play.
    Deed(Deed),
}

/// Reads a line. `buttons` are those under the last answer: while there are any, a number presses one.
pub fn read_line(typed: &str, buttons: &[Action], prose: &Prose, lang: Lang) -> Typed {
    let typed = typed.trim();
    if typed.is_empty() {
        return Typed::Nothing;
    }
    if let Some(word) = prose.read_word(typed, lang) {
        return spoken(word);
    }
    if let Some(command) = typed.strip_prefix(['/', '／']) {
        return slashed(command);
    }
    match number(typed) {
        Some(number) if !buttons.is_empty() => {
            let pressed = number.checked_sub(1).and_then(|place| buttons.get(place));
            pressed.map_or(Typed::NoSuchNumber, |action| Typed::Deed(Deed::Press(action.clone())))
        }
        _ => Typed::Deed(Deed::Text(typed.to_owned())),
    }
}

fn spoken(word: Word) -> Typed {
    let command = |command| Typed::Deed(Deed::Command(command, String::new()));
    match word {
        Word::Quit => Typed::Quit,
        Word::Help => Typed::Help,
        Word::Hint => command(Command::Hint),
        Word::Mood => command(Command::Mood),
        Word::End => command(Command::End),
    }
}

fn slashed(command: &str) -> Typed {
    let (word, payload) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
    let word = word.to_lowercase();
    match Command::parse(&word) {
        Some(Command::Help) => Typed::Help,
        Some(command) => Typed::Deed(Deed::Command(command, payload.trim().to_owned())),
        // These two work in every language: whoever wants to leave should not have to look for the word.
        None if word == "quit" || word == "exit" => Typed::Quit,
        None => Typed::Deed(Deed::UnknownCommand(word)),
    }
}

/// A short number, also in the full-width digits of Chinese input methods.
fn number(typed: &str) -> Option<usize> {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        '0'..='9' => Some(c),
        _ => None,
    };
    let digits: Option<String> = typed.chars().map(digit).collect();
    digits.filter(|digits| digits.len() <= 4)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str, buttons: &[Action]) -> Typed {
        let text = "word-hint = 提示\nword-quit = 退出\nword-help = 帮助\nword-end = 结束|不聊了\n";
        let (prose, _) = Prose::parse(Lang::ZH_HANS, &[("ui.ftl", text)]);
        read_line(typed, buttons, &prose, Lang::ZH_HANS)
    }

    fn command(command: Command, payload: &str) -> Typed {
        Typed::Deed(Deed::Command(command, payload.to_owned()))
    }

    #[test]
    fn a_number_presses_a_button_only_while_there_are_any() {
        let buttons = [Action::Menu, Action::Page(1)];
        for typed in ["2", " ２ "] {
            assert_eq!(read(typed, &buttons), Typed::Deed(Deed::Press(Action::Page(1))));
        }
        for typed in ["0", "3", "9999"] {
            assert_eq!(read(typed, &buttons), Typed::NoSuchNumber);
        }
        assert_eq!(read("2", &[]), Typed::Deed(Deed::Text("2".to_owned())));
        assert_eq!(read("13812345678", &buttons), Typed::Deed(Deed::Text("13812345678".to_owned())));
    }

    #[test]
    fn words_of_the_language_and_commands_with_a_slash_are_no_messages() {
        assert_eq!(read("提示", &[]), command(Command::Hint, ""));
        assert_eq!(read("不聊了", &[]), command(Command::End, ""));
        assert_eq!(read("/start heating", &[]), command(Command::Start, "heating"));
        assert_eq!(read("／Menu", &[]), command(Command::Menu, ""));
        assert_eq!(read("退出", &[]), Typed::Quit);
        assert_eq!(read("/quit", &[]), Typed::Quit);
        assert_eq!(read("/help", &[]), Typed::Help);
        assert_eq!(read("/nonsense", &[]), Typed::Deed(Deed::UnknownCommand("nonsense".to_owned())));
    }

    #[test]
    fn everything_else_is_said_to_the_customer() {
        assert_eq!(read("  ", &[]), Typed::Nothing);
        assert_eq!(read(" 我给您一个提示 ", &[]), Typed::Deed(Deed::Text("我给您一个提示".to_owned())));
        assert_eq!(
            read("quit", &[]),
            Typed::Deed(Deed::Text("quit".to_owned())),
            "that is another language's"
        );
    }
}
