//! Findings in words: `locales/<lang>/workshop.ftl` has a message for each code, with the attributes `expected` (what
//! should stand there, where that can be said), `mend` (what to do) and `about` (what this kind of finding is).

use fluent::{FluentArgs, FluentValue};

use crate::base::lang::Lang;
use crate::persona::finding::{Finding, Severity, Value, codes};

use super::prose::Prose;

/// Words for findings that belong to none, by key.
pub const LABELS: [&str; 12] = [
    "check-near",
    "check-expected",
    "check-mend-label",
    "check-summary",
    "check-clean",
    "check-separator",
    "check-severity-error",
    "check-severity-warning",
    "check-example",
    "check-unknown-code",
    "check-alone",
    "check-simulated",
];

/// Kinds of things that findings name, under `thing-<id>`.
pub const THINGS: [&str; 42] = [
    "apologiser",
    "promiser",
    "random",
    "silent",
    "stuffer",
    "whole-number",
    "number",
    "yes-no",
    "list",
    "table",
    "quoted-text",
    "grade",
    "emotion",
    "authority",
    "kind",
    "demand",
    "ending",
    "style",
    "stage",
    "type",
    "fact",
    "offer",
    "detail",
    "move",
    "state",
    "phase",
    "family",
    "tone",
    "language",
    "kilobyte",
    "entry",
    "line",
    "opening",
    "tell",
    "push",
    "heard",
    "trust",
    "solved",
    "expert",
    "average",
    "poor",
    "hostile",
];

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is wrong.
    pub message: String,
    /// What should stand there; `None` where that cannot be said in general.
    pub expected: Option<String>,
    /// The valid name that may be meant, as a sentence.
    pub near: Option<String>,
    /// How to mend it.
    pub mend: String,
}

impl Prose {
    /// A finding in words. The code where no language has any.
    pub fn told(&self, finding: &Finding, lang: Lang) -> Told {
        let key = codes::key(finding.code);
        let args = self.args(finding, lang);
        let one = |attribute| self.worded(&key, attribute, &args, lang);
        Told {
            message: one(None).unwrap_or_else(|| finding.code.to_owned()),
            expected: one(Some("expected")),
            near: finding.near.as_ref().map(|near| {
                let mut args = FluentArgs::new();
                args.set("near", near.clone());
                self.worded("check-near", None, &args, lang).unwrap_or_else(|| near.clone())
            }),
            mend: one(Some("mend")).unwrap_or_default(),
        }
    }

    /// What this kind of finding is, in few words, and how to mend it.
    pub fn about(&self, code: &str, lang: Lang) -> (String, String) {
        let one = |attribute| {
            self.worded(&codes::key(code), Some(attribute), &FluentArgs::new(), lang).unwrap_or_default()
        };
        (one("about"), one("mend"))
    }

    /// One of [`LABELS`], with numbers or texts.
    pub fn label(&self, key: &str, values: &[(&str, &str)], lang: Lang) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            // Numbers choose between one and many.
            match value.parse::<i64>() {
                Ok(number) => args.set(*name, number),
                Err(_) => args.set(*name, (*value).to_owned()),
            }
        }
        self.worded(key, None, &args, lang).unwrap_or_else(|| key.to_owned())
    }

    /// How many errors and warnings there are, in one line.
    pub fn summary(&self, findings: &[Finding], lang: Lang) -> String {
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        let counts = [errors.to_string(), (findings.len() - errors).to_string()];
        let [errors, warnings] = &counts;
        let key = if findings.is_empty() { "check-clean" } else { "check-summary" };
        self.label(key, &[("errors", errors), ("warnings", warnings)], lang)
    }

    fn args(&self, finding: &Finding, lang: Lang) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        for (name, value) in &finding.args {
            let value = match value {
                Value::Text(text) => FluentValue::from(text.clone()),
                Value::Number(number) => FluentValue::from(*number),
                Value::Names(names) => FluentValue::from(self.listed(names, lang)),
                Value::Thing(id) => FluentValue::from(self.term("thing", id, lang)),
            };
            args.set(*name, value);
        }
        args
    }

    fn listed(&self, names: &[String], lang: Lang) -> String {
        names.join(&self.label("check-separator", &[], lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persona::finding::Source;

    #[test]
    fn a_finding_is_told_by_its_code_with_its_values() {
        let text = "check-separator = { \"、\" }\nthing-type = 客户类型\ncheck-near = 是不是 { $near }？\n\
            check-unknown-name = 没有这个{ $kind }：{ $written }\n    .expected = { $valid }\n    .mend = 改\n";
        let (prose, _) = Prose::parse(Lang::ZH_HANS, &[("workshop.ftl", text)]);
        let finding = Source { name: "a", text: "" }.error("persona.unknown-type", 0..0);
        let finding = finding.thing("kind", "type").text("written", "vipp").names("valid", ["vip", "direct"]);
        let told = prose.told(&finding.near("vipp", ["vip"]), Lang::ZH_HANS);
        assert_eq!(told.message, "没有这个客户类型：vipp");
        assert_eq!(told.expected.as_deref(), Some("vip、direct"));
        assert_eq!(told.near.as_deref(), Some("是不是 vip？"));
        assert_eq!(told.mend, "改");
    }

    #[test]
    fn without_words_a_finding_is_told_by_its_code() {
        let finding = Source { name: "a", text: "" }.error("persona.shares", 0..0);
        assert_eq!(Prose::default().told(&finding, Lang::EN).message, "persona.shares");
    }
}
