//! Telegram's HTML: a few tags, well nested, and four named entities.
use serde_json::{Value, json};

use super::text::utf16_len;

/// An open tag: its name, where its text starts (UTF-16), and the entity it will become.
struct Open<'a> {
    name: &'a str,
    from: usize,
    entity: Value,
}

/// Text and `MessageEntity` objects, or what is wrong, in Telegram's words.
pub fn parse(source: &str) -> Result<(String, Vec<Value>), String> {
    let mut parser = Parser { source, at: 0, text: String::new(), open: Vec::new(), entities: Vec::new() };
    while let Some(next) = source[parser.at..].chars().next() {
        match next {
            '<' => parser.tag()?,
            '&' => parser.character(),
            other => parser.plain(other),
        }
    }
    match parser.open.last() {
        Some(open) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.name)),
        None => Ok((parser.text, parser.entities)),
    }
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    text: String,
    open: Vec<Open<'a>>,
    entities: Vec<Value>,
}

impl<'a> Parser<'a> {
    fn plain(&mut self, c: char) {
        self.text.push(c);
        self.at += c.len_utf8();
    }

    /// `&lt;` and its like; anything else after `&` stands for itself.
    fn character(&mut self) {
        let rest = &self.source[self.at + 1..];
        let decoded = rest.split_once(';').and_then(|(name, _)| Some((named(name)?, name.len() + 2)));
        match decoded {
            Some((c, length)) => {
                self.text.push(c);
                self.at += length;
            }
            None => self.plain('&'),
        }
    }

    fn tag(&mut self) -> Result<(), String> {
        let start = self.at;
        let rest = &self.source[start + 1..];
        let Some((inside, _)) = rest.split_once('>') else {
            return Err(format!("Unclosed start tag at byte offset {start}"));
        };
        self.at += inside.len() + 2;
        match inside.strip_prefix('/') {
            Some(name) => self.close(name.trim(), start),
            None => self.start(inside, start),
        }
    }

    fn start(&mut self, inside: &'a str, at: usize) -> Result<(), String> {
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let unsupported = || format!("Unsupported start tag \"{name}\" at byte offset {at}");
        let entity = entity(name, attributes.trim()).ok_or_else(unsupported)?;
        self.open.push(Open { name, from: utf16_len(&self.text), entity });
        Ok(())
    }

    fn close(&mut self, name: &str, at: usize) -> Result<(), String> {
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {at}"));
        };
        if !name.is_empty() && !name.eq_ignore_ascii_case(open.name) {
            let (expected, found) = (open.name, name);
            let what = format!("expected \"</{expected}>\", found \"</{found}>\"");
            return Err(format!("Unmatched end tag at byte offset {at}, {what}"));
        }
        let length = utf16_len(&self.text) - open.from;
        if length > 0 && !open.entity.is_null() {
            let mut entity = open.entity;
            entity["offset"] = open.from.into();
            entity["length"] = length.into();
            self.entities.push(entity);
        }
        Ok(())
    }
}

fn named(name: &str) -> Option<char> {
    match name {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32)
        }
    }
}

/// The entity of a tag; null for a link without address, which Telegram drops.
fn entity(name: &str, attributes: &str) -> Option<Value> {
    let kind = match name.to_ascii_lowercase().as_str() {
        "b" | "strong" => "bold",
        "i" | "em" => "italic",
        "u" | "ins" => "underline",
        "s" | "strike" | "del" => "strikethrough",
        "tg-spoiler" => "spoiler",
        "span" if attributes == "class=\"tg-spoiler\"" => "spoiler",
        "code" => "code",
        "pre" => "pre",
        "blockquote" if attributes == "expandable" => "expandable_blockquote",
        "blockquote" => "blockquote",
        "a" => return Some(link(attributes)),
        _ => return None,
    };
    Some(json!({"type": kind}))
}

fn link(attributes: &str) -> Value {
    let quoted = attributes.strip_prefix("href=").unwrap_or_default();
    match quoted.trim_matches(|c| c == '"' || c == '\'') {
        "" => Value::Null,
        address => json!({"type": "text_link", "url": address}),
    }
}
