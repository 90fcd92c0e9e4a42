//! Slips of the pen in TOML: what the parser complains of, told apart, and what it cannot know, such as the signs of a Chinese
//! keyboard.

use super::{Finding, Source};

type Span = std::ops::Range<usize>;

/// Most syntax errors told about one file: behind the first few, they are mostly its consequences.
const MOST_SYNTAX: usize = 5;

/// The parser's complaints, told apart by their wording; what is not recognised is quoted.
pub(super) fn syntax(source: Source<'_>, errors: &[toml::de::Error]) -> Vec<Finding> {
    let mut found: Vec<Finding> = single_brackets(source);
    let doubled = !found.is_empty();
    for error in errors.iter().take(MOST_SYNTAX) {
        let (span, message) = (error.span().unwrap_or(0..0), error.message());
        let written = source.text.get(span.clone()).unwrap_or_default().to_owned();
        let code = match syntax_code(message, &written) {
            Some("file.missing-comma") if ends_here(source.text, span.start) => Some("file.unclosed-bracket"),
            code => code,
        };
        // Of sections that run into one, everything stands there a second time.
        if doubled && code == Some("file.duplicate-key") {
            continue;
        }
        let wide = wide_sign(source.text, span.start).filter(|_| code != Some("file.duplicate-key"));
        let finding = match code {
            _ if let Some((place, meant)) = wide => {
                let written = source.text.get(place.clone()).unwrap_or_default();
                source.error("file.full-width", place.clone()).text("written", written).text("meant", meant)
            }
            Some(code @ ("file.duplicate-key" | "file.curly-quotes" | "file.unquoted" | "file.bad-key")) => {
                source.error(code, span).text("written", written)
            }
            Some(code) => source.error(code, span),
            None => source.error("file.syntax", span).text("reason", message.replace('\n', " ")),
        };
        // What follows an open quotation mark or bracket is no longer what was meant.
        let open = ["file.unclosed-quote", "file.unclosed-bracket"].contains(&finding.code);
        if found.iter().all(|other| other.line != finding.line) {
            found.push(finding);
        }
        if open {
            break;
        }
    }
    found
}

/// Sections of which there are several, written as if there were one.
const SEVERAL: [&str; 5] = ["fact", "demand", "offer", "detail", "transition"];

/// `[fact]` where `[[fact]]` is meant.
fn single_brackets(source: Source<'_>) -> Vec<Finding> {
    let mut at = 0;
    let mut found = Vec::new();
    for line in source.text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        let Some(name) = line.trim().strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else {
            continue;
        };
        let last = name.rsplit('.').next().unwrap_or(name);
        if SEVERAL.contains(&last) {
            let finding = source.error("file.single-brackets", start..start + line.trim().len());
            found.push(finding.text("name", name));
        }
        if found.len() >= MOST_SYNTAX {
            break;
        }
    }
    found
}

/// A sign of a Chinese keyboard outside quotation marks and comments, in the line of this place, and what TOML has in its place.
fn wide_sign(text: &str, at: usize) -> Option<(Span, String)> {
    let before = text.get(..at)?;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..)?.lines().next()?;
    let (mut quote, mut escaped) = (None, false);
    for (offset, c) in line.char_indices() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some('"') if c == '\\' => escaped = true,
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None if c == '#' => return None,
            None => {
                if let Some(meant) = plain_sign(c) {
                    let place = start + offset;
                    return Some((place..place + c.len_utf8(), meant.to_string()));
                }
            }
        }
    }
    None
}

/// The sign that TOML has for one of a Chinese keyboard; quotation marks are told apart elsewhere.
fn plain_sign(c: char) -> Option<char> {
    match c {
        '，' | '、' => Some(','),
        '：' => Some('='),
        '【' | '［' | '「' => Some('['),
        '】' | '］' | '」' => Some(']'),
        '。' => Some('.'),
        '\u{3000}' => Some(' '),
        '＂' | '＇' => None,
        // The block of full-width forms lies this far above the signs they are forms of.
        '！'..='～' => char::from_u32(u32::from(c).checked_sub(0xFEE0)?),
        _ => None,
    }
}

/// Whether a new key or section begins here or on the line after this place: then it is no comma that a list lacks before
/// it.
fn ends_here(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let next = rest.trim_start();
    let skipped = rest.get(..rest.len() - next.len()).unwrap_or_default();
    let line = next.lines().next().unwrap_or_default();
    let key = line.split('=').next().filter(|key| key.len() < line.len()).unwrap_or_default().trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let before = text.get(..at).unwrap_or_default();
    let opens = before.trim_end_matches([' ', '\t']).ends_with('\n') || skipped.contains('\n');
    opens && (line.starts_with('[') || (!key.is_empty() && key.chars().all(plain)))
}

fn syntax_code(message: &str, written: &str) -> Option<&'static str> {
    let curly = |c: char| matches!(c, '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '＂');
    let starts = |words: &[&str]| words.iter().any(|word| message.starts_with(word));
    if starts(&["duplicate key"]) {
        Some("file.duplicate-key")
    } else if written.contains(curly) {
        Some("file.curly-quotes")
    } else if starts(&["invalid float", "invalid integer"]) && written.starts_with(char::is_alphabetic) {
        // Words that begin as `inf` and `nan` do.
        Some("file.unquoted")
    } else if starts(&["string values must be quoted", "invalid boolean"]) && !written.is_empty() {
        Some("file.unquoted")
    } else if starts(&["string values must be quoted"]) {
        Some("file.no-value")
    } else if starts(&["invalid basic string", "invalid multi-line", "invalid literal string"]) {
        Some("file.unclosed-quote")
    } else if starts(&["unclosed array", "unclosed table", "unclosed inline table"]) {
        Some("file.unclosed-bracket")
    } else if starts(&["missing opening quote"]) {
        Some("file.unclosed-quote")
    } else if starts(&["extra comma in inline table"]) {
        Some("file.no-equals")
    } else if starts(&["missing comma"]) {
        Some("file.missing-comma")
    } else if starts(&["missing escaped value", "invalid escape"]) {
        Some("file.backslash")
    } else if starts(&["key with no value"]) {
        Some("file.no-equals")
    } else if starts(&["invalid unquoted key"]) {
        Some("file.bad-key")
    } else if starts(&["unexpected key or value"]) {
        Some("file.too-much")
    } else if message.contains("recurs") {
        Some("file.too-deep")
    } else {
        None
    }
}
