//! What happens in private until a contest is over: joining, rounds, the clock.

use crate::base::phrase::{ContestPhrase, EntryPhrase, Phrase, ResultPhrase};
use crate::base::time::Moment;
use crate::contest::definition::Names;
use crate::flow::action::Action;
use crate::flow::errand::Errand;
use crate::flow::profile::Screen;
use crate::flow::say::Button;
use crate::flow::scene::{Rows, Scene};
use crate::flow::{journal, language, menu};

use super::action::Press;
use super::ask::{Ask, Choice, Then, Told, View};
use super::record::{Entrant, Phase};
use super::told::{self, button, span, when};
use super::{ContestId, after, lead, run, side, sign, teams};

/// Longest nickname, in characters.
const LONGEST: usize = 24;
/// Contests that a profile remembers.
const CONTESTS: usize = 10;

/// `/start` with a link of a contest. Whether it was one.
pub fn link(scene: &mut Scene<'_>, payload: &str) -> bool {
    if !sign::is_one(payload) {
        return false;
    }
    ask(scene, Ask::Open(payload.to_owned()));
    true
}

/// `/contest` in private: hers.
pub fn command(scene: &mut Scene<'_>) {
    let mine = scene.profile.contests.clone();
    ask(scene, Ask::Mine(mine));
}

pub(super) fn ask(scene: &mut Scene<'_>, ask: Ask) {
    scene.send(Errand::Contest(ask));
}

/// A button of a contest's.
pub fn pressed(scene: &mut Scene<'_>, id: ContestId, press: Press) {
    let busy = scene.is_busy();
    match press {
        Press::See => ask(scene, Ask::See(id, Then::Show)),
        Press::Debrief(round) if !busy => ask(scene, Ask::Debrief(id, round)),
        Press::Files => ask(scene, Ask::Files(id)),
        Press::Share(yes) => ask(scene, Ask::Share(id, yes)),
        Press::Line(yes) => ask(scene, Ask::Line(id, yes)),
        _ if busy => journal::still_busy(scene),
        Press::Join => ask(scene, Ask::See(id, Then::Join)),
        Press::Teams => ask(scene, Ask::See(id, Then::Teams)),
        Press::Side(team) => chooses(scene, id, team),
        Press::Found => ask(scene, Ask::See(id, Then::Found)),
        Press::Brief(round) => ask(scene, Ask::See(id, Then::Brief(round))),
        Press::Begin(round) => ask(scene, Ask::See(id, Then::Begin(round))),
        Press::Manage => ask(scene, Ask::Manage(id, Then::Show)),
        Press::Remove(who) => ask(scene, Ask::Manage(id, Then::Remove(who))),
        Press::Cancel => ask(scene, Ask::Manage(id, Then::Cancel)),
        Press::CancelSure => ask(scene, Ask::Cancel(id)),
        Press::Results => ask(scene, Ask::Manage(id, Then::Results)),
        Press::Debrief(_) => {}
    }
}

/// She has tapped a team, which also ends her naming another.
fn chooses(scene: &mut Scene<'_>, id: ContestId, team: u64) {
    scene.profile.screen = Screen::Lobby;
    ask(scene, Ask::Team(id, Choice::Known(team)));
}

/// She has written her nickname.
pub fn nicknamed(scene: &mut Scene<'_>, id: ContestId, text: &str) {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    scene.profile.screen = Screen::Lobby;
    ask(scene, Ask::Join(id, Some(name)));
}

/// What came back.
pub fn told(scene: &mut Scene<'_>, told: &Told) {
    match told {
        Told::Nothing => scene.tell_with(EntryPhrase::NoSuch, menu::to_list(scene)),
        Told::Stranger => scene.tell(EntryPhrase::Stranger),
        Told::NotAdmin => scene.tell(EntryPhrase::NotAdmin),
        Told::CannotAsk => scene.tell(crate::base::phrase::GroupPhrase::CannotAsk),
        Told::Mine(views) => mine(scene, views),
        Told::Seen(view, then) => seen(scene, view, *then),
        Told::Taken(view) => {
            scene.profile.screen = Screen::Nickname { contest: view.id };
            scene.tell(EntryPhrase::NicknameTaken);
        }
        Told::Joined(view) => joined(scene, view),
        Told::Teamed(view) => side::chosen(scene, view),
        Told::Unfit(view, unfit) => side::unfit(scene, view, unfit),
        Told::Begun(view, running, seed) => run::begun(scene, view, running, *seed),
        Told::NotBegun(view, round) => not_begun(scene, view, *round),
        Told::Ended(view, running) => run::counted(scene, view, running),
        Told::Uncounted(view, _) => scene.tell(EntryPhrase::Uncounted { name: name(view) }),
        Told::Debrief(view, debriefed) => after::debrief(scene, view, debriefed),
        Told::NoDebrief(view) => scene.tell(EntryPhrase::NoDebrief { name: name(view) }),
        Told::Files(view, files) => after::hand_out(scene, view, files),
        Told::Shared(view) => {
            let yes = view.mine.as_ref().is_some_and(|mine| mine.share);
            let back = button(EntryPhrase::ButtonShareNot, view.id, Press::Share(false));
            match yes {
                true => scene.tell_with(EntryPhrase::Shared, vec![vec![back]]),
                false => scene.tell(EntryPhrase::SharedNot),
            }
        }
        Told::Lined(true) => scene.tell(ResultPhrase::LineShown),
        Told::Lined(false) => scene.tell(ResultPhrase::LineKept),
        Told::Roll(roll, then) => lead::roll(scene, roll, *then),
        Told::Removed(name) => scene.tell(EntryPhrase::Removed { name: name.clone() }),
        Told::Cancelled(name) => scene.tell(EntryPhrase::Cancelled { name: name.clone() }),
        Told::Archive(name, count, bytes) => lead::archive(scene, name, *count, bytes),
    }
}

/// What the contest is called.
pub fn name(view: &View) -> String {
    view.contest.definition.name.clone()
}

fn mine(scene: &mut Scene<'_>, views: &[View]) {
    match views {
        [] => scene.tell(EntryPhrase::NoneOfYours),
        [one] => show(scene, one),
        many => {
            let row = |view: &View| {
                let action = Action::Contest(view.id, Press::See);
                vec![Button::text(name(view), action)]
            };
            scene.tell_with(EntryPhrase::Yours, many.iter().map(row).collect());
        }
    }
}

fn seen(scene: &mut Scene<'_>, view: &View, then: Then) {
    remember(scene, view.id);
    match then {
        Then::Join => join(scene, view),
        Then::Teams => side::offer(scene, view),
        Then::Found => side::found(scene, view),
        Then::Brief(round) => brief(scene, view, round),
        Then::Begin(round) => begin(scene, view, round),
        _ => show(scene, view),
    }
}

/// So that `/contest` finds it again.
pub(super) fn remember(scene: &mut Scene<'_>, id: ContestId) {
    let contests = &mut scene.profile.contests;
    contests.retain(|known| *known != id);
    contests.push(id);
    let surplus = contests.len().saturating_sub(CONTESTS);
    contests.drain(..surplus);
}

/// What can be done at this moment.
pub(super) fn show(scene: &mut Scene<'_>, view: &View) {
    let (contest, at) = (&view.contest, scene.input.at);
    let rounds = told::rounds(scene.content, contest, scene.lang());
    let times = time(view, at);
    let welcome = EntryPhrase::Welcome {
        name: name(view),
        group: contest.group.clone(),
        rounds,
        rules: told::rules(contest),
        time: Box::new(times),
    };
    let Some(mine) = &view.mine else {
        let mut rows = match contest.phase(at) {
            Phase::Waiting | Phase::Open => vec![vec![button(EntryPhrase::ButtonJoin, view.id, Press::Join)]],
            _ => Vec::new(),
        };
        if view.leads {
            rows.push(vec![button(ContestPhrase::ButtonManage, view.id, Press::Manage)]);
        }
        if scene.profile.lang.is_none() {
            rows.extend(language::buttons(scene.content));
        }
        return scene.tell_with(welcome, rows);
    };
    if let Some(reason) = &mine.out {
        return scene.tell(EntryPhrase::YouAreOut { name: name(view), reason: reason.clone() });
    }
    let mut lines: Vec<Phrase> = Vec::new();
    if teams::least(&contest.definition).is_some() {
        lines.push(match &mine.team {
            Some(team) => EntryPhrase::YourTeam { team: team.clone() }.into(),
            None => EntryPhrase::NoTeam.into(),
        });
    }
    lines.extend(contest.rounds().map(|round| standing(scene, view, mine, round)));
    let mut rows = rows(scene, view, mine);
    if view.leads {
        rows.push(vec![button(ContestPhrase::ButtonManage, view.id, Press::Manage)]);
    }
    let you = mine.name.clone();
    let time = Box::new(time(view, at));
    scene.tell_with(EntryPhrase::YourState { name: name(view), you, lines, time }, rows);
}

fn time(view: &View, at: Moment) -> Phrase {
    let definition = &view.contest.definition;
    let zone = &view.contest.zone;
    match view.contest.phase(at) {
        Phase::Waiting => EntryPhrase::Opens { when: Box::new(when(zone, definition.opens)) }.into(),
        Phase::Open => EntryPhrase::OpenUntil {
            when: Box::new(when(zone, definition.closes)),
            span: Box::new(span(definition.closes.since(at))),
        }
        .into(),
        Phase::Closing | Phase::Over => EntryPhrase::IsOver.into(),
        Phase::Cancelled => EntryPhrase::IsCancelled.into(),
    }
}

fn standing(scene: &Scene<'_>, view: &View, mine: &Entrant, round: u16) -> Phrase {
    let persona = view.contest.definition.round(round).map(|round| &round.persona);
    let title = persona.map(|id| super::form::title(scene.content, id, scene.lang())).unwrap_or_default();
    match mine.best(round) {
        Some(run) => EntryPhrase::RoundPlayed { round, title, score: run.tally.score }.into(),
        None => ContestPhrase::RoundLine { round, title }.into(),
    }
}

pub(super) fn rows(scene: &Scene<'_>, view: &View, mine: &Entrant) -> Rows {
    let (contest, id) = (&view.contest, view.id);
    let mut rows: Rows = side::rows(scene, view, mine);
    match contest.phase(scene.input.at) {
        Phase::Open if !scene.is_busy() && !side::lacks(view) => {
            for round in contest.rounds().filter(|round| mine.left(contest, *round) > 0) {
                let label = match mine.begun.contains_key(&round) {
                    true => EntryPhrase::ButtonAgain { round, left: mine.left(contest, round) },
                    false => EntryPhrase::ButtonRound { round },
                };
                rows.push(vec![button(label, id, Press::Brief(round))]);
            }
        }
        Phase::Over => {
            let bests = mine.bests().map(|run| run.round);
            let label = |round| EntryPhrase::ButtonDebrief { round };
            rows.extend(bests.map(|round| vec![button(label(round), id, Press::Debrief(round))]));
            if !mine.runs.is_empty() {
                rows.push(vec![button(EntryPhrase::ButtonFiles, id, Press::Files)]);
            }
        }
        _ => {}
    }
    // With the customer of the next round that is left to play; once all is played there is nothing to practise for.
    let on = matches!(contest.phase(scene.input.at), Phase::Waiting | Phase::Open) && !scene.is_busy();
    let next = contest.rounds().find(|round| on && mine.left(contest, *round) > 0);
    if let Some(round) = next.and_then(|round| contest.definition.round(round)) {
        rows.push(vec![Button::phrase(EntryPhrase::ButtonPractise, Action::Brief(round.persona.clone()))]);
    }
    rows
}

fn join(scene: &mut Scene<'_>, view: &View) {
    let can = matches!(view.contest.phase(scene.input.at), Phase::Waiting | Phase::Open);
    match (&view.mine, view.contest.definition.names) {
        (Some(_), _) => show(scene, view),
        (None, _) if !can => show(scene, view),
        (None, Names::Shown) => ask(scene, Ask::Join(view.id, None)),
        (None, Names::Nicknames) => {
            scene.profile.screen = Screen::Nickname { contest: view.id };
            scene.tell(EntryPhrase::AskNickname);
        }
    }
}

fn joined(scene: &mut Scene<'_>, view: &View) {
    remember(scene, view.id);
    let you = view.mine.as_ref().map(|mine| mine.name.clone()).unwrap_or_default();
    scene.tell(EntryPhrase::Joined { name: name(view), you });
    match side::lacks(view) {
        true => side::offer(scene, view),
        false => show(scene, view),
    }
}

/// The briefing of a round, and what counts from the press on.
fn brief(scene: &mut Scene<'_>, view: &View, round: u16) {
    if !may_begin(scene, view, round) {
        return not_begun(scene, view, round);
    }
    let Some(settled) = view.contest.definition.round(round) else { return };
    let (persona, seconds) = (settled.persona.clone(), settled.seconds);
    let Some((model, texts)) = scene.content.personas.get(&persona).zip(scene.texts(&persona)) else {
        return changed(scene, view);
    };
    scene.tell(menu::briefing(model, texts));
    let begin = button(EntryPhrase::ButtonBegin { round }, view.id, Press::Begin(round));
    let back = button(ContestPhrase::ButtonBack, view.id, Press::See);
    let phrase = match seconds {
        Some(seconds) => EntryPhrase::BeforeRound { round, minutes: seconds / 60 },
        None => EntryPhrase::BeforeRoundFree { round },
    };
    scene.tell_with(phrase, vec![vec![begin], vec![back]]);
}

fn may_begin(scene: &Scene<'_>, view: &View, round: u16) -> bool {
    let open = view.contest.phase(scene.input.at) == Phase::Open;
    let left = view.mine.as_ref().filter(|mine| mine.out.is_none());
    let left = left.filter(|_| !side::lacks(view));
    open && left.is_some_and(|mine| mine.left(&view.contest, round) > 0)
        && view.contest.definition.round(round).is_some()
}

fn not_begun(scene: &mut Scene<'_>, view: &View, round: u16) {
    let used = view.mine.as_ref().is_some_and(|mine| mine.left(&view.contest, round) == 0);
    if used && view.contest.phase(scene.input.at) == Phase::Open {
        scene.tell(EntryPhrase::NoneLeft { round });
    }
    if side::lacks(view) && view.contest.phase(scene.input.at) == Phase::Open {
        scene.tell(EntryPhrase::TeamFirst);
        return side::offer(scene, view);
    }
    show(scene, view);
}

/// The customer is not any more what was announced; said as it is.
pub(super) fn changed(scene: &mut Scene<'_>, view: &View) {
    scene.tell(EntryPhrase::CustomerChanged { name: name(view) });
}

/// The round can be played as announced: its attempt begins.
fn begin(scene: &mut Scene<'_>, view: &View, round: u16) {
    if !may_begin(scene, view, round) {
        return not_begun(scene, view, round);
    }
    let content = scene.content;
    let settled = view.contest.definition.round(round);
    let same = settled.is_some_and(|settled| {
        let lang = settled.lang.or_else(|| content.spoken(&settled.persona, scene.lang()));
        let cast = lang.and_then(|lang| content.cast_within(&settled.persona, lang, scene.profile.gentle));
        cast.is_some_and(|cast| cast.persona.hash == settled.persona_hash)
    });
    match same {
        true => ask(scene, Ask::Begin(view.id, round)),
        false => changed(scene, view),
    }
}
