//! Everything the product itself can say, typed; `i18n` turns it into prose.
//!
//! One file per area. A phrase knows the id of its message and the values that go into it, never a word of any
//! language. The customer's own words are not phrases: they come from persona files.

#[macro_use]
mod define;

pub mod access;
pub mod amend;
pub mod arg;
pub mod button;
pub mod care;
pub mod cohort;
pub mod contest;
pub mod debrief;
pub mod duet;
pub mod entry;
pub mod group;
pub mod insight;
pub mod journal;
pub mod menu;
pub mod notice;
pub mod own;
pub mod play;
pub mod practice;
pub mod progress;
pub mod report;
pub mod result;
pub mod review;
pub mod swap;
pub mod team;
pub mod term;
pub mod terminal;
pub mod trainer;

pub use access::AccessPhrase;
pub use amend::AmendPhrase;
pub use arg::Arg;
pub use button::ButtonPhrase;
pub use care::CarePhrase;
pub use cohort::CohortPhrase;
pub use contest::ContestPhrase;
pub use debrief::DebriefPhrase;
pub use define::Shape;
pub use duet::DuetPhrase;
pub use entry::EntryPhrase;
pub use group::GroupPhrase;
pub use insight::InsightPhrase;
pub use journal::JournalPhrase;
pub use menu::MenuPhrase;
pub use notice::NoticePhrase;
pub use own::OwnPhrase;
pub use play::PlayPhrase;
pub use practice::PracticePhrase;
pub use progress::ProgressPhrase;
pub use report::ReportPhrase;
pub use result::ResultPhrase;
pub use review::ReviewPhrase;
pub use swap::SwapPhrase;
pub use team::TeamPhrase;
pub use term::{Term, TermKind};
pub use terminal::TerminalPhrase;
pub use trainer::TrainerPhrase;

/// One thing the product can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Greeting, languages, the list of customers, briefings, help.
    Menu(MenuPhrase),
    /// Around a conversation while it is open.
    Practice(PracticePhrase),
    /// After it has ended: the outcome and the three questions.
    Review(ReviewPhrase),
    /// The debrief.
    Debrief(DebriefPhrase),
    /// Explanations, other courses, the coach, hints.
    Insight(InsightPhrase),
    /// The full report and the picture.
    Report(ReportPhrase),
    /// The trainee's own emotions.
    Care(CarePhrase),
    /// The roles swapped.
    Swap(SwapPhrase),
    /// The team's library.
    Team(TeamPhrase),
    /// The trainers' office.
    Trainer(TrainerPhrase),
    /// Cohorts, their members, assignments and weeks.
    Cohort(CohortPhrase),
    /// About contests, in a group.
    Contest(ContestPhrase),
    /// About their end.
    Result(ResultPhrase),
    /// About changing contests.
    Amend(AmendPhrase),
    /// About contests, in private.
    Entry(EntryPhrase),
    /// In groups.
    Group(GroupPhrase),
    /// The games of a group.
    Play(PlayPhrase),
    /// The duet of two members.
    Duet(DuetPhrase),
    /// What is kept of a trainee.
    Own(OwnPhrase),
    /// The journal of reflections.
    Journal(JournalPhrase),
    /// Progress, plan and reminders.
    Progress(ProgressPhrase),
    /// At the door.
    Access(AccessPhrase),
    /// Something did not work.
    Notice(NoticePhrase),
    /// What stands on buttons.
    Button(ButtonPhrase),
    /// What only the terminal says.
    Terminal(TerminalPhrase),
}

impl Phrase {
    /// The shapes of all phrases, by area.
    pub const AREAS: [&'static [Shape]; 25] = [
        MenuPhrase::TABLE,
        PracticePhrase::TABLE,
        ReviewPhrase::TABLE,
        DebriefPhrase::TABLE,
        InsightPhrase::TABLE,
        ReportPhrase::TABLE,
        CarePhrase::TABLE,
        SwapPhrase::TABLE,
        TeamPhrase::TABLE,
        TrainerPhrase::TABLE,
        CohortPhrase::TABLE,
        ContestPhrase::TABLE,
        AmendPhrase::TABLE,
        ResultPhrase::TABLE,
        EntryPhrase::TABLE,
        GroupPhrase::TABLE,
        PlayPhrase::TABLE,
        DuetPhrase::TABLE,
        OwnPhrase::TABLE,
        JournalPhrase::TABLE,
        ProgressPhrase::TABLE,
        AccessPhrase::TABLE,
        NoticePhrase::TABLE,
        ButtonPhrase::TABLE,
        TerminalPhrase::TABLE,
    ];

    /// The ids of all phrases.
    pub const ALL_IDS: [&'static str; COUNT] = all_ids();

    /// The id of its message in `ui.ftl` or `coach.ftl`.
    pub fn id(&self) -> &'static str {
        match self {
            Phrase::Menu(one) => one.id(),
            Phrase::Practice(one) => one.id(),
            Phrase::Review(one) => one.id(),
            Phrase::Debrief(one) => one.id(),
            Phrase::Insight(one) => one.id(),
            Phrase::Report(one) => one.id(),
            Phrase::Care(one) => one.id(),
            Phrase::Swap(one) => one.id(),
            Phrase::Team(one) => one.id(),
            Phrase::Trainer(one) => one.id(),
            Phrase::Cohort(one) => one.id(),
            Phrase::Contest(one) => one.id(),
            Phrase::Amend(one) => one.id(),
            Phrase::Result(one) => one.id(),
            Phrase::Entry(one) => one.id(),
            Phrase::Group(one) => one.id(),
            Phrase::Play(one) => one.id(),
            Phrase::Duet(one) => one.id(),
            Phrase::Own(one) => one.id(),
            Phrase::Journal(one) => one.id(),
            Phrase::Progress(one) => one.id(),
            Phrase::Access(one) => one.id(),
            Phrase::Notice(one) => one.id(),
            Phrase::Button(one) => one.id(),
            Phrase::Terminal(one) => one.id(),
        }
    }

    /// The values that go into it, by name.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Phrase::Menu(one) => one.args(),
            Phrase::Practice(one) => one.args(),
            Phrase::Review(one) => one.args(),
            Phrase::Debrief(one) => one.args(),
            Phrase::Insight(one) => one.args(),
            Phrase::Report(one) => one.args(),
            Phrase::Care(one) => one.args(),
            Phrase::Swap(one) => one.args(),
            Phrase::Team(one) => one.args(),
            Phrase::Trainer(one) => one.args(),
            Phrase::Cohort(one) => one.args(),
            Phrase::Contest(one) => one.args(),
            Phrase::Amend(one) => one.args(),
            Phrase::Result(one) => one.args(),
            Phrase::Entry(one) => one.args(),
            Phrase::Group(one) => one.args(),
            Phrase::Play(one) => one.args(),
            Phrase::Duet(one) => one.args(),
            Phrase::Own(one) => one.args(),
            Phrase::Journal(one) => one.args(),
            Phrase::Progress(one) => one.args(),
            Phrase::Access(one) => one.args(),
            Phrase::Notice(one) => one.args(),
            Phrase::Button(one) => one.args(),
            Phrase::Terminal(one) => one.args(),
        }
    }

    /// The shape of the phrase with this id. `None` where there is none.
    pub fn shape(id: &str) -> Option<&'static Shape> {
        Phrase::AREAS.iter().flat_map(|area| area.iter()).find(|shape| shape.0 == id)
    }
}

#[allow(clippy::indexing_slicing, reason = "runs while compiling; a wrong index would be a compile error")]
const COUNT: usize = {
    let (mut area, mut sum) = (0, 0);
    while area < Phrase::AREAS.len() {
        sum += Phrase::AREAS[area].len();
        area += 1;
    }
    sum
};

#[allow(clippy::indexing_slicing, reason = "runs while compiling; a wrong index would be a compile error")]
const fn all_ids() -> [&'static str; COUNT] {
    let mut ids = [""; COUNT];
    let (mut area, mut at) = (0, 0);
    while area < Phrase::AREAS.len() {
        let mut one = 0;
        while one < Phrase::AREAS[area].len() {
            ids[at] = Phrase::AREAS[area][one].0;
            (one, at) = (one + 1, at + 1);
        }
        area += 1;
    }
    ids
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_phrases_share_an_id() {
        let unique: BTreeSet<&str> = Phrase::ALL_IDS.into_iter().collect();
        assert_eq!(unique.len(), Phrase::ALL_IDS.len());
    }

    #[test]
    fn a_phrase_hands_out_exactly_the_values_its_shape_names() {
        let phrase = Phrase::from(NoticePhrase::TooLong { limit: 4096, length: 5000 });
        let names: Vec<&str> = phrase.args().into_iter().map(|(name, _)| name).collect();
        assert_eq!(Phrase::shape(phrase.id()).map(|s| s.1), Some(names.as_slice()));
    }
}
