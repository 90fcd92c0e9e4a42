//! A customer's file: looked over, kept as a draft, published, brought back, taken off.

use std::sync::Arc;

use crate::base::id::PersonaId;
use crate::base::membership::Audience;
use crate::flow::office::{Group, Inspected, Overview, Reach, Settled, Shelved, Unfit, Upload, Version};
use crate::store::{Expect, Key, Record, scan_all};

use super::records::{KeptDraft, KeptOrganisation, KeptRelease, KeptShelf, KeptVersion, Texts};
use super::{Desk, DeskError, Done, Examined, Placement, Request, Unpacked, guard, keep, told};
use crate::desk::take::apart;

/// Most bytes that are fetched: an archive of one customer.
const MOST: u64 = 2 << 20;
/// Versions of a customer whose files are kept.
const VERSIONS: usize = 30;

/// Where a record is, and what must still be there when it is changed.
type Place = (Key, Expect);

fn unfit(unfit: Unfit) -> Done {
    Ok(told(Settled::Unfit(unfit)))
}

/// A customer as his trainers see him.
fn shelved(shelf: &KeptShelf, organisation: &KeptOrganisation) -> Shelved {
    let version = |one: &KeptVersion| Version {
        number: one.number,
        at: one.at,
        by: one.by,
        again: (one.files != one.number).then_some(one.files),
    };
    let reach = match shelf.audience {
        Audience::Everyone => Reach::Everyone,
        Audience::Cohort(number) => Reach::Cohort(
            number,
            organisation.cohort(number).map_or_else(String::new, |one| one.name.clone()),
        ),
    };
    let (name, title, current) = (shelf.name.clone(), shelf.title.clone(), shelf.current);
    Shelved { name, title, current, reach, versions: shelf.versions.iter().rev().map(version).collect() }
}

impl Desk {
    pub(super) async fn overview(&self, request: &Request<'_>) -> Done {
        let number = request.organisation();
        let organisation = self.organisation(number).await?;
        let mut customers = Vec::new();
        for (key, entry) in scan_all(&*self.store, Key::shelves_of(number)).await? {
            match Record::<KeptShelf>::decode(&key, &entry.value) {
                Ok(shelf) => customers.push(shelved(&shelf, &organisation)),
                Err(error) => tracing::error!("a published customer is left out: {error}"),
            }
        }
        customers.sort_by(|a, b| a.title.cmp(&b.title));
        let draft = self.draft(request).await?.map(|draft| draft.title);
        Ok(told(Settled::Overview(Overview { organisation: organisation.name, customers, draft })))
    }

    /// Her draft, if it is for the organisation she is in.
    async fn draft(&self, request: &Request<'_>) -> Result<Option<KeptDraft>, DeskError> {
        let draft: Option<KeptDraft> = self.kept(Key::draft(request.who)).await?;
        Ok(draft.filter(|draft| draft.organisation == request.organisation()))
    }

    pub(super) async fn inspect(&self, request: &Request<'_>, upload: &Upload) -> Done {
        let too_large = || unfit(Unfit::TooLarge(u32::try_from(MOST >> 10).unwrap_or(u32::MAX)));
        if upload.size.is_some_and(|size| size > MOST) {
            return too_large();
        }
        let Some(bytes) = request.premises.fetch.fetch(&upload.handle, MOST).await else {
            return unfit(Unfit::Lost);
        };
        let (studio, lang) = (Arc::clone(&request.premises.studio), request.lang);
        let sent = upload.name.clone();
        // A hostile archive costs her this answer and nobody anything.
        let unpacked = apart(move || studio.unpack(&sent, &bytes, lang)).await;
        let unpacked = match unpacked {
            Ok(Ok(unpacked)) => unpacked,
            Ok(Err(why)) => return unfit(why),
            Err(place) => {
                tracing::error!(%place, "a customer's file could not be opened");
                return unfit(Unfit::Broken(String::new()));
            }
        };
        let Unpacked { name, texts: sent, whole } = unpacked;
        let mut texts = if whole { Texts::new() } else { self.known(request, &name).await? };
        texts.extend(sent);
        if !texts.contains_key(&format!("personas/{name}.toml")) {
            return unfit(Unfit::Alone(name.to_string()));
        }
        let (studio, named, files) = (Arc::clone(&request.premises.studio), name.clone(), texts.clone());
        let Ok(examined) = apart(move || studio.examine(&named, &files, lang)).await.inspect_err(|place| {
            tracing::error!(%place, "a customer could not be looked over");
        }) else {
            return unfit(Unfit::Broken(String::new()));
        };
        let organisation = self.organisation(request.organisation()).await?;
        let members = self.cohort_sizes(request.organisation()).await?;
        let draft = examined.title.is_some().then(|| request.draft_as(&name));
        let inspected = inspected(&name, draft.clone(), &texts, &examined, groups(&organisation, &members));
        let mut ran = told(Settled::Inspected(Box::new(inspected)));
        if let Some((title, id)) = examined.title.zip(draft) {
            let organisation = request.organisation();
            if let Some(before) = self.kept::<KeptDraft>(Key::draft(request.who)).await? {
                ran.placements.push(Placement::Gone(request.draft_as(&before.name)));
            }
            let draft = KeptDraft { organisation, name: name.clone(), title, texts: texts.clone() };
            keep(&mut ran, Key::draft(request.who), &draft)?;
            ran.placements.push(Placement::Put { id, name, texts, audience: None });
        }
        Ok(ran)
    }

    /// What is there of a customer: her draft's files, else those trainees meet.
    async fn known(&self, request: &Request<'_>, name: &PersonaId) -> Result<Texts, DeskError> {
        if let Some(draft) = self.draft(request).await?.filter(|draft| draft.name == *name) {
            return Ok(draft.texts);
        }
        let organisation = request.organisation();
        let Some(shelf) = self.kept::<KeptShelf>(Key::shelf(organisation, name.as_str())).await? else {
            return Ok(Texts::new());
        };
        Ok(self.current_texts(organisation, &shelf).await?.unwrap_or_default())
    }

    pub(super) async fn publish(&self, request: &Request<'_>, audience: Audience) -> Done {
        let Some(draft) = self.draft(request).await? else { return Ok(told(Settled::NoDraft)) };
        let (number, at, by) = (request.organisation(), request.at, request.who.0);
        let organisation = self.organisation(number).await?;
        if matches!(audience, Audience::Cohort(cohort) if organisation.cohort(cohort).is_none()) {
            return Ok(told(Settled::NoCase));
        }
        let title = match self.still_plays(request, &draft.name, &draft.texts).await {
            Ok(title) => title,
            Err(why) => return Ok(told(Settled::Unplayable(why))),
        };
        let key = Key::shelf(number, draft.name.as_str());
        let (kept, expect) = self.seen::<KeptShelf>(&key).await?;
        let name = draft.name.clone();
        let mut shelf = kept.unwrap_or(KeptShelf {
            name,
            title: String::new(),
            current: None,
            audience,
            versions: Vec::new(),
        });
        let version = shelf.next();
        shelf.versions.push(KeptVersion { number: version, at, by, files: version });
        (shelf.current, shelf.title, shelf.audience) = (Some(version), title, audience);
        let mut ran = told(Settled::Published(shelved(&shelf, &organisation)));
        let release = Key::release(number, draft.name.as_str(), version);
        keep(&mut ran, release, &KeptRelease(draft.texts.clone()))?;
        forget_oldest(&mut ran, number, &mut shelf);
        guard(&mut ran, key, &shelf, expect)?;
        ran.changes.push((Key::draft(request.who), None));
        ran.placements.push(Placement::Gone(request.draft_as(&draft.name)));
        let id = request.published_as(&draft.name);
        let (name, texts) = (draft.name, draft.texts);
        ran.placements.push(Placement::Put { id, name, texts, audience: Some(audience) });
        Ok(ran)
    }

    async fn still_plays(
        &self,
        request: &Request<'_>,
        name: &PersonaId,
        texts: &Texts,
    ) -> Result<String, String> {
        let (studio, lang) = (Arc::clone(&request.premises.studio), request.lang);
        let (name, texts) = (name.clone(), texts.clone());
        let played = apart(move || studio.playable(&name, &texts, lang)).await;
        played.unwrap_or_else(|_| Err(String::new()))
    }

    pub(super) async fn discard_draft(&self, request: &Request<'_>) -> Done {
        let Some(draft) = self.kept::<KeptDraft>(Key::draft(request.who)).await? else {
            return Ok(told(Settled::NoDraft));
        };
        let mut ran = told(Settled::Discarded);
        ran.changes.push((Key::draft(request.who), None));
        ran.placements.push(Placement::Gone(request.draft_as(&draft.name)));
        Ok(ran)
    }

    async fn shelf(
        &self,
        request: &Request<'_>,
        name: &PersonaId,
    ) -> Result<Option<(Place, KeptShelf, KeptOrganisation)>, DeskError> {
        let number = request.organisation();
        let key = Key::shelf(number, name.as_str());
        let (Some(shelf), expect) = self.seen(&key).await? else { return Ok(None) };
        Ok(Some(((key, expect), shelf, self.organisation(number).await?)))
    }

    pub(super) async fn case(&self, request: &Request<'_>, name: &PersonaId) -> Done {
        let Some((_, shelf, organisation)) = self.shelf(request, name).await? else {
            return Ok(told(Settled::NoCase));
        };
        let members = self.cohort_sizes(request.organisation()).await?;
        Ok(told(Settled::Case(shelved(&shelf, &organisation), groups(&organisation, &members))))
    }

    /// Going back is a version of its own, so that the history says what trainees met when.
    pub(super) async fn back(&self, request: &Request<'_>, name: &PersonaId, version: u32) -> Done {
        let Some(((key, expect), mut shelf, organisation)) = self.shelf(request, name).await? else {
            return Ok(told(Settled::NoCase));
        };
        let Some(files) = shelf.files_of(version) else { return Ok(told(Settled::NoCase)) };
        let Some(texts) = self.release(request.organisation(), name, files).await? else {
            return Ok(told(Settled::NoCase));
        };
        shelf.title = match self.still_plays(request, name, &texts).await {
            Ok(title) => title,
            Err(why) => return Ok(told(Settled::Unplayable(why))),
        };
        let number = shelf.next();
        shelf.versions.push(KeptVersion { number, at: request.at, by: request.who.0, files });
        shelf.current = Some(number);
        let mut ran = told(Settled::Published(shelved(&shelf, &organisation)));
        forget_oldest(&mut ran, request.organisation(), &mut shelf);
        guard(&mut ran, key, &shelf, expect)?;
        let (id, audience) = (request.published_as(name), Some(shelf.audience));
        ran.placements.push(Placement::Put { id, name: name.clone(), texts, audience });
        Ok(ran)
    }

    pub(super) async fn reach(&self, request: &Request<'_>, name: &PersonaId, audience: Audience) -> Done {
        let Some(((key, expect), mut shelf, organisation)) = self.shelf(request, name).await? else {
            return Ok(told(Settled::NoCase));
        };
        let known = match audience {
            Audience::Everyone => true,
            Audience::Cohort(number) => organisation.cohort(number).is_some(),
        };
        let texts = self.current_texts(request.organisation(), &shelf).await?;
        let Some(texts) = texts.filter(|_| known) else { return Ok(told(Settled::NoCase)) };
        shelf.audience = audience;
        let mut ran = told(Settled::Published(shelved(&shelf, &organisation)));
        guard(&mut ran, key, &shelf, expect)?;
        let id = request.published_as(name);
        ran.placements.push(Placement::Put { id, name: name.clone(), texts, audience: Some(audience) });
        Ok(ran)
    }

    pub(super) async fn withdraw(&self, request: &Request<'_>, name: &PersonaId) -> Done {
        let Some(((key, expect), mut shelf, organisation)) = self.shelf(request, name).await? else {
            return Ok(told(Settled::NoCase));
        };
        shelf.current = None;
        let mut ran = told(Settled::Withdrawn(shelved(&shelf, &organisation)));
        guard(&mut ran, key, &shelf, expect)?;
        ran.placements.push(Placement::Gone(request.published_as(name)));
        Ok(ran)
    }

    /// The files trainees meet, or the newest where he is taken off.
    pub(super) async fn fetch_files(&self, request: &Request<'_>, name: &PersonaId) -> Done {
        let Some((_, shelf, _)) = self.shelf(request, name).await? else { return Ok(told(Settled::NoCase)) };
        let number = shelf.current.or(shelf.versions.last().map(|version| version.number));
        let texts = match number.and_then(|number| shelf.files_of(number)) {
            Some(files) => self.release(request.organisation(), name, files).await?,
            None => None,
        };
        let packed = texts.and_then(|texts| request.premises.studio.pack(name, &texts));
        Ok(told(packed.map_or(Settled::NoCase, |(name, bytes)| Settled::File(name, bytes))))
    }
}

/// The cohorts with their sizes.
pub(super) fn groups(
    organisation: &KeptOrganisation,
    members: &std::collections::BTreeMap<u32, u32>,
) -> Vec<Group> {
    let group = |cohort: &super::records::KeptCohort| Group {
        number: cohort.number,
        name: cohort.name.clone(),
        members: members.get(&cohort.number).copied().unwrap_or(0),
    };
    organisation.cohorts.iter().map(group).collect()
}

/// Keeps the history within bounds: versions beyond go, with files that no version left has.
fn forget_oldest(ran: &mut super::Ran, organisation: u32, shelf: &mut KeptShelf) {
    while shelf.versions.len() > VERSIONS {
        let gone = shelf.versions.remove(0);
        if shelf.versions.iter().all(|version| version.files != gone.files) {
            ran.changes.push((Key::release(organisation, shelf.name.as_str(), gone.files), None));
        }
    }
}

fn inspected(
    name: &PersonaId,
    draft: Option<PersonaId>,
    texts: &Texts,
    examined: &Examined,
    cohorts: Vec<Group>,
) -> Inspected {
    Inspected {
        title: examined.title.clone().unwrap_or_else(|| name.to_string()),
        draft,
        files: texts.keys().map(|file| file.trim_start_matches("personas/").to_owned()).collect(),
        errors: examined.errors,
        warnings: examined.warnings,
        findings: examined.findings.clone(),
        all: examined.all.clone(),
        summary: examined.summary.clone(),
        picture: examined.picture.clone(),
        cohorts,
    }
}
