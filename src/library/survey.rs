//! All content read and checked, before anything is trained.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::nlu::ear::wordings;
use crate::nlu::lint::lint;
use crate::nlu::meanings::{self, Meanings};
use crate::persona::complete::{Whole, whole};
use crate::persona::finding::{Finding, Source};
use crate::persona::model::Persona;
use crate::persona::rules::Rules;
use crate::session::content::{Content, House, LazyEar, Tongue};
use crate::session::limit::Limits;
use crate::simulate::trainee::Trainee;

use super::cache::Cache;
use super::files::{Files, is_shared};
use super::locales::{Draft, Guest, Locales, Tongues, locales};
use super::personas::{personas, rules};
use super::{LibraryError, Loaded};

/// All content, read and checked.
pub struct Survey {
    /// Customers by id.
    pub personas: BTreeMap<PersonaId, Arc<Persona>>,
    /// What was found, in file order.
    pub findings: Vec<Finding>,
    /// The files as they were read.
    pub files: Files,
    rules: Rules,
    locales: Locales,
    trainees: Vec<Trainee>,
}

impl Survey {
    /// Reads and checks `files`; `findings` are those of reading them.
    ///
    /// # Errors
    /// `Rules`, where the shared laws are broken.
    pub fn of(files: Files, mut findings: Vec<Finding>) -> Result<Survey, LibraryError> {
        let laws = rules(&files, &mut findings);
        // Customers and languages know nothing of each other, and each takes about half of the reading.
        let (locales, found, personas) = std::thread::scope(|scope| {
            let languages = scope.spawn(|| {
                let mut found = Vec::new();
                (locales(&files, &mut found), found)
            });
            let personas = laws.as_ref().map(|(rules, hash)| personas(&files, rules, hash, &mut findings));
            let (locales, found) = languages.join().unwrap_or_default();
            (locales, found, personas.unwrap_or_default())
        });
        findings.extend(found);
        let shadows = files.in_folder("personas/trainees", ".toml");
        let trainees = shadows.filter_map(|(_, source)| Trainee::parse(source, &mut findings)).collect();
        findings.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
        match laws {
            Some((rules, _)) => Ok(Survey { personas, findings, files, rules, locales, trainees }),
            None => Err(LibraryError::Rules { findings, files }),
        }
    }

    /// A customer's own file with everything filled in that it leaves out; `None` where there is none that can be read.
    pub fn whole(&self, id: &str) -> Option<Whole> {
        let source = self.files.get(&format!("personas/{id}.toml")).filter(|file| !is_shared(file.name))?;
        whole(source, &self.rules, &mut Vec::new())
    }

    /// The laws all customers share.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The languages in which customers can be played.
    pub fn spoken(&self) -> impl Iterator<Item = Lang> + '_ {
        self.tongues().keys().chain(self.locales.guests.keys()).copied()
    }

    /// The languages customers speak.
    pub fn tongues(&self) -> &Tongues {
        &self.locales.tongues
    }

    /// The language whose reader reads texts in `lang`: itself, or the one it borrows from.
    pub fn read_as(&self, lang: Lang) -> Option<Lang> {
        let reads = self.locales.guests.get(&lang).map(Guest::reads);
        let borrowed = self.locales.fallbacks.get(&lang).copied();
        [reads, Some(lang), borrowed].into_iter().flatten().find(|lang| self.tongues().contains_key(lang))
    }

    /// What is odd about the examples that the readers learn from; looked for only where somebody asks, since it takes longer
    /// than all the rest.
    pub fn odd_examples(&self) -> Vec<Finding> {
        self.tongues().values().flat_map(|draft| lint(draft.corpus())).collect()
    }

    /// The languages in which a customer can be played.
    pub fn languages<'a>(&'a self, persona: &'a Persona) -> impl Iterator<Item = Lang> + 'a {
        persona.texts.keys().copied().filter(|lang| self.is_spoken(*lang))
    }

    fn is_spoken(&self, lang: Lang) -> bool {
        self.tongues().contains_key(&lang) || self.locales.guests.contains_key(&lang)
    }

    /// Learns what the words of a language mean from all customers' topics in it, and in languages that borrow its reader.
    pub fn learn_meanings(&self, lang: Lang) -> Meanings {
        let texts = self.personas.values().flat_map(|persona| &persona.texts);
        let read = texts.filter(|(spoken, _)| self.read_as(**spoken) == Some(lang));
        let topics: Vec<_> =
            read.flat_map(|(_, texts)| wordings(texts)).map(|wording| wording.topic()).collect();
        meanings::train::learn(&topics)
    }

    /// Trains what understands the trainees, or takes it from the cache.
    pub fn load(self, cache: &Cache) -> Loaded {
        self.load_after(cache, None)
    }

    /// The same; a language that is as it was in `previous` is taken over from there.
    pub fn load_after(self, cache: &Cache, previous: Option<&Content>) -> Loaded {
        let mut findings = self.findings;
        let mut tongues = train(&self.locales.tongues, (&self.files, cache, previous), &mut findings);
        let guests = self.locales.guests.iter();
        let settled: Vec<Tongue> = guests.filter_map(|(lang, guest)| guest.settle(*lang, &tongues)).collect();
        tongues.extend(settled.into_iter().map(|tongue| (tongue.lang, tongue)));
        let ears = ears(&self.personas, &tongues);
        let limits = Arc::new(Limits::new(self.locales.harsh, ears.keys().cloned()));
        let content = Content {
            agents: self.locales.agents,
            limits,
            rules: Arc::new(self.rules),
            personas: self.personas,
            tongues,
            fallbacks: self.locales.fallbacks,
            ears,
            audiences: BTreeMap::new(),
            house: House::default(),
            past: Vec::new(),
        };
        Loaded { content, trainees: self.trainees, prose: self.locales.prose, findings, files: self.files }
    }
}

/// One thread a language: the first start would otherwise take their sum.
fn train(
    drafts: &Tongues,
    (files, cache, previous): (&Files, &Cache, Option<&Content>),
    findings: &mut Vec<Finding>,
) -> BTreeMap<Lang, Tongue> {
    let same = |lang: &Lang, draft: &Draft| {
        previous?.tongues.get(lang).filter(|tongue| tongue.hash == draft.tongue_hash(files)).cloned()
    };
    let trained: Vec<(Lang, Option<Tongue>)> = std::thread::scope(|scope| {
        let started: Vec<_> = drafts
            .iter()
            .map(|(lang, draft)| {
                let same = same(lang, draft);
                (*lang, scope.spawn(move || same.or_else(|| draft.train(files, cache))))
            })
            .collect();
        started.into_iter().map(|(lang, thread)| (lang, thread.join().ok().flatten())).collect()
    });
    let mut tongues = BTreeMap::new();
    for (lang, tongue) in trained {
        match tongue {
            Some(tongue) => drop(tongues.insert(lang, tongue)),
            None => findings.push(too_large(&format!("locales/{lang}/lexicon.toml"))),
        }
    }
    tongues
}

fn ears(
    personas: &BTreeMap<PersonaId, Arc<Persona>>,
    tongues: &BTreeMap<Lang, Tongue>,
) -> BTreeMap<(PersonaId, Lang), LazyEar> {
    let mut ears = BTreeMap::new();
    for persona in personas.values() {
        for lang in persona.texts.keys() {
            if let Some(tongue) = tongues.get(lang) {
                ears.insert((persona.id.clone(), *lang), LazyEar::new(Arc::clone(&tongue.hearing)));
            }
        }
    }
    ears
}

fn too_large(file: &str) -> Finding {
    Source { name: file, text: "" }.error("file.not-compiled", 0..0)
}
