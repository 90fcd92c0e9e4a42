//! How a lead settles a contest: a few choices, each turned on by a press, with defaults that make a contest as they are.

use serde::{Deserialize, Serialize};

use crate::base::hash::Digest;
use crate::base::id::{PersonaId, TraineeId};
use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::contest::definition::{Definition, Names, Round, Sides};
use crate::flow::group::Place;
use crate::persona::model::{Grade, Persona};
use crate::progress::zone::Zone;
use crate::session::content::Content;

use super::ContestId;
use super::record::Contest;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Most rounds that a press leads to.
const ROUNDS: u16 = 5;
/// Most attempts that a press leads to.
const ATTEMPTS: u16 = 3;
/// Minutes a round that a press leads to; 0 is no limit.
const MINUTES: [u16; 5] = [5, 10, 15, 30, 0];
/// The time of day of “tomorrow”, in minutes.
const NINE: u16 = 9 * 60;
/// From so many members on a team is ranked: what presses lead to.
const LEAST: u16 = 2;
const MOST_LEAST: u16 = 3;

/// A contest that is being settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Which of the group's boards it stands on.
    pub board: u64,
    /// Whose it is: nobody else's presses count.
    pub owner: TraineeId,
    /// Where it was begun.
    pub place: Place,
    /// The name; `None`: one that says the group's name.
    pub name: Option<String>,
    /// Whom one meets.
    pub pick: Pick,
    /// How many rounds, where customers are taken by grade.
    pub rounds: u16,
    /// Minutes a round; 0: until the contest closes.
    pub minutes: u16,
    /// When it opens.
    pub opens: Opens,
    /// How long it is open.
    pub lasts: Lasts,
    /// Attempts a round.
    pub attempts: u16,
    /// Whether hints may be had.
    pub hints: bool,
    /// What participants go by.
    pub names: Names,
    /// Who is ranked.
    #[serde(default = "singles")]
    pub sides: Sides,
    /// Whether the list of customers is shown, and which page of it.
    pub listing: Option<u16>,
    /// The contest that it changes, as that is; `None` where it makes one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<Changes>,
}

/// Forms that an older program kept know of no teams.
fn singles() -> Sides {
    Sides::Singles
}

/// A contest that a form is to change, as it was when the form was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Which.
    pub contest: ContestId,
    /// When it opens.
    pub opens: Moment,
    /// By what its customers were picked.
    pub pick: Pick,
    /// Its customers, one a round.
    pub customers: Vec<PersonaId>,
}

/// Whom one meets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pick {
    /// Any, one grade after the other.
    Mixed,
    /// Those of a grade.
    Grade(Grade),
    /// These.
    These(Vec<PersonaId>),
}

/// When a contest opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opens {
    /// At once.
    Now,
    /// In ten minutes.
    Soon,
    /// Tomorrow at nine.
    Tomorrow,
    /// When the contest opens that the form changes.
    Kept,
}

/// How long it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lasts {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
}

/// What a press changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// By which grade.
    Pick,
    /// How many rounds.
    Rounds,
    /// Minutes a round.
    Minutes,
    /// When it opens.
    Opens,
    /// How long it is open.
    Lasts,
    /// Attempts.
    Attempts,
    /// Hints.
    Hints,
    /// Names or nicknames.
    Names,
    /// Singles, or teams of so many.
    Sides,
}

impl Field {
    /// All of them, with their letters in buttons.
    pub const ALL: [(Field, char); 9] = [
        (Field::Pick, 'p'),
        (Field::Rounds, 'r'),
        (Field::Minutes, 'm'),
        (Field::Opens, 'o'),
        (Field::Lasts, 'l'),
        (Field::Attempts, 'a'),
        (Field::Hints, 'h'),
        (Field::Names, 'n'),
        (Field::Sides, 's'),
    ];
}

impl Form {
    /// A contest of a day: three customers, easiest first, ten minutes each, one attempt.
    pub fn new(board: u64, owner: TraineeId, place: Place) -> Form {
        Form {
            board,
            owner,
            place,
            name: None,
            pick: Pick::Mixed,
            rounds: 3,
            minutes: 10,
            opens: Opens::Now,
            lasts: Lasts::Day,
            attempts: 1,
            hints: false,
            names: Names::Shown,
            sides: Sides::Singles,
            listing: None,
            changes: None,
        }
    }

    /// The same contest once more, to be changed.
    pub fn of(board: u64, owner: TraineeId, place: Place, id: ContestId, contest: &Contest) -> Form {
        let definition = &contest.definition;
        let customers: Vec<PersonaId> = definition.rounds.iter().map(|round| round.persona.clone()).collect();
        let pick = contest.pick.clone().unwrap_or_else(|| Pick::These(customers.clone()));
        let seconds = definition.rounds.first().and_then(|round| round.seconds).unwrap_or(0);
        let lasts = match definition.closes.since(definition.opens) {
            HOUR => Lasts::Hour,
            DAY => Lasts::Day,
            _ => Lasts::Week,
        };
        Form {
            name: Some(definition.name.clone()),
            pick: pick.clone(),
            rounds: u16::try_from(customers.len()).unwrap_or(ROUNDS),
            minutes: u16::try_from(seconds / 60).unwrap_or(0),
            opens: Opens::Kept,
            lasts,
            attempts: definition.attempts,
            hints: definition.hints,
            names: definition.names,
            sides: definition.sides,
            changes: Some(Changes { contest: id, opens: definition.opens, pick, customers }),
            ..Form::new(board, owner, place)
        }
    }

    /// Turns a choice to its next value.
    pub fn turn(&mut self, field: Field) {
        match field {
            Field::Pick => {
                self.pick = match self.pick {
                    Pick::Mixed => Pick::Grade(Grade::Basic),
                    Pick::Grade(Grade::Basic) => Pick::Grade(Grade::Intermediate),
                    Pick::Grade(Grade::Intermediate) => Pick::Grade(Grade::Advanced),
                    Pick::Grade(Grade::Advanced) | Pick::These(_) => Pick::Mixed,
                }
            }
            Field::Rounds => self.rounds = self.rounds % ROUNDS + 1,
            Field::Minutes => {
                let place = MINUTES.iter().position(|one| *one == self.minutes).map_or(0, |place| place + 1);
                self.minutes = MINUTES.get(place % MINUTES.len()).copied().unwrap_or(0);
            }
            Field::Opens => {
                self.opens = match self.opens {
                    Opens::Now => Opens::Soon,
                    Opens::Soon => Opens::Tomorrow,
                    Opens::Tomorrow if self.changes.is_some() => Opens::Kept,
                    Opens::Tomorrow | Opens::Kept => Opens::Now,
                }
            }
            Field::Lasts => {
                self.lasts = match self.lasts {
                    Lasts::Hour => Lasts::Day,
                    Lasts::Day => Lasts::Week,
                    Lasts::Week => Lasts::Hour,
                }
            }
            Field::Attempts => self.attempts = self.attempts % ATTEMPTS + 1,
            Field::Hints => self.hints = !self.hints,
            Field::Names => {
                self.names = match self.names {
                    Names::Shown => Names::Nicknames,
                    Names::Nicknames => Names::Shown,
                }
            }
            Field::Sides => {
                self.sides = match self.sides {
                    Sides::Singles => Sides::Teams { least: LEAST },
                    Sides::Teams { least } if least < MOST_LEAST => Sides::Teams { least: least + 1 },
                    Sides::Teams { .. } => Sides::Singles,
                }
            }
        }
    }

    /// Takes a customer up, or out again. The first one ends the choice by grade; the last one out brings it back.
    pub fn toggle(&mut self, persona: &PersonaId) {
        let mut these = match &self.pick {
            Pick::These(these) => these.clone(),
            _ => Vec::new(),
        };
        let before = these.len();
        these.retain(|one| one != persona);
        if these.len() == before && before < usize::from(ROUNDS) {
            these.push(persona.clone());
        }
        self.pick = if these.is_empty() { Pick::Mixed } else { Pick::These(these) };
    }

    /// How many rounds it comes to.
    pub fn count(&self) -> u16 {
        match &self.pick {
            Pick::These(these) => u16::try_from(these.len()).unwrap_or(u16::MAX),
            _ => self.rounds,
        }
    }

    /// The contest, if it were made at this moment under this name; its flaws are the caller's to look at. Customers are drawn
    /// by `chance`, and play in everybody's own language.
    pub fn settle(
        &self,
        content: &Content,
        name: &str,
        at: Moment,
        zone: &Zone,
        chance: &[u8; 32],
    ) -> Definition {
        let opens = self.opening(at, zone);
        let rounds = self.customers(content, chance).into_iter().map(|persona| Round {
            persona: persona.id.clone(),
            persona_hash: persona.hash.clone(),
            lang: None,
            seconds: (self.minutes > 0).then(|| u32::from(self.minutes) * 60),
        });
        let lasts = match self.lasts {
            Lasts::Hour => HOUR,
            Lasts::Day => DAY,
            Lasts::Week => 7 * DAY,
        };
        Definition {
            name: name.to_owned(),
            rounds: rounds.collect(),
            attempts: self.attempts,
            opens,
            closes: Moment(opens.0.saturating_add(lasts)),
            hints: self.hints,
            sides: self.sides,
            names: self.names,
        }
    }

    fn opening(&self, at: Moment, zone: &Zone) -> Moment {
        match self.opens {
            Opens::Now => at,
            Opens::Soon => Moment(at.0.saturating_add(10 * MINUTE)),
            Opens::Tomorrow => {
                let next = zone.next(NINE, at);
                if zone.day(next) == zone.day(at) { zone.next(NINE, next) } else { next }
            }
            Opens::Kept => self.changes.as_ref().map_or(at, |changes| changes.opens),
        }
    }

    /// Easiest first; among equals those that chance puts first.
    fn customers<'a>(&self, content: &'a Content, chance: &[u8; 32]) -> Vec<&'a Persona> {
        // Who picks as before keeps the customers; their files may be others by now.
        let same = |was: &&Changes| was.pick == self.pick && was.customers.len() == usize::from(self.count());
        let kept = self.changes.as_ref().filter(same).map(|was| &was.customers);
        let kept = kept.filter(|all| all.iter().all(|id| content.personas.contains_key(id)));
        if let (Some(these), _) | (None, Pick::These(these)) = (kept, &self.pick) {
            return these.iter().filter_map(|id| content.personas.get(id)).map(AsRef::as_ref).collect();
        }
        let fits = |persona: &&Persona| match self.pick {
            Pick::Grade(grade) => persona.grade == grade,
            _ => true,
        };
        let mut all: Vec<&Persona> = open(content).into_iter().filter(fits).collect();
        all.sort_by_key(|persona| Digest::of([chance.as_slice(), persona.id.as_str().as_bytes()]));
        let mut drawn: Vec<&Persona> = Vec::new();
        while drawn.len() < usize::from(self.rounds) && !all.is_empty() {
            // Mixed: the grade that has been drawn least, the easier of equals.
            let least = |persona: &&Persona| {
                (drawn.iter().filter(|one| one.grade == persona.grade).count(), persona.grade)
            };
            let Some(place) = all.iter().enumerate().min_by_key(|(place, one)| (least(one), *place)) else {
                break;
            };
            let place = place.0;
            drawn.push(all.remove(place));
        }
        drawn.sort_by_key(|persona| persona.grade);
        drawn
    }
}

/// Customers that everybody may meet: those of the content folder, easiest first.
pub fn open(content: &Content) -> Vec<&Persona> {
    let all = content.personas.values().filter(|persona| persona.id.realm().is_none());
    let mut all: Vec<&Persona> = all.map(AsRef::as_ref).collect();
    all.sort_by_key(|persona| (persona.grade, persona.id.clone()));
    all
}

/// What a customer is called in a language, or as near to it as he speaks.
pub fn title(content: &Content, persona: &PersonaId, lang: Lang) -> String {
    let spoken = content.spoken(persona, lang);
    let texts = spoken.and_then(|spoken| content.personas.get(persona)?.texts.get(&spoken));
    texts.map_or_else(|| persona.to_string(), |texts| texts.title.clone())
}
