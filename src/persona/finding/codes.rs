//! Every code there is. A code never changes its meaning, and none is used again for something else.

/// Codes that stand for the same mistake in different places, and the key that their words share.
const SHARED: [(&str, &str); 27] = [
    ("persona.unknown-grade", "unknown-name"),
    ("persona.unknown-emotion", "unknown-name"),
    ("persona.unknown-authority", "unknown-name"),
    ("persona.unknown-kind", "unknown-name"),
    ("persona.unknown-demand", "unknown-name"),
    ("persona.unknown-ending", "unknown-name"),
    ("persona.unknown-style", "unknown-name"),
    ("persona.unknown-stage", "unknown-name"),
    ("persona.unknown-type", "unknown-name"),
    ("text.unknown-id", "unknown-name"),
    ("text.unknown-move", "unknown-name"),
    ("chart.unknown-ending", "unknown-name"),
    ("chart.unknown-state", "unknown-name"),
    ("chart.unknown-move", "unknown-name"),
    ("rules.unknown-grade", "unknown-name"),
    ("rules.unknown-move", "unknown-name"),
    ("rules.unknown-phase", "unknown-name"),
    ("rules.unknown-family", "unknown-name"),
    ("rules.unknown-emotion", "unknown-name"),
    ("trainee.unknown-move", "unknown-name"),
    ("corpus.unknown-family", "unknown-name"),
    ("corpus.unknown-move", "unknown-name"),
    ("corpus.unknown-tone", "unknown-name"),
    ("locale.unknown-fallback", "unknown-name"),
    ("locale.bad-tag", "persona-bad-language"),
    ("ui.syntax", "lines-syntax"),
    ("file.syntax", "file-other"),
];

/// Every code, by what it is about.
pub const CODES: [&str; 113] = [
    "file.single-brackets",
    "file.wrong-ending",
    "file.full-width",
    "file.unreadable",
    "file.not-utf8",
    "file.not-compiled",
    "file.not-a-file",
    "file.link-outside",
    "file.too-large",
    "file.too-deep",
    "file.syntax",
    "file.other",
    "file.unknown-key",
    "file.missing-key",
    "file.wrong-kind",
    "file.duplicate-key",
    "file.curly-quotes",
    "file.unquoted",
    "file.no-value",
    "file.unclosed-quote",
    "file.unclosed-bracket",
    "file.missing-comma",
    "file.backslash",
    "file.no-equals",
    "file.bad-key",
    "file.too-much",
    "persona.bad-id",
    "persona.bad-language",
    "persona.unknown-grade",
    "persona.unknown-emotion",
    "persona.unknown-authority",
    "persona.unknown-kind",
    "persona.unknown-demand",
    "persona.unknown-ending",
    "persona.unknown-style",
    "persona.unknown-stage",
    "persona.unknown-type",
    "persona.weights",
    "persona.shares",
    "persona.contradictory-style",
    "persona.orphan-translation",
    "persona.wrong-file",
    "persona.wrong-language",
    "persona.duplicate-id",
    "persona.out-of-range",
    "persona.odd-ending",
    "persona.cannot-be-calmed",
    "chart.unknown-ending",
    "chart.unknown-state",
    "chart.unknown-move",
    "chart.thresholds",
    "chart.unreachable-state",
    "chart.dead-end",
    "chart.never-fires",
    "fact.never-told",
    "fact.no-questions",
    "fact.spoiled",
    "fact.opening-silent",
    "fact.question-misses",
    "topic.same-cues",
    "topic.broad-cue",
    "demand.unmet",
    "offer.meets-nothing",
    "offer.no-cues",
    "briefing.both",
    "briefing.contradiction",
    "briefing.money",
    "text.no-opening",
    "text.missing",
    "text.twice",
    "text.unknown-id",
    "text.unknown-move",
    "text.unknown-line",
    "text.missing-language",
    "text.few-variants",
    "text.details-differ",
    "text.numbers-differ",
    "text.too-long",
    "text.wrong-script",
    "text.duplicate-line",
    "text.blank",
    "text.leftover",
    "lines.syntax",
    "lines.unknown-variable",
    "lines.choice",
    "lines.placeable",
    "safety.slur",
    "safety.violence",
    "safety.protected-trait",
    "privacy.phone",
    "privacy.email",
    "privacy.id-card",
    "privacy.bank-card",
    "simulation.too-easy",
    "simulation.too-hard",
    "simulation.never-won",
    "simulation.never-lost",
    "simulation.ending-never",
    "rules.unknown-grade",
    "rules.unknown-move",
    "rules.unknown-phase",
    "rules.unknown-family",
    "rules.unknown-emotion",
    "trainee.unknown-move",
    "locale.bad-tag",
    "locale.wrong-folder",
    "locale.missing-file",
    "locale.unknown-fallback",
    "ui.syntax",
    "ui.missing-key",
    "ui.unknown-key",
    "ui.duplicate-key",
    "ui.unknown-value",
];

/// Codes about the labelled examples that readers learn from; apart, since customers' files never have them.
pub const CORPUS: [&str; 9] = [
    "corpus.line",
    "corpus.unknown-family",
    "corpus.unknown-move",
    "corpus.unknown-tone",
    "corpus.few",
    "corpus.uniform",
    "corpus.disagreement",
    "corpus.duplicate",
    "corpus.near-duplicate",
];

/// Every code of both lists.
pub fn all() -> impl Iterator<Item = &'static str> {
    CODES.into_iter().chain(CORPUS)
}

/// Whether there is such a code.
pub fn is_known(code: &str) -> bool {
    all().any(|known| known == code)
}

/// The key of a code's words in `workshop.ftl`, such as `check-persona-weights`. Its attributes `about` (what it is, in
/// few words) and `mend` (how to mend it) say the same whatever the finding.
pub fn key(code: &str) -> String {
    let shared = SHARED.iter().find(|(known, _)| *known == code).map(|(_, key)| (*key).to_owned());
    format!("check-{}", shared.unwrap_or_else(|| code.replace('.', "-")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_code_stands_twice_and_none_shares_words_that_are_not_there() {
        let mut codes: Vec<&str> = all().collect();
        codes.sort_unstable();
        assert!(codes.windows(2).all(|two| two[0] != two[1]), "{codes:?}");
        assert!(SHARED.iter().all(|(code, _)| is_known(code)));
    }
}
