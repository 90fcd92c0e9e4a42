//! Findings as people read them: with the offending line where there is room for it, else one line each.

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report};

use crate::persona::finding::{Finding, Severity};

use super::files::Files;

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// One line each, `file:line:column: severity[code]: message`, and a line for the hint.
    Plain,
    /// With the offending line.
    Drawn {
        /// Whether in colour.
        colour: bool,
    },
}

/// Findings as text, in the given order.
pub fn render(findings: &[Finding], files: &Files, look: Look) -> String {
    findings
        .iter()
        .map(|finding| match look {
            Look::Plain => plain(finding),
            Look::Drawn { colour } => drawn(finding, files, colour),
        })
        .collect()
}

/// How many there are, in one line.
pub fn summary(findings: &[Finding]) -> String {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let some = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    };
    format!("{}, {}", some(errors, "error"), some(findings.len() - errors, "warning"))
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn plain(finding: &Finding) -> String {
    let Finding { file, line, column, code, message, .. } = finding;
    let mut text = format!("{file}:{line}:{column}: {}[{code}]: {message}\n", word(finding.severity));
    if let Some(hint) = &finding.hint {
        text.push_str(&format!("    hint: {hint}\n"));
    }
    text
}

/// One line where the text is not at hand or the rendering fails, which it does for spans outside the text.
fn drawn(finding: &Finding, files: &Files, colour: bool) -> String {
    let Some(source) = files.get(&finding.file) else { return plain(finding) };
    let severity = match finding.severity {
        Severity::Warning => miette::Severity::Warning,
        Severity::Error => miette::Severity::Error,
    };
    let mut diagnostic = MietteDiagnostic::new(&finding.message)
        .with_code(finding.code)
        .with_severity(severity)
        .with_label(LabeledSpan::underline(finding.span.clone()));
    if let Some(hint) = &finding.hint {
        diagnostic = diagnostic.with_help(hint);
    }
    let report =
        Report::new(diagnostic).with_source_code(NamedSource::new(source.name, source.text.to_owned()));
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let mut text = String::new();
    match GraphicalReportHandler::new_themed(theme).render_report(&mut text, report.as_ref()) {
        Ok(()) => text,
        Err(_) => plain(finding),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persona::finding::Source;

    fn one() -> (Files, Finding) {
        let text = "id = \"a\"\nemotion = \"angr\" # 生气\n";
        let files = Files::from_texts([("personas/a.toml", text)]);
        let source = Source { name: "personas/a.toml", text };
        let hint = Some("did you mean `anger`?".to_owned());
        (
            files,
            source.error("persona.unknown-emotion", source.find("\"angr\""), "unknown emotion `angr`", hint),
        )
    }

    #[test]
    fn a_plain_finding_starts_with_its_place() {
        let (files, finding) = one();
        let text = render(&[finding], &files, Look::Plain);
        let expected = "personas/a.toml:2:11: error[persona.unknown-emotion]: unknown emotion `angr`\n    \
                        hint: did you mean `anger`?\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_drawn_finding_shows_the_line_and_the_place() {
        let (files, finding) = one();
        let text = render(&[finding], &files, Look::Drawn { colour: false });
        for part in ["personas/a.toml:2:11", "emotion = \"angr\" # 生气", "did you mean `anger`?"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        assert!(!text.contains('\u{1b}'));
    }

    #[test]
    fn a_span_outside_the_text_is_shown_all_the_same() {
        let (files, mut finding) = one();
        finding.span = 900..901;
        assert!(render(&[finding], &files, Look::Drawn { colour: true }).contains("unknown emotion"));
    }

    #[test]
    fn counts_are_spelt_for_one_and_for_many() {
        let (_, finding) = one();
        assert_eq!(summary(&[]), "0 errors, 0 warnings");
        assert_eq!(summary(&[finding]), "1 error, 0 warnings");
    }
}
