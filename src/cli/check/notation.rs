//! Findings for programs: JSON lines, and SARIF 2.1.0.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::base::lang::Lang;
use crate::i18n::Prose;
use crate::library::Files;
use crate::persona::finding::{Finding, Severity, Value, codes};

#[derive(Serialize)]
struct Row<'a> {
    code: &'a str,
    severity: Severity,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
    message: String,
    expected: Option<String>,
    nearest: Option<&'a str>,
    mend: String,
    values: BTreeMap<&'a str, &'a Value>,
}

/// One finding as one line.
pub fn line(
    out: &mut impl Write,
    finding: &Finding,
    files: &Files,
    words: &Prose,
    lang: Lang,
) -> anyhow::Result<()> {
    let told = words.told(finding, lang);
    let row = Row {
        code: finding.code,
        severity: finding.severity,
        file: &finding.file,
        line: finding.line,
        column: finding.column,
        end_line: finding.end.0,
        end_column: finding.end.1,
        text: files.get(&finding.file).and_then(|source| source.text.get(finding.span.clone())).unwrap_or(""),
        message: told.message,
        expected: told.expected,
        nearest: finding.near.as_deref(),
        mend: told.mend,
        values: finding.args.iter().map(|(name, value)| (*name, value)).collect(),
    };
    crate::cli::notation::line(out, &row)
}

/// All findings as one log. `place` says where a file is.
pub fn sarif(
    findings: &[Finding],
    place: impl Fn(&str) -> PathBuf,
    words: &Prose,
    lang: Lang,
) -> anyhow::Result<String> {
    let level = |severity| if severity == Severity::Error { "error" } else { "warning" };
    let rules: Vec<Json> = codes::all()
        .map(|code| {
            let (about, mend) = words.about(code, lang);
            json!({
                "id": code,
                "shortDescription": { "text": about },
                "help": { "text": mend },
            })
        })
        .collect();
    let index: BTreeMap<&str, usize> = codes::all().enumerate().map(|(at, code)| (code, at)).collect();
    let results: Vec<Json> = findings
        .iter()
        .map(|finding| {
            let told = words.told(finding, lang);
            let parts = [Some(told.message), told.near, told.expected].into_iter().flatten();
            let (end_line, end_column) = finding.end;
            // A stretch without a width is shown as one character.
            let wide = finding.end != (finding.line, finding.column);
            json!({
                "ruleId": finding.code,
                "ruleIndex": index.get(finding.code),
                "level": level(finding.severity),
                "message": { "text": parts.collect::<Vec<_>>().join("\n") },
                "locations": [{ "physicalLocation": {
                    "artifactLocation": { "uri": uri(&place(&finding.file)) },
                    "region": {
                        "startLine": finding.line,
                        "startColumn": finding.column,
                        "endLine": end_line,
                        "endColumn": if wide { end_column } else { end_column + 1 },
                    },
                } }],
            })
        })
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "xiaoqi",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).context("the log cannot be written")
}

/// A path as the reference that SARIF wants: slashes, and everything but plain characters by its bytes.
fn uri(path: &Path) -> String {
    let slashed =
        path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    let slashed = slashed.replacen("//", "/", 1);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let written: String = slashed
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    if path.is_absolute() { format!("file://{written}") } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_as_a_reference() {
        assert_eq!(uri(Path::new("my content/personas/a.toml")), "my%20content/personas/a.toml");
        assert_eq!(uri(Path::new("/a/水.toml")), "file:///a/%E6%B0%B4.toml");
    }
}
