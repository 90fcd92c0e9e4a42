//! What the customer understood of one message. Every part carries the span of the trainee's text it rests on.

use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::base::moves::Move;
use crate::base::span::Span;

pub use super::slots::SlotKind;

/// A move that was recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveHit {
    /// Which.
    #[serde(rename = "move")]
    pub mv: Move,
    /// How sure, in per mille, 0..=1000.
    pub confidence: u16,
    /// The words that show it, in the original text.
    pub span: Span,
}

/// A time, amount, name or the like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotHit {
    /// What kind.
    pub kind: SlotKind,
    /// Its number: minutes for clock times and durations, cents, per mille, pieces; days from today, or 100 + weekday,
    /// or 1000 + month * 100 + day of month; 0 where the words say no number.
    pub number: i64,
    /// As the trainee wrote it; of a person's name the name alone.
    pub text: String,
    /// Where, in the original text.
    pub span: Span,
    /// Whether the customer has just said the same himself.
    #[serde(default)]
    pub echo: bool,
}

/// How a message as a whole sounds, in thousandths over the separator: above 0 more likely than not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tone {
    /// How clearly it calms.
    pub calms: i32,
    /// How clearly it makes things worse.
    pub escalates: i32,
    /// The stretch in which it sounds so most clearly, in the original text.
    pub span: Option<Span>,
}

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// A fact of the persona, by place in its list.
    Fact(usize),
    /// A small thing of the persona's, by place in its list.
    Detail(usize),
    /// A kind of question that any customer may be asked (`name`, `are you a bot?`, ...), by id.
    General(String),
    /// Something nobody prepared an answer for.
    Unknown,
}

/// Kinds of general questions that are courtesies: they ask whether something will do, and no more.
const COURTESIES: [&str; 4] = ["agree", "permission", "can_wait", "anything_else"];

/// Whether a kind of general question is a courtesy.
pub fn is_courtesy(kind: &str) -> bool {
    COURTESIES.contains(&kind)
}

impl Topic {
    /// Whether it is a courtesy.
    pub fn is_courtesy(&self) -> bool {
        matches!(self, Topic::General(kind) if is_courtesy(kind))
    }
}

/// What would answer a question, by its form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wants {
    /// Yes or no, to what is so.
    Whether,
    /// A time, a number or an amount.
    Figure,
    /// His leave, or that he does something.
    Leave,
    /// Anything else.
    #[default]
    Other,
}

/// A question or a request for information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What it is about.
    pub topic: Topic,
    /// Where it stands in the original text.
    pub span: Span,
    /// Whether it asks why.
    pub why: bool,
    /// Whether it names something of this customer's situation.
    pub named: bool,
    /// Whether it only checks what she takes to be so: "you came alone, right?"
    #[serde(default)]
    pub check: bool,
    /// What would answer it.
    #[serde(default)]
    pub wants: Wants,
    /// Whether it puts two things before him.
    #[serde(default)]
    pub either: bool,
    /// Whether it says that it is asked once more.
    #[serde(default)]
    pub again: bool,
    /// Of two things put before him, the one named last, in the original text.
    #[serde(default)]
    pub pick: Option<Span>,
    /// What else it may as well be about.
    #[serde(default)]
    pub rivals: Vec<Topic>,
    /// What the topic weighs above "none of them", in thousandths; 0 where nothing was weighed.
    #[serde(default)]
    pub weight: i64,
}

impl Question {
    /// Whether its topic weighs so much, in thousandths, or was found by its words alone and not weighed.
    pub fn weighs(&self, least: i64) -> bool {
        self.weight == 0 || self.weight >= least
    }
}

/// An offer of the persona's list that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferHit {
    /// Place in the persona's list.
    pub offer: usize,
    /// Where it stands in the original text.
    pub span: Span,
    /// Whether it is said to be done, or under way, and no more only offered.
    pub done: bool,
    /// The most money named with it, in cents: in its clause, or else in its sentence.
    pub money: Option<i64>,
}

/// Everything understood of one message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The language it was read in.
    pub lang: Lang,
    /// Moves, strongest span each, in order of appearance; a move stands at most once.
    pub moves: Vec<MoveHit>,
    /// How the whole sounds to somebody upset, whatever its moves.
    pub tone: Tone,
    /// Slots, in order of appearance.
    pub slots: Vec<SlotHit>,
    /// Questions, in order of appearance.
    pub questions: Vec<Question>,
    /// Offers made.
    pub offers: Vec<OfferHit>,
    /// Demands touched, by place in the persona's list.
    pub demands: Vec<usize>,
    /// Who is said to do something, in the trainee's words.
    pub who: Option<String>,
    /// What the trainee calls herself.
    pub trainee: Option<String>,
    /// Whether it reports that something is done or under way.
    pub reports_done: bool,
    /// Where it says that something did not work out, clause by clause, in the original text.
    #[serde(default)]
    pub setbacks: Vec<Span>,
    /// Whether it moves something that was promised.
    pub postpones: bool,
    /// Whether it names something of this customer's situation.
    pub specific: bool,
    /// Its length in characters.
    pub characters: u32,
    /// Only punctuation, emoji or nothing.
    pub empty: bool,
    /// Mostly in a language the customer does not speak.
    pub foreign: bool,
    /// Speaks to a machine: instructions to a model, prompts, code.
    pub robot: bool,
    /// Talk about something else: the weather, a match, a film.
    pub small_talk: bool,
    /// Letters without sense.
    pub gibberish: bool,
    /// Sorted hashes of the normalised clauses, for recognising canned text.
    pub prints: Vec<u64>,
}

impl Reading {
    /// Takes in which of two things an earlier question was about. Where the message asks something else clearly, that
    /// counts.
    pub fn settle(&mut self, meant: Vec<Topic>, span: Span) {
        let clear = |q: &Question| q.rivals.is_empty() && q.topic != Topic::Unknown && !q.topic.is_courtesy();
        if meant.is_empty() || self.questions.iter().any(|q| clear(q) && !meant.contains(&q.topic)) {
            return;
        }
        self.questions
            .retain(|q| q.rivals.is_empty() && q.topic != Topic::Unknown && !meant.contains(&q.topic));
        let question = |topic| Question {
            topic,
            span,
            why: false,
            named: true,
            check: false,
            wants: Wants::default(),
            either: false,
            again: false,
            pick: None,
            rivals: Vec::new(),
            weight: 0,
        };
        self.questions.extend(meant.into_iter().map(question));
    }

    /// Whether a move was recognised.
    pub fn has(&self, mv: Move) -> bool {
        self.moves.iter().any(|hit| hit.mv == mv)
    }

    /// The moves recognised, in order of appearance.
    pub fn heard(&self) -> Vec<Move> {
        self.moves.iter().map(|hit| hit.mv).collect()
    }

    /// Where a move was recognised.
    pub fn span_of(&self, mv: Move) -> Option<Span> {
        self.moves.iter().find(|hit| hit.mv == mv).map(|hit| hit.span)
    }
}
