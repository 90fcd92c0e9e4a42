//! A run played again. It is what it claims to be, or it differs at a place that is named, or it was made with something
//! that is not here: then it is not called wrong.

use std::fmt::Debug;

use crate::base::ending::Ending;
use crate::base::hash::ContentHash;
use crate::debrief;
use crate::session::content::Content;
use crate::session::event::Event;
use crate::session::fold::{Cast, ENGINE, Session};

use super::file::{ResultFile, Token};
use super::run::{Hint, Message, Run, offences};

/// What came of verifying a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Played again, everything is as recorded.
    Confirmed,
    /// Something is not as recorded: at least one difference.
    Refuted(Vec<Difference>),
    /// It cannot be played again here.
    NotHere(Missing),
}

impl Verdict {
    /// This verdict with what else was found about the run: that needs no replay, and so refutes what is not here, too.
    pub fn and(self, more: impl IntoIterator<Item = Difference>) -> Verdict {
        let mut more = more.into_iter().peekable();
        match self {
            Verdict::Refuted(differences) => Verdict::Refuted(differences.into_iter().chain(more).collect()),
            verdict if more.peek().is_none() => verdict,
            _ => Verdict::Refuted(more.collect()),
        }
    }

    /// The id in words and JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Verdict::Confirmed => "confirmed",
            Verdict::Refuted(_) => "refuted",
            Verdict::NotHere(_) => "not-here",
        }
    }
}

/// Why a run cannot be played again here. Whoever has that version can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The file is of a form that this program does not know.
    Form(u32),
    /// It was made with another engine.
    Engine {
        /// By the record.
        recorded: u32,
        /// This program's.
        here: u32,
    },
    /// There is no such customer here, or he does not speak that language here.
    Persona,
    /// He is here in another version.
    PersonaVersion {
        /// By the record.
        recorded: ContentHash,
        /// His hash here.
        here: ContentHash,
    },
    /// The language is here in another version.
    LocaleVersion {
        /// By the record.
        recorded: ContentHash,
        /// Its hash here.
        here: ContentHash,
    },
    /// The words that a limit on abuse goes by are here in another version.
    Limit,
}

impl Missing {
    /// The id in words and JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Missing::Form(_) => "form",
            Missing::Engine { .. } => "engine",
            Missing::Persona => "persona",
            Missing::PersonaVersion { .. } => "persona-version",
            Missing::LocaleVersion { .. } => "locale-version",
            Missing::Limit => "limit",
        }
    }
}

/// Where something differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole.
    File,
    /// Before the first message.
    Opening,
    /// A message and its answer, from 1.
    Message(u16),
    /// The end, and what is worked out from the whole.
    End,
    /// Its place in the contest.
    Contest,
}

impl At {
    /// The id in words and JSON.
    pub fn id(self) -> &'static str {
        match self {
            At::File => "file",
            At::Opening => "opening",
            At::Message(_) => "message",
            At::End => "end",
            At::Contest => "contest",
        }
    }
}

macro_rules! whats {
    ($(($variant:ident, $id:literal, $doc:literal),)*) => {
        /// What differs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum What { $(#[doc = $doc] $variant,)* }

        impl What {
            /// All of them.
            pub const ALL: [What; [$($id),*].len()] = [$(What::$variant),*];

            /// The id in words and JSON.
            pub fn id(self) -> &'static str {
                match self { $(What::$variant => $id),* }
            }
        }
    };
}

whats![
    (Token, "token", "The token is not that of the run: something was changed, wherever."),
    (Posted, "posted", "It is none of the tokens that were posted."),
    (Opening, "opening", "His first words."),
    (Order, "order", "A time lies before the one before it."),
    (Words, "words", "Her words, their time, or something before them."),
    (Gone, "gone", "He had gone before this message."),
    (Reply, "reply", "His answer."),
    (Levels, "levels", "His levels."),
    (State, "state", "His state."),
    (Farewell, "farewell", "His last words."),
    (Ending, "ending", "How it ended."),
    (Hints, "hints", "Hints in an order that cannot be."),
    (Score, "score", "The score."),
    (Offences, "offences", "How often moves were made that usually hurt."),
    (Chain, "chain", "The session's own hash."),
    (Practice, "practice", "It belongs to no contest."),
    (Definition, "definition", "It belongs to another contest."),
    (Commitment, "commitment", "The commitment is another, or the secret does not open it."),
    (Round, "round", "There is no such round."),
    (Attempt, "attempt", "There is no such attempt."),
    (Customer, "customer", "The round is with another customer, or another version of him."),
    (Language, "language", "The round is in another language."),
    (Seed, "seed", "The round has another seed."),
    (Hinted, "hinted", "Hints were shown, and the contest allows none."),
    (Rewound, "rewound", "It branched off another session."),
    (Early, "early", "It began before the contest opened."),
    (Late, "late", "It ended after the contest closed."),
    (Long, "long", "It took longer than the round allows."),
];

/// One thing that is not as recorded, with both sides as JSON or plain numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where.
    pub at: At,
    /// What.
    pub what: What,
    /// By the file.
    pub recorded: String,
    /// As it should be; empty where there is nothing to compare with.
    pub expected: String,
}

impl Difference {
    /// With both sides.
    pub fn new(at: At, what: What, recorded: impl ToString, expected: impl ToString) -> Difference {
        Difference { at, what, recorded: recorded.to_string(), expected: expected.to_string() }
    }
}

/// Verifies a file with the content at hand.
///
/// The token comes first: whoever made the run, and with what, a token that is not its own shows that it was changed. Then
/// it is played again as far as the first message that differs, for what follows differs because of that one.
pub fn verify(content: &Content, file: &ResultFile) -> Verdict {
    let run = &file.run;
    let token = run.token();
    let mut differences = Vec::new();
    if file.token != token {
        differences.push(Difference::new(At::File, What::Token, &file.token, &token));
    }
    match here(content, run) {
        Ok(cast) => differences.extend(Replay::of(&cast, run)),
        Err(missing) if differences.is_empty() => return Verdict::NotHere(missing),
        Err(_) => {}
    }
    if differences.is_empty() { Verdict::Confirmed } else { Verdict::Refuted(differences) }
}

/// Whether the file carries one of the tokens that were posted while the contest was on; anything goes where none is given.
pub fn posted(file: &ResultFile, tokens: &[Token]) -> Option<Difference> {
    let is_posted = tokens.is_empty() || tokens.contains(&file.token);
    let one = tokens.first().map_or(String::new(), Token::to_string);
    (!is_posted).then(|| Difference::new(At::File, What::Posted, &file.token, one))
}

/// What the run was played with, where it is here.
fn here<'a>(content: &'a Content, run: &Run) -> Result<Cast<'a>, Missing> {
    if run.engine != ENGINE {
        return Err(Missing::Engine { recorded: run.engine, here: ENGINE });
    }
    let start = run.start();
    let cast = content.cast_of(&start).ok_or(Missing::Persona)?;
    if cast.persona.hash != run.persona_hash {
        let (recorded, here) = (run.persona_hash.clone(), cast.persona.hash.clone());
        return Err(Missing::PersonaVersion { recorded, here });
    }
    if *cast.locale_hash != run.locale_hash {
        let (recorded, here) = (run.locale_hash.clone(), cast.locale_hash.clone());
        return Err(Missing::LocaleVersion { recorded, here });
    }
    if cast.limit() != run.limit {
        return Err(Missing::Limit);
    }
    Ok(cast)
}

/// A replay under way, with the differences found so far.
struct Replay {
    session: Session,
    differences: Vec<Difference>,
}

impl Replay {
    fn of(cast: &Cast<'_>, run: &Run) -> Vec<Difference> {
        let kind = (run.mode, run.branch.clone());
        let (session, _) = Session::open_as(cast, run.lang, run.seed.0, run.at, kind);
        let opening = session.opening.clone();
        let mut replay = Replay { session, differences: Vec::new() };
        replay.same(At::Opening, What::Opening, &run.opening, &opening);
        replay.hints(run);
        for (number, message) in (1..=u16::MAX).zip(&run.messages) {
            if replay.differences.is_empty() {
                replay.message(cast, number, message);
            }
        }
        if run.messages.len() > usize::from(u16::MAX) {
            // Nobody stays for so many.
            replay.differences.push(Difference::new(At::End, What::Gone, run.messages.len(), u16::MAX));
        }
        if replay.differences.is_empty() {
            replay.end(cast, run);
        }
        replay.differences
    }

    /// Notes a difference where there is one, with both sides as JSON.
    fn same<T: PartialEq + serde::Serialize + Debug>(&mut self, at: At, what: What, recorded: &T, came: &T) {
        if recorded != came {
            let text = |value: &T| serde_json::to_string(value).unwrap_or_else(|_| format!("{value:?}"));
            self.differences.push(Difference::new(at, what, text(recorded), text(came)));
        }
    }

    /// Hints change nothing but the score; each stands after as many messages as the one before it, or more.
    fn hints(&mut self, run: &Run) {
        let counts = run.hints.iter().map(|hint| usize::from(hint.after));
        if !counts.clone().is_sorted() || counts.clone().any(|after| after > run.messages.len()) {
            let counts: Vec<String> = counts.map(|after| after.to_string()).collect();
            self.differences.push(Difference::new(At::End, What::Hints, counts.join(", "), ""));
        }
        for Hint { at, nudge, .. } in &run.hints {
            self.session.note(&Event::Hinted { at: *at, nudge: nudge.clone() });
        }
    }

    fn message(&mut self, cast: &Cast<'_>, number: u16, message: &Message) {
        let at = At::Message(number);
        let (open, before) = (self.session.is_open(), self.session.heard_at);
        if !open {
            let ended = self.session.ended.map_or("", Ending::id);
            return self.differences.push(Difference::new(at, What::Gone, &message.said, ended));
        }
        if message.at < before {
            self.differences.push(Difference::new(at, What::Order, message.at.0, before.0));
        }
        let event = self.session.play(cast, &message.said, message.at);
        let Event::Played { reply, levels, state, chain, .. } = event else { return };
        self.same(at, What::Words, &message.chain, &chain);
        self.same(at, What::Reply, &message.reply, &reply);
        self.same(at, What::Levels, &message.levels, &levels);
        self.same(at, What::State, &message.state, &state);
    }

    fn end(&mut self, cast: &Cast<'_>, run: &Run) {
        if let Some(stop) = &run.stopped {
            if !self.session.is_open() {
                let ended = self.session.ended.map_or("", Ending::id);
                return self.differences.push(Difference::new(At::End, What::Gone, stop.at.0, ended));
            }
            let before = self.session.heard_at;
            if stop.at < before {
                self.differences.push(Difference::new(At::End, What::Order, stop.at.0, before.0));
            }
            if let Event::Stopped { reply, .. } = self.session.stop(cast, stop.at) {
                self.same(At::End, What::Farewell, &stop.reply, &reply);
            }
        }
        let session = &self.session;
        let (ended, chain) = (session.ended, session.chain.clone());
        let (score, hurting) = (debrief::report(cast, session).score, offences(session));
        self.same(At::End, What::Ending, &Some(run.ending), &ended);
        self.same(At::End, What::Score, &run.score, &score);
        self.same(At::End, What::Offences, &run.offences, &hurting);
        self.same(At::End, What::Chain, &run.chain, &chain);
        // His clock stands still in breaks, but no break gives time back.
        if run.breaks < 0 {
            self.differences.push(Difference::new(At::End, What::Order, run.breaks, 0));
        }
    }
}
