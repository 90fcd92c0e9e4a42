//! The token of a run, and the file in which a run is handed on.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::base::hash::Digest;

use super::run::Run;

/// Stands before the bytes that a token is made of.
const DOMAIN: &[u8] = b"xiaoqi/run/1\n";
/// What a result file calls itself, less the number of its form.
const FORM: &str = "xiaoqi/run/";
/// The form written today. Whatever changes what the token is made of needs another.
const TODAY: u32 = 1;
/// Hexadecimal digits of a token: 160 bits, so that nobody finds two runs with one token.
const DIGITS: usize = 40;
/// Digits in a group.
const GROUP: usize = 4;

/// The hash over a run: 40 hexadecimal digits, shown in groups of four.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Token(String);

impl Token {
    /// The token of a run's bytes.
    pub(super) fn of(bytes: &[u8]) -> Token {
        let digest = Digest::of([DOMAIN, bytes]).to_string();
        Token(digest.chars().take(DIGITS).collect())
    }

    /// Reads a token as somebody typed or copied it: in groups or not, in capitals or not. `None` for anything else.
    pub fn parse(text: &str) -> Option<Token> {
        let digits = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let digits: String = digits.map(|c| c.to_ascii_lowercase()).collect();
        let hex = digits.len() == DIGITS && digits.chars().all(|c| c.is_ascii_hexdigit());
        hex.then_some(Token(digits))
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.0.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl TryFrom<String> for Token {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Token, &'static str> {
        // In a file it stands as we print it, so that there is one way to write a run.
        Token::parse(&text).filter(|token| token.to_string() == text).ok_or("expected a token")
    }
}

impl From<Token> for String {
    fn from(token: Token) -> String {
        token.to_string()
    }
}

/// A run as it is handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResultFile {
    form: String,
    /// The run.
    pub run: Run,
    /// The token it was handed on with.
    pub token: Token,
}

/// Why a file holds no run that this program can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// No JSON, or none of ours.
    Foreign,
    /// Of a form that this program does not know.
    OtherForm(u32),
    /// It calls itself a run of today's form, and is not. Line and column, from 1; 0 where it has no place.
    Shape(usize, usize),
}

// Read first: whether the rest can be read depends on it.
#[derive(Deserialize)]
struct Head {
    form: String,
}

impl ResultFile {
    /// A run with its token.
    pub fn of(run: Run) -> ResultFile {
        ResultFile { form: format!("{FORM}{TODAY}"), token: run.token(), run }
    }

    /// The file's text: indented, for people want to read what they said.
    pub fn text(&self) -> String {
        // As with a run's bytes, nothing here has no JSON.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads a file. Strictly: a key that is not ours could hold what no token covers.
    ///
    /// # Errors
    /// [`Unreadable`].
    pub fn read(bytes: &[u8]) -> Result<ResultFile, Unreadable> {
        let head: Head = serde_json::from_slice(bytes).map_err(|_| Unreadable::Foreign)?;
        let form = head.form.strip_prefix(FORM).and_then(|number| number.parse().ok());
        match form {
            Some(TODAY) => {}
            Some(other) => return Err(Unreadable::OtherForm(other)),
            None => return Err(Unreadable::Foreign),
        }
        let shape = |error: serde_json::Error| Unreadable::Shape(error.line(), error.column());
        let file: ResultFile = serde_json::from_slice(bytes).map_err(shape)?;
        let (read, written): (Value, Value) =
            (serde_json::from_slice(bytes).map_err(shape)?, serde_json::to_value(&file).map_err(shape)?);
        match read == written {
            true => Ok(file),
            false => Err(Unreadable::Shape(0, 0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_however_it_was_typed() {
        let token = Token("0123456789abcdef0123456789abcdef01234567".to_owned());
        let shown = token.to_string();
        assert_eq!(shown, "0123-4567-89ab-cdef-0123-4567-89ab-cdef-0123-4567");
        for typed in [shown.clone(), shown.to_uppercase(), shown.replace('-', " "), shown.replace('-', "")] {
            assert_eq!(Token::parse(&typed), Some(token.clone()));
        }
        assert_eq!((Token::parse(&shown[1..]), Token::parse(&shown.replace('a', "x"))), (None, None));
        assert!(serde_json::from_str::<Token>(&format!("{:?}", shown.to_uppercase())).is_err());
    }

    #[test]
    fn what_is_no_result_file_is_told_from_one_of_another_form() {
        let read = |text: &str| ResultFile::read(text.as_bytes()).unwrap_err();
        assert_eq!(
            (read("{}"), read("no"), read("{\"form\":\"x\"}")),
            (Unreadable::Foreign, Unreadable::Foreign, Unreadable::Foreign)
        );
        assert_eq!(read("{\"form\":\"xiaoqi/run/2\",\"what\":1}"), Unreadable::OtherForm(2));
        assert!(matches!(read("{\"form\":\"xiaoqi/run/1\",\n\"what\":1}"), Unreadable::Shape(2, _)));
    }
}
