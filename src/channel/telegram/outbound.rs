//! From what is to be said to messages as Telegram takes them: plain text of at most 4,096 UTF-16 units, rows of
//! buttons below the last piece; pictures and reports as files.

use serde::Serialize;
use serde_json::{Value, json};
use teloxide::requests::Payload;
use teloxide::types::Message;

use crate::base::phrase::Phrase;
use crate::chart::ChartError;
use crate::chart::figure::Palette;
use crate::debrief::sheet::Sheet;
use crate::desk::{FileKind, Letter, LetterButton, LetterFile, LetterFrame};
use crate::flow::action::Action;
use crate::flow::say::{Button, FileForm, Label, Paper, Say};
use crate::report;

use super::api::Upload;

/// Most UTF-16 units of a message.
const MOST_TEXT: usize = 4096;
/// Most UTF-16 units of a caption.
const MOST_CAPTION: usize = 1024;
/// Most buttons of a message.
const MOST_BUTTONS: usize = 100;
/// Stands where content is blank: Telegram refuses blank texts and labels.
const BLANK: &str = "…";

/// The letters for what is to be said. A blank bubble is left out.
pub fn letters(says: &[Say], typing: bool, render: &dyn Fn(&Phrase) -> String) -> Vec<Letter> {
    let render = |phrase: &Phrase| calm(render(phrase));
    says.iter().flat_map(|say| one(say, typing, &render)).collect()
}

/// Without what turns round or hides the words after it: names and what people sought are quoted, and must not turn our own
/// sentences round.
fn calm(text: String) -> String {
    let wild = |c: char| {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns || (c.is_control() && c != '\n' && c != '\t')
    };
    if text.contains(wild) { text.replace(wild, "") } else { text }
}

fn one(say: &Say, typing: bool, render: &dyn Fn(&Phrase) -> String) -> Vec<Letter> {
    let plain = |text, typing| Letter { text, typing, ..Letter::default() };
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
        Say::Board { number, prompt, phrase, rows } => {
            // A message that is turned again and again is one message: it has to fit.
            let whole = render(phrase);
            let text = Some(beginning(whole.trim(), MOST_TEXT)).filter(|text| !text.is_empty());
            let text = text.unwrap_or(BLANK).to_owned();
            let (buttons, board) = (keyboard(rows, render), Some(*number));
            vec![Letter { text, buttons, board, prompt: *prompt, ..Letter::default() }]
        }
        Say::Paper { paper, sheet, caption, instead } => {
            shown(|| paper_file(*paper, sheet, render), caption, instead, render)
        }
        Say::Chart { chart, caption, instead } => {
            let picture = || {
                let made = report::chart(chart, render, Palette::Light);
                photo(report::chart_name(chart), made)
            };
            shown(picture, caption, instead, render)
        }
        Say::Guide { frames, last, rows } => {
            let text = |phrase: &Phrase| match beginning(render(phrase).trim(), MOST_TEXT) {
                "" => BLANK.to_owned(),
                text => text.to_owned(),
            };
            let texts = frames.iter().skip(1).map(|frame| &frame.phrase).chain([last]);
            let turns = frames.iter().zip(texts).map(|(before, phrase)| LetterFrame {
                after_ms: before.seconds.saturating_mul(1_000),
                text: text(phrase),
            });
            let first = frames.first().map_or_else(|| text(last), |frame| text(&frame.phrase));
            let (buttons, frames) = (keyboard(rows, render), turns.collect());
            vec![Letter { text: first, buttons, frames, ..Letter::default() }]
        }
        Say::File { name, form, bytes, caption, rows } => {
            let (kind, mime) = match form {
                FileForm::Text => (FileKind::Document, "text/plain; charset=utf-8"),
                FileForm::Data => (FileKind::Document, "application/json"),
                FileForm::Archive => (FileKind::Document, "application/zip"),
                FileForm::Picture => (FileKind::Photo, "image/png"),
            };
            let text = beginning(render(caption).trim(), MOST_CAPTION).to_owned();
            let (name, mime, bytes) = (name.clone(), mime.to_owned(), bytes.clone());
            let file = LetterFile { kind, name, mime, instead: text.clone(), bytes };
            vec![Letter { text, buttons: keyboard(rows, render), file: Some(file), ..Letter::default() }]
        }
        Say::Table { name, title, caption, head, rows } => {
            let text = beginning(render(caption).trim(), MOST_CAPTION).to_owned();
            let document = |end: &str, mime: &str, bytes| LetterFile {
                kind: FileKind::Document,
                name: format!("{name}.{end}"),
                mime: mime.to_owned(),
                instead: text.clone(),
                bytes,
            };
            let page = document("html", "text/html", report::table(title, head, rows, render).into_bytes());
            let sheet = document("csv", "text/csv", report::spreadsheet(head, rows, render).into_bytes());
            [(text.clone(), page), (String::new(), sheet)]
                .map(|(text, file)| Letter { text, file: Some(file), ..Letter::default() })
                .into()
        }
        Say::Copy { copy, caption, instead } => {
            let instead = beginning(render(instead).trim(), MOST_TEXT).to_owned();
            let document = |name: &str, mime: &str, bytes| LetterFile {
                kind: FileKind::Document,
                name: name.to_owned(),
                mime: mime.to_owned(),
                instead: instead.clone(),
                bytes,
            };
            let page = document(report::COPY, "text/html", report::copy(copy, render).into_bytes());
            let data = copy.estate.json.clone().into_bytes();
            let data = document(report::COPY_DATA, "application/json", data);
            let text = beginning(render(caption).trim(), MOST_CAPTION).to_owned();
            [(text, page), (String::new(), data)]
                .map(|(text, file)| Letter { text, file: Some(file), ..Letter::default() })
                .into()
        }
    }
}

/// A letter with a file, or where that cannot be made, the words in its place.
fn shown(
    file: impl FnOnce() -> Option<LetterFile>,
    caption: &Phrase,
    instead: &[Phrase],
    render: &dyn Fn(&Phrase) -> String,
) -> Vec<Letter> {
    let instead = instead.iter().map(render).collect::<Vec<_>>().join("\n");
    let Some(file) = file() else {
        return split(&instead).into_iter().map(|text| Letter { text, ..Letter::default() }).collect();
    };
    // A text in its place has to fit into one message. Only after some two hundred messages does it not.
    let instead = beginning(instead.trim(), MOST_TEXT).to_owned();
    let instead = if instead.is_empty() { BLANK.to_owned() } else { instead };
    let text = beginning(render(caption).trim(), MOST_CAPTION).to_owned();
    vec![Letter { text, file: Some(LetterFile { instead, ..file }), ..Letter::default() }]
}

/// The file, without what is said in its place; `None` where it cannot be made.
fn paper_file(paper: Paper, sheet: &Sheet, render: &dyn Fn(&Phrase) -> String) -> Option<LetterFile> {
    match paper {
        Paper::Timeline => photo(report::PICTURE, report::picture(sheet, render, Palette::Light)),
        Paper::Report => Some(LetterFile {
            kind: FileKind::Document,
            name: report::PAGE.to_owned(),
            mime: "text/html".to_owned(),
            instead: String::new(),
            bytes: report::page(sheet, render).into_bytes(),
        }),
    }
}

fn photo(name: &str, made: Result<Vec<u8>, ChartError>) -> Option<LetterFile> {
    // The error has numbers only.
    let bytes = made.inspect_err(|error| tracing::error!("a picture is left out: {error}")).ok()?;
    let (name, mime) = (name.to_owned(), "image/png".to_owned());
    Some(LetterFile { kind: FileKind::Photo, name, mime, instead: String::new(), bytes })
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
        Label::Text(text) => calm(text.clone()),
    };
    let label = if label.trim().is_empty() { BLANK.to_owned() } else { label };
    LetterButton { label, data: button.action.encode(), link: matches!(button.action, Action::Link(_)) }
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
    let fitting = beginning(text, MOST_TEXT).len();
    if fitting == text.len() {
        return fitting;
    }
    let (head, _) = text.split_at(fitting);
    let good = |at: &usize| *at > fitting / 2;
    let line = head.rfind('\n').filter(good);
    line.or_else(|| head.rfind(char::is_whitespace).filter(good)).unwrap_or(fitting)
}

/// The longest beginning of at most so many UTF-16 units.
fn beginning(text: &str, most: usize) -> &str {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > most {
            return text.split_at(at).0;
        }
    }
    text
}

/// sendPhoto or sendDocument, as a letter with a file needs it.
pub(super) fn upload(chat: i64, letter: &Letter, file: &LetterFile, bot: &str) -> Upload {
    let (method, field) = match file.kind {
        FileKind::Photo => ("sendPhoto", "photo"),
        FileKind::Document => ("sendDocument", "document"),
    };
    let mut fields = vec![("chat_id", chat.to_string())];
    if !letter.text.is_empty() {
        fields.push(("caption", letter.text.clone()));
    }
    if let Some(thread) = letter.thread {
        fields.push(("message_thread_id", thread.to_string()));
    }
    if let Some(markup) = markup(letter, bot) {
        fields.push(("reply_markup", markup.to_string()));
    }
    let LetterFile { name, mime, bytes, .. } = file.clone();
    Upload { method, fields, field, name, mime, bytes }
}

/// The buttons; those that open the private chat need the bot's name.
fn markup(letter: &Letter, bot: &str) -> Option<Value> {
    let key = |b: &LetterButton| match b.link {
        true => json!({"text": b.label, "url": format!("https://t.me/{bot}?start={}", b.data)}),
        false => json!({"text": b.label, "callback_data": b.data}),
    };
    let rows: Vec<Vec<Value>> = letter.buttons.iter().map(|row| row.iter().map(key).collect()).collect();
    (!rows.is_empty()).then(|| json!({"inline_keyboard": rows}))
}

/// sendMessage, as a letter needs it.
#[derive(Serialize)]
pub(super) struct SendLetter<'a> {
    chat_id: i64,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Value>,
}

impl Payload for SendLetter<'_> {
    type Output = Message;

    const NAME: &'static str = "sendMessage";
}

impl<'a> SendLetter<'a> {
    pub(super) fn new(chat: i64, letter: &'a Letter, bot: &str) -> SendLetter<'a> {
        let (text, message_thread_id) = (letter.text.as_str(), letter.thread);
        SendLetter { chat_id: chat, text, message_thread_id, reply_markup: markup(letter, bot) }
    }
}

/// editMessageText, as a letter that turns into another needs it; without buttons the old ones go.
#[derive(Serialize)]
pub(super) struct EditLetter<'a> {
    chat_id: i64,
    message_id: i64,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Value>,
}

impl Payload for EditLetter<'_> {
    type Output = Message;

    const NAME: &'static str = "editMessageText";
}

impl<'a> EditLetter<'a> {
    pub(super) fn new(chat_id: i64, message_id: i64, letter: &'a Letter, bot: &str) -> EditLetter<'a> {
        EditLetter { chat_id, message_id, text: &letter.text, reply_markup: markup(letter, bot) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::phrase::{MenuPhrase, NoticePhrase};
    use proptest::prelude::*;

    fn units(text: &str) -> usize {
        text.encode_utf16().count()
    }

    #[test]
    fn what_turns_round_the_words_after_it_is_left_out_and_scripts_that_run_so_are_kept() {
        assert_eq!(calm("a\u{202e}b\u{2066}c\u{0}d\u{1b}[1m\ne".to_owned()), "abcd[1m\ne");
        for kept in ["سلام שלום", "👨‍👩‍👧", "甲\t乙\n"] {
            assert_eq!(calm(kept.to_owned()), kept);
        }
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
        assert_eq!(
            letters[1].buttons,
            [[LetterButton { label: BLANK.to_owned(), data: "m:".to_owned(), link: false }]]
        );
    }

    #[test]
    fn blank_bubbles_are_left_out_and_the_others_come_with_typing() {
        let says = [Say::Bubble("喂".to_owned()), Say::Bubble(" \n".to_owned())];
        let letters = letters(&says, true, &|_| String::new());
        assert_eq!(letters, [Letter { text: "喂".to_owned(), typing: true, ..Letter::default() }]);
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
