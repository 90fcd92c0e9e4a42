//! Who is played against and what is written to them: a few customers in every language that there are messages for.

use std::collections::BTreeMap;

use crate::base::id::{PersonaId, TraineeId};
use crate::base::lang::Lang;
use crate::base::time::Moment;
use crate::flow::action::Action;
use crate::flow::input::{Deed, Input};
use crate::library::Loaded;
use crate::session::content::Content;
use crate::session::fold::{Cast, Session};

/// What is written, a message a line: made for measuring, and no part of any examples or tests.
const SAID: [(Lang, &str); 3] = [
    (Lang::ZH_HANS, include_str!("said/zh-Hans.txt")),
    (Lang::ZH_HANT, include_str!("said/zh-Hant.txt")),
    (Lang::EN, include_str!("said/en.txt")),
];

/// Customers that take part, spread over all there are. More would only compile more topics before the measuring begins.
const CUSTOMERS: usize = 8;
/// Messages of one conversation, at most.
const TURNS: usize = 6;
/// The dice of every conversation.
const SEED: u64 = 1;
/// When everything happens.
const AT: Moment = Moment(1_800_000_000_000);

/// One conversation that can be had again and again.
#[derive(Clone, Debug)]
pub struct Script {
    /// With whom.
    pub persona: PersonaId,
    /// In which language.
    pub lang: Lang,
    /// What is written, as far as he listens.
    pub said: Vec<&'static str>,
}

impl Script {
    /// What a new trainee does in it: she begins, then writes.
    pub fn inputs(&self, trainee: i64) -> impl Iterator<Item = Input> + '_ {
        let written = self.said.iter().map(|text| Deed::Text((*text).to_owned()));
        let deeds = std::iter::once(Deed::Press(Action::Begin(self.persona.clone()))).chain(written);
        deeds.map(move |deed| Input {
            trainee: TraineeId(trainee),
            at: AT,
            device_lang: Some(self.lang),
            seed: SEED,
            deed,
        })
    }

    /// What it is played with.
    pub fn cast<'a>(&self, content: &'a Content) -> Option<Cast<'a>> {
        content.cast(&self.persona, self.lang)
    }

    /// The conversation as it stands when everything is said.
    pub fn played(&self, cast: &Cast<'_>) -> Session {
        let (mut session, _) = Session::open(cast, self.lang, SEED, AT);
        for said in &self.said {
            session.play(cast, said, AT);
        }
        session
    }
}

/// All messages of a language.
pub fn messages(lang: Lang) -> Vec<&'static str> {
    let texts = SAID.into_iter().filter(|(other, _)| *other == lang);
    texts.flat_map(|(_, text)| text.lines()).filter(|line| !line.is_empty()).collect()
}

/// The conversations, by language. Making them also compiles what the customers listen for, so that none of it is measured.
/// Empty where nobody can be played in a language that there are messages for.
pub fn scripts(loaded: &Loaded) -> BTreeMap<Lang, Vec<Script>> {
    let personas = &loaded.content.personas;
    let step = personas.len().div_ceil(CUSTOMERS).max(1);
    let mut scripts: BTreeMap<Lang, Vec<Script>> = BTreeMap::new();
    for (lang, _) in SAID {
        let all = messages(lang);
        for (place, persona) in personas.keys().step_by(step).enumerate() {
            let Some(cast) = loaded.content.cast(persona, lang) else { continue };
            let stretch = all.chunks(TURNS).cycle().nth(place).unwrap_or_default();
            let said = heard(&cast, lang, stretch);
            if !said.is_empty() {
                scripts.entry(lang).or_default().push(Script { persona: persona.clone(), lang, said });
            }
        }
    }
    scripts
}

/// The messages before the one that ends the conversation: what comes after it is no turn.
fn heard(cast: &Cast<'_>, lang: Lang, said: &[&'static str]) -> Vec<&'static str> {
    let (mut session, _) = Session::open(cast, lang, SEED, AT);
    let listens = said.iter().take_while(|text| {
        session.play(cast, text, AT);
        session.is_open()
    });
    listens.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_three_conversations_of_messages_and_none_twice() {
        for (lang, _) in SAID {
            let mut all = messages(lang);
            assert_eq!(all.len(), 3 * TURNS, "{lang}");
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), 3 * TURNS, "{lang}");
        }
    }
}
