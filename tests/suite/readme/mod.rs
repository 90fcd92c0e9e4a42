//! The README's excerpts are real: the program plays the scripts below, and what it says must stand in the README,
//! word for word. After a change of behaviour that is meant, `XIAOQI_BLESS=1 cargo test readme` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// Paragraphs of the debrief that are shown at once: ending, timeline, turning points, score.
const SHOWN: usize = 4;

const ZH: &[&str] = &[
    "林先生您好，我是今晚值班的小何。您点的是清蒸鲈鱼，送到的却是油焖大虾，对吗？",
    "一桌菜摆好了，掀开最后一盒却不是那条鱼，换谁都会心凉。真的对不起，是我们出餐拿错了。",
    "不好意思，不过这种事高峰期难免的。",
    "我刚才那句话不该说，没有什么难免，是我们的错。今晚这顿饭是和谁一起吃？",
    "为什么不能有虾，是家里有人过敏吗？今天是什么日子？",
    "给妈妈过六十岁生日，还过敏，我们却把虾端上了桌，您怎么会不失望。我让后厨现在重做一条清蒸鲈鱼，八点半前专人送到，\
     鱼钱一百二十八元原路退给您。",
    "另外送一碗长寿面和一张生日卡片，祝阿姨生日快乐；过敏我记进您的账户备注，以后每单都核对。这样安排您看行吗？",
    "鱼出门的时候我给您发消息，送到以后再回来问您。谢谢您还愿意告诉我们。",
];

const EN: &[&str] = &[
    "Good evening Mr Lin, this is Mia. You ordered steamed bass and we sent you braised prawns instead, have I got \
     that right?",
    "Sorry, but these things happen when it is busy.",
    "I should not have said that. I am truly sorry: we packed the wrong dish, and that is our mistake. You laid the \
     table, opened the last box and the fish was not there. Anyone would be disappointed.",
    "Who is at the table with you tonight? Is it a special occasion?",
    "Is anybody allergic to prawns?",
    "Your mother's sixtieth birthday, and we put the one dish in front of her that she must not eat. The kitchen is \
     steaming a fresh bass now, it will be with you by 8:30 tonight, and I refund the 128 for the dish right away.",
    "We will add longevity noodles and a birthday card, and I have put the allergy on your account so that every \
     order is checked. Does that work for you?",
];

#[test]
fn the_english_excerpt_is_what_the_program_says() {
    check("en", "The rest of the debrief", EN);
}

#[test]
fn the_chinese_excerpt_is_what_the_program_says() {
    check("zh", "复盘的其余部分", ZH);
}

/// Compares the excerpt between the markers of `name` with a new one, or puts the new one there.
fn check(name: &str, rest: &str, script: &[&str]) {
    let fresh = excerpt(&rehearse(name, script), rest);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    // Both tests may write: the file is read as late as can be, and each replaces its own part only.
    let _turn = TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let readme = fs::read_to_string(&path).unwrap();
    let (open, close) = (format!("<!-- excerpt:{name} -->\n"), format!("<!-- /excerpt:{name} -->"));
    let (before, tail) = readme.split_once(&open).unwrap_or_else(|| panic!("README.md has no {open}"));
    let (kept, after) = tail.split_once(&close).unwrap_or_else(|| panic!("README.md has no {close}"));
    if std::env::var_os("XIAOQI_BLESS").is_some() {
        fs::write(&path, [before, &open, &fresh, &close, after].concat()).unwrap();
        return;
    }
    assert!(
        kept == fresh,
        "README.md is behind; XIAOQI_BLESS=1 cargo test readme writes it anew. The program says:\n{fresh}"
    );
}

static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());

/// What `rehearse` prints for these messages.
fn rehearse(lang: &str, script: &[&str]) -> String {
    let lang = if lang == "zh" { "zh-Hans" } else { lang };
    let cache: PathBuf = [env!("CARGO_TARGET_TMPDIR"), "models"].iter().collect();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("XIAOQI_CACHE", cache)
        .args(["rehearse", "--persona", "wrong_dish", "--seed", "1", "--lang", lang])
        .write_stdin(script.join("\n"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The conversation as one block, the debrief as another, its later part folded away.
fn excerpt(said: &str, rest: &str) -> String {
    let border = said.find("\n—— ").expect("a line that ends the conversation");
    let (conversation, debrief) = said.split_at(border);
    let paragraphs: Vec<&str> = debrief.trim_end().split("\n\n").collect();
    let (shown, folded) = paragraphs.split_at(SHOWN.min(paragraphs.len()));
    let block = |text: &str| format!("```text\n{}\n```\n", text.trim_matches('\n'));
    let mut page = block(conversation) + "\n" + &block(&shown.join("\n\n"));
    if !folded.is_empty() {
        page += &format!("\n<details><summary>{rest}</summary>\n\n");
        page += &block(&folded.join("\n\n"));
        page += "\n</details>\n";
    }
    page
}
