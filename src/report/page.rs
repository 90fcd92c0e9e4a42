//! The full report as one page: its head, its order, its style.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::base::level::Emotion;
use crate::base::phrase::{DebriefPhrase, Phrase, ReportPhrase, Term, TermKind};
use crate::chart::figure::Palette;
use crate::chart::{svg, timeline};
use crate::debrief::FEW_TURNS;
use crate::debrief::sheet::Sheet;

use super::{Words, course, parts, talk};

const STYLE: &str = include_str!("style.css");

/// Nothing from anywhere, and no scripts: should a word of the trainee ever become markup, it still could do nothing.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// What a page says of itself.
pub(super) fn about(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="referrer" content="no-referrer";
            meta name="color-scheme" content="light dark";
            title { (title) }
            style { (PreEscaped(style())) }
        }
    }
}

/// The page.
pub fn page(sheet: &Sheet, render: &dyn Fn(&Phrase) -> String) -> String {
    let words = Words(render);
    let title = format!("{} · {}", words.say(ReportPhrase::Kind), sheet.title);
    let markup = html! {
        (DOCTYPE)
        html lang=(words.say(ReportPhrase::Language)) {
            (about(&title))
            body {
                main {
                    (head(sheet, words))
                    (contents(sheet, words))
                    (course_section(sheet, words))
                    @if praises(sheet) {
                        (parts::questions(sheet, words))
                        (parts::strengths(sheet, words))
                    }
                    (parts::improvements(sheet, words))
                    (parts::facts(sheet, words))
                    (parts::promises(sheet, words))
                    (parts::rubric(sheet, words))
                    (parts::methods(sheet, words))
                    (talk::talk(sheet, words))
                    footer { (words.say(ReportPhrase::Footer)) }
                }
            }
        }
    };
    markup.into_string()
}

/// Whether enough was said for praise, and for questions about it.
fn praises(sheet: &Sheet) -> bool {
    sheet.report.turns >= FEW_TURNS
}

/// Where to find what: on a phone the page is long.
fn contents(sheet: &Sheet, words: Words<'_>) -> Markup {
    let mut all =
        vec![ReportPhrase::Improvements, ReportPhrase::Rubric, ReportPhrase::Methods, ReportPhrase::Talk];
    if praises(sheet) {
        all.splice(0..0, [ReportPhrase::Questions, ReportPhrase::Strengths]);
    }
    html! { nav { @for one in all { a href={ "#" (one.id()) } { (words.say(one)) } " " } } }
}

/// Our own style, and the colours of both palettes.
fn style() -> String {
    let (light, dark) = (svg::variables(Palette::Light), svg::variables(Palette::Dark));
    // On paper the ground is white, whatever the screen was.
    format!(":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}{STYLE}")
}

fn head(sheet: &Sheet, words: Words<'_>) -> Markup {
    let (name, score) = (sheet.name.clone(), i64::from(sheet.report.score));
    let grade = Term::new(TermKind::Grade, sheet.grade.id());
    let (ending, meaning) = (Term::ending(sheet.report.outcome), Term::meaning(sheet.report.outcome));
    html! {
        header {
            p.kicker { (words.say(ReportPhrase::Kind)) }
            h1 { (sheet.title) }
            p.who { (words.say(ReportPhrase::Customer { name, grade })) }
            div.verdict {
                p.score aria-label=(words.say(ReportPhrase::Score { score })) {
                    span.number { (score) }
                    span.of { "/100" }
                }
                div {
                    p.ending { (words.say(ReportPhrase::Ending { ending })) }
                    p.meaning { (words.term(meaning)) }
                }
            }
            @if sheet.report.turns < FEW_TURNS {
                p.note { (words.say(DebriefPhrase::ScoreTooShort { score })) }
            }
        }
    }
}

fn course_section(sheet: &Sheet, words: Words<'_>) -> Markup {
    let heading = words.say(ReportPhrase::Course);
    html! {
        section {
            h2 { (heading) }
            @if sheet.talk.is_empty() {
                p.note { (words.say(DebriefPhrase::EvidenceEmpty)) }
            } @else {
                // The writer of SVG escapes by itself.
                div.figure { (PreEscaped(svg::svg(&timeline::figure(&course::course(sheet, words)), &heading))) }
            }
            @if !sheet.report.turning.is_empty() {
                h3 { (words.say(ReportPhrase::Turning)) }
                ol.moments {
                    @for point in &sheet.report.turning {
                        li {
                            (parts::quote(sheet, words, &point.quote))
                            p.moved { (change(words, point.emotion, point.from, point.to)) (shift(words, point)) }
                        }
                    }
                }
            }
        }
    }
}

fn change(words: Words<'_>, emotion: Emotion, from: i32, to: i32) -> String {
    let (emotion, from, to) = (Term::emotion(emotion), i64::from(from), i64::from(to));
    words.say(ReportPhrase::Change { emotion, from, to })
}

/// The states before and after, where they differ.
fn shift(words: Words<'_>, point: &crate::debrief::moment::TurningPoint) -> Markup {
    let state = |id: &crate::base::id::StateId| words.term(Term::new(TermKind::State, id.as_str()));
    html! {
        span.shift {
            @match &point.before {
                Some(before) if *before != point.after => { (state(before)) " → " (state(&point.after)) }
                _ => (state(&point.after)),
            }
        }
    }
}
