//! Practising together in a group: one game in a topic at a time, begun by whoever likes and ended by its end, by who began it, by an
//! administrator, or by silence. Nothing of it stays when it is over.
//!
//! - `relay`: the group calms one customer together, a message each in turn
//! - `case`: one opening, everybody's one answer, how he takes each, and a vote
//! - `duet`: two members play agent and customer, the others watch and vote, then the two change places
//! - `look_back`: what it shows, of the group and of nobody
//! - `press`: what their buttons do
//!
//! What is kept while it goes on is part of the group's record: who takes part, under the name she goes by in the group, and what was
//! written. Members' own profiles and journals know nothing of it.

pub mod case;
pub mod duet;
mod look_back;
mod press;
mod relay;

use serde::{Deserialize, Serialize};

use crate::base::id::{PersonaId, TraineeId};
use crate::base::lang::Lang;
use crate::base::phrase::{ButtonPhrase, NoticePhrase, PlayPhrase, Term, TermKind};
use crate::base::time::Moment;
use crate::flow::action::Action;
use crate::flow::say::Button;
use crate::flow::scene::Rows;
use crate::flow::team::clip;
use crate::persona::model::Grade;
use crate::session::fold::Cast;

use super::rights::GroupRight;
use super::{Alarm, Group, GroupAction, Hall, Member, Need, Place, Words};
pub use case::Case;
pub use duet::Duet;
pub use press::Play;
pub use relay::Relay;

/// How long a game waits for somebody before it ends by itself, in milliseconds.
pub const SILENCE: i64 = 30 * 60_000;
/// Boards of games are numbered from here on.
const BOARDS: u64 = 1 << 52;
/// Characters of a name that are shown: it stands on buttons.
const LONGEST_NAME: usize = 24;
/// Longest message taken, in characters: a whole group reads it.
const LONGEST: usize = 1_000;

/// A game that goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Game {
    /// Its number in this group; numbers are never used again, so that an old button presses nothing.
    pub number: u64,
    /// The topic it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<i64>,
    /// Who began it.
    pub by: TraineeId,
    /// When it ends by itself if nobody does anything.
    pub until: Moment,
    /// The game itself.
    pub kind: Kind,
}

/// Which game it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The relay.
    Relay(Relay),
    /// The case of the day.
    Case(Case),
    /// The duet.
    Duet(Duet),
}

impl Game {
    /// Whether somebody takes part, or began it.
    pub fn involves(&self, who: TraineeId) -> bool {
        let takes_part = match &self.kind {
            Kind::Relay(relay) => relay.players.iter().any(|player| player.id == who),
            Kind::Case(case) => {
                let answered = case.answers.iter().any(|answer| answer.who == who);
                answered || case.votes.iter().any(|(voter, _)| *voter == who)
            }
            Kind::Duet(duet) => duet.has(who) || duet.ballots.iter().any(|ballot| ballot.who == who),
        };
        self.by == who || takes_part
    }

    /// Her part in it, for the copy of everything kept of her: nothing of the others.
    pub fn part(&self, who: TraineeId) -> Option<Part> {
        let (mut name, mut answer, mut said, mut marks) = (None, None, Vec::new(), Vec::new());
        match &self.kind {
            Kind::Relay(relay) => {
                name = relay.players.iter().find(|player| player.id == who).map(|player| player.name.clone());
            }
            Kind::Case(case) => {
                answer = case.answers.iter().find(|answer| answer.who == who).map(|one| one.text.clone());
            }
            Kind::Duet(duet) => {
                (name, said) = (duet.name(who).map(str::to_owned), duet.said(who));
                let hers = duet.ballots.iter().filter(|ballot| ballot.who == who);
                marks = hers.flat_map(|ballot| ballot.marks.clone()).collect();
            }
        }
        let (begun_by_her, until) = (self.by == who, self.until);
        self.involves(who).then_some(Part { name, answer, said, marks, begun_by_her, until })
    }

    fn board(&self) -> u64 {
        BOARDS | self.number
    }

    fn place(&self, hall: &Hall<'_>) -> Place {
        Place { chat: hall.input.place.chat, thread: self.thread }
    }

    fn alarm(&self) -> String {
        format!("game/{}", self.number)
    }
}

/// Somebody's part in a game.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The name she takes part under; `None` where she only began it.
    pub name: Option<String>,
    /// Her answer to a case of the day.
    pub answer: Option<String>,
    /// What she has written as the agent of a duet.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<String>,
    /// How she voted on a duet: by the criterion's place, whether it was met.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<(u8, bool)>,
    /// Whether she began it.
    pub begun_by_her: bool,
    /// When nothing is left of it if nobody does anything.
    pub until: Moment,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Player {
    /// Who.
    pub id: TraineeId,
    /// The name she goes by in the group.
    pub name: String,
}

impl Player {
    fn of(member: &Member) -> Player {
        // A name is one line.
        let name = member.name.split_whitespace().collect::<Vec<_>>().join(" ");
        Player { id: member.id, name: clip(&name, LONGEST_NAME) }
    }
}

fn button(label: ButtonPhrase, game: &Game, play: Play) -> Button {
    Button::phrase(label, Action::Group(GroupAction::Game(game.number, play)))
}

/// `/relay`: one, where nothing goes on in this topic.
pub fn begin_relay(hall: &mut Hall<'_>) {
    let Some(game) = new(hall, Kind::Relay(Relay::default()), SILENCE) else { return };
    if relay::choose(hall, &game) {
        add(hall, game);
    }
}

/// `/case`: one, where nothing goes on in this topic.
pub fn begin_case(hall: &mut Hall<'_>) {
    let Some(case) = case::new(hall) else { return hall.tell(PlayPhrase::NoCustomers) };
    let Some(game) = new(hall, Kind::Case(case.clone()), case::DAY) else { return };
    case::board(hall, &game, &case);
    add(hall, game);
}

/// `/duet`: one, where nothing goes on in this topic.
pub fn begin_duet(hall: &mut Hall<'_>) {
    let Some(game) = new(hall, Kind::Duet(Duet::default()), SILENCE) else { return };
    if duet::choose(hall, &game) {
        add(hall, game);
    }
}

/// A game that ends by itself after some time; `None` where one goes on, which is told.
fn new(hall: &mut Hall<'_>, kind: Kind, wait: i64) -> Option<Game> {
    let by = hall.who()?.id;
    if open_here(hall).is_some() {
        hall.tell(PlayPhrase::AlreadyOn);
        return None;
    }
    let (number, thread) = (hall.group.games_begun.saturating_add(1), hall.input.place.thread);
    Some(Game { number, thread, by, until: after(hall.input.at, wait), kind })
}

fn add(hall: &mut Hall<'_>, game: Game) {
    hall.group.games_begun = game.number;
    hall.alarm(game.until, game.alarm());
    hall.group.games.push(game);
}

fn after(at: Moment, wait: i64) -> Moment {
    Moment(at.0.saturating_add(wait))
}

/// The grades that can be asked for, a row each, and the way out. `None` where there is none, which is told.
fn grades(hall: &mut Hall<'_>, game: &Game) -> Option<Rows> {
    let there = Grade::ALL.into_iter().filter(|grade| !customers(hall, &[*grade]).is_empty());
    let row = |grade: Grade| {
        let label = ButtonPhrase::PlayGrade { grade: Term::new(TermKind::Grade, grade.id()) };
        vec![button(label, game, Play::Grade(grade))]
    };
    let mut rows: Rows = there.map(row).collect();
    if rows.is_empty() {
        hall.tell(PlayPhrase::NoCustomers);
        return None;
    }
    rows.push(vec![button(ButtonPhrase::PlayStop, game, Play::Stop)]);
    Some(rows)
}

/// A customer of the content folder of one of these grades who speaks the group's language, or one it borrows from, as chance has
/// it; with a seed, and a number for a secret. `not`: not this one.
fn pick<'a>(
    hall: &Hall<'a>,
    grades: &[Grade],
    not: Option<&PersonaId>,
) -> Option<(Lang, Cast<'a>, u64, u64)> {
    let number = |at: usize| {
        let bytes = hall.input.chance.iter().skip(at).take(8);
        bytes.fold(0u64, |sum, byte| (sum << 8) | u64::from(*byte))
    };
    let mut all = customers(hall, grades);
    all.retain(|(_, id)| Some(*id) != not);
    let place = usize::try_from(number(0) >> 1).unwrap_or(0).checked_rem(all.len())?;
    let (lang, id) = all.get(place)?;
    let content = hall.content;
    Some((*lang, content.cast(id, *lang)?, number(8), number(16)))
}

fn customers<'a>(hall: &Hall<'a>, grades: &[Grade]) -> Vec<(Lang, &'a PersonaId)> {
    let (content, lang) = (hall.content, hall.group.interface());
    let of = content.personas.values().filter(|persona| persona.id.realm().is_none());
    let of = of.filter(|persona| grades.contains(&persona.grade));
    of.filter_map(|persona| Some((content.spoken(&persona.id, lang)?, &persona.id))).collect()
}

/// The game that goes on in the topic where something happens.
fn open_here(hall: &Hall<'_>) -> Option<Game> {
    let thread = hall.input.place.thread;
    hall.group.games.iter().find(|game| game.thread == thread).cloned()
}

/// Puts a game back as it is now; something has happened in it, and it waits so long for more. Its alarm stays where it was set,
/// and finds it younger then.
fn change(hall: &mut Hall<'_>, game: &Game, kind: Kind, wait: i64) {
    let until = after(hall.input.at, wait);
    if let Some(kept) = hall.group.games.iter_mut().find(|kept| kept.number == game.number) {
        (kept.until, kept.kind) = (until, kind);
    }
}

/// Takes a game away and says so on its board. Its alarm finds nothing.
fn close(hall: &mut Hall<'_>, game: &Game, phrase: PlayPhrase) {
    hall.board(game.place(hall), game.board(), true, phrase, Vec::new());
    hall.group.games.retain(|kept| kept.number != game.number);
}

/// `/end` in a group: the game in this topic, by who began it or an administrator.
///
/// # Errors
/// What has to be found out first.
pub fn end(hall: &mut Hall<'_>) -> Result<(), Need> {
    match open_here(hall) {
        Some(game) => stop(hall, &game),
        None => {
            hall.tell(PlayPhrase::NoGame);
            Ok(())
        }
    }
}

fn stop(hall: &mut Hall<'_>, game: &Game) -> Result<(), Need> {
    if decides(hall, game)? {
        match &game.kind {
            Kind::Relay(relay) => relay::stopped(hall, game, relay),
            Kind::Case(case) if case.voting => case::result(hall, game, case),
            Kind::Case(_) => close(hall, game, PlayPhrase::Stopped),
            Kind::Duet(duet) => duet::stopped(hall, game, duet),
        }
    }
    Ok(())
}

/// Whether somebody may end it or take it on: who began it, the two of a duet, and administrators. Anybody else is told so.
fn decides(hall: &mut Hall<'_>, game: &Game) -> Result<bool, Need> {
    let plays = |who: &Member| matches!(&game.kind, Kind::Duet(duet) if duet.has(who.id));
    let hers = hall.who().is_some_and(|who| who.id == game.by || plays(who));
    hall.may(GroupRight::EndGame, hers)
}

/// A button of a game was pressed.
///
/// # Errors
/// What has to be found out first.
pub fn pressed(hall: &mut Hall<'_>, number: u64, play: Play) -> Result<(), Need> {
    let game = hall.group.games.iter().find(|game| game.number == number).cloned();
    let (Some(game), Some(who)) = (game, hall.who()) else {
        hall.toast(PlayPhrase::Over);
        return Ok(());
    };
    match (&game.kind, play) {
        (_, Play::Stop) => return stop(hall, &game),
        (Kind::Relay(_), Play::Join)
        | (Kind::Case(_), Play::Vote(_))
        | (Kind::Duet(_), Play::Agent | Play::Customer | Play::Mark(..))
            if !hall.may(GroupRight::TakePart, false)? => {}
        (Kind::Relay(relay), play) => relay::pressed(hall, &game, relay.clone(), play, &Player::of(who)),
        (Kind::Duet(duet), play) => duet::pressed(hall, &game, duet.clone(), play, &Player::of(who)),
        (Kind::Case(case), Play::Vote(place)) => case::vote(hall, &game, case, who.id, place),
        (Kind::Case(case), Play::Reveal) => {
            if decides(hall, &game)? {
                case::go_on(hall, &game, case, true);
            }
        }
        (Kind::Case(_), _) => hall.toast(PlayPhrase::Over),
    }
    Ok(())
}

/// Somebody wrote to the bot: whether a game in this topic waits for that.
pub fn said(hall: &mut Hall<'_>, words: &Words) -> bool {
    let (Some(game), Some(who)) = (open_here(hall), hall.who()) else { return false };
    let plays = match &game.kind {
        Kind::Relay(relay) => relay.plays(),
        Kind::Duet(duet) => duet.plays(),
        Kind::Case(_) => false,
    };
    if !plays {
        return false;
    }
    let text = plain(&words.text);
    let length = text.chars().count();
    match length {
        0 => return false,
        1..=LONGEST => match &game.kind {
            Kind::Relay(relay) => relay::said(hall, &game, relay.clone(), who.id, &text),
            Kind::Duet(duet) => duet::said(hall, &game, duet.clone(), who.id, &text),
            Kind::Case(_) => {}
        },
        _ => hall.tell(NoticePhrase::TooLong { limit: LONGEST, length }),
    }
    true
}

/// What was written, without the names it calls: who mentions the bot speaks to the customer all the same.
fn plain(text: &str) -> String {
    let words = text.split(' ').filter(|word| !(word.len() > 1 && word.starts_with('@')));
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Whether the alarm was a game's: its time is over, it is set for when that would be, or an answer has come in private.
pub fn due(hall: &mut Hall<'_>, alarm: &Alarm) -> bool {
    let Some((what, number)) = alarm.what.split_once('/') else { return false };
    let game = hall.group.games.iter().find(|game| Some(game.number) == number.parse().ok()).cloned();
    match (what, game) {
        ("game", Some(game)) if game.until > hall.input.at => hall.alarm(game.until, game.alarm()),
        ("game", Some(game)) => match &game.kind {
            Kind::Relay(relay) => relay::silent(hall, &game, relay),
            Kind::Case(case) => case::go_on(hall, &game, case, false),
            Kind::Duet(duet) => duet::silent(hall, &game, duet),
        },
        ("answered", Some(game)) => {
            if let Kind::Case(case) = &game.kind {
                case::board(hall, &game, case);
            }
        }
        ("game" | "answered", None) => {}
        _ => return false,
    }
    true
}

/// The word of the alarm that shows on the board that an answer has come.
pub fn answered(number: u64) -> String {
    format!("answered/{number}")
}

/// Takes somebody out of whatever she takes part in, of a group's record: a relay is over, for her words are in it, and so is a duet
/// of hers; a case and others' duets go on without her answer and her vote. Whether there was anything.
pub fn forget(group: &mut Group, who: TraineeId) -> bool {
    let before = group.games.len();
    group.games.retain(|game| {
        let hers = match &game.kind {
            Kind::Relay(_) => game.involves(who),
            Kind::Duet(duet) => duet.has(who),
            Kind::Case(_) => false,
        };
        game.by != who && !hers
    });
    let others = group.games.iter_mut().map(|game| match &mut game.kind {
        Kind::Case(case) => case.without(who),
        Kind::Duet(duet) => duet.without(who),
        Kind::Relay(_) => false,
    });
    let changed = others.filter(|changed| *changed).count() > 0;
    changed || group.games.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_called_are_no_words_to_the_customer() {
        assert_eq!(plain("@xiaoqi_bot I am sorry, Mr Lin @ eight?"), "I am sorry, Mr Lin @ eight?");
        assert_eq!(plain(" @xiaoqi_bot "), "");
    }
}
