//! The list of those who are let in: Telegram's numbers and names.

use std::collections::BTreeSet;

use crate::base::id::TraineeId;

/// The list. Has no `Debug`: it is full of names.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Guests(BTreeSet<String>);

/// A line of a list that is neither a number nor a name. Only its place is told: it may be somebody's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("entry {line} is neither a Telegram number nor a @name (5 to 32 letters, digits and _)")]
pub struct BadGuest {
    /// Which, from 1.
    pub line: usize,
}

impl Guests {
    /// Reads a list: an entry a line, 123456789 or @name; after a # comes a remark.
    ///
    /// # Errors
    /// The first line that is neither.
    pub fn parse(text: &str) -> Result<Guests, BadGuest> {
        let mut guests = BTreeSet::new();
        // Editors of other systems begin a file with a mark that nobody sees.
        for (line, written) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let written = written.split('#').next().unwrap_or_default().trim();
            if !written.is_empty() {
                guests.insert(entry(written).ok_or(BadGuest { line })?);
            }
        }
        Ok(Guests(guests))
    }

    /// This and another list.
    pub fn and(mut self, other: Guests) -> Guests {
        self.0.extend(other.0);
        self
    }

    /// The entry under which somebody is on it, by number before name.
    pub fn find(&self, who: TraineeId, name: Option<&str>) -> Option<String> {
        let named = name.map(|name| format!("@{}", name.to_ascii_lowercase()));
        [Some(who.0.to_string()), named].into_iter().flatten().find(|entry| self.0.contains(entry))
    }

    /// Whether this entry is on it.
    pub fn has(&self, entry: &str) -> bool {
        self.0.contains(entry)
    }

    /// How many entries it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn entry(written: &str) -> Option<String> {
    if let Some(name) = written.strip_prefix('@') {
        let fits = (5..=32).contains(&name.len());
        let clean = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        return (fits && clean).then(|| format!("@{}", name.to_ascii_lowercase()));
    }
    written.parse::<i64>().ok().filter(|number| *number > 0).map(|number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_are_read_with_remarks_and_found_however_they_are_written() {
        let guests = Guests::parse("\u{feff}# team\n7 # Ann\n\n  @Bob_by  \r\n+9\n").unwrap();
        assert_eq!(guests.len(), 3);
        assert_eq!(guests.find(TraineeId(7), None).as_deref(), Some("7"));
        assert_eq!(guests.find(TraineeId(9), Some("nobody")).as_deref(), Some("9"));
        assert_eq!(guests.find(TraineeId(1), Some("bOB_BY")).as_deref(), Some("@bob_by"));
        assert_eq!(guests.find(TraineeId(1), Some("7")), None);
    }

    #[test]
    fn what_is_neither_is_told_by_its_line_only() {
        for (text, line) in
            [("7\nAnn\n", 2), ("@ab", 1), ("\n\n-7", 3), ("@na-me", 1), ("99999999999999999999", 1)]
        {
            let error = Guests::parse(text).err().unwrap();
            assert_eq!(error.line, line, "{text}");
            assert!(!error.to_string().contains("Ann"));
        }
    }
}
