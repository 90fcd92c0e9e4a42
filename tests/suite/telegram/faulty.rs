//! A store that fails when told to, and a mind that chokes outside the core.

use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use futures::future::{BoxFuture, FutureExt};
use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::phrase::{NoticePhrase, Phrase};
use xiaoqi::desk::Mind;
use xiaoqi::desk::office::records::Texts;
use xiaoqi::desk::office::{Examined, Placement, Studio, Unpacked};
use xiaoqi::flow::Step;
use xiaoqi::flow::group::{Group, GroupDeed, GroupInput, GroupStep, Known, Need, To};
use xiaoqi::flow::input::{Command, Input};
use xiaoqi::flow::office::Unfit;
use xiaoqi::flow::profile::Profile;
use xiaoqi::flow::say::Say;
use xiaoqi::progress::entry::Entry as JournalEntry;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::Session;
use xiaoqi::store::{Batch, Entry, Key, MemoryStore, Store, StoreError};

use super::echo::Echo;

/// A disk's failure, as the system numbers it.
pub const FULL: i32 = 28;
pub const BROKEN: i32 = 5;

/// When a store fails for good.
#[derive(Clone, Copy)]
pub struct Failure {
    /// After so many commits more.
    pub after: u32,
    /// The system's number for it.
    pub why: i32,
    /// Whether the commit that fails has reached the disk all the same.
    pub kept: bool,
}

/// A store in memory. Whoever reads a key of which this holds panics, as often as it is told.
#[derive(Default)]
pub struct Faulty {
    inner: MemoryStore,
    chokes: Mutex<Option<(Range<Key>, u32)>>,
    failure: Mutex<Option<Failure>>,
    failed: Mutex<Option<StoreError>>,
}

impl Faulty {
    /// Reading within this range panics so often.
    pub fn choke_on(&self, range: Range<Key>, times: u32) {
        *self.chokes.lock().unwrap() = Some((range, times));
    }

    /// How often it still will.
    pub fn chokes_left(&self) -> u32 {
        self.chokes.lock().unwrap().as_ref().map_or(0, |(_, left)| *left)
    }

    /// The disk fails, and refuses everything from then on.
    pub fn fail(&self, failure: Failure) {
        *self.failure.lock().unwrap() = Some(failure);
    }

    /// The disk is well again, as after a restart.
    pub fn mend(&self) {
        *self.failure.lock().unwrap() = None;
        *self.failed.lock().unwrap() = None;
    }

    fn choke(&self, touches: impl Fn(&Range<Key>) -> bool) {
        let mut chokes = self.chokes.lock().unwrap();
        let Some((_, left)) = chokes.as_mut().filter(|(range, left)| *left > 0 && touches(range)) else {
            return;
        };
        *left -= 1;
        drop(chokes);
        panic!("provoked by a test");
    }

    fn refused(&self) -> Result<(), StoreError> {
        self.failed.lock().unwrap().clone().map_or(Ok(()), Err)
    }

    /// Whether this commit fails, and if so whether it is kept.
    fn fails(&self) -> Option<bool> {
        let mut planned = self.failure.lock().unwrap();
        let failure = planned.as_mut()?;
        if failure.after > 0 {
            failure.after -= 1;
            return None;
        }
        let error = StoreError::from_io("the data folder", std::io::Error::from_raw_os_error(failure.why));
        *self.failed.lock().unwrap() = Some(error);
        Some(failure.kept)
    }
}

impl Store for Faulty {
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
        async move {
            self.refused()?;
            self.choke(|range| range.contains(key));
            self.inner.get(key).await
        }
        .boxed()
    }

    fn scan(&self, range: Range<Key>, limit: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async move {
            self.refused()?;
            self.choke(|choking| choking.contains(&range.start));
            self.inner.scan(range, limit).await
        }
        .boxed()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        async move {
            self.refused()?;
            match self.fails() {
                None => return self.inner.commit(batch).await,
                Some(true) => self.inner.commit(batch).await?,
                Some(false) => {}
            }
            self.refused()
        }
        .boxed()
    }
}

/// A studio in which everything explodes.
pub struct Exploding;

impl Studio for Exploding {
    fn unpack(&self, _: &str, _: &[u8], _: Lang) -> Result<Unpacked, Unfit> {
        panic!("provoked by a test")
    }

    fn examine(&self, _: &PersonaId, _: &Texts, _: Lang) -> Examined {
        panic!("provoked by a test")
    }

    fn playable(&self, _: &PersonaId, _: &Texts, _: Lang) -> Result<String, String> {
        panic!("provoked by a test")
    }

    fn pack(&self, _: &PersonaId, _: &Texts) -> Option<(String, Vec<u8>)> {
        panic!("provoked by a test")
    }

    fn place(&self, _: &Placement) {
        panic!("provoked by a test")
    }

    fn title(&self, _: &PersonaId, _: Lang) -> Option<String> {
        panic!("provoked by a test")
    }
}

/// The echo, whose words for groups choke a number of times when they are put into prose, which is outside the core.
#[derive(Default)]
pub struct Choking {
    pub echo: Echo,
    pub left: AtomicU32,
}

impl Choking {
    pub fn times(left: u32) -> Arc<Choking> {
        Arc::new(Choking { echo: Echo::default(), left: AtomicU32::new(left) })
    }
}

impl Mind for Choking {
    fn fold(&self, events: &[Event]) -> Option<Session> {
        self.echo.fold(events)
    }

    fn step(
        &self,
        profile: &Profile,
        session: Option<&Session>,
        journal: &[JournalEntry],
        input: &Input,
    ) -> Step {
        self.echo.step(profile, session, journal, input)
    }

    fn group(&self, group: &Group, known: &Known, input: &GroupInput) -> Result<GroupStep, Need> {
        let step = self.echo.group(group, known, input)?;
        if let GroupDeed::Due(_) = input.deed {
            let says = vec![(To::Place(input.place), Say::Tell(NoticePhrase::InGroup.into(), Vec::new()))];
            return Ok(GroupStep { says, ..step });
        }
        Ok(step)
    }

    fn render(&self, phrase: &Phrase, lang: Lang) -> String {
        let in_group = *phrase == NoticePhrase::InGroup.into();
        let once_less = |left: u32| left.checked_sub(1);
        if in_group && self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, once_less).is_ok() {
            panic!("provoked by a test");
        }
        self.echo.render(phrase, lang)
    }

    fn commands(&self, lang: Lang) -> Vec<(Command, String)> {
        self.echo.commands(lang)
    }
}
