//! What came of it, against what should have come of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures::future::BoxFuture;
use xiaoqi::base::id::TraineeId;
use xiaoqi::channel::telegram::inbound::{self, Incoming, Me, What};
use xiaoqi::desk::Playbook;
use xiaoqi::flow::input::Deed;
use xiaoqi::session::event::Event;
use xiaoqi::store::{Key, Store, StoreError};

use crate::botapi::{Call, FakeTelegram, Message};
use crate::content;
use crate::oracle::{self, Kept, Shown};
use crate::people::{self, Trainee};

/// How long a call that was on its way at a crash may take to be carried out.
const ON_ITS_WAY: Duration = Duration::from_millis(2_500);

/// What a service says that ends because of its disk.
const DISK_WORDS: [&str; 3] = ["is full", "could not be read or written", "damaged"];

/// What is told at the end.
#[derive(Default)]
pub struct Outcome {
    /// Figures.
    pub lines: Vec<String>,
    /// What should not be.
    pub wrong: Vec<String>,
}

#[derive(Default)]
struct Figures {
    updates: usize,
    messages: usize,
    sessions: usize,
    events: usize,
    letters: usize,
    again: BTreeMap<&'static str, usize>,
}

/// What a run leaves behind.
pub struct Evidence {
    pub fake: FakeTelegram,
    /// The content that was played with.
    pub content: PathBuf,
    pub trainees: Vec<Trainee>,
    /// When a process ended by no will of its own, or without its disk.
    pub crashes: Vec<Instant>,
    /// All that every life has said, by its log.
    pub said: Vec<(PathBuf, String)>,
    /// What went wrong on the way.
    pub wrong: Vec<String>,
}

/// Judges a run that has come to its end, by what it leaves and what is in its store.
pub fn judge(run: &Evidence, store: BoxFuture<'_, Result<Arc<dyn Store>, StoreError>>) -> Outcome {
    let mut outcome = Outcome { wrong: run.wrong.clone(), ..Outcome::default() };
    // A run that was broken off says nothing about what arrived.
    let whole = outcome.wrong.is_empty();
    overhear(run, &mut outcome);
    if whole {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            match store.await {
                Ok(store) => compare(run, &*store, &mut outcome).await,
                Err(error) => outcome.wrong.push(format!("the store does not open: {error}")),
            }
        });
    }
    outcome
}

/// No output holds what anybody wrote, is called, or the token.
fn overhear(run: &Evidence, outcome: &mut Outcome) {
    let token = run.fake.token();
    let secret = token.split_once(':').map_or("", |(_, secret)| secret);
    let (mut lines, mut bytes) = (0, 0);
    for (path, said) in &run.said {
        (lines, bytes) = (lines + said.lines().count(), bytes + said.len());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let token = said.contains(secret).then_some("the token");
        if let Some(what) = people::given_away(said).or(token) {
            let line = said.lines().find(|line| people::given_away(line).is_some() || line.contains(secret));
            let line: String = line.unwrap_or_default().chars().take(300).collect();
            outcome.wrong.push(format!("{name} has {what}: {line}"));
        }
        let panics = said.lines().filter(|line| line.contains("a mistake in the program"));
        // sled panics over some failures of a disk. It is answered as a store that failed, which is what it must come to.
        let (of_sled, ours) = panics.partition::<Vec<_>, _>(|line| line.contains("/sled-"));
        if let Some(line) = ours.first() {
            outcome.wrong.push(format!("{name} tells of a panic: {line}"));
        }
        if !of_sled.is_empty() && !DISK_WORDS.iter().any(|words| said.contains(words)) {
            outcome.wrong.push(format!("{name}: sled panicked, and the disk was not said to have failed"));
        }
    }
    outcome
        .lines
        .push(format!("output searched for words, names and token: {lines} lines, {} kB", bytes / 1_024));
}

async fn compare(run: &Evidence, store: &dyn Store, outcome: &mut Outcome) {
    for (what, range) in [("inbox", Key::all_inbox()), ("outbox", Key::all_outbox())] {
        let left = store.scan(range, 10_000).await.unwrap().len();
        if left > 0 {
            outcome.wrong.push(format!("{left} entries are left in the {what}"));
        }
    }
    let mind = mind(run);
    let calls = run.fake.calls();
    let mut by_chat = updates(&run.fake);
    let mut figures = Figures::default();
    for trainee in &run.trainees {
        let id = trainee.id();
        let updates = by_chat.remove(&id).unwrap_or_default();
        if updates.len() != trainee.deeds {
            outcome.wrong.push(format!("{id}: {} deeds, {} updates", trainee.deeds, updates.len()));
        }
        let real = Kept::read(store, TraineeId(id)).await;
        let (kept, letters) = oracle::expected(&mind, &updates, &real).await;
        once_each(id, &updates, &real, &mut figures, outcome);
        same(id, &real, &kept, outcome);
        let calls: Vec<&Call> = calls.iter().filter(|call| chat(call) == Some(id)).collect();
        arrived(run, id, &letters, &calls, &mut figures, outcome);
        figures.updates += updates.len();
        figures.sessions += real.sessions.len();
        figures.events += real.events().count();
    }
    if figures.messages == 0 {
        outcome.wrong.push("nobody came to play, so nothing was tried".to_owned());
    }
    let Figures { updates, messages, sessions, events, letters, again } = figures;
    outcome.lines.push(format!(
        "{} trainees, {updates} updates of theirs, {sessions} conversations, {events} events, {messages} messages written to customers or as answers",
        run.trainees.len()
    ));
    let sent: usize = again.values().sum();
    outcome.lines.push(format!(
        "{letters} letters due, all of them arrived in order; sent more than once: {sent} {again:?}"
    ));
}

fn mind(run: &Evidence) -> Arc<Playbook> {
    let loaded = content::loaded(&run.content);
    Arc::new(Playbook::new(Arc::new(loaded.content), Arc::new(loaded.prose)))
}

/// Everybody's updates, in the order in which they were made.
fn updates(fake: &FakeTelegram) -> BTreeMap<i64, Vec<Incoming>> {
    let me = Me { id: 700_100, username: "xiaoqi_test_bot".to_owned() };
    let mut by_chat: BTreeMap<i64, Vec<Incoming>> = BTreeMap::new();
    for update in fake.confirmed_updates() {
        if let Some(incoming) = inbound::read(&update.to_string(), &me) {
            by_chat.entry(incoming.trainee).or_default().push(incoming);
        }
    }
    by_chat
}

/// Every text was recorded once, in order, if it was one for a customer or an answer. This asks nobody else.
fn once_each(id: i64, updates: &[Incoming], real: &Kept, figures: &mut Figures, outcome: &mut Outcome) {
    let written = updates.iter().filter_map(|incoming| match &incoming.what {
        What::Deed(Deed::Text(text)) => Some(text.as_str()),
        _ => None,
    });
    let written: Vec<&str> = written.collect();
    let recorded = real.events().filter_map(|event| match event {
        Event::Played { said, .. } => Some(said.as_str()),
        Event::Reflected { answer, .. } => answer.as_deref(),
        _ => None,
    });
    let recorded: Vec<&str> = recorded.collect();
    figures.messages += recorded.len();
    let different: BTreeSet<&&str> = recorded.iter().collect();
    if different.len() != recorded.len() {
        outcome.wrong.push(format!("{id}: something is recorded twice"));
    }
    let mut left = written.iter();
    if !recorded.iter().all(|text| left.any(|written| written == text)) {
        outcome.wrong.push(format!("{id}: recorded in another order than written"));
    }
}

/// What is kept is what should be.
fn same(id: i64, real: &Kept, kept: &Kept, outcome: &mut Outcome) {
    for (number, (real, kept)) in (1..).zip(real.sessions.iter().zip(&kept.sessions)) {
        if let Some(at) = (0..real.len().max(kept.len())).find(|at| real.get(*at) != kept.get(*at)) {
            outcome.wrong.push(format!(
                "{id}: event {at} of session {number}: {:?}, not {:?}",
                real.get(at),
                kept.get(at)
            ));
            return;
        }
    }
    let counts = |kept: &Kept| (kept.sessions.len(), kept.profile.revision, kept.entries.len());
    if counts(real) != counts(kept) {
        let what = "sessions, steps taken, entries of the journal";
        outcome.wrong.push(format!("{id}: {what}: {:?}, not {:?}", counts(real), counts(kept)));
    } else if real != kept {
        outcome.wrong.push(format!("{id}: profile or journal: {:?}, not {:?}", real.profile, kept.profile));
    }
}

/// Every letter has arrived, in order; one that came again did so for a reason.
fn arrived(
    run: &Evidence,
    id: i64,
    due: &[Shown],
    calls: &[&Call],
    figures: &mut Figures,
    outcome: &mut Outcome,
) {
    let sent = run.fake.sent(id);
    let mut at = 0;
    figures.letters += due.len();
    for (place, message) in sent.iter().enumerate() {
        let shown = show(message);
        if due.get(at) == Some(&shown) {
            at += 1;
            continue;
        }
        let in_place = at > 0 && due.get(at - 1) == Some(&shown);
        // Several letters in a row may say the same (who writes three messages too early hears three times that she is): which of
        // them came again cannot be seen.
        let same = |place: &usize| show(&sent[*place]) == shown;
        let last = (0..place).rev().find(same);
        let before = last.into_iter().flat_map(|last| (0..=last).rev().take_while(same));
        let why = before.into_iter().find_map(|first| reason(run, &sent[first], message, in_place, calls));
        match why {
            Some(why) => *figures.again.entry(why).or_default() += 1,
            None => {
                let beginning: String = shown.0.chars().take(60).collect();
                let expected: Option<String> = due.get(at).map(|due| due.0.chars().take(60).collect());
                return outcome.wrong.push(format!(
                    "{id}: message {place} of {} is `{beginning}`, and `{expected:?}` was due",
                    sent.len()
                ));
            }
        }
    }
    if at < due.len() {
        outcome.wrong.push(format!("{id}: {} of {} letters have not arrived", due.len() - at, due.len()));
    }
}

/// The chat a call is for. What goes with a file goes as a form, and there every value is a text.
fn chat(call: &Call) -> Option<i64> {
    let chat = &call.params["chat_id"];
    chat.as_i64().or_else(|| chat.as_str()?.parse().ok())
}

fn show(message: &Message) -> Shown {
    (message.text().to_owned(), message.buttons().into_iter().map(|button| button.label).collect())
}

/// Why a letter was sent again; `None` where nothing accounts for it.
fn reason(
    run: &Evidence,
    first: &Message,
    again: &Message,
    in_place: bool,
    calls: &[&Call],
) -> Option<&'static str> {
    let near = |at: Instant| at <= again.at && first.at <= at + ON_ITS_WAY && at <= first.at + ON_ITS_WAY;
    let unheard = |call: &&&Call| matches!(call.note.as_str(), "dropped after" | "garbage");
    let text =
        |call: &Call| call.params["text"].as_str().or(call.params["caption"].as_str()).map(str::to_owned);
    let lost =
        calls.iter().filter(unheard).any(|call| near(call.at) && text(call).as_deref() == Some(first.text()));
    if lost && in_place {
        return Some("Telegram's answer was lost");
    }
    let crashed = run.crashes.iter().any(|crash| *crash <= again.at && first.at <= *crash + ON_ITS_WAY);
    match (crashed, in_place) {
        (true, true) => Some("a crash before it was recorded"),
        (true, false) => Some("a call that was still on its way at a crash"),
        _ => None,
    }
}
