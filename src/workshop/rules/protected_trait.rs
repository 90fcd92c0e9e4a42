//! A word that says what somebody is rather than what is the matter, origin or faith or sex or disability.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::leftover::listed;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "safety.protected-trait",
    Severity::Warning,
    look,
    Example::main(&[("网上买的。", "你们外地人就这样。")], "外地人"),
    Example::main(&[("网上买的。", "你们客服就这样。")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    listed(rule, case, |lists| lists.protected.as_slice(), findings);
}
