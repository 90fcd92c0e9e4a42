//! Who is written to about a cohort without anybody asking: members the day before an assignment is due, trainers about the
//! week. Each is an entry of its own in the store, which goes in the batch that has its letters, so that it is sent once however
//! long the service was away.

use std::panic::AssertUnwindSafe;

use futures::FutureExt;

use crate::base::id::TraineeId;
use crate::base::membership::{Cohort, Organisation, Standing};
use crate::base::time::Moment;
use crate::flow::cohort::{Duty, Word};
use crate::flow::profile::Screen;
use crate::flow::trainer;
use crate::progress::due;
use crate::progress::zone::DAY;
use crate::store::{Batch, Expect, Key, KeyName, Nudge, StoreError, scan_all};

use super::cohort::{Member, duty};
use super::records::{KeptAssignment, KeptOrganisation, KeptStanding};
use super::{Desk, DeskError, Ran, keep};
use crate::desk::Post;
use crate::desk::records::{KeptProfile, Timer};
use crate::desk::take::put;

/// In the place of an assignment's number: the week.
pub(super) const DIGEST: u32 = 0;
/// When who set no time for reminders is reminded: after work.
const EVENING: u16 = 18 * 60;
/// When the week comes on Mondays: before the first meeting.
const MORNING: u16 = 9 * 60;
/// How long after her last word a reminder does not break into a conversation, in milliseconds.
const QUIET: i64 = 30 * 60_000;
/// How late a reminder may be, in milliseconds: what is due tomorrow is not to be told the day after.
const LATE: i64 = 2 * DAY;
/// Letters are numbered from here on in the outbox: above those of alarms, below reminders'.
const FIRST: u64 = 7 << 59;
/// Letters of one moment are numbered below this.
const LETTERS: u64 = 1 << 10;
/// Nudges read at once.
const PAGE: usize = 256;

/// Sets the reminder of an assignment: the day before, at her time; none where that is over.
pub(super) fn reminder(ran: &mut Ran, duty: &Duty, member: &Member, now: Moment) -> Result<(), DeskError> {
    let minute = member.profile.review.minute.unwrap_or(EVENING);
    let at = due::on(&member.zone(), duty.until.saturating_sub(1), minute);
    if at <= now {
        return Ok(());
    }
    let Duty { organisation, cohort, number, .. } = *duty;
    let nudge = Nudge { organisation, cohort, assignment: number, who: member.who };
    keep(ran, Key::nudge(at, nudge), &Timer { chat: member.who.0 })
}

impl Desk {
    /// All nudges to come.
    pub(super) async fn nudges(&self) -> Result<Vec<(Key, Nudge)>, StoreError> {
        let all = scan_all(&*self.store, Key::all_nudges()).await?.into_iter();
        let named = all.filter_map(|(key, _)| match key.name() {
            Some(KeyName::Nudge(_, nudge)) => Some((key, nudge)),
            _ => None,
        });
        Ok(named.collect())
    }

    /// Sets when a trainer gets a cohort's week next.
    pub(super) async fn next_digest(
        &self,
        ran: &mut Ran,
        (organisation, cohort, who): (Organisation, Cohort, TraineeId),
        now: Moment,
    ) -> Result<(), DeskError> {
        let trainer = self.member(who, Standing::default()).await?;
        let nudge = Nudge { organisation, cohort, assignment: DIGEST, who };
        // A week that has hardly begun is none.
        let at = due::next_monday(&trainer.zone(), MORNING, Moment(now.0.saturating_add(DAY)));
        keep(ran, Key::nudge(at, nudge), &Timer { chat: who.0 })
    }

    /// Writes whatever is due at `now`. Trouble with one nudge takes it away and is told in the log.
    ///
    /// # Errors
    /// When the store failed.
    pub(in crate::desk) async fn wake_cohorts(&self, now: Moment) -> Result<Vec<Post>, StoreError> {
        let mut posts: Vec<Post> = Vec::new();
        let mut range = Key::nudges_due(now);
        loop {
            let page = self.store.scan(range.clone(), PAGE).await?;
            for (key, entry) in &page {
                let first = FIRST | now.0.unsigned_abs().saturating_mul(LETTERS);
                let first = first.saturating_add(u64::try_from(posts.len()).unwrap_or(0));
                let expect = Expect::Version(entry.version);
                let nudged = AssertUnwindSafe(self.nudge(key, expect, first, now)).catch_unwind().await;
                let Ok(nudged) = nudged else {
                    tracing::error!("a word about a cohort choked and is given up");
                    self.drop_nudge(key).await?;
                    continue;
                };
                match nudged {
                    Ok(sent) => posts.extend(sent),
                    // Somebody took it away meanwhile, or changed what it is about: the next round sees.
                    Err(DeskError::Store(error)) if error.is_conflict() => {}
                    Err(DeskError::Store(error)) => return Err(error),
                    Err(DeskError::Record(error)) => {
                        tracing::error!("a word about a cohort is given up: {error}");
                        self.drop_nudge(key).await?;
                    }
                }
            }
            match page.last() {
                Some((last, _)) if page.len() == PAGE => range.start = last.next(),
                _ => return Ok(posts),
            }
        }
    }

    async fn drop_nudge(&self, key: &Key) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        batch.delete(key.clone(), Expect::Any);
        self.store.commit(batch).await
    }

    async fn nudge(
        &self,
        key: &Key,
        expect: Expect,
        first: u64,
        now: Moment,
    ) -> Result<Vec<Post>, DeskError> {
        let Some(KeyName::Nudge(at, nudge)) = key.name() else { return Ok(Vec::new()) };
        let mut ran = Ran::default();
        ran.guarded.push((key.clone(), None, expect));
        match nudge.assignment {
            DIGEST => self.send_week(&mut ran, nudge, now).await?,
            _ if now.since(at) > LATE => {}
            _ if self.is_out(nudge.who).await? => {}
            _ => self.remind_of(&mut ran, nudge, now).await?,
        }
        let mut batch = Batch::new();
        ran.join(&mut batch);
        let mut posts = Vec::new();
        for (seq, (chat, letter)) in (first..).zip(ran.letters) {
            put(&mut batch, Key::outbox(chat, seq), &letter, Expect::Any)?;
            posts.push(Post { chat, seq, letter });
        }
        self.store.commit(batch).await?;
        Ok(posts)
    }

    /// The week to a trainer who still is one and still wants it, and the next one set.
    async fn send_week(&self, ran: &mut Ran, nudge: Nudge, now: Moment) -> Result<(), DeskError> {
        let Nudge { organisation, cohort, who, .. } = nudge;
        let standing = self.standing(who).await?;
        let wanted = self.organisation(organisation).await?;
        let wanted = wanted.cohort(cohort).filter(|cohort| cohort.weekly.contains(&who.0));
        let Some(kept) =
            wanted.filter(|_| standing.organisation == organisation && standing.role().is_some())
        else {
            return self.unsubscribe(ran, organisation, who).await;
        };
        let trainer = self.member(who, standing).await?;
        let digest = self.digest((organisation, cohort), trainer.profile.interface(), now).await?;
        let letters = self.letters_of(&trainer, trainer::cohort::week(cohort, &kept.name, &digest));
        ran.letters.extend(letters.into_iter().map(|letter| (who.0, letter)));
        self.next_digest(ran, (organisation, cohort, who), now).await
    }

    /// The reminder of an assignment that is open for a member; later where she is talking to a customer.
    async fn remind_of(&self, ran: &mut Ran, nudge: Nudge, now: Moment) -> Result<(), DeskError> {
        let Nudge { organisation, cohort, assignment, who } = nudge;
        let KeptStanding(standing) = self.kept(Key::member(who)).await?.unwrap_or_default();
        let key = Key::assignment(organisation, cohort, assignment);
        let kept = self.kept::<KeptAssignment>(key).await?;
        let inside = standing.organisation == organisation && standing.cohorts.contains(&cohort);
        let Some(kept) = kept.filter(|_| inside) else { return Ok(()) };
        let Some(profile) = self.kept::<KeptProfile>(Key::profile(who)).await? else { return Ok(()) };
        let here = profile.at;
        let member = Member { who, standing, profile: profile.profile };
        let done = member
            .profile
            .marks
            .iter()
            .any(|mark| mark.is_of(organisation, cohort, assignment) && mark.done.is_some());
        if done || member.zone().day(now) > kept.until {
            return Ok(());
        }
        let talking = matches!(member.profile.screen, Screen::Playing | Screen::Reviewing { .. });
        if talking && here.is_some_and(|here| now.since(here) < QUIET) {
            let later = Moment(now.0.saturating_add(QUIET));
            return keep(ran, Key::nudge(later, nudge), &Timer { chat: who.0 });
        }
        let Some(title) = self.title(&kept.persona, &member) else { return Ok(()) };
        let organisation_kept: KeptOrganisation = self.organisation(organisation).await?;
        let name = organisation_kept.cohort(cohort).map_or_else(String::new, |one| one.name.clone());
        let duty = duty(organisation, cohort, assignment, &kept);
        self.word_to(ran, &member, &Word::DueTomorrow(duty, name, title));
        Ok(())
    }
}
