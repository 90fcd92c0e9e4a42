//! The short form of a customer's file, laid out as the long one: rules look for texts in one place only.

use std::ops::Range;

use super::sheet::{Key, Node, Spot};

/// Keys at the top of a file that stand under `text` in the long form.
const TEXTS: [&str; 8] = ["title", "name", "summary", "issue", "words", "opening", "detail", "lines"];
/// Those that stand under `text.briefing`, with their names there.
const BRIEFING: [(&str, &str); 4] =
    [("you", "you"), ("situation", "happened"), ("may", "may"), ("may_not", "may_not")];
/// Lists whose entries hold texts, and which keys those are.
const ENTRIES: [(&str, &[&str]); 3] = [
    ("fact", &["about", "ask", "examples", "called", "tell", "tell_high", "question"]),
    ("demand", &["name", "cues", "push", "push_high"]),
    ("offer", &["name", "cues", "taken", "taken_early", "done", "example"]),
];

/// Moves the texts of a customer's own file to where the long form has them; each keeps its place in the file.
pub fn unfold(root: &mut Spot) {
    // Laws, types and translations have other keys of these names, or none.
    if root.get("id").is_none() || root.get("grade").is_none() {
        return;
    }
    let own: Vec<(Key, Spot)> = TEXTS.iter().filter_map(|key| taken(root, key)).collect();
    let briefing: Vec<(Key, Spot)> = BRIEFING
        .iter()
        .filter_map(|(key, name)| taken(root, key).map(|(at, spot)| (named(name, at.span), spot)))
        .collect();
    let mut entries = Vec::new();
    for (kind, keys) in ENTRIES {
        let found = entries_of(root, kind, keys);
        if !found.is_empty() {
            entries.push((kind, found));
        }
    }
    if own.is_empty() && briefing.is_empty() && entries.is_empty() {
        return;
    }
    put(root, "text", own);
    if let Some(text) = child(root, "text") {
        if !briefing.is_empty() {
            put(text, "briefing", briefing);
        }
        entries.into_iter().for_each(|(kind, found)| put(text, kind, found));
    }
}

/// The first text of the opening, wherever it stands.
pub fn opening(root: &Spot) -> Option<&str> {
    root.get("text")?.get("opening")?.items().first()?.text()
}

fn named(name: &str, span: Range<usize>) -> Key {
    Key { name: name.to_owned(), span }
}

/// A key and its value, taken out.
fn taken(spot: &mut Spot, key: &str) -> Option<(Key, Spot)> {
    let entries = spot.entries_mut()?;
    let at = entries.iter().position(|(name, _)| name.name == key)?;
    Some(entries.remove(at))
}

/// The texts of each entry of a list, by its id, taken out of the entry.
fn entries_of(root: &mut Spot, kind: &str, keys: &[&str]) -> Vec<(Key, Spot)> {
    let Some(Spot { node: Node::List(items), .. }) = child(root, kind) else { return Vec::new() };
    let texts = |item: &mut Spot| {
        let (name, span) = item.get("id").and_then(|id| Some((id.text()?.to_owned(), id.span.clone())))?;
        let found: Vec<(Key, Spot)> = keys.iter().filter_map(|key| taken(item, key)).collect();
        let table = Spot { span: item.span.clone(), node: Node::Table(found) };
        (!table.entries().is_empty()).then_some((Key { name, span }, table))
    };
    items.iter_mut().filter_map(texts).collect()
}

fn child<'s>(spot: &'s mut Spot, key: &str) -> Option<&'s mut Spot> {
    spot.entries_mut()?.iter_mut().find(|(name, _)| name.name == key).map(|(_, found)| found)
}

/// Adds entries to the table under a key, which is made where it is missing; what is there stays.
fn put(spot: &mut Spot, key: &str, more: Vec<(Key, Spot)>) {
    let span = spot.span.clone();
    if spot.get(key).is_none()
        && let Some(entries) = spot.entries_mut()
    {
        entries.push((named(key, span.clone()), Spot { span, node: Node::Table(Vec::new()) }));
    }
    let Some(entries) = child(spot, key).and_then(Spot::entries_mut) else { return };
    for (name, value) in more {
        if entries.iter().all(|(there, _)| there.name != name.name) {
            entries.push((name, value));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::base::lang::Lang;
    use crate::persona::finding::Source;
    use crate::workshop::sheet::{Sheet, Spot, Use};

    #[test]
    fn texts_of_the_short_form_are_found_where_the_long_form_has_them_at_their_own_place() {
        let text = "id = \"a\"\ngrade = \"basic\"\nopening = \"三天了还没到\"\nsituation = \"x\"\n[[fact]]\nid = \"when\"\n\
            tell = \"昨天\"\nask = [\"哪天\"]\n[text]\ntitle = \"T\"\n";
        let sheet = Sheet::read(Source { name: "a", text });
        assert_eq!(sheet.lang, Some(Lang::ZH_HANS));
        assert_eq!(sheet.at(&["text", "briefing", "happened"]).and_then(Spot::text), Some("x"));
        assert_eq!(sheet.at(&["text", "title"]).and_then(Spot::text), Some("T"));
        let tell = sheet.at(&["text", "fact", "when", "tell"]).unwrap();
        assert_eq!((&text[tell.span.clone()], tell.items().len()), ("\"昨天\"", 1));
        let said: Vec<&str> = sheet.said().map(|text| text.text).collect();
        assert_eq!(said, ["三天了还没到", "昨天"]);
        assert!(sheet.texts().iter().any(|text| text.used == Use::Other && text.text == "哪天"));
    }
}
