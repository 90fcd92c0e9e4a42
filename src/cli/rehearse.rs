//! `rehearse`: messages from standard input, played against a customer. The same messages, seed and content give
//! the same output, to the byte: the clock is not the wall's.

use std::fs::File;
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use anyhow::{Context, anyhow};
use serde::Serialize;

use crate::base::cause::Cause;
use crate::base::id::StateId;
use crate::base::lang::Lang;
use crate::base::level::{Level, PerEmotion};
use crate::base::phrase::ReviewPhrase;
use crate::base::phrase::Term;
use crate::base::time::Moment;
use crate::channel::terminal::{Mood, mood_line};
use crate::customer::trace::{Appraisal, Factor, Shift, Turn};
use crate::debrief;
use crate::debrief::sheet::sheet;
use crate::library::Loaded;
use crate::persona::rules::Phase;
use crate::session::event::Event;
use crate::session::fold::{Cast, Session};

use super::args::{Common, RehearseArgs};
use super::notation::{MoveOut, line, moves, points, topic, whole};
use super::shelf::{asked_language, load, persona, told_in};

/// One message a minute, beginning with the year 1970.
const MINUTE: i64 = 60_000;

#[derive(Serialize)]
struct TurnOut<'a> {
    turn: u16,
    said: &'a str,
    moves: Vec<MoveOut<'a>>,
    levels: PerEmotion<i32>,
    state: &'a StateId,
    phase: Phase,
    reply: &'a [String],
    questions: Vec<String>,
    offers: Vec<String>,
    lines: Vec<&'a str>,
    trace: Vec<AppraisalOut<'a>>,
    shifts: &'a [Shift],
}

#[derive(Serialize)]
struct AppraisalOut<'a> {
    cause: Cause,
    quote: Option<&'a str>,
    change: PerEmotion<f64>,
    factors: &'a [Factor],
}

#[derive(Serialize)]
struct EndOut<'a> {
    outcome: &'static str,
    state: &'a StateId,
    levels: PerEmotion<i32>,
    score: u8,
    turns: usize,
    unsaid: &'a [String],
}

/// Plays the messages; prints a line each and one at the end.
pub fn run(common: &Common, args: &RehearseArgs) -> anyhow::Result<ExitCode> {
    let loaded = load(common)?;
    let id = persona(&loaded, &args.persona, told_in(common))?;
    let home = loaded.content.personas.get(&id).map_or(Lang::ZH_HANS, |persona| persona.home);
    let asked = asked_language(&loaded, common)?.unwrap_or(home);
    let lang = loaded.content.spoken(&id, asked);
    let lang = lang.with_context(|| format!("the customer `{id}` speaks no language that is here"))?;
    if lang != asked && loaded.content.fallbacks.get(&asked) != Some(&lang) {
        anstream::eprintln!("xiaoqi: `{id}` does not speak {asked}; he speaks {lang}");
    }
    let cast =
        loaded.content.cast(&id, lang).with_context(|| format!("`{id}` cannot be played in {lang}"))?;
    let out: Box<dyn Write> = Box::new(io::stdout().lock());
    let teller: Box<dyn Teller> = match args.json {
        true => Box::new(Lines(out)),
        false => Box::new(Transcript { out, loaded: &loaded, lang: asked }),
    };
    let log = args.log.as_ref().map(|path| {
        let file = File::create(path).with_context(|| format!("{} cannot be written", path.display()))?;
        Ok::<_, anyhow::Error>(BufWriter::new(file))
    });
    let mut stage = Rehearsal { cast: &cast, teller, log: log.transpose()?, clock: 0 };
    let mut input = io::stdin().lock();
    if !args.each {
        let mut messages = std::iter::from_fn(|| next_message(&mut input).transpose());
        let session = stage.play(lang, args.seed, &mut messages)?;
        args.papers.write(&sheet(&cast, &session), &loaded.prose, asked)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut seed = args.seed;
    while let Some(line) = next_message(&mut input)? {
        let messages = line.split('\t').filter(|message| !message.trim().is_empty());
        stage.play(lang, seed, &mut messages.map(|message| Ok(message.to_owned())))?;
        seed = seed.wrapping_add(1);
    }
    Ok(ExitCode::SUCCESS)
}

/// A rehearsal under way.
struct Rehearsal<'a> {
    cast: &'a Cast<'a>,
    teller: Box<dyn Teller + 'a>,
    log: Option<BufWriter<File>>,
    clock: i64,
}

impl Rehearsal<'_> {
    fn play(
        &mut self,
        lang: Lang,
        seed: u64,
        messages: &mut dyn Iterator<Item = anyhow::Result<String>>,
    ) -> anyhow::Result<Session> {
        self.clock = 0;
        let (mut session, event) = Session::open(self.cast, lang, seed, Moment(0));
        self.record(&event)?;
        self.teller.opening(self.cast, &session)?;
        let mut unsaid = Vec::new();
        for message in messages {
            let message = message?;
            if !session.is_open() {
                unsaid.push(message);
                continue;
            }
            let at = self.tick();
            let event = session.play(self.cast, &message, at);
            self.record(&event)?;
            if let Some(turn) = session.turns.last() {
                self.teller.turn(self.cast, turn)?;
            }
        }
        if session.is_open() {
            let at = self.tick();
            let event = session.stop(self.cast, at);
            self.record(&event)?;
            self.teller.stopped(self.cast, &event)?;
        }
        self.teller.end(self.cast, &session, &unsaid)?;
        if let Some(log) = &mut self.log {
            log.flush()?;
        }
        Ok(session)
    }

    fn tick(&mut self) -> Moment {
        self.clock += MINUTE;
        Moment(self.clock)
    }

    fn record(&mut self, event: &Event) -> anyhow::Result<()> {
        match &mut self.log {
            Some(log) => line(log, event),
            None => Ok(()),
        }
    }
}

/// The next message: a line that is not blank, with `\n` and `\\` unescaped.
fn next_message(input: &mut dyn BufRead) -> anyhow::Result<Option<String>> {
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = std::str::from_utf8(&bytes).map_err(|_| anyhow!("the messages are not UTF-8"))?;
        let line = line.trim_end_matches(['\n', '\r']);
        if !line.trim().is_empty() {
            return Ok(Some(unescaped(line)));
        }
    }
}

/// A message with `\n` and `\\` for what they stand for.
pub(super) fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        match (c, rest.clone().next()) {
            ('\\', Some(escaped @ ('n' | '\\'))) => {
                text.push(if escaped == 'n' { '\n' } else { '\\' });
                rest.next();
            }
            _ => text.push(c),
        }
    }
    text
}

/// Levels now: after the last turn, or as he started.
fn levels(session: &Session) -> PerEmotion<Level> {
    let started = || session.customer.anchors.map(|_, anchor| anchor.level);
    session.turns.last().map_or_else(started, |turn| turn.after)
}

/// How a rehearsal is told.
trait Teller {
    fn opening(&mut self, cast: &Cast<'_>, session: &Session) -> anyhow::Result<()>;
    fn turn(&mut self, cast: &Cast<'_>, turn: &Turn) -> anyhow::Result<()>;
    fn stopped(&mut self, cast: &Cast<'_>, event: &Event) -> anyhow::Result<()>;
    fn end(&mut self, cast: &Cast<'_>, session: &Session, unsaid: &[String]) -> anyhow::Result<()>;
}

/// As JSON lines: turns and the end.
struct Lines<'a>(Box<dyn Write + 'a>);

impl Teller for Lines<'_> {
    fn opening(&mut self, _: &Cast<'_>, _: &Session) -> anyhow::Result<()> {
        Ok(())
    }

    fn turn(&mut self, cast: &Cast<'_>, turn: &Turn) -> anyhow::Result<()> {
        let offer = |place: &usize| cast.persona.offers.get(*place).map(|offer| offer.id.to_string());
        let out = TurnOut {
            turn: turn.number,
            said: &turn.said,
            moves: moves(&turn.reading, &turn.said),
            levels: whole(&turn.after),
            state: &turn.state,
            phase: turn.phase,
            reply: &turn.reply,
            questions: turn.reading.questions.iter().map(|q| topic(cast, &q.topic)).collect(),
            offers: turn.offers.iter().filter_map(offer).collect(),
            lines: turn.lines.iter().map(|spoken| spoken.line.as_str()).collect(),
            trace: turn.appraisals.iter().map(|one| appraisal(one, &turn.said)).collect(),
            shifts: &turn.shifts,
        };
        line(&mut self.0, &out)
    }

    fn stopped(&mut self, _: &Cast<'_>, _: &Event) -> anyhow::Result<()> {
        Ok(())
    }

    fn end(&mut self, cast: &Cast<'_>, session: &Session, unsaid: &[String]) -> anyhow::Result<()> {
        let out = EndOut {
            outcome: session.ended.map_or("unresolved", |ending| ending.id()),
            state: &session.customer.state,
            levels: whole(&levels(session)),
            score: debrief::report(cast, session).score,
            turns: session.turns.len(),
            unsaid,
        };
        line(&mut self.0, &out)
    }
}

fn appraisal<'a>(one: &'a Appraisal, said: &'a str) -> AppraisalOut<'a> {
    AppraisalOut {
        cause: one.cause,
        quote: one.span.map(|span| span.of(said)),
        change: one.change.map(|_, hundredths| points(hundredths)),
        factors: &one.factors,
    }
}

/// For people: who said what, how it felt, and the debrief.
struct Transcript<'a> {
    out: Box<dyn Write + 'a>,
    loaded: &'a Loaded,
    lang: Lang,
}

impl Transcript<'_> {
    fn replies(&mut self, cast: &Cast<'_>, bubbles: &[String]) -> io::Result<()> {
        bubbles.iter().try_for_each(|bubble| writeln!(self.out, "{}: {bubble}", cast.texts.name))
    }
}

impl Teller for Transcript<'_> {
    fn opening(&mut self, cast: &Cast<'_>, session: &Session) -> anyhow::Result<()> {
        Ok(self.replies(cast, &session.opening)?)
    }

    fn turn(&mut self, cast: &Cast<'_>, turn: &Turn) -> anyhow::Result<()> {
        writeln!(self.out, "\n{:>2} > {}", turn.number, turn.said.replace('\n', "\n     "))?;
        self.replies(cast, &turn.reply)?;
        let mood = Mood { levels: turn.after, state: turn.state.clone() };
        writeln!(self.out, "{}", mood_line(&mood, &self.loaded.prose, self.lang))?;
        Ok(())
    }

    fn stopped(&mut self, cast: &Cast<'_>, event: &Event) -> anyhow::Result<()> {
        let Event::Stopped { reply, .. } = event else { return Ok(()) };
        writeln!(self.out)?;
        Ok(self.replies(cast, reply)?)
    }

    fn end(&mut self, cast: &Cast<'_>, session: &Session, unsaid: &[String]) -> anyhow::Result<()> {
        let report = debrief::report(cast, session);
        let ended = session.ended.map(|ending| ReviewPhrase::Ended {
            name: cast.texts.name.clone(),
            ending: Term::ending(ending),
            meaning: Term::meaning(ending),
        });
        let told = ended.into_iter().map(Into::into).chain(debrief::present::evidence(&report));
        // Nobody is there to be asked: all three questions count as skipped.
        let skipped = [Some(None), Some(None), Some(None)];
        for phrase in told.chain(debrief::present::verdict(&report, &skipped)) {
            writeln!(self.out, "\n{}", self.loaded.prose.render(&phrase, self.lang))?;
        }
        if !unsaid.is_empty() {
            writeln!(self.out, "\n(+{})", unsaid.len())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_stand_for_line_ends_and_backslashes_and_nothing_else() {
        assert_eq!(unescaped(r"您好\n周女士"), "您好\n周女士");
        assert_eq!(unescaped(r"a\\nb\t\"), r"a\nb\t\");
    }

    #[test]
    fn blank_lines_are_no_messages() {
        let mut input = &b"\n  \r\none\r\n\ntwo"[..];
        assert_eq!(next_message(&mut input).unwrap().as_deref(), Some("one"));
        assert_eq!(next_message(&mut input).unwrap().as_deref(), Some("two"));
        assert_eq!(next_message(&mut input).unwrap(), None);
    }
}
