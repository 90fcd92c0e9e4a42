//! What puts two things before him: "a pipe or a hose", 软管还是硬管.

use crate::base::span::Span;

/// 您要送酒店还是自己取: two ways put before him. 您还是先休息 and 我还是建议 put nothing before anybody.
pub fn is_either_or(words: &str) -> bool {
    let Some((before, after)) = words.split_once("还是") else { return false };
    let to_him = before.contains(['您', '你']);
    to_him && !before.ends_with(['您', '你', '我', '但', '可', '那']) && !after.is_empty()
}

/// What stands behind "or" and is no second thing.
const NO_CHOICE: [&str; 26] = [
    "not",
    "so",
    "something",
    "anything",
    "what",
    "whatever",
    "else",
    "more",
    "less",
    "someone",
    "anyone",
    "nothing",
    "no",
    "just",
    "maybe",
    "did",
    "do",
    "does",
    "is",
    "are",
    "was",
    "were",
    "have",
    "has",
    "had",
    "other",
];
/// What a thing to choose must not hold: it would not be his to say.
const NOT_HIS: [&str; 11] = ["i", "we", "you", "u", "me", "us", "our", "if", "i'll", "we'll", "shall"];
/// What a thing to choose must not begin with: it would be a sentence.
const SUBJECT: [&str; 5] = ["it", "that", "they", "he", "she"];
/// Most words, or characters of Han, in a thing he can name back.
const CHOICE_WORDS: usize = 5;
const CHOICE_HAN: usize = 8;

/// What asks which of two things he would like.
const PREFERENCES: [&str; 33] = [
    "would you like",
    "would you rather",
    "would you prefer",
    "you prefer",
    "you want",
    "you rather",
    "shall i",
    "shall we",
    "should i",
    "should we",
    "how should",
    "how shall",
    "which would",
    "want it",
    "want me",
    " suit",
    "works better",
    "better for you",
    "easier for you",
    "您要",
    "你要",
    "您想",
    "你想",
    "要我",
    "想要",
    "您看",
    "愿意",
    "倾向",
    "方便",
    "您挑",
    "你挑",
    "您选",
    "你选",
];
/// Sayings in which "or" puts nothing before anybody.
const SAYINGS: [&str; 8] = [
    "take it or leave it",
    "sooner or later",
    "more or less",
    "one way or another",
    "give or take",
    "rain or shine",
    "ready or not",
    "now or never",
];
/// What makes a fact of it: what is over was not put before him.
const OVER: [char; 2] = ['了', '过'];
/// Most words of "email or post", which puts two things before him and nothing else; most characters of 短信还是微信.
const BARE_WORDS: usize = 5;
const BARE_HAN: usize = 8;

/// Whether a clause lets him choose between two things, whatever they are.
pub fn is_preference(words: &str) -> bool {
    let over = !words.is_ascii() && words.contains(OVER);
    !over && alternatives(words).is_some_and(|[one, _]| prefers(words) || follows_wish(words, one))
}

/// What he would like, where two things to choose from stand right behind it.
const WISHES: [char; 5] = ['要', '选', '挑', '吃', '喝'];

/// 蛋糕要巧克力还是草莓的: asked what he wants, not what is so.
fn follows_wish(words: &str, one: Span) -> bool {
    one.of(words).starts_with(WISHES)
        || words.get(..one.start as usize).is_some_and(|before| before.ends_with(WISHES))
}

/// Whether words ask what he would like.
pub fn prefers(words: &str) -> bool {
    PREFERENCES.iter().any(|phrase| words.contains(phrase))
}

/// Whether a clause names two things and nothing else: "email or under the door".
pub fn is_bare(words: &str) -> bool {
    let bare = if words.is_ascii() {
        let verb = words.split(' ').next().is_some_and(|first| VERBS.contains(&first));
        words.split(' ').count() <= BARE_WORDS && !verb
    } else {
        // 还是 has a 是 of its own.
        let rest = words.replacen("还是", "", 1);
        words.chars().count() <= BARE_HAN && !rest.contains(['是', '在', '有', '住', '的', '了', '过'])
    };
    bare && alternatives(words).is_some()
}

/// What begins a question that has its verb.
const VERBS: [&str; 20] = [
    "is", "are", "was", "were", "do", "does", "did", "have", "has", "had", "can", "could", "would", "will",
    "you", "your", "it", "he", "she", "they",
];

/// Of two things put before him the one named last, as a place in `words`: 软管还是硬管, "a pipe or a hose".
pub fn last_choice(words: &str) -> Option<Span> {
    let (at, choice) = if words.is_ascii() { latin_choice(words)? } else { han_choice(words)? };
    Some(Span::new(at, at + choice.len()))
}

/// The one named first, where the two are built alike: 在家吃还是在公司吃, "at home or at the office", "debit or credit".
pub fn first_choice(words: &str) -> Option<Span> {
    let last = last_choice(words)?.of(words);
    let [one, _] = alternatives(words)?;
    let side = one.of(words).trim_end();
    let start = if words.is_ascii() {
        let head = format!("{} ", last.split(' ').next()?);
        let count = last.split(' ').count();
        let alike =
            side.rfind(&head).filter(|at| *at == 0 || side.get(..*at).is_some_and(|s| s.ends_with(' ')));
        let spaces: Vec<usize> = side.match_indices(' ').map(|(at, _)| at + 1).collect();
        alike.or_else(|| spaces.len().checked_sub(count).map(|at| spaces.get(at).copied().unwrap_or(0)))?
    } else {
        let head = last.chars().next()?;
        let after = |c: char| side.rfind(c).map(|at| at + c.len_utf8());
        side.rfind(head).or_else(|| LEADING.iter().filter_map(|c| after(*c)).max()).unwrap_or(0)
    };
    let start = one.start as usize + start;
    let end = one.start as usize + side.len();
    (start < end).then(|| Span::new(start, end))
}

/// What a thing to choose follows in Chinese.
const LEADING: [char; 10] = ['是', '要', '用', '您', '你', '想', '给', '得', '走', '在'];

/// Two things put before him, whole: what stands on either side of the "or", as far as the shorter one reaches.
pub fn alternatives(words: &str) -> Option<[Span; 2]> {
    if SAYINGS.iter().any(|saying| words.contains(saying)) {
        return None;
    }
    let han = !words.is_ascii();
    let or = if han { HAN_OR } else { [" or ", " or "] };
    let (at, or) = or.iter().find_map(|or| words.rfind(or).map(|at| (at, *or)))?;
    let (before, after) = (words.get(..at)?, words.get(at + or.len()..)?);
    let still = han && (before.chars().count() < 2 || han_choice(words).is_none() && !is_either_or(words));
    let idle = after.split(' ').next().is_some_and(|first| IDLE.contains(&first));
    if still || idle || after.trim().is_empty() {
        return None;
    }
    let units = |words: &str| if han { words.chars().count() } else { words.split_whitespace().count() };
    let reach = units(after) + 1;
    let mut starts: Vec<usize> = match han {
        true => before.char_indices().map(|(at, _)| at).collect(),
        false => before.match_indices(' ').map(|(at, _)| at + 1).chain([0]).collect(),
    };
    starts.sort_unstable();
    let from = starts.len().checked_sub(reach).and_then(|place| starts.get(place)).copied().unwrap_or(0);
    let start = at + or.len();
    let end = start + if han { after.len() } else { without_tail(after.trim_end()).len() };
    Some([Span::new(from, at), Span::new(start, end)])
}

/// What stands between two things in Chinese.
const HAN_OR: [&str; 2] = ["还是", "或者"];
/// Behind "or": no second thing at all.
const IDLE: [&str; 10] =
    ["not", "so", "something", "anything", "what", "whatever", "anyone", "anybody", "else", "no"];

/// With one of these "or" lists what may be there, and lets nobody choose: "did anyone ring or write?"
const ANY: [&str; 7] = ["any", "anyone", "anybody", "anything", "ever", "either", "else"];
/// What follows a thing to choose and is no part of it: "does nine or eleven suit you".
const BEHIND: [&str; 27] = [
    "suit", "suits", "better", "best", "work", "works", "for", "is", "are", "would", "will", "do", "does",
    "then", "please", "pls", "easier", "first", "that", "which", "what", "btw", "though", "again", "mate",
    "dude", "lol",
];

fn without_tail(choice: &str) -> &str {
    let mut ends = choice.match_indices(' ').map(|(at, _)| at);
    let tail = ends.find(|at| {
        let next = choice.get(at + 1..).and_then(|rest| rest.split(' ').next());
        next.is_some_and(|next| BEHIND.contains(&next))
    });
    tail.and_then(|at| choice.get(..at)).unwrap_or(choice)
}

/// The same in Chinese.
const BEHIND_HAN: [&str; 16] = [
    "比较方便",
    "方便",
    "更合适",
    "比较合适",
    "合适",
    "比较好",
    "更好",
    "你选",
    "您选",
    "你挑",
    "您挑",
    "你看",
    "您看",
    "随你",
    "随您",
    "可以",
];

pub(super) fn latin_choice(words: &str) -> Option<(usize, &str)> {
    let at = words.rfind(" or ")? + " or ".len();
    let choice = without_tail(words.get(at..)?.trim_end());
    let any = words.split(' ').any(|word| ANY.contains(&word))
        || SAYINGS.iter().any(|saying| words.contains(saying));
    let each: Vec<&str> = choice.split(' ').collect();
    let first = each.first()?;
    let fits = !any
        && !first.is_empty()
        && each.len() <= CHOICE_WORDS
        && !NO_CHOICE.contains(first)
        && !SUBJECT.contains(first);
    (fits && !each.iter().any(|word| NOT_HIS.contains(word))).then_some((at, choice))
}

pub(super) fn han_choice(words: &str) -> Option<(usize, &str)> {
    let at = words.rfind("还是")?;
    let (before, mut start) = (words.get(..at)?, at + "还是".len());
    let mut choice = words.get(start..)?.trim_end_matches(['呢', '啊', '呀', '吧', '哦', '哈', '的', '了']);
    choice = BEHIND_HAN.iter().find_map(|tail| choice.strip_suffix(tail)).unwrap_or(choice);
    // 还是 in 水还是没停吗 is "still"; 明天还是后天 are built alike.
    let alike = before.chars().any(|c| choice.contains(c));
    let still = before.chars().count() < 3 && !alike
        || before.ends_with(['您', '你', '我', '但', '可', '他', '她', '它'])
        || choice.ends_with(['吗', '么', '没'])
        || choice.starts_with([
            '没', '不', '很', '这', '那', '老', '一', '会', '得', '别', '怎', '其', '觉', '说',
        ]);
    for his in ['您', '你'] {
        if let Some(rest) = choice.strip_prefix(his).filter(|rest| !rest.starts_with('的')) {
            (start, choice) = (start + his.len_utf8(), rest);
        }
    }
    let sized = (1..=CHOICE_HAN).contains(&choice.chars().count());
    let own = !choice.contains(['我', '咱', '您', '你']);
    (!still && sized && own).then_some((start, choice))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_before_him_is_told_from_what_is_so() {
        for free in [
            "does 9 or 11 suit you",
            "do you want it by post or by email",
            "您要短信还是微信",
            "明天还是后天方便",
        ] {
            assert!(is_preference(free), "{free}");
        }
        for fixed in [
            "was it sudden or slow",
            "您是打车还是坐地铁来的",
            "给您放驿站了还是送上门了",
            "do you want it yes or no",
            "you want that, take it or leave it",
        ] {
            assert!(!is_preference(fixed), "{fixed}");
        }
        assert!(is_bare("text or email") && is_bare("短信还是微信"));
        assert!(!is_bare("is it a hose or a pipe") && !is_bare("是冷水管还是热水管"));
    }

    #[test]
    fn the_first_of_two_things_is_found_where_they_are_built_alike() {
        let choice = |words: &'static str| first_choice(words).map(|span| span.of(words));
        assert_eq!(choice("今天是在家吃还是在公司吃呢"), Some("在家吃"));
        assert_eq!(choice("您是打车还是坐地铁"), Some("打车"));
        assert_eq!(choice("are you eating at home or at the office"), Some("at home"));
        assert_eq!(choice("is it a debit card or a credit card"), Some("a debit card"));
    }

    #[test]
    fn the_last_of_two_things_is_found_and_a_still_is_not() {
        let choice = |words: &'static str| last_choice(words).map(|span| span.of(words));
        assert_eq!(choice("is it the pipe or the hose"), Some("the hose"));
        assert_eq!(choice("您打车还是自己开车呢"), Some("自己开车"));
        assert_eq!(choice("是软管还是硬管"), Some("硬管"));
        assert_eq!(choice("does 9 or 11 suit you better"), Some("11"));
        assert_eq!(choice("明天还是后天比较方便"), Some("后天"));
        for none in [
            "did you get a receipt or anything",
            "has anyone been hired or gone",
            "shall i call or will you",
            "水还是没停吗",
            "您还是先休息",
            "现在还是不行",
        ] {
            assert_eq!(choice(none), None, "{none}");
        }
    }
}
