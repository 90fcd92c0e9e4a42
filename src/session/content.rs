//! Everything trainers own, loaded and checked: what every conversation is played with.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::agent::wording::Wording;
use crate::base::gentle::Gentle;
use crate::base::hash::ContentHash;
use crate::base::id::{PersonaId, Realm, TraineeId};
use crate::base::lang::Lang;
use crate::base::membership::{Audience, Standing};
use crate::nlu::ear::Ear;
use crate::nlu::rank::Hearing;
use crate::nlu::reader::Reader;
use crate::persona::lines::Book;
use crate::persona::model::{Persona, Texts};
use crate::persona::rules::Rules;

use super::event::Started;
use super::fold::Cast;
use super::limit::{Limit, Limits};

/// One language customers can speak.
#[derive(Clone)]
pub struct Tongue {
    /// Its tag.
    pub lang: Lang,
    /// What customers say where a persona has no line of its own.
    pub book: Arc<Book>,
    /// What understands trainees who write it.
    pub reader: Arc<Reader>,
    /// What a customer's topics are compiled with in it.
    pub hearing: Arc<Hearing>,
    /// Hash over everything that conversations in it depend on.
    pub hash: ContentHash,
}

/// What whoever runs the service has settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct House {
    /// After how many days without a word a conversation is deleted; `None`: not by itself.
    pub retention_days: Option<u32>,
    /// Where to find help outside, in the operator's own words.
    pub help_line: Option<String>,
}

/// Personas and languages, as one consistent set.
#[derive(Clone)]
pub struct Content {
    /// The laws all customers share.
    pub rules: Arc<Rules>,
    /// Customers by id.
    pub personas: BTreeMap<PersonaId, Arc<Persona>>,
    /// Languages customers speak, by tag.
    pub tongues: BTreeMap<Lang, Tongue>,
    /// Where a language borrows what it has not got, such as zh-Hant from zh-Hans.
    pub fallbacks: BTreeMap<Lang, Lang>,
    /// Topics of each persona, per language.
    pub ears: BTreeMap<(PersonaId, Lang), LazyEar>,
    /// Who may meet a customer that was published from a phone; everybody may meet those of the content folder.
    pub audiences: BTreeMap<PersonaId, Audience>,
    /// What a model agent says, by language, for trainees who play the customer.
    pub agents: BTreeMap<Lang, Arc<Wording>>,
    /// The lines that are left where a trainee limits abuse.
    pub limits: Arc<Limits>,
    /// What whoever runs the service has settled; nothing a conversation depends on.
    pub house: House,
    /// What was here before the files changed, newest first, for the conversations that began with it.
    pub past: Vec<Arc<Content>>,
}

/// How many earlier versions are kept for conversations under way: a trainer who saves every minute for an hour. They
/// share whatever did not change.
const PAST: usize = 60;

/// A persona's topics in one language, compiled when the first conversation needs them: a start that compiled those of all
/// customers would wait for them.
#[derive(Clone)]
pub struct LazyEar {
    language: Arc<Hearing>,
    ear: Arc<OnceLock<Option<Ear>>>,
}

impl LazyEar {
    /// Not compiled yet.
    pub fn new(language: Arc<Hearing>) -> LazyEar {
        LazyEar { language, ear: Arc::default() }
    }

    /// The topics. `None` where they exceed what an automaton can address.
    fn get(&self, persona: &Persona, texts: &Texts) -> Option<&Ear> {
        self.ear.get_or_init(|| Ear::new(persona, texts, &self.language)).as_ref()
    }
}

impl Content {
    /// The language that a persona really speaks with a trainee who chose `lang`: that language, the one it
    /// borrows from, or the persona's own. `None` where the persona does not exist or speaks no loaded language.
    pub fn spoken(&self, persona: &PersonaId, lang: Lang) -> Option<Lang> {
        let persona = self.personas.get(persona)?;
        let candidates = [Some(lang), self.fallbacks.get(&lang).copied(), Some(persona.home)];
        let speaks = |l: &Lang| persona.texts.contains_key(l) && self.tongues.contains_key(l);
        candidates.into_iter().flatten().find(speaks)
    }

    /// What a conversation with `persona` in exactly `lang` is played with. `None` where it cannot be.
    pub fn cast(&self, persona: &PersonaId, lang: Lang) -> Option<Cast<'_>> {
        let tongue = self.tongues.get(&lang)?;
        let lazy = self.ears.get(&(persona.clone(), lang))?;
        let persona = self.personas.get(persona)?;
        let texts = persona.texts.get(&lang)?;
        let ear = lazy.get(persona, texts)?;
        Some(Cast {
            persona,
            texts,
            rules: &self.rules,
            book: &tongue.book,
            reader: &tongue.reader,
            ear,
            locale_hash: &tongue.hash,
            limit: None,
        })
    }

    /// The same, where the trainee limits abuse: harsh lines are not there to be spoken, all else is as it is.
    pub fn cast_within(&self, persona: &PersonaId, lang: Lang, gentle: Gentle) -> Option<Cast<'_>> {
        let cast = self.cast(persona, lang)?;
        let Some((book, texts, words)) = self.limits.under((persona, lang, gentle), cast.book, cast.texts)
        else {
            return Some(cast);
        };
        Some(Cast { book, texts, limit: Some((gentle, words)), ..cast })
    }

    /// What a conversation that was started goes on with: the version it was started with, where that is still here. Where
    /// it is not, the version that is here; whether that is the same is another question.
    pub fn cast_of(&self, start: &Started) -> Option<Cast<'_>> {
        let gentle = start.limit.as_ref().map(|limit: &Limit| limit.gentle).unwrap_or_default();
        let is_same = |content: &&Content| {
            let persona = content.personas.get(&start.persona).is_some_and(|p| p.hash == start.persona_hash);
            persona && content.tongues.get(&start.lang).is_some_and(|t| t.hash == start.locale_hash)
        };
        let all = std::iter::once(self).chain(self.past.iter().map(Arc::as_ref));
        let content = all.into_iter().find(is_same).unwrap_or(self);
        content.cast_within(&start.persona, start.lang, gentle)
    }

    /// Whether somebody may meet a customer: those of the content folder everybody, a published one whom he was published
    /// for, a draft only the trainer whose it is.
    pub fn may_meet(&self, persona: &PersonaId, who: TraineeId, standing: &Standing) -> bool {
        match persona.realm() {
            None => true,
            Some(Realm::Draft(trainer)) => trainer == who,
            Some(Realm::Published(organisation)) => {
                self.audiences.get(persona).is_some_and(|audience| standing.is_among(organisation, *audience))
            }
        }
    }

    /// This content with a customer more, or with another version of him. `None` for the audience: a draft.
    pub fn with(self: &Arc<Content>, persona: Persona, audience: Option<Audience>) -> Content {
        let id = persona.id.clone();
        let mut next = match self.personas.get(&id) {
            Some(before) if before.hash != persona.hash => self.without(&id),
            _ => Content::clone(self),
        };
        let speaks = |lang: &Lang| Some((*lang, next.tongues.get(lang)?));
        let spoken: Vec<_> = persona.texts.keys().filter_map(speaks).collect();
        let ear =
            |(lang, tongue): (Lang, &Tongue)| ((id.clone(), lang), LazyEar::new(Arc::clone(&tongue.hearing)));
        let ears: Vec<_> = spoken.into_iter().map(ear).collect();
        let mut limits = Limits::clone(&next.limits);
        limits.extend(ears.iter().map(|(key, _)| key.clone()));
        next.limits = Arc::new(limits);
        next.ears.extend(ears);
        next.personas.insert(id.clone(), Arc::new(persona));
        match audience {
            Some(audience) => next.audiences.insert(id, audience),
            None => next.audiences.remove(&id),
        };
        next
    }

    /// This content without a customer, who stays at hand for conversations under way.
    pub fn without(self: &Arc<Content>, persona: &PersonaId) -> Content {
        let mut next = Content::clone(self);
        next.personas.remove(persona);
        next.ears.retain(|(id, _), _| id != persona);
        next.audiences.remove(persona);
        next.past = self.as_past();
        next
    }

    /// What is past once this content is.
    fn as_past(self: &Arc<Content>) -> Vec<Arc<Content>> {
        let alone = Content { past: Vec::new(), ..Content::clone(self) };
        let earlier = self.past.iter().map(Arc::clone);
        std::iter::once(Arc::new(alone)).chain(earlier).take(PAST).collect()
    }

    /// Whether customers who cannot be made anew may stay as they were in `previous`: only under the same laws. Under others
    /// a customer would be half old and half new, which is neither, so he is left out; that holds for those of the content
    /// folder and for published ones alike. Conversations under way go on with what they began with in both cases.
    pub fn may_keep(&self, previous: &Content) -> bool {
        self.rules.hash == previous.rules.hash
    }

    /// This content with some customers as they were in `previous`, where they were there and [may stay](Self::may_keep);
    /// and which of them.
    pub fn keeping(mut self, these: &BTreeSet<PersonaId>, previous: &Content) -> (Content, Vec<PersonaId>) {
        let mut kept = Vec::new();
        let may_keep = self.may_keep(previous);
        for id in these.iter().filter(|_| may_keep) {
            let Some(persona) = previous.personas.get(id) else { continue };
            self.personas.insert(id.clone(), Arc::clone(persona));
            self.ears.retain(|(other, _), _| other != id);
            let ears = previous
                .ears
                .iter()
                .filter(|((other, lang), _)| other == id && self.tongues.contains_key(lang));
            let ears: Vec<_> = ears.map(|(key, ear)| (key.clone(), ear.clone())).collect();
            if let Some(limits) = Arc::get_mut(&mut self.limits) {
                limits.extend(ears.iter().map(|(key, _)| key.clone()));
            }
            self.ears.extend(ears);
            kept.push(id.clone());
        }
        (self, kept)
    }

    /// This content in the place of `previous`, which stays at hand for the conversations that began with it. What did not
    /// change is shared.
    pub fn succeed(mut self, previous: &Arc<Content>) -> Content {
        self.house = previous.house.clone();
        for (id, persona) in &mut self.personas {
            let Some(before) = previous.personas.get(id).filter(|before| before.hash == persona.hash) else {
                continue;
            };
            *persona = Arc::clone(before);
            for lang in before.texts.keys() {
                let hash = |tongues: &BTreeMap<Lang, Tongue>| tongues.get(lang).map(|t| t.hash.clone());
                let key = (id.clone(), *lang);
                let compiled =
                    previous.ears.get(&key).filter(|_| hash(&self.tongues) == hash(&previous.tongues));
                if let Some((ear, compiled)) = self.ears.get_mut(&key).zip(compiled) {
                    *ear = compiled.clone();
                }
            }
        }
        self.past = previous.as_past();
        self
    }
}
