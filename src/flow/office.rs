//! What trainers ask of whoever keeps things, and what comes back: files looked at, customers published, people appointed.

use crate::base::ending::Ending;
use crate::base::id::{PersonaId, StateId};
use crate::base::membership::{Audience, Cohort, Role, Standing};
use crate::base::time::Moment;
use crate::progress::entry::Noted;

use super::cohort::{Duty, Shown, Told, Work};

/// A file that somebody sent; what is in it stays with the channel until it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The channel's own name for it.
    pub handle: String,
    /// The name it has on her device.
    pub name: String,
    /// Bytes, as far as the channel knows.
    pub size: Option<u64>,
}

/// Something to be done for a trainer, or for somebody with a code. Customers are named by their files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Office {
    /// What her organisation has published, and her own draft.
    Overview,
    /// Look a customer's file over, and keep it as her draft.
    Inspect(Upload),
    /// Publish her draft.
    Publish(Audience),
    /// Throw her draft away.
    Discard,
    /// The versions of a customer.
    Case(PersonaId),
    /// Go back to a version.
    Back(PersonaId, u32),
    /// Publish a customer for others than before.
    Reach(PersonaId, Audience),
    /// Take a customer off.
    Withdraw(PersonaId),
    /// His files as they are published.
    Fetch(PersonaId),
    /// How conversations with him went, of all of the organisation or one cohort. Any persona's whole id.
    Figures(PersonaId, Option<Cohort>),
    /// The cohorts.
    Cohorts,
    /// Make a cohort of this name.
    NewCohort(String),
    /// A new code to join a cohort with; those before lose their force.
    CohortCode(Cohort),
    /// Something about a cohort.
    Cohort(Cohort, Work),
    /// Who may do what.
    Crew,
    /// A code that makes whoever sends it first a trainer or an owner.
    Invite(Role),
    /// Make somebody a trainer or an owner by number.
    Appoint(i64, Role),
    /// Take that back.
    Dismiss(i64),
    /// What a code gives.
    Redeem(String),
    /// A code that lets so many people in.
    Entry(u32),
    /// Let somebody in by number.
    Admit(i64),
    /// Take somebody off by number.
    Bar(i64),
    /// Be called this by her trainers; empty: by her tag.
    Known(String),
    /// Leave the organisation, its cohorts and her role in it.
    Leave,
    /// Make an organisation of this name; whoever runs the bot does.
    Found(String),
}

/// A published customer, or one that was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// The name of his file.
    pub name: PersonaId,
    /// His title.
    pub title: String,
    /// The version trainees meet; `None` where he is taken off.
    pub current: Option<u32>,
    /// Whom he is for.
    pub reach: Reach,
    /// All versions, newest first.
    pub versions: Vec<Version>,
}

/// An audience with its cohort's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of the organisation.
    Everyone,
    /// A cohort.
    Cohort(Cohort, String),
}

/// A version of a published customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// From 1.
    pub number: u32,
    /// When it was published.
    pub at: Moment,
    /// Who did, by number.
    pub by: i64,
    /// The version whose files it has once more, where somebody went back.
    pub again: Option<u32>,
}

/// A cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its number.
    pub number: Cohort,
    /// Its name.
    pub name: String,
    /// How many are in it.
    pub members: u32,
}

/// Her organisation at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Its name; empty for the house.
    pub organisation: String,
    /// Its customers, by title.
    pub customers: Vec<Shelved>,
    /// The title of her draft.
    pub draft: Option<String>,
}

/// What came of looking a file over. The texts are in her language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspected {
    /// What the customer is called, or his file's name where he is not that far.
    pub title: String,
    /// His draft's id; `None` where he cannot be played.
    pub draft: Option<PersonaId>,
    /// The files that he is made of.
    pub files: Vec<String>,
    /// Errors found.
    pub errors: u32,
    /// Warnings found.
    pub warnings: u32,
    /// The first findings in full.
    pub findings: String,
    /// All findings, where that was not all.
    pub all: Option<String>,
    /// What synthetic trainees made of him; empty where he cannot be played.
    pub summary: String,
    /// The same as a picture, PNG.
    pub picture: Option<Vec<u8>>,
    /// For whom he can be published.
    pub cohorts: Vec<Group>,
}

/// Why a file was not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is larger than a customer can be: most kilobytes.
    TooLarge(u32),
    /// The channel does not hand it out (any more).
    Lost,
    /// Neither a customer's file nor an archive of one, by its name.
    NotOurs(String),
    /// What is wrong with the archive or the file, in her language.
    Broken(String),
    /// A translation without the customer it belongs to, by his file's name.
    Alone(String),
}

/// How conversations with a customer went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// What he is called.
    pub title: String,
    /// The cohort looked at; empty for all.
    pub cohort: String,
    /// The other cohorts there are.
    pub cohorts: Vec<Group>,
    /// Trainees who met him.
    pub trainees: u32,
    /// Conversations with him; those that went back into an earlier one do not count.
    pub sessions: u32,
    /// How they ended, most frequent first.
    pub endings: Vec<(Ending, u32)>,
    /// Those that were broken off or left open.
    pub left: u32,
    /// After how many messages, in the middle.
    pub left_after: Option<u32>,
    /// The state he was in most often when they were left.
    pub left_in: Option<StateId>,
    /// What debriefs missed most, with how often.
    pub missing: Vec<(Noted, u32)>,
    /// The score in the middle, 0 to 100, of those that were debriefed.
    pub median: Option<u8>,
}

/// Somebody with a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Her number.
    pub number: i64,
    /// Her role.
    pub role: Role,
}

/// Somebody who has joined a cohort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The organisation's name; empty for the house.
    pub organisation: String,
    /// The cohort's name.
    pub cohort: String,
    /// Where she stands from now on.
    pub standing: Standing,
    /// The assignments of all of her cohorts.
    pub duties: Vec<Duty>,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// Trainers' tools are not served here: in the terminal, or where nothing is kept.
    NoOffice,
    /// She may not.
    NotAllowed,
    /// Her organisation at a glance.
    Overview(Overview),
    /// A file was looked over.
    Inspected(Box<Inspected>),
    /// It was not.
    Unfit(Unfit),
    /// She has no draft.
    NoDraft,
    /// Published.
    Published(Shelved),
    /// Cannot be played any more, since laws or languages changed; nothing was published.
    Unplayable(String),
    /// The draft is gone.
    Discarded,
    /// A customer's versions, and the cohorts he can be for.
    Case(Shelved, Vec<Group>),
    /// There is none of that name (any more).
    NoCase,
    /// Taken off.
    Withdrawn(Shelved),
    /// His files: a name, and what is in it.
    File(String, Vec<u8>),
    /// How conversations went.
    Figures(PersonaId, Box<Figures>),
    /// The cohorts.
    Cohorts(Vec<Group>),
    /// Something about a cohort: its number and name.
    Cohort(Cohort, String, Box<Told>),
    /// A code for a cohort, for how many days, and for how many people; `None` where it is good no more.
    CohortCode(Group, Option<(String, u32, u32)>),
    /// Who may do what.
    Crew(Vec<Member>),
    /// A code for a role, and for how many days.
    Invitation(Role, String, u32),
    /// Somebody has a role now.
    Appointed(i64, Role),
    /// Somebody has none any more.
    Dismissed(i64),
    /// Nobody of that number has a role, or the last owner would go.
    NotDismissed(i64),
    /// She has joined.
    Joined(Box<Joined>),
    /// What her trainers call her, or the tag they see instead; `None`: nobody has her on a list.
    Known(Option<Shown>),
    /// She has a role now: the organisation, and the role.
    Hired(String, Role),
    /// The code gives nothing (any more).
    BadCode,
    /// Too many codes that were none: in how many minutes she may send another.
    TooMany(u32),
    /// A code that lets people in: how many, and for how many days.
    EntryCode(String, u32, u32),
    /// She is let in.
    Entered,
    /// She was in already; nothing was spent.
    InAlready,
    /// Somebody was let in by number.
    LetIn(i64),
    /// Somebody was taken off.
    Barred(i64),
    /// Nobody was: whoever runs the bot stays.
    NotBarred,
    /// She belongs to this other organisation.
    Elsewhere(String),
    /// She has left.
    Left,
    /// The organisation is there: its name, and a code for its first owner, and for how many days.
    Founded(String, String, u32),
}
