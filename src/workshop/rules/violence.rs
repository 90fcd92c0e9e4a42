//! A word that threatens life or limb.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::leftover::listed;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "safety.violence",
    Severity::Warning,
    look,
    Example::main(&[("网上买的。", "你不处理我就砍死你。")], "砍死你"),
    Example::main(&[("网上买的。", "你不处理我就不走了。")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    listed(rule, case, |lists| lists.violence.as_slice(), findings);
}
