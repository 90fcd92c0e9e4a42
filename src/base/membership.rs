//! Who belongs where: organisations and their cohorts, what somebody may do in one, and who may meet a published customer.
//! One bot can serve several organisations, which see nothing of each other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::hash::ContentHash;
use super::id::TraineeId;
use super::time::Moment;

/// An organisation's number. 0 is the house: everybody belongs to it who has joined no other.
pub type Organisation = u32;

/// The house.
pub const HOUSE: Organisation = 0;

/// A cohort's number, from 1 on in each organisation.
pub type Cohort = u32;

/// Signs that do not look alike on paper or a phone: codes and tags are made of them.
pub const SIGNS: &[u8; 31] = b"23456789ABCDEFGHJKLMNPQRSTUVWXY";

/// Signs of a code: some 59 bits, too many to guess at a chat's pace.
pub const CODE: usize = 12;

/// The code that somebody has written, however she wrote it; `None` where it cannot be one.
pub fn read_code(written: &str) -> Option<String> {
    let letters = written.chars().filter(char::is_ascii_alphanumeric).take(2 * CODE);
    let code: String = letters.map(|sign| sign.to_ascii_uppercase()).collect();
    (code.len() == CODE && code.bytes().all(|sign| SIGNS.contains(&sign))).then_some(code)
}

/// Signs of a tag: of a thousand members hardly two share one.
const TAG: usize = 5;

/// What somebody is called in an organisation where she gave no name: the same there for good, another elsewhere, and nobody's
/// number on Telegram.
pub fn tag(organisation: Organisation, who: TraineeId) -> String {
    let parts = [b"member".as_slice(), &organisation.to_le_bytes(), &who.0.to_le_bytes()];
    let hash = ContentHash::of(parts);
    let digits: String = hash.as_str().chars().take(15).collect();
    let mut left = usize::try_from(u64::from_str_radix(&digits, 16).unwrap_or(0)).unwrap_or(0);
    let mut sign = || {
        let sign = SIGNS.get(left % SIGNS.len()).copied().unwrap_or(b'2');
        left /= SIGNS.len();
        char::from(sign)
    };
    (0..TAG).map(|_| sign()).collect()
}

/// What somebody may do for an organisation beside practising.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Tries and publishes customers, makes cohorts, sees figures.
    Trainer,
    /// The same, and says who is a trainer.
    Owner,
}

/// Where somebody stands. Others decide it, so it is no part of her profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Her organisation.
    #[serde(default)]
    pub organisation: Organisation,
    /// What she may do for it; `None`: practise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The cohorts she is in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cohorts: Vec<Cohort>,
    /// Since when she is in them; nothing for those that did not keep it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub since: BTreeMap<Cohort, Moment>,
    /// The name she gave for her trainers to see; empty where she stays a tag.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether she runs the bot. Settled where it is started, never kept.
    #[serde(skip)]
    pub operator: bool,
}

impl Standing {
    /// What she may do for her organisation. Who runs the bot owns the house.
    pub fn role(&self) -> Option<Role> {
        let house = self.operator && self.organisation == HOUSE;
        self.role.max(house.then_some(Role::Owner))
    }

    /// Takes her out of a cohort. `false` where she was not in it.
    pub fn quit(&mut self, cohort: Cohort) -> bool {
        let before = self.cohorts.len();
        self.cohorts.retain(|one| *one != cohort);
        self.since.remove(&cohort);
        self.cohorts.len() < before
    }

    /// Whether she belongs to those a customer was published for.
    pub fn is_among(&self, organisation: Organisation, audience: Audience) -> bool {
        let reached = match audience {
            Audience::Everyone => true,
            Audience::Cohort(cohort) => self.cohorts.contains(&cohort) || self.role().is_some(),
        };
        self.organisation == organisation && reached
    }
}

/// Who may meet a published customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// All of the organisation.
    Everyone,
    /// A cohort of it, and its trainers.
    Cohort(Cohort),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_the_same_for_good_and_another_elsewhere() {
        let mine = tag(1, TraineeId(7_123_456));
        assert_eq!(mine, tag(1, TraineeId(7_123_456)));
        assert!(mine != tag(2, TraineeId(7_123_456)) && mine != tag(1, TraineeId(7_123_457)));
        assert!(mine.len() == TAG && mine.bytes().all(|sign| SIGNS.contains(&sign)));
    }

    #[test]
    fn a_customer_for_a_cohort_is_met_by_its_members_and_by_trainers_of_that_organisation_only() {
        let of = |organisation, role, cohorts: &[u32]| Standing {
            organisation,
            role,
            cohorts: cohorts.to_vec(),
            ..Standing::default()
        };
        let cohort = Audience::Cohort(2);
        assert!(of(3, None, &[1, 2]).is_among(3, cohort));
        assert!(of(3, Some(Role::Trainer), &[]).is_among(3, cohort));
        assert!(!of(3, None, &[1]).is_among(3, cohort) && of(3, None, &[1]).is_among(3, Audience::Everyone));
        for other in [of(4, Some(Role::Owner), &[2]), of(HOUSE, None, &[2])] {
            assert!(!other.is_among(3, cohort) && !other.is_among(3, Audience::Everyone));
        }
        // Who runs the bot owns the house and nothing else.
        let operator = |organisation| Standing { operator: true, ..of(organisation, None, &[]) };
        assert_eq!((operator(HOUSE).role(), operator(3).role()), (Some(Role::Owner), None));
    }
}
