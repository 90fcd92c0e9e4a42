//! Whether a clause asks, by its form alone.

use crate::base::span::Span;

pub use super::choosing::is_either_or;
use super::choosing::{han_choice, latin_choice};
use super::clause::{Clause, ClauseEnd};
use super::normalise::is_han;

/// What a Chinese question ends in, where nobody set a mark.
const TAGS: [&str; 54] = [
    "哪边",
    "哪天",
    "哪个",
    "哪家",
    "哪种",
    "哪位",
    "几口人",
    "什么事",
    "什么人",
    "叫什么",
    "是什么",
    "吗",
    "么",
    "呢",
    "了没",
    "没有",
    "好不",
    "行不",
    "是不",
    "对不",
    "要不",
    "能不",
    "没嘛",
    "不嘛",
    "怎么样",
    "咋样",
    "怎样",
    "多少",
    "几点",
    "多久",
    "哪儿",
    "哪里",
    "怎么办",
    "咋办",
    "干啥",
    "几个",
    "多大",
    "到没",
    "好没",
    "过没",
    "多久了",
    "多长时间",
    "多长时间了",
    "多重",
    "多高",
    "多远",
    "多少了",
    "几天了",
    "几年了",
    "几次了",
    "几岁了",
    "来着",
    "什么时候",
    "什么时候的",
];

/// Whether a clause asks by its form: a mark, a particle or a tag at its end, or the A-not-A of Chinese (要不要, 有没有).
pub fn is_asked(clause: &Clause, text: &str) -> bool {
    let words = clause.span.of(text);
    let bare = words.trim_end_matches(['啊', '呀', '哈', '哦']);
    let by_tag = TAGS.iter().any(|tag| bare.ends_with(tag)) && !denies(bare);
    clause.end == ClauseEnd::Question
        || by_tag
        || ends_in_asker(bare) && !is_found_out(text.get(clause.span.end as usize..).unwrap_or_default())
        || asks_why_not(words)
        || ends_in_not(bare)
        || is_a_not_a(words)
        || is_either_or(words)
        || han_choice(words).is_some()
        || is_inverted(words, opens_sentence(clause, text))
}

/// Characters from the end of a clause within which a word that asks makes a question of it.
const AT_END: usize = 4;
/// Words that ask wherever they stand near the end, and what makes no question of them: what she finds out herself.
const AT_END_ASKERS: [&str; 7] = ["谁", "哪", "几", "啥", "什么", "多少", "怎么"];
const FINDING_OUT: [&str; 10] = ["我", "咱", "查", "看", "问", "知道", "确认", "清楚", "明白", "告诉"];
/// What follows where she says that she will find it out: 号挪到哪天了，中午前告诉您.
const TOLD_LATER: [&str; 12] =
    ["我查", "查清", "告诉您", "告诉你", "写清", "弄清", "问清", "查出", "我去", "我问", "给您答", "我给"];
/// Most characters behind a clause within which she says so.
const BEHIND: usize = 22;

fn is_found_out(rest: &str) -> bool {
    let near: String = rest.chars().take(BEHIND).collect();
    TOLD_LATER.iter().any(|words| near.contains(words))
}

/// Before 几 it is "some" or "few": 没几天, 好几次, 才几个月.
const SOME: [char; 15] =
    ['没', '好', '这', '那', '过', '十', '前', '后', '头', '了', '等', '有', '才', '就', '快'];

/// 您家住几零几呀, 您最在意的是哪一条: a question by the word it ends in, without a mark.
fn ends_in_asker(bare: &str) -> bool {
    let starts: Vec<usize> = bare.char_indices().map(|(at, _)| at).collect();
    let from = starts.len().checked_sub(AT_END).and_then(|at| starts.get(at)).copied().unwrap_or(0);
    let (before, end) = bare.split_at(from);
    let asks = |asker: &str| {
        end.find(asker).is_some_and(|at| {
            let ahead = bare.get(..from + at).unwrap_or_default();
            let some = asker == "几" && ahead.ends_with(SOME);
            let anyone = end.get(at..).is_some_and(|rest| rest.contains(['都', '也']));
            !some && !anyone
        })
    };
    !before.is_empty()
        && AT_END_ASKERS.iter().any(|asker| asks(asker))
        && !FINDING_OUT.iter().any(|word| bare.contains(word))
}

/// 你怎么不接, 您为什么没说: asked for a reason, however it is ended.
fn asks_why_not(words: &str) -> bool {
    let why = ["怎么不", "怎么没", "咋不", "咋没", "为什么不", "为什么没", "为啥不", "为啥没"];
    words.contains(['你', '您']) && why.iter().any(|why| words.contains(why))
}

/// 您儿子知道不, 跟家里提过没: a yes or no asked by the "not" it ends in.
fn ends_in_not(words: &str) -> bool {
    words.ends_with(['不', '没']) && words.chars().count() >= 5 && !denies(words)
}

/// Most characters before a "not" at the end of a clause within which 都 or 还 makes a statement of it.
const BEFORE_NOT: usize = 3;

/// 连声招呼都没有, 我不: a "not" at the end that denies and does not ask.
fn denies(words: &str) -> bool {
    let bare = words.trim_end_matches('有');
    let Some(rest) = bare.strip_suffix(['不', '没']) else { return false };
    let near: String = rest.chars().rev().take(BEFORE_NOT).collect();
    near.contains(['都', '也', '还', '连', '从', '并'])
        || rest.ends_with(['我', '就', '可', '才', '绝', '差', '不'])
}

/// Verbs that open an English question, and words behind them that make it one.
const AUXILIARIES: [&str; 24] = [
    "did", "do", "does", "is", "are", "was", "were", "have", "has", "had", "can", "could", "would", "will",
    "should", "shall", "may", "might", "didn't", "don't", "isn't", "aren't", "wasn't", "haven't",
];
const SUBJECTS: [&str; 24] = [
    "you", "u", "ya", "it", "he", "she", "they", "there", "we", "i", "your", "the", "that", "this", "these",
    "those", "anyone", "anybody", "anything", "any", "somebody", "someone", "everyone", "all",
];
const ASKERS: [&str; 8] = ["what", "when", "where", "who", "why", "how", "which", "whose"];
/// The same with their verb, as they are typed.
const SHORT: [&str; 12] = [
    "what's", "whats", "where's", "wheres", "who's", "whos", "how's", "hows", "when's", "whens", "why's",
    "which's",
];

/// What follows "is" or "has" where somebody left out "it": "is being looked at", "has gone out".
const STATES: [&str; 16] = [
    "being", "been", "now", "sorted", "done", "already", "not", "also", "just", "still", "going", "gone",
    "on", "in", "to", "fine",
];
/// Most words of "clear or white sealant", which asks without a verb.
const ELLIPTIC: usize = 7;

/// What may lead into a question, and fewest words that are one without it.
const LEADS: [&str; 12] =
    ["so", "and", "but", "ok", "okay", "well", "then", "now", "anyway", "right", "sorry", "also"];
const LED: usize = 3;

/// A clause without what leads into it: "so what is it you want".
fn led_in(words: &str) -> &str {
    let mut rest = words;
    while let Some((_, after)) = rest.split_once(' ').filter(|(first, _)| LEADS.contains(first)) {
        if after.split(' ').count() < LED {
            break;
        }
        rest = after;
    }
    rest
}

/// did you, is it, what were: asked without a mark, as people do on a phone.
fn is_inverted(words: &str, opens: bool) -> bool {
    let words = led_in(words);
    let mut each = words.split(' ');
    let (Some(first), Some(second)) = (each.next(), each.next()) else { return false };
    let follows = |list: &[&str]| list.contains(&second);
    let bare = ["is", "are", "has", "does"].contains(&first) && !STATES.contains(&second);
    let any =
        ["any", "anything", "anyone", "anybody"].contains(&first) && !follows(&["time", "you", "i", "we"]);
    let short = words.split(' ').count() <= ELLIPTIC && latin_choice(words).is_some();
    if bare || opens && (any || short) {
        return true;
    }
    SHORT.contains(&first)
        || AUXILIARIES.contains(&first) && follows(&SUBJECTS)
        || ASKERS.contains(&first) && follows(&AUXILIARIES)
        || first == "how" && !follows(&["we", "i", "you", "the", "it", "they", "this", "that", "to"])
        || first == "am" && follows(&["i"])
        || ["where'd", "who'd", "how'd", "when'd", "why'd", "what'd"].contains(&first)
        || ["which", "what", "whose"].contains(&first) && asks_of_noun(words)
}

/// A clause as the parts that ask each on their own: "where is it now and does it have a card".
pub fn pieces(clause: &Clause, text: &str) -> Vec<Clause> {
    let start = clause.span.start;
    let piece =
        |part: Span| Clause { span: Span { start: start + part.start, end: start + part.end }, ..*clause };
    parts(clause.span.of(text)).into_iter().map(piece).collect()
}

/// The places of those parts.
fn parts(words: &str) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, and) in words.match_indices(" and ") {
        let rest = words.get(at + and.len()..).unwrap_or_default();
        let ahead = words.get(start..at).unwrap_or_default();
        if at > start && is_inverted(rest, false) && ahead.contains(' ') {
            parts.push(Span::new(start, at));
            start = at + and.len();
        }
    }
    parts.push(Span::new(start, words.len()));
    parts
}

/// "which game was it", "what kind of job did he do": up to three words that are no subject between asker and verb.
fn asks_of_noun(words: &str) -> bool {
    let rest: Vec<&str> = words.split(' ').skip(1).take(4).collect();
    let verb = rest.iter().position(|word| AUXILIARIES.contains(word));
    let subject = |word: &&str| SUBJECTS.contains(word) || ["broke", "happened"].contains(word);
    verb.is_some_and(|at| at >= 1 && !rest.iter().take(at).any(subject))
}

/// Whether a clause begins a sentence: what stands without a verb behind a comma belongs to what goes before.
fn opens_sentence(clause: &Clause, text: &str) -> bool {
    let before = text.get(..clause.span.start as usize).unwrap_or_default().trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', '\n'])
}

fn is_a_not_a(words: &str) -> bool {
    let starts: Vec<(usize, char)> = words.char_indices().collect();
    starts.windows(3).any(|three| {
        matches!(three, [(_, a), (_, '不' | '没'), (_, b)] if a == b && is_han(*a) && *a != '不' && *a != '没')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_asks_near_the_end_makes_a_question_unless_she_finds_out_herself() {
        for asked in ["您家住几零几呀", "您最在意的是哪一条", "他现在人在哪儿呢"] {
            assert!(ends_in_asker(asked.trim_end_matches(['呀', '呢'])), "{asked}");
        }
        for said in ["孩子才几个月", "我去问问是谁", "等了好几天", "看钥匙在谁那"] {
            assert!(!ends_in_asker(said), "{said}");
        }
    }

    #[test]
    fn what_is_asked_beside_something_else_is_asked_on_its_own() {
        let text = "where is it now and does it have a card and a case";
        let found: Vec<&str> = parts(text).into_iter().map(|part| part.of(text)).collect();
        assert_eq!(found, ["where is it now", "does it have a card and a case"]);
    }
}
