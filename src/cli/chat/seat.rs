//! The trainee's seat at the terminal: plays deeds through the flow, keeps them, and writes the log.

use std::io;
use std::path::{Path, PathBuf};

use crate::base::lang::Lang;
use crate::base::phrase::{Phrase, TerminalPhrase};
use crate::base::time::Moment;
use crate::channel::terminal::{Answer, Mood, Table};
use crate::chart::figure::Palette;
use crate::cli::notation::line;
use crate::debrief::sheet::Sheet;
use crate::desk::errands::Ran;
use crate::desk::{fresh_seed, now};
use crate::flow;
use crate::flow::errand::{Errand, Outcome};
use crate::flow::input::{Deed, Input};
use crate::flow::profile::{Profile, Screen};
use crate::flow::say::{Chart, Copy, Paper, Say};
use crate::library::Loaded;
use crate::progress::entry::Entry;
use crate::report;
use crate::session::event::Event;
use crate::session::fold::{Session, replay};

use super::keep::{Keep, TRAINEE};

/// What a seat starts with.
pub struct Start {
    /// The store, where there is one.
    pub keep: Option<Keep>,
    /// The language asked for.
    pub asked: Option<Lang>,
    /// The system's language.
    pub device: Option<Lang>,
    /// The seed asked for.
    pub seed: Option<u64>,
    /// Whether events go to standard output.
    pub json: bool,
    /// The folder for full reports.
    pub papers: PathBuf,
}

/// A trainee at the terminal.
pub struct Seat<'a> {
    loaded: &'a Loaded,
    keep: Option<Keep>,
    profile: Profile,
    session: Option<Session>,
    journal: Vec<Entry>,
    device: Option<Lang>,
    seed: Option<u64>,
    json: bool,
    papers: PathBuf,
}

impl<'a> Seat<'a> {
    /// Sits down; an open conversation is found again.
    pub fn take(loaded: &'a Loaded, start: Start) -> anyhow::Result<Seat<'a>> {
        let mut profile = start.keep.as_ref().map(|keep| keep.profile.clone()).unwrap_or_default();
        profile.lang = start.asked.or(profile.lang);
        let events = start.keep.as_ref().map_or(&[][..], |keep| &keep.events);
        let session = resume(loaded, events);
        if start.json && session.as_ref().is_some_and(Session::is_open) {
            events.iter().try_for_each(|event| line(&mut io::stdout(), event))?;
        }
        let Start { mut keep, device, seed, json, papers, .. } = start;
        let journal = keep.as_mut().map(|keep| std::mem::take(&mut keep.journal)).unwrap_or_default();
        Ok(Seat { loaded, keep, profile, session, journal, device, seed, json, papers })
    }

    /// Papers become files, and are said to be there; everything else is shown as it is.
    fn filed(&self, say: Say) -> Vec<Say> {
        match &say {
            Say::Paper { paper: Paper::Report, sheet, .. } => vec![self.report(sheet)],
            Say::Copy { copy, .. } => self.copy(copy).into(),
            // Where no place for files is settled, the words are enough.
            Say::Chart { chart, .. } if !self.papers.as_os_str().is_empty() => vec![self.chart(chart)],
            _ => vec![say],
        }
    }

    fn chart(&self, chart: &Chart) -> Say {
        let render = |phrase: &Phrase| self.loaded.prose.render(phrase, self.lang());
        let file = self.papers.join(report::chart_name(chart));
        let path = file.display().to_string();
        let written = report::chart(chart, &render, Palette::Light).map_err(io::Error::other);
        let told = match written.and_then(|bytes| put(&self.papers, &file, &bytes)) {
            Ok(()) => TerminalPhrase::Filed { path },
            Err(error) => TerminalPhrase::NotFiled { path, reason: error.to_string() },
        };
        Say::Tell(told.into(), Vec::new())
    }

    fn copy(&self, copy: &Copy) -> [Say; 2] {
        let page = report::copy(copy, &|phrase: &Phrase| self.loaded.prose.render(phrase, self.lang()));
        let write = |name: &str, text: &str| {
            let file = self.papers.join(name);
            let path = file.display().to_string();
            let told = match put(&self.papers, &file, text.as_bytes()) {
                Ok(()) => TerminalPhrase::Filed { path },
                Err(error) => TerminalPhrase::NotFiled { path, reason: error.to_string() },
            };
            Say::Tell(told.into(), Vec::new())
        };
        [write(report::COPY, &page), write(report::COPY_DATA, &copy.estate.json)]
    }

    fn report(&self, sheet: &Sheet) -> Say {
        let page = report::page(sheet, &|phrase: &Phrase| self.loaded.prose.render(phrase, self.lang()));
        let file = self.papers.join(format!("xiaoqi-report-{}.html", self.profile.sessions));
        let path = file.display().to_string();
        let told = match put(&self.papers, &file, page.as_bytes()) {
            Ok(()) => TerminalPhrase::Saved { path },
            Err(error) => TerminalPhrase::NotWritten { path, reason: error.to_string() },
        };
        Say::Tell(told.into(), Vec::new())
    }

    /// Runs an errand on the store; where there is none, that is the outcome.
    fn run(&self, errand: &Errand, at: Moment) -> anyhow::Result<Ran> {
        match &self.keep {
            Some(keep) => Ok(keep.run(errand, at)?),
            None => Ok(Ran { outcome: Some(Outcome::NoStore), ..Ran::default() }),
        }
    }

    /// Deletes what was written beside the store: reports and copies hold her words too. What cannot be deleted is
    /// named on standard error.
    fn tidy(&self, sessions: u32) {
        let reports = (1..=sessions).map(|number| format!("xiaoqi-report-{number}.html"));
        for name in
            reports.chain([report::COPY, report::COPY_DATA, report::WEEKS, report::SKILLS].map(str::to_owned))
        {
            let path = self.papers.join(name);
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    anstream::eprintln!("xiaoqi: {} stays: {error}", path.display());
                }
                _ => {}
            }
        }
    }

    /// Keeps a step; where that fails, says so once and goes on without.
    fn save(&mut self, events: &[Event], entries: &[Entry], ran: &Ran, says: &mut Vec<Say>) {
        let Some(keep) = &mut self.keep else { return };
        let kept = match ran.forgets {
            true => keep.clear(ran),
            false => keep.save(&self.profile, events, entries, ran),
        };
        if let Err(error) = kept {
            anstream::eprintln!("xiaoqi: {error}");
            says.push(Say::Tell(TerminalPhrase::NotSaved.into(), Vec::new()));
            self.keep = None;
        }
    }
}

fn put(folder: &Path, file: &Path, bytes: &[u8]) -> io::Result<()> {
    if !folder.as_os_str().is_empty() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, bytes)
}

/// The newest session. `None` where there is none, it was thrown away, or it cannot be played on, because trainers
/// changed its customer; the flow then says so.
fn resume(loaded: &Loaded, events: &[Event]) -> Option<Session> {
    if matches!(events.last(), Some(Event::Cancelled { .. })) {
        return None;
    }
    let Event::Started { start, .. } = events.first()? else { return None };
    let cast = loaded.content.cast_of(start)?;
    replay(&cast, events).ok()
}

/// How he feels after what has just been played.
fn mood(events: &[Event]) -> Option<Mood> {
    events.iter().rev().find_map(|event| match event {
        Event::Played { levels, state, .. } => Some(Mood { levels: *levels, state: state.clone() }),
        _ => None,
    })
}

impl Table for Seat<'_> {
    type Error = anyhow::Error;

    fn lang(&self) -> Lang {
        self.profile.lang.or(self.device).unwrap_or(Lang::ZH_HANS)
    }

    fn place(&self) -> &Screen {
        &self.profile.screen
    }

    fn customer(&self) -> String {
        // With the roles swapped it is the agent who answers.
        if let Some(talk) = &self.profile.swap {
            let agent = self.loaded.content.agents.get(&talk.lang);
            return agent.map(|wording| wording.name.clone()).unwrap_or_default();
        }
        let named = |session: &Session| {
            let persona = self.loaded.content.personas.get(&session.start.persona)?;
            persona.texts(session.start.lang).map(|texts| texts.name.clone())
        };
        self.session.as_ref().and_then(named).unwrap_or_default()
    }

    /// A review that came due meanwhile stands before the answer: nobody but her wakes a terminal.
    fn play(&mut self, deed: Deed) -> anyhow::Result<Answer> {
        let review =
            self.profile.review.pending(now()).map(|_| self.take_step(Deed::ReviewDue)).transpose()?;
        let mut answer = self.take_step(deed)?;
        answer.says.splice(0..0, review.into_iter().flat_map(|review| review.says));
        Ok(answer)
    }
}

impl Seat<'_> {
    fn take_step(&mut self, deed: Deed) -> anyhow::Result<Answer> {
        let seed = self.seed.unwrap_or_else(fresh_seed);
        let input = Input { trainee: TRAINEE, at: now(), device_lang: self.device, seed, deed };
        let content = &self.loaded.content;
        let mut step = flow::step(content, &self.profile, self.session.as_ref(), &self.journal, &input);
        let mut ran = Ran::default();
        if let Some(errand) = &step.errand {
            ran = self.run(errand, input.at)?;
            if let Some(deed) = ran.outcome.clone().map(Deed::Back) {
                let input = Input { deed, ..input.clone() };
                let next = flow::step(content, &step.profile, step.session.as_ref(), &self.journal, &input);
                step = step.followed_by(next);
            }
        }
        if ran.forgets {
            self.tidy(self.profile.sessions);
            self.journal.clear();
        }
        self.profile = step.profile;
        self.session = step.session;
        let mut says: Vec<Say> = step.says.into_iter().flat_map(|say| self.filed(say)).collect();
        self.save(&step.events, &step.entries, &ran, &mut says);
        self.journal.extend(step.entries);
        if self.json {
            step.events.iter().try_for_each(|event| line(&mut io::stdout(), event))?;
        }
        Ok(Answer { mood: mood(&step.events), says, typing: step.typing })
    }
}
