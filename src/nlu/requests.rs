//! How a clause asks, by its words and by what was heard in it: requests, wishes, checks, choices, and what only looks like
//! a question.

use crate::base::moves::{Family, Move, Sign};
use crate::base::span::Span;

use super::appeals::gives;
use super::context::Scene;
use super::reader::Candidate;

/// How somebody else is asked about: "her number", 您财务怎么称呼.
const OF_ANOTHER: [&str; 36] = [
    " is she on",
    " is he on",
    " is she called",
    " is he called",
    " are they called",
    " are they on",
    "her name",
    "his name",
    "their name",
    "her number",
    "his number",
    "their number",
    "her phone",
    "his phone",
    "her mobile",
    "his mobile",
    "her address",
    "his address",
    "her surname",
    "his surname",
    "name of the",
    "number of the",
    "is she called",
    "is he called",
    "are they called",
    "他叫",
    "她叫",
    "他电话",
    "她电话",
    "他的电话",
    "她的电话",
    "他手机",
    "她手机",
    "对方电话",
    "他怎么称呼",
    "她怎么称呼",
];
const CALLED: [&str; 4] = ["怎么称呼", "叫什么", "叫啥", "贵姓"];

/// Characters before a clause within which somebody else may be named.
const BEFORE: usize = 14;

/// Whether a clause asks who somebody else is, or how to reach him.
pub(super) fn names_another(scene: &Scene<'_>, clause: Span) -> bool {
    let text = scene.normal.text();
    let words = clause.of(text);
    // 柜台谁跟您讲的，叫啥名: whose name, stands before it.
    let bare = || CALLED.iter().any(|called| words.contains(called)) && !words.contains(['您', '你']);
    let before = || text.get(..clause.start as usize).unwrap_or_default();
    if bare() && before().chars().rev().take(BEFORE).any(|c| matches!(c, '谁' | '他' | '她')) {
        return true;
    }
    let role = || CALLED.iter().any(|called| words.contains(called)) && scene.has("role", clause);
    OF_ANOTHER.iter().any(|other| words.contains(other)) || role() || asks_who(words)
}

/// What asks who he is himself, or whom she has before her.
const WHO_HE_IS: [&str; 12] = [
    "who am i",
    "who are you",
    "who is this",
    "who's this",
    "whos this",
    "who do i have",
    "您是谁",
    "你是谁",
    "您哪位",
    "你哪位",
    "谁在跟我",
    "我在跟谁",
];

/// Whether a clause asks who somebody is who is not he: "who took that call", 谁接的电话.
fn asks_who(words: &str) -> bool {
    let who = words.starts_with("who ") || words.contains(" who ") || words.contains('谁');
    who && !WHO_HE_IS.iter().any(|him| words.contains(him))
}

/// What stands between two things to choose from.
pub(super) const OR: [&str; 4] = [" or ", "还是", "或者", "或是"];

/// Most bytes between a time and the word that sets another against it.
const APART: usize = 60;

/// Whether two times are set against each other: "Saturday at two or Sunday at ten?"
pub(super) fn is_choice(scene: &Scene<'_>) -> bool {
    let text = scene.normal.text();
    let times = || scene.found.slots.iter().filter(|slot| slot.kind.is_by_when());
    let between = |at: usize, or: &str| {
        let before = times().any(|s| (s.span.end as usize) <= at && s.span.end as usize + APART >= at);
        let end = at + or.len();
        before && times().any(|s| s.span.start as usize >= end && s.span.start as usize <= end + APART)
    };
    OR.iter().any(|or| text.match_indices(or).any(|(at, or)| between(at, or)))
}

/// What a question that asks for a nod ends in.
const TAGS: [&str; 16] = [
    " ok",
    " okay",
    " alright",
    " all right",
    " yeah",
    " deal",
    " fine",
    "可以吗",
    "行吗",
    "好吗",
    "好不好",
    "行不行",
    "可以不",
    "行不",
    "成吗",
    "好不",
];

/// What has the form of a question and asks nothing.
pub(super) const RHETORICAL: [&str; 26] = [
    "happy now",
    "satisfied now",
    "are you listening",
    "you serious",
    "are you kidding",
    "what else do you want",
    "who cares",
    "why should i",
    "what do you expect me",
    "do you hear",
    "you done yet",
    "满意了吧",
    "满意了吗",
    "行了吧",
    "听见没",
    "听到没有",
    "懂不懂",
    "听懂没",
    "骂够了没",
    "闹够了没",
    "说够了没",
    "有完没完",
    "急什么",
    "喊什么",
    "吵什么",
    "关我什么事",
];

/// Clauses that only ask whether what was said is so.
const CHECKS: [&str; 18] = [
    "对吗",
    "对吧",
    "对不对",
    "是吗",
    "是吧",
    "是不是",
    "没错吧",
    "是这样吗",
    "对么",
    "right",
    "is that right",
    "correct",
    "is that correct",
    "yeah",
    "yes",
    "am i right",
    "have i got that right",
    "did i get that right",
];

/// "right?", 对吧, "haven't you?": asks whether what stands before it is so.
pub(super) fn is_check(words: &str) -> bool {
    let mut each = words.split(' ');
    let pair = (each.next(), each.next(), each.next());
    let tag = matches!(pair, (Some(verb), Some("you" | "he" | "she" | "it" | "they" | "there"), None) if verb.ends_with("n't"));
    tag || CHECKS.contains(&words.trim_start_matches("so "))
}

pub(super) fn is_tagged(words: &str) -> bool {
    // 修好吗 asks whether it is mended.
    let ends = |tag: &&&str| {
        words.strip_suffix(**tag).is_some_and(|rest| !(tag.starts_with('好') && rest.ends_with(MENDING)))
    };
    TAGS.iter().any(|tag| ends(&tag))
}

/// Verbs before a 好 that says how they came out.
const MENDING: [char; 16] =
    ['修', '弄', '做', '办', '装', '写', '吃', '收', '搞', '调', '换', '查', '约', '订', '改', '睡'];

/// Bytes from a clause's start within which a word opens it.
pub(super) const OPENING: u32 = 9;

/// Whether a clause begins by saying that she, or somebody of hers, does something.
pub(super) fn opens_with_her(scene: &Scene<'_>, clause: Span) -> bool {
    let early = |span: Span| span.start <= clause.start + OPENING;
    ["i", "we", "role"].iter().any(|class| scene.class_spans_in(class, clause).any(early))
}

/// Words that count, and ask beside words of the case.
pub(super) const FEW: [&str; 6] = ["几点", "几号", "几楼", "几口", "几岁", "多少"];

/// What asks for a reason.
pub(super) const WHY: [&str; 11] =
    ["why", "how come", "为什么", "为啥", "为何", "怎么会", "咋会", "怎么不", "怎么没", "咋不", "咋没"];

/// From here on, in thousandths, a question without a mark is believed to be one.
pub(super) const CLEAR: i32 = 250;

/// Whether a clause clearly says something rather than asks.
pub(super) fn states_something(candidates: &[Candidate], clause: Span) -> bool {
    let families = [Family::Solving, Family::Promising, Family::Informing, Family::Empathy, Family::Apology];
    candidates.iter().any(|c| c.span.overlaps(clause) && families.contains(&c.mv.family()))
}

/// Whether a clause without a question asks for something all the same: it opens with a request, and states nothing.
pub(super) fn is_request(scene: &Scene<'_>, candidates: &[Candidate], clause: Span) -> bool {
    let opens =
        |class: &str| scene.class_spans_in(class, clause).any(|span| span.start <= clause.start + OPENING);
    let text = clause.of(scene.normal.text());
    let named = ["your ", "您的", "你的"].iter().any(|his| text.starts_with(his));
    let bare = || named && candidates.iter().all(|c| !c.span.overlaps(clause));
    let wants = is_wish(text);
    // "Give me your name": whatever else she says she will do with it.
    if gives(text) {
        return true;
    }
    let asks =
        opens("request") && !scene.has("negation", clause) || opens("question_word") || bare() || wants;
    asks && !states_something(candidates, clause)
}

pub(super) fn is_wish(words: &str) -> bool {
    REQUESTS.iter().any(|end| words.ends_with(end))
}

/// What a short request ends in: "order number pls", 身份证号报一下.
const REQUESTS: [&str; 14] = [
    " pls",
    " please",
    " plz",
    "报一下",
    "说一下",
    "讲一下",
    "发一下",
    "给一下",
    "留一下",
    "提供一下",
    "核对一下",
    "确认一下",
    "发我",
    "告诉我",
];

/// Whether a clause asks by a question word alone, as people do who leave out the mark: nothing else is heard in it.
pub(super) fn wonders(scene: &Scene<'_>, candidates: &[Candidate], clause: Span) -> bool {
    let denied = || scene.has("negation", clause);
    let only_asks = |c: &Candidate| {
        !c.span.overlaps(clause)
            || matches!(c.mv, Move::OpenQuestion | Move::ClosedQuestion | Move::AddressByName)
    };
    asks_by_word(scene, clause) && candidates.iter().all(only_asks) && !denied()
}

/// Before 几 it is "some": 没几天, 好几次. Behind a question word 都 and 也 make "everybody" of "who".
const SOME: [char; 12] = ['没', '好', '这', '那', '过', '十', '前', '后', '头', '了', '等', '有'];
const ANYONE: [char; 2] = ['换', '搁'];

/// Whether a word in a clause really asks.
pub(super) fn asks_by_word(scene: &Scene<'_>, clause: Span) -> bool {
    let text = scene.normal.text();
    let mut spans = scene.class_spans_in("question_word", clause);
    spans.any(|span| {
        let before = text.get(clause.start as usize..span.start as usize).unwrap_or_default();
        let after = text.get(span.end as usize..clause.end as usize).unwrap_or_default();
        let some = span.of(text).starts_with('几') && before.ends_with(SOME);
        let anyone = after.starts_with(['都', '也']) || before.trim_end_matches('了').ends_with(ANYONE);
        // "I'll find out who it was": in English what asks stands at the beginning.
        let embedded = clause.of(text).is_ascii() && before.len() > LEAD;
        !some && !anyone && !embedded
    })
}

/// Bytes of English before a question word that still opens its clause: "and what", "so where".
const LEAD: usize = 14;

/// Whether a clause asks whether what was said will do.
pub(super) fn checks(candidates: &[Candidate], clause: Span) -> bool {
    candidates.iter().any(|c| c.mv == Move::CheckSatisfaction && c.span.overlaps(clause))
}

/// From here on, in thousandths, an offence in a question is meant.
const MEANT: i32 = 300;

/// Whether a question is meant as one: not blame, mockery, an offer put as a question, or a check for agreement.
pub(super) fn is_plain_question(candidates: &[Candidate], clause: Span) -> bool {
    let here = || candidates.iter().filter(|c| c.span.overlaps(clause));
    let asks = here().any(|c| matches!(c.mv, Move::OpenQuestion | Move::ClosedQuestion));
    let other = here().any(|c| {
        let idle = matches!(
            c.mv,
            Move::OpenQuestion
                | Move::ClosedQuestion
                | Move::Greet
                | Move::AddressByName
                | Move::RepeatRequest
        );
        // A faint offence in what has the form of a question is more likely misheard than meant.
        !idle && (c.mv.sign() != Sign::Hurts || c.margin >= MEANT)
    });
    asks || !other
}
