//! Who stands where, in lines: participants, or the teams with the best of all participants below.

use crate::base::id::TraineeId;
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{ContestPhrase, Phrase};
use crate::contest::ranking::{Placed, Tally};
use crate::flow::group::Standing;

use super::record::{Entrant, places};
use super::teams;

/// Participants named below the teams.
const BEST: usize = 3;

/// The first places, one a line; in a contest of teams those of teams, then in short who of all did best.
pub fn ranks(standing: &Standing, most: usize) -> Vec<Phrase> {
    match teams::least(&standing.contest.definition) {
        Some(least) => sides(standing, least, most),
        None => singles(standing, most),
    }
}

/// The first places of participants.
pub fn singles(standing: &Standing, most: usize) -> Vec<Phrase> {
    let places = places(&standing.entrants);
    if places.is_empty() {
        return vec![ContestPhrase::NobodyYet.into()];
    }
    let rounds = standing.contest.definition.rounds.len();
    let line = |placed: &Placed<TraineeId>| -> Phrase {
        let entrant =
            standing.entrants.iter().find(|(who, _)| *who == placed.who).map(|(_, entrant)| entrant);
        let name = entrant.map(|entrant| entrant.name.clone()).unwrap_or_default();
        let done = entrant.map_or(0, |entrant| entrant.bests().count());
        let (place, score) = (placed.place, placed.standing.sum.score);
        match done < rounds {
            true => ContestPhrase::RankPart { place, name, score, done, rounds }.into(),
            false => ContestPhrase::Rank { place, name, score }.into(),
        }
    };
    let mut lines: Vec<Phrase> = places.iter().take(most).map(line).collect();
    if places.len() > most {
        lines.push(ContestPhrase::MoreRanks { count: places.len() - most }.into());
    }
    lines
}

/// The teams: those with a place, those with too few who have played, and the best of all participants.
fn sides(standing: &Standing, least: u16, most: usize) -> Vec<Phrase> {
    let (ranked, rest) = teams::places(&standing.entrants, least);
    let all = teams::teams(&standing.entrants);
    if all.is_empty() {
        return vec![ContestPhrase::NoTeamYet.into()];
    }
    let line = |placed: &Placed<String>| -> Phrase {
        let (place, name, mean) = (placed.place, placed.who.clone(), points(placed));
        ContestPhrase::RankTeam { place, name, mean, count: placed.standing.members }.into()
    };
    let few = |team: &teams::Team| -> Phrase {
        let (name, count) = (team.name.clone(), team.played);
        let mean = rest.iter().find(|placed| placed.who == team.name).map(points);
        match mean {
            Some(mean) => ContestPhrase::RankFew { name, mean, count, least }.into(),
            None => ContestPhrase::RankNone { name, least }.into(),
        }
    };
    let placeless = |team: &&teams::Team| ranked.iter().all(|placed| placed.who != team.name);
    let lines = ranked.iter().map(line).chain(all.iter().filter(placeless).map(few));
    let mut lines: Vec<Phrase> = lines.take(most).collect();
    if all.len() > most {
        lines.push(ContestPhrase::MoreTeams { count: all.len() - most }.into());
    }
    lines.extend(best(standing));
    lines
}

/// The best of all participants in one line; `None` where nobody has played.
pub fn best(standing: &Standing) -> Option<Phrase> {
    let places = places(&standing.entrants);
    let first = places.iter().take(BEST).map(|placed| {
        let (name, score) = (named(standing, placed), placed.standing.sum.score);
        ContestPhrase::Best { name, score }.into()
    });
    let items: Vec<Phrase> = first.collect();
    (!items.is_empty()).then(|| ContestPhrase::BestSingles { items: Listed(items) }.into())
}

fn named(standing: &Standing, placed: &Placed<TraineeId>) -> String {
    let found = standing.entrants.iter().find(|(who, _)| *who == placed.who);
    found.map(|(_, entrant)| label(entrant)).unwrap_or_default()
}

/// Her name with that of her team.
pub fn label(entrant: &Entrant) -> String {
    match &entrant.team {
        Some(team) => format!("{} ({team})", entrant.name),
        None => entrant.name.clone(),
    }
}

/// The mean points of a team, as they are shown.
pub fn points<K>(placed: &Placed<K>) -> String {
    mean(placed, |tally| u64::from(tally.score))
}

/// A mean in figures: at most two behind the point, and none that say nothing.
pub fn mean<K>(placed: &Placed<K>, of: fn(&Tally) -> u64) -> String {
    let hundredths = placed.standing.mean(of);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}
