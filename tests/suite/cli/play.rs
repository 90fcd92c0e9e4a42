//! `persona play`: a trainer talks to her customer, goes back, and edits his file meanwhile.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use super::{Run, assert_clear, run, xiaoqi};
use crate::library::Shelf;

fn play(shelf: &Shelf, lang: &str, lines: &str) -> Run {
    let folder = shelf.path().to_str().unwrap();
    let args = ["persona", "play", "pump", "--lang", lang, "--content", folder];
    run(xiaoqi(&args).env("XIAOQI_CACHE", shelf.cache_path()).write_stdin(lines.to_owned()))
}

/// What is told of one message: from its line to the next one's.
fn after<'a>(text: &'a str, said: &str) -> &'a str {
    let start = text.rfind(&format!("> {said}")).unwrap_or_else(|| panic!("{said} in {text}"));
    let rest = &text[start..];
    rest.find("\n\n").map_or(rest, |end| &rest[..end])
}

#[test]
fn under_each_answer_stands_what_was_understood_and_how_he_feels() {
    let shelf = Shelf::new();
    let told = play(&shelf, "zh-Hans", "您好，对不起\n是什么时候开始不转的？\n给您换一台\n");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.contains("郑先生: 你们的水泵怎么回事？"), "{}", told.out);
    let first = after(&told.out, "您好，对不起");
    for words in ["听懂：greet（问候）", "apologize", "愤怒", "火气", "耐心还剩"] {
        assert!(first.contains(words), "{words} in {first}");
    }
    let second = after(&told.out, "是什么时候开始不转的？");
    assert!(second.contains("郑先生: 昨天。") && second.contains("说出：since_when"), "{second}");
    assert!(after(&told.out, "给您换一台").contains("提出的方案：new_pump"), "{}", told.out);
    assert_clear(
        &run(&mut xiaoqi(&["persona", "play", "heatin", "--lang", "en"])),
        1,
        &["heatin", "“heating”?"],
    );
}

#[test]
fn going_back_forgets_what_came_after_and_nothing_else() {
    let shelf = Shelf::new();
    let with = play(&shelf, "en", "Hello\nWhat a stupid question\n:back 1\nI am sorry about the pump\n");
    let without = play(&shelf, "en", "Hello\nI am sorry about the pump\n");
    let said = "I am sorry about the pump";
    assert_eq!(after(&with.out, said), after(&without.out, said));
    let all = play(&shelf, "en", "Hello\nI am sorry about the pump\n:back 0\n:back\n:back 3\n:nonsense\n");
    for words in ["Back to message 0", "There are 0 messages", "“:nonsense” is none of the commands"] {
        assert!(all.out.contains(words), "{words} in {}", all.out);
    }
    // Other dice, the same messages.
    let seeded = play(&shelf, "en", "Hello\n:seed 9\n:again\n");
    assert!(seeded.out.matches(" 1 > Hello").count() == 3, "{}", seeded.out);
}

#[test]
fn the_commands_are_explained_in_three_languages_and_full_width_colons_will_do() {
    for (lang, words) in [("en", "test plan"), ("zh-Hans", "换一个种子"), ("zh-Hant", "換一個種子")]
    {
        let args = ["persona", "play", "heating", "--lang", lang];
        let told = run(xiaoqi(&args).write_stdin("：help\n:quit\nHello\n"));
        assert!(told.out.contains(words) && told.out.contains(":back N"), "{}{}", told.out, told.err);
        assert!(!told.out.contains("> Hello"), "what stands after :quit is not played");
    }
}

#[test]
fn a_rehearsal_becomes_a_plan_that_holds() {
    let shelf = Shelf::new();
    let told =
        play(&shelf, "zh-Hans", "您好\n是什么时候开始不转的？\n:write ../x\n:write first\n:write first\n");
    assert_eq!(told.code, Some(0), "{}", told.err);
    assert!(told.out.contains("../x") && told.out.contains("--name"), "{}", told.out);
    let text = fs::read_to_string(shelf.path().join("personas/tests/pump.first.toml")).unwrap();
    assert!(text.contains("since_when"), "{text}");
    let folder = shelf.path().to_str().unwrap();
    let held = run(&mut xiaoqi(&["persona", "test", "--content", folder]));
    assert_eq!(held.code, Some(0), "{}{}", held.out, held.err);
}

/// The program with a pipe to write to, and its lines as they come.
struct Live {
    child: Child,
    input: ChildStdin,
    lines: Receiver<String>,
}

impl Live {
    fn start(shelf: &Shelf) -> Live {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
        command.args(["persona", "play", "pump", "--lang", "zh-Hans", "--content"]).arg(shelf.path());
        command.env("XIAOQI_CACHE", shelf.cache_path()).env_remove("LANG");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (tell, lines) = channel();
        std::thread::spawn(move || {
            BufReader::new(output).lines().map_while(Result::ok).try_for_each(|line| tell.send(line).ok())
        });
        Live { child, input, lines }
    }

    fn type_in(&mut self, line: &str) {
        writeln!(self.input, "{line}").unwrap();
        self.input.flush().unwrap();
    }

    /// Everything told until a line has these words. A minute is as good as never.
    fn until(&self, words: &str) -> String {
        let mut told = String::new();
        loop {
            match self.lines.recv_timeout(Duration::from_secs(60)) {
                Ok(line) => {
                    told += &line;
                    told.push('\n');
                    if line.contains(words) {
                        return told;
                    }
                }
                Err(_) => panic!("`{words}` never came: {told}"),
            }
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_file_that_is_saved_is_taken_up_and_what_differs_is_shown() {
    let shelf = Shelf::new();
    let mut live = Live::start(&shelf);
    live.until("信任");
    // Before anything is said, his first words are what may differ.
    shelf.edit("personas/pump.toml", "怎么回事？", "怎么回事啊？");
    live.until("郑先生: 你们的水泵怎么回事啊？");
    live.type_in("您好");
    live.until("耐心还剩");
    live.type_in("是什么时候开始不转的？");
    live.until("说出：since_when");
    live.until("耐心还剩");

    shelf.edit("personas/pump.toml", "tell = [\"昨天。\"]", "tell = [\"前天。\"]");
    let changed = live.until("前天。");
    assert!(changed.contains("已重放 2 句"), "{changed}");
    assert!(changed.contains("第 2 句：是什么时候开始不转的？") && changed.contains("昨天。"), "{changed}");
    assert!(!changed.contains("第 1 句："), "what is as it was is not shown: {changed}");

    // Broken: told, and he stays as he was.
    shelf.edit("personas/pump.toml", "grade = \"basic\"", "grade = \"basc\"");
    let broken = live.until("basc");
    assert!(broken.contains("先保留改之前的样子"), "{broken}");
    live.type_in(":back 1");
    live.until("耐心还剩");
    live.type_in("是什么时候开始不转的？");
    live.until("前天。");
    live.until("耐心还剩");

    // Mended and milder: the levels differ from the first message on.
    shelf.edit("personas/pump.toml", "grade = \"basc\"", "grade = \"basic\"");
    shelf.edit("personas/pump.toml", "anger = 60", "anger = 20");
    let milder = live.until("第 2 句：");
    assert!(milder.contains("第 1 句：您好"), "{milder}");
    live.type_in(":again");
    live.until(" 2 > 是什么时候开始不转的？");
    live.type_in(":quit");
    assert!(live.child.wait().unwrap().success());
}
