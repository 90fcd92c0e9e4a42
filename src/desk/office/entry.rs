//! Letting somebody in, and taking her off again, by number: what whoever runs the bot does.

use crate::base::id::TraineeId;
use crate::desk::door::admission;
use crate::desk::door::records::{KeptAdmission, Way};
use crate::desk::errands::{nudges_of, timers_of};
use crate::flow::office::Settled;
use crate::store::Key;

use super::records::KeptStanding;
use super::{Desk, Done, Request, guard, told};

impl Desk {
    /// Lets somebody in, whatever was before. A group goes by its chat's number.
    pub(super) async fn admit(&self, request: &Request<'_>, number: i64) -> Done {
        let key = Key::admission(TraineeId(number));
        let (_, expect) = self.seen::<KeptAdmission>(&key).await?;
        let mut ran = told(Settled::LetIn(number));
        guard(&mut ran, key, &admission(request.at, Way::Number), expect)?;
        Ok(ran)
    }

    /// Takes somebody off: out of her organisation, and nothing is written to her by itself any more. What is kept of her is hers to
    /// take away and to delete.
    pub(super) async fn bar(&self, request: &Request<'_>, number: i64) -> Done {
        let who = TraineeId(number);
        if self.runs_it(who) || who == request.who {
            return Ok(told(Settled::NotBarred));
        }
        let key = Key::admission(who);
        let (kept, expect) = self.seen::<KeptAdmission>(&key).await?;
        let way = kept.map_or(Way::Number, |kept| kept.way);
        let mut ran = told(Settled::Barred(number));
        guard(&mut ran, key, &KeptAdmission { at: request.at, way, barred: true }, expect)?;
        let key = Key::member(who);
        let (standing, expect) = self.seen::<KeptStanding>(&key).await?;
        if let Some(KeptStanding(standing)) = standing {
            ran.guarded.push((key, None, expect));
            self.unsubscribe(&mut ran, standing.organisation, who).await?;
        }
        let timers = timers_of(&*self.store, who).await?.into_iter();
        let nudges = nudges_of(&*self.store, who).await?.into_iter();
        ran.changes.extend(timers.chain(nudges).map(|(key, _)| (key, None)));
        Ok(ran)
    }
}
