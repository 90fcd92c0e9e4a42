//! A set of Chinese characters built at compile time, so that asking costs one load: reading asks it of every character.

/// The block of common characters.
const FIRST: u32 = 0x4e00;
const LAST: u32 = 0x9fff;
const WORDS: usize = (LAST - FIRST + 1).div_ceil(64) as usize;

/// A set of characters between U+4E00 and U+9FFF.
pub(super) struct HanSet([u64; WORDS]);

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, where a panic is a compile error")]
impl HanSet {
    /// The empty set.
    pub const fn new() -> HanSet {
        HanSet([0; WORDS])
    }

    /// The set with every character of `text` that it can hold.
    pub const fn with(mut self, text: &str) -> HanSet {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            at += self.insert(bytes, at);
        }
        self
    }

    /// The set with the first character of every key.
    pub const fn with_firsts(mut self, keys: &[(&str, &str)]) -> HanSet {
        let mut at = 0;
        while at < keys.len() {
            self.insert(keys[at].0.as_bytes(), 0);
            at += 1;
        }
        self
    }

    /// The set with the first character of every word.
    pub const fn with_first_of(mut self, words: &[&str]) -> HanSet {
        let mut at = 0;
        while at < words.len() {
            self.insert(words[at].as_bytes(), 0);
            at += 1;
        }
        self
    }

    /// Takes in the character at `at` and tells how many bytes to go on.
    const fn insert(&mut self, bytes: &[u8], at: usize) -> usize {
        if bytes[at] & 0xf0 != 0xe0 {
            return 1;
        }
        let c = ((bytes[at] & 0x0f) as u32) << 12
            | ((bytes[at + 1] & 0x3f) as u32) << 6
            | (bytes[at + 2] & 0x3f) as u32;
        if c >= FIRST && c <= LAST {
            self.0[((c - FIRST) / 64) as usize] |= 1 << ((c - FIRST) % 64);
        }
        3
    }
}

impl HanSet {
    /// Whether `c` is in the set.
    pub fn has(&self, c: char) -> bool {
        let index = (c as u32).wrapping_sub(FIRST);
        self.0.get((index / 64) as usize).is_some_and(|word| word >> (index % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in_and_nothing_else() {
        const SET: HanSet =
            HanSet::new().with("一王，a龥").with_firsts(&[("唔好", "")]).with_first_of(&["点解"]);
        let held: String = ('\u{3000}'..='\u{ffff}').filter(|c| SET.has(*c)).collect();
        assert_eq!(held, "一唔点王龥");
        assert!(!SET.has('a') && !SET.has('\u{10ffff}'));
    }
}
