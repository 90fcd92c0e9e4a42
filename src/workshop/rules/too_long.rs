//! A bubble that fills a phone.

use unicode_width::UnicodeWidthStr;

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

/// The rule.
pub const RULE: Rule = Rule::customer(
    "text.too-long",
    Severity::Warning,
    look,
    Example::main(&[("\"网上买的。\"", LONG)], LONG),
    Example::main(
        &[(
            "\"网上买的。\"",
            "\"网上买的，当时还看了好多家，比来比去，最后挑了你们这一家，图的就是个放心。\"",
        )],
        "",
    ),
);

const LONG: &str = "\"网上买的，当时还看了好多家，比来比去，最后挑了你们这一家，图的就是个放心，客服小姑娘当时说得可好听了，什么三年质保、随时换新、坏了包退，我一听就下单了，谁知道到货那天盒子就是瘪的，我心想算了，凑合用吧，结果用了没几天就不热了，你说我上哪儿说理去，我连发票都还留着，就压在抽屉里，你要看我现在就能拍给你。\"";

/// Columns of a terminal: 120 characters of Han, 240 Latin letters; about seven lines of a phone.
const MOST: usize = 240;

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    for sheet in case.sheets() {
        for text in sheet.said() {
            // An opening is a bubble a line; anything else is one.
            let opening = text.path.last() == Some(&"opening");
            let bubbles: Vec<&str> = if opening { text.text.lines().collect() } else { vec![text.text] };
            let longest = bubbles.into_iter().max_by_key(|bubble| bubble.width()).unwrap_or_default();
            if longest.width() > MOST {
                let finding = rule.finding(sheet.source, text.span.clone());
                findings.push(finding.number("is", longest.chars().count() as u32));
            }
        }
    }
}
