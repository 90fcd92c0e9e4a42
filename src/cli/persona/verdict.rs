//! Plays a plan and tells where the conversation is not as expected.

use toml::Spanned;

use crate::base::ending::Ending;
use crate::base::level::Emotion;
use crate::base::time::Moment;
use crate::customer::trace::Turn;
use crate::debrief;
use crate::persona::finding::nearest;
use crate::session::fold::{Cast, Session};

use super::plan::{Bounds, Expect, Ids, Ready, Texts};
use super::voice::Voice;

/// One message a minute, as `rehearse` counts.
const MINUTE: i64 = 60_000;

/// One thing that is not as expected.
pub struct Miss {
    /// Where in the plan's file the expectation stands: byte range.
    pub span: std::ops::Range<usize>,
    /// After which message, from 1; `None` at the end.
    pub turn: Option<usize>,
    /// That message; empty at the end.
    pub said: String,
    /// Which expectation, as the file calls it.
    pub what: &'static str,
    /// In words.
    pub expected: String,
    /// In words.
    pub came: String,
    /// The one among what came that is nearest to what was expected.
    pub near: Option<String>,
}

/// What came of one plan with one seed.
pub struct Verdict {
    /// Of his dice.
    pub seed: u64,
    /// How it ended.
    pub ending: Ending,
    /// The debrief's, 0 to 100.
    pub score: u8,
    /// What is not as expected; nothing where all is.
    pub misses: Vec<Miss>,
}

/// Plays the plan with one seed.
pub fn judge(ready: &Ready<'_>, cast: &Cast<'_>, seed: u64, voice: &Voice) -> Verdict {
    let (mut session, _) = Session::open(cast, ready.lang, seed, Moment(0));
    let (mut misses, mut clock) = (Vec::new(), 0);
    for (number, turn) in (1..).zip(&ready.plan.turn) {
        let said = turn.said.get_ref().as_str();
        if let Some(ending) = session.ended {
            // Everything after it would only be the same news again.
            misses.push(Miss {
                span: turn.said.span(),
                turn: Some(number),
                said: said.to_owned(),
                what: "said",
                expected: voice.say("test-still-here", &[]),
                came: voice.named("ending", ending.id()),
                near: None,
            });
            break;
        }
        clock += MINUTE;
        session.play(cast, said, Moment(clock));
        let turns = session.turns.len().saturating_sub(1)..session.turns.len();
        let mut judge = Judge { cast, session: &session, turns, voice, misses: Vec::new() };
        judge.look(&turn.expect);
        misses.extend(judge.misses.into_iter().map(|miss| Miss {
            turn: Some(number),
            said: said.to_owned(),
            ..miss
        }));
    }
    if session.is_open() {
        session.stop(cast, Moment(clock + MINUTE));
    }
    let score = debrief::report(cast, &session).score;
    let turns = 0..session.turns.len();
    let mut judge = Judge { cast, session: &session, turns, voice, misses: Vec::new() };
    judge.look(&ready.plan.end);
    judge.within("score", &ready.plan.end.score, i64::from(score));
    misses.extend(judge.misses);
    Verdict { seed, ending: session.ended.unwrap_or(Ending::Unresolved), score, misses }
}

/// Compares a conversation with what was expected of it.
struct Judge<'a> {
    cast: &'a Cast<'a>,
    session: &'a Session,
    /// The messages that moves and facts are looked for in.
    turns: std::ops::Range<usize>,
    voice: &'a Voice,
    misses: Vec<Miss>,
}

impl Judge<'_> {
    fn look(&mut self, expect: &Expect) {
        let session = self.session;
        let Some(turn) = session.turns.last() else { return };
        let turns = session.turns.get(self.turns.clone()).unwrap_or_default();
        self.one_of("state", &expect.state, &[turn.state.as_str()]);
        self.one_of("phase", &expect.phase, &[turn.phase.id()]);
        self.within("heat", &expect.heat, i64::from(turn.heat));
        for (name, emotion, bounds) in [
            ("anger", Emotion::Anger, &expect.anger),
            ("anxiety", Emotion::Anxiety, &expect.anxiety),
            ("disappointment", Emotion::Disappointment, &expect.disappointment),
            ("trust", Emotion::Trust, &expect.trust),
        ] {
            self.within(name, bounds, i64::from(turn.after.get(emotion).whole()));
        }
        self.within("solved", &expect.solved, i64::from(turn.solved));
        self.truth(&expect.accepted, session.turns.iter().any(|turn| turn.accepted));
        let ended: Vec<&str> = session.ended.iter().map(|ending| ending.id()).collect();
        self.one_of("ending", &expect.ending, &ended);
        let heard = |turn: &Turn| turn.reading.moves.iter().map(|hit| hit.mv.id()).collect::<Vec<_>>();
        let heard: Vec<&str> = turns.iter().flat_map(heard).collect();
        self.all_of("moves", &expect.moves, &heard, "move");
        self.none_of(&expect.no_moves, &heard);
        let fact = |place: &usize| self.cast.persona.facts.get(*place).map(|fact| fact.id.as_str());
        let told: Vec<&str> = turns.iter().flat_map(|turn| &turn.told).filter_map(fact).collect();
        self.all_of("facts", &expect.facts, &told, "fact");
        let farewell = session.farewell.iter().filter(|_| self.turns.len() != 1);
        let reply: Vec<&str> = turn.reply.iter().chain(farewell).map(String::as_str).collect();
        self.words(expect, &reply.join("\n"));
    }

    fn miss(&mut self, span: std::ops::Range<usize>, what: &'static str, expected: String, came: String) {
        let (turn, said, near) = (None, String::new(), None);
        self.misses.push(Miss { span, turn, said, what, expected, came, near });
    }

    fn within(&mut self, what: &'static str, bounds: &Option<Bounds>, is: i64) {
        let Some(bounds) = bounds else { return };
        let [least, most] = *bounds.get_ref();
        if is < least || is > most {
            let (least, most) = (least.to_string(), most.to_string());
            let expected = self.voice.say("test-between", &[("least", &least), ("most", &most)]);
            self.miss(bounds.span(), what, expected, is.to_string());
        }
    }

    fn truth(&mut self, accepted: &Option<Spanned<bool>>, is: bool) {
        let Some(accepted) = accepted.as_ref().filter(|accepted| *accepted.get_ref() != is) else { return };
        let word = |yes: bool| self.voice.say(if yes { "tool-yes" } else { "tool-no" }, &[]);
        let (expected, came) = (word(!is), word(is));
        self.miss(accepted.span(), "accepted", expected, came);
    }

    fn one_of(&mut self, what: &'static str, ids: &Option<Ids>, is: &[&str]) {
        let Some(ids) = ids else { return };
        let wanted: Vec<&str> = ids.get_ref().iter().map(|id| id.get_ref().as_str()).collect();
        if !wanted.iter().any(|one| is.contains(one)) {
            let listed = self.voice.all_named(what, wanted.iter().copied());
            let expected = match wanted.len() {
                0 | 1 => listed,
                _ => self.voice.say("test-one-of", &[("list", &listed)]),
            };
            let came = self.voice.all_named(what, is.iter().copied());
            self.miss(ids.span(), what, expected, came);
        }
    }

    fn all_of(&mut self, what: &'static str, ids: &Option<Ids>, is: &[&str], kind: &str) {
        for id in ids.iter().flat_map(Spanned::get_ref).filter(|id| !is.contains(&id.get_ref().as_str())) {
            let expected = self.voice.named(kind, id.get_ref());
            let came = self.voice.all_named(kind, is.iter().copied());
            self.miss(id.span(), what, expected, came);
            if let Some(miss) = self.misses.last_mut() {
                miss.near = nearest(id.get_ref(), is.iter().copied()).map(str::to_owned);
            }
        }
    }

    fn none_of(&mut self, ids: &Option<Ids>, is: &[&str]) {
        for id in ids.iter().flat_map(Spanned::get_ref).filter(|id| is.contains(&id.get_ref().as_str())) {
            let word = self.voice.named("move", id.get_ref());
            let expected = self.voice.say("test-not", &[("what", &word)]);
            self.miss(id.span(), "no_moves", expected, word);
        }
    }

    fn words(&mut self, expect: &Expect, reply: &str) {
        let quoted = |texts: &Texts| {
            let quote = |text: &String| self.voice.say("tool-quoted", &[("text", text)]);
            self.voice.listed(texts.get_ref().iter().map(quote))
        };
        let found = |texts: &Texts| texts.get_ref().iter().any(|text| reply.contains(text.as_str()));
        let came = || reply.replace('\n', " / ");
        if let Some(texts) = expect.says.as_ref().filter(|texts| !found(texts)) {
            let expected = self.voice.say("test-one-of", &[("list", &quoted(texts))]);
            self.miss(texts.span(), "says", expected, came());
        }
        if let Some(texts) = expect.never_says.as_ref().filter(|texts| found(texts)) {
            let expected = self.voice.say("test-not", &[("what", &quoted(texts))]);
            self.miss(texts.span(), "never_says", expected, came());
        }
    }
}
