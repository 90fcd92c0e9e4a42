//! TOML, read with everything that is wrong with it at once: the parser and serde stop at the first complaint, so each
//! is noted, taken out of the way, and the rest is read again.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::syntax::syntax;
use super::{Finding, MOST, Source, Value};

/// Reads TOML into `T`.
///
/// # Errors
/// Everything that is wrong with it; never an empty list.
pub fn read_toml<T: DeserializeOwned>(source: Source<'_>) -> Result<T, Vec<Finding>> {
    toml::from_str(source.text).map_err(|_| match repaired::<T>(source).1 {
        found if found.is_empty() => vec![source.error("file.other", 0..0).text("reason", "?")],
        found => found,
    })
}

/// The same, and what is left without the keys that nothing asks for, if that is all that is wrong: so that what else is
/// amiss comes to light in the same go.
pub fn read_toml_anyway<T: DeserializeOwned>(source: Source<'_>, findings: &mut Vec<Finding>) -> Option<T> {
    if let Ok(read) = toml::from_str(source.text) {
        return Some(read);
    }
    let (read, found) = repaired(source);
    findings.extend(found);
    read
}

/// Where placeholders stand, each in a place of its own from here on: no text is that long.
const NOWHERE: usize = usize::MAX / 2;

/// A key that is misspelt is missing under its right name, too: one slip, told once. Of several tables that lack the key it
/// is the one that begins last before it.
fn told_once(mut found: Vec<Finding>) -> Vec<Finding> {
    let lacks = |finding: &Finding, name: &str| {
        let key = finding.args.iter().any(|(_, value)| matches!(value, Value::Text(key) if key == name));
        finding.code == "file.missing-key" && key
    };
    let misspelt = found.iter().filter(|finding| finding.code == "file.unknown-key");
    let slips: Vec<(String, usize)> =
        misspelt.filter_map(|finding| Some((finding.near.clone()?, finding.span.start))).collect();
    for (name, at) in slips {
        let same = found.iter().enumerate().filter(|(_, f)| lacks(f, &name) && f.span.start <= at);
        if let Some((place, _)) = same.max_by_key(|(_, finding)| finding.span.start) {
            found.remove(place);
        }
    }
    found
}

/// Reads, notes, takes out of the way, and reads again.
fn repaired<T: DeserializeOwned>(source: Source<'_>) -> (Option<T>, Vec<Finding>) {
    let (mut table, errors) = DeTable::parse_recoverable(source.text);
    if !errors.is_empty() {
        return (None, syntax(source, &errors));
    }
    let (mut found, mut whole, mut put) = (Vec::new(), true, NOWHERE);
    // A placeholder takes up to two further rounds: once to be put in, once to get its kind.
    for _ in 0..3 * MOST {
        let error = match T::deserialize(toml::Deserializer::from(table.clone())) {
            Ok(read) => return (whole.then_some(read), told_once(found)),
            Err(error) => error,
        };
        let (span, message) = (error.span().unwrap_or(0..0), error.message());
        let placed = span.start >= NOWHERE;
        put += 1;
        let went_on = match complaint(message) {
            Complaint::UnknownKey(key, valid) => {
                let finding = source.error("file.unknown-key", span.clone()).text("key", key);
                found.push(finding.names("valid", valid.iter().copied()).near(key, valid.iter().copied()));
                remove(table.get_mut(), &span)
            }
            Complaint::MissingKey(key) => {
                whole = false;
                if !placed {
                    found.push(source.error("file.missing-key", span.clone()).text("key", key));
                }
                !placed && insert(table.get_mut(), &span, key, put)
            }
            Complaint::WrongKind(kind) => {
                whole = false;
                if !placed {
                    let finding = source.error("file.wrong-kind", span.clone());
                    found.push(finding.text("written", clipped(source, &span)).thing("kind", kind));
                }
                replace(table.get_mut(), &span, kind, put)
            }
            Complaint::Other => {
                found.push(source.error("file.other", span).text("reason", message.replace('\n', " ")));
                false
            }
        };
        if !went_on || found.len() >= MOST {
            break;
        }
    }
    (None, told_once(found))
}

/// Most characters of a value that is shown where it is of the wrong kind.
const SHOWN: usize = 30;

/// What is written there, cut short where it is long.
fn clipped(source: Source<'_>, span: &Span) -> String {
    let written = source.text.get(span.clone()).unwrap_or_default();
    let short: String = written.chars().take(SHOWN).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if short.len() < written.len() { short + "…" } else { short }
}

/// What serde says, told apart.
enum Complaint<'a> {
    UnknownKey(&'a str, Vec<&'a str>),
    MissingKey(&'a str),
    WrongKind(&'static str),
    Other,
}

/// Tells serde's complaints apart by their wording, which is the only thing it hands out. What is not recognised is
/// quoted as it is.
fn complaint(message: &str) -> Complaint<'_> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    if message.starts_with("unknown field `") {
        return quoted.next().map_or(Complaint::Other, |key| Complaint::UnknownKey(key, quoted.collect()));
    }
    if message.starts_with("missing field `") {
        return quoted.next().map_or(Complaint::Other, Complaint::MissingKey);
    }
    let wrong = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "));
    match wrong.and_then(|rest| kind(rest.rsplit_once(", expected ")?.1)) {
        Some(kind) => Complaint::WrongKind(kind),
        None => Complaint::Other,
    }
}

/// The kind of value that serde wants, as `thing-<id>`.
fn kind(wanted: &str) -> Option<&'static str> {
    let starts = |words: &[&str]| words.iter().any(|word| wanted.starts_with(word));
    if starts(&["u8", "u16", "u32", "u64", "usize"]) {
        Some("whole-number")
    } else if starts(&["i8", "i16", "i32", "i64", "an integer"]) {
        Some("number")
    } else if starts(&["a boolean"]) {
        Some("yes-no")
    } else if starts(&["a sequence", "an array"]) {
        Some("list")
    } else if starts(&["a map", "struct ", "a table"]) {
        Some("table")
    } else if starts(&["a string", "a borrowed string", "a character"]) {
        Some("quoted-text")
    } else {
        None
    }
}

/// A value of a kind that stands for one that is missing or wrong.
fn placeholder<'i>(kind: &str) -> DeValue<'i> {
    match kind {
        "list" => DeValue::Array(DeArray::new()),
        "table" => DeValue::Table(DeTable::new()),
        "yes-no" => DeValue::Boolean(false),
        "whole-number" | "number" => zero(),
        _ => DeValue::String("".into()),
    }
}

fn zero<'i>() -> DeValue<'i> {
    DeValue::parse("0").map(Spanned::into_inner).unwrap_or(DeValue::Boolean(false))
}

fn nowhere<T>(value: T, place: usize) -> Spanned<T> {
    Spanned::new(place..place, value)
}

type Span = std::ops::Range<usize>;

/// Takes out the key that stands there.
fn remove(table: &mut DeTable<'_>, span: &Span) -> bool {
    if let Some(key) = table.keys().find(|key| key.span() == *span).cloned() {
        return table.remove(&key).is_some();
    }
    table.iter_mut().any(|(_, value)| inside(value.get_mut(), &mut |inner| remove(inner, span)))
}

/// Puts a placeholder into the table that stands there; the file itself stands at 0..0.
fn insert(table: &mut DeTable<'_>, span: &Span, key: &str, place: usize) -> bool {
    let put = |table: &mut DeTable<'_>| {
        table
            .insert(nowhere(key.to_owned().into(), place), nowhere(placeholder("quoted-text"), place))
            .is_none()
    };
    if span.is_empty() && span.start == 0 {
        return put(table);
    }
    fn find(value: &mut Spanned<DeValue<'_>>, named: bool, span: &Span, put: &mut Put<'_>) -> bool {
        let here = named || value.span() == *span;
        match value.get_mut() {
            DeValue::Table(table) if here => put(table),
            DeValue::Table(table) => {
                table.iter_mut().any(|(key, value)| find(value, key.span() == *span, span, put))
            }
            DeValue::Array(list) => list.iter_mut().any(|value| find(value, false, span, put)),
            _ => false,
        }
    }
    type Put<'p> = dyn FnMut(&mut DeTable<'_>) -> bool + 'p;
    let mut put = put;
    table.iter_mut().any(|(key, value)| find(value, key.span() == *span, span, &mut put))
}

/// Puts a placeholder of this kind in place of the value that stands there.
fn replace(table: &mut DeTable<'_>, span: &Span, kind: &str, place: usize) -> bool {
    fn swap(value: &mut Spanned<DeValue<'_>>, span: &Span, kind: &str, place: usize) -> bool {
        if value.span() == *span {
            *value = nowhere(placeholder(kind), place);
            return true;
        }
        match value.get_mut() {
            DeValue::Table(table) => table.iter_mut().any(|(_, value)| swap(value, span, kind, place)),
            DeValue::Array(list) => list.iter_mut().any(|value| swap(value, span, kind, place)),
            _ => false,
        }
    }
    table.iter_mut().any(|(_, value)| swap(value, span, kind, place))
}

/// Whether a table in this value does it.
fn inside(value: &mut DeValue<'_>, act: &mut dyn FnMut(&mut DeTable<'_>) -> bool) -> bool {
    match value {
        DeValue::Table(table) => act(table),
        DeValue::Array(list) => list.iter_mut().any(|value| inside(value.get_mut(), act)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persona::file::TranslationFile;

    const WHOLE: &str = "lang = \"en\"\n[text]\ntitle = \"t\"\nname = \"n\"\nsummary = \"s\"\nissue = \"i\"\n\
        opening = [\"o\"]\n[text.briefing]\nyou = \"y\"\nhappened = \"h\"\n[[text.detail]]\nask = [\"a\"]\ntell = [\"b\"]\n";

    fn found(edits: &[(&str, &str)]) -> Vec<(&'static str, String)> {
        let mut text = WHOLE.to_owned();
        for (from, to) in edits {
            assert!(text.contains(from), "{from}");
            text = text.replacen(from, to, 1);
        }
        let findings = read_toml::<TranslationFile>(Source { name: "a", text: &text }).map(|_| ());
        let findings = findings.err().unwrap_or_default();
        findings.into_iter().map(|f| (f.code, text.get(f.span.clone()).unwrap().to_owned())).collect()
    }

    fn one(from: &str, to: &str) -> (&'static str, String) {
        let mut all = found(&[(from, to)]);
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    #[test]
    fn what_is_whole_is_read() {
        assert_eq!(found(&[]), []);
    }

    #[test]
    fn every_slip_of_a_file_is_told_at_once() {
        let edits = [
            ("title =", "titel ="),
            ("name = \"n\"", "name = 3"),
            ("opening = [\"o\"]", "opening = \"o\""),
            ("ask =", "asks ="),
        ];
        let expected = [
            ("file.unknown-key", "titel"),
            ("file.wrong-kind", "3"),
            ("file.wrong-kind", "\"o\""),
            ("file.unknown-key", "asks"),
        ];
        let mut found = found(&edits);
        found.sort();
        let mut expected = expected.map(|(code, text)| (code, text.to_owned()));
        expected.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn slips_of_the_pen_are_told_apart() {
        let is = |from, to, code, text: &str| assert_eq!(one(from, to), (code, text.to_owned()), "{to}");
        is("\"t\"", "\"t", "file.unclosed-quote", "");
        is("\"t\"", "“t”", "file.curly-quotes", "“t”");
        is("\"t\"", "hello", "file.unquoted", "hello");
        is("\"t\"", "", "file.no-value", "");
        is("title =", "title", "file.no-equals", "");
        is("title =", "标题 =", "file.bad-key", "标题");
        is("\"t\"", "intermediate", "file.unquoted", "intermediate");
        is("title =", "title ＝", "file.full-width", "＝");
        is("[\"o\"]", "[\"o\"，\"p\"]", "file.full-width", "，");
        is("[\"o\"]", "【\"o，\"]", "file.full-width", "【");
        is("title =", "\u{3000}title =", "file.full-width", "\u{3000}");
        is("[[text.detail]]", "【【text.detail】】", "file.full-width", "【");
        is("\"n\"", "４０", "file.full-width", "４");
        is("name =", "title =", "file.duplicate-key", "title");
        is("[\"o\"]", "[\"o\"", "file.unclosed-bracket", "");
        is("[\"o\"]", "[\"o\" \"p\"]", "file.missing-comma", "");
        is("\"t\"", "\"a\\q\"", "file.backslash", "");
        is("\"t\"", "\"he said \"hi\"\"", "file.too-much", "");
    }

    #[test]
    fn sections_with_too_few_brackets_are_told_once_each_and_not_as_keys_that_stand_twice() {
        let text = "[fact]\nid = \"a\"\n[fact]\nid = \"b\"\n";
        let findings = read_toml::<TranslationFile>(Source { name: "a", text }).map(|_| ()).unwrap_err();
        let told: Vec<_> = findings.iter().map(|f| (f.code, f.line)).collect();
        assert_eq!(told, [("file.single-brackets", 1), ("file.single-brackets", 3)]);
    }

    #[test]
    fn a_tower_of_brackets_is_refused_without_falling_over() {
        let text = format!("x = {}", "[".repeat(100_000));
        let findings =
            read_toml::<TranslationFile>(Source { name: "a", text: &text }).map(|_| ()).unwrap_err();
        assert_eq!(findings[0].code, "file.too-deep", "{findings:?}");
    }

    #[test]
    fn an_unknown_key_comes_with_the_nearest_and_with_all_there_are() {
        let text = WHOLE.replacen("title =", "titel =", 1);
        let findings =
            read_toml::<TranslationFile>(Source { name: "a", text: &text }).map(|_| ()).unwrap_err();
        let unknown = findings.iter().find(|f| f.code == "file.unknown-key").unwrap();
        assert_eq!(unknown.near.as_deref(), Some("title"));
        let Some((_, Value::Names(names))) = unknown.args.get(1) else { panic!("{:?}", unknown.args) };
        assert!(names.contains(&"opening".to_owned()));
    }
}
