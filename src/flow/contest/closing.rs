//! A contest is over: the podium, what all did well and missed, tokens and secret, results for the lead, and everybody's way to her
//! debrief.

use crate::base::id::{PersonaId, TraineeId};
use crate::base::phrase::arg::Listed;
use crate::base::phrase::{ContestPhrase, EntryPhrase, Phrase, ResultPhrase, Term, TermKind};
use crate::contest::alike::alike;
use crate::contest::field::{Field, Group, Item, Share};
use crate::contest::ranking::Placed;
use crate::flow::action::Action;
use crate::flow::group::{Hall, Standing};
use crate::flow::say::{Button, FileForm, Say};
use crate::flow::scene::Rows;

use super::ContestId;
use super::action::Press;
use super::form::title;
use super::record::{Contest, Entrant, State, places};
use super::stage::remember;
use super::{ranks, teams, told};

/// Places of the podium.
const PODIUM: u32 = 3;
/// Rows of the last scoreboard.
const ROWS: usize = 40;
/// From so many percent on two runs are called alike.
const ALIKE: u8 = 60;
/// Pairs named to the lead.
const PAIRS: usize = 10;

/// Closes a contest.
pub fn close(hall: &mut Hall<'_>, standing: &Standing) {
    let contest = Contest { state: State::Over, ..standing.contest.clone() };
    let standing = &Standing { contest: contest.clone(), ..standing.clone() };
    board(hall, standing);
    let places = places(&standing.entrants);
    podium(hall, standing, &places);
    if !places.is_empty() {
        tokens(hall, standing);
    }
    let secret = contest.secret.reveal();
    hall.say(contest.place, told::file(&contest, ResultPhrase::Revealed { secret }));
    let sides =
        teams::least(&contest.definition).map(|least| (teams::places(&standing.entrants, least), least));
    for (who, entrant) in &standing.entrants {
        if !entrant.runs.is_empty() {
            participant(hall, standing, (*who, entrant), &places, sides.as_ref());
        }
    }
    lead(hall, standing, &places);
    remember(&mut hall.group, standing);
    hall.keep(standing.id, contest);
}

/// The last scoreboard; also where an entry is taken out later.
pub fn board(hall: &mut Hall<'_>, standing: &Standing) {
    let name = standing.contest.definition.name.clone();
    let board = ContestPhrase::BoardOver { name, rows: ranks::ranks(standing, ROWS) };
    hall.board(standing.contest.place, standing.id, false, board, Vec::new());
}

/// Who won, what all did well and missed, and what to practise.
fn podium(hall: &mut Hall<'_>, standing: &Standing, places: &[Placed<TraineeId>]) {
    let contest = &standing.contest;
    let name = contest.definition.name.clone();
    let first: Vec<Phrase> = match teams::least(&contest.definition) {
        Some(least) if !places.is_empty() => winners(standing, least),
        _ => on_podium(places, |placed| {
            let (place, score) = (placed.place, placed.standing.sum.score);
            ResultPhrase::Podium { place, name: entrant_name(standing, placed.who), score }.into()
        }),
    };
    if first.is_empty() {
        return hall.say(contest.place, tell(ResultPhrase::OverEmpty { name }, Vec::new()));
    }
    let count = places.len();
    hall.say(contest.place, tell(ResultPhrase::Over { name, podium: first, count }, Vec::new()));
    let lines = findings(standing);
    let hardest = hardest(standing);
    let mut rows = Vec::new();
    let mut all = lines;
    if let Some(persona) = hardest {
        let customer = title(hall.content, &persona, hall.group.interface());
        all.push(ResultPhrase::Practise { customer: customer.clone() }.into());
        rows.push(vec![Button::text(customer, Action::Link(persona.to_string()))]);
    }
    if !all.is_empty() {
        hall.say(contest.place, tell(ResultPhrase::Findings { lines: all }, rows));
    }
}

fn on_podium<K>(places: &[Placed<K>], line: impl Fn(&Placed<K>) -> Phrase) -> Vec<Phrase> {
    places.iter().take_while(|placed| placed.place <= PODIUM).take(10).map(line).collect()
}

/// The teams of the podium, and in short who of all did best.
fn winners(standing: &Standing, least: u16) -> Vec<Phrase> {
    let (ranked, _) = teams::places(&standing.entrants, least);
    let mut lines = on_podium(&ranked, |placed| {
        let (place, name, mean) = (placed.place, placed.who.clone(), ranks::points(placed));
        ResultPhrase::PodiumTeam { place, name, mean, count: placed.standing.members }.into()
    });
    if lines.is_empty() {
        lines.push(ResultPhrase::NoTeamRanked { least }.into());
    }
    lines.extend(ranks::best(standing));
    lines
}

fn tell(phrase: impl Into<Phrase>, rows: Rows) -> Say {
    Say::Tell(phrase.into(), rows)
}

fn entrant_name(standing: &Standing, who: TraineeId) -> String {
    let found = standing.entrants.iter().find(|(id, _)| *id == who);
    found.map(|(_, entrant)| entrant.name.clone()).unwrap_or_default()
}

/// Everybody whose entry counts.
fn counted(standing: &Standing) -> impl Iterator<Item = &Entrant> {
    standing.entrants.iter().map(|(_, entrant)| entrant).filter(|entrant| entrant.out.is_none())
}

/// What most did well, left out, and what hurt: over the best runs of all, without names.
fn findings(standing: &Standing) -> Vec<Phrase> {
    let shown: Vec<_> =
        counted(standing).flat_map(|entrant| entrant.bests().map(|run| run.shown())).collect();
    let group = Group::of(&shown);
    let list = |shares: &[Share<'_>]| Listed(shares.iter().map(share).collect());
    let mut lines: Vec<Phrase> = Vec::new();
    if !group.well.is_empty() {
        lines.push(ResultPhrase::Well { items: list(&group.well) }.into());
    }
    if !group.missed.is_empty() {
        lines.push(ResultPhrase::Missed { items: list(&group.missed) }.into());
    }
    if !group.hurt.is_empty() {
        lines.push(ResultPhrase::Hurt { items: list(&group.hurt) }.into());
    }
    lines
}

fn share(share: &Share<'_>) -> Phrase {
    let item = match share.item {
        Item::Move(mv) => Term::mv(mv),
        Item::Step { step, .. } => Term::new(TermKind::Step, step),
    };
    ResultPhrase::Share { item, did: share.did, of: share.of }.into()
}

/// The customer of the round that brought the fewest points, where there is more than one round or it went badly.
fn hardest(standing: &Standing) -> Option<PersonaId> {
    let contest = &standing.contest;
    let median = |round: u16| scores(standing, round).doubled_median();
    let played = contest.rounds().filter_map(|round| Some((median(round)?, round)));
    let (_, round) = played.min()?;
    contest.definition.round(round).map(|round| round.persona.clone())
}

/// The best scores of a round, one for everybody whose entry counts.
pub fn scores(standing: &Standing, round: u16) -> Field {
    let best = |entrant: &Entrant| entrant.best(round).map(|run| run.tally.score);
    Field::of(counted(standing).filter_map(best).map(|score| u8::try_from(score).unwrap_or(100)))
}

/// All tokens, posted before the secret is: nobody could have made them up afterwards.
fn tokens(hall: &mut Hall<'_>, standing: &Standing) {
    let runs = counted(standing).flat_map(|entrant| entrant.runs.iter());
    let mut tokens: Vec<String> = runs.map(|run| run.token.to_string()).collect();
    tokens.sort();
    let count = tokens.len();
    let bytes = (tokens.join("\n") + "\n").into_bytes();
    let caption = ResultPhrase::Tokens { count }.into();
    let (name, form) = ("tokens.txt".to_owned(), FileForm::Text);
    hall.say(standing.contest.place, Say::File { name, form, bytes, caption, rows: Vec::new() });
}

/// Her result, and the way to her debrief.
fn participant(
    hall: &mut Hall<'_>,
    standing: &Standing,
    (who, entrant): (TraineeId, &Entrant),
    places: &[Placed<TraineeId>],
    sides: Option<&Sides>,
) {
    let (id, contest) = (standing.id, &standing.contest);
    let name = contest.definition.name.clone();
    let place = places.iter().find(|placed| placed.who == who);
    let phrase = match (place, sides) {
        (Some(placed), Some(sides)) if entrant.team.is_some() => {
            let team = Box::new(team_result(sides, entrant));
            let (place, of, score) = (placed.place, places.len(), placed.standing.sum.score);
            ResultPhrase::YourTeamPlace { name, team, place, of, score }
        }
        (Some(placed), _) => ResultPhrase::YourPlace {
            name,
            place: placed.place,
            of: places.len(),
            score: placed.standing.sum.score,
        },
        (None, _) => ResultPhrase::YourEnd { name },
    };
    let debrief = |round| vec![told::button(EntryPhrase::ButtonDebrief { round }, id, Press::Debrief(round))];
    let mut rows: Rows = entrant.bests().map(|run| debrief(run.round)).collect();
    rows.push(vec![told::button(EntryPhrase::ButtonFiles, id, Press::Files)]);
    rows.push(vec![told::button(EntryPhrase::ButtonShare, id, Press::Share(true))]);
    hall.tell_member(who, tell(phrase, rows));
    let on_podium = place.is_some_and(|placed| placed.place <= PODIUM);
    let best = entrant.bests().max_by_key(|run| run.tally.score).map(|run| run.best.clone());
    if let Some(line) = best.filter(|line| on_podium && !line.is_empty()) {
        let yes = told::button(ResultPhrase::ButtonLineYes, id, Press::Line(true));
        let no = told::button(ResultPhrase::ButtonLineNo, id, Press::Line(false));
        hall.tell_member(who, tell(ResultPhrase::AskLine { line }, vec![vec![yes], vec![no]]));
    }
}

/// Where teams stand, those with a place and the others, and from how many on they have one.
type Sides = ((Vec<Placed<String>>, Vec<Placed<String>>), u16);

/// How her team did, for her.
fn team_result(((ranked, rest), least): &Sides, entrant: &Entrant) -> Phrase {
    let least = *least;
    let team = entrant.team.clone().unwrap_or_default();
    let found = |all: &[Placed<String>]| all.iter().find(|placed| placed.who == team).cloned();
    match (found(ranked), found(rest)) {
        (Some(placed), _) => ResultPhrase::TeamPlace {
            team,
            place: placed.place,
            of: ranked.len(),
            mean: ranks::points(&placed),
        }
        .into(),
        (None, placed) => {
            let count = placed.map_or(0, |placed| placed.standing.members);
            ResultPhrase::TeamFew { team, count, least }.into()
        }
    }
}

/// The results for whoever made it, and what she should look at.
fn lead(hall: &mut Hall<'_>, standing: &Standing, places: &[Placed<TraineeId>]) {
    let (id, contest) = (standing.id, &standing.contest);
    let rows = vec![
        vec![told::button(ResultPhrase::ButtonResults, id, Press::Results)],
        vec![told::button(ContestPhrase::ButtonManage, id, Press::Manage)],
    ];
    let name = contest.definition.name.clone();
    hall.tell_member(contest.lead, tell(ResultPhrase::LeadOver { name, count: places.len() }, rows));
    if !places.is_empty() {
        for table in tables(standing) {
            hall.tell_member(contest.lead, table);
        }
    }
    if let Some(phrase) = same_words(standing) {
        hall.tell_member(contest.lead, tell(phrase, Vec::new()));
    }
}

/// Who is suspiciously like whom, without a word of either. `None` where nobody is.
pub fn same_words(standing: &Standing) -> Option<ResultPhrase> {
    let runs: Vec<(&Entrant, &super::record::Played)> =
        counted(standing).flat_map(|entrant| entrant.bests().map(move |run| (entrant, run))).collect();
    let mut pairs: Vec<(u8, Phrase)> = Vec::new();
    for (place, (one, this)) in runs.iter().enumerate() {
        for (other, that) in runs.iter().skip(place + 1) {
            if this.round != that.round {
                continue;
            }
            let percent = alike(&this.sketch, &that.sketch);
            if percent >= ALIKE {
                let (one, other, round) = (one.name.clone(), other.name.clone(), this.round);
                pairs.push((percent, ResultPhrase::AlikePair { one, other, round, percent }.into()));
            }
        }
    }
    pairs.sort_by_key(|(percent, _)| std::cmp::Reverse(*percent));
    let items: Vec<Phrase> = pairs.into_iter().take(PAIRS).map(|(_, phrase)| phrase).collect();
    (!items.is_empty()).then_some(ResultPhrase::Alike { items })
}

/// The results as tables: of teams where there are any, and of participants.
pub fn tables(standing: &Standing) -> Vec<Say> {
    let sides = teams::least(&standing.contest.definition).map(|least| team_table(standing, least));
    sides.into_iter().chain([table(standing)]).collect()
}

/// One team a row, with means; those that have too few members who have played come last, without a place.
fn team_table(standing: &Standing, least: u16) -> Say {
    let head: Vec<Phrase> = vec![
        ResultPhrase::HeadPlace.into(),
        ResultPhrase::HeadTeam.into(),
        ResultPhrase::HeadMean.into(),
        ResultPhrase::HeadPlayed.into(),
        ResultPhrase::HeadMembers.into(),
        ResultPhrase::HeadOffences.into(),
        ResultPhrase::HeadMessages.into(),
        ResultPhrase::HeadSeconds.into(),
    ];
    let (ranked, _) = teams::places(&standing.entrants, least);
    let (all, _) = teams::places(&standing.entrants, 1);
    let row = |team: &teams::Team| {
        let place = ranked.iter().find(|placed| placed.who == team.name).map(|placed| placed.place);
        let placed = all.iter().find(|placed| placed.who == team.name);
        let mean = |of| placed.map(|placed| ranks::mean(placed, of)).unwrap_or_default();
        let row = vec![
            place.map(|place| place.to_string()).unwrap_or_default(),
            team.name.clone(),
            mean(|tally| u64::from(tally.score)),
            team.played.to_string(),
            team.members.to_string(),
            mean(|tally| u64::from(tally.offences)),
            mean(|tally| u64::from(tally.messages)),
            mean(|tally| tally.spent / 1_000),
        ];
        (place.unwrap_or(u32::MAX), row)
    };
    let mut rows: Vec<(u32, Vec<String>)> = teams::teams(&standing.entrants).iter().map(row).collect();
    rows.sort_by_key(|(place, _)| *place);
    let name = standing.contest.definition.name.clone();
    let title = ResultPhrase::TeamTableTitle { name: name.clone() };
    let caption = ResultPhrase::TeamTableCaption { name };
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    Say::Table { name: "teams".to_owned(), title: title.into(), caption: caption.into(), head, rows }
}

/// The results as a table, one participant a row.
fn table(standing: &Standing) -> Say {
    let contest = &standing.contest;
    let mut head: Vec<Phrase> = vec![
        ResultPhrase::HeadPlace.into(),
        ResultPhrase::HeadName.into(),
        ResultPhrase::HeadPoints.into(),
        ResultPhrase::HeadOffences.into(),
        ResultPhrase::HeadMessages.into(),
        ResultPhrase::HeadSeconds.into(),
    ];
    let sides = teams::least(&contest.definition).is_some();
    if sides {
        head.insert(2, ResultPhrase::HeadTeam.into());
    }
    for round in contest.rounds() {
        head.push(ResultPhrase::HeadRound { round }.into());
        head.push(ResultPhrase::HeadToken { round }.into());
    }
    let row = |placed: &Placed<TraineeId>| {
        let sum = placed.standing.sum;
        let mut row = vec![
            placed.place.to_string(),
            entrant_name(standing, placed.who),
            sum.score.to_string(),
            sum.offences.to_string(),
            sum.messages.to_string(),
            (sum.spent / 1_000).to_string(),
        ];
        let entrant = standing.entrants.iter().find(|(who, _)| *who == placed.who).map(|(_, one)| one);
        if sides {
            row.insert(2, entrant.and_then(|entrant| entrant.team.clone()).unwrap_or_default());
        }
        for round in contest.rounds() {
            let best = entrant.and_then(|entrant| entrant.best(round));
            row.push(best.map(|run| run.tally.score.to_string()).unwrap_or_default());
            row.push(best.map(|run| run.token.to_string()).unwrap_or_default());
        }
        row
    };
    let rows = places(&standing.entrants).iter().map(row).collect();
    let title = ResultPhrase::TableTitle { name: contest.definition.name.clone() };
    let caption = ResultPhrase::TableCaption { name: contest.definition.name.clone() };
    Say::Table { name: "results".to_owned(), title: title.into(), caption: caption.into(), head, rows }
}

/// The board that best lines stand on.
pub(super) fn lines_board(id: ContestId) -> u64 {
    id ^ (1 << 50)
}

/// The best lines of those who said yes since.
pub fn lines(hall: &mut Hall<'_>, standing: &Standing) {
    let shown = standing.entrants.iter().filter(|(_, entrant)| entrant.line == Some(true));
    let items: Vec<Phrase> = shown
        .filter_map(|(_, entrant)| {
            let best = entrant.bests().max_by_key(|run| run.tally.score)?;
            let (name, line) = (entrant.name.clone(), best.best.clone());
            Some(ResultPhrase::BestLine { name, line }.into())
        })
        .collect();
    if !items.is_empty() {
        // One message that grows with every yes.
        let number = lines_board(standing.id);
        hall.board(standing.contest.place, number, false, ResultPhrase::BestLines { items }, Vec::new());
    }
}
