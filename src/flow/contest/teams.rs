//! What a team is: a name that at least one participant plays under. It is kept with each of them and nowhere else, so that it
//! goes with the last of them, however she goes. Names that look alike are one name, so that no team can pass for another.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::base::hash::fnv1a;
use crate::base::id::TraineeId;
use crate::contest::definition::{Definition, Sides};
use crate::contest::ranking::{self, Placed, Tally};
use crate::nlu::normalise;

use super::record::Entrant;

/// Longest name, in characters: it stands in a line of the scoreboard.
pub const LONGEST: usize = 24;
/// Most teams of a contest: each is a button.
pub const MOST: usize = 40;

/// A team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Team {
    /// What it is called.
    pub name: String,
    /// How many have chosen it; whose entry was taken out is none of them.
    pub members: usize,
    /// How many of them have played a run.
    pub played: usize,
}

/// Why a name is none for a new team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is no letter and no digit in it.
    Empty,
    /// It is too long.
    Long,
    /// A team is called so, or nearly so.
    Taken(String),
    /// There are as many teams as there may be.
    Many,
}

/// From how many members on a team is ranked; `None` in a contest of singles.
pub fn least(definition: &Definition) -> Option<u16> {
    match definition.sides {
        Sides::Singles => None,
        Sides::Teams { least } => Some(least),
    }
}

/// Whether she may still choose her team: her entry stands, and she has begun no run.
pub fn may_choose(mine: &Entrant) -> bool {
    mine.out.is_none() && mine.begun.is_empty()
}

/// All teams, by name.
pub fn teams(entrants: &[(TraineeId, Entrant)]) -> Vec<Team> {
    let mut teams: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (name, entrant) in members(entrants) {
        let (members, played) = teams.entry(name).or_default();
        *members += 1;
        *played += usize::from(!entrant.runs.is_empty());
    }
    let team = |(name, (members, played)): (&str, _)| Team { name: name.to_owned(), members, played };
    teams.into_iter().map(team).collect()
}

/// Everybody whose entry stands and who has a team, with its name.
fn members(entrants: &[(TraineeId, Entrant)]) -> impl Iterator<Item = (&str, &Entrant)> {
    let counted = entrants.iter().map(|(_, entrant)| entrant).filter(|entrant| entrant.out.is_none());
    counted.filter_map(|entrant| Some((entrant.team.as_deref()?, entrant)))
}

/// Which team stands where, and with which mean a team would that has too few members who have played: those by name.
pub fn places(entrants: &[(TraineeId, Entrant)], least: u16) -> (Vec<Placed<String>>, Vec<Placed<String>>) {
    let mut totals: BTreeMap<String, Vec<Tally>> = BTreeMap::new();
    for (name, entrant) in members(entrants) {
        let totals = totals.entry(name.to_owned()).or_default();
        totals.extend((!entrant.runs.is_empty()).then(|| ranking::total(&entrant.attempts())));
    }
    let all: Vec<(String, Vec<Tally>)> = totals.into_iter().collect();
    let ranked = ranking::teams(&all, least);
    let few = |placed: &Placed<String>| ranked.iter().all(|one| one.who != placed.who);
    let mut rest: Vec<Placed<String>> = ranking::teams(&all, 1).into_iter().filter(few).collect();
    rest.sort_by(|one, other| one.who.cmp(&other.who));
    (ranked, rest)
}

/// The number of a team in buttons: the same for all names that look alike.
pub fn code(name: &str) -> u64 {
    fnv1a(skeleton(name).bytes())
}

/// The name of a new team, as it is shown; `teams` are those there are.
///
/// # Errors
/// Why it cannot be.
pub fn founded(text: &str, teams: &[Team]) -> Result<String, Unfit> {
    let name = clean(text);
    let skeleton = skeleton(&name);
    if skeleton.is_empty() {
        return Err(Unfit::Empty);
    }
    if name.chars().count() > LONGEST {
        return Err(Unfit::Long);
    }
    if let Some(team) = teams.iter().find(|team| self::skeleton(&team.name) == skeleton) {
        return Err(Unfit::Taken(team.name.clone()));
    }
    if teams.len() >= MOST { Err(Unfit::Many) } else { Ok(name) }
}

/// One line of letters, digits, emoji and a few marks: nothing that Telegram makes a link, a command or a mention of, that turns
/// the direction of a line, or that passes for the points behind it.
fn clean(text: &str) -> String {
    let kept = text.nfc().filter(|c| !is_invisible(*c)).map(|c| if fits(c) { c } else { ' ' });
    let kept: String = kept.collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fits(c: char) -> bool {
    let is_emoji = matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}');
    c.is_alphanumeric() || is_emoji || matches!(c, '-' | '\'' | '’' | '&' | '+' | '!' | '?' | '！' | '？')
}

/// Marks that show nothing: zero-width ones, those that turn a line's direction, and variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180b}'
            ..='\u{180f}' | '\u{3164}' | '\u{ffa0}'
    ) || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

/// What all names have in common that look alike: letters and digits alone, in one script, width and case.
fn skeleton(name: &str) -> String {
    normalise::normalise(name).text().chars().filter(|c| c.is_alphanumeric()).map(plain).collect()
}

/// The Latin letter that a small letter or a digit is easily taken for.
fn plain(c: char) -> char {
    match c {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' => 'c',
        'е' | 'ε' => 'e',
        'н' | 'η' => 'h',
        '1' | 'i' | 'і' | 'ι' | 'ı' => 'l',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' => 'm',
        'ν' => 'n',
        '0' | 'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'у' | 'υ' => 'y',
        'х' | 'χ' => 'x',
        'ζ' => 'z',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::Moment;

    fn team(name: &str) -> Team {
        Team { name: name.to_owned(), members: 1, played: 0 }
    }

    fn entrant(team: Option<&str>) -> Entrant {
        let (name, team) = ("Bob".to_owned(), team.map(str::to_owned));
        Entrant { name, since: Moment(0), team, ..Entrant::default() }
    }

    #[test]
    fn a_name_is_one_line_in_which_nothing_can_be_pressed() {
        let shown = |text: &str| founded(text, &[]);
        assert_eq!(shown("  Night \n owls "), Ok("Night owls".to_owned()));
        assert_eq!(shown("@admin t.me/x /end #1"), Ok("admin t me x end 1".to_owned()));
        assert_eq!(shown("<b>Reds</b>* · 300"), Ok("b Reds b 300".to_owned()));
        assert_eq!(shown("R\u{202e}ed\u{200b}s"), Ok("Reds".to_owned()));
        assert_eq!(shown("夜班一组！🔥"), Ok("夜班一组！🔥".to_owned()));
        for nothing in ["", "\u{200b}\u{3164}", "· — ·", "🔥", "@"] {
            assert_eq!(shown(nothing), Err(Unfit::Empty), "{nothing}");
        }
        assert_eq!(shown(&"x".repeat(24)).map(|name| name.len()), Ok(24));
        assert_eq!(shown(&"夜".repeat(25)), Err(Unfit::Long));
    }

    #[test]
    fn names_that_look_alike_are_one_name() {
        let pairs = [
            ("Reds", "reds !"),
            ("Reds", "Ｒｅｄｓ"),
            ("红队", "紅隊"),
            ("Pop", "РоР"),
            ("Team 10", "team lO"),
        ];
        for (known, other) in pairs {
            assert_eq!(founded(other, &[team(known)]), Err(Unfit::Taken(known.to_owned())), "{other}");
            assert_eq!(code(known), code(other));
        }
        assert_eq!(founded("Red", &[team("Reds")]), Ok("Red".to_owned()));
        let many: Vec<Team> = (0..MOST).map(|number| team(&format!("Team {number}x"))).collect();
        assert_eq!(founded("One more", &many), Err(Unfit::Many));
    }

    #[test]
    fn a_team_goes_with_the_last_of_its_members() {
        let mut all = vec![
            (TraineeId(1), entrant(Some("Reds"))),
            (TraineeId(2), entrant(Some("Blues"))),
            (TraineeId(3), entrant(Some("Reds"))),
            (TraineeId(4), entrant(None)),
        ];
        let names =
            |all: &[_]| teams(all).into_iter().map(|team| (team.name, team.members)).collect::<Vec<_>>();
        assert_eq!(names(&all), [("Blues".to_owned(), 1), ("Reds".to_owned(), 2)]);
        all[1].1.out = Some("why".to_owned());
        all[0].1.team = Some("Greens".to_owned());
        assert_eq!(names(&all), [("Greens".to_owned(), 1), ("Reds".to_owned(), 1)]);
        all.remove(2);
        assert_eq!(names(&all), [("Greens".to_owned(), 1)]);
    }
}
