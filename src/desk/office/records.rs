//! The wire form of what the office keeps.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::base::id::PersonaId;
use crate::base::membership::{Audience, Cohort, Organisation, Role, Standing};
use crate::base::time::Moment;
use crate::store::{Upcast, Wire};

/// Where somebody belongs, under `Key::member`. Who has no such record belongs to the house.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptStanding(pub Standing);

impl Wire for KeptStanding {
    const VERSION: u32 = 1;
}

/// An organisation, under `Key::organisation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptOrganisation {
    /// Its name; empty for the house.
    pub name: String,
    /// Its cohorts, in the order they were made.
    pub cohorts: Vec<KeptCohort>,
}

impl Wire for KeptOrganisation {
    const VERSION: u32 = 1;
}

impl KeptOrganisation {
    /// The cohort of this number, to be changed.
    pub fn cohort_mut(&mut self, number: Cohort) -> Option<&mut KeptCohort> {
        self.cohorts.iter_mut().find(|cohort| cohort.number == number)
    }

    /// The cohort of this number.
    pub fn cohort(&self, number: Cohort) -> Option<&KeptCohort> {
        self.cohorts.iter().find(|cohort| cohort.number == number)
    }
}

/// A cohort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCohort {
    /// From 1.
    pub number: Cohort,
    /// Its name.
    pub name: String,
    /// The code to join it with: a trainer reads it out to a class, so it is no secret of the kind that is kept as a hash.
    pub code: String,
    /// The number of the newest assignment; numbers are never used again.
    #[serde(default)]
    pub given: u32,
    /// Trainers, by number, who get the week by itself.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub weekly: BTreeSet<i64>,
}

/// An assignment of a cohort, under `Key::assignment`. What each member has done about it is kept with her own profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptAssignment {
    /// Which customer; whole id.
    pub persona: PersonaId,
    /// His title when it was given, for when nobody can meet him any more.
    pub title: String,
    /// By which day, as a number of [`crate::progress::zone::Zone::day`].
    pub until: i64,
    /// The trainer's line; may be empty.
    pub line: String,
    /// When it was given.
    pub since: Moment,
}

impl Wire for KeptAssignment {
    const VERSION: u32 = 1;
}

/// What a code gives, under `Key::code`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCode {
    /// Where.
    pub organisation: Organisation,
    /// What.
    pub gives: Gives,
    /// Until when; `None`: as long as it is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// How many more people it is good for; `None`: a role's once, and no end for codes of cohorts from before there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u32>,
}

impl Wire for KeptCode {
    // 2: a code may be good for so many people, or only let in. A program that knows neither must not give more than that.
    const VERSION: u32 = 2;

    fn upcast(version: u32, data: Value) -> Result<Value, Upcast> {
        if version == 1 { Ok(data) } else { Err(Upcast) }
    }
}

/// What a code gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gives {
    /// Membership of a cohort, to everybody who has it.
    Cohort(Cohort),
    /// A role, to the first who sends it.
    Role(Role),
    /// To be let in.
    Entry,
}

/// A customer's files by name.
pub type Texts = BTreeMap<String, String>;

/// A trainer's draft, under `Key::draft`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptDraft {
    /// For which organisation.
    pub organisation: Organisation,
    /// The name of his file.
    pub name: PersonaId,
    /// His title.
    pub title: String,
    /// His files.
    pub texts: Texts,
}

impl Wire for KeptDraft {
    const VERSION: u32 = 1;
}

/// A published customer, under `Key::shelf`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptShelf {
    /// The name of his file.
    pub name: PersonaId,
    /// His title.
    pub title: String,
    /// The version trainees meet; `None` where he is taken off.
    pub current: Option<u32>,
    /// Whom he is for.
    pub audience: Audience,
    /// His versions, oldest first.
    pub versions: Vec<KeptVersion>,
}

impl Wire for KeptShelf {
    const VERSION: u32 = 1;
}

impl KeptShelf {
    /// The number after the newest.
    pub fn next(&self) -> u32 {
        self.versions.last().map_or(1, |version| version.number.saturating_add(1))
    }

    /// The release that a version's files are kept under.
    pub fn files_of(&self, number: u32) -> Option<u32> {
        let version = self.versions.iter().find(|version| version.number == number)?;
        Some(version.files)
    }
}

/// One version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptVersion {
    /// From 1.
    pub number: u32,
    /// When it was published.
    pub at: Moment,
    /// Who did; 0 where she had everything of hers deleted.
    pub by: i64,
    /// The release that has its files: its own number, or that of the version it brought back.
    pub files: u32,
}

/// The files of a version, under `Key::release`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptRelease(pub Texts);

impl Wire for KeptRelease {
    const VERSION: u32 = 1;
}
