//! What one message alone would do to a plain upset customer: the machine interface `read`.

use crate::base::cause::{Cause, Circumstance, PerCause};
use crate::base::ending::Ending;
use crate::base::hash::ContentHash;
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::level::{Emotion, Level, POINT};
use crate::customer::appraise::Appraiser;
use crate::customer::causes::{Found, causes};
use crate::customer::memory::is_offence;
use crate::customer::state::{Anchor, Customer, Memory};
use crate::nlu::reader::Reader;
use crate::nlu::reading::Reading;
use crate::persona::model::{Grade, GradeRules, Persona, Style, Texts};
use crate::persona::rules::{Phase, Rules};

use super::content::Content;
use super::direction::Direction;

/// What one message alone says and does.
#[derive(Clone, Debug)]
pub struct Measured {
    /// What was understood.
    pub reading: Reading,
    /// -100 (as bad as can be) to 100 (as good as can be): relief of anger, anxiety and disappointment plus trust
    /// gained, in points, weighted as in the debrief.
    pub effect: i32,
    /// Which way it moves him.
    pub direction: Direction,
}

/// Most points of relief, good or bad, that moves add to a message's direction; and what it then takes to calm or to
/// escalate. Fitted on the development set (docs/understanding.md).
const MOVES_AT_MOST: i32 = 30;
const CALMING: i32 = 22;
const ESCALATING: i32 = -18;

/// Measures `said` as an answer to a plain customer who has just said `before`. `None` where nobody reads `lang`.
pub fn read(content: &Content, before: &str, said: &str, lang: Lang) -> Option<Measured> {
    let tongue = content.tongues.get(&lang)?;
    Some(measure(&content.rules, &tongue.reader, before, said))
}

/// Measures a message on a plain customer who has just said `before`.
pub fn measure(rules: &Rules, reader: &Reader, before: &str, said: &str) -> Measured {
    let reading = reader.read(said, None, before);
    let persona = plain(rules);
    let customer = upset(&persona, rules);
    let found = causes((&persona, &Texts::default()), &customer, &reading, 0);
    let (effect, direction) = weigh(rules, &persona, &customer, &found);
    Measured { reading, effect, direction }
}

fn weigh(rules: &Rules, persona: &Persona, customer: &Customer, found: &[Found]) -> (i32, Direction) {
    let hurt = is_offence(found);
    let appraiser = Appraiser { persona, rules, customer, tainted: hurt, canned: false, attentive: true };
    let relief = |tone: bool| -> i32 {
        let wanted = found.iter().filter(|f| counts(f) && is_tone(f.cause) == tone);
        wanted.map(|f| appraiser.appraise(*f).relief()).sum::<i32>() / POINT
    };
    let (moves, tone) = (relief(false), relief(true));
    // However many moves a message makes, they weigh no more than how it sounds.
    let lean = moves.clamp(-MOVES_AT_MOST, MOVES_AT_MOST) + tone;
    let direction = match lean {
        lean if lean >= CALMING => Direction::Calms,
        lean if lean <= ESCALATING => Direction::Escalates,
        _ => Direction::Neutral,
    };
    ((moves + tone).clamp(-100, 100), direction)
}

fn is_tone(cause: Cause) -> bool {
    matches!(cause, Cause::Circumstance(Circumstance::Warm | Circumstance::Cold))
}

/// What needs a longer conversation to be judged does not count on one message.
fn counts(found: &Found) -> bool {
    !matches!(found.cause, Cause::Circumstance(Circumstance::Stalling | Circumstance::Unrecognised))
}

fn plain(rules: &Rules) -> Persona {
    Persona {
        id: PersonaId::plain(),
        hash: ContentHash::of([]),
        home: Lang::EN,
        grade: Grade::Intermediate,
        industry: String::new(),
        emotion: Emotion::Anger,
        types: Vec::new(),
        patience: 14,
        step: 100 * POINT,
        heard_needed: 0,
        accept_trust: Level::points(40),
        start: rules.plain,
        temperament: rules.plain,
        sensitivity: PerCause::all(100),
        measure: GradeRules::default(),
        style: Style::default(),
        turned: None,
        endings: [(Emotion::Anger, Ending::HungUp)].into(),
        facts: Vec::new(),
        demands: Vec::new(),
        offers: Vec::new(),
        transitions: Vec::new(),
        texts: Default::default(),
    }
}

fn upset(persona: &Persona, rules: &Rules) -> Customer {
    let rungs = persona.start.map(|emotion, level| match emotion {
        Emotion::Trust => 0,
        other => rules.ladder(other).rung(0, level),
    });
    Customer {
        turn: 1,
        anchors: persona.start.map(|_, level| Anchor { level, turn: 1 }),
        rungs,
        state: rules.ladder(Emotion::Anger).state(rungs.anger).clone(),
        leading: Emotion::Anger,
        stay: 0,
        phase: Phase::Exploring,
        heard: 0,
        accepted: false,
        ended: None,
        memory: Memory::default(),
        dice: crate::base::dice::Dice::new(0),
    }
}
