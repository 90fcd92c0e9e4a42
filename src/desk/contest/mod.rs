//! Contests, kept: what private steps ask for, done on the store.
//!
//! - `records`: the wire forms
//! - `lead`: what administrators of the group ask for
//! - `side`: teams
//! - `archive`: runs as files
//! - `personal`: what is kept of one trainee, and what is deleted because it is old
//!
//! # Invariants
//! - What somebody is in the group is asked of Telegram when she opens a link, joins, begins, or leads.
//! - An attempt is counted in the batch in which it begins, and a run in that in which it ends, against the part's version.
//! - Whatever is to be said elsewhere (the scoreboard, a removal) is an alarm in the same batch.

mod archive;
mod lead;
pub mod personal;
pub mod records;
mod side;

use std::sync::Arc;

use crate::base::id::{SessionId, TraineeId};
use crate::base::time::Moment;
use crate::contest::definition::Names;
use crate::flow::Step;
use crate::flow::contest::ask::{Ask, Debriefed, Running, Then, Told, View};
use crate::flow::contest::record::{Contest, Entrant, Phase, State};
use crate::flow::contest::run::LAST_MINUTE;
use crate::flow::contest::sign::{self, Door};
use crate::flow::contest::stage::board_time;
use crate::flow::contest::{ContestId, teams, written};
use crate::flow::errand::Outcome;
use crate::flow::group::{Rank, Standing};
use crate::session::event::Event;
use crate::session::fold::Session;
use crate::store::{Batch, Expect, Key, KeyName, Record, Wire, scan_all};

use super::errands::Ran;
use super::group::fresh_chance;
use super::group::records::KeptAlarm;
use super::take::{apart, put};
use super::{Desk, DeskError};
use records::{KeptContest, KeptEntrant, KeptSigner};

/// A round of at least this length has its clock told at half time.
const LONG: i64 = 3 * LAST_MINUTE;
/// Where the key of links is kept.
const SIGNER: &str = "link-key";

/// What was asked, with what is to be committed for it.
type Done = Result<Ran, DeskError>;

/// Who asks, and when.
#[derive(Clone, Copy)]
struct Asker {
    who: TraineeId,
    at: Moment,
}

fn told(told: Told) -> Ran {
    Ran { outcome: Some(Outcome::Contest(Box::new(told))), ..Ran::default() }
}

fn keep<T: Wire>(ran: &mut Ran, key: Key, value: &T, expect: Expect) -> Result<(), DeskError> {
    let bytes = Record::encode(&key, value)?;
    ran.guarded.push((key, Some(bytes), expect));
    Ok(())
}

fn alarm(ran: &mut Ran, at: Moment, chat: i64, id: ContestId, what: &str) -> Result<(), DeskError> {
    let key = Key::alarm(at, chat, &format!("c/{}/{what}", written(id)));
    let bytes = Record::encode(&key, &KeptAlarm {})?;
    ran.changes.push((key, Some(bytes)));
    Ok(())
}

/// The scoreboard is to show what is settled here.
fn refresh(ran: &mut Ran, id: ContestId, contest: &Contest, at: Moment) -> Result<(), DeskError> {
    alarm(ran, board_time(at), contest.place.chat, id, "board")
}

impl Desk {
    /// Does what a step of a contest asks for. Changes nothing yet.
    pub(super) async fn contest(&self, who: TraineeId, at: Moment, step: &Step, ask: &Ask) -> Done {
        let asker = Asker { who, at };
        match ask {
            Ask::Open(payload) => match sign::open(&self.link_key().await?, payload) {
                Some((Door::Join, id)) => self.see(asker, id, Then::Show).await,
                Some((Door::Manage, id)) => self.manage(asker, id, Then::Show).await,
                None => Ok(told(Told::Nothing)),
            },
            Ask::Mine(ids) => self.mine(asker, ids).await,
            Ask::See(id, then) => self.see(asker, *id, *then).await,
            Ask::Join(id, nickname) => self.join(asker, *id, nickname.as_deref()).await,
            Ask::Team(id, choice) => self.team(asker, *id, choice).await,
            Ask::Begin(id, round) => {
                let session = step.profile.sessions.saturating_add(1);
                self.begin(asker, *id, *round, session).await
            }
            Ask::End(running) => self.end(asker, running, &step.events).await,
            Ask::Debrief(id, round) => self.debrief(asker, *id, *round).await,
            Ask::Files(id) => self.files(asker, *id).await,
            Ask::Share(id, yes) => {
                let done = |view| Told::Shared(view);
                self.change(asker, *id, |mine| mine.share = *yes, done).await
            }
            Ask::Line(id, yes) => self.line(asker, *id, *yes).await,
            Ask::Manage(id, then) => self.manage(asker, *id, *then).await,
            Ask::Remove(id, whom, reason) => self.take_out(asker, *id, *whom, reason).await,
            Ask::Cancel(id) => self.cancel(asker, *id).await,
            Ask::Archive(id) => self.archive(asker, *id).await,
        }
    }

    /// The key of links; made the first time.
    pub(super) async fn link_key(&self) -> Result<[u8; 32], DeskError> {
        let key = Key::counter(SIGNER);
        loop {
            if let Some(signer) = self.kept::<KeptSigner>(key.clone()).await?.and_then(|kept| kept.key()) {
                return Ok(signer);
            }
            let mut batch = Batch::new();
            put(&mut batch, key.clone(), &KeptSigner::new(&fresh_chance()), Expect::Absent)?;
            match self.store.commit(batch).await {
                Err(error) if !error.is_conflict() => return Err(error.into()),
                _ => {}
            }
        }
    }

    /// A contest and everybody's part in it.
    pub(super) async fn contest_standing(&self, id: ContestId) -> Result<Option<Standing>, DeskError> {
        let Some(KeptContest(contest)) = self.kept(Key::contest(id)).await? else { return Ok(None) };
        let mut entrants = Vec::new();
        for (key, entry) in scan_all(&*self.store, Key::entrants_of(id)).await? {
            let Some(KeyName::Entrant(_, who)) = key.name() else { continue };
            match Record::<KeptEntrant>::decode(&key, &entry.value) {
                Ok(KeptEntrant(entrant)) => entrants.push((who, entrant)),
                Err(error) => tracing::error!("a part in a contest is left out: {error}"),
            }
        }
        Ok(Some(Standing { id, contest, entrants }))
    }

    async fn view(&self, asker: Asker, id: ContestId) -> Result<Option<(Box<View>, Expect)>, DeskError> {
        let Some(KeptContest(contest)) = self.kept(Key::contest(id)).await? else { return Ok(None) };
        let (mine, expect) = self.seen::<KeptEntrant>(&Key::entrant(id, asker.who)).await?;
        // Only where there are teams is anybody else's part looked at: with many members that is what would cost most.
        let teams = match teams::least(&contest.definition) {
            None => Vec::new(),
            Some(_) => {
                let standing = self.contest_standing(id).await?;
                standing.map(|standing| teams::teams(&standing.entrants)).unwrap_or_default()
            }
        };
        let leads = contest.lead == asker.who;
        let mine = mine.map(|KeptEntrant(mine)| mine);
        Ok(Some((Box::new(View { id, contest, mine, teams, leads }), expect)))
    }

    async fn mine(&self, asker: Asker, ids: &[ContestId]) -> Done {
        let mut views = Vec::new();
        for id in ids {
            views.extend(self.view(asker, *id).await?.map(|(view, _)| *view));
        }
        Ok(told(Told::Mine(views)))
    }

    /// What she is in the contest's group, and her name there; or what to tell her instead.
    async fn asker_rank(&self, asker: Asker, contest: &Contest) -> Result<(Rank, String), Ran> {
        let asked = match self.roster.get() {
            Some(roster) => roster.rank(contest.place.chat, asker.who).await,
            None => None,
        };
        match asked {
            None => Err(told(Told::CannotAsk)),
            Some((Rank::Stranger, _)) => Err(told(Told::Stranger)),
            Some(known) => Ok(known),
        }
    }

    async fn see(&self, asker: Asker, id: ContestId, then: Then) -> Done {
        let Some((view, _)) = self.view(asker, id).await? else { return Ok(told(Told::Nothing)) };
        // Whoever takes part may see how it stands; others only in the group.
        let asked = view.mine.is_none() || matches!(then, Then::Begin(_));
        if asked && let Err(instead) = self.asker_rank(asker, &view.contest).await {
            return Ok(instead);
        }
        Ok(told(Told::Seen(view, then)))
    }

    async fn join(&self, asker: Asker, id: ContestId, nickname: Option<&str>) -> Done {
        let Some((mut view, expect)) = self.view(asker, id).await? else { return Ok(told(Told::Nothing)) };
        let open = matches!(view.contest.phase(asker.at), Phase::Waiting | Phase::Open);
        if view.mine.is_some() || !open {
            return Ok(told(Told::Seen(view, Then::Show)));
        }
        let name = match self.asker_rank(asker, &view.contest).await {
            Ok((_, name)) => name,
            Err(instead) => return Ok(instead),
        };
        let others = self.contest_standing(id).await?.map(|standing| standing.entrants).unwrap_or_default();
        let taken = |name: &str| others.iter().any(|(_, other)| other.name == name);
        let name = match (view.contest.definition.names, nickname) {
            (Names::Nicknames, nickname) => match nickname.filter(|name| !name.is_empty() && !taken(name)) {
                Some(nickname) => nickname.to_owned(),
                None => return Ok(told(Told::Taken(view))),
            },
            (Names::Shown, _) => {
                let mut names = (2..).map(|number| format!("{name} ({number})"));
                if taken(&name) { names.find(|name| !taken(name)).unwrap_or(name) } else { name }
            }
        };
        let mine = Entrant { name, since: asker.at, ..Entrant::default() };
        view.mine = Some(mine.clone());
        let contest = view.contest.clone();
        let mut ran = told(Told::Joined(view));
        keep(&mut ran, Key::entrant(id, asker.who), &KeptEntrant(mine), expect)?;
        if contest.phase(asker.at) == Phase::Open {
            refresh(&mut ran, id, &contest, asker.at)?;
        }
        Ok(ran)
    }

    async fn begin(&self, asker: Asker, id: ContestId, round: u16, session: u32) -> Done {
        let Some((mut view, expect)) = self.view(asker, id).await? else { return Ok(told(Told::Nothing)) };
        let contest = view.contest.clone();
        let settled = contest.definition.round(round).filter(|_| contest.phase(asker.at) == Phase::Open);
        let Some((settled, mine)) = settled.zip(view.mine.as_mut().filter(|mine| mine.out.is_none())) else {
            return Ok(told(Told::NotBegun(view, round)));
        };
        let sideless = mine.team.is_none() && teams::least(&contest.definition).is_some();
        if sideless || mine.left(&contest, round) == 0 {
            return Ok(told(Told::NotBegun(view, round)));
        }
        let begun = mine.begun.entry(round).or_default();
        *begun = begun.saturating_add(1);
        let (attempt, mine) = (*begun, mine.clone());
        let closes = contest.definition.closes;
        let until = settled.seconds.map_or(closes, |seconds| {
            Moment(asker.at.0.saturating_add(i64::from(seconds) * 1_000)).min(closes)
        });
        let running = Running { contest: id, round, attempt, session, until, closes };
        let mut ran = told(Told::Begun(view, running, contest.secret.seed(round)));
        keep(&mut ran, Key::entrant(id, asker.who), &KeptEntrant(mine), expect)?;
        let length = until.since(asker.at);
        let mut strikes = vec![until];
        if length >= LONG {
            strikes.push(Moment(until.0.saturating_sub(length / 2)));
            strikes.push(Moment(until.0.saturating_sub(LAST_MINUTE)));
        }
        for strike in strikes {
            alarm(&mut ran, strike, asker.who.0, id, "clock")?;
        }
        Ok(ran)
    }

    async fn end(&self, asker: Asker, running: &Running, more: &[Event]) -> Done {
        let id = running.contest;
        let Some((mut view, expect)) = self.view(asker, id).await? else { return Ok(told(Told::Nothing)) };
        let contest = view.contest.clone();
        let session = SessionId { trainee: asker.who, number: running.session };
        let mut events = self.events(session).await?;
        events.extend(more.iter().cloned());
        let entry = contest.entry(running.round, running.attempt);
        let (mind, number) = (Arc::clone(&self.mind), running.session);
        let played = apart(move || mind.played(&events, entry, number)).await.ok().flatten();
        let counts = contest.state == State::On;
        let Some((played, mine)) = played.filter(|_| counts).zip(view.mine.as_mut()) else {
            return Ok(told(Told::Uncounted(view, running.clone())));
        };
        mine.runs.push(played);
        let mine = mine.clone();
        let mut ran = told(Told::Ended(view, running.clone()));
        keep(&mut ran, Key::entrant(id, asker.who), &KeptEntrant(mine), expect)?;
        refresh(&mut ran, id, &contest, asker.at)?;
        Ok(ran)
    }

    async fn debrief(&self, asker: Asker, id: ContestId, round: u16) -> Done {
        let Some((view, _)) = self.view(asker, id).await? else { return Ok(told(Told::Nothing)) };
        let run = view.mine.as_ref().and_then(|mine| mine.best(round)).cloned();
        let over = view.contest.state != State::On;
        let Some(run) = run.filter(|_| over) else { return Ok(told(Told::NoDebrief(view))) };
        let folded = self.fold(SessionId { trainee: asker.who, number: run.session }).await?;
        let Some(session) = folded.session else { return Ok(told(Told::NoDebrief(view))) };
        let others = self.contest_standing(id).await?.map(|standing| standing.entrants).unwrap_or_default();
        let counted = others.iter().filter(|(_, entrant)| entrant.out.is_none());
        let score = |score: u32| u8::try_from(score).unwrap_or(100);
        let scores = counted.filter_map(|(_, one)| one.best(round).map(|run| score(run.tally.score)));
        let debriefed = Debriefed {
            round,
            session: Session::clone(&session),
            number: run.session,
            score: score(run.tally.score),
            scores: scores.collect(),
        };
        Ok(told(Told::Debrief(view, Box::new(debriefed))))
    }

    /// Changes her part.
    async fn change(
        &self,
        asker: Asker,
        id: ContestId,
        change: impl FnOnce(&mut Entrant),
        done: impl FnOnce(Box<View>) -> Told,
    ) -> Done {
        let Some((mut view, expect)) = self.view(asker, id).await? else { return Ok(told(Told::Nothing)) };
        let Some(mine) = view.mine.as_mut() else { return Ok(told(Told::Nothing)) };
        change(mine);
        let mine = mine.clone();
        let mut ran = told(done(view));
        keep(&mut ran, Key::entrant(id, asker.who), &KeptEntrant(mine), expect)?;
        Ok(ran)
    }

    async fn line(&self, asker: Asker, id: ContestId, yes: bool) -> Done {
        let Some(KeptContest(contest)) = self.kept(Key::contest(id)).await? else {
            return Ok(told(Told::Nothing));
        };
        let mut ran = self.change(asker, id, |mine| mine.line = Some(yes), |_| Told::Lined(yes)).await?;
        if contest.state == State::Over {
            alarm(&mut ran, board_time(asker.at), contest.place.chat, id, "line")?;
        }
        Ok(ran)
    }
}
