//! The wire form of everything stored: `{"v":<version>,"d":<data>}`, with upcasts from older versions on read.
//! Errors name the key and never quote the data: it holds what trainees wrote.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Key;

/// A type with a versioned wire form. Wire types live beside the store's callers, not in the core.
pub trait Wire: Serialize + DeserializeOwned {
    /// The version written today: 1 or more, raised whenever older data would no longer parse.
    const VERSION: u32;

    /// Turns data of `version` (below `VERSION`) into data of `version + 1`; called once for each step, so every
    /// step is written once and never changed again.
    ///
    /// # Errors
    /// [`Upcast`] when there is no way up from `version`, which is the default, or the data is not of that version.
    fn upcast(version: u32, data: Value) -> Result<Value, Upcast> {
        let _ = (version, data);
        Err(Upcast)
    }
}

/// Data of an older version that could not be lifted to the next. Carries nothing: the data is the trainee's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no way up from this version")]
pub struct Upcast;

/// Why stored bytes could not be read, or data not be written. Never carries the bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The bytes are not JSON with a `v` and a `d`.
    #[error("{key} holds no readable record. Restore it from a backup")]
    Unreadable {
        /// Where the bytes are kept.
        key: Key,
    },
    /// JSON of a known version, but not of the expected shape.
    #[error("{key} holds a record of version {version} with unexpected contents. Restore it from a backup")]
    Shape {
        /// Where the record is kept.
        key: Key,
        /// The version it claims.
        version: u32,
    },
    /// Written by a newer program.
    #[error(
        "{key} holds a record of version {found}; this program knows versions up to {known}. Update the program"
    )]
    Newer {
        /// Where the record is kept.
        key: Key,
        /// The version found.
        found: u32,
        /// The newest version known.
        known: u32,
    },
    /// No step leads from an old version to today's.
    #[error(
        "{key} holds a record of version {found}, which this program cannot lift. Use an older program to export it"
    )]
    NoUpcast {
        /// Where the record is kept.
        key: Key,
        /// The version at which lifting stopped.
        found: u32,
    },
    /// The data has no JSON form (a map with keys that are no text, say): a mistake in the program.
    #[error("a record for {key} has no wire form. This is a mistake in the program: report it")]
    Unwritable {
        /// Where it was to be kept.
        key: Key,
    },
}

/// The wire form of a `T`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record<T> {
    #[serde(rename = "v")]
    version: u32,
    #[serde(rename = "d")]
    data: T,
}

// Read first: whether the data can be parsed at all depends on the version.
#[derive(Deserialize)]
struct Head {
    v: u32,
}

impl<T: Wire> Record<T> {
    /// The bytes to keep `data` by under `key`.
    ///
    /// # Errors
    /// `Unwritable`.
    pub fn encode(key: &Key, data: &T) -> Result<Vec<u8>, RecordError> {
        let record = Record { version: T::VERSION, data };
        serde_json::to_vec(&record).map_err(|_| RecordError::Unwritable { key: key.clone() })
    }

    /// Reads bytes that were found under `key`, lifting older versions.
    ///
    /// # Errors
    /// Every variant but `Unwritable`.
    pub fn decode(key: &Key, bytes: &[u8]) -> Result<T, RecordError> {
        let unreadable = |_| RecordError::Unreadable { key: key.clone() };
        let found = version(key, bytes)?;
        if found > T::VERSION {
            return Err(RecordError::Newer { key: key.clone(), found, known: T::VERSION });
        }
        if found < T::VERSION {
            let old: Record<Value> = serde_json::from_slice(bytes).map_err(unreadable)?;
            return lift(key, old);
        }
        // Straight from the bytes, not by way of `Value`: untagged enums can lose numbers there.
        let record: Record<T> = serde_json::from_slice(bytes).map_err(|_| shape(key, found))?;
        Ok(record.data)
    }
}

/// The version that bytes found under `key` claim.
///
/// # Errors
/// `Unreadable`.
pub fn version(key: &Key, bytes: &[u8]) -> Result<u32, RecordError> {
    let head = serde_json::from_slice::<Head>(bytes);
    head.map(|head| head.v).map_err(|_| RecordError::Unreadable { key: key.clone() })
}

fn lift<T: Wire>(key: &Key, old: Record<Value>) -> Result<T, RecordError> {
    let mut data = old.data;
    for version in old.version..T::VERSION {
        let stuck = |Upcast| RecordError::NoUpcast { key: key.clone(), found: version };
        data = T::upcast(version, data).map_err(stuck)?;
    }
    serde_json::from_value(data).map_err(|_| shape(key, old.version))
}

fn shape(key: &Key, version: u32) -> RecordError {
    RecordError::Shape { key: key.clone(), version }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Note {
        words: String,
        stars: u32,
    }

    // Version 1 called the words "text"; version 2 had no stars.
    impl Wire for Note {
        const VERSION: u32 = 3;

        fn upcast(version: u32, mut data: Value) -> Result<Value, Upcast> {
            let fields = data.as_object_mut().ok_or(Upcast)?;
            match version {
                1 => {
                    let words = fields.remove("text").ok_or(Upcast)?;
                    fields.insert("words".to_owned(), words);
                }
                2 => {
                    fields.insert("stars".to_owned(), json!(0));
                }
                _ => return Err(Upcast),
            }
            Ok(data)
        }
    }

    fn key() -> Key {
        Key::counter("note")
    }

    fn decode(text: &str) -> Result<Note, RecordError> {
        Record::decode(&key(), text.as_bytes())
    }

    #[test]
    fn todays_version_goes_out_as_v_and_d_and_comes_back() {
        let note = Note { words: "消气".to_owned(), stars: 5 };
        let bytes = Record::encode(&key(), &note).unwrap();
        assert_eq!(std::str::from_utf8(&bytes).unwrap(), r#"{"v":3,"d":{"words":"消气","stars":5}}"#);
        assert_eq!(Record::decode(&key(), &bytes), Ok(note));
    }

    #[test]
    fn older_versions_are_lifted_step_by_step() {
        let lifted = Note { words: "hi".to_owned(), stars: 0 };
        assert_eq!(decode(r#"{"v":1,"d":{"text":"hi"}}"#), Ok(lifted));
    }

    #[test]
    fn each_kind_of_bad_record_is_told_apart() {
        let key = key();
        assert_eq!(decode("{"), Err(RecordError::Unreadable { key: key.clone() }));
        assert_eq!(decode(r#"{"d":1}"#), Err(RecordError::Unreadable { key: key.clone() }));
        assert_eq!(
            decode(r#"{"v":9,"d":1}"#),
            Err(RecordError::Newer { key: key.clone(), found: 9, known: 3 })
        );
        assert_eq!(decode(r#"{"v":0,"d":{}}"#), Err(RecordError::NoUpcast { key: key.clone(), found: 0 }));
        assert_eq!(decode(r#"{"v":3,"d":{"words":7}}"#), Err(RecordError::Shape { key, version: 3 }));
    }

    #[test]
    fn no_error_quotes_the_data() {
        for text in [r#"{"v":3,"d":{"words":1,"stars":"secret"}}"#, r#"secret"#, r#"{"v":2,"d":"secret"}"#] {
            let error = decode(text).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("secret"));
            assert!(error.to_string().contains("counter/note"), "{error}");
        }
    }
}
