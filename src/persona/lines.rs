//! The customer's lines: Fluent patterns under keys such as `react-apologize-high`.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::OnceLock;

use crate::base::id::LineId;

use super::presume::{Presumed, Presumptions};

pub use super::pattern::{parse_book, parse_pattern};

/// What a line may refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Var {
    /// Short noun phrase of the case.
    Issue,
    /// The demand that is still open.
    Demand,
    /// What the trainee calls herself.
    Name,
    /// A time or deadline just promised, in the trainee's words.
    Time,
    /// An amount just named.
    Money,
    /// Who was said to come or call.
    Person,
    /// A few words of the trainee.
    Quote,
    /// The customer's own name.
    Customer,
    /// Of two things put before him, the one he names.
    Choice,
    /// Of two things a question may be about, the likelier.
    One,
    /// The other.
    Other,
    /// What an offer is called.
    Offer,
}

impl Var {
    /// Every placeable with its name, without the `$`.
    pub const ALL: [(Var, &'static str); 12] = [
        (Var::Issue, "issue"),
        (Var::Demand, "demand"),
        (Var::Name, "name"),
        (Var::Time, "time"),
        (Var::Money, "money"),
        (Var::Person, "person"),
        (Var::Quote, "quote"),
        (Var::Customer, "customer"),
        (Var::Choice, "choice"),
        (Var::One, "one"),
        (Var::Other, "other"),
        (Var::Offer, "offer"),
    ];

    /// The placeable of this name; `None` where there is none.
    pub fn parse(name: &str) -> Option<Var> {
        Var::ALL.into_iter().find(|(_, id)| *id == name).map(|(var, _)| var)
    }

    /// Whether it names something the trainee has just said, so that a line with it beats a line without.
    pub fn is_specific(self) -> bool {
        matches!(self, Var::Time | Var::Money | Var::Person | Var::Quote)
    }
}

/// What placeables stand for at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values([Option<String>; Var::ALL.len()]);

impl Values {
    /// Says what a placeable stands for; `None` where there is nothing to stand for.
    pub fn set(&mut self, var: Var, value: Option<String>) {
        if let Some(place) = self.0.get_mut(var as usize) {
            *place = value;
        }
    }

    /// What a placeable stands for.
    pub fn get(&self, var: Var) -> Option<&str> {
        self.0.get(var as usize)?.as_deref()
    }
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Literal text.
    Text(String),
    /// A placeable.
    Var(Var),
}

/// One thing a customer can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, unique within a persona and language: `persona/react-thank-low.0`.
    pub id: LineId,
    /// What it says.
    pub pieces: Vec<Piece>,
    /// What it presumes, once somebody has asked.
    presumed: OnceLock<Presumed>,
}

impl Line {
    /// A line under its name.
    pub fn new(id: LineId, pieces: Vec<Piece>) -> Line {
        Line { id, pieces, presumed: OnceLock::new() }
    }

    /// What it presumes, by the lists of the language it is written in.
    pub fn presumes(&self, lists: &Presumptions) -> Presumed {
        *self.presumed.get_or_init(|| lists.shown(&self.text()))
    }

    /// Its words, without the placeables.
    pub fn text(&self) -> String {
        let words = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Var(_) => String::new(),
        };
        self.pieces.iter().map(words).collect()
    }

    /// Whether there is a value for each of its placeables.
    pub fn fits(&self, values: &Values) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Text(_) => true,
            Piece::Var(var) => values.get(*var).is_some(),
        })
    }

    /// The line with its placeables filled, or `None` where a value is missing.
    pub fn fill(&self, values: &Values) -> Option<String> {
        let mut said = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => said.push_str(text),
                Piece::Var(var) => {
                    let value = values.get(*var)?;
                    // A sentence begins with a capital, whatever she wrote.
                    let opens = said.is_empty() || [". ", "! ", "? "].iter().any(|end| said.ends_with(end));
                    let mut letters = value.chars();
                    match letters.next().filter(|first| opens && first.is_ascii_lowercase()) {
                        Some(first) => {
                            said.push(first.to_ascii_uppercase());
                            said.push_str(letters.as_str());
                        }
                        None => said.push_str(value),
                    }
                }
            }
        }
        Some(said)
    }

    /// How many of its placeables name something the trainee has just said.
    pub fn specifics(&self) -> usize {
        self.pieces.iter().filter(|p| matches!(p, Piece::Var(var) if var.is_specific())).count()
    }
}

/// Lines by key, in file order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines(BTreeMap<String, Vec<Line>>);

impl Lines {
    /// The lines under a key; none where the key is missing.
    pub fn get(&self, key: &str) -> &[Line] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }

    /// The lines under a key and under whatever it goes on to after a hyphen, each with what follows the key.
    pub fn under<'a>(&'a self, key: &'a str) -> impl Iterator<Item = (&'a str, &'a [Line])> {
        let from = self.0.range::<str, _>((Bound::Included(key), Bound::Unbounded));
        let these = from.map_while(move |(name, lines)| Some((name.strip_prefix(key)?, lines.as_slice())));
        these.filter(|(rest, lines)| (rest.is_empty() || rest.starts_with('-')) && !lines.is_empty())
    }

    /// Every key with its lines.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Line])> {
        self.0.iter().map(|(key, lines)| (key.as_str(), lines.as_slice()))
    }

    /// The lines that `harsh` does not point at, under their own ids; keys without any are left out.
    pub fn without(&self, harsh: impl Fn(&Line) -> bool) -> Lines {
        let left = |lines: &Vec<Line>| lines.iter().filter(|line| !harsh(line)).cloned().collect::<Vec<_>>();
        let kept = self.0.iter().map(|(key, lines)| (key.clone(), left(lines)));
        Lines(kept.filter(|(_, lines)| !lines.is_empty()).collect())
    }

    /// How many lines there are under all keys.
    pub fn count(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// Adds one pattern under a key.
    pub fn add(&mut self, layer: &str, key: &str, pieces: Vec<Piece>) {
        let lines = self.0.entry(key.to_owned()).or_default();
        let id = LineId::from(format!("{layer}/{key}.{}", lines.len()));
        lines.push(Line::new(id, pieces));
    }
}

/// A language's lines: those of every customer, and those of the customer types (curriculum section 1).
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Any customer's.
    pub general: Lines,
    /// By type.
    pub types: BTreeMap<String, Lines>,
    /// What lines presume.
    pub presumptions: Presumptions,
}

#[cfg(test)]
mod tests {
    use crate::persona::finding::Source;

    use super::*;

    #[test]
    fn a_line_fills_only_when_every_value_is_there() {
        let pieces = parse_pattern("{ $time }？上次也是这么说。").unwrap();
        let line = Line::new("x".to_owned().into(), pieces);
        let mut values = Values::default();
        assert!(!line.fits(&values));
        assert_eq!(line.fill(&values), None);
        values.set(Var::Time, Some("三点".into()));
        assert!(line.fits(&values));
        assert_eq!(line.fill(&values).unwrap(), "三点？上次也是这么说。");
        assert_eq!(line.specifics(), 1);
    }

    #[test]
    fn lines_are_found_with_all_that_a_key_goes_on_to() {
        let text = "listen =\n    .a = 1\nlisten-low =\n    .a = 2\nlisten-low-anger =\n    .a = 3\nlisten_up =\n    .a = 4\n";
        let (lines, _) = parse_book("general", Source { name: "customer.ftl", text });
        let found: Vec<&str> = lines.under("listen").map(|(rest, _)| rest).collect();
        assert_eq!(found, ["", "-low", "-low-anger"]);
        assert_eq!(lines.under("list").count(), 0);
    }
}
