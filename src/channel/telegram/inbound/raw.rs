//! An update's own text: made readable where it can be, and the little that is needed of it whatever else it holds.
//!
//! One update that cannot be read must not keep those behind it. So a batch is taken apart without being read, and each update is
//! looked at by itself.

use serde::Deserialize;
use serde_json::Value;

use crate::base::lang::Lang;
use crate::base::time::Moment;

/// The number of an update; `None` where it has none that Telegram could have given.
pub(in crate::channel::telegram) fn number(raw: &str) -> Option<u64> {
    #[derive(Deserialize)]
    struct Numbered {
        update_id: u64,
    }
    let Numbered { update_id } = serde_json::from_str(raw).ok()?;
    (update_id <= u64::from(u32::MAX)).then_some(update_id)
}

/// The text as other programs write it: each field once (the last one counts), and no half of a character. Left as it is where that
/// cannot be done.
pub(in crate::channel::telegram) fn tidy(raw: &str) -> String {
    let read = |text: &str| serde_json::from_str::<Value>(text).map(|value| value.to_string());
    read(raw).or_else(|_| read(&whole(raw))).unwrap_or_else(|_| raw.to_owned())
}

/// Halves of characters (`\ud800` without its other half) replaced by the mark for what is missing.
fn whole(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        text.push_str(before);
        let first = unit(escape);
        let second =
            first.filter(|first| (0xd800..0xdc00).contains(first)).and_then(|_| unit(escape.get(6..)?));
        let (kept, length) = match (first, second) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => (escape.get(..12), 12),
            (Some(0xd800..=0xdfff), _) => (Some("\\ufffd"), 6),
            // A backslash and what it stands before belong together, or two of them would be taken for a start.
            _ => (escape.get(..2), 2),
        };
        text.push_str(kept.unwrap_or(escape));
        rest = escape.get(length..).unwrap_or_default();
    }
    text + rest
}

/// The number of an escape `\uXXXX` that begins here.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

/// What an update tells of when it was written and under which name its writer goes.
#[derive(Default, Deserialize)]
struct Stamp {
    message: Option<Written>,
    edited_message: Option<Written>,
    callback_query: Option<Written>,
}

#[derive(Default, Deserialize)]
struct Written {
    #[serde(default)]
    date: Value,
    #[serde(default)]
    edit_date: Value,
    from: Option<Writer>,
}

#[derive(Default, Deserialize)]
struct Writer {
    #[serde(default)]
    username: Value,
}

/// When it was written, where it tells, and the name its writer goes by.
pub(super) fn stamp(raw: &str) -> (Option<Moment>, Option<String>) {
    let Stamp { message, edited_message, callback_query } = serde_json::from_str(raw).unwrap_or_default();
    let Some(written) = message.or(edited_message).or(callback_query) else { return (None, None) };
    let seconds = written.edit_date.as_i64().or(written.date.as_i64());
    let name = written.from.and_then(|from| from.username.as_str().map(str::to_owned));
    (seconds.map(|seconds| Moment(seconds.saturating_mul(1_000))), name)
}

/// The least of a message, whatever else is wrong with its update.
#[derive(Deserialize)]
struct Bare {
    update_id: u64,
    message: BareMessage,
}

#[derive(Deserialize)]
struct BareMessage {
    chat: BareChat,
    from: BareUser,
}

#[derive(Deserialize)]
struct BareChat {
    id: i64,
    r#type: String,
}

#[derive(Deserialize)]
struct BareUser {
    #[serde(default)]
    is_bot: bool,
    language_code: Option<String>,
}

/// The update's number, the trainee and her app's language, of a private message by a person. `None` for anything else.
pub(super) fn private(raw: &str) -> Option<(u64, i64, Option<Lang>)> {
    let Bare { update_id, message } = serde_json::from_str(raw).ok()?;
    let by_person = message.chat.r#type == "private" && !message.from.is_bot && message.chat.id > 0;
    let lang = message.from.language_code.as_deref().and_then(Lang::from_system);
    by_person.then_some((update_id, message.chat.id, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_characters_are_marked_and_whole_ones_kept() {
        let read = |raw: &str| serde_json::from_str::<String>(&tidy(raw)).unwrap();
        assert_eq!(read(r#""a\ud83d\ude00b""#), "a😀b");
        assert_eq!(read(r#""a\ud83db\ude00""#), "a\u{fffd}b\u{fffd}");
        assert_eq!(read(r#""\ud83d\ud83d\ude00 \ud83d""#), "\u{fffd}😀 \u{fffd}");
        assert_eq!(read(r#""\\ud83d \n""#), "\\ud83d \n");
        assert_eq!(tidy(r#"{"a":"\ud8"#), r#"{"a":"\ud8"#);
    }

    #[test]
    fn the_number_is_found_beside_whatever_else_there_is() {
        let deep = format!(r#"{{"x":{}{},"update_id":7}}"#, "[".repeat(5_000), "]".repeat(5_000));
        assert_eq!(number(&deep), Some(7));
        assert_eq!(number(r#"{"x":"\ud800","update_id":8}"#), Some(8));
        for none in
            ["{}", r#"{"update_id":-1}"#, r#"{"update_id":99999999999}"#, r#"{"update_id":1e3}"#, "[]"]
        {
            assert_eq!(number(none), None, "{none}");
        }
    }

    #[test]
    fn the_least_of_a_message_is_read_at_any_depth() {
        let deep = format!(
            r#"{{"update_id":7,"message":{{"chat":{{"id":5,"type":"private"}},"from":{{"is_bot":false}},"x":{}{}}}}}"#,
            "[".repeat(5_000),
            "]".repeat(5_000)
        );
        assert_eq!(private(&deep), Some((7, 5, None)));
    }
}
