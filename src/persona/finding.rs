//! What is wrong with a content file, precisely enough to mend it.

use serde::Serialize;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The file is used all the same.
    Warning,
    /// The file is left out; the others still load.
    Error,
}

/// One problem in one content file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Stable code such as `persona.unknown-fact`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file, as the library named it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The offending stretch, as byte range into the file; empty where only the place is known.
    pub span: std::ops::Range<usize>,
    /// What is wrong, in English; the code is what a locale translates.
    pub message: String,
    /// What was expected, and the nearest valid name where there is one.
    pub hint: Option<String>,
}

/// A content file's name and text, from which findings compute their place.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Name shown to people, such as `personas/heating.toml`.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}

impl Source<'_> {
    /// A finding at a byte range of this file.
    pub fn finding(
        &self,
        code: &'static str,
        severity: Severity,
        span: std::ops::Range<usize>,
        message: impl Into<String>,
        hint: Option<String>,
    ) -> Finding {
        let start = span.start.min(self.text.len());
        let before = self.text.get(..start).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Finding {
            code,
            severity,
            file: self.name.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or("").chars().count() + 1,
            span,
            message: message.into(),
            hint,
        }
    }

    /// An error at a byte range.
    pub fn error(
        &self,
        code: &'static str,
        span: std::ops::Range<usize>,
        message: impl Into<String>,
        hint: Option<String>,
    ) -> Finding {
        self.finding(code, Severity::Error, span, message, hint)
    }

    /// The byte range of the first place where `needle` stands; the file's start where it does not.
    pub fn find(&self, needle: &str) -> std::ops::Range<usize> {
        self.text.find(needle).map_or(0..0, |at| at..at + needle.len())
    }
}

/// "did you mean": the valid name nearest to `written`, where one is near enough to help.
pub fn nearest<'a>(written: &str, valid: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let close = |name: &&str| strsim::damerau_levenshtein(written, name) <= 1 + written.chars().count() / 3;
    valid.into_iter().filter(close).min_by_key(|name| strsim::damerau_levenshtein(written, name))
}

/// Reads TOML into `T`, turning the parser's complaint into a finding.
pub fn read_toml<T: serde::de::DeserializeOwned>(source: Source<'_>) -> Result<T, Box<Finding>> {
    toml::from_str(source.text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let message = error.message().replace('\n', " ");
        let hint = unknown_field_hint(&message);
        Box::new(source.error("file.syntax", span, message, hint))
    })
}

/// serde lists the expected fields after an unknown one; the nearest of them is the likely intention.
fn unknown_field_hint(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let written = quoted.next()?;
    let valid: Vec<&str> = quoted.collect();
    nearest(written, valid).map(|name| format!("did you mean `{name}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_counts_lines_and_columns_in_characters() {
        let source = Source { name: "a.toml", text: "第一行\n  坏了 = 3\n" };
        let span = source.find("坏了");
        let finding = source.error("x", span, "m", None);
        assert_eq!((finding.line, finding.column), (2, 3));
    }

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert_eq!(nearest("angr", ["anger", "anxiety"]), Some("anger"));
        assert_eq!(nearest("zzz", ["anger", "anxiety"]), None);
    }
}
