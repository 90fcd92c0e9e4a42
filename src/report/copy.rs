//! Everything kept of a trainee as one page to read: her settings, and her conversations word for word.

use maud::{DOCTYPE, Markup, html};

use crate::base::phrase::{OwnPhrase, Phrase, Term, TermKind};
use crate::base::time::Moment;
use crate::flow::profile::Profile;
use crate::flow::say::{Copy, CopySession};
use crate::session::event::Event;

use super::Words;
use super::page::about;

/// The page.
pub fn copy(copy: &Copy, render: &dyn Fn(&Phrase) -> String) -> String {
    let words = Words(render);
    let estate = &copy.estate;
    let title = words.say(OwnPhrase::Title);
    let markup = html! {
        (DOCTYPE)
        html lang=(words.say(OwnPhrase::Tag)) {
            (about(&title))
            body {
                main {
                    header {
                        h1 { (title) }
                        p.who { (words.say(OwnPhrase::About { date: day(estate.at) })) }
                    }
                    @if estate.unreadable > 0 {
                        div.card.change { p { (words.say(OwnPhrase::Unreadable { count: estate.unreadable })) } }
                    }
                    (settings(estate.profile.as_ref(), &copy.settings, words))
                    section {
                        h2 { (words.say(OwnPhrase::Conversations)) }
                        @if estate.sessions.is_empty() {
                            p.none { (words.say(OwnPhrase::NoConversation)) }
                        }
                        @for ((number, events), who) in estate.sessions.iter().zip(&copy.sessions) {
                            (conversation(*number, events, who, words))
                        }
                    }
                    @if !copy.entries.is_empty() {
                        section {
                            h2 { (words.say(OwnPhrase::Journal)) }
                            @for entry in &copy.entries { p.own dir="auto" { (render(entry).trim()) } }
                        }
                    }
                    @if !estate.cards.is_empty() {
                        section {
                            h2 { (words.say(OwnPhrase::Cards)) }
                            @for card in &estate.cards {
                                div.card.good {
                                    h3 dir="auto" { (card.customer) @if let Some(name) = &card.name { " · " (name) } }
                                    @if !card.quote.is_empty() { blockquote dir="auto" { (card.quote) } }
                                    p.own dir="auto" { (card.why) }
                                }
                            }
                        }
                    }
                    footer { (words.say(OwnPhrase::Footer)) }
                }
            }
        }
    };
    markup.into_string()
}

fn settings(profile: Option<&Profile>, more: &[Phrase], words: Words<'_>) -> Markup {
    let Some(profile) = profile else {
        return html! {
            section {
                h2 { (words.say(OwnPhrase::Settings)) }
                p.none { (words.say(OwnPhrase::NoSettings)) }
            }
        };
    };
    let language = profile.lang.map_or(OwnPhrase::NoLanguage, |lang| OwnPhrase::Language {
        language: Term::new(TermKind::Language, lang.tag()),
    });
    let counts = OwnPhrase::Counts { sessions: profile.sessions, branches: profile.branches };
    let coach = if profile.coach { OwnPhrase::CoachOn } else { OwnPhrase::CoachOff };
    let check_in = if profile.checkin_off { OwnPhrase::CheckInOff } else { OwnPhrase::CheckInOn };
    html! {
        section {
            h2 { (words.say(OwnPhrase::Settings)) }
            @for line in [language, counts, coach, check_in] { p { (words.say(line)) } }
            @if !profile.pen_name.is_empty() {
                p dir="auto" { (words.say(OwnPhrase::PenName { name: profile.pen_name.clone() })) }
            }
            @for part in more { p.own dir="auto" { (words.say(part.clone()).trim()) } }
        }
    }
}

fn conversation(number: u32, events: &[Event], who: &CopySession, words: Words<'_>) -> Markup {
    let date = events.first().map(|event| day(event.at())).unwrap_or_default();
    html! {
        section {
            h3 { (number) " · " @if who.title.is_empty() { (words.say(OwnPhrase::NoBeginning)) } @else { (who.title) } }
            p.label { (date) }
            @for event in events { (one(event, who, words)) }
        }
    }
}

fn one(event: &Event, who: &CopySession, words: Words<'_>) -> Markup {
    let aside = |phrase: OwnPhrase| html! { p.label { (words.say(phrase)) } };
    match event {
        Event::Started { opening, .. } => his(who, opening),
        Event::Played { said, reply, ended, .. } => html! {
            div.exchange {
                div.mine {
                    p.label { (words.say(OwnPhrase::You)) }
                    p.bubble dir="auto" { (said) }
                }
                (his(who, reply))
                @if let Some(ended) = ended { (aside(OwnPhrase::Ended { ending: Term::ending(*ended) })) }
            }
        },
        Event::Stopped { reply, ended, .. } => html! {
            (his(who, reply))
            (aside(OwnPhrase::Ended { ending: Term::ending(*ended) }))
        },
        Event::Hinted { .. } => aside(OwnPhrase::Hint),
        Event::Reflected { answer: None, .. } => html! {},
        Event::Reflected { question, answer: Some(answer), .. } => html! {
            (aside(OwnPhrase::Answer { question: *question }))
            p.own dir="auto" { (answer) }
        },
        Event::Debriefed { score, .. } => aside(OwnPhrase::Score { score: *score }),
        Event::Paused { .. } => aside(OwnPhrase::Paused),
        Event::Resumed { .. } => aside(OwnPhrase::Resumed),
        Event::CheckedIn { feeling, .. } => aside(OwnPhrase::Feeling { feeling: *feeling }),
        Event::Cancelled { .. } => aside(OwnPhrase::Cancelled),
    }
}

fn his(who: &CopySession, bubbles: &[String]) -> Markup {
    html! {
        @if !bubbles.is_empty() {
            div.his {
                p.label { (who.name) }
                @for bubble in bubbles { p.bubble dir="auto" { (bubble) } }
            }
        }
    }
}

/// The day in UTC as 2026-11-28. By hand, after Howard Hinnant's `civil_from_days`: one date does not need a library of
/// calendars.
fn day(at: Moment) -> String {
    let days = at.0.div_euclid(86_400_000) + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let (day, month) =
        (of_year - (153 * shifted + 2) / 5 + 1, if shifted < 10 { shifted + 3 } else { shifted - 9 });
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        let days = [0, 86_399_999, 951_782_400_000, 1_795_824_000_000, -1].map(|at| day(Moment(at)));
        assert_eq!(days, ["1970-01-01", "1970-01-01", "2000-02-29", "2026-11-28", "1969-12-31"]);
    }
}
