//! What the buttons about one cohort do, and their codec.

use crate::base::id::PersonaId;
use crate::base::membership::Cohort;

/// What pressing a button about a cohort means. Members are named by their tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Class {
    /// The cohort at a glance.
    Look(Cohort),
    /// Page `n` (from 0) of its members.
    Members(Cohort, u16),
    /// One of them.
    Member(Cohort, String),
    /// Is she to be taken out?
    AskRemove(Cohort, String),
    /// Take her out.
    Remove(Cohort, String),
    /// A new code.
    NewCode(Cohort),
    /// Give an assignment.
    Assign(Cohort),
    /// Page `n` (from 0) of the customers it can be about.
    Customers(u16),
    /// This customer.
    Customer(PersonaId),
    /// In so many days.
    By(u16),
    /// Without a line.
    NoLine,
    /// How an assignment stands.
    Assignment(Cohort, u32),
    /// Take it back.
    TakeBack(Cohort, u32),
    /// The week.
    Digest(Cohort),
    /// Whether to get the week by itself.
    Weekly(Cohort, bool),
}

impl Class {
    /// The data after `T:C`; at most 61 bytes.
    pub fn encode(&self) -> String {
        match self {
            Class::Look(cohort) => format!("l{cohort}"),
            Class::Members(cohort, page) => format!("m{cohort}:{page}"),
            Class::Member(cohort, tag) => format!("e{cohort}:{tag}"),
            Class::AskRemove(cohort, tag) => format!("q{cohort}:{tag}"),
            Class::Remove(cohort, tag) => format!("x{cohort}:{tag}"),
            Class::NewCode(cohort) => format!("k{cohort}"),
            Class::Assign(cohort) => format!("a{cohort}"),
            Class::Customers(page) => format!("g{page}"),
            Class::Customer(id) => format!("p{id}"),
            Class::By(days) => format!("d{days}"),
            Class::NoLine => "n".to_owned(),
            Class::Assignment(cohort, number) => format!("s{cohort}:{number}"),
            Class::TakeBack(cohort, number) => format!("t{cohort}:{number}"),
            Class::Digest(cohort) => format!("w{cohort}"),
            Class::Weekly(cohort, on) => format!("y{cohort}:{}", u8::from(*on)),
        }
    }

    /// Reads it. `None` for anything this version did not write.
    pub fn decode(data: &str) -> Option<Class> {
        let kind = data.chars().next()?;
        let rest = data.strip_prefix(kind)?;
        let cohort = || rest.parse::<Cohort>().ok();
        let two = || {
            let (cohort, after) = rest.split_once(':')?;
            Some((cohort.parse::<Cohort>().ok()?, after))
        };
        let tagged = || two().filter(|(_, tag)| is_tag(tag)).map(|(cohort, tag)| (cohort, tag.to_owned()));
        let numbered = || two().and_then(|(cohort, number)| Some((cohort, number.parse::<u32>().ok()?)));
        match kind {
            'l' => cohort().map(Class::Look),
            'm' => two().and_then(|(cohort, page)| Some(Class::Members(cohort, page.parse().ok()?))),
            'e' => tagged().map(|(cohort, tag)| Class::Member(cohort, tag)),
            'q' => tagged().map(|(cohort, tag)| Class::AskRemove(cohort, tag)),
            'x' => tagged().map(|(cohort, tag)| Class::Remove(cohort, tag)),
            'k' => cohort().map(Class::NewCode),
            'a' => cohort().map(Class::Assign),
            'g' => rest.parse().ok().map(Class::Customers),
            'p' => PersonaId::parse_any(rest).map(Class::Customer),
            'd' => rest.parse().ok().map(Class::By),
            'n' => rest.is_empty().then_some(Class::NoLine),
            's' => numbered().map(|(cohort, number)| Class::Assignment(cohort, number)),
            't' => numbered().map(|(cohort, number)| Class::TakeBack(cohort, number)),
            'w' => cohort().map(Class::Digest),
            'y' => {
                let (cohort, on) = two()?;
                let on = ["0", "1"].iter().position(|known| *known == on)?;
                Some(Class::Weekly(cohort, on == 1))
            }
            _ => None,
        }
    }
}

fn is_tag(tag: &str) -> bool {
    (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Realm;

    #[test]
    fn every_button_reads_back_and_fits() {
        let longest = PersonaId::parse(&"x".repeat(40)).unwrap().within(Realm::Published(u32::MAX));
        let tag = || "K7QXM".to_owned();
        let all = [
            Class::Look(u32::MAX),
            Class::Members(u32::MAX, u16::MAX),
            Class::Member(1, tag()),
            Class::AskRemove(1, tag()),
            Class::Remove(u32::MAX, tag()),
            Class::NewCode(2),
            Class::Assign(2),
            Class::Customers(3),
            Class::Customer(longest),
            Class::By(14),
            Class::NoLine,
            Class::Assignment(1, u32::MAX),
            Class::TakeBack(1, 2),
            Class::Digest(1),
            Class::Weekly(1, true),
            Class::Weekly(1, false),
        ];
        for class in all {
            let data = class.encode();
            assert!(data.len() <= 61, "{data}");
            assert_eq!(Class::decode(&data), Some(class));
        }
        for forged in ["", "l", "l-1", "e1", "e1:", "e1:k7", "e1:A:B", "y1:2", "n1", "pX", "s1:", "z", "甲"]
        {
            assert_eq!(Class::decode(forged), None, "{forged}");
        }
    }
}
