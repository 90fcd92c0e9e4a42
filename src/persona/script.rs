//! The language of a text by its script, for files that do not say.

use crate::base::lang::Lang;

/// Every so many characters of Han, one must be a Traditional form: texts in Simplified characters have hardly any, those
/// in Traditional ones about one in three.
const ONE_IN: usize = 12;

/// The language that a text is most likely written in: Traditional or Simplified Chinese by its characters, else English.
/// `None` where it has no letters.
pub fn language(text: &str) -> Option<Lang> {
    let lang = Lang::of_text(text)?;
    if !lang.is_chinese() {
        return Some(lang);
    }
    let simplified = fast2s::convert(text);
    let changed = text.chars().zip(simplified.chars()).filter(|(was, is)| was != is).count();
    let han = text.chars().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c)).count();
    Some(if changed * ONE_IN >= han.max(1) { Lang::ZH_HANT } else { Lang::ZH_HANS })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_apart() {
        assert_eq!(language("三天了，包裹一点消息都没有！"), Some(Lang::ZH_HANS));
        assert_eq!(language("三天了，包裹一點消息都沒有！"), Some(Lang::ZH_HANT));
        assert_eq!(language("我那著名的外婆，后来怎么样"), Some(Lang::ZH_HANS));
        assert_eq!(language("Three days and no word about my parcel."), Some(Lang::EN));
        assert_eq!(language("123 …"), None);
    }
}
