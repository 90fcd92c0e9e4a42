//! A participant's team, kept with her part. A new team is made against the contest's version, so that of two who make the same
//! one at once the second finds it made.

use crate::flow::contest::ContestId;
use crate::flow::contest::ask::{Choice, Then, Told, View};
use crate::flow::contest::record::Phase;
use crate::flow::contest::teams::{self, Team};
use crate::store::Key;

use super::records::{KeptContest, KeptEntrant};
use super::{Asker, Desk, Done, keep, refresh, told};

impl Desk {
    /// She plays for another team, as long as she may: before her first run, and while she is in the group.
    pub(super) async fn team(&self, asker: Asker, id: ContestId, choice: &Choice) -> Done {
        let (_, version) = self.seen::<KeptContest>(&Key::contest(id)).await?;
        let Some((mut view, expect)) = self.view(asker, id).await? else { return Ok(told(Told::Nothing)) };
        if view.mine.is_none() {
            // Whether she may even see it is asked there.
            return self.see(asker, id, Then::Show).await;
        }
        let on = matches!(view.contest.phase(asker.at), Phase::Waiting | Phase::Open);
        let on = on && teams::least(&view.contest.definition).is_some();
        if !on || !view.mine.as_ref().is_some_and(teams::may_choose) {
            return Ok(told(Told::Seen(view, Then::Teams)));
        }
        if let Err(instead) = self.asker_rank(asker, &view.contest).await {
            return Ok(instead);
        }
        let others = without_her(&view);
        let name = match choice {
            Choice::Known(code) => {
                view.teams.iter().map(|team| &team.name).find(|name| teams::code(name) == *code)
            }
            Choice::New(_) => None,
        };
        let name = match (name.cloned(), choice) {
            (Some(name), _) => name,
            (None, Choice::New(text)) => match teams::founded(text, &others) {
                Ok(name) => name,
                Err(unfit) => return Ok(told(Told::Unfit(view, unfit))),
            },
            // The last of them has left meanwhile.
            (None, Choice::Known(_)) => return Ok(told(Told::Seen(view, Then::Teams))),
        };
        let is_new = others.iter().all(|team| team.name != name);
        let Some(mine) = view.mine.as_mut() else { return Ok(told(Told::Nothing)) };
        mine.team = Some(name.clone());
        let mine = mine.clone();
        view.teams = others;
        match view.teams.iter_mut().find(|team| team.name == name) {
            Some(team) => team.members += 1,
            None => view.teams.push(Team { name, members: 1, played: 0 }),
        }
        view.teams.sort_by(|one, other| one.name.cmp(&other.name));
        let contest = view.contest.clone();
        let mut ran = told(Told::Teamed(view));
        keep(&mut ran, Key::entrant(id, asker.who), &KeptEntrant(mine), expect)?;
        if is_new {
            keep(&mut ran, Key::contest(id), &KeptContest(contest.clone()), version)?;
        }
        if contest.phase(asker.at) == Phase::Open {
            refresh(&mut ran, id, &contest, asker.at)?;
        }
        Ok(ran)
    }
}

/// The teams there are without her: one that only she is in she may give another name.
fn without_her(view: &View) -> Vec<Team> {
    let hers = view.mine.as_ref().and_then(|mine| mine.team.as_deref());
    let mut others = view.teams.clone();
    if let Some(team) = others.iter_mut().find(|team| Some(team.name.as_str()) == hers) {
        team.members = team.members.saturating_sub(1);
    }
    others.retain(|team| team.members > 0);
    others
}
