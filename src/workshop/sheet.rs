//! A TOML file as written: every value with its place, whatever it is good for. A file that does not parse to the end
//! gives what was read of it. Texts of the short form are found where the long form has them.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::base::lang::Lang;
use crate::persona::finding::Source;
use crate::persona::script;

use super::short;

/// A file.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// Its name and text.
    pub source: Source<'a>,
    /// The language of its texts, where it names one.
    pub lang: Option<Lang>,
    /// Everything in it.
    pub root: Spot,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The stretch of the value, with its quotation marks.
    pub span: Range<usize>,
    /// The value.
    pub node: Node,
}

/// A value.
#[derive(Clone, Debug)]
pub enum Node {
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// A list.
    List(Vec<Spot>),
    /// A table: each key with its place and value, in file order.
    Table(Vec<(Key, Spot)>),
    /// Anything else.
    Other,
}

/// A key and its place.
#[derive(Clone, Debug)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Where it stands.
    pub span: Range<usize>,
}

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// He says it.
    Said,
    /// Anything else that people read or that is compared with what they write.
    Other,
}

/// A text of a file.
#[derive(Clone, Debug)]
pub struct Text<'s> {
    /// The keys that lead to it; places in lists are left out.
    pub path: Vec<&'s str>,
    /// What it says.
    pub text: &'s str,
    /// Its stretch, with its quotation marks.
    pub span: Range<usize>,
    /// What it is for.
    pub used: Use,
}

/// The keys of lists of lines that he says.
const SAID: [&str; 8] = ["opening", "tell", "tell_high", "push", "push_high", "taken", "taken_early", "done"];

impl<'a> Sheet<'a> {
    /// Reads a file.
    pub fn read(source: Source<'a>) -> Sheet<'a> {
        let (table, _) = DeTable::parse_recoverable(source.text);
        let mut root = Spot { span: table.span(), node: of_table(table.get_ref()) };
        short::unfold(&mut root);
        let lang = match root.get("lang") {
            Some(lang) => lang.text().and_then(Lang::parse),
            None => short::opening(&root).and_then(script::language),
        };
        Sheet { source, lang, root }
    }

    /// The value under these keys.
    pub fn at(&self, path: &[&str]) -> Option<&Spot> {
        path.iter().try_fold(&self.root, |spot, key| spot.get(key))
    }

    /// How many entries the longest of its lists and tables of entries has; lists of texts do not count.
    pub fn longest(&self) -> usize {
        let entries = |(_, spot): &(Key, Spot)| match &spot.node {
            Node::Table(entries) => entries.len(),
            Node::List(items) => items.iter().filter(|item| item.text().is_none()).count(),
            _ => 0,
        };
        let text = self.root.get("text").map(Spot::entries).unwrap_or_default();
        self.root.entries().iter().chain(text).map(entries).max().unwrap_or(0)
    }

    /// Every text under `[text]`, in file order.
    pub fn texts(&self) -> Vec<Text<'_>> {
        let mut found = Vec::new();
        if let Some(text) = self.root.get("text") {
            collect(text, &mut Vec::new(), &mut found);
        }
        found
    }

    /// Every line that he may say.
    pub fn said(&self) -> impl Iterator<Item = Text<'_>> {
        self.texts().into_iter().filter(|text| text.used == Use::Said)
    }

    /// The stretch of a part of a text, given as bytes of what it says: exact where it is written as it reads, else the
    /// whole text.
    pub fn part(&self, text: &str, span: &Range<usize>, part: Range<usize>) -> Range<usize> {
        let written = self.source.text.get(span.clone()).unwrap_or_default();
        let inner = written.find(text).filter(|_| !part.is_empty());
        inner.map_or(span.clone(), |at| span.start + at + part.start..span.start + at + part.end)
    }
}

impl Spot {
    /// Keys and values, to be changed; nothing where this is no table.
    pub(super) fn entries_mut(&mut self) -> Option<&mut Vec<(Key, Spot)>> {
        match &mut self.node {
            Node::Table(entries) => Some(entries),
            _ => None,
        }
    }

    /// The value under a key; `None` where this is no table or has no such key.
    pub fn get(&self, key: &str) -> Option<&Spot> {
        self.entries().iter().find(|(name, _)| name.name == key).map(|(_, spot)| spot)
    }

    /// Keys and values; none where this is no table.
    pub fn entries(&self) -> &[(Key, Spot)] {
        match &self.node {
            Node::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The values of a list; a text that stands alone is a list of one.
    pub fn items(&self) -> &[Spot] {
        match &self.node {
            Node::List(items) => items,
            Node::Text(_) => std::slice::from_ref(self),
            _ => &[],
        }
    }

    /// The values of a list under a key.
    pub fn list(&self, key: &str) -> &[Spot] {
        self.get(key).map_or(&[], Spot::items)
    }

    /// The texts of a list under a key.
    pub fn strings(&self, key: &str) -> Vec<&str> {
        self.list(key).iter().filter_map(Spot::text).collect()
    }

    /// The text, if this is one.
    pub fn text(&self) -> Option<&str> {
        match &self.node {
            Node::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if this is one.
    pub fn number(&self) -> Option<i64> {
        match self.node {
            Node::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Whether this is `true`.
    pub fn is_true(&self) -> bool {
        matches!(self.node, Node::Flag(true))
    }
}

fn of_table(table: &DeTable<'_>) -> Node {
    let mut entries: Vec<(Key, Spot)> = table
        .iter()
        .map(|(key, value)| {
            let name = Key { name: key.get_ref().clone().into_owned(), span: key.span() };
            (name, Spot { span: value.span(), node: of(value.get_ref()) })
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.span.start);
    Node::Table(entries)
}

fn of(value: &DeValue<'_>) -> Node {
    match value {
        DeValue::String(text) => Node::Text(text.clone().into_owned()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Node::Other, Node::Number)
        }
        DeValue::Boolean(flag) => Node::Flag(*flag),
        DeValue::Array(list) => {
            Node::List(list.iter().map(|v| Spot { span: v.span(), node: of(v.get_ref()) }).collect())
        }
        DeValue::Table(table) => of_table(table),
        DeValue::Float(_) | DeValue::Datetime(_) => Node::Other,
    }
}

fn collect<'s>(spot: &'s Spot, path: &mut Vec<&'s str>, found: &mut Vec<Text<'s>>) {
    match &spot.node {
        Node::Text(text) => {
            let own = path.first() == Some(&"lines");
            let said = own || path.last().is_some_and(|key| SAID.contains(key));
            let used = if said { Use::Said } else { Use::Other };
            found.push(Text { path: path.clone(), text, span: spot.span.clone(), used });
        }
        Node::List(items) => items.iter().for_each(|item| collect(item, path, found)),
        Node::Table(entries) => {
            for (key, value) in entries {
                path.push(&key.name);
                collect(value, path, found);
                path.pop();
            }
        }
        Node::Number(_) | Node::Flag(_) | Node::Other => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_place_and_every_text_its_use() {
        let text = "lang = \"en\"\n[text]\ntitle = \"T\"\nopening = [\"Hello\\nyou\"]\n[text.lines]\nwait = ['Hm { $time }']\n";
        let sheet = Sheet::read(Source { name: "a", text });
        assert_eq!(sheet.lang, Some(Lang::EN));
        let texts = sheet.texts();
        let shown: Vec<(String, Use)> = texts.iter().map(|t| (t.path.join("."), t.used)).collect();
        let expected = [("title", Use::Other), ("opening", Use::Said), ("lines.wait", Use::Said)];
        assert_eq!(shown, expected.map(|(path, used)| (path.to_owned(), used)));
        assert_eq!(&text[texts[1].span.clone()], "\"Hello\\nyou\"");
        let last = &texts[2];
        assert_eq!(&text[sheet.part(last.text, &last.span, 5..10)], "$time");
        assert_eq!(sheet.part(texts[1].text, &texts[1].span, 0..5), texts[1].span, "not written as it reads");
    }

    #[test]
    fn a_broken_file_gives_what_was_read_of_it() {
        let sheet = Sheet::read(Source { name: "a", text: "id = \"a\"\n[text\n" });
        assert_eq!(sheet.at(&["id"]).and_then(Spot::text), Some("a"));
    }
}
