//! What a customer has whose file does not say: `personas/defaults.toml`, and a few words of each language.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use crate::base::hash::ContentHash;
use crate::base::lang::Lang;
use crate::base::level::Emotion;

use super::chart::unknown;
use super::file::LevelsFile;
use super::finding::{Finding, Source, read_toml};
use super::lines::parse_book;
use super::model::Grade;

/// The type in `defaults.toml` that stands for every type without an entry.
const OTHER: &str = "other";

/// What stands in where a customer's file is silent.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// Hash over everything they come from; `None` where there are none.
    pub hash: Option<ContentHash>,
    grades: BTreeMap<String, GradeDefaults>,
    types: BTreeMap<String, TypeDefaults>,
    /// Percent of the whole case that an offer within reach meets, where neither demands nor `meets` are written.
    pub offer_meets: i32,
    words: BTreeMap<Lang, Words>,
}

/// By grade.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeDefaults {
    /// Trainee messages after which he gives up.
    pub patience: u16,
    /// Most points that one message may move one emotion.
    pub step: i32,
    /// How much listening he needs, 0 to 100.
    pub heard_needed: i32,
    /// Trust he needs before he accepts, 0 to 100.
    pub accept_trust: i32,
    /// Points by which he starts hotter than his types do.
    pub hotter: i32,
    /// Points of trust by which he starts above his types.
    pub trust: i32,
}

/// By customer type.
#[derive(Clone, Debug)]
struct TypeDefaults {
    emotion: Emotion,
    levels: LevelsFile,
}

/// The words of one language that stand in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What a customer without a name goes by.
    pub name: String,
    /// Who the trainee is.
    pub you: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DefaultsFile {
    grade: BTreeMap<Spanned<String>, GradeDefaults>,
    r#type: BTreeMap<String, TypeFile>,
    offer: OfferFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeFile {
    emotion: Spanned<String>,
    levels: LevelsFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfferFile {
    meets: i32,
}

impl Defaults {
    /// Reads `defaults.toml` and the words of each language (`name` and `you` in its `persona.ftl`). What is wrong with
    /// them are findings; what is left is used.
    pub fn parse(
        source: Source<'_>,
        words: &[(Lang, Source<'_>)],
        findings: &mut Vec<Finding>,
    ) -> Option<Defaults> {
        let file: DefaultsFile = read_toml(source).map_err(|found| findings.extend(found)).ok()?;
        let mut defaults = Defaults { offer_meets: file.offer.meets.clamp(0, 100), ..Defaults::default() };
        for (name, grade) in &file.grade {
            if Grade::ALL.iter().all(|known| known.id() != name.get_ref()) {
                findings.push(unknown(
                    source,
                    "rules.unknown-grade",
                    "grade",
                    name,
                    Grade::ALL.map(Grade::id),
                ));
            }
            defaults.grades.insert(name.get_ref().clone(), *grade);
        }
        let feelings = [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment];
        for (name, one) in file.r#type {
            match feelings.into_iter().find(|e| e.id() == one.emotion.get_ref()) {
                Some(emotion) => {
                    defaults.types.insert(name, TypeDefaults { emotion, levels: one.levels });
                }
                None => {
                    let valid = feelings.map(Emotion::id);
                    findings.push(unknown(source, "rules.unknown-emotion", "emotion", &one.emotion, valid));
                }
            }
        }
        for (lang, source) in words {
            let (lines, found) = parse_book("persona", *source);
            findings.extend(found);
            let text = |key: &str| lines.get(key).first().map(|line| line.text()).unwrap_or_default();
            defaults.words.insert(*lang, Words { name: text("name"), you: text("you") });
        }
        let parts = std::iter::once(source.text).chain(words.iter().map(|(_, source)| source.text));
        defaults.hash = Some(ContentHash::of(parts.map(str::as_bytes)));
        Some(defaults)
    }

    /// Whether there are none at all.
    pub fn is_empty(&self) -> bool {
        self.hash.is_none()
    }

    /// What a grade brings along.
    pub fn grade(&self, grade: &str) -> Option<GradeDefaults> {
        self.grades.get(grade).copied()
    }

    /// The words of a language; empty ones where nobody wrote any.
    pub fn words(&self, lang: Lang) -> Words {
        self.words.get(&lang).cloned().unwrap_or_default()
    }

    /// The languages that have words.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.words.keys().copied()
    }

    fn of_type(&self, id: &str) -> Option<&TypeDefaults> {
        self.types.get(id).or_else(|| self.types.get(OTHER))
    }

    /// The emotion that customers of a type lead with.
    pub fn emotion(&self, leading: &str) -> Option<Emotion> {
        self.of_type(leading).map(|one| one.emotion)
    }

    /// Where a mixture of types starts in a grade; the leading emotion is the highest. Shares are in percent.
    pub fn levels(&self, types: &[(&str, i32)], grade: &str, leading: Emotion) -> Option<LevelsFile> {
        let grade = self.grade(grade)?;
        let mut sum = LevelsFile { anger: 0, anxiety: 0, disappointment: 0, trust: 0 };
        for (id, share) in types {
            let one = &self.of_type(id)?.levels;
            sum.anger += one.anger * share;
            sum.anxiety += one.anxiety * share;
            sum.disappointment += one.disappointment * share;
            sum.trust += one.trust * share;
        }
        let within = |sum: i32, more: i32| (sum / 100 + more).clamp(0, 100);
        let mut levels = LevelsFile {
            anger: within(sum.anger, grade.hotter),
            anxiety: within(sum.anxiety, grade.hotter),
            disappointment: within(sum.disappointment, grade.hotter),
            trust: within(sum.trust, grade.trust),
        };
        let highest = levels.anger.max(levels.anxiety).max(levels.disappointment);
        let led = match leading {
            Emotion::Anger | Emotion::Trust => levels.anger,
            Emotion::Anxiety => levels.anxiety,
            Emotion::Disappointment => levels.disappointment,
        };
        // He leads with it: it changes places with what would be higher.
        for level in [&mut levels.anger, &mut levels.anxiety, &mut levels.disappointment] {
            if *level == highest {
                *level = led;
                break;
            }
        }
        match leading {
            Emotion::Anger | Emotion::Trust => levels.anger = highest,
            Emotion::Anxiety => levels.anxiety = highest,
            Emotion::Disappointment => levels.disappointment = highest,
        }
        Some(levels)
    }
}
