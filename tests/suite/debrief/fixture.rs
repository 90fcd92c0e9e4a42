//! A small stage: a customer without heating, and a builder of turns as the customer model would record them.

use std::collections::BTreeMap;

use xiaoqi::base::cause::{Cause, Circumstance, PerCause};
use xiaoqi::base::dice::Dice;
use xiaoqi::base::ending::Ending;
use xiaoqi::base::hash::ContentHash;
use xiaoqi::base::id::{DemandId, FactId, OfferId, PersonaId, StateId};
use xiaoqi::base::lang::Lang;
use xiaoqi::base::level::{Emotion, Level, POINT, PerEmotion};
use xiaoqi::base::mode::Mode;
use xiaoqi::base::moves::Move;
use xiaoqi::base::span::Span;
use xiaoqi::base::time::Moment;
use xiaoqi::customer::state::{Anchor, Customer, Memory, Promise};
use xiaoqi::customer::trace::{Appraisal, Turn};
use xiaoqi::debrief::sheet::{Exchange, Sheet};
use xiaoqi::debrief::{Report, assess};
use xiaoqi::nlu::reading::{MoveHit, Reading};
use xiaoqi::persona::lines::Lines;
use xiaoqi::persona::model::{
    Authority, Briefing, Demand, DemandTexts, Fact, FactTexts, Grade, Offer, OfferKind, OfferTexts, Persona,
    Texts,
};
use xiaoqi::persona::rules::Phase;
use xiaoqi::session::event::Started;
use xiaoqi::session::fold::Session;

pub const BABY_QUESTION: &str = "家里有老人或者小孩吗？";
pub const NAME_IT: &str = "三天没暖气，您又冷又气，这口气换谁都咽不下。";
pub const SPECIFIC: &str = "零下八度，家里十四度，还要一遍遍打电话，太难熬了。";

pub fn persona() -> Persona {
    let level = |points| Level::points(points);
    let start =
        PerEmotion { anger: level(72), anxiety: level(58), disappointment: level(40), trust: level(30) };
    let fact =
        |id: &str, hidden| Fact { id: FactId::parse(id).unwrap(), opening: false, hidden, trust: level(30) };
    let offer = |id: &str, authority, meets| Offer {
        id: OfferId::parse(id).unwrap(),
        authority,
        kind: OfferKind::Solution,
        meets,
        max_money: None,
    };
    Persona {
        id: PersonaId::parse("heating").unwrap(),
        hash: ContentHash::of([]),
        home: Lang::ZH_HANS,
        grade: Grade::Intermediate,
        industry: "property".to_owned(),
        emotion: Emotion::Anger,
        types: vec![("emotional".to_owned(), 100)],
        patience: 14,
        step: 14 * POINT,
        heard_needed: 30 * POINT,
        accept_trust: level(40),
        start,
        temperament: start,
        sensitivity: PerCause::all(100),
        measure: Default::default(),
        style: Default::default(),
        turned: None,
        endings: BTreeMap::new(),
        facts: vec![fact("since_when", false), fact("baby", true), fact("valve", true)],
        demands: vec![Demand { id: DemandId::parse("warm").unwrap(), weight: 100 }],
        offers: vec![
            offer("technician", Authority::Free, vec![(0, 90)]),
            offer("free_year", Authority::Beyond, vec![(0, 100)]),
        ],
        transitions: Vec::new(),
        texts: BTreeMap::new(),
    }
}

pub fn texts() -> Texts {
    let fact = |about: &str, question: &str| FactTexts {
        about: about.to_owned(),
        question: question.to_owned(),
        ..FactTexts::default()
    };
    let better = [
        (Move::NameEmotion, NAME_IT),
        (Move::EmpathizeSpecific, SPECIFIC),
        (Move::Apologize, "报修三次都没人上门，这是我们的错，对不起。"),
        (Move::CommitSpecific, "李师傅今天下午四点前到，我五点给您回电话。"),
    ];
    Texts {
        details: Vec::new(),
        title: "三天没暖气".to_owned(),
        name: "周女士".to_owned(),
        summary: String::new(),
        issue: "暖气".to_owned(),
        words: Vec::new(),
        opening: vec![vec!["你们管不管了？".to_owned()]],
        briefing: Briefing::default(),
        facts: vec![
            fact("从哪天开始不热", "从哪天开始不热的？"),
            fact("家里有婴儿", BABY_QUESTION),
            fact("阀门", "入户阀门是开着的吗？"),
        ],
        demands: vec![DemandTexts { name: "今晚能暖".to_owned(), ..DemandTexts::default() }],
        offers: vec![
            OfferTexts { example: "师傅今天下午上门。".to_owned(), ..OfferTexts::default() },
            OfferTexts::default(),
        ],
        better: better.into_iter().map(|(mv, text)| (mv, text.to_owned())).collect(),
        lines: Lines::default(),
    }
}

/// One message and what it did.
#[derive(Clone, Debug)]
pub struct Act {
    said: String,
    does: Vec<(Cause, Option<Span>, i32)>,
    told: Vec<usize>,
    offers: Vec<usize>,
    beyond: Vec<usize>,
    solved: i32,
    promise: Option<(Option<String>, bool, bool)>,
}

pub fn act(said: &str) -> Act {
    Act {
        said: said.to_owned(),
        does: Vec::new(),
        told: Vec::new(),
        offers: Vec::new(),
        beyond: Vec::new(),
        solved: 0,
        promise: None,
    }
}

impl Act {
    /// A move shown by `quote`, worth `points` of relief.
    pub fn mv(self, mv: Move, quote: &str, points: i32) -> Act {
        let start = self.said.find(quote).unwrap();
        self.span(Cause::Move(mv), Some(Span::new(start, start + quote.len())), points)
    }

    pub fn circumstance(self, one: Circumstance, points: i32) -> Act {
        self.span(Cause::Circumstance(one), None, points)
    }

    pub fn span(mut self, cause: Cause, span: Option<Span>, points: i32) -> Act {
        self.does.push((cause, span, points));
        self
    }

    pub fn told(mut self, facts: &[usize]) -> Act {
        self.told.extend(facts);
        self
    }

    pub fn offer(mut self, offer: usize, solved: i32) -> Act {
        self.offers.push(offer);
        self.solved = solved;
        self
    }

    pub fn beyond(mut self, offer: usize) -> Act {
        self.beyond.push(offer);
        self
    }

    pub fn promise(mut self, by_when: Option<&str>, beyond: bool, broken: bool) -> Act {
        self.promise = Some((by_when.map(str::to_owned), beyond, broken));
        self
    }
}

fn state(levels: PerEmotion<Level>) -> (StateId, u8) {
    let rungs = [(68, "furious", 3), (43, "angry", 2), (20, "annoyed", 1)];
    let rung = rungs.into_iter().find(|(floor, ..)| levels.anger.whole() >= *floor);
    let (_, name, heat) = rung.unwrap_or((0, "calm", 0));
    (StateId::parse(name).unwrap(), heat)
}

/// The change that `points` of relief make, shared out over the four levels.
fn change(points: i32) -> PerEmotion<i32> {
    let raw = points * POINT;
    let trust = raw - raw * 5 / 10 - raw * 2 / 10 - raw * 2 / 10;
    PerEmotion { anger: -raw * 5 / 10, anxiety: -raw * 2 / 10, disappointment: -raw * 2 / 10, trust }
}

fn reading(act: &Act) -> Reading {
    let moves = act.does.iter().filter_map(|(cause, span, _)| match cause {
        Cause::Move(mv) => Some(MoveHit { mv: *mv, confidence: 900, span: (*span)? }),
        Cause::Circumstance(_) => None,
    });
    Reading {
        reports_done: false,
        setbacks: Vec::new(),
        lang: Lang::ZH_HANS,
        moves: moves.collect(),
        tone: Default::default(),
        slots: Vec::new(),
        questions: Vec::new(),
        offers: Vec::new(),
        demands: Vec::new(),
        who: None,
        trainee: None,
        postpones: false,
        specific: false,
        characters: act.said.chars().count() as u32,
        empty: false,
        foreign: false,
        robot: false,
        small_talk: false,
        gibberish: false,
        prints: Vec::new(),
    }
}

fn turn(act: &Act, number: u16, before: PerEmotion<Level>, solved: i32, ended: Option<Ending>) -> Turn {
    let appraisals: Vec<Appraisal> = act
        .does
        .iter()
        .map(|(cause, span, points)| Appraisal {
            cause: *cause,
            span: *span,
            factors: Vec::new(),
            change: change(*points),
            heard: 0,
        })
        .collect();
    let sum = |e: Emotion| appraisals.iter().map(|a| a.change.get(e)).sum::<i32>();
    let after = before.map(|e, level| level.moved(sum(e)));
    let (state, heat) = state(after);
    Turn {
        number,
        said: act.said.clone(),
        reading: reading(act),
        before,
        after,
        heard: 0,
        state,
        heat,
        phase: Phase::Venting,
        solved,
        appraisals,
        shifts: Vec::new(),
        told: act.told.clone(),
        offers: act.offers.clone(),
        beyond: act.beyond.clone(),
        accepted: false,
        rule: None,
        ended,
        lines: Vec::new(),
        reply: vec!["嗯。".to_owned()],
    }
}

/// The session that these messages make.
pub fn session(acts: &[Act], ended: Option<Ending>) -> Session {
    let persona = persona();
    let mut turns: Vec<Turn> = Vec::new();
    let mut promises = Vec::new();
    let mut solved = 0;
    for (act, number) in acts.iter().zip(1u16..) {
        let before = turns.last().map_or(persona.start, |t| t.after);
        solved = solved.max(act.solved);
        let last = usize::from(number) == acts.len();
        turns.push(turn(act, number, before, solved, ended.filter(|_| last)));
        promises.extend(act.promise.clone().map(|(by_when, beyond, broken)| Promise {
            turn: number,
            by_when,
            due: None,
            who: None,
            beyond,
            broken,
        }));
    }
    let customer = Customer {
        turn: turns.len() as u16,
        anchors: persona.start.map(|_, level| Anchor { level, turn: 0 }),
        rungs: PerEmotion::default(),
        state: state(persona.start).0,
        leading: Emotion::Anger,
        stay: 0,
        phase: Phase::Venting,
        heard: 0,
        accepted: false,
        ended,
        memory: Memory { promises, ..Memory::default() },
        dice: Dice::new(1),
    };
    let start = Started {
        persona: persona.id,
        lang: Lang::ZH_HANS,
        seed: 1,
        persona_hash: ContentHash::of([]),
        locale_hash: ContentHash::of([]),
        engine: 1,
        at: Moment(0),
        mode: Mode::Practice,
        branch: None,
        limit: None,
    };
    Session {
        start,
        opening: vec!["你们管不管了？".to_owned()],
        times: turns.iter().map(|turn: &Turn| Moment(60_000 * i64::from(turn.number))).collect(),
        turns,
        customer,
        heard_at: Moment(0),
        farewell: Vec::new(),
        ended,
        chain: ContentHash::of([]),
        hints: 0,
        hinted: Vec::new(),
        answers: [None, None, None],
        debriefed: false,
        care: xiaoqi::session::care::Care::default(),
    }
}

pub fn report(acts: &[Act], ended: Option<Ending>) -> Report {
    assess(&persona(), &texts(), &session(acts, ended))
}

/// The sheet of a conversation as the courses would have it.
pub fn sheet() -> Sheet {
    let session = session(&excellent(), Some(Ending::Satisfied));
    let exchange = |turn: &Turn| Exchange {
        number: turn.number,
        said: turn.said.clone(),
        reply: turn.reply.clone(),
        levels: turn.after,
        state: turn.state.clone(),
        relief: turn.relief(),
    };
    Sheet {
        title: "三天没暖气".to_owned(),
        name: "周女士".to_owned(),
        grade: Grade::Advanced,
        spoken: Lang::ZH_HANS,
        report: assess(&persona(), &texts(), &session),
        opening: session.opening.clone(),
        talk: session.turns.iter().map(exchange).collect(),
        farewell: Vec::new(),
    }
}

/// A conversation as the courses would have it.
pub fn excellent() -> Vec<Act> {
    vec![
        act("周女士，零下八度家里才十四度，您又急又气，换谁都会这样。")
            .mv(Move::EmpathizeSpecific, "零下八度家里才十四度", 12)
            .mv(Move::NameEmotion, "您又急又气", 9)
            .mv(Move::Validate, "换谁都会这样", 6),
        act("报修三次没人来，是我们的错，对不起。这件事我跟到底。").mv(Move::Apologize, "对不起", 14).mv(
            Move::TakeResponsibility,
            "这件事我跟到底",
            10,
        ),
        act("请问家里有老人或者小孩吗？阀门看过吗？")
            .mv(Move::OpenQuestion, "请问家里有老人或者小孩吗？", 4)
            .told(&[1, 2]),
        act("查到了，是主管道过滤网堵了。李师傅今天下午四点前上门，我五点给您回电话。")
            .mv(Move::ExplainCause, "是主管道过滤网堵了", 8)
            .mv(Move::CommitSpecific, "李师傅今天下午四点前上门", 16)
            .mv(Move::FollowUp, "我五点给您回电话", 8)
            .offer(0, 90)
            .promise(Some("今天下午四点前"), false, false),
        act("以后供暖前我们会先清一遍滤网。这样安排您看行吗？")
            .mv(Move::PreventRecurrence, "以后供暖前我们会先清一遍滤网", 10)
            .mv(Move::CheckSatisfaction, "这样安排您看行吗？", 6),
    ]
}

/// Polite and vague.
pub fn mediocre() -> Vec<Act> {
    vec![
        act("您好，我理解您的心情。").mv(Move::EmpathizeGeneric, "我理解您的心情", 2),
        act("我们会安排师傅上门的。")
            .mv(Move::OfferSolution, "我们会安排师傅上门的", -3)
            .circumstance(Circumstance::TooEarly, -4)
            .offer(0, 60),
        act("抱歉让您久等了，我们会尽快处理。")
            .mv(Move::Apologize, "抱歉让您久等了", 8)
            .mv(Move::CommitVague, "我们会尽快处理", -5)
            .promise(None, false, false),
        act("师傅明天上午到。").mv(Move::CommitSpecific, "师傅明天上午到", 9).promise(
            Some("明天上午"),
            false,
            false,
        ),
    ]
}

/// One fault after the other.
pub fn hostile() -> Vec<Act> {
    vec![
        act("您先冷静一下行不行。").mv(Move::Dismiss, "您先冷静一下", -12),
        act("这不归我们管，找厂家去。").mv(Move::Deflect, "这不归我们管", -14),
        act("你自己不会看说明书吗？").mv(Move::BlameCustomer, "你自己不会看说明书吗？", -13),
        act("你有病吧。").mv(Move::Insult, "你有病吧", -25),
    ]
}
