//! What is other about one of two customers, by meaning: entries by their ids, texts by their keys, whatever order they
//! stand in.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::side::Side;

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Who he is: grade, types, levels, patience and the like.
    Numbers,
    /// What he knows.
    Facts,
    /// What he wants.
    Demands,
    /// What may be offered.
    Offers,
    /// When he turns and how conversations end.
    States,
    /// What is said.
    Texts,
}

impl Group {
    /// All of them, in the order in which they are told.
    pub const ALL: [Group; 6] =
        [Group::Numbers, Group::Facts, Group::Demands, Group::Offers, Group::States, Group::Texts];

    /// Its id in locales.
    pub fn id(self) -> &'static str {
        match self {
            Group::Numbers => "numbers",
            Group::Facts => "facts",
            Group::Demands => "demands",
            Group::Offers => "offers",
            Group::States => "states",
            Group::Texts => "texts",
        }
    }

    fn of(key: &str) -> Group {
        match key.split('.').next().unwrap_or(key) {
            "fact" => Group::Facts,
            "demand" => Group::Demands,
            "offer" => Group::Offers,
            "transition" | "endings" | "turn" => Group::States,
            _ => Group::Numbers,
        }
    }
}

/// One thing that is other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What it is about.
    pub group: Group,
    /// In which language; `None` for what has none.
    pub lang: Option<String>,
    /// Where it stands, as a whole file has it, entries by their ids.
    pub key: String,
    /// What was there; `None` where it is new.
    pub old: Option<Value>,
    /// What is there now; `None` where it is gone.
    pub new: Option<Value>,
}

/// Everything that is other, in the order of groups and keys.
///
/// # Errors
/// Values that no JSON can hold, which no file has.
pub fn changes(old: &Side, new: &Side) -> anyhow::Result<Vec<Change>> {
    let (a, b) = (parts(old)?, parts(new)?);
    let mut found = Finder { lang: None, texts: false, changes: Vec::new() };
    found.compare("", Some(&a.0), Some(&b.0));
    found.texts = true;
    let langs: BTreeSet<&String> = a.1.iter().chain(&b.1).map(|(lang, _)| lang).collect();
    for lang in langs {
        found.lang = Some(lang.clone());
        let of = |texts: &[(String, Value)]| {
            texts.iter().find(|(one, _)| one == lang).map(|(_, text)| text.clone())
        };
        found.compare("", of(&a.1).as_ref(), of(&b.1).as_ref());
    }
    let mut changes = found.changes;
    changes.sort_by(|a, b| (a.group, &a.lang).cmp(&(b.group, &b.lang)));
    Ok(changes)
}

/// His file without texts, and his texts by language.
fn parts(side: &Side) -> anyhow::Result<(Value, Vec<(String, Value)>)> {
    let mut own = by_name(serde_json::to_value(&side.file)?);
    let lang = own.get("lang").and_then(Value::as_str).unwrap_or_default().to_owned();
    let text = own.as_object_mut().and_then(|own| own.remove("text")).unwrap_or_default();
    let mut texts = vec![(lang, text)];
    for other in &side.others {
        texts.push((other.lang.get_ref().clone(), by_name(serde_json::to_value(&other.text)?)));
    }
    Ok((own, texts))
}

/// Lists of entries as tables by what each is called, so that their order says nothing.
fn by_name(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            Value::Object(object.into_iter().map(|(key, inner)| (key, by_name(inner))).collect())
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            let mut table = Map::new();
            for item in items {
                let asked = || item.get("ask").and_then(|ask| ask.get(0)).and_then(Value::as_str);
                let word = |key: &str| item.get(key).and_then(Value::as_str);
                let name = word("id").or_else(|| word("rule")).or_else(asked).unwrap_or("?").to_owned();
                let twice =
                    (2..).map(|number| format!("{name} {number}")).find(|name| !table.contains_key(name));
                let free = if table.contains_key(&name) { twice.unwrap_or_default() } else { name };
                table.insert(free, by_name(item));
            }
            Value::Object(table)
        }
        other => other,
    }
}

struct Finder {
    lang: Option<String>,
    texts: bool,
    changes: Vec<Change>,
}

impl Finder {
    fn compare(&mut self, key: &str, old: Option<&Value>, new: Option<&Value>) {
        if old == new {
            return;
        }
        match (old, new) {
            // A fact, a demand, an offer or a rule that is new or gone is one change.
            (Some(Value::Object(_)), None) | (None, Some(Value::Object(_)))
                if !self.texts && key.contains('.') =>
            {
                self.push(key, old, new);
            }
            (Some(Value::Object(_)), Some(Value::Object(_)) | None) | (None, Some(Value::Object(_))) => {
                let keys = |value: Option<&Value>| {
                    let object = value.and_then(Value::as_object);
                    object.into_iter().flat_map(Map::keys).cloned().collect::<Vec<_>>()
                };
                let all: BTreeSet<String> = keys(old).into_iter().chain(keys(new)).collect();
                for name in all {
                    let path = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                    let inner = |value: Option<&Value>| value.and_then(|value| value.get(&name)).cloned();
                    self.compare(&path, inner(old).as_ref(), inner(new).as_ref());
                }
            }
            (Some(Value::Array(_)), _) | (_, Some(Value::Array(_))) => self.lists(key, old, new),
            _ => self.push(key, old, new),
        }
    }

    /// Which of a list's texts are new or gone; two that are much alike are one that changed.
    fn lists(&mut self, key: &str, old: Option<&Value>, new: Option<&Value>) {
        let items = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
        let (mut gone, mut fresh) = (items(old), items(new));
        // As often as it stands on both sides, each is the same.
        gone.retain(|item| match fresh.iter().position(|other| other == item) {
            Some(place) => {
                fresh.remove(place);
                false
            }
            None => true,
        });
        for item in gone {
            let alike = fresh.iter().position(|other| is_alike(&item, other));
            let other = alike.map(|place| fresh.remove(place));
            self.push(key, Some(&item), other.as_ref());
        }
        fresh.iter().for_each(|item| self.push(key, None, Some(item)));
    }

    fn push(&mut self, key: &str, old: Option<&Value>, new: Option<&Value>) {
        let group = if self.texts { Group::Texts } else { Group::of(key) };
        let (lang, key) = (self.lang.clone(), key.to_owned());
        self.changes.push(Change { group, lang, key, old: old.cloned(), new: new.cloned() });
    }
}

fn is_alike(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.as_str(), b.as_str()) else { return false };
    strsim::normalized_levenshtein(a, b) >= 0.5
}
