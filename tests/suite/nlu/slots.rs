//! Every usual written form of times, sums and names, in both languages, and what only looks like one.

use proptest::prelude::*;
use xiaoqi::nlu::normalise::normalise;
use xiaoqi::nlu::slots::{Day, DayPart, Slot, SlotKind, SlotValue, slots};

fn read(original: &str) -> Vec<Slot> {
    slots(&normalise(original))
}

/// A short form of the slots of a text, such as `clock 15:00`.
fn shown(original: &str) -> String {
    let normal = normalise(original);
    let forms: Vec<String> = slots(&normal).iter().map(|slot| form(slot, normal.text())).collect();
    forms.join(", ")
}

fn form(slot: &Slot, text: &str) -> String {
    match &slot.value {
        SlotValue::Clock { minute_of_day: m } => format!("clock {}:{:02}", m / 60, m % 60),
        SlotValue::Day { day, part } => format!("day {}{}", day_form(day), part.map_or("", part_form)),
        SlotValue::Duration { minutes } => format!("min {minutes}"),
        SlotValue::Money { cents, currency } => {
            let code = currency.map_or(String::new(), |c| format!(" {c:?}").to_lowercase());
            format!("money {cents}{code}")
        }
        SlotValue::Percent { per_mille } => format!("percent {per_mille}"),
        SlotValue::Count { n } => format!("count {n}"),
        SlotValue::Name { name } => format!("name {}", name.of(text)),
        SlotValue::Channel { contact } => format!("{contact:?}").to_lowercase(),
        SlotValue::Order { number } => format!("order {}", number.of(text)),
    }
}

fn day_form(day: &Day) -> String {
    match day {
        Day::Offset(days) => format!("{days:+}"),
        Day::Weekday { weeks, day } => format!("w{weeks}d{day}"),
        Day::Date { month, day } => format!("{}/{day}", month.map_or("-".into(), |m| m.to_string())),
    }
}

fn part_form(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => " morning",
        DayPart::Noon => " noon",
        DayPart::Afternoon => " afternoon",
        DayPart::Evening => " evening",
        DayPart::Night => " night",
        DayPart::End => " end",
    }
}

const FORMS: &[(&str, &str)] = &[
    // Clock times.
    ("3点", "clock 3:00"),
    ("下午三点", "clock 15:00"),
    ("下午三点半", "clock 15:30"),
    ("下午3點鐘前", "clock 15:00"),
    ("15:00", "clock 15:00"),
    ("15：30", "clock 15:30"),
    ("15点30分", "clock 15:30"),
    ("15时30分", "clock 15:30"),
    ("下午3:30", "clock 15:30"),
    ("3pm", "clock 15:00"),
    ("3 p.m.", "clock 15:00"),
    ("3:30 PM", "clock 15:30"),
    ("9 a.m. sharp", "clock 9:00"),
    ("12am", "clock 0:00"),
    ("half past three", "clock 3:30"),
    ("quarter past 4", "clock 4:15"),
    ("a quarter to five", "clock 4:45"),
    ("ten past five", "clock 5:10"),
    ("noon", "clock 12:00"),
    ("by midnight", "clock 24:00"),
    ("中午12点", "clock 12:00"),
    ("中午一点", "clock 13:00"),
    ("中午给您", "clock 12:00"),
    ("晚上八点前", "clock 20:00"),
    ("晚上十二点", "clock 24:00"),
    ("凌晨两点", "clock 2:00"),
    ("三点一刻", "clock 3:15"),
    ("三点三刻", "clock 3:45"),
    ("三点二十", "clock 3:20"),
    ("十点十分", "clock 10:10"),
    ("一点半", "clock 1:30"),
    ("一点钟", "clock 1:00"),
    ("3 o'clock", "clock 3:00"),
    ("three o’clock in the afternoon", "clock 15:00"),
    ("by 5.", "clock 5:00"),
    ("at 5 today", "clock 5:00, day +0"),
    // Days.
    ("今天", "day +0"),
    ("今日", "day +0"),
    ("明早", "day +1 morning"),
    ("明天", "day +1"),
    ("聽日", "day +1"),
    ("后天", "day +2"),
    ("大后天", "day +3"),
    ("昨晚", "day -1 evening"),
    ("明天上午", "day +1 morning"),
    ("今晚八点", "day +0 evening, clock 20:00"),
    ("明天下午三点", "day +1 afternoon, clock 15:00"),
    ("周五前", "day w0d5"),
    ("下周一", "day w1d1"),
    ("下禮拜三", "day w1d3"),
    ("星期天", "day w0d7"),
    ("这周末", "day w0d7"),
    ("上周五", "day w-1d5"),
    ("下周", "day w1d7"),
    ("月底", "day -/31"),
    ("三天前", "day -3"),
    ("下班前", "day +0 end"),
    ("today", "day +0"),
    ("tomorrow morning", "day +1 morning"),
    ("by Friday", "day w0d5"),
    ("next Monday", "day w1d1"),
    ("this weekend", "day w0d7"),
    ("on Wed", "day w0d3"),
    ("end of day", "day +0 end"),
    ("by EOD", "day +0 end"),
    ("by the end of the day", "day +0 end"),
    ("tonight", "day +0 evening"),
    ("tonight at 8", "day +0 evening, clock 20:00"),
    ("the day after tomorrow", "day +2"),
    ("2 days ago", "day -2"),
    ("12月3号", "day 12/3"),
    ("十二月三日", "day 12/3"),
    ("3号", "day -/3"),
    ("2024年12月3日", "day 12/3"),
    ("2024-12-03", "day 12/3"),
    ("December 3rd", "day 12/3"),
    ("Dec. 3", "day 12/3"),
    ("3rd of December", "day 12/3"),
    ("by the 3rd", "day -/3"),
    // Durations.
    ("两小时内", "min 120"),
    ("兩個小時", "min 120"),
    ("半个钟", "min 30"),
    ("半小时", "min 30"),
    ("一个半小时", "min 90"),
    ("1.5小时", "min 90"),
    ("1小时30分钟", "min 90"),
    ("24小时", "min 1440"),
    ("三天", "min 4320"),
    ("两三天", "min 4320"),
    ("两天半", "min 3600"),
    ("十五分钟", "min 15"),
    ("一刻钟", "min 15"),
    ("一周内", "min 10080"),
    ("两个月", "min 86400"),
    ("3-5个工作日", "min 7200"),
    ("三到五个工作日", "min 7200"),
    ("within 2 hours", "min 120"),
    ("in an hour", "min 60"),
    ("24h", "min 1440"),
    ("2h30m", "min 150"),
    ("half an hour", "min 30"),
    ("an hour and a half", "min 90"),
    ("two and a half hours", "min 150"),
    ("twenty-four hours", "min 1440"),
    ("3 working days", "min 4320"),
    ("3 to 5 business days", "min 7200"),
    ("fifteen mins", "min 15"),
    ("1 hour and 30 minutes", "min 90"),
    // Money.
    ("200块", "money 20000 cny"),
    ("¥200", "money 20000 cny"),
    ("￥1,500.50", "money 150050 cny"),
    ("两百元", "money 20000 cny"),
    ("一百五", "money 15000"),
    ("两千三百元", "money 230000 cny"),
    ("一万二", "money 1200000"),
    ("一百零五块", "money 10500 cny"),
    ("三块五", "money 350 cny"),
    ("五毛", "money 50"),
    ("50 cents", "money 50"),
    ("$1,500", "money 150000 usd"),
    ("HK$200", "money 20000 hkd"),
    ("RMB 200", "money 20000 cny"),
    ("200 yuan", "money 20000 cny"),
    ("20 bucks", "money 2000 usd"),
    ("two hundred dollars", "money 20000 usd"),
    ("1.5k", "money 150000"),
    ("3w", "money 3000000"),
    ("3000塊錢", "money 300000 cny"),
    ("3千块", "money 300000 cny"),
    ("200-300元", "money 30000 cny"),
    ("赔我五百", "money 50000"),
    ("200多块", "money 20000 cny"),
    // Shares.
    ("八折", "percent 200"),
    ("九五折", "percent 50"),
    ("8.5折", "percent 150"),
    ("75折", "percent 250"),
    ("20%", "percent 200"),
    ("12.5%", "percent 125"),
    ("半价", "percent 500"),
    ("百分之二十", "percent 200"),
    ("两成", "percent 200"),
    ("half price", "percent 500"),
    ("20 percent off", "percent 200"),
    // Counts.
    ("三次", "count 3"),
    ("第三次", "count 3"),
    ("两晚", "count 2"),
    ("三个", "count 3"),
    ("2 nights", "count 2"),
    ("third time", "count 3"),
    ("3rd time", "count 3"),
    ("three times", "count 3"),
    ("twice", "count 2"),
    // Names.
    ("王女士", "name 王女士"),
    ("张经理", "name 张经理"),
    ("李師傅", "name 李师傅"),
    ("欧阳先生", "name 欧阳先生"),
    ("王小明先生", "name 王小明先生"),
    ("王总您好", "name 王总"),
    ("Ms Wang", "name ms wang"),
    ("Mr. Lee", "name mr. lee"),
    ("my name is Anna", "name anna"),
    ("my name is Anna Lee.", "name anna lee"),
    ("this is Tom from support", "name tom"),
    ("我叫小陈", "name 小陈"),
    ("我叫李明为您服务", "name 李明"),
    ("我是客服小陈", "name 小陈"),
    ("我姓王", "name 王"),
    ("免贵姓王", "name 王"),
    ("工号 8806", "name 8806"),
    ("工号是8806", "name 8806"),
    // Channels.
    ("打电话", "phone"),
    ("给您回电", "phone"),
    ("短信", "text"),
    ("簡訊", "text"),
    ("加您微信", "wechat"),
    ("邮件", "email"),
    ("by email", "email"),
    ("a text message", "text"),
    ("I will call you back", "phone"),
    // Numbers of orders.
    ("订单号 20241203881", "order 20241203881"),
    ("SF1234567890", "order sf1234567890"),
    ("order AB-12345", "order ab-12345"),
    ("13800138000", "order 13800138000"),
    // Several at once.
    (
        "王女士，明天下午三点前给您回电，退200块",
        "name 王女士, day +1 afternoon, clock 15:00, phone, money 20000 cny",
    ),
    ("I'll call you within 2 hours, Ms Wang", "phone, min 120, name ms wang"),
];

#[test]
fn every_usual_written_form_is_read() {
    assert!(FORMS.len() >= 120);
    let wrong: Vec<String> = FORMS
        .iter()
        .filter(|(original, expected)| shown(original) != *expected)
        .map(|(original, expected)| format!("{original}: {} (expected {expected})", shown(original)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_only_looks_like_a_slot_is_not_read() {
    let wrong: Vec<String> = [
        "一点都不",
        "有点",
        "有一点慢",
        "快一点",
        "三心二意",
        "等一下",
        "第一时间",
        "第二天",
        "一起",
        "一块儿",
        "一个问题",
        "二百五",
        "一次性",
        "千万不要",
        "百忙之中",
        "这三点",
        "三点建议",
        "三天两头",
        "那一天",
        "下午好",
        "晚上好",
        "一五一十",
        "我总是",
        "这段总时间",
        "高总是",
        "万一",
        "一定",
        "统一",
        "小程序",
        "小毛病",
        "我叫什么",
        "我叫师傅过来",
        "十分抱歉",
        "一时",
        "电话费",
        "以后天天",
        "3号楼",
        "one of our",
        "second to none",
        "a second",
        "one more",
        "call me back",
        "I miss you",
        "at the end of the day",
        "you may",
        "this is terrible",
        "sun is out",
        "for once",
        "half of it",
        "iphone15",
        "march on",
        "3 a day",
        "version 2.0",
    ]
    .iter()
    .filter(|original| !read(original).is_empty())
    .map(|original| format!("{original}: {}", shown(original)))
    .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_span_takes_in_what_bounds_the_time() {
    for (original, part) in [
        ("晚上八点前给您", "晚上八点前"),
        ("我们两小时内回复", "两小时内"),
        ("done by Friday then", "by Friday"),
        ("fixed within 2 hours ok", "within 2 hours"),
        ("see you at 15:00", "15:00"),
    ] {
        let normal = normalise(original);
        let spans: Vec<&str> =
            slots(&normal).iter().map(|s| normal.original_span(s.span).of(original)).collect();
        assert_eq!(spans, [part]);
    }
}

#[test]
fn only_times_say_by_when() {
    assert!([SlotKind::Clock, SlotKind::Day, SlotKind::Duration].into_iter().all(SlotKind::is_by_when));
    assert!(![SlotKind::Money, SlotKind::Count, SlotKind::Name].into_iter().any(SlotKind::is_by_when));
}

#[test]
fn a_slot_survives_being_written_and_read_again() {
    for slot in read("王女士，明早9点，3天，200块，八折，三次，微信，SF1234567890") {
        let json = serde_json::to_string(&slot).expect("plain data");
        assert_eq!(serde_json::from_str::<Slot>(&json).expect("own words"), slot);
    }
}

/// Nothing but what slots are made of, in any order.
fn jumble() -> impl Strategy<Value = String> {
    let parts: Vec<&str> = "一 二 三 十 百 千 万 亿 半 点 时 分 号 月 日 年 周 天 个 块 折 成 第 次 下 午 到 至 - ~ . , : % ¥ $ 1 9 99 2024 \
         k w h st pm a.m by at in the end of day may half past to quarter two twenty hundred mr miss my name is 我 叫 小 王 \
         总 先生 工号 电 话 前 后 之 内"
        .split_whitespace()
        .chain([" "])
        .collect();
    prop::collection::vec(prop::sample::select(parts), 0..40).prop_map(|words| words.concat())
}

fn sound(original: &str) -> Result<(), TestCaseError> {
    let normal = normalise(original);
    let mut last = 0;
    for slot in slots(&normal) {
        prop_assert!(slot.span.start >= last && !slot.span.of(normal.text()).is_empty());
        prop_assert_eq!(slot.kind, slot.value.kind());
        last = slot.span.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn slots_are_in_order_and_never_overlap(original in jumble()) {
        sound(&original)?;
    }

    #[test]
    fn any_4096_characters_at_all_are_read_without_a_panic(
        chars in prop::collection::vec(any::<char>(), 4096),
        jumbles in prop::collection::vec(jumble(), 0..60),
    ) {
        sound(&String::from_iter(chars))?;
        sound(&jumbles.concat())?;
    }
}
