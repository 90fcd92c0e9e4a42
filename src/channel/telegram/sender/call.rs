//! Single calls for one chat, and the outbox around them.

use serde_json::Value;
use teloxide::payloads::SendChatAction;
use teloxide::types::{ChatAction, ChatId, Recipient};

use crate::base::hash::ContentHash;
use crate::desk::group::records::KeptBoard;
use crate::desk::{Letter, Post};
use crate::fleet::Pass;
use crate::store::{Batch, Expect, Key, KeyName, Record, Store, StoreError, scan_all};

use super::clearing::Clearing;
use super::line::Leg;
use crate::channel::telegram::api::{Api, ApiError, Reason};
use crate::channel::telegram::outbound::{EditLetter, SendLetter, upload};

/// How a call ended.
pub(super) enum Landing {
    Typed(Result<Value, ApiError>),
    /// The letter is sent, as this message, and out of the outbox.
    Sent(Option<i64>),
    /// A message was to be turned into another.
    Turned(Result<Value, ApiError>),
    Failed(ApiError),
    /// The letter is not in the outbox any more, and was not sent.
    Gone,
    /// What was to become of a board, with the version of it that was taken up.
    Board(u64, Box<Letter>, Result<Put, ApiError>),
    /// The group has another number, under which its letters now wait.
    Moved(Vec<Post>),
    /// Letters in the outbox were changed or taken out unsent.
    Tidied,
    /// The same, beside a call that is still under way.
    TidiedAside,
}

/// What became of a board.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Put {
    /// Its message was sent.
    Sent,
    /// Its message was turned.
    Turned,
    /// Nothing was to be done.
    Idle,
}

/// The number of the letter that a leg sends.
pub(super) fn number(leg: Leg) -> Option<u64> {
    match leg {
        Leg::Type | Leg::Edit(..) => None,
        Leg::Send(seq, _) | Leg::Board(seq, _) => Some(seq),
    }
}

pub(super) async fn show_typing(api: &Api, chat: i64) -> Landing {
    let action = SendChatAction::new(Recipient::Id(ChatId(chat)), ChatAction::Typing);
    Landing::Typed(api.call(&action).await)
}

/// Sends a letter, as the bot of this name.
pub(super) async fn send(
    (api, bot): (&Api, &str),
    outbox: &Clearing,
    (chat, seq): (i64, u64),
    letter: &Letter,
    pass: &Pass,
) -> Result<Landing, StoreError> {
    let store = outbox.store();
    // The outbox decides at the last moment: whatever was deleted there since the letter was taken in does not go out.
    if store.get(&Key::outbox(chat, seq)).await?.is_none() {
        return Ok(Landing::Gone);
    }
    // Reading took too long, or the machine slept: another replica may be sending it.
    if !pass.is_certain() {
        return Ok(Landing::Tidied);
    }
    let outcome = match &letter.file {
        Some(file) => api.upload(upload(chat, letter, file, bot)).await,
        None => api.call(&SendLetter::new(chat, letter, bot)).await,
    };
    match outcome {
        Ok(message) => {
            outbox.remove(chat, &[seq]).await?;
            Ok(Landing::Sent(message["message_id"].as_i64()))
        }
        Err(ApiError::Refused { reason: Reason::Moved(new), .. }) => moved(store, chat, new).await,
        Err(error) => Ok(Landing::Failed(error)),
    }
}

/// Shows the newest version of a board: turns the message in which it stands, or sends it where there is none (any more).
pub(super) async fn show(
    (api, bot): (&Api, &str),
    store: &dyn Store,
    (chat, seq): (i64, u64),
    taken: Letter,
    pass: &Pass,
) -> Result<Landing, StoreError> {
    let key = Key::outbox(chat, seq);
    let Some(entry) = store.get(&key).await? else {
        return Ok(Landing::Board(seq, Box::new(taken), Ok(Put::Idle)));
    };
    // What is in the outbox is the newest, whatever was taken up.
    let letter: Letter = Record::decode(&key, &entry.value).unwrap_or(taken);
    let board = Key::board(chat, letter.board.unwrap_or_default());
    let kept = store.get(&board).await?;
    let kept = kept.and_then(|kept| Record::<KeptBoard>::decode(&board, &kept.value).ok());
    let shows = shows(&letter);
    let whole = |outcome| Landing::Board(seq, Box::new(letter.clone()), outcome);
    if kept.as_ref().is_some_and(|kept| kept.shows == shows) {
        settle(store, (key, entry.version), None).await?;
        return Ok(whole(Ok(Put::Idle)));
    }
    if !pass.is_certain() {
        return Ok(Landing::Tidied);
    }
    let (mut message, mut put) = (kept.map(|kept| kept.message), Put::Turned);
    if let Some(number) = message {
        match api.call(&EditLetter::new(chat, number, &letter, bot)).await {
            Ok(_) | Err(ApiError::Refused { reason: Reason::Unchanged, .. }) => {}
            Err(ApiError::Refused { reason: Reason::NoMessage, .. }) => message = None,
            Err(ApiError::Refused { reason: Reason::Moved(new), .. }) => {
                return moved(store, chat, new).await;
            }
            Err(error) => return Ok(whole(Err(error))),
        }
    }
    if message.is_none() {
        match api.call(&SendLetter::new(chat, &letter, bot)).await {
            Ok(sent) => (message, put) = (sent["message_id"].as_i64(), Put::Sent),
            Err(ApiError::Refused { reason: Reason::Moved(new), .. }) => {
                return moved(store, chat, new).await;
            }
            Err(error) => return Ok(whole(Err(error))),
        }
    }
    let kept = message.map(|message| (board, KeptBoard { message, shows }));
    settle(store, (key, entry.version), kept).await?;
    Ok(whole(Ok(put)))
}

/// A hash of what a board shows.
fn shows(letter: &Letter) -> String {
    let buttons = letter.buttons.iter().flatten().flat_map(|b| [b.label.as_bytes(), b.data.as_bytes()]);
    let parts = std::iter::once(letter.text.as_bytes()).chain(buttons);
    ContentHash::of(parts).as_str().to_owned()
}

/// Takes a board's version out of the outbox, unless a newer one has come, and keeps where it stands.
async fn settle(
    store: &dyn Store,
    (key, version): (Key, u64),
    board: Option<(Key, KeptBoard)>,
) -> Result<(), StoreError> {
    let bytes = board.and_then(|(key, board)| Some((key.clone(), Record::encode(&key, &board).ok()?)));
    for expect in [Some(Expect::Version(version)), None] {
        let mut batch = Batch::new();
        if let Some((board, bytes)) = &bytes {
            batch.put(board.clone(), bytes.clone(), Expect::Any);
        }
        if let Some(expect) = expect {
            batch.delete(key.clone(), expect);
        }
        match store.commit(batch).await {
            Err(error) if error.is_conflict() => {}
            done => return done,
        }
    }
    Ok(())
}

/// Puts what waits for a group under its new number.
async fn moved(store: &dyn Store, old: i64, new: i64) -> Result<Landing, StoreError> {
    let mut posts = Vec::new();
    for (key, entry) in scan_all(store, Key::outbox_of(old)).await? {
        let Some(KeyName::Outbox { seq, .. }) = key.name() else { continue };
        let Ok(letter) = Record::<Letter>::decode(&key, &entry.value) else { continue };
        let mut batch = Batch::new();
        batch.put(Key::outbox(new, seq), entry.value, Expect::Any);
        batch.delete(key, Expect::Version(entry.version));
        match store.commit(batch).await {
            Ok(()) => posts.push(Post { chat: new, seq, letter }),
            // Somebody else moved it, or took it out.
            Err(error) if error.is_conflict() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Landing::Moved(posts))
}

/// Puts a letter in another's place in the outbox. What was taken out of it meanwhile does not come back.
pub(super) async fn rewrite(
    store: &dyn Store,
    chat: i64,
    seq: u64,
    letter: &Letter,
) -> Result<(), StoreError> {
    let key = Key::outbox(chat, seq);
    let Some(kept) = store.get(&key).await? else { return Ok(()) };
    let Ok(bytes) = Record::encode(&key, letter) else { return Ok(()) };
    let mut batch = Batch::new();
    batch.put(key, bytes, Expect::Version(kept.version));
    match store.commit(batch).await {
        Err(error) if !error.is_conflict() => Err(error),
        _ => Ok(()),
    }
}
