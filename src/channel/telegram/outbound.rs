//! From what is to be said to messages as Telegram takes them: plain text of at most 4,096 UTF-16 units, rows of
//! buttons below the last piece.

use serde::Serialize;
use serde_json::{Value, json};
use teloxide::requests::Payload;
use teloxide::types::Message;

use crate::base::phrase::Phrase;
use crate::desk::{Letter, LetterButton};
use crate::flow::say::{Button, Label, Say};

/// Most UTF-16 units of a message.
const MOST_TEXT: usize = 4096;
/// Most buttons of a message.
const MOST_BUTTONS: usize = 100;
/// Stands where content is blank: Telegram refuses blank texts and labels.
const BLANK: &str = "…";

/// The letters for what is to be said. A blank bubble is left out.
pub fn letters(says: &[Say], typing: bool, render: &dyn Fn(&Phrase) -> String) -> Vec<Letter> {
    says.iter().flat_map(|say| one(say, typing, render)).collect()
}

fn one(say: &Say, typing: bool, render: &dyn Fn(&Phrase) -> String) -> Vec<Letter> {
    let plain = |text, typing| Letter { text, buttons: Vec::new(), typing };
    match say {
        Say::Bubble(text) => split(text).into_iter().map(|text| plain(text, typing)).collect(),
        Say::Tell(phrase, rows) => {
            let rows = keyboard(rows, render);
            let mut letters: Vec<Letter> =
                split(&render(phrase)).into_iter().map(|text| plain(text, false)).collect();
            if letters.is_empty() && !rows.is_empty() {
                letters.push(plain(BLANK.to_owned(), false));
            }
            if let Some(last) = letters.last_mut() {
                last.buttons = rows;
            }
            letters
        }
    }
}

fn keyboard(rows: &[Vec<Button>], render: &dyn Fn(&Phrase) -> String) -> Vec<Vec<LetterButton>> {
    let mut left = MOST_BUTTONS;
    let mut keyboard = Vec::new();
    for row in rows {
        let row: Vec<LetterButton> = row.iter().take(left).map(|button| key(button, render)).collect();
        left -= row.len();
        if !row.is_empty() {
            keyboard.push(row);
        }
    }
    keyboard
}

fn key(button: &Button, render: &dyn Fn(&Phrase) -> String) -> LetterButton {
    let label = match &button.label {
        Label::Phrase(phrase) => render(phrase),
        Label::Text(text) => text.clone(),
    };
    let label = if label.trim().is_empty() { BLANK.to_owned() } else { label };
    LetterButton { label, data: button.action.encode() }
}

/// Pieces that fit, cut at the end of a line or between words where there is one in the second half, else between
/// characters. Nothing but white space gives no pieces.
fn split(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(cut(rest));
        pieces.push(piece.trim_end().to_owned());
        rest = after.trim_start();
    }
    pieces
}

fn cut(text: &str) -> usize {
    let fitting = fitting(text);
    if fitting == text.len() {
        return fitting;
    }
    let (head, _) = text.split_at(fitting);
    let good = |at: &usize| *at > fitting / 2;
    let line = head.rfind('\n').filter(good);
    line.or_else(|| head.rfind(char::is_whitespace).filter(good)).unwrap_or(fitting)
}

/// Bytes of the longest beginning that fits, at least one character.
fn fitting(text: &str) -> usize {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > MOST_TEXT {
            return at;
        }
    }
    text.len()
}

/// sendMessage, as a letter needs it.
#[derive(Serialize)]
pub(super) struct SendLetter<'a> {
    chat_id: i64,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Value>,
}

impl Payload for SendLetter<'_> {
    type Output = Message;

    const NAME: &'static str = "sendMessage";
}

impl<'a> SendLetter<'a> {
    pub(super) fn new(chat: i64, letter: &'a Letter) -> SendLetter<'a> {
        let key = |b: &LetterButton| json!({"text": b.label, "callback_data": b.data});
        let rows: Vec<Vec<Value>> = letter.buttons.iter().map(|row| row.iter().map(key).collect()).collect();
        let reply_markup = (!rows.is_empty()).then(|| json!({"inline_keyboard": rows}));
        SendLetter { chat_id: chat, text: &letter.text, reply_markup }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::phrase::{MenuPhrase, NoticePhrase};
    use crate::flow::action::Action;
    use proptest::prelude::*;

    fn units(text: &str) -> usize {
        text.encode_utf16().count()
    }

    #[test]
    fn a_long_text_is_cut_at_the_end_of_a_line_and_keeps_its_buttons_last() {
        let phrase = Phrase::from(NoticePhrase::TextOnly);
        let text = format!("{}\n{}", "甲".repeat(4000), "😀".repeat(2000));
        let button = Button { label: Label::Text(" ".to_owned()), action: Action::Menu };
        let letters = letters(&[Say::Tell(phrase, vec![vec![], vec![button]])], true, &|_| text.clone());
        let lengths: Vec<usize> = letters.iter().map(|letter| units(&letter.text)).collect();
        assert_eq!(lengths, [4000, 4000]);
        assert!(letters[0].buttons.is_empty() && !letters[0].typing);
        assert_eq!(letters[1].buttons, [[LetterButton { label: BLANK.to_owned(), data: "m:".to_owned() }]]);
    }

    #[test]
    fn blank_bubbles_are_left_out_and_the_others_come_with_typing() {
        let says = [Say::Bubble("喂".to_owned()), Say::Bubble(" \n".to_owned())];
        let letters = letters(&says, true, &|_| String::new());
        assert_eq!(letters, [Letter { text: "喂".to_owned(), buttons: Vec::new(), typing: true }]);
    }

    #[test]
    fn a_blank_text_with_buttons_still_shows_them() {
        let button = Button { label: Label::Text("x".to_owned()), action: Action::Page(1) };
        let phrase = Phrase::from(MenuPhrase::ChooseLanguage);
        let letters = letters(&[Say::Tell(phrase, vec![vec![button]])], false, &|_| "  ".to_owned());
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].text, BLANK);
    }

    proptest! {
        #[test]
        fn pieces_fit_and_nothing_but_white_space_is_lost(
            words in prop::collection::vec("[a-z甲乙😀]{1,40}", 0..600),
            between in "[ \n]",
        ) {
            let text = words.join(&between);
            let pieces = split(&text);
            for piece in &pieces {
                prop_assert!(units(piece) <= MOST_TEXT && !piece.trim().is_empty());
            }
            let solid = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(solid(&pieces.concat()), solid(&text));
        }
    }
}
