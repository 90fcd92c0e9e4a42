//! What happens in the group once a contest is settled: the announcement, the scoreboard, reminders.

use crate::base::hash::Digest;
use crate::base::phrase::{AmendPhrase, ContestPhrase, Phrase};
use crate::base::time::Moment;
use crate::contest::definition::LONGEST_NAME;
use crate::contest::seed::Secret;
use crate::flow::action::Action;
use crate::flow::group::rights::GroupRight;
use crate::flow::group::{Alarm, Group, Hall, Need, Standing};
use crate::flow::say::Button;
use crate::flow::scene::Rows;

use super::form::Form;
use super::ranks::ranks;
use super::record::{Contest, Phase, State};
use super::sign::{self, Door};
use super::told::{self, span, when};
use super::{ContestId, change, closing, read, settle, written};

/// Rows of the scoreboard: a group reads it on a phone.
const ROWS: usize = 20;
/// The scoreboard changes at most so often, in milliseconds.
const PACE: i64 = 3_000;
/// How long after its end a contest is closed, so that runs that time cuts off are counted.
const GRACE: i64 = 5_000;
/// Only a contest of at least this length has a reminder at half time, and one before the end.
const LONG: i64 = 50 * 60_000;
/// When the last reminder comes, before the end: for a contest of hours, and of days.
const LAST_CALL: i64 = 10 * 60_000;
const LAST_DAY: i64 = 2 * 3_600_000;

/// `/contest`: how the one under way stands, or the form for another.
///
/// # Errors
/// What has to be known first.
pub fn command(hall: &mut Hall<'_>) -> Result<(), Need> {
    if let Some(id) = hall.group.contest {
        let standing = hall.contest(id)?;
        if let Some(standing) = standing.filter(|standing| standing.contest.state == State::On) {
            status(hall, standing);
            return Ok(());
        }
    }
    if !hall.may(GroupRight::MakeContest, false)? {
        past(hall);
        return Ok(());
    }
    let Some(who) = hall.who() else { return Ok(()) };
    let board = hall.input.at.0.unsigned_abs();
    hall.group.form = Some(Form::new(board, who.id, hall.input.place));
    settle::show(hall);
    past(hall);
    Ok(())
}

/// Those that are over.
fn past(hall: &mut Hall<'_>) {
    let items: Vec<Phrase> = hall
        .group
        .past
        .iter()
        .rev()
        .cloned()
        .map(|past| ContestPhrase::PastLine { date: past.date, name: past.name, count: past.count }.into())
        .collect();
    if !items.is_empty() {
        hall.tell(ContestPhrase::Past { items });
    }
}

/// How the one under way stands, with the ways into it.
fn status(hall: &mut Hall<'_>, standing: &Standing) {
    let (contest, at) = (&standing.contest, hall.input.at);
    let count = standing.entrants.len();
    let name = contest.definition.name.clone();
    let time = match contest.phase(at) {
        Phase::Waiting => ContestPhrase::OpensIn { span: Box::new(span(contest.definition.opens.since(at))) },
        _ => ContestPhrase::ClosesIn { span: Box::new(span(contest.definition.closes.since(at))) },
    };
    let waits = contest.phase(at) == Phase::Waiting;
    let mut rows = join(hall, standing.id);
    if waits {
        rows.push(vec![change::button(standing.id)]);
    }
    let manage = Action::Link(sign::payload(&hall.known.key, Door::Manage, standing.id));
    rows.push(vec![Button::phrase(ContestPhrase::ButtonManage, manage)]);
    let settled = match waits {
        true => AmendPhrase::Possible,
        false => AmendPhrase::Impossible,
    };
    let (time, settled) = (Box::new(time.into()), Box::new(settled.into()));
    hall.tell_with(ContestPhrase::Status { name, time, count, settled }, rows);
}

pub(super) fn join(hall: &Hall<'_>, id: ContestId) -> Rows {
    let link = Action::Link(sign::payload(&hall.known.key, Door::Join, id));
    vec![vec![Button::phrase(ContestPhrase::ButtonTakePart, link)]]
}

/// Makes the contest, and says so to everybody.
///
/// # Errors
/// What has to be known first.
pub fn create(hall: &mut Hall<'_>, form: Form) -> Result<(), Need> {
    if !hall.may(GroupRight::MakeContest, false)? {
        return Ok(());
    }
    if let Some(changes) = &form.changes {
        let id = changes.contest;
        return change::confirm(hall, id, &form);
    }
    if let Some(id) = hall.group.contest
        && hall.contest(id)?.is_some_and(|standing| standing.contest.state == State::On)
    {
        hall.alert(ContestPhrase::OneAtATime);
        return Ok(());
    }
    let (at, chance) = (hall.input.at, hall.input.chance);
    let zone = hall.known.met.as_ref().and_then(|met| met.zone.clone());
    let zone = zone.unwrap_or_else(|| crate::progress::zone::reckoning(None));
    let name = match &form.name {
        Some(name) => name.clone(),
        None => hall.group.title.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect(),
    };
    let name = if name.trim().is_empty() { zone.written(at) } else { name.trim().to_owned() };
    let definition = form.settle(hall.content, &name, at, &zone, &chance);
    if !definition.flaws().is_empty() {
        hall.alert(ContestPhrase::NoCustomers);
        return Ok(());
    }
    let (hash, secret) = (definition.hash(), Secret::new(chance));
    let bytes = Digest::of([b"xiaoqi/contest/number/1\n".as_slice(), &chance]);
    let id = bytes.bytes().iter().take(6).fold(0, |id, byte| (id << 8) | u64::from(*byte));
    let contest = Contest {
        commitment: secret.commitment(&hash),
        definition,
        secret,
        lead: form.owner,
        place: form.place,
        group: hall.group.title.clone(),
        zone,
        state: State::On,
        pick: Some(form.pick),
        changed: 0,
        announced: Some(board_of(id, 0)),
    };
    hall.group.contest = Some(id);
    hall.group.form = None;
    hall.board(form.place, form.board, true, ContestPhrase::Created { name }, Vec::new());
    let commitment = ContestPhrase::Commitment { commitment: contest.commitment.to_string() };
    let announced = announcement(hall, &contest);
    announce(hall, id, &contest, commitment, announced);
    set_clock(hall, id, &contest);
    if let Some(who) = hall.who().filter(|_| hall.known.met.is_none()) {
        let manage = Action::Link(sign::payload(&hall.known.key, Door::Manage, id));
        let rows = vec![vec![Button::phrase(ContestPhrase::ButtonManage, manage)]];
        hall.tell_with(ContestPhrase::LeadUnknown { name: who.name.clone() }, rows);
    }
    hall.keep(id, contest);
    Ok(())
}

/// The board that an announcement stands on, so that it can be told in the same message when it does not hold any more.
pub(super) fn board_of(id: ContestId, changed: u16) -> u64 {
    id | (1 << 51) | (u64::from(changed % 256) << 52)
}

/// Every board that a contest may have in its group: the scoreboard, the best lines, the announcements.
pub fn boards(id: ContestId, contest: &Contest) -> Vec<u64> {
    let announced = (0..=contest.changed.min(255)).map(|changed| board_of(id, changed));
    [id, closing::lines_board(id)].into_iter().chain(announced).collect()
}

/// What is announced.
pub(super) fn announcement(hall: &Hall<'_>, contest: &Contest) -> ContestPhrase {
    let (lang, definition) = (hall.group.interface(), &contest.definition);
    ContestPhrase::Announced {
        name: definition.name.clone(),
        rounds: told::rounds(hall.content, contest, lang),
        rules: told::rules(contest),
        opens: Box::new(when(&contest.zone, definition.opens)),
        closes: Box::new(when(&contest.zone, definition.closes)),
    }
}

/// The seal, and below it the announcement with the way in.
pub(super) fn announce(
    hall: &mut Hall<'_>,
    id: ContestId,
    contest: &Contest,
    commitment: impl Into<Phrase>,
    announced: impl Into<Phrase>,
) {
    hall.say(contest.place, told::file(contest, commitment));
    let (rows, board) = (join(hall, id), board_of(id, contest.changed));
    hall.board(contest.place, board, true, announced, rows);
}

/// Everything that is to happen by itself.
pub(super) fn set_clock(hall: &mut Hall<'_>, id: ContestId, contest: &Contest) {
    for (at, what) in clock(contest, hall.input.at) {
        hall.alarm(at, format!("c/{}/{what}", written(id)));
    }
}

/// Takes everything back that was to happen by itself.
pub(super) fn stop_clock(hall: &mut Hall<'_>, id: ContestId, contest: &Contest) {
    for (at, what) in clock(contest, hall.input.at) {
        hall.calm(at, format!("c/{}/{what}", written(id)));
    }
}

/// What is to happen when.
fn clock(contest: &Contest, now: Moment) -> Vec<(Moment, &'static str)> {
    let (opens, closes) = (contest.definition.opens, contest.definition.closes);
    let length = closes.since(opens);
    let last = if length >= 4 * LAST_DAY { LAST_DAY } else { LAST_CALL };
    // Nobody needs to hear that a contest is open which was announced as open a moment ago.
    let first = if opens > now { (opens, "open") } else { (board_time(now), "board") };
    let mut all = vec![first, (Moment(closes.0.saturating_add(GRACE)), "close")];
    if length >= LONG {
        all.push((Moment(opens.0.saturating_add(length / 2)), "half"));
        all.push((Moment(closes.0.saturating_sub(last)), "soon"));
    }
    all
}

/// When the scoreboard is to show something that has happened now: changes that come soon after each other come together.
pub fn board_time(now: Moment) -> Moment {
    Moment((now.0.div_euclid(PACE)).saturating_add(1).saturating_mul(PACE))
}

/// Whether an alarm of this word ends what people may be writing in: a run whose time is up, a contest that closes.
pub fn cuts_off(what: &str) -> bool {
    what.starts_with("c/") && (what.ends_with("/clock") || what.ends_with("/close"))
}

/// An alarm of a contest's. Whether it was one.
///
/// # Errors
/// What has to be known first.
pub fn due(hall: &mut Hall<'_>, alarm: &Alarm) -> Result<bool, Need> {
    let Some((id, what)) = alarm.what.strip_prefix("c/").and_then(|rest| rest.split_once('/')) else {
        return Ok(false);
    };
    let Some(id) = read(id) else { return Ok(false) };
    let Some(standing) = hall.contest(id)? else { return Ok(true) };
    let (contest, at) = (&standing.contest, hall.input.at);
    let name = contest.definition.name.clone();
    let left = Box::new(span(contest.definition.closes.since(at)));
    let is_open = contest.phase(at) == Phase::Open;
    match what {
        "open" if is_open => {
            tell(hall, contest, ContestPhrase::Opened { name, left }, join(hall, id));
            scoreboard(hall, standing);
        }
        "half" if is_open => tell(
            hall,
            contest,
            ContestPhrase::HalfTime { name, left, count: played(standing) },
            join(hall, id),
        ),
        "soon" if is_open => tell(
            hall,
            contest,
            ContestPhrase::LastCall { name, left, count: played(standing) },
            join(hall, id),
        ),
        "board" if contest.state == State::On => scoreboard(hall, standing),
        "board" if contest.state == State::Over => closing::board(hall, standing),
        "close" if contest.state == State::On => closing::close(hall, standing),
        "line" => closing::lines(hall, standing),
        "cancelled" => {
            hall.board(
                contest.place,
                id,
                false,
                ContestPhrase::BoardCancelled { name: name.clone() },
                Vec::new(),
            );
            tell(hall, contest, ContestPhrase::CancelledGroup { name }, Vec::new());
            hall.group.contest = hall.group.contest.filter(|current| *current != id);
        }
        _ => {}
    }
    Ok(true)
}

fn played(standing: &Standing) -> usize {
    standing.entrants.iter().filter(|(_, entrant)| !entrant.runs.is_empty()).count()
}

fn tell(hall: &mut Hall<'_>, contest: &Contest, phrase: ContestPhrase, rows: Rows) {
    hall.say(contest.place, crate::flow::say::Say::Tell(phrase.into(), rows));
}

/// Shows who stands where.
pub fn scoreboard(hall: &mut Hall<'_>, standing: &Standing) {
    let contest = &standing.contest;
    let board = ContestPhrase::Board {
        name: contest.definition.name.clone(),
        rows: ranks(standing, ROWS),
        playing: standing.entrants.len(),
        closes: Box::new(when(&contest.zone, contest.definition.closes)),
    };
    let rows = join(hall, standing.id);
    hall.board(contest.place, standing.id, false, board, rows);
}

/// A group goes on: what was under way there is told in private to whoever made it that the bot is gone.
pub fn removed(hall: &mut Hall<'_>) -> Result<(), Need> {
    let Some(id) = hall.group.contest else { return Ok(()) };
    let Some(standing) = hall.contest(id)? else { return Ok(()) };
    if standing.contest.state == State::On {
        let (name, group) = (standing.contest.definition.name.clone(), hall.group.title.clone());
        let phrase = ContestPhrase::BotRemoved { name, group };
        let lead = standing.contest.lead;
        hall.tell_member(lead, crate::flow::say::Say::Tell(phrase.into(), Vec::new()));
    }
    Ok(())
}

/// A contest that is over, in a group's own list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Past {
    /// Its number.
    pub id: ContestId,
    /// What it was called.
    pub name: String,
    /// The day on which it closed.
    pub date: String,
    /// How many took part.
    pub count: usize,
}

/// How many of them a group keeps.
const PASTS: usize = 10;

/// Puts a contest among those that are over.
pub fn remember(group: &mut Group, standing: &Standing) {
    let (id, contest) = (standing.id, &standing.contest);
    let date = contest.zone.written(contest.definition.closes);
    let (name, count) = (contest.definition.name.clone(), played(standing));
    group.past.push(Past { id, name, date, count });
    let surplus = group.past.len().saturating_sub(PASTS);
    group.past.drain(..surplus);
    group.contest = group.contest.filter(|current| *current != id);
}
