//! Rules between clauses: what turns a recognised move off, or makes another of it (design 2.1).

use crate::base::moves::{Family, Move, Sign};
use crate::base::span::Span;

use super::appeals::verifies;
use super::asking::{is_asked, is_either_or};
use super::clause::{Clause, ClauseEnd};
use super::lexicon::{Found, Lexicon, inside};
use super::normalise::{Normal, is_han, normalise};
use super::reader::Candidate;
use super::reading::Tone;

/// One message, taken apart.
pub struct Scene<'a> {
    /// The text.
    pub normal: &'a Normal,
    /// Its clauses.
    pub clauses: &'a [Clause],
    /// What the lexicon found in it.
    pub found: &'a Found,
    /// The lexicon.
    pub lexicon: &'a Lexicon,
}

impl Scene<'_> {
    /// Whether a word class occurs in a stretch.
    pub fn has(&self, class: &str, stretch: Span) -> bool {
        self.found.has_class(self.lexicon.class(class), stretch)
    }

    /// Where a word class occurs.
    pub fn class_spans(&self, class: &str) -> impl Iterator<Item = Span> {
        let wanted = self.lexicon.class(class);
        self.found.classes.iter().filter(move |(c, _)| Some(*c) == wanted).map(|(_, span)| *span)
    }

    /// Where a word class occurs inside a stretch.
    pub fn class_spans_in(&self, class: &str, stretch: Span) -> impl Iterator<Item = Span> {
        let wanted = self.lexicon.class(class);
        inside(&self.found.classes, stretch).filter(move |(c, _)| Some(*c) == wanted).map(|(_, span)| *span)
    }

    /// The clause that holds a byte.
    pub fn clause_at(&self, at: u32) -> Option<(usize, &Clause)> {
        self.clauses.iter().enumerate().find(|(_, c)| c.span.start <= at && at < c.span.end)
    }
}

/// Applies every rule, in this order. `specific` tells whether the message names anything of the customer's case;
/// `None` where no case is known. `tone` is how the whole sounds.
pub fn apply(scene: &Scene<'_>, specific: Option<bool>, tone: Tone, candidates: &mut Vec<Candidate>) {
    let lean = tone.calms - tone.escalates;
    ruled_out(scene, candidates);
    quotation(scene, candidates);
    outweighed(candidates);
    faint_offences(scene, candidates);
    fair_questions(scene, tone, candidates);
    asked_of_him(scene, candidates);
    faint_help(scene, candidates);
    tone_decides(lean, candidates);
    denied_offence(scene, lean, candidates);
    owned_up(candidates);
    hollowed(candidates);
    plain_questions(scene, candidates);
    who_and_when(scene, candidates);
    but_turn(scene, candidates);
    if let Some(specific) = specific {
        empathy_needs_a_case(scene, specific, candidates);
    }
    minimal_is_short(scene, candidates);
    candidates.sort_by_key(|c| (c.span, c.mv));
}

/// A phrase of the language's `unless` lists takes its move out of the clause it stands in.
fn ruled_out(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    for (mv, span) in &scene.found.unless {
        let Some((_, clause)) = scene.clause_at(span.start) else { continue };
        candidates.retain(|c| c.mv != *mv || !c.span.overlaps(clause.span));
    }
}

/// What stands inside quotation marks, or behind "you said", is the customer's own: no offence of the trainee, and
/// saying it back is a paraphrase.
fn quotation(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    let mut quoted: Vec<Span> = quote_marks(scene.normal.text());
    for verb in scene.class_spans("quote_verb") {
        if let Some((_, clause)) = scene.clause_at(verb.start) {
            quoted.push(Span { start: verb.start, end: clause.span.end });
        }
    }
    for stretch in quoted {
        let fighting = |c: &Candidate| {
            matches!(
                c.mv,
                Move::Insult | Move::Sarcasm | Move::Threaten | Move::BlameCustomer | Move::Dismiss
            ) && c.span.overlaps(stretch)
        };
        let strongest = candidates.iter().filter(|c| fighting(c)).map(|c| c.margin).max();
        if let Some(margin) = strongest {
            candidates.retain(|c| !fighting(c));
            if !candidates.iter().any(|c| c.mv == Move::Paraphrase) {
                candidates.push(Candidate { mv: Move::Paraphrase, margin: margin.max(0), span: stretch });
            }
        }
    }
}

/// Stretches between a pair of double quotation marks.
pub(super) fn quote_marks(text: &str) -> Vec<Span> {
    let marks: Vec<usize> = text.match_indices('"').map(|(at, _)| at).collect();
    marks
        .chunks_exact(2)
        .map(|pair| Span::new(pair.first().copied().unwrap_or(0), pair.last().map_or(0, |e| e + 1)))
        .collect()
}

/// Moves that cancel others over the same words: what hurts more is what is heard.
const OUTWEIGHED: &[(Move, &[Move])] = &[
    (Move::Insult, &[Move::EmpathizeGeneric, Move::EmpathizeSpecific, Move::NameEmotion, Move::Validate]),
    (Move::Sarcasm, &[Move::Thank, Move::Validate, Move::EmpathizeGeneric, Move::Humor, Move::NameEmotion]),
    (
        Move::ApologizeConditional,
        &[Move::Apologize, Move::NameEmotion, Move::EmpathizeGeneric, Move::EmpathizeSpecific],
    ),
    (Move::Dismiss, &[Move::Reassure, Move::NameEmotion, Move::EmpathizeGeneric, Move::Validate]),
    (Move::BlameCustomer, &[Move::OpenQuestion, Move::ClosedQuestion, Move::ExplainCause, Move::Paraphrase]),
    (Move::FalsePromise, &[Move::Reassure]),
    (Move::Threaten, &[Move::SetBoundary, Move::SetExpectation, Move::CommitSpecific]),
    (Move::Hurry, &[Move::EncourageToContinue]),
    (Move::CommitSpecific, &[Move::CommitVague]),
    (Move::EmpathizeSpecific, &[Move::EmpathizeGeneric]),
];

fn outweighed(candidates: &mut Vec<Candidate>) {
    for (heavy, light) in OUTWEIGHED {
        let spans: Vec<Candidate> = candidates.iter().filter(|c| c.mv == *heavy).copied().collect();
        for one in spans {
            candidates.retain(|c| {
                let weaker = c.margin <= one.margin + 300;
                !(light.contains(&c.mv) && c.span.overlaps(one.span) && weaker)
            });
        }
    }
}

/// From here on, in thousandths, a move is clear.
const CLEAR: i32 = 250;

/// Below this even an unkind message is not believed to offend.
const FAINT: i32 = 40;

/// Whether words that point to a move stand where it is heard.
fn is_cued(scene: &Scene<'_>, c: &Candidate) -> bool {
    scene.found.cues.iter().any(|(mv, span)| *mv == c.mv && span.overlaps(c.span))
}

/// Below this a grave offence is not believed.
const GRAVE: i32 = 300;

/// A faint offence that no cue confirms counts only beside a clear one: to hear an offence that was not spoken is the
/// one unfairness a trainee does not forgive.
fn faint_offences(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    let hurts = |c: &Candidate| c.mv.sign() == Sign::Hurts || c.mv == Move::Humor;
    let kind = candidates.iter().any(|c| c.mv.sign() == Sign::Helps && c.margin >= CLEAR);
    let offences = candidates.iter().any(|c| hurts(c) && c.margin >= 2 * CLEAR);
    // Beside clear kindness an offence must be clearer to be believed.
    let needed = if kind { 2 * CLEAR } else { FAINT };
    let cued = |c: &Candidate| is_cued(scene, c);
    // To call somebody a fool, or to threaten him, is said clearly or not at all.
    let grave = |c: &Candidate| matches!(c.mv, Move::Insult | Move::Sarcasm | Move::Threaten);
    let needed = |c: &Candidate| if grave(c) { needed.max(GRAVE) } else { needed };
    candidates.retain(|c| !hurts(c) || c.margin >= needed(c) || offences || cued(c));
}

/// A question is heard as an offence only where it clearly is one, by its words or by the sound of the whole: "did you
/// check a bag?" is a question.
fn fair_questions(scene: &Scene<'_>, tone: Tone, candidates: &mut Vec<Candidate>) {
    // How a few words sound as a whole is itself a guess.
    let (faintly, kindly_meant) = if tone.escalates >= LEANS { (FAINTLY, false) } else { (SURELY, true) };
    let text = scene.normal.text();
    let asks = |clause: &Clause| is_asked(clause, text) || scene.has("question_word", clause.span);
    let asked: Vec<Span> = scene.clauses.iter().filter(|c| asks(c)).map(|c| c.span).collect();
    let fair = |c: &Candidate| {
        let kind = c.mv.sign() == Sign::Hurts && !PLAIN.contains(&c.mv);
        let faint = c.margin < faintly && !is_cued(scene, c);
        // Whether it is his own or somebody else's, or whether he did it himself, blames nobody who is asked kindly.
        let words = c.span.of(text);
        let kindly = words.ends_with('吗') || words.contains(" or ");
        let meant_well = (is_either_or(words) || kindly && tone.escalates <= tone.calms) && kindly_meant;
        let open = c.mv == Move::BlameCustomer && (meant_well || verifies(words));
        kind && (faint || open) && asked.contains(&c.span)
    };
    candidates.retain(|c| !fair(c));
}

/// Offences that are questions by nature, or that no question is taken for.
const PLAIN: [Move; 3] = [Move::RepeatRequest, Move::Insult, Move::Minimal];
/// From here on, in thousandths, it is no fair question; and the same where the whole sounds unkind.
const SURELY: i32 = 600;
const FAINTLY: i32 = 350;

/// What is asked of him promises and refuses nothing: "what time do you leave tomorrow?", "is there anything she cannot
/// eat?". Where she speaks of herself or of somebody she sends, it may be an offer put as a question.
fn asked_of_him(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    let text = scene.normal.text();
    let hers =
        |span: Span| ["i", "we", "role", "authority", "will"].iter().any(|class| scene.has(class, span));
    let his = |clause: &&Clause| is_asked(clause, text) && !hers(clause.span);
    let asked: Vec<Span> = scene.clauses.iter().filter(his).map(|c| c.span).collect();
    let least = |mv: Move| match mv.family() {
        Family::Promising | Family::Refusing => SURELY,
        Family::Solving => CLEAR,
        _ => i32::MIN,
    };
    candidates.retain(|c| c.margin >= least(c.mv) || !asked.contains(&c.span));
}

/// Help or a promise is hardly heard where nobody is said to do anything for him: "the car has stood there for twenty-four
/// days", "two payments on Sunday afternoon".
fn faint_help(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    let text = scene.normal.text();
    let helps = |c: &Candidate| matches!(c.mv.family(), Family::Solving | Family::Promising);
    let does = |span: Span| {
        ["i", "we", "role", "authority", "will"].iter().any(|class| scene.has(class, span))
            || FOR_HIM.iter().any(|words| span.of(text).contains(words))
    };
    let cued = |c: &Candidate| is_cued(scene, c);
    candidates.retain(|c| !helps(c) || c.margin >= HARDLY || does(c.span) || cued(c));
}

/// Below this, in thousandths, something is hardly heard.
const HARDLY: i32 = 70;
/// What is done for him.
const FOR_HIM: [&str; 10] =
    ["给您", "给你", "帮您", "帮你", "为您", "替您", "安排", "马上", "for you", "let me"];

/// What may be heard in a question and is not, where the question is plainly about something of the case.
const NO_QUESTION: [Move; 12] = [
    Move::BlameCustomer,
    Move::Dismiss,
    Move::Hurry,
    Move::ArgueDefend,
    Move::Deflect,
    Move::PolicyWall,
    Move::RefuseFlat,
    Move::RefuseWithReason,
    Move::Command,
    Move::Jargon,
    Move::Pitch,
    Move::Threaten,
];

/// From here on, in thousandths, an offer she may make promises too much all the same.
const PROMISED: i32 = 800;

/// A question about something of the case is no offence, and no more is an offer, unless it clearly is; the words of an
/// offer are no order at all. Both come as spans of
/// the original text.
pub fn to_the_matter(
    scene: &Scene<'_>,
    questions: &[Span],
    offers: &[Span],
    cold: bool,
    candidates: &mut Vec<Candidate>,
) {
    let inside = |spans: &[Span], c: &Candidate| {
        let span = scene.normal.original_span(c.span);
        spans.iter().any(|other| other.overlaps(span))
    };
    let cued = |c: &Candidate| is_cued(scene, c);
    candidates.retain(|c| {
        let kind = NO_QUESTION.contains(&c.mv);
        let asked = kind && inside(questions, c) && (c.margin < SURELY || !cued(c));
        let fair = kind && c.mv != Move::RefuseWithReason || c.mv == Move::FalsePromise;
        let offered = fair && c.margin < PROMISED && inside(offers, c);
        // Who helps in the same breath does not mock, unless the whole says so.
        let kind = || scene.found.unless.iter().any(|(mv, _)| *mv == Move::Sarcasm);
        let mocks = c.mv == Move::Sarcasm && !offers.is_empty() && (c.margin < PROMISED && !cold || kind());
        !(asked || offered || mocks || c.mv == Move::Command && inside(offers, c))
    });
}

/// From here on, in thousandths, the whole clearly goes one way.
const LEANS: i32 = 700;

/// Where the whole clearly goes one way, what goes the other must be clear to be believed: courtesies in an unkind
/// message are hollow, and sharp words in a kind one are meant otherwise.
fn tone_decides(lean: i32, candidates: &mut Vec<Candidate>) {
    let against = |mv: Move| {
        if lean <= -LEANS {
            mv.sign() == Sign::Helps
                || matches!(mv, Move::EmpathizeGeneric | Move::OfferChoices | Move::Reassure)
        } else {
            lean >= LEANS && mv.sign() == Sign::Hurts
        }
    };
    // To hear an offence that was not spoken is worse than to miss one.
    let needed = if lean >= 2 * LEANS { 3 * CLEAR } else { CLEAR };
    candidates.retain(|c| c.margin >= needed || !against(c.mv));
}

/// From here on, in thousandths, a message that opens with a denial is taken for what it denies.
const DENIED: i32 = 300;

/// "No offence, but ...": where the whole is unkind all the same and no offence was recognised, what follows the denial
/// is one.
fn denied_offence(scene: &Scene<'_>, lean: i32, candidates: &mut Vec<Candidate>) {
    if lean > -DENIED || candidates.iter().any(|c| c.mv.sign() == Sign::Hurts && c.mv != Move::ButTurn) {
        return;
    }
    let Some(denial) = scene.class_spans("denial").next() else { return };
    let after = scene.clauses.iter().rfind(|clause| clause.span.end > denial.end);
    if let Some(clause) = after {
        candidates.push(Candidate { mv: Move::Insult, margin: 100, span: clause.span });
    }
}

/// A question nobody recognised is still a question: by its mark, or by a particle at its end.
fn plain_questions(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    for clause in scene.clauses {
        let words = clause.span.of(scene.normal.text());
        if !is_asked(clause, scene.normal.text()) || candidates.iter().any(|c| c.span.overlaps(clause.span)) {
            continue;
        }
        let open = scene.has("question_word", clause.span) && !words.ends_with('吗');
        let mv = if open { Move::OpenQuestion } else { Move::ClosedQuestion };
        candidates.push(Candidate { mv, margin: 100, span: clause.span });
    }
}

/// Somebody and a time to come, in a plain statement, are a promise however it is worded.
fn who_and_when(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    for clause in scene.clauses {
        let inside = |span: Span| span.start >= clause.span.start && span.end <= clause.span.end;
        let when =
            scene.found.slots.iter().any(|s| s.kind.is_by_when() && s.value.number() >= 0 && inside(s.span));
        let has = |class: &str| scene.has(class, clause.span);
        let denied = || ["negation", "quote_verb", "trouble", "other_party"].into_iter().any(has);
        let free = |c: &Candidate| !c.span.overlaps(clause.span) || c.mv == Move::AddressByName;
        let says = when && clause.end != ClauseEnd::Question && has("role") && !denied();
        if says && candidates.iter().all(free) {
            candidates.push(Candidate { mv: Move::CommitSpecific, margin: 100, span: clause.span });
        }
    }
}

/// Who cites a rule and owns that it was not kept hides behind nothing.
fn owned_up(candidates: &mut Vec<Candidate>) {
    let owns = candidates.iter().any(|c| c.mv == Move::TakeResponsibility && c.margin >= CLEAR);
    candidates.retain(|c| !(owns && c.mv == Move::PolicyWall && c.margin < SURELY));
}

/// Courtesies that an attack or a conditional apology anywhere in the message turns into their opposite.
fn hollowed(candidates: &mut Vec<Candidate>) {
    let there = |mv: Move| candidates.iter().any(|c| c.mv == mv);
    let attack = there(Move::Insult) || there(Move::Sarcasm) || there(Move::BlameCustomer);
    let conditional = there(Move::ApologizeConditional);
    candidates.retain(|c| match c.mv {
        Move::EmpathizeGeneric | Move::Thank => !attack,
        Move::Apologize => !conditional,
        _ => true,
    });
}

/// Empathy or an apology followed by "but" is cancelled by it; "at the same time" is not a contrast.
fn but_turn(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    // Without a word of contrast there is no turn, whatever the model thinks.
    let first = scene.clauses.first().map_or(0, |clause| clause.span.start);
    let turns = |span: Span| {
        scene.class_spans("but").any(|contrast| contrast.overlaps(span) && contrast.start > first)
    };
    candidates.retain(|c| c.mv != Move::ButTurn || turns(c.span));
    for contrast in scene.class_spans("but").collect::<Vec<_>>() {
        let Some((place, clause)) = scene.clause_at(contrast.start) else { continue };
        // Words before the contrast inside its own clause may only be a short lead-in.
        let lead = contrast.start.saturating_sub(clause.span.start);
        if lead > 12 {
            continue;
        }
        let earlier = place.checked_sub(1).and_then(|before| scene.clauses.get(before));
        let Some(earlier) = earlier.filter(|e| clause.sentence - e.sentence <= 1) else { continue };
        let kind = |c: &Candidate| {
            (c.mv.family() == Family::Empathy || matches!(c.mv, Move::Apologize | Move::TakeResponsibility))
                && c.span.overlaps(earlier.span)
        };
        if candidates.iter().any(kind) && !candidates.iter().any(|c| c.mv == Move::ButTurn) {
            candidates.push(Candidate {
                mv: Move::ButTurn,
                margin: 500,
                span: earlier.span.join(clause.span),
            });
        }
    }
}

/// Word classes that name something of a case.
const DETAILS: [&str; 6] = ["trouble", "thing_missing", "loss_time", "loss_body", "loss_plan", "dependants"];

/// "I understand" that names nothing of the case is hollow (curriculum section 3); with a detail it is not.
fn empathy_needs_a_case(scene: &Scene<'_>, specific: bool, candidates: &mut [Candidate]) {
    for candidate in candidates {
        let named = DETAILS.iter().any(|class| scene.has(class, candidate.span));
        let detail = specific || named || candidate.margin >= CLEAR;
        match candidate.mv {
            Move::EmpathizeSpecific if !detail => candidate.mv = Move::EmpathizeGeneric,
            Move::EmpathizeGeneric if scene.has("trouble", candidate.span) && specific => {
                candidate.mv = Move::EmpathizeSpecific;
            }
            _ => {}
        }
    }
}

/// Longest message that can be a brush-off, in characters of Han or in words.
const MINIMAL_HAN: usize = 6;
const MINIMAL_WORDS: usize = 4;

fn minimal_is_short(scene: &Scene<'_>, candidates: &mut Vec<Candidate>) {
    let text = scene.normal.text();
    let han = text.chars().filter(|c| is_han(*c)).count();
    let words = text.split_whitespace().count();
    let short = if han > 0 { han <= MINIMAL_HAN } else { words <= MINIMAL_WORDS };
    let other = candidates.iter().any(|c| c.mv != Move::Minimal && c.margin > 0);
    if !short || other {
        candidates.retain(|c| c.mv != Move::Minimal);
    }
}

/// Whether a message takes up words of what the customer said last: three characters of Han in a row, or a word of
/// five letters or more.
pub fn echoes(normal: &Normal, before: &str) -> bool {
    if before.is_empty() {
        return false;
    }
    let said = normalise(before);
    let (own, said) = (normal.text(), said.text());
    let said_words: Vec<&str> = long_words(said).collect();
    if !said_words.is_empty() && long_words(own).any(|word| said_words.contains(&word)) {
        return true;
    }
    let starts: Vec<(usize, char)> = said.char_indices().chain([(said.len(), ' ')]).collect();
    let runs = starts.windows(4).filter(|run| run.iter().take(3).all(|(_, c)| is_han(*c)));
    let mut threes = runs.filter_map(|run| said.get(run.first()?.0..run.last()?.0));
    threes.any(|three| own.contains(three))
}

fn long_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| w.len() >= 5)
}
