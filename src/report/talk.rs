//! The whole conversation, with the levels after every message.

use maud::{Markup, html};

use crate::base::level::Emotion;
use crate::base::phrase::{DebriefPhrase, ReportPhrase, Term, TermKind};
use crate::debrief::sheet::{Exchange, Sheet};
use crate::debrief::timeline::trend;

use super::Words;

/// The section.
pub(super) fn talk(sheet: &Sheet, words: Words<'_>) -> Markup {
    let marked = |number: u16| sheet.report.turning.iter().any(|point| point.quote.turn == number);
    html! {
        section.talk #(ReportPhrase::Talk.id()) {
            h2 { (words.say(ReportPhrase::Talk)) }
            (bubbles(sheet, &sheet.opening))
            @for one in &sheet.talk {
                div.exchange #{ "m" (one.number) } {
                    div.mine {
                        p.label {
                            span.number.marked[marked(one.number)] { (one.number) }
                            (words.say(ReportPhrase::You))
                        }
                        @if one.said.trim().is_empty() {
                            p.bubble.none { (words.say(DebriefPhrase::NoWords)) }
                        } @else {
                            p.bubble lang=(sheet.spoken.tag()) dir="auto" { (one.said) }
                        }
                    }
                    (bubbles(sheet, &one.reply))
                    (levels(words, one))
                }
            }
            (bubbles(sheet, &sheet.farewell))
        }
    }
}

fn bubbles(sheet: &Sheet, all: &[String]) -> Markup {
    html! {
        @if !all.is_empty() {
            div.his {
                p.label { (sheet.name) }
                @for bubble in all { p.bubble lang=(sheet.spoken.tag()) dir="auto" { (bubble) } }
            }
        }
    }
}

fn levels(words: Words<'_>, one: &Exchange) -> Markup {
    let state = words.term(Term::new(TermKind::State, one.state.as_str()));
    html! {
        div.levels {
            p.state { (trend(one.relief)) " " (state) }
            ul {
                @for emotion in Emotion::ALL {
                    @let level = one.levels.get(emotion).whole();
                    li class=(emotion.id()) {
                        span.name { (words.term(Term::emotion(emotion))) }
                        span.value { (level) }
                        (super::parts::bar(level, 100))
                    }
                }
            }
        }
    }
}
