//! The case of the day: one opening of a customer, everybody's one answer, written in private so that nobody copies; then how he takes
//! each of them, and a vote in which nobody votes for her own.

use serde::{Deserialize, Serialize};

use crate::base::id::TraineeId;
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{ButtonPhrase, Phrase, PlayPhrase, Term, TermKind};
use crate::flow::action::Action;
use crate::flow::say::{Button, Say};
use crate::flow::scene::Rows;
use crate::persona::model::Grade;
use crate::session::direction::Direction;
use crate::session::event::Event;
use crate::session::fold::{Cast, Session, replay};
use crate::session::measure::measure;

use super::super::Hall;
use super::{Game, Kind, Play, button, change, close, pick};

/// How long it waits for answers, and then for votes, in milliseconds.
pub const DAY: i64 = 24 * 3_600_000;
/// Answers at most: each is a message of its own in the group.
pub const ANSWERS: usize = 20;
/// Fewer answers than this are nothing to vote on.
const FEWEST: usize = 2;
/// Longest answer, in characters.
pub const LONGEST: usize = 500;
/// What answers are called in the group.
const LETTERS: &[u8; ANSWERS] = b"ABCDEFGHIJKLMNOPQRST";

/// A case of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// What the link into the private chat carries, so that nobody can guess it.
    pub token: u64,
    /// Title of the case.
    pub title: String,
    /// The conversation, which has only begun.
    pub events: Vec<Event>,
    /// What was answered, in an order that tells nothing.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// Who has voted, for which answer by place.
    #[serde(default)]
    pub votes: Vec<(TraineeId, usize)>,
    /// Whether answers are shown and voted on.
    #[serde(default)]
    pub voting: bool,
}

/// Somebody's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Whose; shown to nobody.
    pub who: TraineeId,
    /// What she would say to him.
    pub text: String,
}

impl Case {
    /// What he says.
    pub fn opening(&self) -> &[String] {
        match self.events.first() {
            Some(Event::Started { opening, .. }) => opening,
            _ => &[],
        }
    }

    /// Adds somebody's answer at a place that tells nothing about when it came; her second takes the place of her first.
    pub fn answer(&mut self, who: TraineeId, text: &str) {
        let text = text.to_owned();
        match self.answers.iter_mut().find(|answer| answer.who == who) {
            Some(answer) => answer.text = text,
            None => {
                let places = u64::try_from(self.answers.len()).unwrap_or(0) + 1;
                let place = (self.token >> 1).wrapping_mul(places).rotate_left(17) % places;
                self.answers.insert(usize::try_from(place).unwrap_or(0), Answer { who, text });
            }
        }
    }

    /// What becomes of it when somebody wants everything of hers deleted: her answer and her vote go.
    pub fn without(&mut self, who: TraineeId) -> bool {
        let before = (self.answers.len(), self.votes.len());
        if let Some(place) = self.answers.iter().position(|answer| answer.who == who) {
            self.answers.remove(place);
            self.votes.retain(|(_, voted)| *voted != place);
            self.votes.iter_mut().filter(|(_, voted)| *voted > place).for_each(|(_, voted)| *voted -= 1);
        }
        self.votes.retain(|(voter, _)| *voter != who);
        (self.answers.len(), self.votes.len()) != before
    }

    fn votes_for(&self, place: usize) -> usize {
        self.votes.iter().filter(|(_, voted)| *voted == place).count()
    }
}

fn letter(place: usize) -> String {
    LETTERS.get(place).map_or_else(String::new, |letter| char::from(*letter).to_string())
}

/// A case of a grade or of any, as chance has it. `None` where nobody speaks the group's language.
pub fn new(hall: &Hall<'_>) -> Option<Case> {
    let (lang, cast, seed, token) = pick(hall, &Grade::ALL, None)?;
    let (_, event) = Session::open(&cast, lang, seed, hall.input.at);
    let (answers, votes) = (Vec::new(), Vec::new());
    let title = cast.texts.title.clone();
    Some(Case { token, title, events: vec![event], answers, votes, voting: false })
}

/// The board: what happened, what he says, how many have answered or voted.
pub fn board(hall: &mut Hall<'_>, game: &Game, case: &Case) {
    let Some((cast, _)) = conversation(hall, case) else { return close(hall, game, PlayPhrase::Changed) };
    let opening: Vec<Phrase> =
        case.opening().iter().map(|line| PlayPhrase::Name { name: line.clone() }.into()).collect();
    let stop = button(ButtonPhrase::PlayStop, game, Play::Stop);
    let (phrase, rows): (PlayPhrase, Rows) = match case.voting {
        false => {
            let link = Action::Link(link(hall.input.place.chat, game.number, case.token));
            let answer = Button::phrase(ButtonPhrase::PlayAnswer, link);
            let reveal = button(ButtonPhrase::PlayReveal, game, Play::Reveal);
            let phrase = PlayPhrase::CaseOpen {
                title: case.title.clone(),
                you: cast.texts.briefing.you.clone(),
                happened: cast.texts.briefing.happened.clone(),
                name: cast.texts.name.clone(),
                opening,
                answers: case.answers.len(),
            };
            (phrase, vec![vec![answer], vec![reveal, stop]])
        }
        true => {
            let result = button(ButtonPhrase::PlayResult, game, Play::Reveal);
            let (title, votes) = (case.title.clone(), case.votes.len());
            (PlayPhrase::CaseVoting { title, opening, votes }, vec![vec![result, stop]])
        }
    };
    hall.board(game.place(hall), game.board(), false, phrase, rows);
}

/// What a link into the private chat carries.
pub fn link(chat: i64, number: u64, token: u64) -> String {
    format!("case-{}-{number}-{token:016x}", chat.unsigned_abs())
}

/// Reads it: the group's chat, the game's number, the token. `None` for anything else.
pub fn read(payload: &str) -> Option<(i64, u64, u64)> {
    let mut parts = payload.strip_prefix("case-")?.split('-');
    let chat: i64 = parts.next()?.parse().ok()?;
    let (number, token) = (parts.next()?.parse().ok()?, parts.next()?);
    let token = u64::from_str_radix(token, 16).ok().filter(|_| token.len() == 16)?;
    parts.next().is_none().then_some((-chat, number, token))
}

fn conversation<'a>(hall: &Hall<'a>, case: &Case) -> Option<(Cast<'a>, Session)> {
    let Some(Event::Started { start, .. }) = case.events.first() else { return None };
    let cast = hall.content.cast_of(start)?;
    let session = replay(&cast, &case.events).ok()?;
    Some((cast, session))
}

/// On to the next part: answers are shown, or the votes counted. `asked`: by somebody, who is told where there is too little.
pub fn go_on(hall: &mut Hall<'_>, game: &Game, case: &Case, asked: bool) {
    match (case.voting, case.answers.len() >= FEWEST) {
        (true, _) => result(hall, game, case),
        (false, true) => show(hall, game, case),
        (false, false) if asked => hall.alert(PlayPhrase::CaseFew { fewest: FEWEST }),
        (false, false) => close(hall, game, PlayPhrase::Stopped),
    }
}

/// Every answer, how he takes it, and a button to vote for it.
fn show(hall: &mut Hall<'_>, game: &Game, case: &Case) {
    let Some((cast, session)) = conversation(hall, case) else {
        return close(hall, game, PlayPhrase::Changed);
    };
    let mut next = case.clone();
    next.voting = true;
    board(hall, game, &next);
    let place = game.place(hall);
    for (number, answer) in case.answers.iter().enumerate() {
        let vote = ButtonPhrase::PlayVote { letter: letter(number) };
        let row = vec![button(vote, game, Play::Vote(u8::try_from(number).unwrap_or(u8::MAX)))];
        let phrase = reaction(&cast, &session, letter(number), &answer.text);
        hall.say(place, Say::Tell(phrase.into(), vec![row]));
    }
    hall.say(place, Say::Tell(PlayPhrase::CaseVote.into(), Vec::new()));
    change(hall, game, Kind::Case(next), DAY);
    hall.alarm(super::after(hall.input.at, DAY), game.alarm());
}

/// How he would take an answer: what he would say, how he would be, which way it moves him.
fn reaction(cast: &Cast<'_>, session: &Session, letter: String, text: &str) -> PlayPhrase {
    let mut one = session.clone();
    let at = one.clock(one.start.at);
    one.play(cast, text, at);
    let before = session.opening.join("\n");
    let way = match measure(cast.rules, cast.reader, &before, text).direction {
        Direction::Calms => PlayPhrase::Calms,
        Direction::Neutral => PlayPhrase::Neutral,
        Direction::Escalates => PlayPhrase::Escalates,
    };
    PlayPhrase::CaseAnswer {
        letter,
        text: text.to_owned(),
        name: cast.texts.name.clone(),
        reply: one.last_bubbles().join(" "),
        state: Term::new(TermKind::State, one.customer.state.as_str()),
        way: Box::new(way.into()),
    }
}

/// Somebody votes; a second vote takes the place of her first.
pub fn vote(hall: &mut Hall<'_>, game: &Game, case: &Case, who: TraineeId, place: u8) {
    let place = usize::from(place);
    let Some(answer) = case.answers.get(place).filter(|_| case.voting) else {
        return hall.toast(PlayPhrase::Over);
    };
    if answer.who == who {
        return hall.alert(PlayPhrase::OwnAnswer);
    }
    let mut next = case.clone();
    next.votes.retain(|(voter, _)| *voter != who);
    next.votes.push((who, place));
    hall.toast(PlayPhrase::Voted { letter: letter(place) });
    board(hall, game, &next);
    change(hall, game, Kind::Case(next), DAY);
}

/// The votes, and what to talk over.
pub fn result(hall: &mut Hall<'_>, game: &Game, case: &Case) {
    let most = (0..case.answers.len()).map(|place| case.votes_for(place)).max().unwrap_or(0);
    let tally =
        |place: usize| PlayPhrase::CaseVotes { letter: letter(place), count: case.votes_for(place) }.into();
    let list = Listed((0..case.answers.len()).map(tally).collect());
    let mut best = case.answers.iter().enumerate().filter(|(place, _)| case.votes_for(*place) == most);
    let first = best.next().filter(|_| best.next().is_none() && most > 0);
    let phrase = match first {
        Some((place, answer)) => {
            PlayPhrase::CaseWinner { letter: letter(place), text: answer.text.clone(), list }
        }
        None => PlayPhrase::CaseTie { list },
    };
    close(hall, game, PlayPhrase::CaseOver { title: case.title.clone() });
    hall.say(game.place(hall), Say::Tell(phrase.into(), Vec::new()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case() -> Case {
        let (title, answers, votes) = (String::new(), Vec::new(), Vec::new());
        Case { token: 0x1234_5678_9abc_def0, title, events: Vec::new(), answers, votes, voting: false }
    }

    #[test]
    fn a_link_reads_back_and_fits_and_a_forged_one_does_not() {
        let link = link(-1_001_234_567_890, u64::from(u32::MAX), u64::MAX);
        assert!(link.len() <= 64, "{link}");
        assert_eq!(read(&link), Some((-1_001_234_567_890, u64::from(u32::MAX), u64::MAX)));
        for forged in [
            "case-",
            "case-1-2",
            "case-1-2-3",
            "case-1-2-00000000000000000",
            "case-1-2-000000000000000g",
            "pump",
        ] {
            assert_eq!(read(forged), None, "{forged}");
        }
    }

    #[test]
    fn a_second_answer_takes_the_place_of_the_first_and_whoever_goes_takes_hers_along() {
        let mut case = case();
        for who in 1..=4 {
            case.answer(TraineeId(who), &format!("answer {who}"));
        }
        case.answer(TraineeId(2), "better");
        let place =
            |case: &Case, who| case.answers.iter().position(|answer| answer.who == TraineeId(who)).unwrap();
        assert_eq!((case.answers.len(), case.answers[place(&case, 2)].text.as_str()), (4, "better"));
        case.votes = vec![
            (TraineeId(1), place(&case, 2)),
            (TraineeId(2), place(&case, 4)),
            (TraineeId(3), place(&case, 1)),
        ];
        assert!(case.without(TraineeId(1)) && !case.without(TraineeId(9)));
        assert_eq!(
            case.votes,
            [(TraineeId(2), place(&case, 4))],
            "votes stay with the answers they were for"
        );
    }
}
