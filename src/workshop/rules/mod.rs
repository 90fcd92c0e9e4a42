//! The rules, one a file: what it looks for, an example of what it finds, an example of what it lets pass. `personal` (forms of
//! personal data) and `played` (what a grade promises) are shared by several.

mod bank_card;
mod blank;
mod briefing_both;
mod briefing_contradiction;
mod briefing_money;
mod broad_cue;
mod cannot_be_calmed;
mod dead_end;
mod details_differ;
mod duplicate_id;
mod duplicate_line;
mod email;
mod ending_never;
mod few_variants;
mod id_card;
mod leftover;
mod meets_nothing;
mod missing_language;
mod never_fires;
mod never_lost;
mod never_told;
mod never_won;
mod no_cues;
mod no_questions;
mod numbers_differ;
mod odd_ending;
mod opening_silent;
mod out_of_range;
mod personal;
mod phone;
mod played;
mod protected_trait;
mod question_misses;
mod same_cues;
mod slur;
mod spoiled;
mod too_easy;
mod too_hard;
mod too_long;
mod unknown_line;
mod unmet;
mod unreachable_state;
mod violence;
mod wrong_script;

pub use played::{chance, promised};

use super::rule::Rule;

/// Every rule, in the order in which it is told about.
pub const RULES: &[Rule] = &[
    duplicate_id::RULE,
    out_of_range::RULE,
    odd_ending::RULE,
    cannot_be_calmed::RULE,
    unreachable_state::RULE,
    dead_end::RULE,
    never_fires::RULE,
    never_told::RULE,
    no_questions::RULE,
    spoiled::RULE,
    opening_silent::RULE,
    question_misses::RULE,
    same_cues::RULE,
    broad_cue::RULE,
    unmet::RULE,
    meets_nothing::RULE,
    no_cues::RULE,
    briefing_both::RULE,
    briefing_contradiction::RULE,
    briefing_money::RULE,
    unknown_line::RULE,
    missing_language::RULE,
    few_variants::RULE,
    details_differ::RULE,
    numbers_differ::RULE,
    too_long::RULE,
    wrong_script::RULE,
    duplicate_line::RULE,
    blank::RULE,
    leftover::RULE,
    slur::RULE,
    violence::RULE,
    protected_trait::RULE,
    phone::RULE,
    email::RULE,
    id_card::RULE,
    bank_card::RULE,
    too_easy::RULE,
    too_hard::RULE,
    never_won::RULE,
    never_lost::RULE,
    ending_never::RULE,
];
