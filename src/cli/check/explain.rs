//! What a code means: in the terminal, and as the page `docs/check.md`.

use anyhow::bail;

use crate::base::lang::Lang;
use crate::i18n::Prose;
use crate::persona::finding::{codes, nearest};
use crate::workshop::{all, rule};

/// One code, or all of them in a line each.
pub fn explain(code: &str, words: &Prose, lang: Lang) -> anyhow::Result<String> {
    if code.is_empty() {
        let line = |code| format!("{code:28} {}\n", words.about(code, lang).0);
        return Ok(codes::all().map(line).collect());
    }
    if !codes::is_known(code) {
        let near = nearest(code, codes::all());
        let near = near.map(|near| words.label("check-near", &[("near", near)], lang)).unwrap_or_default();
        bail!("{} {near}", words.label("check-unknown-code", &[("code", code)], lang));
    }
    let (about, mend) = words.about(code, lang);
    let mut text =
        format!("{code}: {about}\n    {}\n", words.label("check-mend-label", &[("mend", &mend)], lang));
    for line in example(code) {
        text.push_str(&format!("    {line}\n"));
    }
    Ok(text)
}

/// The example of a code as lines that go and lines that come, the wrong ones first.
fn example(code: &str) -> Vec<String> {
    let Some(rule) = rule(code) else { return Vec::new() };
    let wrong = rule.fails.edits.iter().flat_map(|(_, to)| to.lines().map(|line| format!("✗ {line}")));
    let right = rule.passes.edits.iter().flat_map(|(_, to)| to.lines().map(|line| format!("✓ {line}")));
    wrong.chain(right).map(|line| clipped(&line)).collect()
}

/// Longest line of an example that is shown, in characters.
const LONGEST: usize = 90;

fn clipped(line: &str) -> String {
    let short: String = line.chars().take(LONGEST).collect();
    if short.len() < line.len() { short + "…" } else { short }
}

/// The page about all codes, in English: `docs/check.md` below its first line.
pub fn page(words: &Prose) -> String {
    let mut page = String::from("| code | severity | what it is | how to mend it |\n|---|---|---|---|\n");
    let severity = |code| all().find(|rule| rule.code == code).map_or("", |rule| rule.severity.id());
    for code in codes::all() {
        let (about, mend) = words.about(code, Lang::EN);
        page.push_str(&format!(
            "| `{code}` | {} | {about} | {} |\n",
            severity(code),
            mend.replace('|', "\\|")
        ));
    }
    page.push_str("\n## Examples\n\n✗ is found, ✓ passes; the rest is the same customer.\n");
    for rule in all() {
        page.push_str(&format!("\n### `{}`\n\n```toml\n", rule.code));
        example(rule.code).iter().for_each(|line| page.push_str(&format!("{line}\n")));
        page.push_str("```\n");
    }
    page
}
