//! Trainers told that files of the content folder are broken.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

use crate::base::id::TraineeId;
use crate::base::lang::Lang;
use crate::base::membership::{HOUSE, Role};
use crate::base::phrase::{Phrase, TrainerPhrase};
use crate::base::time::Moment;
use crate::flow::say::Say;
use crate::store::{Batch, Expect, Key};

use super::{Desk, DeskError};
use crate::desk::Post;
use crate::desk::records::KeptProfile;
use crate::desk::take::put;

/// Letters to trainers are numbered from here on in the outbox: above every update's letters, below reminders'.
const FIRST: u64 = 1 << 61;
/// Letters of one moment are numbered below this.
const LETTERS: u64 = 1 << 10;

/// What is wrong and how to mend it, by language.
pub type Word = BTreeMap<Lang, String>;

/// Where whoever reads files leaves word that some are broken. Cheap to clone.
#[derive(Clone, Default)]
pub struct Bell(Arc<(Mutex<Option<Word>>, Notify)>);

impl Bell {
    /// This is broken, and what was there before goes on. What was said before and nobody heard is replaced.
    pub fn ring(&self, word: Word) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(word);
        self.0.1.notify_one();
    }

    /// Waits for word.
    pub async fn heard(&self) -> Word {
        loop {
            let word = self.0.0.lock().unwrap_or_else(PoisonError::into_inner).take();
            match word {
                Some(word) => return word,
                None => self.0.1.notified().await,
            }
        }
    }
}

impl Desk {
    /// Where to leave word.
    pub fn bell(&self) -> &Bell {
        &self.bell
    }

    /// Writes to the owners and trainers of the house, whose the content folder is, each in her language.
    ///
    /// # Errors
    /// Whatever the store says.
    pub async fn tell_trainers(&self, word: &Word, now: Moment) -> Result<Vec<Post>, DeskError> {
        let Some(premises) = &self.premises else { return Ok(Vec::new()) };
        let members = self.members(HOUSE).await?;
        let crew = members.into_iter().filter(|(_, standing)| standing.role >= Some(Role::Trainer));
        let mut crew: Vec<TraineeId> = crew.map(|(who, _)| who).chain(premises.operators.clone()).collect();
        crew.sort_unstable();
        crew.dedup();
        let (mut batch, mut posts) = (Batch::new(), Vec::new());
        for who in crew {
            // Whom the bot has never met it cannot write to.
            let Some(kept) = self.kept::<KeptProfile>(Key::profile(who)).await? else { continue };
            let lang = kept.profile.interface();
            let text = word.get(&lang).or_else(|| word.get(&Lang::EN)).cloned().unwrap_or_default();
            let phrase: Phrase = TrainerPhrase::FilesBroken { text }.into();
            let render = |phrase: &Phrase| self.mind.render(phrase, lang);
            let letters = (self.format)(&[Say::Tell(phrase, Vec::new())], false, &render);
            let first = FIRST | now.0.unsigned_abs().saturating_mul(LETTERS);
            for (seq, letter) in (first..).zip(letters) {
                put(&mut batch, Key::outbox(who.0, seq), &letter, Expect::Any)?;
                posts.push(Post { chat: who.0, seq, letter });
            }
        }
        self.store.commit(batch).await?;
        Ok(posts)
    }
}
