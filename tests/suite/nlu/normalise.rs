//! The same words come out the same, however they are written, and every byte still knows where it came from.

use proptest::prelude::*;
use xiaoqi::base::span::Span;
use xiaoqi::nlu::normalise::normalise;

fn text(original: &str) -> String {
    normalise(original).text().to_owned()
}

const SCRIPTS: &[(&str, &str)] = &[
    ("心裡很難受", "心里很难受"),
    ("這裏沒有人", "这里没有人"),
    ("以後不會再發生", "以后不会再发生"),
    ("皇后飯店的頭髮吹風機", "皇后饭店的头发吹风机"),
    ("發票已經發給您了", "发票已经发给您了"),
    ("乾淨的房間", "干净的房间"),
    ("幹嘛這樣干涉我", "干嘛这样干涉我"),
    ("乾隆年間的乾坤", "乾隆年间的乾坤"),
    ("我一直等著", "我一直等着"),
    ("著名品牌的顯著問題", "著名品牌的显著问题"),
    ("看著就著急", "看着就着急"),
    ("麵條和表面", "面条和表面"),
    ("台灣與臺北，颱風", "台湾与台北，台风"),
    ("關係與系統，聯繫", "关系与系统，联系"),
    ("瞭解，我幫您複查", "了解，我帮您复查"),
    ("週五下午三點鐘", "周五下午三点钟"),
    ("請您填寫資訊，並安裝軟體", "请您填写信息，并安装软件"),
    ("網路斷了，冷氣壞了", "网络断了，空调坏了"),
    ("影片和簡訊都沒收到", "视频和短信都没收到"),
    ("「手機」退費『只要』兩天……", "“手机”退款‘只要’两天……"),
    ("妳的帳號，請用電腦登入", "你的账号，请用电脑登录"),
];

#[test]
fn traditional_and_simplified_spellings_come_out_the_same() {
    for (traditional, simplified) in SCRIPTS {
        let quotes = |s: String| s.replace('"', "'");
        assert_eq!(quotes(text(traditional)), quotes(text(simplified)), "{traditional}");
    }
}

#[test]
fn written_cantonese_comes_out_as_mandarin() {
    for (cantonese, mandarin) in [
        ("唔好意思，我哋聽日覆你", "不好意思,我们明天覆你"),
        ("點解而家先講？", "为什么现在先讲?"),
        ("佢係咪冇睇到", "他是不是没有看到"),
        ("俾啲時間我", "给些时间我"),
        ("你哋嘅關係我唔知", "你们的关系我不知"),
        ("邊個處理咗？幾時得閒", "谁处理了?什么时候有空"),
        ("唔，我睇下", "唔,我看看"),
    ] {
        assert_eq!(text(cantonese), mandarin);
    }
}

#[test]
fn mandarin_is_left_alone_where_it_looks_like_another_region() {
    for same in [
        "快点解决",
        "早点解释清楚",
        "反而家里更热",
        "一笔电费",
        "上网路由器坏了",
        "司机车上有电视片",
        "目前日期不对",
        "旁边个人不少",
        "以后日子还长",
        "上班机会",
        "客服",
        "师傅",
        "暖气",
        "服务生意",
        "唔",
        "人品质量",
        "无线上网",
        "大家下午好",
        "家下单",
        "您有没有空",
        "系统有关系",
        "很好耐心点",
    ] {
        assert_eq!(text(same), same);
    }
}

#[test]
fn width_case_and_marks_are_evened_out() {
    for (original, expected) in [
        ("ＡＢＣ１２３，。！？", "abc123,.!?"),
        ("It’s “DONE”…", "it's \"done\"."),
        ("好！！！！真的？？", "好!真的?"),
        ("soooooo baaad", "soo baad"),
        ("1000000 8888", "1000000 8888"),
        ("二〇〇〇〇，八八八八", "二〇〇〇〇,八八八八"),
        ("哈哈哈哈哈😡😡😡😡", "哈哈😡😡"),
        ("a \t\u{3000} b\r\n\r\n c", "a b\nc"),
        ("wait -- no —— 好", "wait — no — 好"),
        ("in\u{200b}visi\u{ad}ble\u{feff}\u{0}", "invisible"),
        ("❤️ ok", "❤ ok"),
        ("e\u{200b}\u{301}", "é"),
        ("ｶﾞ", "ガ"),
        ("T\u{308}", "\u{1e97}"),
    ] {
        assert_eq!(text(original), expected, "{original:?}");
    }
}

#[test]
fn shouting_is_counted_before_it_is_evened_out() {
    for (original, count) in [
        ("好的！", 0),
        ("好的！！马上！！！", 2),
        ("THIS IS NOT ok", 2),
        ("VIP and SMS", 0),
        ("FIX IT NOW!!", 3),
        ("DON'T", 1),
        ("what?!?!", 1),
        ("iPHONE", 0),
    ] {
        assert_eq!(normalise(original).emphasis(), count, "{original}");
    }
}

#[test]
fn a_span_leads_back_to_the_words_the_trainee_wrote() {
    for (original, part, written) in [
        ("Ｓｏｒｒｙ，我哋聽日處理", "我们明天", "我哋聽日"),
        ("Sooooo SORRY!!!", "soo", "Sooooo"),
        ("真\u{200b}的 抱歉", "真的", "真\u{200b}的"),
        ("請等……好", ".", "……"),
        ("😀三點", "三点", "三點"),
    ] {
        let normal = normalise(original);
        let at = normal.text().find(part).expect(part);
        let span = normal.original_span(Span::new(at, at + part.len()));
        assert_eq!(span.of(original), written, "{original}");
    }
}

/// Pieces of real writing: random characters alone would hardly ever meet a rule.
fn messy() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![
            "唔", "好", "意思", "係", "關", "數", "咪", "著", "看", "名", "网", "路", "由", "几", "多", "谢", "品", "质",
            "即", "冇", "有", "咩", "仲", "激", "死", "气", "电", "邮", "子", "件", "！", "。", "…", "-", "—", " ", "\n",
            "\u{200b}", "\u{301}", "\u{3099}", "か", "A", "a", "Ａ", "1", "、", "嘅", "士", "手", "机", "率", "李", "乾", "隆",
            "是", "得", "畫", "企", "俾", "面", "日", "今", "前", "以", "点", "解", "决", "ﬁ", "①", "İ", "≠", "<",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn normalising_twice_changes_nothing_more(original in messy()) {
        let once = text(&original);
        prop_assert_eq!(text(&once), once);
    }

    #[test]
    fn spans_stay_in_order_and_on_character_borders(original in messy()) {
        let normal = normalise(&original);
        let mut last = Span::default();
        for (at, c) in normal.text().char_indices() {
            let span = normal.original_span(Span::new(at, at + c.len_utf8()));
            prop_assert!(original.get(span.start as usize..span.end as usize).is_some_and(|s| !s.is_empty()));
            prop_assert!(last.start <= span.start && last.end <= span.end);
            last = span;
        }
    }

    #[test]
    fn any_span_at_all_is_cut_to_the_text(original in any::<String>(), start: u32, end in 0u32..99) {
        let normal = normalise(&original);
        for span in [Span { start, end }, Span { start: end, end: start }] {
            let back = normal.original_span(span);
            prop_assert!(original.get(back.start as usize..back.end as usize).is_some());
        }
    }
}
