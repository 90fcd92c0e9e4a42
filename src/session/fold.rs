//! From events to the conversation they made.

use crate::base::ending::Ending;
use crate::base::gentle::Gentle;
use crate::base::hash::ContentHash;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::mode::Mode;
use crate::base::span::Span;
use crate::base::time::Moment;
use crate::customer::state::Customer;
use crate::customer::trace::Turn;
use crate::customer::{react, speak};
use crate::nlu::ear::Ear;
use crate::nlu::reader::Reader;
use crate::nlu::reading::Reading;
use crate::persona::lines::Book;
use crate::persona::model::{Persona, Texts};
use crate::persona::rules::Rules;

use super::care::Care;
use super::event::{Branch, Event, Nudge, Started};
use super::limit::Limit;

/// The version of the engine: raised by every change after which the same session could play differently.
pub const ENGINE: u32 = 13;

/// Everything a conversation is played with.
#[derive(Clone, Copy)]
pub struct Cast<'a> {
    /// The customer.
    pub persona: &'a Persona,
    /// His texts in the session's language.
    pub texts: &'a Texts,
    /// The laws.
    pub rules: &'a Rules,
    /// The language's lines.
    pub book: &'a Book,
    /// What understands the trainee.
    pub reader: &'a Reader,
    /// The persona's topics, compiled for that reader.
    pub ear: &'a Ear,
    /// Hash of reader and general lines.
    pub locale_hash: &'a ContentHash,
    /// The trainee's limit on abuse and the hash of the words that it goes by; `None` where she has set none.
    pub limit: Option<(Gentle, &'a ContentHash)>,
}

impl Cast<'_> {
    /// The limit as it is recorded.
    pub fn limit(&self) -> Option<Limit> {
        self.limit.map(|(gentle, words)| Limit { gentle, words: words.clone() })
    }
}

/// A conversation, complete with every turn's trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// How it started.
    pub start: Started,
    /// The customer's first bubbles.
    pub opening: Vec<String>,
    /// The turns so far.
    pub turns: Vec<Turn>,
    /// When each message came, in the order of `turns`.
    pub times: Vec<Moment>,
    /// The customer now.
    pub customer: Customer,
    /// When the last message came; at first, when it started.
    pub heard_at: Moment,
    /// His last words where the trainee ended it; empty where he had them in his last answer.
    pub farewell: Vec<String>,
    /// How it ended.
    pub ended: Option<Ending>,
    /// Hash over all messages so far and their times.
    pub chain: ContentHash,
    /// Hints shown.
    pub hints: u16,
    /// The same, oldest first.
    pub hinted: Vec<Hinted>,
    /// Answers to the three questions: `None` not asked yet, `Some(None)` skipped.
    pub answers: [Option<Option<String>>; 3],
    /// Whether the debrief was shown.
    pub debriefed: bool,
    /// Her breaks, and how she felt.
    pub care: Care,
}

/// A hint that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hinted {
    /// How many messages had been written.
    pub after: u16,
    /// When.
    pub at: Moment,
    /// What it pointed at; `None` where the record did not keep it.
    pub nudge: Option<Nudge>,
}

/// Why recorded events do not fold to the conversation they claim to be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// The first event is not a start.
    #[error("the log does not begin with a started event")]
    NoStart,
    /// It was made with another persona text.
    #[error("made with another version of persona {persona}: recorded {recorded}, here {here}")]
    OtherPersona {
        /// Which.
        persona: PersonaId,
        /// Hash in the log.
        recorded: ContentHash,
        /// Hash here.
        here: ContentHash,
    },
    /// It was made with another version of the language.
    #[error("made with another version of language {lang}: recorded {recorded}, here {here}")]
    OtherLocale {
        /// Which.
        lang: Lang,
        /// Hash in the log.
        recorded: ContentHash,
        /// Hash here.
        here: ContentHash,
    },
    /// It was made with other lists of harsh words, or with a limit on them that is not there any more.
    #[error("made with other harsh words in {lang}")]
    OtherLimit {
        /// Which.
        lang: Lang,
    },
    /// It was made with another engine.
    #[error("made with engine {recorded}, this is engine {here}")]
    OtherEngine {
        /// In the log.
        recorded: u32,
        /// Here.
        here: u32,
    },
    /// The replay went another way than the record.
    #[error("event {event}: {what} differs: recorded {recorded}, replayed {replayed}")]
    Differs {
        /// Place in the log, from 1.
        event: usize,
        /// What differs.
        what: &'static str,
        /// In the log.
        recorded: String,
        /// Here.
        replayed: String,
    },
    /// An event that cannot follow, such as a message after the end.
    #[error("event {event} cannot follow what came before it")]
    OutOfOrder {
        /// Place in the log, from 1.
        event: usize,
    },
}

/// Milliseconds in a minute.
const MINUTE: i64 = 60_000;

impl Session {
    /// Starts a conversation for practice; the customer speaks first.
    pub fn open(cast: &Cast<'_>, lang: Lang, seed: u64, at: Moment) -> (Session, Event) {
        Session::open_as(cast, lang, seed, at, (Mode::Practice, None))
    }

    /// Starts a conversation of some mode, or a branch of another; the customer speaks first.
    pub fn open_as(
        cast: &Cast<'_>,
        lang: Lang,
        seed: u64,
        at: Moment,
        (mode, branch): (Mode, Option<Branch>),
    ) -> (Session, Event) {
        let (customer, opening) = react::open(cast, seed);
        let start = Started {
            persona: cast.persona.id.clone(),
            lang,
            seed,
            persona_hash: cast.persona.hash.clone(),
            locale_hash: cast.locale_hash.clone(),
            engine: ENGINE,
            at,
            mode,
            branch,
            limit: cast.limit(),
        };
        let session = Session {
            start: start.clone(),
            opening: opening.clone(),
            turns: Vec::new(),
            times: Vec::new(),
            customer,
            heard_at: at,
            farewell: Vec::new(),
            ended: None,
            chain: first_link(&start),
            hints: 0,
            hinted: Vec::new(),
            answers: [None, None, None],
            debriefed: false,
            care: Care::default(),
        };
        (session, Event::Started { start, opening })
    }

    /// Plays one message of the trainee. After the end it changes nothing and repeats the last words.
    pub fn play(&mut self, cast: &Cast<'_>, said: &str, at: Moment) -> Event {
        if self.is_open() {
            let before = self.last_words();
            let mut reading = cast.reader.read(said, Some(cast.ear), &before);
            if let Some(pair) = &self.customer.memory.asked_back {
                let whole = Span { start: 0, end: said.len() as u32 };
                reading.settle(cast.ear.settled(said, pair), whole);
            }
            let pause = (at.since(self.heard_at) / MINUTE).min(i64::from(u32::MAX)) as u32;
            let (customer, turn) = react::react(cast, &self.customer, said, reading, pause);
            self.heard_at = at;
            self.customer = customer;
            self.ended = turn.ended;
            self.turns.push(turn);
            self.times.push(at);
            let link = [self.chain.as_str().as_bytes(), said.as_bytes(), &at.0.to_le_bytes()];
            self.chain = ContentHash::of(link);
        }
        let (reply, state) = self.turns.last().map_or_else(
            || (self.opening.clone(), self.customer.state.clone()),
            |turn| (turn.reply.clone(), turn.state.clone()),
        );
        let levels = self.customer.anchors.map(|_, anchor| anchor.level);
        let (ended, chain) = (self.ended, self.chain.clone());
        Event::Played { said: said.to_owned(), at, reply, levels, state, ended, chain }
    }

    /// Plays a message of which only what was understood is known: what synthetic trainees write.
    pub fn hear(&mut self, cast: &Cast<'_>, reading: Reading) {
        if self.is_open() {
            let (customer, turn) = react::react(cast, &self.customer, "", reading, 0);
            self.customer = customer;
            self.ended = turn.ended;
            self.turns.push(turn);
            self.times.push(self.heard_at);
        }
    }

    fn last_words(&self) -> String {
        self.last_bubbles().join("\n")
    }

    /// What the customer answered last; his opening where nothing was written yet.
    pub fn last_bubbles(&self) -> &[String] {
        self.turns.last().map_or(&self.opening, |turn| &turn.reply)
    }

    /// The trainee ends it; the customer has the last word.
    pub fn stop(&mut self, cast: &Cast<'_>, at: Moment) -> Event {
        let mut reply = Vec::new();
        if self.is_open() {
            (self.customer, reply, _) = react::stop(cast, &self.customer);
            self.ended = self.customer.ended;
            self.farewell = reply.clone();
        }
        Event::Stopped { at, reply, ended: self.ended.unwrap_or(Ending::Unresolved) }
    }

    /// Takes in an event that needs no playing: hints, reflections, the debrief, giving up.
    pub fn note(&mut self, event: &Event) {
        match event {
            Event::Hinted { at, nudge } => {
                self.hints = self.hints.saturating_add(1);
                let after = u16::try_from(self.turns.len()).unwrap_or(u16::MAX);
                self.hinted.push(Hinted { after, at: *at, nudge: nudge.clone() });
            }
            Event::Reflected { question, answer, .. } => {
                let place = usize::from(*question).wrapping_sub(1);
                if let Some(slot) = self.answers.get_mut(place) {
                    *slot = Some(answer.clone());
                }
            }
            Event::Debriefed { .. } => self.debriefed = true,
            Event::Cancelled { .. } => self.ended = self.ended.or(Some(Ending::Unresolved)),
            Event::Paused { .. } | Event::Resumed { .. } | Event::CheckedIn { .. } => self.care.note(event),
            Event::Started { .. } | Event::Played { .. } | Event::Stopped { .. } => {}
        }
    }

    /// In-role answer to something that is not text; `key` is `media-photo` and the like. Changes nothing, so that
    /// a sticker can neither calm nor cost anything.
    pub fn aside(&self, cast: &Cast<'_>, key: &str) -> Option<String> {
        speak::aside(cast, &mut self.customer.clone(), key).map(|(words, _)| words)
    }

    /// Whether the trainee may still write to the customer.
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether it was the trainee who ended it.
    pub fn is_stopped(&self) -> bool {
        !self.is_open() && self.turns.last().is_none_or(|turn| turn.ended.is_none())
    }
}

/// Rebuilds a session from its events, playing every message again and comparing with what was recorded.
pub fn replay(cast: &Cast<'_>, events: &[Event]) -> Result<Session, ReplayError> {
    let Some((Event::Started { start, opening }, rest)) = events.split_first() else {
        return Err(ReplayError::NoStart);
    };
    same_content(cast, start)?;
    let kind = (start.mode, start.branch.clone());
    let (mut session, _) = Session::open_as(cast, start.lang, start.seed, start.at, kind);
    same(1, "opening", opening, &session.opening)?;
    for (place, event) in rest.iter().enumerate() {
        replay_one(cast, &mut session, event, place + 2)?;
    }
    Ok(session)
}

fn replay_one(
    cast: &Cast<'_>,
    session: &mut Session,
    event: &Event,
    place: usize,
) -> Result<(), ReplayError> {
    match event {
        Event::Played { said, at, reply, levels, state, ended, chain } if session.is_open() => {
            let again = session.play(cast, said, *at);
            let Event::Played { reply: r, levels: l, state: s, ended: e, chain: c, .. } = again else {
                return Ok(());
            };
            same(place, "message or its time", chain, &c)?;
            same(place, "reply", reply, &r)?;
            same(place, "levels", levels, &l)?;
            same(place, "state", state, &s)?;
            same(place, "ending", ended, &e)
        }
        Event::Stopped { at, reply, ended } if session.is_open() => {
            let again = session.stop(cast, *at);
            let Event::Stopped { reply: r, ended: e, .. } = again else { return Ok(()) };
            same(place, "reply", reply, &r)?;
            same(place, "ending", ended, &e)
        }
        Event::Started { .. } | Event::Played { .. } | Event::Stopped { .. } => {
            Err(ReplayError::OutOfOrder { event: place })
        }
        other => {
            session.note(other);
            Ok(())
        }
    }
}

/// The hash that the first message is chained to: everything a replay starts from.
fn first_link(start: &Started) -> ContentHash {
    let numbers = [start.seed.to_le_bytes(), start.at.0.to_le_bytes()].concat();
    let words =
        [start.persona.as_str(), start.lang.tag(), start.persona_hash.as_str(), start.locale_hash.as_str()];
    // Practice from the beginning adds nothing, so that the chains of records from before there were modes hold.
    let mode = (start.mode != Mode::Practice).then(|| start.mode.id());
    let branch = start.branch.as_ref().map(|b| format!("{} {} {}", b.parent, b.message, b.chain.as_str()));
    let limit = start.limit.as_ref().map(|l| format!("{} {}", l.gentle.id(), l.words.as_str()));
    let more = mode.into_iter().chain(branch.as_deref()).chain(limit.as_deref()).map(str::as_bytes);
    ContentHash::of(words.into_iter().map(str::as_bytes).chain([numbers.as_slice()]).chain(more))
}

fn same_content(cast: &Cast<'_>, start: &Started) -> Result<(), ReplayError> {
    if start.engine != ENGINE {
        return Err(ReplayError::OtherEngine { recorded: start.engine, here: ENGINE });
    }
    if start.persona_hash != cast.persona.hash {
        let (recorded, here) = (start.persona_hash.clone(), cast.persona.hash.clone());
        return Err(ReplayError::OtherPersona { persona: start.persona.clone(), recorded, here });
    }
    if start.locale_hash != *cast.locale_hash {
        let (recorded, here) = (start.locale_hash.clone(), cast.locale_hash.clone());
        return Err(ReplayError::OtherLocale { lang: start.lang, recorded, here });
    }
    if start.limit != cast.limit() {
        return Err(ReplayError::OtherLimit { lang: start.lang });
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(
    event: usize,
    what: &'static str,
    recorded: &T,
    replayed: &T,
) -> Result<(), ReplayError> {
    if recorded == replayed {
        return Ok(());
    }
    let (recorded, replayed) = (format!("{recorded:?}"), format!("{replayed:?}"));
    Err(ReplayError::Differs { event, what, recorded, replayed })
}
