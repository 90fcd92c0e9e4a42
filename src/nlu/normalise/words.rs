//! Words of Taiwan and Hong Kong in their mainland form, so that one set of labelled examples serves all three.

use std::sync::LazyLock;

use super::{Piece, is_han};
use crate::nlu::han_set::HanSet;

/// Taiwan: vocabulary that differs beyond the script. Keys are already in Simplified characters.
const TAIWAN: &[(&str, &str)] = &[
    ("资讯", "信息"),
    ("讯息", "信息"),
    ("简讯", "短信"),
    ("软体", "软件"),
    ("硬体", "硬件"),
    ("网路", "网络"),
    ("网际网路", "互联网"),
    ("影片", "视频"),
    ("电邮", "邮件"),
    ("伊媚儿", "邮件"),
    ("行动电话", "手机"),
    ("智慧型手机", "智能手机"),
    ("笔电", "笔记本电脑"),
    ("随身碟", "u盘"),
    ("硬碟", "硬盘"),
    ("记忆体", "内存"),
    ("伺服器", "服务器"),
    ("滑鼠", "鼠标"),
    ("萤幕", "屏幕"),
    ("荧幕", "屏幕"),
    ("列印", "打印"),
    ("影印", "复印"),
    ("录影", "录像"),
    ("数位相机", "数码相机"),
    ("解析度", "分辨率"),
    ("应用程式", "应用程序"),
    ("小程式", "小程序"),
    ("程式码", "代码"),
    ("资料库", "数据库"),
    ("介面", "界面"),
    ("搜寻", "搜索"),
    ("使用者", "用户"),
    ("客制化", "定制"),
    ("专案", "项目"),
    ("预设", "默认"),
    ("设定", "设置"),
    ("登入", "登录"),
    ("登出", "退出登录"),
    ("线上客服", "在线客服"),
    ("线上付款", "在线付款"),
    ("线上支付", "在线支付"),
    ("线上订", "在线订"),
    ("帐号", "账号"),
    ("帐户", "账户"),
    ("帐单", "账单"),
    ("帐款", "账款"),
    ("转帐", "转账"),
    ("入帐", "入账"),
    ("对帐", "对账"),
    ("结帐", "结账"),
    ("提款机", "取款机"),
    ("退费", "退款"),
    ("折价券", "优惠券"),
    ("贩售", "销售"),
    ("宅配", "快递"),
    ("外送员", "外卖员"),
    ("外送费", "配送费"),
    ("便利商店", "便利店"),
    ("超商", "便利店"),
    ("便当", "盒饭"),
    ("冷气", "空调"),
    ("冷气机", "空调"),
    ("瓦斯", "燃气"),
    ("延长线", "插线板"),
    ("保固", "保修"),
    ("品质", "质量"),
    ("水准", "水平"),
    ("讯号", "信号"),
    ("回馈", "反馈"),
    ("回覆", "回复"),
    ("答覆", "答复"),
    ("批覆", "批复"),
    ("客诉", "投诉"),
    ("同仁", "同事"),
    ("支援", "支持"),
    ("透过", "通过"),
    ("机率", "概率"),
    ("服务生", "服务员"),
    ("计程车", "出租车"),
    ("捷运", "地铁"),
    ("脚踏车", "自行车"),
    ("班机", "航班"),
    ("马铃薯", "土豆"),
    ("凤梨", "菠萝"),
    ("身分", "身份"),
    ("甚么", "什么"),
    ("早安", "早上好"),
    ("三不五时", "经常"),
];

/// Hong Kong: written Cantonese. Keys are already in Simplified characters, and 係 has become 是.
const HONG_KONG: &[(&str, &str)] = &[
    ("唔", "不"),
    ("唔好意思", "不好意思"),
    ("唔该", "谢谢"),
    ("唔该晒", "谢谢"),
    ("唔使", "不用"),
    ("唔洗", "不用"),
    ("唔得", "不行"),
    ("唔紧要", "不要紧"),
    ("唔好嬲", "不要生气"),
    ("唔好激气", "不要生气"),
    ("唔好急", "不要急"),
    ("唔好担心", "不要担心"),
    ("得唔得", "行不行"),
    ("好唔好", "好不好"),
    ("是咪", "是不是"),
    ("是唔是", "是不是"),
    ("即是", "就是"),
    ("嘅", "的"),
    ("咗", "了"),
    ("冇", "没有"),
    ("有冇", "有没有"),
    ("冇问题", "没问题"),
    ("冇得", "没得"),
    ("冇办法", "没办法"),
    ("点解", "为什么"),
    ("点样", "怎样"),
    ("点算好", "怎么办"),
    ("点算啊", "怎么办"),
    ("几时", "什么时候"),
    ("几多", "多少"),
    ("几耐", "多久"),
    ("几钱", "多少钱"),
    ("边个", "谁"),
    ("边位", "哪位"),
    ("边度", "哪里"),
    ("乜嘢", "什么"),
    ("咩嘢", "什么"),
    ("咩事", "什么事"),
    ("有咩", "有什么"),
    ("做咩", "干什么"),
    ("做乜", "干什么"),
    ("而家", "现在"),
    ("依家", "现在"),
    ("家下", "现在"),
    ("今日", "今天"),
    ("听日", "明天"),
    ("后日", "后天"),
    ("寻日", "昨天"),
    ("琴日", "昨天"),
    ("前日", "前天"),
    ("听朝", "明早"),
    ("听晚", "明晚"),
    ("寻晚", "昨晚"),
    ("琴晚", "昨晚"),
    ("今朝", "今早"),
    ("即刻", "立刻"),
    ("俾", "给"),
    ("俾面", "给面子"),
    ("睇", "看"),
    ("睇下", "看看"),
    ("佢", "他"),
    ("佢哋", "他们"),
    ("你哋", "你们"),
    ("我哋", "我们"),
    ("人哋", "人家"),
    ("呢个", "这个"),
    ("呢度", "这里"),
    ("呢件", "这件"),
    ("呢啲", "这些"),
    ("嗰个", "那个"),
    ("嗰度", "那里"),
    ("嗰啲", "那些"),
    ("嗰", "那"),
    ("啲", "些"),
    ("好耐", "很久"),
    ("好嬲", "很生气"),
    ("嬲", "生气"),
    ("激气", "生气"),
    ("激死", "气死"),
    ("火滚", "生气"),
    ("黐线", "神经病"),
    ("倾偈", "聊天"),
    ("搞掂", "搞定"),
    ("得闲", "有空"),
    ("仲有", "还有"),
    ("仲未", "还没"),
    ("仲要", "还要"),
    ("嘢", "东西"),
    ("喺", "在"),
    ("咁", "这么"),
    ("噉", "这样"),
    ("揾", "找"),
    ("搵", "找"),
    ("攞", "拿"),
    ("嚟", "来"),
    ("返嚟", "回来"),
    ("啱", "对"),
    ("啱啱", "刚刚"),
    ("谂", "想"),
    ("谂住", "打算"),
    ("钟意", "喜欢"),
    ("同埋", "和"),
    ("多谢", "谢谢"),
    ("多谢晒", "谢谢"),
    ("返工", "上班"),
    ("放工", "下班"),
    ("食饭", "吃饭"),
    ("巴士", "公交车"),
    ("的士", "出租车"),
    ("电单车", "摩托车"),
    ("落单", "下单"),
];

/// Mandarin in which a key from above appears by accident; the longest match wins, so these stay as they are.
const MANDARIN: &[&str] = &[
    "点解决",
    "点解释",
    "点解除",
    "点解开",
    "点解答",
    "点解锁",
    "点解约",
    "点解冻",
    "点解绑",
    "点样子",
    "点样品",
    "而家里",
    "而家人",
    "而家长",
    "而家具",
    "而家电",
    "而家庭",
    "而家属",
    "而家中",
    "而家装",
    "而家政",
    "而家乡",
    "边个别",
    "边个人",
    "边度假",
    "边度过",
    "呢个人",
    "后日子",
    "后日期",
    "后日程",
    "后日常",
    "后日本",
    "前日期",
    "前日程",
    "前日常",
    "前日子",
    "今日头条",
    "几时间",
    "网路由",
    "网路线",
    "影片段",
    "影印象",
    "介面谈",
    "介面对",
    "笔电费",
    "笔电话",
    "笔电子",
    "笔电器",
    "品质量",
    "班机会",
    "班机制",
    "班机器",
    "服务生活",
    "服务生意",
    "服务生产",
    "服务生效",
    "放工具",
    "放工作",
    "返工单",
    "返工作",
    "的士兵",
    "的士气",
    "俾使",
    "电邮局",
    "登入口",
    "透过来",
    "列印章",
    "支援助",
    "大家下",
    "家下单",
    "家下次",
    "家下载",
    "便当面",
    "便当天",
    "便当时",
    "便当场",
    "听晚",
    "冷气体",
    "有咩咩",
    "即是否",
    "立即是",
    "随即是",
    "瓦斯特",
    "好耐心",
    "好耐用",
    "好耐磨",
    "好耐看",
    "好耐性",
    "得闲话",
    "当前日",
    "目前日",
    "提前日",
    "以前日",
    "之前日",
    "生前日",
];

/// What any key begins with: most characters of most texts are none of these.
static FIRSTS: HanSet = HanSet::new().with_firsts(TAIWAN).with_firsts(HONG_KONG).with_first_of(MANDARIN);

/// A key and what replaces it.
type Rule = (&'static str, &'static str);

/// All rules by first character, the longer ones first.
static RULES: LazyLock<Vec<(char, Rule)>> = LazyLock::new(|| {
    let guards = MANDARIN.iter().map(|word| (*word, *word));
    let all = TAIWAN.iter().chain(HONG_KONG).copied().chain(guards);
    let mut rules: Vec<(char, Rule)> = all.filter_map(|rule| Some((rule.0.chars().next()?, rule))).collect();
    rules.sort_by_key(|(first, (key, _))| (*first, usize::MAX - key.len()));
    rules
});

/// A replacement may complete another key with its neighbours (網路由...). No chain of real words is longer.
const PASSES: usize = 4;

/// Puts mainland words in place of regional ones; each new character stands for the whole old word.
pub(super) fn replace(pieces: &mut Vec<Piece>) {
    for _ in 0..PASSES {
        let Some(next) = pass(pieces) else { return };
        *pieces = next;
    }
}

/// One pass from left to right; `None` where nothing changed.
fn pass(pieces: &[Piece]) -> Option<Vec<Piece>> {
    let mut changed = false;
    let mut out = Vec::with_capacity(pieces.len() + 8);
    let mut rest = pieces;
    let mut previous = ' ';
    while let Some((first, tail)) = rest.split_first() {
        let found = if FIRSTS.has(first.c) { longest(&RULES, previous, rest) } else { None };
        let Some((words, length)) = found else {
            out.push(*first);
            previous = first.c;
            rest = tail;
            continue;
        };
        let (old, tail) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        changed |= !begins(rest, words);
        let (start, end) = (first.start, old.last().map_or(first.end, |p| p.end));
        if begins(rest, words) {
            out.extend(old);
        } else {
            out.extend(words.chars().map(|c| Piece { c, start, end }));
        }
        previous = old.last().map_or(' ', |p| p.c);
        rest = tail;
    }
    changed.then_some(out)
}

/// The replacement for the longest key that `rest` begins with, and that key's length in characters.
fn longest(rules: &'static [(char, Rule)], previous: char, rest: &[Piece]) -> Option<(&'static str, usize)> {
    let first = rest.first()?.c;
    let from = rules.partition_point(|(c, _)| *c < first);
    rules
        .iter()
        .skip(from)
        .take_while(|(c, _)| *c == first)
        .map(|(_, (key, words))| (*key, *words, key.chars().count()))
        .find(|(key, _, n)| begins(rest, key) && applies(key, previous, rest.get(*n).map_or(' ', |p| p.c)))
        .map(|(_, words, n)| (words, n))
}

fn begins(rest: &[Piece], key: &str) -> bool {
    let mut pieces = rest.iter();
    key.chars().all(|c| pieces.next().is_some_and(|p| p.c == c))
}

/// 唔 alone is also how Mandarin writes "hm"; it negates only before another word. And no word of several characters
/// begins behind its own first character: that is a stammer, and replacing it would never come to an end.
fn applies(key: &str, previous: char, next: char) -> bool {
    match key {
        "唔" => previous != '唔' && next != '唔' && is_han(next),
        _ => !key.starts_with(previous) || key.chars().nth(1).is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = Rule> {
        TAIWAN.iter().chain(HONG_KONG).copied()
    }

    #[test]
    fn there_are_enough_words_and_no_key_comes_twice() {
        let mut keys: Vec<&str> = all().map(|r| r.0).collect();
        assert!(keys.len() >= 60, "{}", keys.len());
        keys.sort_unstable();
        let count = keys.len();
        keys.dedup();
        assert_eq!(count, keys.len());
    }

    #[test]
    fn keys_are_written_the_way_the_earlier_steps_leave_them() {
        for (key, words) in all() {
            assert_eq!(fast2s::convert(key), key);
            assert_eq!(fast2s::convert(words), words);
        }
    }

    #[test]
    fn no_replacement_contains_a_key() {
        for (from, words) in all() {
            for (key, _) in all() {
                assert!(!words.contains(key), "{from} -> {words} contains {key}");
            }
        }
    }
}
