//! What to say next: two ordered lists of rules over moves. A reply first takes up what was said (`TAKE_UP`), then goes one
//! step on (`GO_ON`): emotion first, then questions, responsibility, an offer, a promise that can be checked, whether it is
//! right, the close. The first rule that fits and has words left has the word.

use crate::base::level::Emotion;
use crate::base::moves::Move;
use crate::persona::model::{Authority, Offer, OfferKind};

use super::hear::Heard;
use super::talk::{Piece, Talk};
use super::wording::Sign;
use super::{Desk, LONGEST, speak};

/// Questions the agent asks before it offers anything.
const QUESTIONS: usize = 3;
/// Insults after which the boundary is set, once.
const PATIENCE: u16 = 3;

/// What a rule looks at.
struct Ground<'a> {
    desk: &'a Desk<'a>,
    talk: &'a Talk,
    heard: &'a Heard,
    /// Which of her messages it answers, from 1.
    number: usize,
    /// Whether the message before this one was answered by a check whether it is right.
    checked: bool,
}

/// Where a rule's words come from.
#[derive(Clone, Copy)]
enum Source {
    /// The agent's line under a key.
    Line(&'static str),
    /// The line for the feeling that was heard, or else the persona's leading one.
    Feeling,
    /// The persona's model sentence for the rule's move, or else the agent's line under a key.
    Own(&'static str),
    /// A promise: the persona's model sentence once something was offered, for it builds on that; else the agent's own.
    Promise,
    /// The next question for a fact.
    Question,
    /// The next offer.
    Offer,
    /// The offer she wants: made, asked for above, or refused with a reason and an alternative.
    Wanted,
}

/// One rule.
struct Rule {
    mv: Move,
    method: &'static str,
    words: Source,
    fits: fn(&Ground<'_>) -> bool,
}

const fn rule(mv: Move, method: &'static str, words: Source, fits: fn(&Ground<'_>) -> bool) -> Rule {
    Rule { mv, method, words, fits }
}

/// Takes up what was said.
const TAKE_UP: [Rule; 19] = [
    rule(Move::Close, "service_flow", Source::Line("close"), |g| g.is_done()),
    rule(Move::SetBoundary, "refusal_sandwich", Source::Line("boundary"), |g| {
        g.heard.insults && g.talk.insults >= PATIENCE && g.talk.count(Move::SetBoundary) == 0
    }),
    rule(Move::Validate, "emotion_first", Source::Line("insulted"), |g| g.heard.insults),
    // What is close to her heart is never passed over.
    rule(Move::EmpathizeSpecific, "empathy_six", Source::Line("empathize"), |g| {
        g.heard.has(Sign::Personal) && g.number > 1 && g.talk.count(Move::EmpathizeSpecific) < 4
    }),
    rule(Move::NameEmotion, "emotion_first", Source::Feeling, |g| {
        g.talk.count(Move::NameEmotion) == 0 && g.is_complaint()
    }),
    rule(Move::EscalateToSupervisor, "service_flow", Source::Line("manager"), |g| g.heard.has(Sign::Manager)),
    rule(Move::RefuseWithReason, "refusal_sandwich", Source::Wanted, |g| g.number > 2),
    rule(Move::Greet, "service_flow", Source::Line("who"), |g| g.heard.has(Sign::Who)),
    rule(Move::SetExpectation, "smart_promise", Source::Line("by_when"), |g| {
        g.heard.has(Sign::When) && g.number < 3
    }),
    rule(Move::ExplainCause, "structured_solving", Source::Own("why"), |g| g.heard.has(Sign::Why)),
    rule(Move::OpenQuestion, "questioning", Source::Line("rejected"), |g| {
        g.heard.has(Sign::No) && !g.talk.offered.is_empty()
    }),
    rule(Move::NameEmotion, "emotion_first", Source::Feeling, |g| {
        g.heard.shouts && g.talk.count(Move::NameEmotion) < 2
    }),
    rule(Move::EmpathizeSpecific, "empathy_six", Source::Line("empathize"), |g| {
        g.talk.count(Move::EmpathizeSpecific) == 0 && g.is_complaint()
    }),
    rule(Move::Validate, "empathy_six", Source::Line("asked"), |g| g.heard.asks && g.number > 1),
    rule(Move::Thank, "listening", Source::Line("thank"), |g| {
        !g.talk.asked.is_empty() && !g.heard.facts.is_empty() && g.talk.count(Move::Thank) < 2
    }),
    rule(Move::Paraphrase, "listening", Source::Line("paraphrase"), |g| g.talk.count(Move::Paraphrase) < 3),
    rule(Move::Thank, "listening", Source::Line("agreed"), |g| g.heard.agrees()),
    rule(Move::Validate, "empathy_six", Source::Line("validate"), |g| {
        g.heard.feeling.is_some() || g.heard.shouts || g.talk.count(Move::Validate) < 2 && g.is_complaint()
    }),
    rule(Move::EncourageToContinue, "listening", Source::Line("noted"), |g| g.number > 1),
];

/// Goes one step on.
const GO_ON: [Rule; 18] = [
    rule(Move::EscalateToSupervisor, "service_flow", Source::Line("manager"), |g| g.heard.has(Sign::Manager)),
    rule(Move::Apologize, "emotion_first", Source::Line("apologize"), |g| {
        g.talk.count(Move::Apologize) == 0 && g.owes() && g.is_complaint()
    }),
    rule(Move::EncourageToContinue, "listening", Source::Line("encourage"), |g| g.number == 1),
    // While she boils over, she is listened to and nothing else.
    rule(Move::EncourageToContinue, "emotion_first", Source::Line("encourage"), |g| {
        (g.heard.shouts || g.heard.insults) && g.number < 5 && g.talk.count(Move::EncourageToContinue) < 2
    }),
    rule(Move::OpenQuestion, "questioning", Source::Line("ask_open"), |g| {
        g.talk.count(Move::OpenQuestion) == 0 && g.heard.facts.is_empty()
    }),
    rule(Move::CommitSpecific, "smart_promise", Source::Promise, |g| {
        g.heard.has(Sign::When) && g.number > 2 && g.talk.count(Move::CommitSpecific) == 0
    }),
    rule(Move::OpenQuestion, "questioning", Source::Question, |g| {
        g.talk.asked.len() < QUESTIONS && !g.in_a_hurry() && g.talk.offered.is_empty()
    }),
    rule(Move::OfferSolution, "structured_solving", Source::Offer, |g| {
        g.talk.offered.is_empty() || g.heard.has(Sign::No)
    }),
    // Nothing is left to offer: what can still be done is said as it is.
    rule(Move::EscalateToSupervisor, "service_flow", Source::Line("nothing_left"), |g| {
        g.heard.has(Sign::No) && !g.talk.offered.is_empty() && g.talk.count(Move::EscalateToSupervisor) < 3
    }),
    rule(Move::CommitSpecific, "smart_promise", Source::Promise, |g| {
        g.talk.count(Move::CommitSpecific) == 0 && !g.heard.has(Sign::No)
    }),
    rule(Move::OfferSolution, "structured_solving", Source::Offer, |g| {
        g.talk.offered.len() < 3 && !g.heard.agrees()
    }),
    rule(Move::PreventRecurrence, "structured_solving", Source::Own("prevent"), |g| {
        g.talk.count(Move::PreventRecurrence) == 0 && g.owes()
    }),
    rule(Move::OfferSolution, "structured_solving", Source::Offer, |g| !g.heard.agrees()),
    rule(Move::FollowUp, "smart_promise", Source::Line("follow_up"), |g| g.talk.count(Move::FollowUp) == 0),
    rule(Move::OpenQuestion, "questioning", Source::Question, |g| !g.in_a_hurry()),
    rule(Move::CheckSatisfaction, "service_flow", Source::Line("check"), |_| true),
    rule(Move::EscalateToSupervisor, "service_flow", Source::Line("manager"), |_| true),
    rule(Move::EncourageToContinue, "listening", Source::Line("encourage"), |_| true),
];

impl Ground<'_> {
    /// She says that it is solved, or that it is right after she was asked.
    fn is_done(&self) -> bool {
        let offered = !self.talk.offered.is_empty();
        let solved = self.heard.has(Sign::Solved) && !self.heard.has(Sign::No);
        let content = offered && self.checked && self.heard.agrees() && !self.heard.asks;
        let thanks = offered && self.heard.has(Sign::Thanks) && !self.heard.has(Sign::No) && !self.heard.asks;
        let leaves = self.heard.has(Sign::Leaves) && self.number > 1;
        solved && self.number > 1 || content || thanks || leaves || self.number >= LONGEST
    }

    /// Whether she has begun to tell what went wrong, or shows what it does to her.
    fn is_complaint(&self) -> bool {
        let feels = self.heard.feeling.is_some() || self.heard.shouts || self.heard.insults;
        feels || self.owes() && (!self.heard.facts.is_empty() || self.heard.quote.is_some())
    }

    /// Whether something went wrong that calls for an apology: trainers then wrote how to word it.
    fn owes(&self) -> bool {
        self.desk.texts.better.contains_key(&Move::Apologize)
    }

    /// She presses for a solution; another question would only hold her up.
    fn in_a_hurry(&self) -> bool {
        (self.heard.has(Sign::Wants) || self.heard.has(Sign::When)) && !self.talk.asked.is_empty()
    }
}

/// The greeting.
pub fn greet(desk: &Desk<'_>, talk: &mut Talk) -> Vec<Piece> {
    let text = speak::line(desk, talk, "open", &Heard::default());
    text.map(|text| piece(talk, Move::Greet, "service_flow", text)).into_iter().collect()
}

/// The reply to a message, and what the agent takes note of.
pub fn reply(desk: &Desk<'_>, talk: &mut Talk, heard: &Heard) -> Vec<Piece> {
    let number = talk.messages() + 1;
    let before = talk.turns.last().map_or(&[][..], |turn| &turn.reply);
    let checked = before.iter().any(|piece| piece.mv == Move::CheckSatisfaction);
    let ids = desk.persona.facts.iter().enumerate().filter(|(place, _)| heard.facts.contains(place));
    talk.told.extend(ids.map(|(_, fact)| fact.id.clone()));
    if heard.has(Sign::No) {
        let rejected = talk.latest.take();
        talk.rejected.extend(rejected);
    }
    talk.insults = talk.insults.saturating_add(u16::from(heard.insults));
    let mut pieces: Vec<Piece> = Vec::new();
    let take_up = first(&TAKE_UP, desk, talk, heard, (number, checked));
    let closed = take_up.as_ref().is_some_and(|piece| piece.mv == Move::Close);
    // An offer, a refusal or handing up goes a step on already.
    let answered = take_up.as_ref().is_some_and(|piece| solves(piece.mv));
    pieces.extend(take_up);
    if closed {
        talk.over = true;
        return pieces;
    }
    if !answered {
        if let Some(piece) = responsibility(desk, talk, heard) {
            pieces.push(piece);
        }
        pieces.extend(first(&GO_ON, desk, talk, heard, (number, checked)));
    }
    // The first answer ends with room for her, a promise with the question whether it is right.
    let last = pieces.last().map(|piece| piece.mv);
    let room = match last {
        Some(Move::Apologize) => Some((Move::EncourageToContinue, "listening", "encourage")),
        Some(Move::CommitSpecific) => Some((Move::CheckSatisfaction, "service_flow", "check")),
        _ => None,
    };
    if let Some((mv, method, key)) = room
        && let Some(text) = speak::line(desk, talk, key, heard)
    {
        pieces.push(piece(talk, mv, method, text));
    }
    if pieces.is_empty() {
        // Every line there is was spoken.
        talk.over = true;
    }
    pieces
}

fn solves(mv: Move) -> bool {
    matches!(
        mv,
        Move::OfferSolution
            | Move::OfferAlternative
            | Move::Remedy
            | Move::RefuseWithReason
            | Move::EscalateToSupervisor
    )
}

/// Owning the case stands before the first offer, once.
fn responsibility(desk: &Desk<'_>, talk: &mut Talk, heard: &Heard) -> Option<Piece> {
    let ground = Ground { desk, talk, heard, number: talk.messages() + 1, checked: false };
    let asked =
        talk.asked.len() >= QUESTIONS || ground.in_a_hurry() || speak::next_question(desk, talk).is_none();
    let due =
        asked && ground.number > 1 && talk.count(Move::TakeResponsibility) == 0 && talk.offered.is_empty();
    let text = due.then(|| speak::line(desk, talk, "responsibility", heard)).flatten()?;
    Some(piece(talk, Move::TakeResponsibility, "apology_five", text))
}

/// The first rule that fits and has words.
fn first(
    rules: &[Rule],
    desk: &Desk<'_>,
    talk: &mut Talk,
    heard: &Heard,
    (number, checked): (usize, bool),
) -> Option<Piece> {
    rules.iter().find_map(|rule| {
        let ground = Ground { desk, talk, heard, number, checked };
        if !(rule.fits)(&ground) {
            return None;
        }
        let (mv, text) = words(rule, desk, talk, heard)?;
        let method = match (rule.words, mv) {
            (Source::Wanted, Move::RefuseWithReason) => rule.method,
            (Source::Wanted, Move::EscalateToSupervisor) => "service_flow",
            (Source::Wanted, _) => "structured_solving",
            _ => rule.method,
        };
        Some(piece(talk, mv, method, text))
    })
}

fn words(rule: &Rule, desk: &Desk<'_>, talk: &mut Talk, heard: &Heard) -> Option<(Move, String)> {
    match rule.words {
        Source::Line(key) => Some((rule.mv, speak::line(desk, talk, key, heard)?)),
        Source::Feeling => {
            let emotion = heard.feeling.unwrap_or(desk.persona.emotion);
            let key = match emotion {
                Emotion::Anxiety => "name_emotion-anxiety",
                Emotion::Disappointment => "name_emotion-disappointment",
                Emotion::Anger | Emotion::Trust => "name_emotion-anger",
            };
            Some((rule.mv, speak::line(desk, talk, key, heard)?))
        }
        Source::Own(key) => {
            let own = speak::own(desk, talk, rule.mv.id(), desk.texts.better.get(&rule.mv));
            Some((rule.mv, own.or_else(|| speak::line(desk, talk, key, heard))?))
        }
        Source::Promise => {
            let own = desk.texts.better.get(&rule.mv).filter(|_| !talk.offered.is_empty());
            let own = speak::own(desk, talk, rule.mv.id(), own);
            Some((rule.mv, own.or_else(|| speak::line(desk, talk, "promise", heard))?))
        }
        Source::Question => {
            let (fact, question) = speak::next_question(desk, talk)?;
            talk.asked.insert(fact);
            Some((rule.mv, question))
        }
        Source::Offer => {
            let (offer, worded) = speak::next_offer(desk, talk, heard)?;
            let said = speak::say_offer(desk, talk, offer, &worded, heard)?;
            speak::offered(talk, &offer.id);
            Some((offering(offer), said))
        }
        Source::Wanted => {
            let (offer, worded) = speak::wanted_offer(desk, talk, heard)?;
            let said = speak::say_offer(desk, talk, offer, &worded, heard)?;
            speak::offered(talk, &offer.id);
            Some((offering(offer), said))
        }
    }
}

/// What saying an offer's example does.
fn offering(offer: &Offer) -> Move {
    match (offer.authority, offer.kind) {
        (Authority::Beyond, _) => Move::RefuseWithReason,
        (Authority::Ask, _) => Move::EscalateToSupervisor,
        (Authority::Free, OfferKind::Solution) => Move::OfferSolution,
        (Authority::Free, OfferKind::Remedy) => Move::Remedy,
        (Authority::Free, OfferKind::Alternative) => Move::OfferAlternative,
    }
}

fn piece(talk: &mut Talk, mv: Move, method: &str, text: String) -> Piece {
    let count = talk.made.entry(mv).or_default();
    *count = count.saturating_add(1);
    Piece { mv, method: method.to_owned(), text }
}
