//! What has to hold once contests are over.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use xiaoqi::base::id::TraineeId;
use xiaoqi::contest::entered::entered;
use xiaoqi::contest::file::{ResultFile, Token};
use xiaoqi::contest::ranking::{Attempt, singles};
use xiaoqi::contest::seed::{Announcement, Secret, reveals};
use xiaoqi::contest::verify::{Verdict, posted, verify};
use xiaoqi::desk::contest::records::{KeptContest, KeptEntrant};
use xiaoqi::desk::group::records::KeptGroup;
use xiaoqi::flow::contest::ContestId;
use xiaoqi::flow::contest::record::{Contest, State};
use xiaoqi::flow::group::Rank;
use xiaoqi::store::{Entry, Key, KeyName, Record};

use super::alone::{Shown, Told, undisturbed};
use super::cup::{Cup, FIRST, LEAD, TEAM};
use crate::botapi::Message;
use crate::stage;

/// So long before a cut a message may have been sent whose record the cut took away.
const LATE: Duration = Duration::from_secs(2);

impl Cup {
    /// All contests, in the order in which they were made.
    async fn contests(&self) -> Vec<(ContestId, Contest)> {
        let found = self.all.site.store.scan(Key::all_contests(), 100).await.unwrap();
        let read = |(key, entry): (Key, Entry)| {
            let Some(KeyName::Contest(id)) = key.name() else { panic!("no contest under {key}") };
            let KeptContest(contest) = Record::decode(&key, &entry.value).unwrap();
            (id, contest)
        };
        let mut contests: Vec<_> = found.into_iter().map(read).collect();
        contests.sort_by_key(|(_, contest)| contest.definition.opens);
        contests
    }

    /// The newest document of this name in a chat.
    fn document(&self, chat: i64, name: &str) -> Vec<u8> {
        let all = self.all.site.fake.sent(chat);
        let named = |message: &&Message| {
            message.json["document"]["file_name"].as_str().is_some_and(|file| file.starts_with(name))
        };
        let found = all.iter().rev().find(named).unwrap_or_else(|| panic!("no {name} in {chat}"));
        self.all.site.fake.file(found.file_id().unwrap()).unwrap()
    }

    /// The newest contest: anybody can verify its runs, nobody is counted twice or left out, and the ranks follow from the runs.
    pub async fn results_are_what_the_runs_deserve(&self) {
        let (id, contest) = self.contests().await.pop().unwrap();
        assert_eq!(contest.state, State::Over);
        let announced: Announcement = serde_json::from_slice(&self.document(TEAM, "contest.json")).unwrap();
        let secret = announced.secret.clone().expect("it is revealed");
        assert!(reveals(&announced.commitment, &announced.definition, &secret));
        let rounds = 1..=self.rounds.last().copied().unwrap();
        let tokens = String::from_utf8(self.document(TEAM, "tokens.txt")).unwrap();
        let tokens: Vec<Token> = tokens.lines().map(|line| Token::parse(line).unwrap()).collect();
        let (mut results, mut own) = (Vec::new(), Vec::new());
        for (chat, player) in (FIRST..).zip(self.room.players) {
            let mut attempts = Vec::new();
            for round in rounds.clone() {
                let file = ResultFile::read(&self.document(chat, &format!("run-{round}-1"))).unwrap();
                let said = player.says[usize::from(round) - 1];
                assert!(file.run.messages.len() <= said.len() && !file.run.messages.is_empty());
                assert_eq!(verify(&stage::loaded().content, &file), Verdict::Confirmed);
                assert_eq!(entered(&file.run, &announced), []);
                assert_eq!(posted(&file, &tokens), None);
                attempts.push(Attempt { round, tally: file.run.tally() });
                own.push(file.token.to_string());
            }
            results.push((TraineeId(chat), attempts));
        }
        own.sort();
        assert_eq!(
            tokens.iter().map(Token::to_string).collect::<Vec<_>>(),
            own,
            "each run once, and no other"
        );
        let name = |who: TraineeId| self.room.players[usize::try_from(who.0 - FIRST).unwrap()].name;
        let deserved: Vec<[String; 3]> = singles(&results)
            .iter()
            .map(|placed| {
                let (place, score) = (placed.place.to_string(), placed.standing.sum.score.to_string());
                [place, name(placed.who).to_owned(), score]
            })
            .collect();
        let table = String::from_utf8(self.document(LEAD, "results.csv")).unwrap();
        let cells = table.lines().skip(1).map(|line| line.split(',').take(3).map(str::to_owned).collect());
        assert_eq!(cells.collect::<Vec<Vec<String>>>(), deserved);
        let parts = self.all.site.store.scan(Key::entrants_of(id), 1_000).await.unwrap();
        assert_eq!(parts.len(), self.room.players.len());
        for (key, entry) in parts {
            let KeptEntrant(part) = Record::decode(&key, &entry.value).unwrap();
            assert_eq!(part.runs.len(), rounds.clone().count(), "{key}");
            assert!(rounds.clone().all(|round| part.begun.get(&round) == Some(&1)), "{key}");
        }
    }

    /// Everything together: what everybody was told is what one desk tells that nothing disturbs, each letter once but where an
    /// answer was lost, and every board is one message.
    pub async fn judge(&self) {
        let contests = self.contests().await;
        assert_eq!(contests.len(), self.rounds.len());
        let key = Key::group(TEAM);
        let entry = self.all.site.store.get(&key).await.unwrap().unwrap();
        let KeptGroup(group) = Record::decode(&key, &entry.value).unwrap();
        assert_eq!(group.past.len(), contests.len(), "each is over once");
        let secrets: Vec<Secret> = contests.into_iter().map(|(_, contest)| contest.secret).collect();
        let members = (FIRST..).zip(self.room.players);
        let mut people: BTreeMap<i64, (Rank, String)> =
            members.map(|(id, player)| (id, (Rank::Member, player.name.to_owned()))).collect();
        people.insert(LEAD, (Rank::Administrator, "Ann".to_owned()));
        let chats: Vec<i64> = people.keys().copied().chain([TEAM]).collect();
        let told = undisturbed(&self.all, people, &secrets, self.all.now()).await;
        let again: usize = chats.into_iter().map(|chat| self.told_once(chat, &told)).sum();
        eprintln!("{} cuts, {again} letters came again", self.all.cuts.len());
        let mut refusals = self.all.site.fake.refusals();
        // A board whose turn fell into a cut is turned once more, to what it shows already.
        refusals.retain(|call| !call.note.contains("message is not modified"));
        assert!(refusals.is_empty(), "{refusals:?}");
    }

    /// Whether a message of that moment may have come once more at the other: something was cut off between the two, soon after
    /// the first.
    fn cut_between(&self, first: Instant, second: Instant) -> bool {
        self.all.cuts.iter().any(|(from, to)| first <= *to && first + LATE >= *from && second >= *from)
    }

    /// A chat shows what it should. How many messages came again.
    fn told_once(&self, chat: i64, told: &Told) -> usize {
        let boards: Vec<&Vec<String>> =
            told.boards.iter().filter(|((of, _), _)| *of == chat).map(|(_, versions)| versions).collect();
        let sent = self.all.site.fake.sent(chat);
        let (on_boards, letters): (Vec<&Message>, Vec<&Message>) = sent.iter().partition(|message| {
            let text = message.text().trim();
            message.file_id().is_none()
                && boards.iter().flat_map(|board| board.iter()).any(|known| known == text)
        });
        let mut again = on_boards.len().saturating_sub(boards.len());
        for versions in &boards {
            let newest = versions.last().unwrap();
            let shows = on_boards.iter().filter(|message| message.text().trim() == newest).count();
            assert!(shows >= 1, "{chat}: nothing shows {newest}");
        }
        let orphans = on_boards.iter().filter(|message| {
            let later = on_boards.iter().filter(|other| other.at > message.at);
            later.into_iter().any(|other| self.cut_between(message.at, other.at))
        });
        assert!(again <= orphans.count(), "{chat}: {again} boards too many, and nothing was cut off");
        let none = Vec::new();
        let mut to_come = told.letters.get(&chat).unwrap_or(&none).iter().peekable();
        let mut last: Option<(Shown, Instant)> = None;
        for message in letters {
            let shown = self.shown(message);
            if to_come.next_if(|next| **next == shown).is_some() {
                last = Some((shown, message.at));
                continue;
            }
            let same = last
                .as_ref()
                .is_some_and(|(before, at)| *before == shown && self.cut_between(*at, message.at));
            let next = to_come.peek().map(|next| next.text.as_str());
            assert!(same, "{chat}: `{}` came where {next:?} was to come; {}", shown.text, self.all.logs());
            again += 1;
            last = Some((shown, message.at));
        }
        let missing: Vec<&str> = to_come.map(|shown| shown.text.as_str()).collect();
        assert!(missing.is_empty(), "{chat} was never told {missing:?}");
        again
    }

    fn shown(&self, message: &Message) -> Shown {
        let file = message.file_id().map(|id| {
            let name = message.json["document"]["file_name"].as_str().unwrap_or_default().to_owned();
            (name, self.all.site.fake.file(id).unwrap())
        });
        Shown { text: message.text().trim().to_owned(), file }
    }
}
