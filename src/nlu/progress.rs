//! Whether something is reported as done, or under way, and no more only offered.

use crate::base::span::Span;

use super::asking::is_asked;
use super::clause::Clause;
use super::context::Scene;
use super::slots::Slot;

/// What may stand between a Chinese verb and the 了 that says it is done.
const RESULTS: [char; 9] = ['上', '好', '到', '完', '掉', '过', '来', '去', '住'];

/// Whether an offer's words say that it has happened, or is happening: no time to come stands beside them, and no
/// question is asked.
pub fn is_done(scene: &Scene<'_>, offer: Span) -> bool {
    let text = scene.normal.text();
    let Some((_, clause)) = scene.clause_at(offer.start) else { return false };
    let to_come = |s: &Slot| s.kind.is_by_when() && s.value.number() >= 0 && s.span.overlaps(clause.span);
    if is_asked(clause, text) || scene.found.slots.iter().any(to_come) || scene.has("will", clause.span) {
        return false;
    }
    let rest = text.get(offer.end as usize..clause.span.end as usize).unwrap_or_default();
    let ended = offer.of(text).ends_with('了')
        || rest.trim_start_matches(RESULTS).starts_with('了') && !rest.contains("了吧");
    ended || says_done(scene, clause)
}

/// Whether a clause says that something has happened, or is happening.
fn says_done(scene: &Scene<'_>, clause: &Clause) -> bool {
    let words = clause.span.of(scene.normal.text());
    let supposed = SUPPOSED.iter().any(|word| words.contains(word));
    let shown = scene.has("done", clause.span)
        || UNDER_WAY.iter().any(|piece| words.contains(piece))
        || words.ends_with(" now")
        || words.ends_with('了') && !DOUBTFUL.iter().any(|piece| words.contains(piece));
    shown && !supposed && !is_asked(clause, scene.normal.text())
}

/// Whether a message reports that something is done or under way, whatever it is.
pub fn reports_done(scene: &Scene<'_>) -> bool {
    scene.clauses.iter().any(|clause| says_done(scene, clause))
}

/// The clauses that say that something did not work out: the manager said no, nobody answers, it is sold out.
pub fn setbacks(scene: &Scene<'_>) -> Vec<Span> {
    let text = scene.normal.text();
    let fails = |clause: &&Clause| scene.has("setback", clause.span) && !is_asked(clause, text);
    scene.clauses.iter().filter(fails).map(|clause| scene.normal.original_span(clause.span)).collect()
}

/// What says that something is under way.
const UNDER_WAY: [&str; 22] = [
    " being ",
    "on his way",
    "on her way",
    "on the way",
    "on its way",
    "on their way",
    "is bringing",
    "in your inbox",
    "is booked",
    "are booked",
    "is closed",
    "is shut",
    "is sent",
    "is ready",
    "is fixed",
    "said yes",
    "agreed",
    "is back on",
    "正在",
    "在路上",
    "出发",
    "上楼",
];
/// What a 了 at the end does not make a thing done.
const DOUBTFUL: [&str; 14] =
    ["要", "会", "就", "马上", "可以", "能", "行了", "好了吧", "算了", "不", "别", "太", "罢了", "为了"];

/// What makes a thing done one that is only thought of.
const SUPPOSED: [&str; 12] =
    ["can ", "could", "would", "if ", "shall", "let me", "want", "如果", "要是", "可以", "等", "能"];
