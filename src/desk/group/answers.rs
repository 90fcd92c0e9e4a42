//! Answers to a group's case of the day, which come from private chats: the one place where what somebody does in private changes a
//! group's record. The group hears of it by an alarm that is due at once.

use crate::flow::errand::{Answered, Outcome};
use crate::flow::group::Rank;
use crate::flow::group::play::{self, Case, Kind};
use crate::flow::input::Input;
use crate::store::{Key, Record};

use super::super::errands::Ran;
use super::super::{Desk, DeskError};
use super::KeptAlarm;
use super::records::KeptGroup;

impl Desk {
    /// Shows the case that a link leads to, or takes an answer to it: from members of the group only, while it waits for answers.
    pub(in crate::desk) async fn answer(
        &self,
        input: &Input,
        (chat, number, token): (i64, u64, u64),
        text: Option<&str>,
    ) -> Result<Ran, DeskError> {
        let told = |answered| Ran { outcome: Some(Outcome::Answered(answered)), ..Ran::default() };
        let key = Key::group(chat);
        let (Some(KeptGroup(mut group)), expect) = self.seen::<KeptGroup>(&key).await? else {
            return Ok(told(Answered::Closed));
        };
        let case = group.games.iter_mut().find_map(|game| match &mut game.kind {
            Kind::Case(case) if game.number == number => Some(case),
            _ => None,
        });
        let open = |case: &&mut Case| case.token == token && !case.voting;
        let Some(case) = case.filter(open) else { return Ok(told(Answered::Closed)) };
        let rank = match self.roster.get() {
            Some(roster) => roster.rank(chat, input.trainee).await.map(|(rank, _)| rank),
            None => None,
        };
        if !matches!(rank, Some(Rank::Administrator | Rank::Member)) {
            return Ok(told(Answered::Stranger));
        }
        let mine = case.answers.iter().find(|answer| answer.who == input.trainee);
        if mine.is_none() && case.answers.len() >= play::case::ANSWERS {
            return Ok(told(Answered::Full));
        }
        let Some(text) = text.filter(|text| !text.is_empty()) else {
            let before = mine.map(|answer| answer.text.clone());
            let (title, opening) = (case.title.clone(), case.opening().to_vec());
            return Ok(told(Answered::Open { title, opening, before }));
        };
        case.answer(input.trainee, text);
        let mut ran = told(Answered::Taken);
        ran.guarded.push((key.clone(), Some(Record::encode(&key, &KeptGroup(group))?), expect));
        let alarm = Key::alarm(input.at, chat, &play::answered(number));
        ran.changes.push((alarm.clone(), Some(Record::encode(&alarm, &KeptAlarm {})?)));
        Ok(ran)
    }
}
