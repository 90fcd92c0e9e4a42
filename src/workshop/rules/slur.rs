//! A word that demeans people for what they are.

use crate::persona::finding::{Finding, Severity};
use crate::workshop::case::Case;
use crate::workshop::rule::{Example, Rule};

use super::leftover::listed;

/// The rule.
pub const RULE: Rule = Rule::customer(
    "safety.slur",
    Severity::Error,
    look,
    Example::main(&[("网上买的。", "这帮乡巴佬。")], "乡巴佬"),
    Example::main(&[("网上买的。", "这帮老乡。")], ""),
);

fn look(rule: &Rule, case: &Case<'_>, findings: &mut Vec<Finding>) {
    listed(rule, case, |lists| lists.slurs.as_slice(), findings);
}
