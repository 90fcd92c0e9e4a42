//! What a trainer asks about a cohort and what comes back, and assignments as their trainees have them.

use serde::{Deserialize, Serialize};

use crate::base::id::PersonaId;
use crate::base::membership::{Cohort, Organisation};
use crate::base::time::Moment;
use crate::progress::cohort::Week;

/// Something to be done with a cohort. Members are named by their tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// The cohort at a glance.
    Look,
    /// Its members.
    Members,
    /// One of them.
    Member(String),
    /// Take one of them out.
    Remove(String),
    /// A new code; the one before leads nowhere any more.
    NewCode,
    /// Give an assignment.
    Assign(Order),
    /// How an assignment stands, by its number.
    Assignment(u32),
    /// Take an assignment back.
    TakeBack(u32),
    /// The week.
    Digest,
    /// Whether she gets the week by herself.
    Weekly(bool),
}

/// An assignment to be given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which customer; whole id.
    pub persona: PersonaId,
    /// By which day, as a number of [`crate::progress::zone::Zone::day`].
    pub until: i64,
    /// A line of the trainer's; may be empty.
    pub line: String,
}

/// An assignment as a trainee has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The organisation it is of.
    pub organisation: Organisation,
    /// The cohort it was given to.
    pub cohort: Cohort,
    /// Its number there, from 1.
    pub number: u32,
    /// Which customer.
    pub persona: PersonaId,
    /// By which day.
    pub until: i64,
    /// The trainer's line; may be empty.
    pub line: String,
}

/// What a trainee has done about an assignment; kept with her profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The organisation.
    pub organisation: Organisation,
    /// Its cohort.
    pub cohort: Cohort,
    /// The assignment's number.
    pub number: u32,
    /// When she first talked to the customer after it was given.
    pub begun: Moment,
    /// When she finished such a conversation with its debrief.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Moment>,
}

impl Mark {
    /// Whether it is about this assignment.
    pub fn is_of(&self, organisation: Organisation, cohort: Cohort, number: u32) -> bool {
        (self.organisation, self.cohort, self.number) == (organisation, cohort, number)
    }
}

/// How far somebody has come with an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A conversation was finished with its debrief.
    Done,
    /// A conversation was begun.
    Begun,
    /// Nothing yet.
    NotYet,
}

/// What a member is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown {
    /// The name she gave; empty where she gave none.
    pub name: String,
    /// Her tag.
    pub tag: String,
}

/// A member of a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mate {
    /// What she is called.
    pub shown: Shown,
    /// The assignments she has done.
    pub done: u32,
}

/// An assignment as its trainer sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its number.
    pub number: u32,
    /// The customer's title.
    pub title: String,
    /// By which day.
    pub until: i64,
    /// The trainer's line; may be empty.
    pub line: String,
    /// Whether that day is over.
    pub over: bool,
    /// Whether the customer can still be met by the cohort.
    pub meets: bool,
    /// Everybody in the cohort, with how far she has come.
    pub mates: Vec<(Shown, Stage)>,
}

/// A card that a member put into the team's library under a name of hers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCard {
    /// The name on it.
    pub name: String,
    /// The customer's title.
    pub customer: String,
    /// What it says.
    pub why: String,
}

/// A cohort's week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    /// What its members' journals show.
    pub week: Week,
    /// Cards they signed this week, newest first.
    pub cards: Vec<SignedCard>,
    /// Cards they put there without a name; 0 where that would point at somebody.
    pub unsigned: u32,
    /// Its assignments that are open, or were over this week.
    pub assignments: Vec<Given>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// The cohort at a glance: members, assignments, whether she gets the week.
    Page(u32, Vec<Given>, bool),
    /// Its members, and how many assignments there are.
    Members(Vec<Mate>, u32),
    /// One of them, with every assignment.
    Member(Shown, Vec<(Given, Stage)>),
    /// Nobody of that tag is in it (any more).
    NoMember,
    /// She was taken out.
    Removed(Shown),
    /// The new code.
    NewCode(String, u32, u32),
    /// An assignment was given, to so many.
    Assigned(Given, u32),
    /// The customer cannot be assigned: taken off, or for others.
    NoCustomer,
    /// There are as many open assignments as there can be.
    Full(u32),
    /// How an assignment stands.
    Assignment(Given),
    /// It is not there (any more).
    NoAssignment,
    /// It was taken back.
    TakenBack(String),
    /// The week.
    Digest(Digest),
    /// Whether she gets it by herself from now on.
    Weekly(bool),
}

/// What is written to a member because of what somebody else or the calendar did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// She was given an assignment: the cohort's name, the customer's title.
    Given(Duty, String, String),
    /// One is due tomorrow: the same.
    DueTomorrow(Duty, String, String),
    /// One was taken back: the customer's title.
    TakenBack(String),
    /// She was taken out of a cohort, by its name.
    Removed(String),
}
