//! Names with their forms of address, self-introductions and staff numbers.

use super::Hit;
use super::at::{At, any, optional, word};
use super::value::SlotValue;
use crate::base::span::Span;
use crate::nlu::han_set::HanSet;

/// The most common family names, which cover about nine in ten people; those that mostly are other words are left out.
static SURNAMES: HanSet = HanSet::new().with( "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜\
     戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟\
     安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲");
const DOUBLE: &[&str] = &["欧阳", "司马", "上官", "诸葛", "司徒", "夏侯", "东方", "皇甫", "尉迟", "公孙"];
/// Forms of address behind a name.
const TITLES: &[&str] = &[
    "女士",
    "先生",
    "小姐",
    "太太",
    "经理",
    "师傅",
    "主管",
    "老师",
    "主任",
    "工程师",
    "大姐",
    "大哥",
    "阿姨",
    "叔叔",
    "店长",
    "医生",
    "同学",
    "组长",
    "老板",
    "警官",
    "律师",
    "总监",
    "总",
];
static TITLE_STARTS: HanSet = HanSet::new().with_first_of(TITLES);
/// Behind 总, an adverb and no boss.
const ADVERBIAL: &[&str] = &[
    "是", "会", "要", "觉", "算", "在", "得", "共", "之", "部", "额", "价", "数", "计", "的", "时", "长",
    "量", "有", "能", "说", "想", "结",
];
/// What ends a given name in running text.
const NAME_ENDS: &str = "为来是的给负很在会从您你可工请这跟和,.!?;: ~\n\"—帮让将已马立现先有就也";
/// What 我叫 and 我是 do before words that are no names.
const NO_NAMES: &[char] =
    &['师', '人', '什', '你', '您', '他', '她', '车', '维', '客', '技', '快', '经', '同', '谁', '啥'];
/// English forms of address.
const ADDRESSES: &[&str] = &["mr", "ms", "mrs", "miss", "dr", "mister", "madam"];
/// English words that never are the name behind `miss`, `call me` or `my name is`.
const NOT_NAMES: &[&str] = &[
    "the", "a", "an", "you", "it", "my", "this", "your", "our", "out", "any", "that", "her", "him", "them",
    "us", "back", "at", "when", "if", "on", "in", "by", "to", "again", "tomorrow", "today", "later", "now",
    "crazy", "not", "and", "i", "as", "for", "with", "from", "is", "was", "what", "how", "so", "but", "or",
    "of", "please", "there", "before", "after", "once", "anytime", "on", "one", "all", "here",
];

/// Reads a name.
pub(super) fn read(at: &At) -> Option<Hit> {
    let (start, end, length) = match at.first {
        '工' | '员' => staff(at)?,
        '我' | '免' | '叫' => introduced(at)?,
        '客' | '同' => colleague(at)?,
        c if c.is_ascii_alphabetic() && !at.word.is_empty() => english(at)?,
        c if SURNAMES.has(c) || c == '上' || c == '司' || c == '诸' || c == '东' || c == '皇' => {
            titled(at)?
        }
        '小' | '老' => titled(at)?,
        _ => return None,
    };
    Some((length, SlotValue::Name { name: Span::new(at.pos + start, at.pos + end) }))
}

/// Start and end of the name, and length of the slot, all from here.
type Found = (usize, usize, usize);

/// Whether a family name may begin with this character.
pub(super) fn is_surname(c: char) -> bool {
    SURNAMES.has(c)
}

/// Bytes of the family name at the beginning.
fn surname(text: &str) -> Option<usize> {
    let double = DOUBLE.iter().find(|name| text.starts_with(**name)).map(|name| name.len());
    let first = text.chars().next()?;
    double.or_else(|| SURNAMES.has(first).then_some(first.len_utf8()))
}

/// 王女士, 欧阳先生, 王小明先生, 小陈师傅.
fn titled(at: &At) -> Option<Found> {
    let nick = optional(at.rest, &["小", "老"]);
    let mut length = nick + surname(at.tail(nick))?;
    for given in 0..=2 {
        let next = at.tail(length).chars().next()?;
        if let Some(n) =
            Some(next).filter(|c| TITLE_STARTS.has(*c)).and_then(|_| any(at.tail(length), TITLES))
        {
            let end = length + n;
            // 总 needs the family name right before it and no verb behind: 王总, not 方案总是.
            let boss = at.rest.get(length..end) == Some("总");
            let adverb = boss && (given > 0 || any(at.tail(end), ADVERBIAL).is_some());
            return (!adverb).then_some((0, end, end));
        }
        if !super::super::normalise::is_han(next) || NAME_ENDS.contains(next) {
            return None;
        }
        length += next.len_utf8();
    }
    None
}

/// 我叫小陈, 我是小李, 免贵姓王, 叫我小张, 我姓王.
fn introduced(at: &At) -> Option<Found> {
    let by_surname = any(at.rest, &["我免贵姓", "免贵姓", "我姓"]);
    if let Some(n) = by_surname {
        let end = n + surname(at.tail(n))?;
        return Some((n, end, end));
    }
    let n = any(at.rest, &["我的名字叫", "我名字叫", "我叫", "叫我", "我是"])?;
    // Only 我叫 vouches for any name; behind the others it has to look like one.
    let vouched = at.rest.get(..n).is_some_and(|s| s.ends_with('叫'));
    let tail = at.tail(n);
    let latin = word(tail);
    if vouched && !latin.is_empty() && !latin.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((n, n + latin.len(), n + latin.len()));
    }
    let end = n + nickname(tail).or_else(|| given(tail).filter(|_| vouched))?;
    Some((n, end, end))
}

/// 客服小陈, 同事小李.
fn colleague(at: &At) -> Option<Found> {
    let n = any(at.rest, &["客服专员", "客服", "同事"])?;
    let end = n + nickname(at.tail(n))?;
    Some((n, end, end))
}

/// 小 or 老 or 阿 and a family name, not followed by what makes another word of it (小程序).
fn nickname(text: &str) -> Option<usize> {
    let nick = any(text, &["小", "老", "阿"])?;
    let tail = text.get(nick..)?;
    let length = surname(tail)?;
    let other = any(tail, &["程序", "毛病", "金额", "时候", "时", "白"]).is_some();
    (!other).then_some(nick + length)
}

/// Up to three characters that look like a full or given name.
fn given(text: &str) -> Option<usize> {
    if text.starts_with(NO_NAMES) {
        return None;
    }
    let ends = |c: &char| NAME_ENDS.contains(*c) || !super::super::normalise::is_han(*c);
    let name: usize = text.chars().take_while(|c| !ends(c)).take(4).map(char::len_utf8).sum();
    let characters = name / 3;
    ((1..=3).contains(&characters) && (surname(text).is_some() || characters < 3)).then_some(name)
}

/// 工号 8806, 工号是8806.
fn staff(at: &At) -> Option<Found> {
    let mut start = any(at.rest, &["工号", "员工号", "员工编号"])?;
    for _ in 0..2 {
        start += optional(at.tail(start), &[" ", ":", "是", "为"]);
    }
    let digits = word(at.tail(start));
    let fits = (2..=12).contains(&digits.len()) && digits.bytes().any(|b| b.is_ascii_digit());
    fits.then_some((start, start + digits.len(), start + digits.len()))
}

fn english(at: &At) -> Option<Found> {
    if ADDRESSES.contains(&at.word) {
        let gap = at.word.len() + optional(at.tail(at.word.len()), &[". ", ".", " "]);
        let end = gap + person(at.tail(gap)).filter(|_| gap > at.word.len())?;
        return Some((0, end, end));
    }
    let openers: &[&str] = match at.word {
        "my" => &["my name is ", "my name's ", "my names "],
        "call" => &["call me "],
        "this" => return speaking(at),
        "employee" | "staff" | "badge" | "agent" => return badge(at),
        _ => return None,
    };
    let start = any(at.rest, openers)?;
    let end = start + person(at.tail(start))?;
    // A second name counts where the introduction ends with it.
    let second =
        at.tail(end).strip_prefix(' ').and_then(|t| person(t).filter(|n| closes(t.get(*n..).unwrap_or(""))));
    let end = end + second.map_or(0, |n| n + 1);
    Some((start, end, end))
}

fn closes(text: &str) -> bool {
    text.chars().next().is_none_or(|c| matches!(c, ',' | '.' | '!' | '?' | '\n'))
}

/// `this is anna from`, `this is anna speaking`.
fn speaking(at: &At) -> Option<Found> {
    let start = any(at.rest, &["this is "])?;
    let end = start + person(at.tail(start))?;
    any(at.tail(end), &[" from", " speaking", " here"]).map(|_| (start, end, end))
}

fn badge(at: &At) -> Option<Found> {
    let start = any(
        at.rest,
        &[
            "employee number ",
            "employee id ",
            "staff number ",
            "staff id ",
            "badge number ",
            "badge ",
            "agent number ",
        ],
    )?;
    let number = word(at.tail(start));
    let end = start + number.len();
    number.starts_with(|c: char| c.is_ascii_digit()).then_some((start, end, end))
}

/// Bytes of an English name.
fn person(text: &str) -> Option<usize> {
    let name = word(text);
    let letters = name.bytes().all(|b| b.is_ascii_alphabetic());
    (letters && !name.is_empty() && !NOT_NAMES.contains(&name)).then_some(name.len())
}
