//! One cohort: its members, its code, its assignments. What a member has done is kept with her own profile and read from there
//! when a trainer asks, so whatever she deletes is on no list any more.

use crate::base::id::{PersonaId, Realm, TraineeId};
use crate::base::membership::{Audience, Cohort, Organisation, Standing, tag};
use crate::flow::cohort::{Duty, Given, Mate, Order, Shown, Stage, Told, Word, Work};
use crate::flow::office::Settled;
use crate::flow::profile::Profile;
use crate::flow::trainer;
use crate::progress::zone::{Zone, reckoning};
use crate::store::{Expect, Key, KeyName, Record, scan_all};

use super::codes::{CLASS_DAYS, CLASS_USES, code};
use super::nudge::{DIGEST, reminder};
use super::records::{KeptAssignment, KeptCohort, KeptOrganisation, KeptShelf, KeptStanding};
use super::{Desk, DeskError, Done, Ran, Request, guard, keep, told};
use crate::desk::Letter;
use crate::desk::records::KeptProfile;

/// Assignments of a cohort that are open at once.
const OPEN: usize = 8;
/// Assignments of a cohort that are kept, open or over.
const KEPT: usize = 20;

/// A member with what is kept of her.
pub(super) struct Member {
    pub who: TraineeId,
    pub standing: Standing,
    /// Nobody's where the bot has never met her.
    pub profile: Profile,
}

impl Member {
    /// What her trainers call her.
    pub fn shown(&self) -> Shown {
        Shown { name: self.standing.name.clone(), tag: tag(self.standing.organisation, self.who) }
    }

    /// How far she has come.
    fn stage(&self, organisation: Organisation, cohort: Cohort, number: u32) -> Stage {
        let mut marks = self.profile.marks.iter();
        match marks.find(|mark| mark.is_of(organisation, cohort, number)) {
            Some(mark) if mark.done.is_some() => Stage::Done,
            Some(_) => Stage::Begun,
            None => Stage::NotYet,
        }
    }

    /// Where her clock hangs.
    pub fn zone(&self) -> Zone {
        reckoning(self.profile.review.zone.as_ref())
    }
}

/// What is done with a cohort that is there.
struct Class<'a> {
    request: &'a Request<'a>,
    organisation: KeptOrganisation,
    expect: Expect,
    cohort: KeptCohort,
}

impl Class<'_> {
    fn number(&self) -> Cohort {
        self.cohort.number
    }

    fn tell(&self, what: Told) -> Ran {
        told(Settled::Cohort(self.cohort.number, self.cohort.name.clone(), Box::new(what)))
    }

    /// Changes the cohort itself.
    fn change(mut self, ran: &mut Ran, change: impl FnOnce(&mut KeptCohort)) -> Result<(), DeskError> {
        if let Some(cohort) = self.organisation.cohort_mut(self.cohort.number) {
            change(cohort);
        }
        guard(ran, Key::organisation(self.request.organisation()), &self.organisation, self.expect)
    }
}

impl Desk {
    pub(super) async fn cohort_work(&self, request: &Request<'_>, number: Cohort, work: &Work) -> Done {
        let key = Key::organisation(request.organisation());
        let (organisation, expect) = self.seen::<KeptOrganisation>(&key).await?;
        let organisation = organisation.unwrap_or_default();
        let Some(cohort) = organisation.cohort(number).cloned() else { return Ok(told(Settled::NoCase)) };
        let class = Class { request, organisation, expect, cohort };
        match work {
            Work::Look => self.look(class).await,
            Work::Members => self.list(class).await,
            Work::Member(tag) => self.one_member(class, tag).await,
            Work::Remove(tag) => self.remove(class, tag).await,
            Work::NewCode => self.new_code(class).await,
            Work::Assign(order) => self.assign(class, order).await,
            Work::Assignment(number) => self.assignment(class, *number).await,
            Work::TakeBack(number) => self.take_back(class, *number).await,
            Work::Digest => {
                let (asked, name) = (request.organisation(), &class.cohort.name);
                let digest = self.digest((asked, number), request.lang, request.at).await?;
                Ok(told(Settled::Cohort(number, name.clone(), Box::new(Told::Digest(digest)))))
            }
            Work::Weekly(on) => self.weekly(class, *on).await,
        }
    }

    /// The members of a cohort, by what they are called.
    pub(super) async fn mates(
        &self,
        organisation: Organisation,
        cohort: Cohort,
    ) -> Result<Vec<Member>, DeskError> {
        let mut mates = Vec::new();
        for (who, standing) in self.members(organisation).await? {
            if standing.cohorts.contains(&cohort) {
                mates.push(self.member(who, standing).await?);
            }
        }
        // Names first, tags after them.
        mates.sort_by_cached_key(|mate| (mate.standing.name.is_empty(), mate.shown()));
        Ok(mates)
    }

    /// Somebody with her profile; one that cannot be read is as good as none.
    pub(super) async fn member(&self, who: TraineeId, standing: Standing) -> Result<Member, DeskError> {
        let kept = match self.kept::<KeptProfile>(Key::profile(who)).await {
            Err(DeskError::Record(error)) => {
                tracing::error!("a member's profile is left out: {error}");
                None
            }
            kept => kept?,
        };
        let profile = kept.map(|kept| kept.profile).unwrap_or_default();
        Ok(Member { who, standing, profile })
    }

    /// The assignments of a cohort, oldest first. One that cannot be read is told in the log and left out.
    pub(super) async fn assignments(
        &self,
        organisation: Organisation,
        cohort: Cohort,
    ) -> Result<Vec<(u32, KeptAssignment)>, DeskError> {
        let mut found = Vec::new();
        for (key, entry) in scan_all(&*self.store, Key::assignments_of(organisation, cohort)).await? {
            let Some(KeyName::Assignment(.., number)) = key.name() else { continue };
            match Record::<KeptAssignment>::decode(&key, &entry.value) {
                Ok(assignment) => found.push((number, assignment)),
                Err(error) => tracing::error!("an assignment is left out: {error}"),
            }
        }
        Ok(found)
    }

    /// What somebody has been given in all of her cohorts.
    pub(in crate::desk) async fn duties(&self, standing: &Standing) -> Result<Vec<Duty>, DeskError> {
        let (organisation, mut duties) = (standing.organisation, Vec::new());
        for cohort in &standing.cohorts {
            for (number, kept) in self.assignments(organisation, *cohort).await? {
                duties.push(duty(organisation, *cohort, number, &kept));
            }
        }
        duties.sort_by_key(|duty| duty.until);
        Ok(duties)
    }

    /// An assignment as its trainers see it, at a moment, on a calendar.
    pub(super) async fn given(
        &self,
        (organisation, cohort): (Organisation, Cohort),
        (number, kept): (u32, &KeptAssignment),
        mates: &[Member],
        today: i64,
    ) -> Result<Given, DeskError> {
        let mates = mates.iter().map(|mate| (mate.shown(), mate.stage(organisation, cohort, number)));
        Ok(Given {
            number,
            title: kept.title.clone(),
            until: kept.until,
            line: kept.line.clone(),
            over: kept.until < today,
            meets: self.meets(organisation, cohort, &kept.persona).await?,
            mates: mates.collect(),
        })
    }

    /// Whether all of a cohort can meet a customer.
    async fn meets(
        &self,
        organisation: Organisation,
        cohort: Cohort,
        persona: &PersonaId,
    ) -> Result<bool, DeskError> {
        let Some(premises) = &self.premises else { return Ok(false) };
        let there = premises.studio.title(persona, crate::base::lang::Lang::EN).is_some();
        match persona.realm() {
            None => Ok(there),
            Some(Realm::Published(number)) if number == organisation => {
                let shelf = self.kept::<KeptShelf>(Key::shelf(organisation, persona.name())).await?;
                let reached = |shelf: &KeptShelf| match shelf.audience {
                    Audience::Everyone => true,
                    Audience::Cohort(number) => number == cohort,
                };
                Ok(there && shelf.is_some_and(|shelf| shelf.current.is_some() && reached(&shelf)))
            }
            Some(_) => Ok(false),
        }
    }

    async fn all_given(&self, class: &Class<'_>, mates: &[Member]) -> Result<Vec<Given>, DeskError> {
        let (organisation, cohort) = (class.request.organisation(), class.number());
        let today = self.today(class.request).await?;
        let mut all = Vec::new();
        for (number, kept) in self.assignments(organisation, cohort).await? {
            all.push(self.given((organisation, cohort), (number, &kept), mates, today).await?);
        }
        // What is open comes first, what is due next before the rest.
        all.sort_by_key(|given| (given.over, given.until, given.number));
        Ok(all)
    }

    /// The day on a trainer's calendar.
    async fn today(&self, request: &Request<'_>) -> Result<i64, DeskError> {
        let trainer = self.member(request.who, Standing::default()).await?;
        Ok(trainer.zone().day(request.at))
    }

    async fn look(&self, class: Class<'_>) -> Done {
        let mates = self.mates(class.request.organisation(), class.number()).await?;
        let given = self.all_given(&class, &mates).await?;
        let members = u32::try_from(mates.len()).unwrap_or(u32::MAX);
        let weekly = class.cohort.weekly.contains(&class.request.who.0);
        Ok(class.tell(Told::Page(members, given, weekly)))
    }

    async fn list(&self, class: Class<'_>) -> Done {
        let mates = self.mates(class.request.organisation(), class.number()).await?;
        let given = self.all_given(&class, &mates).await?;
        let line = |(place, mate): (usize, &Member)| {
            let stages = given.iter().filter_map(|one| one.mates.get(place));
            let done = stages.filter(|(_, stage)| *stage == Stage::Done).count();
            Mate { shown: mate.shown(), done: u32::try_from(done).unwrap_or(u32::MAX) }
        };
        let list = mates.iter().enumerate().map(line).collect();
        Ok(class.tell(Told::Members(list, u32::try_from(given.len()).unwrap_or(u32::MAX))))
    }

    /// The one member of this tag: where two share it nobody is meant.
    async fn tagged(&self, class: &Class<'_>, tag: &str) -> Result<Option<Member>, DeskError> {
        let mut mates = self.mates(class.request.organisation(), class.number()).await?;
        mates.retain(|mate| mate.shown().tag == tag);
        Ok(mates.pop().filter(|_| mates.is_empty()))
    }

    async fn one_member(&self, class: Class<'_>, tag: &str) -> Done {
        let Some(mate) = self.tagged(&class, tag).await? else { return Ok(class.tell(Told::NoMember)) };
        let shown = mate.shown();
        let given = self.all_given(&class, &[mate]).await?;
        let stage = |given: &Given| given.mates.first().map_or(Stage::NotYet, |(_, stage)| *stage);
        let stages = given.into_iter().map(|given| (given.clone(), stage(&given))).collect();
        Ok(class.tell(Told::Member(shown, stages)))
    }

    /// Out of the cohort; who was only there by it, and has no role, is out of the organisation too.
    async fn remove(&self, class: Class<'_>, tag: &str) -> Done {
        let Some(mate) = self.tagged(&class, tag).await? else { return Ok(class.tell(Told::NoMember)) };
        let key = Key::member(mate.who);
        let (standing, expect) = self.seen::<KeptStanding>(&key).await?;
        let KeptStanding(mut standing) = standing.unwrap_or_default();
        standing.quit(class.number());
        let mut ran = class.tell(Told::Removed(mate.shown()));
        match standing.cohorts.is_empty() && standing.role.is_none() {
            true => ran.guarded.push((key, None, expect)),
            false => guard(&mut ran, key, &KeptStanding(standing), expect)?,
        }
        self.word_to(&mut ran, &mate, &Word::Removed(class.cohort.name.clone()));
        Ok(ran)
    }

    async fn new_code(&self, class: Class<'_>) -> Done {
        let Some(code) = code() else { return Ok(told(Settled::NotAllowed)) };
        let mut ran = class.tell(Told::NewCode(code.clone(), CLASS_DAYS, CLASS_USES));
        ran.changes.push((self.code_key(&class.cohort.code).await?, None));
        let whose = (class.request.organisation(), class.number());
        self.keep_class_code(&mut ran, whose, &code, class.request.at).await?;
        class.change(&mut ran, |cohort| cohort.code = code)?;
        Ok(ran)
    }

    async fn assign(&self, class: Class<'_>, order: &Order) -> Done {
        let (organisation, cohort) = (class.request.organisation(), class.number());
        let title = class.request.premises.studio.title(&order.persona, class.request.lang);
        let meets = self.meets(organisation, cohort, &order.persona).await?;
        let Some(title) = title.filter(|_| meets) else { return Ok(class.tell(Told::NoCustomer)) };
        let (today, before) =
            (self.today(class.request).await?, self.assignments(organisation, cohort).await?);
        if before.iter().filter(|(_, kept)| kept.until >= today).count() >= OPEN {
            return Ok(class.tell(Told::Full(u32::try_from(OPEN).unwrap_or(u32::MAX))));
        }
        let number = class.cohort.given.saturating_add(1);
        let (until, line, since) = (order.until, order.line.clone(), class.request.at);
        let kept = KeptAssignment { persona: order.persona.clone(), title, until, line, since };
        let mates = self.mates(organisation, cohort).await?;
        let mut given = self.given((organisation, cohort), (number, &kept), &mates, today).await?;
        given.over = false;
        let mut ran = class.tell(Told::Assigned(given, u32::try_from(mates.len()).unwrap_or(u32::MAX)));
        let duty = duty(organisation, cohort, number, &kept);
        for mate in &mates {
            let title = self.title(&duty.persona, mate).unwrap_or_else(|| kept.title.clone());
            self.word_to(&mut ran, mate, &Word::Given(duty.clone(), class.cohort.name.clone(), title));
            reminder(&mut ran, &duty, mate, class.request.at)?;
        }
        // The oldest that is over makes room.
        if before.len() >= KEPT
            && let Some((oldest, _)) = before.iter().find(|(_, kept)| kept.until < today)
        {
            ran.changes.push((Key::assignment(organisation, cohort, *oldest), None));
        }
        keep(&mut ran, Key::assignment(organisation, cohort, number), &kept)?;
        class.change(&mut ran, |cohort| cohort.given = number)?;
        Ok(ran)
    }

    async fn assignment(&self, class: Class<'_>, number: u32) -> Done {
        let mates = self.mates(class.request.organisation(), class.number()).await?;
        let given = self.all_given(&class, &mates).await?.into_iter().find(|one| one.number == number);
        Ok(class.tell(given.map_or(Told::NoAssignment, Told::Assignment)))
    }

    async fn take_back(&self, class: Class<'_>, number: u32) -> Done {
        let (organisation, cohort) = (class.request.organisation(), class.number());
        let key = Key::assignment(organisation, cohort, number);
        let (kept, expect) = self.seen::<KeptAssignment>(&key).await?;
        let Some(kept) = kept else { return Ok(class.tell(Told::NoAssignment)) };
        let mut ran = class.tell(Told::TakenBack(kept.title.clone()));
        ran.guarded.push((key, None, expect));
        for mate in self.mates(organisation, cohort).await? {
            let open = mate.zone().day(class.request.at) <= kept.until;
            if open && mate.stage(organisation, cohort, number) != Stage::Done {
                let title = self.title(&kept.persona, &mate).unwrap_or_else(|| kept.title.clone());
                self.word_to(&mut ran, &mate, &Word::TakenBack(title));
            }
        }
        for (key, nudge) in self.nudges().await? {
            if (nudge.organisation, nudge.cohort, nudge.assignment) == (organisation, cohort, number) {
                ran.changes.push((key, None));
            }
        }
        Ok(ran)
    }

    async fn weekly(&self, class: Class<'_>, on: bool) -> Done {
        let (organisation, cohort, who) = (class.request.organisation(), class.number(), class.request.who);
        let mut ran = class.tell(Told::Weekly(on));
        for (key, nudge) in self.nudges().await? {
            if (nudge.organisation, nudge.cohort, nudge.assignment, nudge.who)
                == (organisation, cohort, DIGEST, who)
            {
                ran.changes.push((key, None));
            }
        }
        if on {
            self.next_digest(&mut ran, (organisation, cohort, who), class.request.at).await?;
        }
        class.change(&mut ran, |cohort| {
            match on {
                true => cohort.weekly.insert(who.0),
                false => cohort.weekly.remove(&who.0),
            };
        })?;
        Ok(ran)
    }

    /// What a customer is called in a member's language.
    pub(super) fn title(&self, persona: &PersonaId, member: &Member) -> Option<String> {
        self.premises.as_ref()?.studio.title(persona, member.profile.interface())
    }

    /// A word to a member, in her language, where the bot has met her: it can write to nobody else.
    pub(super) fn word_to(&self, ran: &mut Ran, member: &Member, word: &Word) {
        if member.profile.lang.is_some() {
            let letters = self.letters_of(member, trainer::cohort::word(word));
            ran.letters.extend(letters.into_iter().map(|letter| (member.who.0, letter)));
        }
    }

    pub(super) fn letters_of(&self, member: &Member, say: crate::flow::say::Say) -> Vec<Letter> {
        let lang = member.profile.interface();
        (self.format)(&[say], false, &|phrase| self.mind.render(phrase, lang))
    }
}

pub(super) fn duty(organisation: Organisation, cohort: Cohort, number: u32, kept: &KeptAssignment) -> Duty {
    let (persona, until, line) = (kept.persona.clone(), kept.until, kept.line.clone());
    Duty { organisation, cohort, number, persona, until, line }
}
