//! Why a file is not read, before anything in it is looked at.

use std::io;

use crate::persona::finding::{Finding, Source};

/// Why a file is not read.
pub(super) enum Refusal {
    /// What the system said.
    Unreadable(io::Error),
    /// A pipe, a device, a socket: reading one may never end.
    NotAFile,
    /// A link that leads out of the content folder.
    Outside,
    /// How large it is, and how large it may be, in bytes.
    TooLarge(u64, u64),
    /// A customer's file that an editor gave another ending.
    WrongEnding,
}

impl Refusal {
    pub(super) fn finding(self, name: &str) -> Box<Finding> {
        let about = |code| Source { name, text: "" }.error(code, 0..0);
        Box::new(match self {
            Refusal::Unreadable(error) => about("file.unreadable").text("reason", error.to_string()),
            Refusal::NotAFile => about("file.not-a-file"),
            Refusal::WrongEnding => {
                let last = name.rsplit('/').next().unwrap_or(name);
                let stem = last.strip_suffix(".txt").unwrap_or(last);
                let stem = stem.strip_suffix(".toml").unwrap_or(stem);
                Source { name, text: "" }
                    .warning("file.wrong-ending", 0..0)
                    .text("name", format!("{stem}.toml"))
            }
            Refusal::Outside => about("file.link-outside"),
            Refusal::TooLarge(is, most) => {
                too_large(&Source { name, text: "" }, is >> 10, most >> 10, "kilobyte")
            }
        })
    }
}

pub(super) fn too_large(source: &Source<'_>, is: u64, most: u64, unit: &'static str) -> Finding {
    source.error("file.too-large", 0..0).number("is", is).number("most", most).thing("unit", unit)
}
