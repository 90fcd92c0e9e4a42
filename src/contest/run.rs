//! One participant's run of a round as a record: everything that a replay needs and everything that came of it, under one
//! token, in a file that can be handed on.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::base::cause::Cause;
use crate::base::ending::Ending;
use crate::base::hash::{ContentHash, Digest};
use crate::base::id::{PersonaId, StateId};
use crate::base::lang::Lang;
use crate::base::level::{Level, PerEmotion};
use crate::base::mode::Mode;
use crate::base::moves::Sign;
use crate::base::time::Moment;
use crate::debrief::{self, record::causes};
use crate::session::event::{Branch, Event, Nudge, Started};
use crate::session::fold::{Cast, ReplayError, Session, replay};
use crate::session::limit::Limit;

use super::ranking::Tally;

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

/// A run. The order of the fields is that of the hashed form; see [`ResultFile`] for the form's number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// Where it belongs; `None` for practice.
    pub contest: Option<Entry>,
    /// The customer.
    pub persona: PersonaId,
    /// Hash of his files and the shared rules.
    pub persona_hash: ContentHash,
    /// The language he spoke.
    pub lang: Lang,
    /// Hash of everything that language's reader and lines come from.
    pub locale_hash: ContentHash,
    /// Version of the engine.
    pub engine: u32,
    /// Seed of his dice.
    pub seed: Seed,
    /// What the conversation was for.
    pub mode: Mode,
    /// Where it branched off another session; `None` for a fresh run.
    pub branch: Option<Branch>,
    /// The participant's limit on abuse, which changes words and nothing else.
    pub limit: Option<Limit>,
    /// When it began.
    pub at: Moment,
    /// The customer's first bubbles.
    pub opening: Vec<String>,
    /// What was written and answered.
    pub messages: Vec<Message>,
    /// Hints shown.
    pub hints: Vec<Hint>,
    /// Where she ended it; `None` where the customer did.
    pub stopped: Option<Stop>,
    /// How long all breaks took, in milliseconds; the times above are by the customer's clock, which stood still in them.
    pub breaks: i64,
    /// How it ended.
    pub ending: Ending,
    /// 0 to 100.
    pub score: u8,
    /// How often moves were made that usually hurt.
    pub offences: u32,
    /// The session's own hash over its start, its messages and their times.
    pub chain: ContentHash,
}

/// Which round of which contest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Hash of the contest's definition.
    pub definition: Digest,
    /// The commitment posted when it was made.
    pub commitment: Digest,
    /// The round, from 1.
    pub round: u16,
    /// Her how-manieth attempt at it, from 1.
    pub attempt: u16,
}

/// A seed, written as 16 hexadecimal digits: a JSON number of that size is rounded by many programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Seed(pub u64);

/// A message and what it led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// When it came.
    pub at: Moment,
    /// Her words.
    pub said: String,
    /// His.
    pub reply: Vec<String>,
    /// His levels after it, in hundredths of a point.
    pub levels: PerEmotion<Level>,
    /// His state after it.
    pub state: StateId,
    /// The session's hash up to here.
    pub chain: ContentHash,
}

/// A hint that was shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// After how many messages.
    pub after: u16,
    /// When.
    pub at: Moment,
    /// What it pointed at; `None` in old records.
    pub nudge: Option<Nudge>,
}

/// The end of a run that the participant ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// When.
    pub at: Moment,
    /// The customer's last words.
    pub reply: Vec<String>,
}

/// Why a session makes no run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Its record does not replay here.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// It has not ended.
    #[error("the conversation is still open")]
    Open,
    /// It was thrown away.
    #[error("the conversation was thrown away")]
    Cancelled,
}

impl Run {
    /// The record of a session that has ended.
    ///
    /// # Errors
    /// [`Unfit`].
    pub fn of(cast: &Cast<'_>, events: &[Event], contest: Option<Entry>) -> Result<Run, Unfit> {
        if events.iter().any(|event| matches!(event, Event::Cancelled { .. })) {
            return Err(Unfit::Cancelled);
        }
        let session = replay(cast, events)?;
        let ending = session.ended.ok_or(Unfit::Open)?;
        let stopped = events.iter().find_map(|event| match event {
            Event::Stopped { at, reply, .. } => Some(Stop { at: *at, reply: reply.clone() }),
            _ => None,
        });
        let hints = session.hinted.iter().map(|hint| Hint {
            after: hint.after,
            at: hint.at,
            nudge: hint.nudge.clone(),
        });
        let start = session.start.clone();
        Ok(Run {
            contest,
            persona: start.persona,
            persona_hash: start.persona_hash,
            lang: start.lang,
            locale_hash: start.locale_hash,
            engine: start.engine,
            seed: Seed(start.seed),
            mode: start.mode,
            branch: start.branch,
            limit: start.limit,
            at: start.at,
            opening: session.opening.clone(),
            messages: events.iter().filter_map(message).collect(),
            hints: hints.collect(),
            stopped,
            breaks: session.care.rest,
            ending,
            score: debrief::report(cast, &session).score,
            offences: offences(&session),
            chain: session.chain,
        })
    }

    /// What a replay starts from.
    pub fn start(&self) -> Started {
        Started {
            persona: self.persona.clone(),
            lang: self.lang,
            seed: self.seed.0,
            persona_hash: self.persona_hash.clone(),
            locale_hash: self.locale_hash.clone(),
            engine: self.engine,
            at: self.at,
            mode: self.mode,
            branch: self.branch.clone(),
            limit: self.limit.clone(),
        }
    }

    /// The bytes that stand for it: JSON without spaces, fields in the order above.
    pub fn bytes(&self) -> Vec<u8> {
        // Texts, numbers and lists: there is nothing here that has no JSON.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The hash over all of it: whatever is changed anywhere changes it.
    pub fn token(&self) -> Token {
        let digest = Digest::of([DOMAIN, &self.bytes()]).to_string();
        Token(digest.chars().take(DIGITS).collect())
    }

    /// When the last thing happened that belongs to it.
    pub fn ended_at(&self) -> Moment {
        let said = self.messages.last().map_or(self.at, |message| message.at);
        self.stopped.as_ref().map_or(said, |stop| stop.at)
    }

    /// Milliseconds from his first words to the end, breaks included.
    pub fn spent(&self) -> i64 {
        self.ended_at().since(self.at).saturating_add(self.breaks.max(0))
    }

    /// What it counts in a ranking.
    pub fn tally(&self) -> Tally {
        Tally {
            score: u32::from(self.score),
            offences: self.offences,
            messages: u32::try_from(self.messages.len()).unwrap_or(u32::MAX),
            spent: u64::try_from(self.spent()).unwrap_or_default(),
        }
    }
}

fn message(event: &Event) -> Option<Message> {
    let Event::Played { said, at, reply, levels, state, chain, .. } = event else { return None };
    let (said, reply, state) = (said.clone(), reply.clone(), state.clone());
    Some(Message { at: *at, said, reply, levels: *levels, state, chain: chain.clone() })
}

/// How often moves were made in a session that usually hurt, each once a message.
pub fn offences(session: &Session) -> u32 {
    let hurts = |cause: &Cause| matches!(cause, Cause::Move(mv) if mv.sign() == Sign::Hurts);
    let one = |turn| causes(turn).into_keys().filter(hurts).count();
    u32::try_from(session.turns.iter().map(one).sum::<usize>()).unwrap_or(u32::MAX)
}

impl TryFrom<String> for Seed {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Seed, &'static str> {
        let seed = u64::from_str_radix(&text, 16).ok().map(Seed);
        // Only what is written below: no plus sign, no capitals, no fewer digits.
        seed.filter(|seed| seed.to_string() == text).ok_or("expected 16 lower-case hexadecimal digits")
    }
}

impl From<Seed> for String {
    fn from(seed: Seed) -> String {
        seed.to_string()
    }
}

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The hash over a run: 40 hexadecimal digits, shown in groups of four.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Token(String);

impl Token {
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
    fn a_seed_survives_programs_that_round_numbers() {
        let written = serde_json::to_string(&Seed(u64::MAX - 1)).unwrap();
        assert_eq!(written, "\"fffffffffffffffe\"");
        assert_eq!(serde_json::from_str::<Seed>(&written).unwrap(), Seed(u64::MAX - 1));
        for other in ["\"+ffffffffffffffe\"", "\"FFFFFFFFFFFFFFFE\"", "\"7\"", "7"] {
            assert!(serde_json::from_str::<Seed>(other).is_err(), "{other}");
        }
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
