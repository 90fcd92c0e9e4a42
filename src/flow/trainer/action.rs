//! What the buttons of the trainers' office do, and their codec.

use crate::base::id::PersonaId;
use crate::base::membership::{Audience, Cohort, Role};

use super::class::Class;

/// What pressing a button of the office means. Customers are named by their files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Desk {
    /// The organisation at a glance.
    Home,
    /// How a customer gets here.
    Help,
    /// Try the draft.
    Try,
    /// Publish the draft.
    Publish(Audience),
    /// Throw the draft away.
    Discard,
    /// A customer and his versions.
    Case(PersonaId),
    /// Go back to a version.
    Back(u32, PersonaId),
    /// Publish him for others.
    Reach(Audience, PersonaId),
    /// Take him off.
    Withdraw(PersonaId),
    /// His files.
    Fetch(PersonaId),
    /// How conversations with a persona went.
    Figures(Option<Cohort>, PersonaId),
    /// Page `n` (from 0) of the content folder's customers, for their figures.
    Others(u16),
    /// The cohorts.
    Cohorts,
    /// A cohort more.
    NewCohort,
    /// How to join a cohort.
    CohortCode(Cohort),
    /// Something about one cohort.
    Class(Class),
    /// Who may do what.
    Crew,
    /// A code for a role.
    Invite(Role),
    /// Take somebody's role.
    Dismiss(i64),
}

impl Desk {
    /// The data after `T:`; at most 62 bytes, because a persona's id has at most 60.
    pub fn encode(&self) -> String {
        match self {
            Desk::Home => "h".to_owned(),
            Desk::Help => "i".to_owned(),
            Desk::Try => "t".to_owned(),
            Desk::Publish(audience) => format!("p{}", reach(*audience)),
            Desk::Discard => "d".to_owned(),
            Desk::Case(name) => format!("c{name}"),
            Desk::Back(version, name) => format!("b{version}:{name}"),
            Desk::Reach(audience, name) => format!("a{}:{name}", reach(*audience)),
            Desk::Withdraw(name) => format!("w{name}"),
            Desk::Fetch(name) => format!("f{name}"),
            Desk::Figures(None, id) => format!("s:{id}"),
            Desk::Figures(Some(cohort), id) => format!("s{cohort}:{id}"),
            Desk::Others(page) => format!("o{page}"),
            Desk::Cohorts => "g".to_owned(),
            Desk::NewCohort => "n".to_owned(),
            Desk::CohortCode(cohort) => format!("k{cohort}"),
            Desk::Class(class) => format!("C{}", class.encode()),
            Desk::Crew => "r".to_owned(),
            Desk::Invite(Role::Trainer) => "vt".to_owned(),
            Desk::Invite(Role::Owner) => "vo".to_owned(),
            Desk::Dismiss(number) => format!("x{number}"),
        }
    }

    /// Reads it. `None` for anything this version did not write.
    pub fn decode(data: &str) -> Option<Desk> {
        let kind = data.chars().next()?;
        let rest = data.strip_prefix(kind)?;
        let name = PersonaId::parse;
        let two = || rest.split_once(':');
        let bare = |desk: Desk| rest.is_empty().then_some(desk);
        match kind {
            'h' => bare(Desk::Home),
            'i' => bare(Desk::Help),
            't' => bare(Desk::Try),
            'p' => audience(rest).map(Desk::Publish),
            'd' => bare(Desk::Discard),
            'c' => name(rest).map(Desk::Case),
            'b' => two().and_then(|(version, id)| Some(Desk::Back(version.parse().ok()?, name(id)?))),
            'a' => two().and_then(|(reach, id)| Some(Desk::Reach(audience(reach)?, name(id)?))),
            'w' => name(rest).map(Desk::Withdraw),
            'f' => name(rest).map(Desk::Fetch),
            's' => {
                let (cohort, id) = two()?;
                let cohort = if cohort.is_empty() { None } else { Some(cohort.parse().ok()?) };
                Some(Desk::Figures(cohort, PersonaId::parse_any(id)?))
            }
            'o' => rest.parse().ok().map(Desk::Others),
            'g' => bare(Desk::Cohorts),
            'n' => bare(Desk::NewCohort),
            'k' => rest.parse().ok().map(Desk::CohortCode),
            'C' => Class::decode(rest).map(Desk::Class),
            'r' => bare(Desk::Crew),
            'v' if rest == "t" => Some(Desk::Invite(Role::Trainer)),
            'v' if rest == "o" => Some(Desk::Invite(Role::Owner)),
            'x' => rest.parse().ok().map(Desk::Dismiss),
            _ => None,
        }
    }
}

/// 0 is everyone: cohorts are numbered from 1.
fn reach(audience: Audience) -> Cohort {
    match audience {
        Audience::Everyone => 0,
        Audience::Cohort(cohort) => cohort,
    }
}

fn audience(data: &str) -> Option<Audience> {
    let number: Cohort = data.parse().ok()?;
    Some(if number == 0 { Audience::Everyone } else { Audience::Cohort(number) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Realm;

    #[test]
    fn every_button_reads_back_and_fits() {
        let longest = PersonaId::parse(&"x".repeat(40)).unwrap();
        let published = longest.within(Realm::Published(u32::MAX));
        let all = [
            Desk::Home,
            Desk::Help,
            Desk::Try,
            Desk::Publish(Audience::Everyone),
            Desk::Publish(Audience::Cohort(u32::MAX)),
            Desk::Discard,
            Desk::Case(longest.clone()),
            Desk::Back(u32::MAX, longest.clone()),
            Desk::Reach(Audience::Cohort(u32::MAX), longest.clone()),
            Desk::Withdraw(longest.clone()),
            Desk::Fetch(longest),
            Desk::Figures(None, published.clone()),
            Desk::Figures(Some(99), PersonaId::parse("pump").unwrap()),
            Desk::Others(2),
            Desk::Cohorts,
            Desk::NewCohort,
            Desk::CohortCode(3),
            Desk::Class(Class::Customer(PersonaId::parse_any("pump@o4294967295").unwrap())),
            Desk::Crew,
            Desk::Invite(Role::Trainer),
            Desk::Invite(Role::Owner),
            Desk::Dismiss(i64::MAX),
        ];
        for desk in all {
            let data = desk.encode();
            assert!(data.len() <= 62, "{data}");
            assert_eq!(Desk::decode(&data), Some(desk));
        }
        for forged in ["", "z", "h1", "p", "p-1", "c", "cPUMP", "b:pump", "vx", "x", "s:", "甲"] {
            assert_eq!(Desk::decode(forged), None, "{forged}");
        }
    }
}
