//! One text or several, as trainers like to write it.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use toml::Spanned;

/// One text, or a list of texts of which one is chosen.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Several(pub Vec<Spanned<String>>);

impl JsonSchema for Several {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Several")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "array"], "items": { "type": "string" } })
    }
}

impl<'de> Deserialize<'de> for Several {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Several, D::Error> {
        let whole = Spanned::<Either>::deserialize(deserializer)?;
        let span = whole.span();
        Ok(Several(match whole.into_inner() {
            Either::One(text) => vec![Spanned::new(span, text)],
            Either::Many(texts) => texts,
        }))
    }
}

/// What stands there, before the place of a text that stands alone is known.
enum Either {
    One(String),
    Many(Vec<Spanned<String>>),
}

impl<'de> Deserialize<'de> for Either {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Either, D::Error> {
        struct Texts;
        impl<'de> Visitor<'de> for Texts {
            type Value = Either;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a list of them")
            }

            fn visit_str<E>(self, text: &str) -> Result<Either, E> {
                Ok(Either::One(text.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Either, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = list.next_element()? {
                    texts.push(text);
                }
                Ok(Either::Many(texts))
            }
        }
        deserializer.deserialize_any(Texts)
    }
}
