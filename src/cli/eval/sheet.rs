//! Labelled messages and answers to them, one JSON object a line.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, anyhow, bail};
use serde::Deserialize;
use serde_json::Value;

use crate::base::lang::Lang;
use crate::base::moves::Move;
use crate::persona::finding::nearest;
use crate::session::direction::Direction;

/// What somebody, or some program, heard in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labels {
    /// The moves.
    pub moves: Vec<Move>,
    /// Which way it goes.
    pub direction: Direction,
}

impl Default for Labels {
    fn default() -> Labels {
        Labels { moves: Vec::new(), direction: Direction::Neutral }
    }
}

/// A message with its labels.
#[derive(Clone, Debug)]
pub struct Labelled {
    /// As written in the file.
    pub id: String,
    /// Given, or guessed from the text.
    pub lang: Lang,
    /// What the customer said.
    pub customer: String,
    /// The message.
    pub agent: String,
    /// What is in it.
    pub labels: Labels,
}

#[derive(Deserialize)]
struct Row {
    id: Value,
    lang: Option<String>,
    #[serde(default)]
    customer: String,
    #[serde(default)]
    agent: String,
    #[serde(default)]
    moves: Vec<Named>,
    direction: String,
}

/// A move by its id, or as `read` prints it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Named {
    Id(String),
    Hit {
        #[serde(rename = "move")]
        mv: String,
    },
}

/// The labelled messages of a file.
pub fn messages(path: &Path) -> anyhow::Result<Vec<Labelled>> {
    let one = |(id, row): (String, Row)| {
        let labels = labels(&row)?;
        let lang = match &row.lang {
            Some(tag) => Lang::parse(tag).with_context(|| format!("`{tag}` is no language tag"))?,
            None => Lang::of_text(&row.agent).unwrap_or(Lang::ZH_HANS),
        };
        Ok(Labelled { id, lang, customer: row.customer, agent: row.agent, labels })
    };
    rows(path, one)
}

/// The answers of a file, by the ids of the messages.
pub fn answers(path: &Path) -> anyhow::Result<BTreeMap<String, Labels>> {
    Ok(rows(path, |(id, row)| Ok((id, labels(&row)?)))?.into_iter().collect())
}

/// Nobody said anything about this message.
pub fn unanswered(id: &str) -> anyhow::Error {
    anyhow!("there is no answer with the id {id}; every labelled message needs one")
}

fn rows<T>(path: &Path, read: impl Fn((String, Row)) -> anyhow::Result<T>) -> anyhow::Result<Vec<T>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = || format!("{}, line {}", path.display(), number + 1);
        let row: Row = serde_json::from_str(line).with_context(place)?;
        let id = row.id.as_str().map_or_else(|| row.id.to_string(), str::to_owned);
        found.push(read((id, row)).with_context(place)?);
    }
    if found.is_empty() {
        bail!("{} holds no messages", path.display());
    }
    Ok(found)
}

fn labels(row: &Row) -> anyhow::Result<Labels> {
    let mut moves = Vec::new();
    for named in &row.moves {
        let (Named::Id(id) | Named::Hit { mv: id }) = named;
        moves.push(Move::parse(id).ok_or_else(|| unknown("move", id, &Move::ALL.map(Move::id)))?);
    }
    let known = Direction::ALL.map(Direction::id);
    let direction =
        Direction::parse(&row.direction).ok_or_else(|| unknown("direction", &row.direction, &known))?;
    Ok(Labels { moves, direction })
}

fn unknown(what: &str, written: &str, known: &[&str]) -> anyhow::Error {
    let near = nearest(written, known.iter().copied());
    let near = near.map_or_else(|| known.join(", "), |near| format!("did you mean `{near}`?"));
    anyhow!("there is no {what} `{written}` ({near})")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sheet.jsonl");
        std::fs::write(&path, text).unwrap();
        (folder, path)
    }

    #[test]
    fn labels_are_read_as_people_write_them_and_as_read_prints_them() {
        let (_folder, path) = file(
            "{\"id\":7,\"agent\":\"真对不起\",\"moves\":[\"apologize\"],\"direction\":\"calms\"}\n\n\
             {\"id\":\"b\",\"lang\":\"en\",\"agent\":\"no\",\"moves\":[{\"move\":\"refuse_flat\",\"confidence\":0.9,\
             \"quote\":\"no\"}],\"direction\":\"escalates\"}\n",
        );
        let read = messages(&path).unwrap();
        assert_eq!((read[0].id.as_str(), read[0].lang), ("7", Lang::ZH_HANS));
        assert_eq!(read[1].labels.moves, [Move::RefuseFlat]);
        assert_eq!(answers(&path).unwrap()["b"].direction, Direction::Escalates);
    }

    #[test]
    fn a_wrong_label_is_told_with_its_line_and_the_nearest_right_one() {
        let (_folder, path) =
            file("{\"id\":1,\"agent\":\"x\",\"moves\":[\"appologize\"],\"direction\":\"calms\"}\n");
        let error = format!("{:#}", messages(&path).unwrap_err());
        assert!(error.contains("line 1") && error.contains("did you mean `apologize`?"), "{error}");
    }
}
