//! `rehearse`: the same in, the same out.

use super::{assert_clear, json_lines, run, xiaoqi};

const ARGS: [&str; 6] = ["rehearse", "--persona", "heating", "--seed", "11", "--json"];
const MESSAGES: &str =
    "您好，我是物业的小林。\n三天没暖气，家里还有孩子，换我也急。\\n真的对不起。\n师傅今天下午四点到您家。\n";

#[test]
fn the_same_messages_and_seed_give_the_same_bytes() {
    let once = run(xiaoqi(&ARGS).write_stdin(MESSAGES));
    assert_eq!(once.code, Some(0), "{}", once.err);
    assert_eq!(run(xiaoqi(&ARGS).write_stdin(MESSAGES)).out, once.out);
    let told = json_lines(&once.out);
    assert_eq!(told.len(), 4);
    assert_eq!(told[1]["said"], "三天没暖气，家里还有孩子，换我也急。\n真的对不起。");
    assert_eq!(told[3]["outcome"], "unresolved");
    assert_eq!(told[3]["turns"], 3);
}

#[test]
fn no_messages_are_no_turns() {
    let told = json_lines(&run(xiaoqi(&ARGS).write_stdin("")).out);
    assert_eq!((told.len(), &told[0]["turns"]), (1, &serde_json::json!(0)));
}

#[test]
fn with_each_every_line_is_a_conversation_with_a_seed_of_its_own() {
    let each: Vec<&str> = ARGS.into_iter().chain(["--each"]).collect();
    let told =
        json_lines(&run(xiaoqi(&each).write_stdin("您好，我是小林。\t是哪一户？\n你是不是有病？\n")).out);
    let turns: Vec<_> = told.iter().map(|line| (line["turn"].as_u64(), line["turns"].as_u64())).collect();
    assert_eq!(turns, [(Some(1), None), (Some(2), None), (None, Some(2)), (Some(1), None), (None, Some(1))]);
    let mut next = ARGS;
    next[4] = "12";
    let alone = json_lines(&run(xiaoqi(&next).write_stdin("你是不是有病？\n")).out);
    assert_eq!(told[3..], alone[..]);
}

#[test]
fn what_is_left_after_he_has_gone_is_unsaid() {
    let messages = "你是不是有病？闭嘴，滚！\n".repeat(30);
    let run = run(xiaoqi(&ARGS).write_stdin(messages));
    let told = json_lines(&run.out);
    let end = told.last().unwrap();
    let unsaid = end["unsaid"].as_array().unwrap().len();
    assert!(unsaid > 0, "{end}");
    assert_eq!(usize::try_from(end["turns"].as_u64().unwrap()).unwrap() + unsaid, 30);
    assert_ne!(end["outcome"], "satisfied");
}

#[test]
fn without_json_it_reads_as_a_conversation() {
    let run = run(xiaoqi(&ARGS[..5]).write_stdin(MESSAGES));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("1 > 您好，我是物业的小林。"), "{}", run.out);
}

#[test]
fn a_picture_and_a_report_are_written_and_the_same_every_time() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, dark: bool| {
        let (png, html) =
            (folder.path().join(format!("{name}.png")), folder.path().join(format!("{name}.html")));
        let files = ["--picture", png.to_str().unwrap(), "--report", html.to_str().unwrap()];
        let mut args = [&ARGS[..5], &files].concat();
        args.extend(dark.then_some("--dark"));
        let run = run(xiaoqi(&args).write_stdin(MESSAGES));
        assert_eq!(run.code, Some(0), "{}", run.err);
        (std::fs::read(png).unwrap(), std::fs::read_to_string(html).unwrap())
    };
    let (once, again, dark) = (write("a", false), write("b", false), write("c", true));
    assert!(once.0.starts_with(b"\x89PNG") && once.0 == again.0 && once.0 != dark.0);
    assert!(once.1.contains("三天没暖气，家里还有孩子，换我也急。") && once.1 == again.1);
    let nowhere = folder.path().join("no").join("a.png");
    let refused =
        run(xiaoqi(&[&ARGS[..], &["--picture", nowhere.to_str().unwrap()]].concat()).write_stdin(MESSAGES));
    assert_clear(&refused, 1, &["cannot be written", nowhere.to_str().unwrap()]);
    assert_clear(&run(&mut xiaoqi(&[&ARGS[..], &["--each", "--report", "x"]].concat())), 2, &["--each"]);
}

#[test]
fn names_that_do_not_exist_are_answered_with_the_nearest() {
    let unknown = run(xiaoqi(&["rehearse", "--persona", "heatng", "--json"]).write_stdin(""));
    assert_clear(&unknown, 1, &["heatng", "“heating”?"]);
    let unknown = run(xiaoqi(&["rehearse", "--persona", "heating", "--lang", "zh-Hens"]).write_stdin(""));
    assert_clear(&unknown, 1, &["zh-Hens", "`zh-Hans`"]);
    assert_clear(&run(&mut xiaoqi(&["rehearse"])), 2, &["--persona"]);
}
