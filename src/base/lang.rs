//! A language the product can speak or read: an ASCII tag such as `zh-Hans`, one folder in `locales/` each.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Longest tag accepted, in bytes; `zh-Hant-HK` has ten.
const MAX: usize = 15;

/// A language tag. Copied freely, compared as text; that a folder for it exists is the library's business.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang {
    bytes: [u8; MAX],
    len: u8,
}

impl Lang {
    /// Simplified Chinese.
    pub const ZH_HANS: Lang = Lang::literal("zh-Hans");
    /// Traditional Chinese.
    pub const ZH_HANT: Lang = Lang::literal("zh-Hant");
    /// English.
    pub const EN: Lang = Lang::literal("en");

    /// Of a tag that is known to fit.
    #[allow(clippy::indexing_slicing, reason = "constant functions cannot use `get`; callers keep to MAX")]
    const fn literal(tag: &str) -> Lang {
        let source = tag.as_bytes();
        let mut bytes = [0u8; MAX];
        let mut at = 0;
        while at < source.len() {
            bytes[at] = source[at];
            at += 1;
        }
        Lang { bytes, len: source.len() as u8 }
    }

    /// Reads a tag: 2 to 15 ASCII letters, digits and hyphens, starting with a letter. `None` for anything else.
    pub fn parse(tag: &str) -> Option<Lang> {
        let fits = (2..=MAX).contains(&tag.len());
        let clean = tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let starts = tag.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
        (fits && clean && starts).then(|| Lang::literal(tag))
    }

    /// Whether it is written in Chinese characters, one of which says about as much as four letters.
    pub fn is_chinese(self) -> bool {
        matches!(self.tag().split('-').next(), Some("zh" | "yue"))
    }

    /// The tag as written in folder names and files.
    pub fn tag(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.len)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Best guess from what an operating system or a phone calls its language (`zh_TW.UTF-8`, `zh-hk`, `en-GB`).
    /// `None` where it names neither Chinese nor English.
    pub fn from_system(name: &str) -> Option<Lang> {
        let name = name.to_ascii_lowercase().replace('_', "-");
        let first = name.split(['-', '.', '@']).next().unwrap_or("");
        match first {
            "zh" | "yue" => {
                let traditional =
                    ["tw", "hk", "mo", "hant"].iter().any(|t| name.contains(t)) || first == "yue";
                Some(if traditional { Lang::ZH_HANT } else { Lang::ZH_HANS })
            }
            "en" => Some(Lang::EN),
            _ => None,
        }
    }

    /// The language that a text is written in, by its share of Han characters: exact enough for choosing a reader
    /// and free of a language model. `None` where there is no letter of either kind.
    pub fn of_text(text: &str) -> Option<Lang> {
        let (mut han, mut latin) = (0u32, 0u32);
        for c in text.chars() {
            match c {
                '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' => han += 1,
                _ if c.is_ascii_alphabetic() => latin += 1,
                _ => {}
            }
        }
        // A Han character carries about as much as four Latin letters.
        match (han, latin) {
            (0, 0) => None,
            (h, l) if h * 4 >= l => Some(Lang::ZH_HANS),
            _ => Some(Lang::EN),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Lang, D::Error> {
        let tag = String::deserialize(from)?;
        Lang::parse(&tag).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "`{tag}` is no language tag (expected e.g. zh-Hans, zh-Hant, en)"
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn system_names_map_to_the_three_languages() {
        assert_eq!(Lang::from_system("zh_CN.UTF-8"), Some(Lang::ZH_HANS));
        assert_eq!(Lang::from_system("zh_TW.UTF-8"), Some(Lang::ZH_HANT));
        assert_eq!(Lang::from_system("zh-hk"), Some(Lang::ZH_HANT));
        assert_eq!(Lang::from_system("en_GB"), Some(Lang::EN));
        assert_eq!(Lang::from_system("C"), None);
    }

    #[test]
    fn a_text_is_read_in_the_script_it_is_mostly_written_in() {
        assert_eq!(Lang::of_text("我的iPhone坏了"), Some(Lang::ZH_HANS));
        assert_eq!(Lang::of_text("my phone is 坏"), Some(Lang::EN));
        assert_eq!(Lang::of_text("😀 123"), None);
    }
}
