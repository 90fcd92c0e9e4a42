//! Findings as people read them: with the offending line where there is room for it, else one line each and what to do.

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, MietteError, MietteSpanContents,
    Report, SourceCode, SourceSpan, SpanContents,
};

use crate::base::lang::Lang;
use crate::i18n::{Prose, Told};
use crate::persona::finding::{Finding, Severity};

use super::files::{Files, embedded_texts};

/// How findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// One line each, `file:line:column: severity[code]: message`, and a line for each of what was expected, the name
    /// that may be meant, and how to mend it.
    Plain,
    /// With the offending line.
    Drawn {
        /// Whether in colour.
        colour: bool,
    },
}

/// The words for findings that come with the program. Those of the content that is checked would not do: they may be
/// what is broken.
pub fn words() -> Prose {
    built_in(&["locale.toml", "workshop.ftl"])
}

/// The words of one file of each language that come with the program, such as `new.ftl`.
pub fn words_of(file: &str) -> Prose {
    built_in(&["locale.toml", file])
}

/// The words for what the trainers' tools and contests say, likewise: with those for findings and the vocabulary of the
/// interface.
pub fn tool_words() -> Prose {
    built_in(&["locale.toml", "workshop.ftl", "tools.ftl", "contest.ftl", "ui.ftl", "coach.ftl"])
}

fn built_in(names: &[&str]) -> Prose {
    let texts = embedded_texts(|name| name.ends_with(".ftl") || name.ends_with("/locale.toml"));
    let folders: Vec<String> = texts.folders_in("locales");
    let one = |folder: &String| {
        let names: Vec<String> = names.iter().map(|file| format!("locales/{folder}/{file}")).collect();
        let files: Vec<(&str, &str)> = names
            .iter()
            .filter_map(|name| texts.get(name))
            .map(|source| (source.name, source.text))
            .collect();
        Lang::parse(folder).map(|lang| Prose::parse(lang, &files).0)
    };
    folders.iter().filter_map(one).fold(Prose::default(), Prose::join)
}

/// Findings as text, in the given order and language.
pub fn render(findings: &[Finding], files: &Files, look: Look, words: (&Prose, Lang)) -> String {
    let one = |finding: &Finding| {
        let told = words.0.told(finding, words.1);
        match look {
            Look::Plain => plain(finding, &told, words),
            Look::Drawn { colour } => drawn(finding, files, colour, &told, words),
        }
    };
    findings.iter().map(one).collect()
}

/// What helps to mend it, a line each.
fn help(told: &Told, (prose, lang): (&Prose, Lang)) -> Vec<String> {
    let labelled = |key, name, text: &String| prose.label(key, &[(name, text.as_str())], lang);
    let expected = told.expected.as_ref().map(|text| labelled("check-expected", "expected", text));
    let mend = Some(&told.mend).filter(|text| !text.is_empty());
    let mend = mend.map(|text| labelled("check-mend-label", "mend", text));
    [told.near.clone(), expected, mend].into_iter().flatten().collect()
}

fn plain(finding: &Finding, told: &Told, words: (&Prose, Lang)) -> String {
    let Finding { file, line, column, code, .. } = finding;
    let severity = words.0.label(&format!("check-severity-{}", finding.severity.id()), &[], words.1);
    let mut text = format!("{file}:{line}:{column}: {severity}[{code}]: {}\n", told.message);
    for line in help(told, words) {
        text.push_str(&format!("    {line}\n"));
    }
    text
}

/// One line where the text is not at hand or the rendering fails.
fn drawn(finding: &Finding, files: &Files, colour: bool, told: &Told, words: (&Prose, Lang)) -> String {
    let Some(source) = files.get(&finding.file) else { return plain(finding, told, words) };
    let severity = match finding.severity {
        Severity::Warning => miette::Severity::Warning,
        Severity::Error => miette::Severity::Error,
    };
    let Some(window) = Window::onto(source.text, finding) else { return plain(finding, told, words) };
    let diagnostic = MietteDiagnostic::new(&told.message)
        .with_code(finding.code)
        .with_severity(severity)
        .with_label(LabeledSpan::underline(window.marked.clone()));
    let report = Report::new(diagnostic).with_source_code(window);
    let theme = if colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let mut text = String::new();
    // A line is cut to what helps; what is said is not broken, for the terminal breaks it where it is narrow.
    let handler = GraphicalReportHandler::new_themed(theme).with_width(usize::MAX / 4);
    match handler.render_report(&mut text, report.as_ref()) {
        // Not as miette's help, whose label is English whatever the language.
        Ok(()) => {
            help(told, words).iter().for_each(|line| text.push_str(&format!("  {line}\n")));
            text + "\n"
        }
        Err(_) => plain(finding, told, words),
    }
}

/// Characters shown before and after the offending stretch; lists of cues are one line of thousands.
const AROUND: usize = 24;
/// Most characters of the stretch itself that are shown.
const SHOWN: usize = 60;

/// The part of a line around the offending stretch.
#[derive(Debug)]
struct Window {
    file: String,
    /// Line and column of its first character, from 0.
    place: (usize, usize),
    text: String,
    marked: std::ops::Range<usize>,
}

impl Window {
    /// `None` where the stretch is not in the text.
    fn onto(text: &str, finding: &Finding) -> Option<Window> {
        let start = finding.span.start;
        let before = text.get(..start)?;
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = text.get(start..)?;
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let marked = finding.span.len().min(length);
        let (marked, after) = (rest.get(..marked)?, rest.get(marked..length)?);
        let line = text.get(from..start)?;
        let skipped = line.chars().count().saturating_sub(AROUND);
        let lead: String = line.chars().skip(skipped).collect();
        let cut = |text: &str, most: usize| -> String {
            let shown: String = text.chars().take(most).collect();
            if shown.len() < text.len() { shown + "…" } else { shown }
        };
        let shown = cut(marked, SHOWN);
        let opens = if skipped > 0 { "…" } else { "" };
        let head = format!("{opens}{lead}");
        let tail = if shown.ends_with('…') { String::new() } else { cut(after, AROUND) };
        Some(Window {
            file: finding.file.clone(),
            place: (finding.line - 1, finding.column - 1),
            marked: head.len()..head.len() + shown.len(),
            text: format!("{head}{shown}{tail}\n"),
        })
    }
}

impl SourceCode for Window {
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let whole = SourceSpan::from(0..self.text.len());
        let (line, column) = self.place;
        let contents =
            MietteSpanContents::new_named(self.file.clone(), self.text.as_bytes(), whole, line, column, 1);
        Ok(Box::new(contents))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persona::finding::Source;

    fn one(text: &str, name: &str) -> (Files, Finding) {
        let files = Files::from_texts([("personas/a.toml", text)]);
        let source = Source { name: "personas/a.toml", text };
        let finding = source.error("persona.unknown-emotion", source.find(name)).thing("kind", "emotion");
        let finding = finding.text("written", "angr").names("valid", ["anger", "anxiety"]);
        (files, finding.near("angr", ["anger", "anxiety"]))
    }

    fn shown(look: Look, text: &str, lang: Lang) -> String {
        let (files, finding) = one(text, "\"angr\"");
        render(&[finding], &files, look, (&words(), lang))
    }

    const TEXT: &str = "id = \"a\"\nemotion = \"angr\" # 生气\n";

    #[test]
    fn a_plain_finding_starts_with_its_place_and_is_told_in_every_language() {
        let starts = [(Lang::EN, "error"), (Lang::ZH_HANS, "错误"), (Lang::ZH_HANT, "錯誤")];
        for (lang, word) in starts {
            let text = shown(Look::Plain, TEXT, lang);
            let start = format!("personas/a.toml:2:11: {word}[persona.unknown-emotion]: ");
            assert!(text.starts_with(&start), "{text}");
            assert!(text.contains("angr") && text.contains("anxiety") && text.lines().count() == 4, "{text}");
        }
    }

    #[test]
    fn a_drawn_finding_shows_the_line_and_the_place() {
        let text = shown(Look::Drawn { colour: false }, TEXT, Lang::EN);
        for part in ["personas/a.toml:2:11", "emotion = \"angr\" # 生气", "anger"] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
        assert!(!text.contains('\u{1b}'));
    }

    #[test]
    fn of_a_line_of_thousands_only_the_part_around_the_place_is_shown() {
        let long = format!("ask = [{} \"angr\", {}]\n", "\"冷\", ".repeat(900), "\"热\", ".repeat(900));
        let text = shown(Look::Drawn { colour: false }, &long, Lang::ZH_HANS);
        assert!(text.contains("…") && text.contains("\"angr\""), "{text}");
        assert!(text.lines().all(|line| line.chars().count() < 200), "{text}");
    }

    #[test]
    fn a_span_outside_the_text_is_shown_all_the_same() {
        let (files, mut finding) = one(TEXT, "\"angr\"");
        finding.span = 900..901;
        let text = render(&[finding], &files, Look::Drawn { colour: true }, (&words(), Lang::EN));
        assert!(text.contains("angr"), "{text}");
    }

    #[test]
    fn counts_are_spelt_for_one_and_for_many() {
        let (_, finding) = one(TEXT, "\"angr\"");
        let words = words();
        assert_eq!(words.summary(std::slice::from_ref(&finding), Lang::EN), "1 error, 0 warnings");
        assert_eq!(words.summary(&[finding.clone(), finding], Lang::EN), "2 errors, 0 warnings");
        assert!(words.summary(&[], Lang::ZH_HANS).contains("没有"));
    }
}
