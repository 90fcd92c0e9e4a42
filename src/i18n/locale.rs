//! `locales/<lang>/locale.toml`: what a language folder says of itself.

use serde::Deserialize;
use toml::Spanned;

use crate::base::lang::Lang;
use crate::persona::finding::{Finding, Source, read_toml};

/// A language folder's own description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The tag, same as the folder's name.
    pub tag: Lang,
    /// The language's own name for itself.
    pub name: String,
    /// Whether customers can speak it: it has lines and a reader.
    pub speaks: bool,
    /// Where interface texts come from that this language lacks.
    pub fallback: Option<Lang>,
    /// Whose reader reads it, and learns from its examples; a reader of its own where missing.
    pub reads: Option<Lang>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocaleFile {
    tag: Spanned<String>,
    name: String,
    #[serde(default)]
    speaks: bool,
    fallback: Option<Spanned<String>>,
    reads: Option<Spanned<String>>,
}

impl Locale {
    /// Reads a `locale.toml`.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(source: Source<'_>) -> Result<Locale, Vec<Finding>> {
        let file: LocaleFile = read_toml(source)?;
        let tag = lang(source, &file.tag)?;
        let fallback = file.fallback.as_ref().map(|written| lang(source, written)).transpose()?;
        let reads = file.reads.as_ref().map(|written| lang(source, written)).transpose()?;
        Ok(Locale { tag, name: file.name, speaks: file.speaks, fallback, reads })
    }
}

fn lang(source: Source<'_>, written: &Spanned<String>) -> Result<Lang, Vec<Finding>> {
    Lang::parse(written.get_ref()).ok_or_else(|| {
        vec![source.error("locale.bad-tag", written.span()).text("written", written.get_ref())]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_describes_itself() {
        let text = "tag = \"zh-Hant\"\nname = \"繁體中文\"\nspeaks = true\nreads = \"zh-Hans\"\n\
                    fallback = \"zh-Hans\"\n";
        let locale = Locale::parse(Source { name: "locale.toml", text }).unwrap();
        assert_eq!(locale.tag, Lang::ZH_HANT);
        assert_eq!(locale.fallback, Some(Lang::ZH_HANS));
        assert_eq!((locale.speaks, locale.reads), (true, Some(Lang::ZH_HANS)));
    }

    #[test]
    fn a_tag_with_an_underscore_is_named_with_its_place() {
        let text = "tag = \"zh_Hant\"\nname = \"繁體中文\"\n";
        let finding = Locale::parse(Source { name: "locale.toml", text }).unwrap_err().remove(0);
        assert_eq!((finding.code, finding.line, finding.column), ("locale.bad-tag", 1, 7));
    }
}
