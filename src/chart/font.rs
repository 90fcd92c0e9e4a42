//! The font of the pictures: Noto Sans CJK, cut down by `tools/font.py` to what has to be said (`cjk.otf`, under the SIL
//! Open Font License, see `cjk.otf.license`). A character it lacks is drawn as a box and never dropped.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, GlyphId, Outline};

static FONT: LazyLock<Option<FontRef<'static>>> =
    LazyLock::new(|| FontRef::try_from_slice(include_bytes!("cjk.otf")).ok());

/// Height of a capital letter; half of it is how far the middle of a line stands above its base.
const CAPITAL: f32 = 0.733;

/// One character, placed.
pub(super) struct Placed {
    /// Its outline in font units, y upwards; `None` for a space.
    pub outline: Option<Outline>,
    /// Its origin, from the words' own, in pixels.
    pub x: f32,
}

/// Whether the font has this character.
pub fn has(c: char) -> bool {
    FONT.as_ref().is_some_and(|font| font.glyph_id(c) != GlyphId(0))
}

/// Width of words in pixels. `size` is the height of a Chinese character.
pub fn width(words: &str, size: f32) -> f32 {
    let Some(font) = FONT.as_ref() else { return 0.0 };
    let units: f32 = shown(words).map(|c| font.h_advance_unscaled(font.glyph_id(c))).sum();
    units * scale(size)
}

/// Words that fit, with `…` where something had to go.
pub fn fitting(words: &str, size: f32, most: f32) -> String {
    if width(words, size) <= most {
        return words.to_owned();
    }
    let mut kept: String = words.to_owned();
    while !kept.is_empty() && width(&kept, size) + width("…", size) > most {
        kept.pop();
    }
    format!("{}…", kept.trim_end())
}

/// Words on two lines where one does not hold them, cut between words where they have gaps, else between characters; with
/// `…` where two do not hold them either.
pub fn wrapped(words: &str, size: f32, most: f32) -> Vec<String> {
    if width(words, size) <= most {
        return vec![words.to_owned()];
    }
    let fits = |at: &usize| width(words.split_at(*at).0.trim_end(), size) <= most;
    let places: Vec<usize> = words.char_indices().map(|(at, _)| at).skip(1).filter(fits).collect();
    let gap = |at: &&usize| words.split_at(**at).0.ends_with(' ');
    let Some(cut) = places.iter().rev().find(gap).or(places.last()) else {
        return vec![fitting(words, size, most)];
    };
    let (first, rest) = words.split_at(*cut);
    vec![first.trim_end().to_owned(), fitting(rest.trim_start(), size, most)]
}

/// The characters of words side by side, beginning at 0.
pub(super) fn place(words: &str, size: f32) -> Vec<Placed> {
    let Some(font) = FONT.as_ref() else { return Vec::new() };
    let mut x = 0.0;
    let mut placed = Vec::new();
    for c in shown(words) {
        let glyph = font.glyph_id(c);
        placed.push(Placed { outline: font.outline(glyph), x });
        x += font.h_advance_unscaled(glyph) * scale(size);
    }
    placed
}

/// Pixels for a unit of the font.
pub(super) fn scale(size: f32) -> f32 {
    FONT.as_ref().and_then(Font::units_per_em).map_or(0.0, |units| size / units)
}

/// How far the base of a line stands below its middle.
pub(super) fn base(size: f32) -> f32 {
    size * CAPITAL / 2.0
}

/// Marks of direction, variation and the like have no place of their own in a line.
fn shown(words: &str) -> impl Iterator<Item = char> {
    let unseen = |c: &char| matches!(*c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(move |c| !unseen(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_wide_as_their_characters() {
        assert_eq!(width("愤怒", 40.0), 80.0);
        assert!(width("anger", 40.0) < 5.0 * 40.0 * 0.62);
        assert_eq!(width("a\u{fe0f}b", 40.0), width("ab", 40.0));
    }

    #[test]
    fn a_character_the_font_lacks_is_a_box_and_no_gap() {
        assert!(!has('\u{1f600}'));
        let placed = place("a\u{1f600}b", 40.0);
        assert_eq!(placed.len(), 3);
        let curves = placed[1].outline.as_ref().map_or(0, |outline| outline.curves.len());
        assert!(curves >= 8, "a box has two rims, this has {curves} strokes");
        assert!(placed[2].x - placed[1].x > 20.0);
    }

    #[test]
    fn long_words_are_cut_where_they_no_longer_fit() {
        assert_eq!(fitting("三天没暖气", 40.0, 200.0), "三天没暖气");
        assert_eq!(fitting("三天没暖气", 40.0, 130.0), "三天…");
        assert_eq!(wrapped("三天没暖气", 40.0, 130.0), ["三天没", "暖气"]);
        assert_eq!(wrapped("naming feelings", 40.0, 200.0), ["naming", "feelings"]);
        assert_eq!(wrapped("三天没暖气", 40.0, 80.0), ["三天", "没…"]);
    }
}
