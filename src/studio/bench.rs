//! The office's studio: the content folder's laws and languages, and what is published beside them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::membership::Audience;
use crate::desk::Playbook;
use crate::desk::office::{Examined, Placement, Studio, Unpacked};
use crate::flow::office::Unfit;
use crate::i18n::Prose;
use crate::library::{self, Cache, Closely, Files, Look, Origin, Texts, guest, render};
use crate::persona::finding::{Finding, Severity, Source};
use crate::session::content::Content;
use crate::session::fold::Cast;
use crate::simulate::trainee::Trainee;
use crate::workshop::sheet::Sheet;

use super::parcel::{self, Parcel};
use super::{Voice, many, picture, summary};

/// Conversations of each kind of trainee with a customer who is looked over: less than a second of work.
const RUNS: u64 = 300;
/// Characters of findings that are shown in the chat; all of them go into a file.
const SHOWN: usize = 2_600;
/// Characters of a finding at most.
const LONGEST: usize = 600;

/// What is published, beside what conversations are played with.
pub struct Bench {
    origin: Origin,
    cache: Cache,
    mind: Arc<Playbook>,
    /// What stands beside the content folder's customers. Held while content is changed, so that two changes do not lose one.
    placed: Mutex<BTreeMap<PersonaId, Placed>>,
    trainees: Mutex<Option<Arc<[Trainee]>>>,
}

struct Placed {
    name: PersonaId,
    texts: Texts,
    audience: Option<Audience>,
}

impl Bench {
    /// A bench over the content of `origin`, which `mind` plays with.
    pub fn new(origin: Origin, cache: Cache, mind: Arc<Playbook>) -> Bench {
        let (placed, trainees) = (Mutex::default(), Mutex::default());
        Bench { origin, cache, mind, placed, trainees }
    }

    /// Goes on with other content and texts; who is published is put beside it, under its laws. One who cannot be made anew
    /// stays as he was where he [may](Content::may_keep), and else is left out until he can be played again.
    pub fn turn_to(&self, content: Content, prose: Arc<Prose>) {
        let placed = self.placed.lock().unwrap_or_else(PoisonError::into_inner);
        let previous = self.mind.content();
        let mut content = Arc::new(content);
        for (id, one) in placed.iter() {
            let made = guest(&content, &one.name, id.clone(), &one.texts).0;
            let before = previous.personas.get(id).filter(|_| content.may_keep(&previous));
            let persona = made.or_else(|| before.map(|persona| persona.as_ref().clone()));
            match persona {
                Some(persona) => content = Arc::new(content.with(persona, one.audience)),
                None => tracing::warn!(persona = %id, "a published customer cannot be played any more"),
            }
        }
        self.mind.turn_to(content, prose);
    }

    /// Synthetic trainees, read when somebody first asks.
    fn trainees(&self) -> Arc<[Trainee]> {
        let mut kept = self.trainees.lock().unwrap_or_else(PoisonError::into_inner);
        let read = || -> Option<Arc<[Trainee]>> {
            let (files, _) = Files::read(&self.origin).ok()?;
            let mut findings = Vec::new();
            let sources = files.in_folder("personas/trainees", ".toml");
            Some(sources.filter_map(|(_, source)| Trainee::parse(source, &mut findings)).collect())
        };
        Arc::clone(kept.get_or_insert_with(|| read().unwrap_or_default()))
    }

    /// What is wrong with a customer, as `check` would say: he stands alone in the content folder, whose other customers are not
    /// his trainer's business.
    fn findings(&self, name: &PersonaId, texts: &Texts, voice: &Voice) -> (Vec<Finding>, String) {
        let Ok((files, _)) = Files::read(&self.origin) else { return (Vec::new(), String::new()) };
        let played = texts.iter().filter(|(file, _)| !file.starts_with(library::PLANS));
        let files = played.fold(files.without_customers(), |files, (file, text)| files.with(file, text));
        let closely = Closely { only: None, runs: 0, examples: false };
        let inspection = library::inspect(files, Vec::new(), &self.cache, &closely);
        let own = format!("personas/{name}.");
        let mut findings = inspection.findings;
        findings.retain(|finding| finding.file.starts_with(&own));
        // What keeps him from being played comes first.
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let all = render(&findings, &inspection.files, Look::Plain, (&voice.words, voice.lang));
        (findings, all.replace("personas/", ""))
    }

    fn played(&self, cast: &Cast<'_>, lang: Lang, voice: &Voice) -> (String, Option<Vec<u8>>) {
        let trainees = self.trainees();
        let tallies: Vec<_> =
            trainees.iter().map(|trainee| (trainee, many(cast, trainee, lang, (RUNS, 1, false)))).collect();
        let mut text = Vec::new();
        // Writing to memory cannot fail.
        let _ = summary(&mut text, cast, &tallies, voice);
        let drawn = picture(cast, &tallies, voice);
        let drawn = drawn.inspect_err(|error| tracing::error!("a picture is left out: {error}"));
        (String::from_utf8_lossy(&text).trim().to_owned(), drawn.ok())
    }
}

impl Studio for Bench {
    fn unpack(&self, name: &str, bytes: &[u8], lang: Lang) -> Result<Unpacked, Unfit> {
        let voice = Voice::new(lang);
        let lower = name.to_lowercase();
        if lower.ends_with(".zip") || bytes.starts_with(b"PK\x03\x04") {
            let opened = parcel::open(bytes);
            let Parcel { persona, files } = opened
                .map_err(|refusal| Unfit::Broken(voice.say(refusal.key, &[("about", &refusal.about)])))?;
            return Ok(Unpacked { name: persona, texts: files, whole: true });
        }
        let not_ours = || Unfit::NotOurs(shown(name));
        if !lower.ends_with(".toml") {
            return Err(not_ours());
        }
        let (name, tag) = stem(&lower).ok_or_else(not_ours)?;
        let text = library::text_of(&format!("personas/{name}.toml"), bytes.to_vec()).map_err(|finding| {
            let told = render(&[*finding], &Files::default(), Look::Plain, (&voice.words, lang));
            Unfit::Broken(told.trim().to_owned())
        })?;
        // His own file says who he is, whatever a phone made of its name.
        let name = match tag {
            None => named(&text).unwrap_or(name),
            Some(_) => name,
        };
        let file = match tag {
            None => format!("personas/{name}.toml"),
            Some(tag) => format!("personas/{name}.{tag}.toml"),
        };
        Ok(Unpacked { name, texts: Texts::from([(file, text)]), whole: false })
    }

    fn examine(&self, name: &PersonaId, texts: &Texts, lang: Lang) -> Examined {
        let voice = Voice::new(lang);
        let (findings, all) = self.findings(name, texts, &voice);
        let count = |severity| {
            let found = findings.iter().filter(|finding| finding.severity == severity).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        };
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let (first, rest) = beginning(&all);
        let mut examined =
            Examined { errors, warnings, findings: first, all: rest.then_some(all), ..Examined::default() };
        let content = self.mind.content();
        // Only what trainees really will meet is played: he has to be whole, and without an error.
        let persona = guest(&content, name, name.clone(), texts).0.filter(|_| errors == 0);
        if let Some(persona) = persona {
            let home = persona.home;
            let alone = Arc::new(content.with(persona, None));
            let spoken = alone.spoken(name, home);
            if let Some((spoken, cast)) = spoken.and_then(|lang| Some((lang, alone.cast(name, lang)?))) {
                examined.title = Some(cast.texts.title.clone());
                (examined.summary, examined.picture) = self.played(&cast, spoken, &voice);
            }
        }
        examined
    }

    fn playable(&self, name: &PersonaId, texts: &Texts, lang: Lang) -> Result<String, String> {
        let (persona, findings) = guest(&self.mind.content(), name, name.clone(), texts);
        let broken: Vec<Finding> =
            findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
        let title = persona.and_then(|persona| {
            let texts = persona.texts.get(&lang).or_else(|| persona.texts.get(&persona.home))?;
            Some(texts.title.clone())
        });
        title.filter(|_| broken.is_empty()).ok_or_else(|| {
            let voice = Voice::new(lang);
            beginning(&render(&broken, &Files::default(), Look::Plain, (&voice.words, lang))).0
        })
    }

    fn pack(&self, name: &PersonaId, texts: &Texts) -> Option<(String, Vec<u8>)> {
        let mut all = texts.iter();
        if let (Some((_, text)), None) = (all.next(), all.next()) {
            return Some((format!("{name}.toml"), text.clone().into_bytes()));
        }
        let parcel = Parcel { persona: name.clone(), files: texts.clone() };
        Some((format!("{name}.zip"), parcel::pack(&parcel).ok()?))
    }

    fn place(&self, placement: &Placement) {
        let mut placed = self.placed.lock().unwrap_or_else(PoisonError::into_inner);
        let content = self.mind.content();
        let next = match placement {
            Placement::Gone(id) => {
                placed.remove(id);
                content.personas.contains_key(id).then(|| content.without(id))
            }
            Placement::Put { id, name, texts, audience } => {
                let (persona, _) = guest(&content, name, id.clone(), texts);
                if persona.is_none() {
                    tracing::warn!(persona = %id, "a published customer cannot be played any more");
                }
                let one = Placed { name: name.clone(), texts: texts.clone(), audience: *audience };
                placed.insert(id.clone(), one);
                persona.map(|persona| content.with(persona, *audience))
            }
        };
        if let Some(next) = next {
            self.mind.turn_content(Arc::new(next));
        }
    }

    fn title(&self, id: &PersonaId, lang: Lang) -> Option<String> {
        let content = self.mind.content();
        let persona = content.personas.get(id)?;
        let spoken = content.spoken(id, lang)?;
        Some(persona.texts.get(&spoken)?.title.clone())
    }
}

/// The customer and the language that a file's name tells: `pump.toml`, `pump.zh-hant.toml`, and what phones make of them
/// where there is one already, such as `pump (1).toml`.
fn stem(name: &str) -> Option<(PersonaId, Option<Lang>)> {
    let stem = name.strip_suffix(".toml")?;
    let stem = stem.split([' ', '(', '（']).next().unwrap_or(stem);
    match stem.split_once('.') {
        None => Some((PersonaId::parse(stem).or_else(|| PersonaId::parse("customer"))?, None)),
        Some((id, tag)) => Some((PersonaId::parse(id)?, Some(tag_of(tag)?))),
    }
}

/// A tag that lost its capitals.
fn tag_of(tag: &str) -> Option<Lang> {
    let part = |(place, part): (usize, &str)| match (place, part.len()) {
        (0, _) => part.to_owned(),
        (_, 2) => part.to_uppercase(),
        _ => part.split_at_checked(1).map_or(String::new(), |(head, tail)| head.to_uppercase() + tail),
    };
    Lang::parse(&tag.split('-').enumerate().map(part).collect::<Vec<_>>().join("-"))
}

/// The id that a customer's own file gives.
fn named(text: &str) -> Option<PersonaId> {
    let source = Source { name: "", text };
    let sheet = Sheet::read(source);
    PersonaId::parse(sheet.at(&["id"])?.text()?)
}

/// A name as it may be shown: one line, not too long.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

/// The first findings, each not too long, and whether anything was left out.
fn beginning(all: &str) -> (String, bool) {
    let (mut text, mut cut) = (String::new(), false);
    for line in all.trim().lines() {
        let short: String = line.chars().take(LONGEST).collect();
        cut |= short.len() < line.len();
        if text.chars().count() + short.chars().count() > SHOWN {
            return (text.trim_end().to_owned(), true);
        }
        text.push_str(&short);
        text.push('\n');
    }
    (text.trim_end().to_owned(), cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_tells_customer_and_language_whatever_a_phone_did_to_it() {
        let of = |name: &str| {
            stem(&name.to_lowercase()).map(|(id, lang)| (id.to_string(), lang.map(|l| l.tag().to_owned())))
        };
        let told = |id: &str, tag: Option<&str>| Some((id.to_owned(), tag.map(str::to_owned)));
        assert_eq!(of("pump.toml"), told("pump", None));
        assert_eq!(of("pump (1).toml"), told("pump", None));
        assert_eq!(of("Pump.zh-Hant.toml"), told("pump", Some("zh-Hant")));
        assert_eq!(of("pump.en.toml"), told("pump", Some("en")));
        assert_eq!(of("水泵.toml"), told("customer", None), "his own file says who he is");
        assert_eq!((of("pump.exe"), of("pump.klingon!.toml")), (None, None));
    }

    #[test]
    fn findings_are_cut_between_lines() {
        let all = "e: long\n".repeat(1_000);
        let (text, cut) = beginning(&all);
        assert!(cut && text.chars().count() <= SHOWN && text.ends_with("long"));
        assert_eq!(beginning("one\ntwo\n"), ("one\ntwo".to_owned(), false));
    }
}
