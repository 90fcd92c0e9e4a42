//! How a rehearsal is told: his answers, and under each what was understood and how he feels.

use std::io::{self, Write};

use crate::base::level::{Level, PerEmotion};
use crate::channel::terminal::{Mood, mood_line};
use crate::cli::notation::{topic, whole};
use crate::customer::trace::Turn;
use crate::debrief;
use crate::nlu::reading::Topic;
use crate::persona::model::Persona;
use crate::session::fold::{Cast, Session};

use super::super::voice::Voice;

/// Tells a trainer, line by line.
pub struct Teller<'a> {
    /// Where to.
    pub out: Box<dyn Write + 'a>,
    /// In whose language.
    pub voice: &'a Voice,
}

impl Teller<'_> {
    /// A line of ours.
    pub fn note(&mut self, key: &str, values: &[(&str, &str)]) -> io::Result<()> {
        let text = self.voice.say(key, values);
        text.lines().try_for_each(|line| writeln!(self.out, "· {line}"))?;
        self.out.flush()
    }

    /// His first words and how he feels with them.
    pub fn opening(&mut self, cast: &Cast<'_>, session: &Session) -> io::Result<()> {
        self.bubbles(cast, &session.opening)?;
        let (begun, _) = Session::open(cast, session.start.lang, session.start.seed, session.start.at);
        let levels = begun.customer.anchors.map(|_, anchor| anchor.level);
        let mood = Mood { levels, state: begun.customer.state };
        writeln!(self.out, "  {}", mood_line(&mood, &self.voice.words, self.voice.lang))?;
        self.out.flush()
    }

    /// One message: his answer, what was understood, how he feels.
    pub fn turn(&mut self, cast: &Cast<'_>, turn: &Turn) -> io::Result<()> {
        self.bubbles(cast, &turn.reply)?;
        let understood = self.voice.all_named("move", moves(turn));
        writeln!(self.out, "  {}", self.voice.say("play-understood", &[("moves", &understood)]))?;
        let persona = cast.persona;
        let asked = turn.reading.questions.iter().map(|question| match question.topic {
            Topic::Unknown => self.voice.say("play-unprepared", &[]),
            _ => topic(cast, &question.topic),
        });
        let told =
            turn.told.iter().filter_map(|place| persona.facts.get(*place)).map(|fact| fact.id.to_string());
        let offered = turn
            .offers
            .iter()
            .filter_map(|place| persona.offers.get(*place))
            .map(|offer| offer.id.to_string());
        let lists: [(&str, Vec<String>); 3] = [
            ("play-asked", asked.collect()),
            ("play-told", told.collect()),
            ("play-offered", offered.collect()),
        ];
        for (key, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
            writeln!(self.out, "  {}", self.voice.say(key, &[("list", &self.voice.listed(list))]))?;
        }
        writeln!(self.out, "  {}", self.line(turn))?;
        writeln!(self.out, "  {}", self.counts(persona, turn))?;
        self.out.flush()
    }

    /// That it is over, how, and what the debrief would give.
    pub fn end(&mut self, cast: &Cast<'_>, session: &Session) -> io::Result<()> {
        let Some(ending) = session.ended else { return Ok(()) };
        let score = debrief::report(cast, session).score.to_string();
        self.note("play-ended", &[("ending", &self.voice.named("ending", ending.id())), ("score", &score)])
    }

    /// The whole conversation with her messages; where a message had come out otherwise before, that too.
    pub fn everything(
        &mut self,
        cast: &Cast<'_>,
        session: &Session,
        before: Option<&Session>,
    ) -> io::Result<()> {
        self.opening(cast, session)?;
        for (place, turn) in session.turns.iter().enumerate() {
            writeln!(self.out, "\n{:>2} > {}", turn.number, turn.said)?;
            self.turn(cast, turn)?;
            if let Some(old) =
                before.and_then(|before| before.turns.get(place)).filter(|old| differ(old, turn))
            {
                writeln!(
                    self.out,
                    "  {}",
                    self.voice.say("play-before", &[("what", &self.outcome(cast, old))])
                )?;
            }
        }
        self.end(cast, session)
    }

    /// What came out otherwise than before, message by message; `false` where nothing did.
    pub fn differences(&mut self, cast: &Cast<'_>, session: &Session, before: &Session) -> io::Result<bool> {
        let mut any = false;
        if session.opening != before.opening {
            any = true;
            writeln!(self.out, "{}", self.voice.say("play-opening-differs", &[]))?;
            self.was_is(&before.opening.join(" / "), &session.opening.join(" / "))?;
        }
        let most = session.turns.len().max(before.turns.len());
        for place in 0..most {
            let (old, new) = (before.turns.get(place), session.turns.get(place));
            if let (Some(old), Some(new)) = (old, new)
                && !differ(old, new)
            {
                continue;
            }
            let Some(either) = new.or(old) else { continue };
            any = true;
            let (number, said) = (either.number.to_string(), either.said.as_str());
            writeln!(self.out, "{}", self.voice.say("play-differs", &[("number", &number), ("said", said)]))?;
            let gone = self.voice.say("play-not-said", &[]);
            let [old, new] =
                [old, new].map(|turn| turn.map_or_else(|| gone.clone(), |turn| self.outcome(cast, turn)));
            self.was_is(&old, &new)?;
        }
        self.out.flush()?;
        Ok(any)
    }

    fn was_is(&mut self, was: &str, is: &str) -> io::Result<()> {
        writeln!(self.out, "  {}", self.voice.say("play-before", &[("what", was)]))?;
        writeln!(self.out, "  {}", self.voice.say("play-now", &[("what", is)]))
    }

    /// One turn in one line: how he feels, how it ended if it did, what he said.
    fn outcome(&self, cast: &Cast<'_>, turn: &Turn) -> String {
        let ended = turn.ended.map(|ending| self.voice.term("ending", ending.id()));
        let understood = self.voice.listed(moves(turn).map(|id| self.voice.term("move", id)));
        let said = turn.reply.iter().map(|bubble| format!("{}: {bubble}", cast.texts.name));
        let parts = [Some(self.line(turn)), ended, Some(understood)].into_iter().flatten().chain(said);
        parts.collect::<Vec<_>>().join(" | ")
    }

    fn bubbles(&mut self, cast: &Cast<'_>, bubbles: &[String]) -> io::Result<()> {
        bubbles.iter().try_for_each(|bubble| writeln!(self.out, "{}: {bubble}", cast.texts.name))
    }

    fn line(&self, turn: &Turn) -> String {
        let mood = Mood { levels: turn.after, state: turn.state.clone() };
        mood_line(&mood, &self.voice.words, self.voice.lang)
    }

    fn counts(&self, persona: &Persona, turn: &Turn) -> String {
        let (heat, solved) = (turn.heat.to_string(), turn.solved.to_string());
        let heard = (turn.heard / crate::base::level::POINT).to_string();
        let left = persona.patience.saturating_sub(turn.number).to_string();
        let phase = self.voice.term("phase", turn.phase.id());
        let values = [
            ("heat", heat.as_str()),
            ("phase", &phase),
            ("heard", &heard),
            ("solved", &solved),
            ("left", &left),
        ];
        self.voice.say("play-counts", &values)
    }
}

/// What was understood, each once.
fn moves(turn: &Turn) -> impl Iterator<Item = &'static str> {
    let mut ids: Vec<&'static str> = Vec::new();
    for hit in &turn.reading.moves {
        if !ids.contains(&hit.mv.id()) {
            ids.push(hit.mv.id());
        }
    }
    ids.into_iter()
}

/// Whether a trainer would see a difference.
fn differ(a: &Turn, b: &Turn) -> bool {
    let levels = |of: &PerEmotion<Level>| whole(of);
    a.reply != b.reply
        || a.state != b.state
        || levels(&a.after) != levels(&b.after)
        || a.ended != b.ended
        || !moves(a).eq(moves(b))
}
