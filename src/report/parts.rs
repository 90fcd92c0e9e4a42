//! The sections of the report between its picture and the conversation.

use maud::{Markup, html};

use crate::base::phrase::debrief::Better;
use crate::base::phrase::{DebriefPhrase, ReportPhrase, Term, TermKind};
use crate::debrief::method::{Checklist, Step};
use crate::debrief::moment::Improvement;
use crate::debrief::record::Quote;
use crate::debrief::rubric::Part;
use crate::debrief::score::Line;
use crate::debrief::sheet::Sheet;
use crate::debrief::{PromiseNote, present};

use super::Words;

/// A quote with the message it is from, which it leads to.
pub(super) fn quote(sheet: &Sheet, words: Words<'_>, quote: &Quote) -> Markup {
    let turn = words.say(ReportPhrase::Turn { turn: i64::from(quote.turn) });
    let lang = sheet.spoken.tag();
    html! {
        blockquote {
            a href={ "#m" (quote.turn) } { (turn) }
            @if quote.words.is_empty() {
                span.none { (words.say(DebriefPhrase::NoWords)) }
            } @else {
                q lang=(lang) dir="auto" { (quote.short(usize::MAX)) }
            }
        }
    }
}

fn section(words: Words<'_>, heading: ReportPhrase, body: Markup) -> Markup {
    html! { section #(heading.id()) { h2 { (words.say(heading)) } (body) } }
}

fn nothing(words: Words<'_>) -> Markup {
    html! { p.none { (words.say(ReportPhrase::Nothing)) } }
}

/// Part by part, line by line, with the words behind each.
pub(super) fn rubric(sheet: &Sheet, words: Words<'_>) -> Markup {
    let score = &sheet.report.rubric;
    let body = html! {
        @for part in Part::ALL {
            @let lines: Vec<&Line> = score.lines.iter().filter(|line| line.item.part == part).collect();
            details.part open {
                summary {
                    span.name { (words.term(Term::new(TermKind::Rubric, part.id()))) }
                    (points(words, score.part(part), part.points()))
                    (bar(score.part(part), part.points()))
                }
                @for line in lines { (line_of(sheet, words, line)) }
            }
        }
        @for phrase in present::lowered(&sheet.report) { p.note { (words.say(phrase)) } }
    };
    section(words, ReportPhrase::Rubric, body)
}

fn line_of(sheet: &Sheet, words: Words<'_>, line: &Line) -> Markup {
    let label = match line.item.part {
        Part::Outcome => ReportPhrase::Last,
        part if present::shows_faults(part) => ReportPhrase::Lost,
        _ => ReportPhrase::Earned,
    };
    // The same words may have earned a point by two moves.
    let mut quotes: Vec<&Quote> = Vec::new();
    for one in &line.quotes {
        if !quotes.contains(&one) {
            quotes.push(one);
        }
    }
    html! {
        div.line.full[line.earned == line.item.points].zero[line.earned == 0] {
            p.head {
                span.name { (words.term(Term::new(TermKind::Rubric, line.item.id))) }
                (points(words, line.earned, line.item.points))
            }
            @if !quotes.is_empty() {
                p.label { (words.say(label)) }
                @for one in quotes { (quote(sheet, words, one)) }
            }
        }
    }
}

fn points(words: Words<'_>, earned: i32, possible: i32) -> Markup {
    let (earned, possible) = (i64::from(earned), i64::from(possible));
    html! { span.points { (words.say(ReportPhrase::Points { earned, possible })) } }
}

/// A part of a whole as a bar.
pub(super) fn bar(part: i32, whole: i32) -> Markup {
    let percent = part.saturating_mul(100).checked_div(whole).unwrap_or(0).clamp(0, 100);
    html! { span.bar aria-hidden="true" { span style={ "width:" (percent) "%" } {} } }
}

/// What did him good.
pub(super) fn strengths(sheet: &Sheet, words: Words<'_>) -> Markup {
    let all = &sheet.report.strengths;
    let body = html! {
        @if all.is_empty() { (nothing(words)) }
        @for one in all {
            article.card.good {
                h3 { (words.term(Term::cause(one.cause))) }
                (quote(sheet, words, &one.quote))
                p { (words.term(Term::new(TermKind::Why, one.cause.id()))) }
            }
        }
    };
    section(words, ReportPhrase::Strengths, body)
}

/// What to change, with why and what to say instead.
pub(super) fn improvements(sheet: &Sheet, words: Words<'_>) -> Markup {
    let all = &sheet.report.improvements;
    let body = html! {
        @if all.is_empty() { (nothing(words)) }
        @for one in all { (improvement(sheet, words, one)) }
    };
    section(words, ReportPhrase::Improvements, body)
}

fn improvement(sheet: &Sheet, words: Words<'_>, one: &Improvement) -> Markup {
    let label = if one.quote.is_some() { ReportPhrase::Instead } else { ReportPhrase::Say };
    let better = one.better.as_ref().map(|better| match better {
        Better::Own(sentence) => sentence.clone(),
        Better::General(mv) => words.term(Term::new(TermKind::Better, mv.id())),
    });
    html! {
        article.card.change {
            h3 { (words.term(present::issue_name(one.issue))) }
            @if let Some(words_said) = &one.quote { (quote(sheet, words, words_said)) }
            p { (words.term(Term::new(TermKind::Why, one.issue.why()))) }
            @if let Some(better) = better { (model(words.say(label), &better)) }
        }
    }
}

/// Words to put in place of others.
fn model(label: String, sentence: &str) -> Markup {
    html! { div.model { p.label { (label) } p { (sentence) } } }
}

/// What he never got to tell; nothing where he told everything.
pub(super) fn facts(sheet: &Sheet, words: Words<'_>) -> Markup {
    let all = &sheet.report.missed;
    if all.is_empty() {
        return Markup::default();
    }
    let body = html! {
        @for one in all {
            article.card {
                h3 { (one.about) }
                @if !one.question.is_empty() { (model(words.say(ReportPhrase::Ask), &one.question)) }
            }
        }
    };
    section(words, ReportPhrase::Facts, body)
}

/// The promises; nothing where none was made.
pub(super) fn promises(sheet: &Sheet, words: Words<'_>) -> Markup {
    let all = &sheet.report.promises;
    if all.is_empty() {
        return Markup::default();
    }
    let body = html! {
        @for one in all {
            article.card.good[is_sound(one)].change[!is_sound(one)] {
                (quote(sheet, words, &one.quote))
                p { (words.say(promise(one))) }
            }
        }
    };
    section(words, ReportPhrase::Promises, body)
}

fn is_sound(note: &PromiseNote) -> bool {
    note.by_when.is_some() && !note.broken && !note.beyond
}

fn promise(note: &PromiseNote) -> ReportPhrase {
    match &note.by_when {
        _ if note.broken => ReportPhrase::Broken,
        _ if note.beyond => ReportPhrase::Beyond,
        None => ReportPhrase::Vague,
        Some(by_when) => ReportPhrase::Timed { by_when: by_when.clone() },
    }
}

/// The methods as checklists: those the conversation called for, then the names of the others.
pub(super) fn methods(sheet: &Sheet, words: Words<'_>) -> Markup {
    let name = |list: &Checklist| words.term(Term::new(TermKind::Method, list.method));
    let (applied, others): (Vec<&Checklist>, Vec<&Checklist>) =
        sheet.report.methods.iter().partition(|list| list.applied);
    let body = html! {
        @for list in applied {
            article.card {
                h3 {
                    (name(list)) " "
                    (points(words, i32::try_from(list.done()).unwrap_or(0), i32::try_from(list.steps.len()).unwrap_or(0)))
                }
                ul.steps { @for one in &list.steps { (step(sheet, words, one)) } }
            }
        }
        @for list in others {
            p.none { (name(list)) " – " (words.say(ReportPhrase::NotCalledFor)) }
        }
    };
    section(words, ReportPhrase::Methods, body)
}

fn step(sheet: &Sheet, words: Words<'_>, one: &Step) -> Markup {
    let (sign, said) = if one.done { ("✓", ReportPhrase::Done) } else { ("○", ReportPhrase::Missing) };
    html! {
        li.done[one.done] {
            span.sign aria-hidden="true" { (sign) }
            div {
                p {
                    span.name { (words.term(Term::new(TermKind::Step, one.id))) }
                    span.label { (words.say(said)) }
                }
                @if let Some(one) = &one.quote { (quote(sheet, words, one)) }
            }
        }
    }
}

/// Her answers to the three questions, each beside what the record shows.
pub(super) fn questions(sheet: &Sheet, words: Words<'_>) -> Markup {
    let views = present::views(&sheet.report);
    let body = html! {
        @for ((answer, view), number) in sheet.report.reflections.iter().zip(views).zip(1_u8..) {
            article.card {
                h3 { (words.term(Term::new(TermKind::Question, number.to_string()))) }
                div.beside {
                    div {
                        p.label { (words.say(ReportPhrase::Yours)) }
                        @match answer {
                            Some(Some(text)) => p.own dir="auto" { (text) },
                            Some(None) | None => p.none { (words.say(DebriefPhrase::Skipped)) },
                        }
                    }
                    div {
                        p.label { (words.say(ReportPhrase::View)) }
                        p.own { (words.say(view)) }
                    }
                }
            }
        }
    };
    section(words, ReportPhrase::Questions, body)
}
