//! Who may do what, in one table. The dispatcher asks it before a command or a press is acted on, and whoever keeps things asks it
//! once more where something is done, since a role may be taken meanwhile. What happens in groups has a table of its own,
//! [`super::group::rights`].

use crate::base::membership::{Role, Standing};

use super::action::Action;
use super::contest::action::Press;
use super::input::Command;
use super::office::Office;
use super::trainer::{Class, Desk};

/// Who may, at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Least {
    /// Everybody who is let in.
    Trainee,
    /// Who leads the contest: an administrator of its group. Telegram is asked at each step, so it is settled where the contest is
    /// kept.
    Lead,
    /// Trainers and owners of an organisation, each in her own.
    Trainer,
    /// Its owners; whoever runs the bot owns the house.
    Owner,
    /// Whoever runs the bot.
    Operator,
}

/// What somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Her role in her organisation.
    pub role: Option<Role>,
    /// Whether she runs the bot.
    pub operator: bool,
    /// Whether she leads the contest that it is about.
    pub lead: bool,
}

impl Least {
    /// Whether this is enough.
    pub fn admits(self, holder: Holder) -> bool {
        match self {
            Least::Trainee => true,
            Least::Lead => holder.lead,
            Least::Trainer => holder.role.is_some(),
            Least::Owner => holder.role == Some(Role::Owner),
            Least::Operator => holder.operator,
        }
    }
}

/// Defines the things that can be asked for, each with the words that stand for it in docs/access.md and who may.
macro_rules! table {
    ($($(#[$doc:meta])* $right:ident: $least:ident, $words:literal;)*) => {
        /// Something that can be asked for: a command, a word after one, or a family of buttons.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Right { $($(#[$doc])* $right,)* }

        impl Right {
            /// The table: what, what it is called, and who may at least.
            pub const TABLE: &'static [(Right, &'static str, Least)] =
                &[$((Right::$right, $words, Least::$least),)*];

            /// Who may, at least.
            pub fn least(self) -> Least {
                match self { $(Right::$right => Least::$least,)* }
            }
        }
    };
}

table! {
    /// Coming, looking round, asking for help.
    LookRound: Trainee, "/start /menu /help /language, their buttons";
    /// A conversation, and what helps in it.
    Practise: Trainee, "/hint /mood /why /whatif /rewind /coach /exam /end /cancel, begin and review buttons, texts, media";
    /// A conversation with the roles swapped.
    Swap: Trainee, "/swap, its buttons";
    /// What was learnt.
    LookBack: Trainee, "/journal /progress /plan /remind, their buttons";
    /// Her own emotions.
    Care: Trainee, "/care /breathe /pause /resume /checkin /gentle, their buttons";
    /// The team's cards.
    Library: Trainee, "/library, card buttons (one's own cards only to take out)";
    /// What is kept of her.
    Own: Trainee, "/privacy /export /forget, its buttons";
    /// Into a cohort, or out of everything; what her trainers call her.
    Join: Trainee, "/join, its buttons";
    /// A code that gives a role.
    Redeem: Trainee, "/trainer CODE";
    /// Taking part in a contest.
    Contest: Trainee, "/contest, contest buttons";
    /// Games of groups, which say in private that they belong there.
    Games: Trainee, "/relay /case /duet (they point to groups)";
    /// Leading a contest.
    Lead: Lead, "contest buttons: manage, take out, call off, results";
    /// The office: customers, figures.
    Office: Trainer, "/trainer, /trainer help, office buttons, files of customers";
    /// Cohorts and assignments.
    Cohorts: Trainer, "/trainer cohort NAME, cohort and assignment buttons";
    /// Codes that let people in.
    Invite: Trainer, "/trainer code [N]";
    /// Who has which role.
    Crew: Owner, "/trainer add N, /trainer owner N, role buttons";
    /// Organisations.
    Found: Operator, "/trainer org NAME";
    /// Letting in and taking off by number.
    Admit: Operator, "/trainer admit N, /trainer remove N";
}

impl Right {
    /// What a command with what stands after it asks for.
    pub fn of_command(command: Command, payload: &str) -> Right {
        match command {
            Command::Start | Command::Menu | Command::Help | Command::Language => Right::LookRound,
            Command::Hint
            | Command::Mood
            | Command::Why
            | Command::Whatif
            | Command::Rewind
            | Command::Coach
            | Command::Exam
            | Command::End
            | Command::Cancel => Right::Practise,
            Command::Swap => Right::Swap,
            Command::Journal | Command::Progress | Command::Plan | Command::Remind => Right::LookBack,
            Command::Care
            | Command::Breathe
            | Command::Pause
            | Command::Resume
            | Command::Checkin
            | Command::Gentle => Right::Care,
            Command::Library => Right::Library,
            Command::Privacy | Command::Export | Command::Forget => Right::Own,
            Command::Join => Right::Join,
            Command::Contest => Right::Contest,
            Command::Relay | Command::Case | Command::Duet => Right::Games,
            Command::Trainer => Right::of_word(payload),
        }
    }

    /// What a word after `/trainer` asks for. What is no word of the office is a code.
    fn of_word(payload: &str) -> Right {
        match payload.split_whitespace().next().unwrap_or_default() {
            "" | "help" => Right::Office,
            "cohort" => Right::Cohorts,
            "code" => Right::Invite,
            "add" | "owner" => Right::Crew,
            "org" => Right::Found,
            "admit" | "remove" => Right::Admit,
            _ => Right::Redeem,
        }
    }

    /// What a button asks for.
    pub fn of_action(action: &Action) -> Right {
        match action {
            Action::Language(_) | Action::Page(_) | Action::Menu | Action::Brief(_) => Right::LookRound,
            Action::Begin(_)
            | Action::Exam(_)
            | Action::Again(_)
            | Action::Coach(_)
            | Action::Skip(_)
            | Action::Report(_) => Right::Practise,
            Action::Swap(_) | Action::SwapPage(_) | Action::SwapSkip => Right::Swap,
            Action::Journal(..)
            | Action::Entry(_)
            | Action::Progress
            | Action::Plan
            | Action::PlanAnswer(_)
            | Action::PlanNoted(..)
            | Action::Tick(_)
            | Action::Zone(_)
            | Action::AskZone
            | Action::RemindOff => Right::LookBack,
            Action::CheckIn(..) | Action::Resume | Action::Breathed | Action::Gentle(_) => Right::Care,
            Action::Card(_)
            | Action::Publish(..)
            | Action::Cards(_)
            | Action::Thank(_)
            | Action::Withdraw(_) => Right::Library,
            Action::Forget(_) => Right::Own,
            Action::Known(_) => Right::Join,
            Action::Trainer(desk) => Right::of_desk(desk),
            Action::Contest(_, press) => Right::of_press(*press),
            Action::Group(_) | Action::Link(_) => Right::Games,
        }
    }

    fn of_desk(desk: &Desk) -> Right {
        match desk {
            Desk::Home
            | Desk::Help
            | Desk::Try
            | Desk::Publish(_)
            | Desk::Discard
            | Desk::Case(_)
            | Desk::Back(..)
            | Desk::Reach(..)
            | Desk::Withdraw(_)
            | Desk::Fetch(_)
            | Desk::Figures(..)
            | Desk::Others(_) => Right::Office,
            Desk::Cohorts | Desk::NewCohort | Desk::CohortCode(_) => Right::Cohorts,
            Desk::Class(class) => Right::of_class(class),
            Desk::Crew | Desk::Invite(_) | Desk::Dismiss(_) => Right::Crew,
        }
    }

    fn of_class(class: &Class) -> Right {
        match class {
            Class::Look(_)
            | Class::Members(..)
            | Class::Member(..)
            | Class::AskRemove(..)
            | Class::Remove(..)
            | Class::NewCode(_)
            | Class::Assign(_)
            | Class::Customers(_)
            | Class::Customer(_)
            | Class::By(_)
            | Class::NoLine
            | Class::Assignment(..)
            | Class::TakeBack(..)
            | Class::Digest(_)
            | Class::Weekly(..) => Right::Cohorts,
        }
    }

    fn of_press(press: Press) -> Right {
        match press {
            Press::See
            | Press::Join
            | Press::Teams
            | Press::Side(_)
            | Press::Found
            | Press::Brief(_)
            | Press::Begin(_)
            | Press::Debrief(_)
            | Press::Files
            | Press::Share(_)
            | Press::Line(_) => Right::Contest,
            Press::Manage | Press::Remove(_) | Press::Cancel | Press::CancelSure | Press::Results => {
                Right::Lead
            }
        }
    }

    /// What something that is asked of whoever keeps things needs.
    pub fn of_office(office: &Office) -> Right {
        match office {
            Office::Overview
            | Office::Inspect(_)
            | Office::Publish(_)
            | Office::Discard
            | Office::Case(_)
            | Office::Back(..)
            | Office::Reach(..)
            | Office::Withdraw(_)
            | Office::Fetch(_)
            | Office::Figures(..) => Right::Office,
            Office::Cohorts | Office::NewCohort(_) | Office::CohortCode(_) | Office::Cohort(..) => {
                Right::Cohorts
            }
            Office::Entry(_) => Right::Invite,
            Office::Crew | Office::Invite(_) | Office::Appoint(..) | Office::Dismiss(_) => Right::Crew,
            Office::Found(_) => Right::Found,
            Office::Admit(_) | Office::Bar(_) => Right::Admit,
            Office::Redeem(_) => Right::Redeem,
            Office::Known(_) | Office::Leave => Right::Join,
        }
    }
}

/// Whether somebody of this standing may, as far as that can be told before the contest is known.
pub fn may(standing: &Standing, right: Right) -> bool {
    let holder = Holder { role: standing.role(), operator: standing.operator, lead: true };
    right.least().admits(holder)
}

/// Whether somebody may have this done by whoever keeps things.
pub fn may_office(standing: &Standing, office: &Office) -> bool {
    may(standing, Right::of_office(office))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_runs_the_bot_owns_the_house_and_no_other_organisation() {
        let operator = |organisation| Standing { organisation, operator: true, ..Standing::default() };
        assert!(may(&operator(0), Right::Crew) && may(&operator(0), Right::Admit));
        assert!(!may(&operator(3), Right::Crew) && may(&operator(3), Right::Admit));
    }

    #[test]
    fn an_owner_may_what_a_trainer_may_and_nobody_else_runs_the_bot() {
        let of = |role| Standing { role, ..Standing::default() };
        for (right, _, least) in Right::TABLE {
            let (trainee, trainer) = (may(&of(None), *right), may(&of(Some(Role::Trainer)), *right));
            let owner = may(&of(Some(Role::Owner)), *right);
            assert!(trainee <= trainer && trainer <= owner, "{right:?}");
            assert_eq!(owner, *least != Least::Operator, "{right:?}");
        }
    }
}
