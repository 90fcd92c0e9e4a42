//! A cohort's week, read from its members' journals when it is asked for or due: nothing is counted beside them.

use std::collections::BTreeSet;

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::membership::{Cohort, Organisation};
use crate::base::time::Moment;
use crate::flow::cohort::{Digest, SignedCard};
use crate::progress::cohort::{FEWEST, week};
use crate::progress::review::week_before;
use crate::store::{Key, Record, scan_all};

use super::cohort::Member;
use super::{Desk, DeskError};
use crate::desk::records::KeptCard;

impl Desk {
    pub(super) async fn digest(
        &self,
        (organisation, cohort): (Organisation, Cohort),
        lang: Lang,
        now: Moment,
    ) -> Result<Digest, DeskError> {
        let mates = self.mates(organisation, cohort).await?;
        let mut journals = Vec::new();
        for mate in &mates {
            let mut journal = self.journal(mate.who).await?;
            // What she did before she joined is none of this cohort's.
            let joined = mate.standing.since.get(&cohort);
            journal.retain(|entry| joined.is_none_or(|joined| entry.at >= *joined));
            journals.push(journal);
        }
        let (cards, unsigned) = self.cards_of(&mates, now).await?;
        let week = week(&journals, now);
        let mut assignments = Vec::new();
        for (number, kept) in self.assignments(organisation, cohort).await? {
            // The calendar most clocks agree on will do to tell what is long over.
            let today = crate::progress::zone::reckoning(None).day(now);
            if kept.until < today - 7 {
                continue;
            }
            let mut given = self.given((organisation, cohort), (number, &kept), &mates, today).await?;
            if let Some(title) = self.premises.as_ref().and_then(|one| one.studio.title(&kept.persona, lang))
            {
                given.title = title;
            }
            assignments.push(given);
        }
        Ok(Digest { week, cards, unsigned, assignments })
    }

    /// The cards that members put into the library in the last week: those they signed, newest first, and how many they did
    /// not, which is not told of a cohort so small that it would point at somebody.
    async fn cards_of(&self, mates: &[Member], now: Moment) -> Result<(Vec<SignedCard>, u32), DeskError> {
        let members: BTreeSet<TraineeId> = mates.iter().map(|mate| mate.who).collect();
        let (since, mut signed, mut unsigned) = (week_before(now), Vec::new(), 0u32);
        for (key, entry) in scan_all(&*self.store, Key::all_cards()).await? {
            let Ok(KeptCard { owner, card }) = Record::decode(&key, &entry.value) else { continue };
            if !members.contains(&owner) || card.at < since {
                continue;
            }
            match card.name {
                Some(name) => {
                    let (customer, why) = (card.customer, card.why);
                    signed.push((card.at, SignedCard { name, customer, why }));
                }
                None => unsigned = unsigned.saturating_add(1),
            }
        }
        signed.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        let unsigned = if members.len() < FEWEST { 0 } else { unsigned };
        Ok((signed.into_iter().map(|(_, card)| card).collect(), unsigned))
    }
}
