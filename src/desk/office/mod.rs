//! What trainers ask for, done on the store: drafts, published customers, organisations, cohorts, roles, figures.
//!
//! - `records`: the wire forms
//! - `cases`: a customer's file looked over, published, brought back, taken off
//! - `crew`: organisations, cohorts, roles; `codes`: what leads into them; `entry`: who is let in, by number
//! - `cohort`: one cohort's members, code and assignments; `digest`: its week; `nudge`: who is written to when
//! - `follow`: what other replicas published
//! - `figures`: how conversations with a customer went
//! - `tidings`: trainers told that files are broken
//!
//! # Invariants
//! - Whether somebody may is looked up at the update in which it is done, and only her own organisation is ever read or written.
//! - What is published is in the store before anybody can meet it: a start puts together again whatever is there.

mod cases;
mod codes;
mod cohort;
mod crew;
mod digest;
mod entry;
mod figures;
mod follow;
mod nudge;
pub mod records;
mod tidings;

use std::collections::BTreeSet;
use std::sync::Arc;

use futures::future::BoxFuture;

use crate::base::id::{PersonaId, Realm, TraineeId};
use crate::base::lang::Lang;
use crate::base::membership::{Audience, Organisation, Standing};
use crate::base::time::Moment;
use crate::flow::errand::Outcome;
use crate::flow::input::Input;
use crate::flow::office::{Office, Settled, Unfit};
use crate::flow::roles;
use crate::store::{Expect, Key, Record, Wire};

use super::errands::Ran;
use super::{Desk, DeskError};
pub(super) use follow::{Followed, announce};
use records::{KeptOrganisation, KeptRelease, KeptShelf, KeptStanding, Texts};
pub use tidings::{Bell, Word};

/// Versions before the one trainees meet that are put back at a start, for conversations under way.
const EARLIER: usize = 3;

/// What a file turned out to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The name of the customer's file.
    pub name: PersonaId,
    /// What was in it.
    pub texts: Texts,
    /// Whether that is all of the customer; else it goes with what is there of him.
    pub whole: bool,
}

/// What somebody who knows customers says about one. Texts are in the language asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examined {
    /// His title; `None` where he cannot be played.
    pub title: Option<String>,
    /// Errors found.
    pub errors: u32,
    /// Warnings found.
    pub warnings: u32,
    /// The first findings.
    pub findings: String,
    /// All of them, where that was not all.
    pub all: Option<String>,
    /// What synthetic trainees made of him.
    pub summary: String,
    /// The same as a picture, PNG.
    pub picture: Option<Vec<u8>>,
}

/// Somebody who knows customers. What it does may take a second, and is called where that holds up nobody else.
pub trait Studio: Send + Sync {
    /// What is in a file that was sent under this name.
    ///
    /// # Errors
    /// Why it is none of ours.
    fn unpack(&self, name: &str, bytes: &[u8], lang: Lang) -> Result<Unpacked, Unfit>;

    /// Looks a customer over, and plays synthetic trainees against him.
    fn examine(&self, name: &PersonaId, texts: &Texts, lang: Lang) -> Examined;

    /// His title, where he can be played with what conversations are played with now.
    ///
    /// # Errors
    /// What is wrong with him.
    fn playable(&self, name: &PersonaId, texts: &Texts, lang: Lang) -> Result<String, String>;

    /// His files as one: its name, and what is in it. `None` where they cannot be packed.
    fn pack(&self, name: &PersonaId, texts: &Texts) -> Option<(String, Vec<u8>)>;

    /// Lets trainees meet a customer, or another version of him, or nobody any more.
    fn place(&self, placement: &Placement);

    /// What a persona is called in a language, or as near to it as he speaks.
    fn title(&self, id: &PersonaId, lang: Lang) -> Option<String>;
}

/// Somebody who hands out files that were sent.
pub trait Fetch: Send + Sync {
    /// The file's contents; `None` where it cannot be had, or is larger than `most` bytes.
    fn fetch<'a>(&'a self, handle: &'a str, most: u64) -> BoxFuture<'a, Option<Vec<u8>>>;
}

/// A change in whom trainees meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// This customer from now on.
    Put {
        /// What he is known by.
        id: PersonaId,
        /// The name of his file.
        name: PersonaId,
        /// His files.
        texts: Texts,
        /// Whom he is for; `None` for a draft.
        audience: Option<Audience>,
    },
    /// Not any more.
    Gone(PersonaId),
}

/// What the office works with.
#[derive(Clone)]
pub struct Premises {
    /// Who knows customers.
    pub studio: Arc<dyn Studio>,
    /// Who hands out files.
    pub fetch: Arc<dyn Fetch>,
    /// Who runs the bot.
    pub operators: BTreeSet<TraineeId>,
}

/// A trainer's request, with where she stands.
struct Request<'a> {
    who: TraineeId,
    at: Moment,
    lang: Lang,
    standing: &'a Standing,
    premises: &'a Premises,
}

impl Request<'_> {
    fn organisation(&self) -> Organisation {
        self.standing.organisation
    }

    fn published_as(&self, name: &PersonaId) -> PersonaId {
        name.within(Realm::Published(self.organisation()))
    }

    fn draft_as(&self, name: &PersonaId) -> PersonaId {
        name.within(Realm::Draft(self.who))
    }
}

/// What was settled, with what is to be committed for it.
type Done = Result<Ran, DeskError>;

fn told(settled: Settled) -> Ran {
    Ran { outcome: Some(Outcome::Settled(Box::new(settled))), ..Ran::default() }
}

/// Adds a record to what is to be committed, if what is under its key is still as it was.
fn guard<T: Wire>(ran: &mut Ran, key: Key, value: &T, expect: Expect) -> Result<(), DeskError> {
    let bytes = Record::encode(&key, value)?;
    ran.guarded.push((key, Some(bytes), expect));
    Ok(())
}

/// Adds a record to what is to be committed.
fn keep<T: Wire>(ran: &mut Ran, key: Key, value: &T) -> Result<(), DeskError> {
    let bytes = Record::encode(&key, value)?;
    ran.changes.push((key, Some(bytes)));
    Ok(())
}

impl Desk {
    /// The desk, with an office for trainers.
    pub fn with_office(mut self, premises: Premises) -> Desk {
        self.premises = Some(premises);
        self
    }

    /// Lets trainees meet what is published, and trainers their drafts; once, at the start. One that cannot be played any
    /// more is told in the log and left out.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn open_office(&self) -> Result<u32, DeskError> {
        self.hide_codes(super::now()).await?;
        self.place_all().await
    }

    /// Puts a published customer where he was: his last versions one after the other, so that conversations that began with one of
    /// them go on with it, and in the end the one trainees meet, or nobody.
    pub(super) async fn put_back(
        &self,
        premises: &Premises,
        organisation: Organisation,
        shelf: &KeptShelf,
    ) -> Result<(), DeskError> {
        let id = shelf.name.within(Realm::Published(organisation));
        let current = shelf.current.and_then(|number| shelf.files_of(number));
        let mut releases: Vec<u32> = shelf.versions.iter().map(|version| version.files).collect();
        releases.retain(|files| Some(*files) != current);
        releases.dedup();
        let first = releases.len().saturating_sub(EARLIER);
        let releases = releases.split_off(first);
        for files in releases.into_iter().chain(current) {
            if let Some(texts) = self.release(organisation, &shelf.name, files).await? {
                let (name, audience) = (shelf.name.clone(), Some(shelf.audience));
                premises.studio.place(&Placement::Put { id: id.clone(), name, texts, audience });
            }
        }
        if current.is_none() {
            premises.studio.place(&Placement::Gone(id));
        }
        Ok(())
    }

    /// Does what a trainer asks for. Changes nothing yet.
    pub(super) async fn office(
        &self,
        input: &Input,
        lang: Lang,
        standing: &Standing,
        office: &Office,
    ) -> Done {
        let Some(premises) = &self.premises else { return Ok(told(Settled::NoOffice)) };
        let request = Request { who: input.trainee, at: input.at, lang, standing, premises };
        if !roles::may_office(standing, office) {
            return Ok(told(Settled::NotAllowed));
        }
        match office {
            Office::Overview => self.overview(&request).await,
            Office::Inspect(upload) => self.inspect(&request, upload).await,
            Office::Publish(audience) => self.publish(&request, *audience).await,
            Office::Discard => self.discard_draft(&request).await,
            Office::Case(name) => self.case(&request, name).await,
            Office::Back(name, version) => self.back(&request, name, *version).await,
            Office::Reach(name, audience) => self.reach(&request, name, *audience).await,
            Office::Withdraw(name) => self.withdraw(&request, name).await,
            Office::Fetch(name) => self.fetch_files(&request, name).await,
            Office::Figures(id, cohort) => self.figures(&request, id, *cohort).await,
            Office::Cohorts => self.cohorts(&request).await,
            Office::NewCohort(name) => self.new_cohort(&request, name).await,
            Office::CohortCode(cohort) => self.cohort_code(&request, *cohort).await,
            Office::Cohort(cohort, work) => self.cohort_work(&request, *cohort, work).await,
            Office::Crew => self.crew(&request).await,
            Office::Invite(role) => self.invite(&request, *role).await,
            Office::Appoint(number, role) => self.appoint(&request, *number, *role).await,
            Office::Dismiss(number) => self.dismiss(&request, *number).await,
            Office::Redeem(code) => self.redeem(&request, code).await,
            Office::Known(name) => self.call_her(&request, name).await,
            Office::Leave => self.leave(&request).await,
            Office::Entry(uses) => self.entry_code(&request, *uses).await,
            Office::Admit(number) => self.admit(&request, *number).await,
            Office::Bar(number) => self.bar(&request, *number).await,
            Office::Found(name) => self.found(&request, name).await,
        }
    }

    /// Where somebody stands.
    pub(super) async fn standing(&self, trainee: TraineeId) -> Result<Standing, DeskError> {
        let KeptStanding(mut standing) = self.kept(Key::member(trainee)).await?.unwrap_or_default();
        let operators = self.premises.as_ref().map(|premises| &premises.operators);
        standing.operator = operators.is_some_and(|operators| operators.contains(&trainee));
        Ok(standing)
    }

    async fn organisation(&self, number: Organisation) -> Result<KeptOrganisation, DeskError> {
        Ok(self.kept(Key::organisation(number)).await?.unwrap_or_default())
    }

    async fn release(
        &self,
        organisation: Organisation,
        name: &PersonaId,
        number: u32,
    ) -> Result<Option<Texts>, DeskError> {
        let release = self.kept::<KeptRelease>(Key::release(organisation, name.as_str(), number)).await?;
        Ok(release.map(|KeptRelease(texts)| texts))
    }

    /// The files trainees meet; `None` where he is taken off.
    async fn current_texts(
        &self,
        organisation: Organisation,
        shelf: &KeptShelf,
    ) -> Result<Option<Texts>, DeskError> {
        match shelf.current.and_then(|number| shelf.files_of(number)) {
            Some(files) => self.release(organisation, &shelf.name, files).await,
            None => Ok(None),
        }
    }
}
