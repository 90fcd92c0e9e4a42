//! Organisations, cohorts, the codes that lead into them, and who may do what.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::TraineeId;
use crate::base::membership::{Cohort, HOUSE, Organisation, Role, Standing, tag};
use crate::desk::door::admission;
use crate::desk::door::records::Way;
use crate::flow::cohort::Shown;
use crate::flow::office::{Group, Joined, Member, Settled};
use crate::store::{Expect, Key, KeyName, Record, scan_all};

use super::cases::groups;
use super::codes::{CLASS_DAYS, CLASS_USES, DAYS, Found, after, code};
use super::nudge::reminder;
use super::records::{Gives, KeptCode, KeptCohort, KeptOrganisation, KeptStanding};
use super::{Desk, DeskError, Done, Request, guard, keep, told};

/// Cohorts of an organisation: each has a button.
const MOST_COHORTS: usize = 40;
/// No organisation's number: they are counted up from 1.
const NOWHERE: Organisation = Organisation::MAX;

impl Desk {
    /// The members of an organisation's cohorts.
    pub(super) async fn cohort_sizes(
        &self,
        number: Organisation,
    ) -> Result<BTreeMap<Cohort, u32>, DeskError> {
        Ok(sizes(self.members(number).await?.iter().map(|(_, standing)| standing)))
    }

    /// Everybody of whom it is kept that she belongs to an organisation. For the house those without a record are missing.
    pub(super) async fn members(
        &self,
        number: Organisation,
    ) -> Result<Vec<(TraineeId, Standing)>, DeskError> {
        let mut members = self.everybody().await?;
        members.retain(|(_, standing)| standing.organisation == number);
        Ok(members)
    }

    /// Everybody of whom it is kept where she belongs. One whose record cannot be read is told in the log and belongs nowhere:
    /// nobody's figures may have her.
    pub(super) async fn everybody(&self) -> Result<Vec<(TraineeId, Standing)>, DeskError> {
        let mut members = Vec::new();
        for (key, entry) in scan_all(&*self.store, Key::all_members()).await? {
            let Some(KeyName::Member(who)) = key.name() else { continue };
            match Record::<KeptStanding>::decode(&key, &entry.value) {
                Ok(KeptStanding(standing)) => members.push((who, standing)),
                Err(error) => {
                    tracing::error!("a member is left out: {error}");
                    members.push((who, Standing { organisation: NOWHERE, ..Standing::default() }));
                }
            }
        }
        Ok(members)
    }

    pub(super) async fn cohorts(&self, request: &Request<'_>) -> Done {
        let number = request.organisation();
        let (organisation, sizes) = (self.organisation(number).await?, self.cohort_sizes(number).await?);
        Ok(told(Settled::Cohorts(groups(&organisation, &sizes))))
    }

    pub(super) async fn new_cohort(&self, request: &Request<'_>, name: &str) -> Done {
        let key = Key::organisation(request.organisation());
        let (organisation, expect) = self.seen::<KeptOrganisation>(&key).await?;
        let mut organisation = organisation.unwrap_or_default();
        let code = code().filter(|_| organisation.cohorts.len() < MOST_COHORTS && !name.trim().is_empty());
        let Some(code) = code else { return Ok(told(Settled::NotAllowed)) };
        let number = organisation.cohorts.last().map_or(1, |last| last.number.saturating_add(1));
        let (name_kept, weekly) = (name.to_owned(), BTreeSet::from([request.who.0]));
        let cohort = KeptCohort { number, name: name_kept, code: code.clone(), given: 0, weekly };
        organisation.cohorts.push(cohort);
        let group = Group { number, name: name.to_owned(), members: 0 };
        let mut ran = told(Settled::CohortCode(group, Some((code.clone(), CLASS_DAYS, CLASS_USES))));
        self.keep_class_code(&mut ran, (request.organisation(), number), &code, request.at).await?;
        guard(&mut ran, key, &organisation, expect)?;
        self.next_digest(&mut ran, (request.organisation(), number, request.who), request.at).await?;
        Ok(ran)
    }

    pub(super) async fn cohort_code(&self, request: &Request<'_>, number: Cohort) -> Done {
        let organisation = self.organisation(request.organisation()).await?;
        let Some(cohort) = organisation.cohort(number) else { return Ok(told(Settled::NoCase)) };
        let group = Group { number, name: cohort.name.clone(), members: 0 };
        let code = self.class_code(&organisation, number, request.at).await?;
        Ok(told(Settled::CohortCode(group, code)))
    }

    pub(super) async fn crew(&self, request: &Request<'_>) -> Done {
        let members = self.members(request.organisation()).await?;
        let mut crew: Vec<Member> = members
            .into_iter()
            .filter_map(|(who, standing)| Some(Member { number: who.0, role: standing.role? }))
            .collect();
        if request.organisation() == HOUSE {
            let operators = request.premises.operators.iter();
            let unnamed = operators.filter(|who| crew.iter().all(|member| member.number != who.0));
            let unnamed: Vec<Member> =
                unnamed.map(|who| Member { number: who.0, role: Role::Owner }).collect();
            crew.extend(unnamed);
        }
        crew.sort_by_key(|member| (std::cmp::Reverse(member.role), member.number));
        Ok(told(Settled::Crew(crew)))
    }

    pub(super) async fn invite(&self, request: &Request<'_>, role: Role) -> Done {
        let Some(code) = code() else { return Ok(told(Settled::NotAllowed)) };
        let mut ran = told(Settled::Invitation(role, code.clone(), DAYS));
        let (organisation, gives) = (request.organisation(), Gives::Role(role));
        let kept = KeptCode { organisation, gives, until: after(request.at, DAYS), left: None };
        keep(&mut ran, self.code_key(&code).await?, &kept)?;
        Ok(ran)
    }

    /// By number. Who belongs to another organisation has to leave it herself first: nobody is pulled over.
    pub(super) async fn appoint(&self, request: &Request<'_>, number: i64, role: Role) -> Done {
        let key = Key::member(TraineeId(number));
        let (standing, expect) = self.seen::<KeptStanding>(&key).await?;
        let KeptStanding(mut standing) = standing.unwrap_or_default();
        if !is_free(&standing, request.organisation()) {
            return Ok(told(Settled::NotDismissed(number)));
        }
        (standing.organisation, standing.role) = (request.organisation(), Some(role));
        let mut ran = told(Settled::Appointed(number, role));
        guard(&mut ran, key, &KeptStanding(standing), expect)?;
        Ok(ran)
    }

    /// Nobody dismisses herself: an organisation would be left without an owner.
    pub(super) async fn dismiss(&self, request: &Request<'_>, number: i64) -> Done {
        let key = Key::member(TraineeId(number));
        let (standing, expect) = self.seen::<KeptStanding>(&key).await?;
        let KeptStanding(mut standing) = standing.unwrap_or_default();
        let hers = standing.organisation == request.organisation() && standing.role.is_some();
        if !hers || number == request.who.0 {
            return Ok(told(Settled::NotDismissed(number)));
        }
        standing.role = None;
        let mut ran = told(Settled::Dismissed(number));
        guard(&mut ran, key, &KeptStanding(standing), expect)?;
        self.unsubscribe(&mut ran, request.organisation(), TraineeId(number)).await?;
        Ok(ran)
    }

    /// No cohort's week goes to her any more.
    pub(super) async fn unsubscribe(
        &self,
        ran: &mut super::Ran,
        number: Organisation,
        who: TraineeId,
    ) -> Result<(), DeskError> {
        let key = Key::organisation(number);
        let (Some(mut organisation), expect) = self.seen::<KeptOrganisation>(&key).await? else {
            return Ok(());
        };
        let gone = organisation.cohorts.iter_mut().map(|cohort| cohort.weekly.remove(&who.0));
        if gone.filter(|gone| *gone).count() > 0 {
            guard(ran, key, &organisation, expect)?;
        }
        Ok(())
    }

    /// What a code gives. Too many that are none, and she has to wait.
    pub(super) async fn redeem(&self, request: &Request<'_>, written: &str) -> Done {
        if let Err(minutes) = self.door.tries().may(request.who, request.at) {
            return Ok(told(Settled::TooMany(minutes)));
        }
        let Some(found) = self.good_code(written, request.at).await? else {
            self.door.tries().failed(request.who, request.at);
            return Ok(told(Settled::BadCode));
        };
        if found.kept.gives == Gives::Entry {
            return self.come_in(request, &found).await;
        }
        let organisation = found.kept.organisation;
        let mut standing = request.standing.clone();
        if !is_free(&standing, organisation) {
            let elsewhere = self.organisation(standing.organisation).await?;
            return Ok(told(Settled::Elsewhere(elsewhere.name)));
        }
        standing.organisation = organisation;
        let mut ran = self.give(request, &mut standing, &found).await?;
        keep(&mut ran, Key::member(request.who), &KeptStanding(standing))?;
        keep(&mut ran, Key::admission(request.who), &admission(request.at, Way::Code))?;
        Ok(ran)
    }

    /// A role, or membership of a cohort.
    async fn give(&self, request: &Request<'_>, standing: &mut Standing, found: &Found) -> Done {
        let joined = self.organisation(found.kept.organisation).await?;
        match found.kept.gives {
            Gives::Cohort(number) => {
                let Some(cohort) = joined.cohort(number) else { return Ok(told(Settled::BadCode)) };
                let new = !standing.cohorts.contains(&number);
                let mut ran = self.enter(request, standing, (&joined.name, cohort)).await?;
                if new {
                    found.spend(&mut ran)?;
                }
                Ok(ran)
            }
            Gives::Role(role) => {
                standing.role = standing.role.max(Some(role));
                let mut ran = told(Settled::Hired(joined.name.clone(), role));
                found.spend(&mut ran)?;
                Ok(ran)
            }
            Gives::Entry => self.come_in(request, found).await,
        }
    }

    /// Into a cohort: its assignments are hers from then on, with their reminders.
    async fn enter(
        &self,
        request: &Request<'_>,
        standing: &mut Standing,
        (organisation, cohort): (&str, &KeptCohort),
    ) -> Done {
        let number = cohort.number;
        let new = !standing.cohorts.contains(&number);
        if new {
            standing.cohorts.push(number);
            standing.since.insert(number, request.at);
        }
        let duties = self.duties(standing).await?;
        let joined = Joined {
            organisation: organisation.to_owned(),
            cohort: cohort.name.clone(),
            standing: standing.clone(),
            duties: duties.clone(),
        };
        let mut ran = told(Settled::Joined(Box::new(joined)));
        let member = self.member(request.who, standing.clone()).await?;
        for duty in duties.iter().filter(|duty| new && duty.cohort == number) {
            reminder(&mut ran, duty, &member, request.at)?;
        }
        Ok(ran)
    }

    /// What her trainers are to call her; nothing to be called where she is in no cohort.
    pub(super) async fn call_her(&self, request: &Request<'_>, name: &str) -> Done {
        let key = Key::member(request.who);
        let (standing, expect) = self.seen::<KeptStanding>(&key).await?;
        let standing = standing.map(|KeptStanding(standing)| standing);
        let Some(mut standing) = standing.filter(|standing| !standing.cohorts.is_empty()) else {
            return Ok(told(Settled::Known(None)));
        };
        standing.name = name.to_owned();
        let shown = Shown { name: name.to_owned(), tag: tag(standing.organisation, request.who) };
        let mut ran = told(Settled::Known(Some(shown)));
        guard(&mut ran, key, &KeptStanding(standing), expect)?;
        Ok(ran)
    }

    pub(super) async fn leave(&self, request: &Request<'_>) -> Done {
        let mut ran = told(Settled::Left);
        ran.changes.push((Key::member(request.who), None));
        self.unsubscribe(&mut ran, request.organisation(), request.who).await?;
        Ok(ran)
    }

    /// Numbered one after the other; two at once are told apart by what the key must not hold.
    pub(super) async fn found(&self, request: &Request<'_>, name: &str) -> Done {
        let Some(code) = code() else { return Ok(told(Settled::NotAllowed)) };
        let mut number: Organisation = 1;
        while self.kept::<KeptOrganisation>(Key::organisation(number)).await?.is_some() {
            number = number.saturating_add(1);
        }
        let mut ran = told(Settled::Founded(name.to_owned(), code.clone(), DAYS));
        let organisation = KeptOrganisation { name: name.to_owned(), cohorts: Vec::new() };
        guard(&mut ran, Key::organisation(number), &organisation, Expect::Absent)?;
        let gives = Gives::Role(Role::Owner);
        let kept = KeptCode { organisation: number, gives, until: after(request.at, DAYS), left: None };
        keep(&mut ran, self.code_key(&code).await?, &kept)?;
        Ok(ran)
    }
}

/// How many of some members are in which cohort.
pub(super) fn sizes<'a>(members: impl Iterator<Item = &'a Standing>) -> BTreeMap<Cohort, u32> {
    let mut sizes = BTreeMap::new();
    for cohort in members.flat_map(|standing| &standing.cohorts) {
        *sizes.entry(*cohort).or_default() += 1;
    }
    sizes
}

/// Whether somebody can join an organisation: she is in it, or in none but the house and nothing there.
fn is_free(standing: &Standing, organisation: Organisation) -> bool {
    let unbound = standing.organisation == HOUSE && standing.role.is_none() && standing.cohorts.is_empty();
    standing.organisation == organisation || unbound
}
