//! What group and private chat say alike: times, customers, rows of the scoreboard.

use crate::base::lang::Lang;
use crate::base::phrase::{ContestPhrase, Phrase};
use crate::base::time::Moment;
use crate::contest::definition::Names;
use crate::flow::action::Action;
use crate::flow::remind;
use crate::flow::say::{Button, FileForm, Say};
use crate::progress::zone::{Zone, shown};
use crate::session::content::Content;

use super::ContestId;
use super::action::Press;
use super::form;
use super::record::Contest;
use super::teams;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;

/// A moment by the contest's clock.
pub fn when(zone: &Zone, at: Moment) -> Phrase {
    let (date, time, zone_name) = (zone.written(at), shown(zone.minute(at)), Box::new(remind::named(zone)));
    ContestPhrase::When { date, time, zone: zone_name }.into()
}

/// How long something takes: days, hours or minutes, whichever is the largest that it has one of; a started minute counts.
pub fn span(milliseconds: i64) -> Phrase {
    let minutes = milliseconds.max(0).saturating_add(MINUTE - 1) / MINUTE;
    match minutes {
        2_880.. => ContestPhrase::Days { count: (minutes + 720) / 1_440 },
        120.. => ContestPhrase::Hours { count: (minutes + 30) / 60 },
        _ => ContestPhrase::Minutes { count: minutes },
    }
    .into()
}

/// Its rules in a few lines.
pub fn rules(contest: &Contest) -> Vec<Phrase> {
    let definition = &contest.definition;
    let seconds = definition.rounds.first().and_then(|round| round.seconds);
    let rounds = definition.rounds.len();
    let mut lines: Vec<Phrase> = vec![match seconds {
        Some(seconds) => ContestPhrase::RuleRounds { rounds, minutes: seconds / 60 }.into(),
        None => ContestPhrase::RuleRoundsFree { rounds }.into(),
    }];
    lines.push(ContestPhrase::RuleAttempts { attempts: definition.attempts }.into());
    if let Some(least) = teams::least(definition) {
        lines.push(ContestPhrase::RuleTeams { least }.into());
    }
    lines.push(match definition.hints {
        true => ContestPhrase::RuleHints.into(),
        false => ContestPhrase::RuleNoHints.into(),
    });
    lines.push(match definition.names {
        Names::Shown => ContestPhrase::RuleNames.into(),
        Names::Nicknames => ContestPhrase::RuleNicknames.into(),
    });
    lines
}

/// The rounds with their customers.
pub fn rounds(content: &Content, contest: &Contest, lang: Lang) -> Vec<Phrase> {
    let titles = contest.definition.rounds.iter().map(|round| form::title(content, &round.persona, lang));
    (1..).zip(titles).map(|(round, title)| ContestPhrase::RoundLine { round, title }.into()).collect()
}

/// A button of the private side.
pub fn button(label: impl Into<Phrase>, id: ContestId, press: Press) -> Button {
    Button::phrase(label, Action::Contest(id, press))
}

/// The announcement as a file.
pub fn file(contest: &Contest, caption: impl Into<Phrase>) -> Say {
    let (name, form, bytes) = ("contest.json".to_owned(), FileForm::Data, contest.file());
    Say::File { name, form, bytes, caption: caption.into(), rows: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_told_in_the_largest_unit_it_has_two_of() {
        let told = |milliseconds| span(milliseconds).args().pop().map(|(_, arg)| arg);
        let ids = [0, 1, 60_000, 119 * 60_000, 120 * 60_000, 47 * 3_600_000, 49 * 3_600_000]
            .map(|milliseconds| (span(milliseconds).id(), told(milliseconds)));
        let number = |n| Some(crate::base::phrase::Arg::Number(n));
        assert_eq!(ids[0], ("contest-minutes", number(0)));
        assert_eq!(ids[1], ("contest-minutes", number(1)));
        assert_eq!(
            (ids[2].clone(), ids[3].clone()),
            (("contest-minutes", number(1)), ("contest-minutes", number(119)))
        );
        assert_eq!(
            (ids[4].clone(), ids[5].clone()),
            (("contest-hours", number(2)), ("contest-hours", number(47)))
        );
        assert_eq!(ids[6], ("contest-days", number(2)));
    }
}
