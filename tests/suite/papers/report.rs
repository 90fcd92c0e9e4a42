//! The full report: whole, sound, and with nobody's words as markup.

use std::collections::BTreeSet;

use scraper::{Html, Selector};
use xiaoqi::debrief::rubric::ITEMS;
use xiaoqi::debrief::sheet::Sheet;
use xiaoqi::report::page;

use super::{LANGS, MIXED, played, render};

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

fn text(element: scraper::ElementRef<'_>) -> String {
    element.text().collect()
}

/// The page, which must be sound.
fn parsed(html: &str) -> Html {
    let page = Html::parse_document(html);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    page
}

fn mixed() -> Sheet {
    let answers =
        [Some(Some("我道了歉。\n也问了情况。".to_owned())), Some(None), Some(Some("不知道".to_owned()))];
    played("heating", "zh-Hans", &MIXED, answers)
}

#[test]
fn in_every_language_it_is_sound_and_holds_everything_the_debrief_found() {
    let sheet = mixed();
    for lang in LANGS {
        let html = page(&sheet, &render(lang));
        let page = parsed(&html);
        assert_eq!(select(&page, "html")[0].attr("lang"), Some(lang.tag()));
        assert_eq!(text(select(&page, ".score .number")[0]), sheet.report.score.to_string());
        assert_eq!(select(&page, ".line").len(), ITEMS.len(), "{lang}");
        assert_eq!(select(&page, ".moments li").len(), sheet.report.turning.len());
        let steps: usize = sheet.report.methods.iter().filter(|m| m.applied).map(|m| m.steps.len()).sum();
        let done: usize = sheet.report.methods.iter().filter(|m| m.applied).map(|m| m.done()).sum();
        assert_eq!((select(&page, ".steps li").len(), select(&page, ".steps li.done").len()), (steps, done));
        assert_eq!(select(&page, ".exchange").len(), MIXED.len());
        assert_eq!(select(&page, ".levels li").len(), 4 * MIXED.len());
        assert_eq!(select(&page, "svg").len(), 1);
        for one in &sheet.report.improvements {
            let quoted = one.quote.as_ref().is_none_or(|quote| html.contains(&quote.words));
            assert!(quoted, "{lang}: {:?}", one.quote);
        }
        for missed in &sheet.report.missed {
            assert!(html.contains(&missed.question), "{lang}: {}", missed.question);
        }
        let bubbles: String = select(&page, ".bubble").into_iter().map(text).collect();
        for said in MIXED.iter().copied().chain(sheet.opening.iter().map(String::as_str)) {
            assert!(bubbles.contains(said), "{lang}: {said}");
        }
        assert!(html.contains("我道了歉。\n也问了情况。"));
        // An id in place of words: a message that nobody wrote.
        let shown: String = select(&page, "body")[0].text().collect();
        for id in ["report-", "rubric-", "step-", "why-", "better-", "state-", "debrief-"] {
            assert!(!shown.contains(id), "{lang}: {id}");
        }
    }
}

#[test]
fn every_quote_leads_to_its_message() {
    let html = page(&mixed(), &render(LANGS[0]));
    let page = parsed(&html);
    let ids: BTreeSet<&str> = select(&page, "[id]").into_iter().filter_map(|e| e.attr("id")).collect();
    let links = select(&page, "a");
    assert!(links.len() > 10);
    for link in links {
        let target = link.attr("href").and_then(|href| href.strip_prefix('#'));
        assert!(target.is_some_and(|target| ids.contains(target)), "{:?}", link.attr("href"));
    }
}

#[test]
fn nobodys_words_become_markup() {
    const EVIL: &str = "<script>alert(1)</script> \"' & <img src=http://evil.example/x.png onerror=a()> </style></svg>\u{202e}";
    let mut said = MIXED;
    said[1] = EVIL;
    said[4] = "]]> --> <!-- <b onclick='x'>尽快</b> https://evil.example";
    let answers = [Some(Some(EVIL.to_owned())), Some(Some("</p></main><h1>x".to_owned())), Some(None)];
    let mut sheet = played("heating", "zh-Hans", &said, answers);
    // Trainers' words, too.
    sheet.title = format!("暖气 {EVIL}");
    sheet.name = EVIL.to_owned();
    sheet.opening = vec![EVIL.to_owned()];
    sheet.report.missed.iter_mut().for_each(|one| one.question = EVIL.to_owned());
    for lang in LANGS {
        let html = page(&sheet, &render(lang));
        let page = parsed(&html);
        for forbidden in [
            "script",
            "img",
            "link",
            "iframe",
            "object",
            "embed",
            "form",
            "b",
            "[onerror]",
            "[onclick]",
            "[src]",
        ] {
            assert!(select(&page, forbidden).is_empty(), "{lang}: {forbidden}");
        }
        assert_eq!(
            (select(&page, "h1").len(), select(&page, "main").len(), select(&page, "style").len()),
            (1, 1, 1)
        );
        assert!(text(select(&page, "h1")[0]).contains("<script>alert(1)</script>"), "shown as she wrote it");
        let said =
            select(&page, ".mine .bubble").into_iter().map(text).any(|bubble| bubble.contains(EVIL.trim()));
        assert!(said, "{lang}");
    }
}

#[test]
fn it_needs_nothing_from_anywhere() {
    let html = page(&mixed(), &render(LANGS[2]));
    let page = parsed(&html);
    for element in select(&page, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!value.contains("//") && !value.starts_with("data:"), "{name}={value}");
            assert!(!name.starts_with("on"), "{name}");
        }
    }
    let style = text(select(&page, "style")[0]);
    assert!(!style.contains("url(") && !style.contains("@import"));
    assert!(style.contains("prefers-color-scheme:dark") && style.contains("@media print"));
    assert!(!html.contains("http://") && !html.contains("https://"));
    let policy = select(&page, "meta[http-equiv]")[0].attr("content").unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
}

#[test]
fn a_conversation_that_was_hardly_one_still_has_a_report() {
    for said in [&[][..], &["嗯"][..], &["？！……"][..]] {
        let sheet = played("heating", "zh-Hans", said, [Some(None), Some(None), Some(None)]);
        for lang in LANGS {
            let html = page(&sheet, &render(lang));
            let page = parsed(&html);
            assert_eq!(select(&page, ".exchange").len(), said.len());
            assert!(!select(&page, ".verdict").is_empty());
        }
    }
}

#[test]
fn every_customer_in_every_language_has_a_report() {
    for persona in crate::stage::PERSONAS {
        for tag in crate::stage::LANGS {
            let said = if tag == "en" {
                ["Hello, this is Mia.", "I am so sorry."]
            } else {
                ["您好。", "真的对不起。"]
            };
            let sheet = played(persona, tag, &said, [None, None, None]);
            parsed(&page(&sheet, &render(crate::stage::lang(tag))));
        }
    }
}
