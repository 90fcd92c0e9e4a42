//! `read`: bad lines among good ones.

use serde_json::json;

use super::{assert_clear, json_lines, run, xiaoqi};

#[test]
fn a_bad_line_is_answered_in_its_place_and_the_others_go_on() {
    let lines: &[u8] = b"{\"id\":1,\"customer\":\"\",\"agent\":\"I am so sorry\"}\n\nnot json\n{\"id\":\"x\",\"customer\":\"?\"}\n\
        \xff\xfe\n{\"id\":[2],\"customer\":\"?\",\"agent\":\"hello\",\"lang\":\"klingon\"}\n\
        {\"id\":null,\"customer\":\"?\",\"agent\":\"\"}";
    let run = run(xiaoqi(&["read", "--json"]).write_stdin(lines));
    let told = json_lines(&run.out);
    let ids: Vec<_> = told.iter().map(|line| line.get("id").cloned()).collect();
    assert_eq!(ids, [Some(json!(1)), None, Some(json!("x")), None, Some(json!([2])), Some(json!(null))]);
    for (place, number) in [(1, 3), (2, 4), (3, 5), (4, 6)] {
        assert!(
            told[place]["error"].as_str().unwrap().contains(&format!("line {number}")),
            "{}",
            told[place]
        );
    }
    assert_eq!(told[0]["lang"], "en");
    assert_clear(&run, 1, &[]);
}

#[test]
fn good_lines_end_well() {
    let line = json!({"id": "a", "customer": "", "agent": "非常抱歉", "lang": "zh-Hant"});
    let run = run(xiaoqi(&["read", "--json"]).write_stdin(format!("{line}\n")));
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert_eq!(json_lines(&run.out)[0]["lang"], "zh-Hans", "which zh-Hant borrows from");
    assert_eq!(super::run(xiaoqi(&["read"]).write_stdin("")).code, Some(0));
}

#[test]
fn quotes_are_the_agents_words() {
    let agent = "Hi there 😊 I'm really sorry about that — Tom will be there by 3 pm today.";
    let line = json!({"id": 1, "customer": "It is cold", "agent": agent});
    let told = json_lines(&run(xiaoqi(&["read"]).write_stdin(format!("{line}\n"))).out);
    let moves = told[0]["moves"].as_array().unwrap();
    assert!(!moves.is_empty());
    for one in moves {
        assert!(agent.contains(one["quote"].as_str().unwrap()), "{one}");
        assert!((0.0..=1.0).contains(&one["confidence"].as_f64().unwrap()), "{one}");
    }
}
