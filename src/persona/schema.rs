//! JSON Schemas of trainers' files, made from the types that read them, so that an editor completes keys and names, says
//! what they mean, and marks slips while they are typed. What only a whole customer shows is left to `xiaoqi check`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::base::lang::Lang;

use super::rules::Rules;

/// Names that content adds to those the program has.
pub struct Known<'a> {
    /// Customer types.
    pub types: Vec<&'a str>,
    /// States of all ladders.
    pub states: Vec<&'a str>,
    /// Languages that customers can speak here.
    pub langs: Vec<Lang>,
}

impl<'a> Known<'a> {
    /// What these laws and languages have.
    pub fn of(rules: &'a Rules, langs: impl IntoIterator<Item = Lang>) -> Known<'a> {
        let types = rules.types.keys().map(String::as_str).collect();
        Known { types, states: rules.state_names(), langs: langs.into_iter().collect() }
    }

    /// The names that may stand where the schema says `kind`; `None` for kinds that content has no part in.
    fn names(&self, kind: &str) -> Option<Vec<&str>> {
        match kind {
            "Type" => Some(self.types.clone()),
            "State" => Some(self.states.clone()),
            "Language" => Some(self.langs.iter().map(Lang::tag).collect()),
            _ => None,
        }
    }
}

/// The schema of a file that is read as `T`: draft 07, which editors for TOML know best.
pub fn schema<T: JsonSchema>(title: &str, known: &Known<'_>) -> Value {
    let generator = SchemaSettings::draft07().for_deserialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    let mut lists: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (kind, definition) in
        schema.get_mut("definitions").and_then(Value::as_object_mut).into_iter().flatten()
    {
        if let (Some(names), Some(definition)) = (known.names(kind), definition.as_object_mut()) {
            definition.insert("enum".to_owned(), json!(names));
        }
        let listed = definition.get("enum").and_then(Value::as_array).cloned();
        lists.extend(listed.map(|listed| (kind.clone(), listed)));
    }
    tidy(&mut schema, &lists);
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("title".to_owned(), json!(title));
    }
    schema
}

/// A customer's file whose texts stand at its top level.
pub(super) fn short() -> Value {
    json!({ "not": { "required": ["text"] } })
}

/// That these keys are there.
pub(super) fn needs(keys: &[&str]) -> Value {
    json!({ "required": keys })
}

/// That the keys of `needed` are there where any of `keys` is.
pub(super) fn each_needs(keys: &[&str], needed: &[&str]) -> Value {
    Value::Object(keys.iter().map(|key| ((*key).to_owned(), json!(needed))).collect())
}

/// TOML has no null; a table with known keys has them as properties, which editors complete; empty defaults say nothing.
fn tidy(value: &mut Value, lists: &BTreeMap<String, Vec<Value>>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| tidy(item, lists)),
        Value::Object(object) => {
            let is_empty = |value: &Value| {
                value.is_null() || *value == json!("") || *value == json!([]) || *value == json!({})
            };
            if object.get("default").is_some_and(is_empty) {
                object.remove("default");
            }
            without_null(object);
            spread(object, lists);
            object.values_mut().for_each(|inner| tidy(inner, lists));
        }
        _ => {}
    }
}

fn without_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(kinds)) = object.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [one] = kinds.as_slice() {
            let one = one.clone();
            object.insert("type".to_owned(), one);
        }
    }
    let Some(Value::Array(ways)) = object.get_mut("anyOf") else { return };
    ways.retain(|way| *way != json!({ "type": "null" }));
    if ways.len() == 1
        && let Some(Value::Array(ways)) = object.remove("anyOf")
    {
        // Beside a reference nothing else counts in this draft.
        object.insert("allOf".to_owned(), Value::Array(ways));
    }
}

/// `propertyNames` that are a list become properties.
fn spread(object: &mut Map<String, Value>, lists: &BTreeMap<String, Vec<Value>>) {
    let kind = object.get("propertyNames").and_then(|names| names.get("$ref")).and_then(Value::as_str);
    let names = kind.and_then(|kind| lists.get(kind.rsplit('/').next().unwrap_or(kind)));
    let (Some(names), Some(each)) = (names, object.get("additionalProperties").cloned()) else { return };
    let properties: Map<String, Value> =
        names.iter().filter_map(Value::as_str).map(|name| (name.to_owned(), each.clone())).collect();
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("additionalProperties".to_owned(), Value::Bool(false));
    object.remove("propertyNames");
}

/// What stands for a name or a number in files that are read with its place, where the checked type comes later.
pub mod names {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use crate::base::ending::Ending;
    use crate::base::moves::Move;
    use crate::persona::chart::cause_ids;
    use crate::persona::lower::ladder_emotions;
    use crate::persona::model::{AUTHORITIES, Grade, KINDS};
    use crate::persona::nature::{STAGES, STYLES};
    use crate::persona::rules;

    macro_rules! named {
        ($($(#[$doc:meta])* $rust:ident $name:literal $schema:expr;)*) => {$(
            $(#[$doc])*
            pub struct $rust;

            impl JsonSchema for $rust {
                fn schema_name() -> Cow<'static, str> {
                    Cow::Borrowed($name)
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                    schema(generator)
                }
            }
        )*};
    }

    fn one_of<'a>(names: impl IntoIterator<Item = &'a str>) -> Schema {
        let names: Vec<&str> = names.into_iter().collect();
        json_schema!({ "type": "string", "enum": names })
    }

    fn table<K: JsonSchema, V: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
        let (names, each) = (generator.subschema_for::<K>(), generator.subschema_for::<V>());
        json_schema!({ "type": "object", "propertyNames": names, "additionalProperties": each })
    }

    named! {
        /// An id.
        Word "Id" |_| json_schema!({ "type": "string", "pattern": "^[a-z0-9_]{1,40}$" });
        /// 0 to 100.
        Percent "Percent" |_| json_schema!({ "type": "integer", "minimum": 0, "maximum": 100 });
        /// 1 to 100.
        Share "Share" |_| json_schema!({ "type": "integer", "minimum": 1, "maximum": 100 });
        /// 0 to 3.
        Heat "Heat" |_| json_schema!({ "type": "integer", "minimum": 0, "maximum": 3 });
        /// A language; content says which there are.
        Tongue "Language" |_| json_schema!({ "type": "string" });
        /// A customer type; content says which there are.
        TypeName "Type" |_| json_schema!({ "type": "string" });
        /// A state; content says which there are.
        StateName "State" |_| json_schema!({ "type": "string" });
        /// A grade.
        GradeName "Grade" |_| one_of(Grade::ALL.map(Grade::id));
        /// An emotion with a ladder.
        LadderEmotion "Emotion" |_| one_of(ladder_emotions().map(|(id, _)| id));
        /// How he talks.
        Style "Style" |_| one_of(STYLES);
        /// How long the company has known him.
        Stage "Stage" |_| one_of(STAGES);
        /// Whose word an offer needs.
        Authority "Authority" |_| one_of(AUTHORITIES.map(|(id, _)| id));
        /// What an offer is.
        Kind "Kind" |_| one_of(KINDS.map(|(id, _)| id));
        /// A move.
        MoveName "Move" |_| one_of(Move::ALL.map(Move::id));
        /// A move or a circumstance.
        CauseName "Cause" |_| one_of(cause_ids());
        /// An ending.
        EndingName "Ending" |_| one_of(Ending::ALL.map(Ending::id));
        /// A stretch of a conversation.
        PhaseName "Phase" |_| one_of(rules::Phase::ALL.map(rules::Phase::id));
        /// Where a transition leads.
        Target "Target" |_| one_of(Ending::ALL.map(Ending::id).into_iter().chain(["leave"]));
        /// Shares by customer type.
        Shares "Shares" table::<TypeName, Share>;
        /// Endings by emotion.
        Endings "Endings" table::<LadderEmotion, EndingName>;
        /// Sentences by move.
        Better "Sentences" table::<MoveName, String>;
    }
}
