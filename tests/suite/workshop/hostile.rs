//! Files that nobody wrote in good faith, or at all: refused with a finding that says why, or read as they are meant.

use std::fs;
use std::time::{Duration, Instant};

use xiaoqi::library::{Files, Origin, Survey};
use xiaoqi::persona::finding::Finding;

use crate::library::Shelf;

/// Longest that reading a folder with a hostile file may take. Far more than it does, so that a slow machine passes; less
/// than anything that does not end.
const LONGEST: Duration = Duration::from_secs(60);

fn found(shelf: &Shelf) -> Vec<Finding> {
    let begun = Instant::now();
    let (files, findings) = Files::read(&Origin::Folder(shelf.path().to_path_buf())).unwrap();
    let findings = match Survey::of(files, findings) {
        Ok(survey) => survey.findings,
        Err(xiaoqi::library::LibraryError::Rules { findings, .. }) => findings,
        Err(error) => panic!("{error}"),
    };
    assert!(begun.elapsed() < LONGEST);
    findings
}

fn codes_of(shelf: &Shelf, file: &str) -> Vec<&'static str> {
    found(shelf).into_iter().filter(|finding| finding.file == file).map(|finding| finding.code).collect()
}

/// A customer of this text beside the sound one.
fn with(text: impl AsRef<[u8]>) -> Shelf {
    let shelf = Shelf::new();
    shelf.write("personas/hose.toml", text);
    shelf
}

const HOSE: &str = "personas/hose.toml";

#[test]
fn what_is_too_large_is_not_read() {
    assert_eq!(codes_of(&with("# x".repeat(17 << 20)), HOSE), ["file.too-large"], "51 megabytes");
    assert_eq!(codes_of(&with("\n".repeat(1_000_000)), HOSE), ["file.too-large"], "a million lines");
}

#[test]
fn a_customer_of_tens_of_thousands_of_entries_is_refused() {
    let pump = fs::read_to_string(Shelf::new().path().join("personas/pump.toml")).unwrap();
    let hose = pump.replacen("\"pump\"", "\"hose\"", 1);
    let details = "\n[[text.detail]]\nask = [\"a\"]\ntell = [\"b\"]\n".repeat(15_000);
    assert_eq!(codes_of(&with(format!("{hose}{details}")), HOSE), ["file.too-large"]);
    let facts: String = (0..20_000).map(|n| format!("[[fact]]\nid = \"f{n}\"\n")).collect();
    assert_eq!(
        codes_of(&with(hose.replacen("[[demand]]", &format!("{facts}[[demand]]"), 1)), HOSE),
        ["file.too-large"]
    );
}

#[test]
fn a_slip_in_every_one_of_fifty_thousand_lines_is_told_up_to_a_limit() {
    let pump = fs::read_to_string(Shelf::new().path().join("personas/pump.toml")).unwrap();
    let hose = pump.replacen("\"pump\"", "\"hose\"", 1);
    let broken = "\"红{的。\", ".repeat(50_000);
    let codes = codes_of(&with(hose.replacen("tell = [", &format!("tell = [{broken}"), 1)), HOSE);
    assert!(codes.contains(&"lines.syntax") && codes.len() <= 120, "{}", codes.len());
    let shelf = Shelf::new();
    for file in ["locales/zh-Hans/ui.ftl", "locales/zh-Hans/customer.ftl"] {
        shelf.write(file, "junk\n\nkey-nobody-has = x\n".repeat(15_000));
    }
    shelf.write(
        "locales/en/moves/apology.toml",
        format!("family = \"apology\"\n[examples]\nlines = '''\n{}'''\n", "no bar\n".repeat(50_000)),
    );
    for file in ["locales/zh-Hans/ui.ftl", "locales/zh-Hans/customer.ftl", "locales/en/moves/apology.toml"] {
        let count = codes_of(&shelf, file).len();
        assert!((1..=2_000).contains(&count), "{file}: {count}");
    }
}

#[test]
fn towers_are_refused() {
    for tower in ["x = ", "a.", "x = {a="] {
        let text = match tower {
            "a." => format!("{}a = 1", "a.".repeat(200_000)),
            "x = " => format!("x = {}", "[".repeat(500_000)),
            _ => format!("x = {}", "{a=".repeat(300_000)),
        };
        let codes = codes_of(&with(text), HOSE);
        assert!(!codes.is_empty() && codes.len() <= 60, "{tower}: {codes:?}");
    }
}

#[test]
fn hostile_fluent_is_refused_wherever_it_stands() {
    let towers = [
        format!("notice-empty = {}\n", "{ ".repeat(100_000)),
        format!("notice-empty = {{ {}\n", "NUMBER(".repeat(100_000)),
        format!("notice-empty =\n    .a = {}", "{ $x ->\n *[a] ".repeat(5_000)),
    ];
    for tower in towers {
        for file in ["locales/zh-Hans/ui.ftl", "locales/zh-Hans/customer.ftl"] {
            let shelf = Shelf::new();
            shelf.write(file, &tower);
            assert!(codes_of(&shelf, file).contains(&"file.too-deep"), "{file}");
        }
    }
    let shelf = Shelf::new();
    shelf.write(
        "locales/zh-Hans/ui.ftl",
        "notice-empty = { notice-internal }\nnotice-internal = { notice-empty }\n",
    );
    let loaded = found(&shelf);
    assert!(!loaded.iter().any(|f| f.code == "file.too-deep"), "messages that name each other end, too");
}

#[test]
fn another_encoding_a_mark_and_foreign_line_ends() {
    assert_eq!(codes_of(&with(b"id = \"\xcf\xfb\"".as_slice()), HOSE), ["file.not-utf8"]);
    let text = fs::read_to_string(Shelf::new().path().join("personas/pump.toml")).unwrap();
    let hose = text.replacen("\"pump\"", "\"hose\"", 1);
    for text in [format!("\u{feff}{hose}"), hose.replace('\n', "\r\n")] {
        assert_eq!(codes_of(&with(text), HOSE), [""; 0]);
    }
    let crlf = hose.replace('\n', "\r\n").replace("\"basic\"", "\"basik\"");
    let finding = found(&with(crlf)).into_iter().find(|finding| finding.file == HOSE).unwrap();
    assert_eq!((finding.code, finding.line, finding.column), ("persona.unknown-grade", 3, 9));
}

#[cfg(unix)]
#[test]
fn what_is_no_file_or_leads_outside_is_not_read() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let shelf = Shelf::new();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.toml"), "id = \"secret\"").unwrap();
    let personas = shelf.path().join("personas");
    symlink(outside.path().join("secret.toml"), personas.join("hose.toml")).unwrap();
    symlink(personas.join("pump.en.toml"), personas.join("pump.fr.toml")).unwrap();
    symlink("/nowhere/at/all", personas.join("tap.toml")).unwrap();
    // A socket in the folder: opening one fails or waits for ever.
    let _socket = UnixListener::bind(personas.join("pipe.toml")).unwrap();
    assert_eq!(codes_of(&shelf, HOSE), ["file.link-outside"]);
    assert_eq!(codes_of(&shelf, "personas/pipe.toml"), ["file.not-a-file"]);
    assert_eq!(codes_of(&shelf, "personas/tap.toml"), ["file.unreadable"]);
    assert_eq!(
        codes_of(&shelf, "personas/pump.fr.toml"),
        ["persona.wrong-language"],
        "inside, a link is a file"
    );
}

#[test]
fn many_slips_are_told_up_to_a_limit() {
    let text: String = (0..5_000).map(|n| format!("key{n} = 1\n")).collect();
    let codes = codes_of(&with(text), HOSE);
    assert!((10..=60).contains(&codes.len()), "{}", codes.len());
}

#[test]
fn a_file_that_an_editor_called_txt_is_told_with_the_name_it_should_have() {
    let shelf = Shelf::new();
    shelf.write("personas/hose.toml.txt", "id = \"hose\"\n");
    shelf.write("personas/notes.txt", "call the printer");
    let told: Vec<_> = found(&shelf).into_iter().filter(|f| f.code == "file.wrong-ending").collect();
    let names: Vec<_> = told.iter().map(|finding| finding.file.as_str()).collect();
    assert_eq!(names, ["personas/hose.toml.txt", "personas/notes.txt"]);
    assert!(format!("{:?}", told[0].args).contains("\"hose.toml\""), "{:?}", told[0].args);
}
