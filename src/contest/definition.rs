//! What a contest is: settled when it is announced, the same for everybody, and never changed after.

use serde::{Deserialize, Serialize};

use crate::base::hash::{ContentHash, Digest};
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::time::Moment;

/// Stands before the bytes that are hashed, so that no other hash of ours can be taken for one of these.
const DOMAIN: &[u8] = b"xiaoqi/contest/1\n";
/// Longest name, in characters; it stands in the first line of messages.
pub const LONGEST_NAME: usize = 80;
/// Most rounds.
pub const MOST_ROUNDS: usize = 20;
/// Most attempts at a round.
pub const MOST_ATTEMPTS: u16 = 10;

/// A contest. The order of the fields is that of the hashed form: new ones go to the end, under a new domain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// What it is called.
    pub name: String,
    /// Its rounds, in order; the first is number 1.
    pub rounds: Vec<Round>,
    /// How often each round may be played; the best counts.
    pub attempts: u16,
    /// From when on rounds may be begun.
    pub opens: Moment,
    /// When everything ends: nothing written later counts.
    pub closes: Moment,
    /// Whether hints may be had.
    pub hints: bool,
    /// Who is ranked.
    pub sides: Sides,
    /// What participants go by.
    pub names: Names,
}

/// One round: a customer in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// The customer.
    pub persona: PersonaId,
    /// Hash of his files and the shared rules: everybody meets the same version.
    pub persona_hash: ContentHash,
    /// The language that everybody plays in; `None`: each in his own.
    pub lang: Option<Lang>,
    /// Longest time from his first words to the end, in seconds; `None`: until the contest closes.
    pub seconds: Option<u32>,
}

/// Who is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// Everybody alone.
    Singles,
    /// Teams, by the mean of their members.
    Teams {
        /// A team is ranked from so many members on that have played.
        least: u16,
    },
}

/// What participants go by on the scoreboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    /// Their names.
    Shown,
    /// Nicknames of their own choice.
    Nicknames,
}

/// Why something is no contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// No name, one that is too long, or one of more than a line.
    Name,
    /// No round, or more than there may be.
    Rounds,
    /// No attempt, or more than there may be.
    Attempts,
    /// It closes before it opens, or at that moment.
    Window,
    /// A round of no time. Its number.
    Seconds(u16),
    /// Teams of nobody.
    Team,
}

impl Definition {
    /// What is wrong with it; nothing where it can be held.
    pub fn flaws(&self) -> Vec<Flaw> {
        let name = self.name.trim();
        let name = name.is_empty()
            || name.chars().count() > LONGEST_NAME
            || self.name.chars().any(char::is_control)
            || name.len() != self.name.len();
        let all = [
            (name, Flaw::Name),
            (!(1..=MOST_ROUNDS).contains(&self.rounds.len()), Flaw::Rounds),
            (!(1..=MOST_ATTEMPTS).contains(&self.attempts), Flaw::Attempts),
            (self.closes <= self.opens, Flaw::Window),
            (self.sides == Sides::Teams { least: 0 }, Flaw::Team),
        ];
        let whole = all.into_iter().filter(|(is, _)| *is).map(|(_, flaw)| flaw);
        let timeless = (1..).zip(&self.rounds).filter(|(_, round)| round.seconds == Some(0));
        whole.chain(timeless.map(|(number, _)| Flaw::Seconds(number))).collect()
    }

    /// The round with this number, from 1.
    pub fn round(&self, number: u16) -> Option<&Round> {
        self.rounds.get(usize::from(number).checked_sub(1)?)
    }

    /// The bytes that stand for it: JSON without spaces, fields in the order above.
    pub fn bytes(&self) -> Vec<u8> {
        // Texts, numbers and lists: there is nothing here that has no JSON.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// The hash that runs name it by.
    pub fn hash(&self) -> Digest {
        Digest::of([DOMAIN, &self.bytes()])
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Two rounds of an hour: heating in anybody's language for ten minutes, then Mr Lin in English.
    pub fn definition() -> Definition {
        let round = |persona: &str, lang, seconds| Round {
            persona: PersonaId::parse(persona).unwrap(),
            persona_hash: ContentHash::of([persona.as_bytes()]),
            lang,
            seconds,
        };
        Definition {
            name: "Spring cup".to_owned(),
            rounds: vec![round("heating", None, Some(600)), round("wrong_dish", Some(Lang::EN), None)],
            attempts: 2,
            opens: Moment(1_000_000),
            closes: Moment(4_600_000),
            hints: false,
            sides: Sides::Singles,
            names: Names::Shown,
        }
    }

    #[test]
    fn the_hash_is_that_of_the_bytes_and_of_every_one_of_them() {
        let one = definition();
        // Whoever holds the announcement can work it out: this is the whole of it.
        assert!(
            one.bytes()
                .starts_with(br#"{"name":"Spring cup","rounds":[{"persona":"heating","persona_hash":"#)
        );
        assert_eq!(one.hash(), Digest::of([b"xiaoqi/contest/1\n".as_slice(), &one.bytes()]));
        let mut others: Vec<Definition> = (0..10).map(|_| one.clone()).collect();
        others[0].name.push('!');
        others[1].rounds.swap(0, 1);
        others[2].rounds[0].lang = Some(Lang::EN);
        others[3].rounds[0].seconds = None;
        others[4].attempts = 1;
        others[5].opens = Moment(1_000_001);
        others[6].closes = Moment(4_600_001);
        others[7].hints = true;
        others[8].sides = Sides::Teams { least: 2 };
        others[9].names = Names::Nicknames;
        let mut hashes: Vec<Digest> = others.iter().chain([&one]).map(Definition::hash).collect();
        hashes.sort();
        hashes.dedup();
        assert_eq!(hashes.len(), 11);
        assert_eq!(serde_json::from_slice::<Definition>(&one.bytes()).unwrap(), one);
    }

    #[test]
    fn what_cannot_be_held_is_named() {
        assert_eq!(definition().flaws(), []);
        let mut bad = definition();
        bad.name = "Cup ".to_owned();
        bad.attempts = 0;
        bad.closes = bad.opens;
        bad.sides = Sides::Teams { least: 0 };
        bad.rounds[1].seconds = Some(0);
        assert_eq!(bad.flaws(), [Flaw::Name, Flaw::Attempts, Flaw::Window, Flaw::Team, Flaw::Seconds(2)]);
        bad.rounds.clear();
        assert!(bad.flaws().contains(&Flaw::Rounds));
        assert_eq!((definition().round(0), definition().round(3)), (None, None));
    }
}
