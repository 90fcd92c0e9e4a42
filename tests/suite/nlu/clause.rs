//! Where one clause ends and the next begins.

use proptest::prelude::*;
use xiaoqi::nlu::clause::{ClauseEnd, clauses};
use xiaoqi::nlu::normalise::normalise;

fn cut(original: &str) -> Vec<String> {
    let normal = normalise(original);
    clauses(&normal).iter().map(|c| c.span.of(normal.text()).to_owned()).collect()
}

#[test]
fn marks_and_conjunctions_cut_and_numbers_do_not() {
    let table: &[(&str, &[&str])] = &[
        ("非常抱歉，让您久等了。", &["非常抱歉", "让您久等了"]),
        ("我先查询、再给您回电；请稍等：谢谢", &["我先查询", "再给您回电", "请稍等", "谢谢"]),
        ("您好 请问订单号是多少", &["您好", "请问订单号是多少"]),
        ("好的~马上", &["好的", "马上"]),
        ("好的我马上查", &["好的", "我马上查"]),
        ("好的服务应该这样", &["好的服务应该这样"]),
        ("嗯我知道了", &["嗯", "我知道了"]),
        ("我理解但是没办法", &["我理解", "但是没办法"]),
        ("我理解但没办法", &["我理解", "但没办法"]),
        ("不但慢而且贵", &["不但慢而且贵"]),
        ("可以退不过要等三天", &["可以退", "不过要等三天"]),
        ("再好不过了", &["再好不过了"]),
        ("我查了可是没有", &["我查了", "可是没有"]),
        ("退 1,500 元", &["退 1,500 元"]),
        ("今天15:00前退3.5折的差价", &["今天15:00前退3.5折的差价"]),
        ("我等了三天——没人管", &["我等了三天", "没人管"]),
        ("第一行\n第二行", &["第一行", "第二行"]),
        ("I am sorry. We will call you.", &["i am sorry", "we will call you"]),
        ("by 3 p.m. today, Mr. Lee", &["by 3 p.m. today", "mr. lee"]),
        ("e.g. a refund, i.e. money", &["e.g. a refund", "i.e. money"]),
        ("pay $1,500.50, ok?", &["pay $1,500.50", "ok"]),
        ("I get it but I can't", &["i get it", "but i can't"]),
        ("nothing but trouble", &["nothing but trouble"]),
        ("I checked however it failed", &["i checked", "however it failed"]),
        ("you and me so far", &["you and me so far"]),
        (
            "I have looked at your order from last week and I will refund it",
            &["i have looked at your order from last week", "and i will refund it"],
        ),
        ("ok I will check", &["ok", "i will check"]),
        ("sorry about that", &["sorry about that"]),
        ("Hi Anna", &["hi", "anna"]),
        ("hi there", &["hi there"]),
        ("done.we checked", &["done", "we checked"]),
        ("see www.shop.com for more", &["see ww.shop.com for more"]),
        ("a follow-up - today", &["a follow-up", "today"]),
        ("3~5天", &["3~5天"]),
        ("！！！", &[]),
        ("  ", &[]),
        ("😡", &["😡"]),
        ("\"好。\"他说", &["\"好", "\"他说"]),
    ];
    for (original, expected) in table {
        assert_eq!(cut(original), *expected, "{original}");
    }
}

#[test]
fn every_clause_knows_its_closing_mark_and_sentence() {
    let normal = normalise("你好，在吗？！等等\n好。嗯");
    let ends: Vec<_> = clauses(&normal).iter().map(|c| (c.end, c.sentence)).collect();
    use ClauseEnd::*;
    assert_eq!(ends, [(Comma, 0), (Question, 0), (Line, 1), (Stop, 2), (None, 3)]);
}

proptest! {
    #[test]
    fn clauses_are_in_order_apart_trimmed_and_never_empty(original in "\\PC{0,60}|[a好但是,.?!~ \n0-9:—\"-]{0,40}") {
        let normal = normalise(&original);
        let mut last = 0;
        for clause in clauses(&normal) {
            let words = clause.span.of(normal.text());
            prop_assert!(!words.is_empty());
            prop_assert_eq!(words.trim(), words);
            prop_assert!(clause.span.start >= last);
            last = clause.span.end;
        }
    }
}
