//! What administrators of a group ask for about its contests. Telegram is asked each time whether she is one.

use crate::base::id::TraineeId;
use crate::flow::contest::ContestId;
use crate::flow::contest::ask::{Roll, Then, Told};
use crate::flow::contest::record::{Contest, State};
use crate::flow::group::Rank;
use crate::flow::roles::{Holder, Right};
use crate::store::Key;

use super::records::{KeptContest, KeptEntrant};
use super::{Asker, Desk, Done, alarm, keep, refresh, told};
use crate::desk::DeskError;
use crate::desk::errands::Ran;

impl Desk {
    /// The contest, where she leads; else what to tell her.
    async fn led(&self, asker: Asker, id: ContestId) -> Result<Result<Contest, Ran>, DeskError> {
        let Some(KeptContest(contest)) = self.kept(Key::contest(id)).await? else {
            return Ok(Err(told(Told::Nothing)));
        };
        Ok(match self.asker_rank(asker, &contest).await {
            Ok((rank, _)) => {
                let holder = Holder { lead: rank == Rank::Administrator, ..Holder::default() };
                if Right::Lead.least().admits(holder) { Ok(contest) } else { Err(told(Told::NotAdmin)) }
            }
            Err(instead) => Err(instead),
        })
    }

    pub(super) async fn manage(&self, asker: Asker, id: ContestId, then: Then) -> Done {
        if let Err(instead) = self.led(asker, id).await? {
            return Ok(instead);
        }
        let Some(standing) = self.contest_standing(id).await? else { return Ok(told(Told::Nothing)) };
        let roll = Roll { id, contest: standing.contest, entrants: standing.entrants };
        Ok(told(Told::Roll(Box::new(roll), then)))
    }

    pub(super) async fn take_out(&self, asker: Asker, id: ContestId, whom: TraineeId, reason: &str) -> Done {
        let contest = match self.led(asker, id).await? {
            Ok(contest) => contest,
            Err(instead) => return Ok(instead),
        };
        let key = Key::entrant(id, whom);
        let (Some(KeptEntrant(mut entrant)), expect) = self.seen::<KeptEntrant>(&key).await? else {
            return Ok(told(Told::Nothing));
        };
        entrant.out = Some(reason.to_owned());
        let mut ran = told(Told::Removed(entrant.name.clone()));
        keep(&mut ran, key, &KeptEntrant(entrant), expect)?;
        refresh(&mut ran, id, &contest, asker.at)?;
        alarm(&mut ran, asker.at, whom.0, id, "out")?;
        Ok(ran)
    }

    pub(super) async fn cancel(&self, asker: Asker, id: ContestId) -> Done {
        if let Err(instead) = self.led(asker, id).await? {
            return Ok(instead);
        }
        let key = Key::contest(id);
        let (Some(KeptContest(mut contest)), expect) = self.seen::<KeptContest>(&key).await? else {
            return Ok(told(Told::Nothing));
        };
        if contest.state != State::On {
            return self.manage(asker, id, Then::Show).await;
        }
        contest.state = State::Cancelled;
        let mut ran = told(Told::Cancelled(contest.definition.name.clone()));
        alarm(&mut ran, asker.at, contest.place.chat, id, "cancelled")?;
        keep(&mut ran, key, &KeptContest(contest), expect)?;
        Ok(ran)
    }

    pub(super) async fn archive(&self, asker: Asker, id: ContestId) -> Done {
        let contest = match self.led(asker, id).await? {
            Ok(contest) => contest,
            Err(instead) => return Ok(instead),
        };
        let Some(standing) = self.contest_standing(id).await? else { return Ok(told(Told::Nothing)) };
        let mut files = Vec::new();
        // Before the end a run's file would tell the seed.
        let over = contest.state == State::Over;
        let shared = standing.entrants.iter().filter(|(_, one)| over && one.share && one.out.is_none());
        for (who, entrant) in shared {
            files.extend(self.run_files(&contest, *who, entrant).await?);
        }
        let (count, name) = (u32::try_from(files.len()).unwrap_or(u32::MAX), contest.definition.name.clone());
        let bytes = super::archive::zipped(&contest, &files);
        Ok(told(Told::Archive(name, count, bytes)))
    }
}
