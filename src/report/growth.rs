//! A trainee's progress in words, for `chart`.

use crate::base::phrase::{ProgressPhrase, Term, TermKind};
use crate::chart::figure::Figure;
use crate::chart::{progress, wheel};
use crate::flow::say::Chart;

use super::Words;

/// The figure of a chart.
pub(super) fn figure(chart: &Chart, words: Words<'_>) -> Figure {
    match chart {
        Chart::Weeks(weeks) => {
            let week = |month, day, score, conversations| progress::Week {
                name: words.say(ProgressPhrase::WeekName { month, day }),
                score,
                conversations,
            };
            progress::figure(&progress::Progress {
                title: words.say(ProgressPhrase::WeeksTitle),
                weeks: weeks.iter().map(|one| week(one.month, one.day, one.score, one.runs)).collect(),
                scores: words.say(ProgressPhrase::WeeksScores),
                conversations: words.say(ProgressPhrase::WeeksRuns),
            })
        }
        Chart::Skills(reaches) => {
            let skill = |id: &str, now, before| wheel::Skill {
                name: words.term(Term::new(TermKind::Rubric, id)),
                now,
                before,
            };
            wheel::figure(&wheel::Wheel {
                title: words.say(ProgressPhrase::WheelTitle),
                skills: reaches.iter().map(|one| skill(one.id, one.now, one.before)).collect(),
                now: words.say(ProgressPhrase::WheelNow),
                before: words.say(ProgressPhrase::WheelBefore),
            })
        }
    }
}
