//! The values that go into phrases.

use super::{Phrase, Term};

/// A value in a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Content or the trainee's words, as they are.
    Text(String),
    /// A number.
    Number(i64),
    /// A word of the product's vocabulary by kind and id; its message is `<kind>-<id>`.
    Term(&'static str, String),
    /// Another phrase.
    Phrase(Box<Phrase>),
    /// Phrases, one a line.
    Joined(Vec<Phrase>),
    /// Phrases in one line, with the language's separator between them.
    Listed(Vec<Phrase>),
    /// Content, one bullet a line.
    Bullets(Vec<String>),
}

/// Phrases that stand in one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed(pub Vec<Phrase>);

/// What can stand in a phrase's field.
pub trait ToArg {
    /// The value to render.
    fn to_arg(&self) -> Arg;
}

impl ToArg for String {
    fn to_arg(&self) -> Arg {
        Arg::Text(self.clone())
    }
}

impl ToArg for Term {
    fn to_arg(&self) -> Arg {
        Arg::Term(self.kind.prefix(), self.id.clone())
    }
}

impl ToArg for Box<Phrase> {
    fn to_arg(&self) -> Arg {
        Arg::Phrase(self.clone())
    }
}

impl ToArg for Vec<Phrase> {
    fn to_arg(&self) -> Arg {
        Arg::Joined(self.clone())
    }
}

impl ToArg for Listed {
    fn to_arg(&self) -> Arg {
        Arg::Listed(self.0.clone())
    }
}

impl ToArg for Vec<String> {
    fn to_arg(&self) -> Arg {
        Arg::Bullets(self.clone())
    }
}

macro_rules! numbers {
    ($($ty:ty),*) => {
        $(impl ToArg for $ty {
            fn to_arg(&self) -> Arg {
                Arg::Number(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        })*
    };
}

// `From` would do for the small ones, but not for `usize`; one rule for all is shorter.
#[allow(clippy::unnecessary_fallible_conversions)]
mod numbers {
    use super::{Arg, ToArg};

    numbers!(u8, u16, u32, i32, i64, usize);
}
