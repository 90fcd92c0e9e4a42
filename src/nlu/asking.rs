//! Whether a clause asks, by its form alone.

use super::clause::{Clause, ClauseEnd};
use super::normalise::is_han;

/// What a Chinese question ends in, where nobody set a mark.
const TAGS: [&str; 40] = [
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
];

/// Whether a clause asks by its form: a mark, a particle or a tag at its end, or the A-not-A of Chinese (要不要, 有没有).
pub fn is_asked(clause: &Clause, text: &str) -> bool {
    let words = clause.span.of(text);
    let bare = words.trim_end_matches(['啊', '呀', '哈', '哦']);
    let by_tag = TAGS.iter().any(|tag| bare.ends_with(tag));
    clause.end == ClauseEnd::Question
        || by_tag
        || is_a_not_a(words)
        || is_either_or(words)
        || is_inverted(words)
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

/// did you, is it, what were: asked without a mark, as people do on a phone.
fn is_inverted(words: &str) -> bool {
    let mut each = words.split(' ');
    let (Some(first), Some(second)) = (each.next(), each.next()) else { return false };
    let follows = |list: &[&str]| list.contains(&second);
    SHORT.contains(&first)
        || AUXILIARIES.contains(&first) && follows(&SUBJECTS)
        || ASKERS.contains(&first) && follows(&AUXILIARIES)
        || first == "how" && follows(&["many", "much", "long", "old", "far", "often", "soon"])
}

/// 您要送酒店还是自己取: two ways put before him. 您还是先休息 and 我还是建议 put nothing before anybody.
pub fn is_either_or(words: &str) -> bool {
    let Some((before, after)) = words.split_once("还是") else { return false };
    let to_him = before.contains(['您', '你']);
    to_him && !before.ends_with(['您', '你', '我', '但', '可', '那']) && !after.is_empty()
}

fn is_a_not_a(words: &str) -> bool {
    let starts: Vec<(usize, char)> = words.char_indices().collect();
    starts.windows(3).any(|three| {
        matches!(three, [(_, a), (_, '不' | '没'), (_, b)] if a == b && is_han(*a) && *a != '不' && *a != '没')
    })
}
