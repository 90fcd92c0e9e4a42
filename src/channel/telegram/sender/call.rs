//! Single calls for one chat, and the outbox around them.

use serde_json::Value;
use teloxide::payloads::SendChatAction;
use teloxide::types::{ChatAction, ChatId, Recipient};

use crate::desk::Letter;
use crate::store::{Batch, Expect, Key, Record, Store, StoreError};

use super::line::Leg;
use crate::channel::telegram::api::{Api, ApiError};
use crate::channel::telegram::outbound::{SendLetter, upload};

/// Letters deleted at once.
const PAGE: usize = 256;

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
    /// Letters in the outbox were changed or taken out unsent.
    Tidied,
    /// The same, beside a call that is still under way.
    TidiedAside,
}

/// The number of the letter that a leg sends.
pub(super) fn number(leg: Leg) -> Option<u64> {
    match leg {
        Leg::Type | Leg::Edit(..) => None,
        Leg::Send(seq, _) => Some(seq),
    }
}

pub(super) async fn show_typing(api: &Api, chat: i64) -> Landing {
    let action = SendChatAction::new(Recipient::Id(ChatId(chat)), ChatAction::Typing);
    Landing::Typed(api.call(&action).await)
}

pub(super) async fn send(
    api: &Api,
    store: &dyn Store,
    chat: i64,
    seq: u64,
    letter: &Letter,
) -> Result<Landing, StoreError> {
    // The outbox decides at the last moment: whatever was deleted there since the letter was taken in does not go out.
    if store.get(&Key::outbox(chat, seq)).await?.is_none() {
        return Ok(Landing::Gone);
    }
    let outcome = match &letter.file {
        Some(file) => api.upload(upload(chat, letter, file)).await,
        None => api.call(&SendLetter::new(chat, letter)).await,
    };
    match outcome {
        Ok(message) => {
            remove(store, chat, &[seq]).await?;
            Ok(Landing::Sent(message["message_id"].as_i64()))
        }
        Err(error) => Ok(Landing::Failed(error)),
    }
}

pub(super) async fn remove(store: &dyn Store, chat: i64, letters: &[u64]) -> Result<(), StoreError> {
    for page in letters.chunks(PAGE) {
        let mut batch = Batch::new();
        for seq in page {
            batch.delete(Key::outbox(chat, *seq), Expect::Any);
        }
        store.commit(batch).await?;
    }
    Ok(())
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
