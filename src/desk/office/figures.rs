//! How conversations with a customer went: read from what is kept of the trainees of one organisation, when a trainer asks. Nothing
//! is counted beside it, so whatever is deleted is in no figure any more.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::ending::Ending;
use crate::base::id::{PersonaId, SessionId, StateId, TraineeId};
use crate::base::membership::{Cohort, HOUSE, Organisation, Standing};
use crate::flow::office::{Figures, Settled};
use crate::progress::entry::{Noted, NotedKind};
use crate::session::event::Event;
use crate::store::{Entry, Key, KeyName, Record, scan_all};

use super::cases::groups;
use super::crew::sizes;
use super::{Desk, DeskError, Done, Request, told};
use crate::desk::records::{KeptEntry, KeptEvent};

/// What is counted on the way.
#[derive(Default)]
struct Count {
    trainees: u32,
    sessions: u32,
    endings: BTreeMap<Ending, u32>,
    /// Messages written and the last state, of those that were left.
    left: Vec<(u32, Option<StateId>)>,
    missing: BTreeMap<(NotedKind, String), (Noted, u32)>,
    scores: Vec<u8>,
}

/// One conversation on the way.
struct Course {
    messages: u32,
    state: Option<StateId>,
    ended: Option<Ending>,
}

impl Desk {
    pub(super) async fn figures(
        &self,
        request: &Request<'_>,
        id: &PersonaId,
        cohort: Option<Cohort>,
    ) -> Done {
        let number = request.organisation();
        // Others' customers have no figures here, whoever asks.
        let own = request.published_as(id);
        if id.realm().is_some() && *id != own {
            return Ok(told(Settled::NotAllowed));
        }
        let organisation = self.organisation(number).await?;
        let name = cohort.and_then(|number| organisation.cohort(number)).map(|one| one.name.clone());
        if cohort.is_some() && name.is_none() {
            return Ok(told(Settled::NoCase));
        }
        let mut count = Count::default();
        let everybody = self.everybody().await?;
        for trainee in self.trainees(&everybody, number, cohort).await? {
            self.count(trainee, id, &mut count).await?;
        }
        let members = everybody.iter().filter(|(_, standing)| standing.organisation == number);
        let mut others = groups(&organisation, &sizes(members.map(|(_, standing)| standing)));
        others.retain(|group| Some(group.number) != cohort);
        let title = request.premises.studio.title(id, request.lang).unwrap_or_else(|| id.name().to_owned());
        let figures = Figures { title, cohort: name.unwrap_or_default(), cohorts: others, ..count.sum_up() };
        Ok(told(Settled::Figures(id.clone(), Box::new(figures))))
    }

    /// The trainees of an organisation, or of a cohort of it, of those of whom it is kept where they belong.
    async fn trainees(
        &self,
        everybody: &[(TraineeId, Standing)],
        number: Organisation,
        cohort: Option<Cohort>,
    ) -> Result<Vec<TraineeId>, DeskError> {
        if number != HOUSE || cohort.is_some() {
            let among = |standing: &Standing| {
                let inside = cohort.is_none_or(|cohort| standing.cohorts.contains(&cohort));
                standing.organisation == number && inside
            };
            let members = everybody.iter().filter(|(_, standing)| among(standing));
            return Ok(members.map(|(who, _)| *who).collect());
        }
        // The house has everybody who is nowhere else.
        let elsewhere = everybody.iter().filter(|(_, standing)| standing.organisation != HOUSE);
        let elsewhere: BTreeSet<TraineeId> = elsewhere.map(|(who, _)| *who).collect();
        let profiles = scan_all(&*self.store, Key::all_profiles()).await?.into_iter();
        let all = profiles.filter_map(|(key, _)| match key.name() {
            Some(KeyName::Profile(who)) => Some(who),
            _ => None,
        });
        Ok(all.filter(|who| !elsewhere.contains(who)).collect())
    }

    /// Adds what is kept of one trainee. What cannot be read counts as not there.
    async fn count(&self, trainee: TraineeId, id: &PersonaId, count: &mut Count) -> Result<(), DeskError> {
        let mut open: Option<(u32, Course)> = None;
        let before = count.sessions;
        for (key, entry) in scan_all(&*self.store, Key::events_by(trainee)).await? {
            let Some(KeyName::SessionEvent(SessionId { number, .. }, _)) = key.name() else { continue };
            let Ok(KeptEvent(event)) = Record::decode(&key, &entry.value) else { continue };
            if let Event::Started { start, .. } = &event {
                count.close(open.take());
                if start.persona == *id && start.branch.is_none() {
                    open = Some((number, Course { messages: 0, state: None, ended: None }));
                }
                continue;
            }
            let Some((_, course)) = open.as_mut().filter(|(other, _)| *other == number) else { continue };
            match event {
                Event::Played { state, ended, .. } => {
                    course.messages = course.messages.saturating_add(1);
                    (course.state, course.ended) = (Some(state), ended.or(course.ended));
                }
                Event::Stopped { ended, .. } => course.ended = Some(ended),
                Event::Debriefed { score, .. } => count.scores.push(score),
                _ => {}
            }
        }
        count.close(open);
        if count.sessions == before {
            return Ok(());
        }
        count.trainees = count.trainees.saturating_add(1);
        let entries = scan_all(&*self.store, Key::sessions_of(trainee)).await?;
        entries.iter().for_each(|(key, entry)| count.missed(key, entry, id));
        Ok(())
    }
}

impl Count {
    fn close(&mut self, course: Option<(u32, Course)>) {
        let Some((_, Course { messages, state, ended })) = course else { return };
        self.sessions = self.sessions.saturating_add(1);
        match ended {
            Some(ending) => *self.endings.entry(ending).or_default() += 1,
            None => self.left.push((messages, state)),
        }
    }

    /// What the debrief of a completed reflection missed.
    fn missed(&mut self, key: &Key, entry: &Entry, id: &PersonaId) {
        let Ok(KeptEntry(entry)) = Record::decode(key, &entry.value) else { return };
        if entry.persona != *id || entry.branch.is_some() {
            return;
        }
        for noted in entry.improvements.into_iter().filter(|noted| noted.kind == NotedKind::Gap) {
            let bare = Noted { quote: String::new(), better: None, ..noted };
            let kept = self.missing.entry((bare.kind, bare.id.clone())).or_insert((bare, 0));
            kept.1 = kept.1.saturating_add(1);
        }
    }

    fn sum_up(self) -> Figures {
        let mut endings: Vec<(Ending, u32)> = self.endings.into_iter().collect();
        endings.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let mut missing: Vec<(Noted, u32)> = self.missing.into_values().collect();
        missing.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let mut states: BTreeMap<StateId, u32> = BTreeMap::new();
        for state in self.left.iter().filter_map(|(_, state)| state.clone()) {
            *states.entry(state).or_default() += 1;
        }
        let messages = self.left.iter().map(|(messages, _)| *messages).collect();
        Figures {
            trainees: self.trainees,
            sessions: self.sessions,
            endings,
            left: u32::try_from(self.left.len()).unwrap_or(u32::MAX),
            left_after: middle(messages),
            left_in: states.into_iter().max_by_key(|(_, count)| *count).map(|(state, _)| state),
            missing,
            median: middle(self.scores),
            ..Figures::default()
        }
    }
}

/// The one in the middle; of an even number the lower.
fn middle<T: Ord + Copy>(mut values: Vec<T>) -> Option<T> {
    values.sort_unstable();
    values.get(values.len().saturating_sub(1) / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::middle;

    #[test]
    fn the_middle_of_none_is_none_and_of_two_the_lower() {
        assert_eq!(middle::<u8>(vec![]), None);
        assert_eq!((middle(vec![9]), middle(vec![9, 4]), middle(vec![9, 4, 7])), (Some(9), Some(4), Some(7)));
    }
}
