//! What a trainee gets to see, in order: the evidence, then (after her own answers) the verdict beside them.

use crate::base::mode::Mode;
use crate::base::phrase::debrief::{Better, DebriefPhrase, Words};
use crate::base::phrase::{Phrase, Term, TermKind};

use super::method::Checklist;
use super::moment::{Improvement, Issue, Strength, TurningPoint};
use super::record::Quote;
use super::reflect::is_blank;
use super::rubric::Part;
use super::score::{Limit, Line};
use super::timeline;
use super::{FEW_TURNS, PromiseNote, Report};

/// Rows of the timeline in one chat message.
const ROWS: usize = 24;
/// Characters of a quote in a list.
const QUOTE: usize = 60;
/// Characters of a text that a trainer or the trainee wrote at any length.
const PROSE: usize = 280;
/// Lines of a list.
const LIST: usize = 4;
/// Facts named as missed.
const FACTS: usize = 3;
/// Points that are worth naming as a cost.
const COST: i32 = 2;
/// Lines of the rubric that are named as having cost most.
const COSTS: usize = 2;

/// What happened, without a verdict: the timeline and the words at its turning points.
pub fn evidence(report: &Report) -> Vec<Phrase> {
    timeline_rows(report).into_iter().chain(moments(report)).collect()
}

/// The timeline in words, for where no picture can be shown.
pub fn timeline_rows(report: &Report) -> Vec<Phrase> {
    if report.timeline.is_empty() {
        return vec![DebriefPhrase::EvidenceEmpty.into()];
    }
    let digits = report.timeline.last().map_or(1, |row| row.turn.to_string().len());
    let chunks = report.timeline.chunks(ROWS).enumerate().map(|(place, rows)| {
        let rows = rows.iter().map(|row| timeline::phrase(row, digits).into()).collect();
        if place == 0 { DebriefPhrase::Timeline { rows } } else { DebriefPhrase::TimelineMore { rows } }
    });
    chunks.map(Phrase::from).collect()
}

/// The words at the turning points; `None` where there are none.
pub fn moments(report: &Report) -> Option<Phrase> {
    let items: Vec<Phrase> = report.turning.iter().map(|point| moment(point).into()).collect();
    (!items.is_empty()).then(|| DebriefPhrase::Moments { items }.into())
}

/// The engine's view of each of the three questions.
pub fn views(report: &Report) -> [Phrase; 3] {
    [view_strengths(report), view_improvements(report), share(report)].map(Phrase::from)
}

/// What lowered the score beside the lines of the rubric: hints, and the limit that the ending sets.
pub fn lowered(report: &Report) -> Vec<Phrase> {
    deductions(report).into_iter().map(Phrase::from).collect()
}

/// Whether the quotes behind a line show what was lost: they do in these two parts only, elsewhere what was earned.
pub fn shows_faults(part: Part) -> bool {
    matches!(part, Part::Language | Part::Composure)
}

fn moment(point: &TurningPoint) -> DebriefPhrase {
    let (turn, quote) = (i64::from(point.quote.turn), words(&point.quote));
    let (from, to, emotion) = (i64::from(point.from), i64::from(point.to), Term::emotion(point.emotion));
    let after = timeline::state(&point.after);
    match &point.before {
        Some(before) if *before != point.after => DebriefPhrase::MomentShift {
            turn,
            quote,
            emotion,
            from,
            to,
            before: timeline::state(before),
            after,
        },
        _ => DebriefPhrase::MomentStay { turn, quote, emotion, from, to, state: after },
    }
}

/// The engine's view beside her answers. `answers` as in a session: `None` not asked, `Some(None)` skipped.
pub fn verdict(report: &Report, answers: &[Option<Option<String>>; 3]) -> Vec<Phrase> {
    let [first, second, third] = answers;
    let mut all = vec![score(report)];
    if report.turns >= FEW_TURNS {
        all.push(reflection(1, first, view_strengths(report)));
        all.extend(strengths(&report.strengths));
        all.push(reflection(2, second, view_improvements(report)));
    }
    all.extend(report.improvements.iter().zip(1..).map(|(one, number)| improvement(one, number)));
    if report.turns >= FEW_TURNS {
        all.extend(facts(report));
        all.extend(promises(&report.promises));
        all.extend(methods(&report.methods));
        all.push(reflection(3, third, share(report)));
    }
    all.into_iter().map(Phrase::from).collect()
}

fn score(report: &Report) -> DebriefPhrase {
    let score = i64::from(report.score);
    if report.turns < FEW_TURNS {
        return DebriefPhrase::ScoreTooShort { score };
    }
    let parts = Part::ALL.into_iter().map(|part| DebriefPhrase::ScorePart {
        part: Term::new(TermKind::Rubric, part.id()),
        earned: i64::from(report.rubric.part(part)),
        possible: i64::from(part.points()),
    });
    let lines = kind(report).into_iter().chain(parts);
    let lines = lines.chain(costs(&report.rubric.lines)).chain(deductions(report));
    let lines = lines.map(Phrase::from).collect();
    DebriefPhrase::Score { score, ending: Term::ending(report.outcome), lines }
}

/// What kind of run it was, where it was no fresh practice: such scores are not to be compared with those.
fn kind(report: &Report) -> Option<DebriefPhrase> {
    match (report.rewound, report.mode) {
        (Some(message), _) => Some(DebriefPhrase::ScoreBranch { message: i64::from(message) }),
        (None, Mode::Exam) => Some(DebriefPhrase::ScoreExam),
        (None, Mode::Practice) => None,
    }
}

/// The lines that cost most. The outcome is left out: it is the sum of everything else, and stands in the headline.
fn costs(lines: &[Line]) -> Vec<DebriefPhrase> {
    let lost = |line: &Line| line.item.points - line.earned;
    let mut worst: Vec<&Line> =
        lines.iter().filter(|line| lost(line) >= COST && line.item.part != Part::Outcome).collect();
    worst.sort_by_key(|line| std::cmp::Reverse(lost(line)));
    worst.into_iter().take(COSTS).map(cost).collect()
}

fn cost(line: &Line) -> DebriefPhrase {
    let item = Term::new(TermKind::Rubric, line.item.id);
    let lost = i64::from(line.item.points - line.earned);
    match line.quotes.first().filter(|_| shows_faults(line.item.part)) {
        Some(quote) => {
            let turn = i64::from(quote.turn);
            DebriefPhrase::ScoreCostQuoted { item, lost, turn, quote: words(quote) }
        }
        None => DebriefPhrase::ScoreCost { item, lost },
    }
}

fn deductions(report: &Report) -> Vec<DebriefPhrase> {
    let lost = i64::from(report.rubric.hints);
    let hints = (lost > 0).then_some(DebriefPhrase::ScoreHints { hints: i64::from(report.hints), lost });
    let cap = match report.rubric.limit {
        Some((Limit::Ending(ending), limit)) => {
            Some(DebriefPhrase::ScoreCap { ending: Term::ending(ending), limit: i64::from(limit) })
        }
        Some((Limit::FewTurns, _)) | None => None,
    };
    hints.into_iter().chain(cap).collect()
}

fn reflection(question: u8, answer: &Option<Option<String>>, view: DebriefPhrase) -> DebriefPhrase {
    let (question, view) = (Term::new(TermKind::Question, question.to_string()), Box::new(view.into()));
    let answer = match answer {
        None => return DebriefPhrase::ReflectionUnasked { question, view },
        Some(None) => DebriefPhrase::Skipped,
        Some(Some(text)) if is_blank(text) => DebriefPhrase::AnsweredBlank { answer: clip(text, QUOTE) },
        Some(Some(text)) => DebriefPhrase::Answered { answer: clip(text, PROSE) },
    };
    DebriefPhrase::Reflection { question, answer: Box::new(answer.into()), view }
}

fn view_strengths(report: &Report) -> DebriefPhrase {
    match report.strengths.len() {
        0 => DebriefPhrase::ViewNoStrengths,
        count => DebriefPhrase::ViewStrengths { count: count as i64 },
    }
}

fn view_improvements(report: &Report) -> DebriefPhrase {
    match report.improvements.len() {
        0 => DebriefPhrase::ViewNoImprovements,
        count => DebriefPhrase::ViewImprovements { count: count as i64 },
    }
}

fn strengths(all: &[Strength]) -> Option<DebriefPhrase> {
    let item = |one: &Strength| DebriefPhrase::Strength {
        turn: i64::from(one.quote.turn),
        quote: words(&one.quote),
        name: Term::cause(one.cause),
        why: Term::new(TermKind::Why, one.cause.id()),
    };
    let items: Vec<Phrase> = all.iter().map(item).map(Phrase::from).collect();
    (!items.is_empty()).then_some(DebriefPhrase::Strengths { items })
}

fn improvement(one: &Improvement, number: i64) -> DebriefPhrase {
    let name = issue_name(one.issue);
    let why = Term::new(TermKind::Why, one.issue.why());
    match (&one.quote, one.better.as_ref().map(model)) {
        (Some(quote), Some(better)) => {
            let (turn, quote) = (i64::from(quote.turn), words(quote));
            DebriefPhrase::Improvement { number, turn, quote, name, why, better }
        }
        (Some(quote), None) => {
            let (turn, quote) = (i64::from(quote.turn), words(quote));
            DebriefPhrase::ImprovementBare { number, turn, quote, name, why }
        }
        (None, Some(better)) => DebriefPhrase::Gap { number, name, why, better },
        (None, None) => DebriefPhrase::GapBare { number, name, why },
    }
}

fn facts(report: &Report) -> Option<DebriefPhrase> {
    let item = |one: &super::MissedFact| DebriefPhrase::Fact {
        about: clip(&one.about, QUOTE),
        question: clip(&one.question, PROSE / 2),
    };
    // The one that is an improvement already stands there with its question.
    let asked = |one: &&super::MissedFact| {
        let same = |better: &Better| *better == Better::Own(one.question.clone());
        report.improvements.iter().any(|i| i.better.as_ref().is_some_and(same))
    };
    let missed = report.missed.iter().filter(|one| !asked(one)).take(FACTS);
    let items: Vec<Phrase> = missed.map(item).map(Phrase::from).collect();
    (!items.is_empty()).then_some(DebriefPhrase::Facts { items })
}

fn promises(all: &[PromiseNote]) -> Option<DebriefPhrase> {
    let items: Vec<Phrase> = all.iter().take(LIST).map(promise).map(Phrase::from).collect();
    (!items.is_empty()).then_some(DebriefPhrase::Promises { items })
}

fn promise(note: &PromiseNote) -> DebriefPhrase {
    let (turn, quote) = (i64::from(note.quote.turn), words(&note.quote));
    match &note.by_when {
        _ if note.broken => DebriefPhrase::PromiseBroken { turn, quote },
        _ if note.beyond => DebriefPhrase::PromiseBeyond { turn, quote },
        None => DebriefPhrase::PromiseVague { turn, quote },
        Some(by_when) => DebriefPhrase::PromiseTimed { turn, quote, by_when: clip(by_when, QUOTE) },
    }
}

fn methods(all: &[Checklist]) -> Option<DebriefPhrase> {
    let items: Vec<Phrase> = all.iter().filter(|list| list.applied).map(method).map(Phrase::from).collect();
    (!items.is_empty()).then_some(DebriefPhrase::Methods { items })
}

fn method(list: &Checklist) -> DebriefPhrase {
    let (done, total) = (list.done() as i64, list.steps.len() as i64);
    let method = Term::new(TermKind::Method, list.method);
    match list.next() {
        None => DebriefPhrase::MethodWhole { method, total },
        Some(step) => {
            DebriefPhrase::MethodNext { method, done, total, step: Term::new(TermKind::Step, step.id) }
        }
    }
}

/// One concrete thing for the team: a sentence that worked, else one worth talking about.
fn share(report: &Report) -> DebriefPhrase {
    if let Some(best) = report.strengths.first() {
        let turn = i64::from(best.quote.turn);
        return DebriefPhrase::ShareScript { turn, quote: whole(&best.quote), name: Term::cause(best.cause) };
    }
    let quoted = report.improvements.iter().find_map(|one| Some((one, one.quote.as_ref()?)));
    let Some((one, quote)) = quoted else { return DebriefPhrase::ShareNothing };
    let (turn, quote, name) = (i64::from(quote.turn), words(quote), issue_name(one.issue));
    match one.better.as_ref().map(model) {
        Some(better) => DebriefPhrase::ShareCase { turn, quote, name, better },
        None => DebriefPhrase::ShareCaseBare { turn, quote, name },
    }
}

/// What an improvement is about, in a word.
pub fn issue_name(issue: Issue) -> Term {
    match issue {
        Issue::Done(cause) => Term::cause(cause),
        Issue::Missing(gap) => Term::new(TermKind::Gap, gap.id()),
    }
}

fn model(better: &Better) -> Better {
    match better {
        Better::Own(sentence) => Better::Own(clip(sentence, PROSE)),
        Better::General(mv) => Better::General(*mv),
    }
}

fn words(quote: &Quote) -> Words {
    quote.shown(QUOTE)
}

fn whole(quote: &Quote) -> Words {
    quote.shown(usize::MAX)
}

/// At most `characters` of a text, on one line.
pub(super) fn clip(text: &str, characters: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(characters).collect();
    if short.len() < line.len() { format!("{}…", short.trim_end()) } else { short }
}
