//! The first step: compatibility forms, width, case, quotes and invisible characters, one character cluster at a time
//! so that every result knows its original bytes.

use std::iter::once;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, decompose_compatible};
use unicode_normalization::{IsNormalized, is_nfkc_quick};

use super::Piece;

/// NFKC, lower case and ASCII punctuation.
pub(super) fn fold(original: &str) -> Vec<Piece> {
    let mut out = Vec::with_capacity(original.len() / 2 + 8);
    // Invisible characters go first: what they kept apart may combine.
    let mut visible = original.char_indices().filter(|(_, c)| !is_invisible(*c)).peekable();
    let mut cluster = String::new();
    while let Some((at, first)) = visible.next() {
        let (start, mut end) = (at as u32, (at + first.len_utf8()) as u32);
        let alone = visible.peek().is_none_or(|(_, next)| starts_cluster(*next));
        if let Some(c) = plain(first).filter(|_| alone) {
            out.push(Piece { c, start, end });
            continue;
        }
        cluster.clear();
        cluster.push(first);
        while let Some((at, next)) = visible.next_if(|(_, next)| !starts_cluster(*next)) {
            cluster.push(next);
            end = (at + next.len_utf8()) as u32;
        }
        settle(&mut cluster);
        out.extend(cluster.chars().map(|c| Piece { c, start, end }));
    }
    out
}

/// The folded form of a character that needs no tables, which is nearly every one there is.
fn plain(c: char) -> Option<char> {
    match c {
        ' '..='~' => Some(mark(c).to_ascii_lowercase()),
        '\u{4e00}'..='\u{9fff}' | '\u{1f300}'..='\u{1faff}' => Some(c),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).map(|c| mark(c).to_ascii_lowercase()),
        '\t' | '\u{3000}' => Some(' '),
        '\n' | '\r' => Some('\n'),
        _ => Some(mark(c)).filter(|m| *m != c),
    }
}

/// Folds a cluster until folding changes nothing: lower case may open a composition, and the other way round.
fn settle(cluster: &mut String) {
    for _ in 0..4 {
        let next: String = cluster
            .chars()
            .map(mark)
            .nfkc()
            .filter(|c| !is_invisible(*c))
            .map(mark)
            .flat_map(char::to_lowercase)
            .nfkc()
            .collect();
        if next == *cluster {
            return;
        }
        *cluster = next;
    }
}

/// Blanks and marks in their ASCII form; anything else as it is.
fn mark(c: char) -> char {
    match c {
        '。' | '｡' | '⋯' | '…' | '‥' => '.',
        '、' | '､' => ',',
        '「' | '」' | '『' | '』' | '“' | '”' | '„' | '‟' | '〝' | '〞' | '〟' | '《' | '》' | '〈'
        | '〉' | '«' | '»' | '｢' | '｣' => '"',
        '‘' | '’' | '‚' | '‛' | '`' | '´' | 'ʼ' | '′' => '\'',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '–' | '‐' | '‑' | '‒' | '−' => '-',
        '—' | '―' | '─' | '━' | '⸺' | '⸻' => '—',
        '〜' | '∼' => '~',
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Characters that show nothing: controls, joiners, direction marks, variation selectors, fillers and tags.
fn is_invisible(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => true,
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' => true,
        '\u{fff9}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => true,
        c => c.is_control() && !c.is_whitespace(),
    }
}

/// Whether nothing before `c` can ever combine with it.
fn starts_cluster(c: char) -> bool {
    match c {
        '\0'..='\u{2ff}' | '\u{3000}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' => true,
        '\u{ff01}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' => true,
        c => {
            let mut first = None;
            decompose_compatible(c, |d| first = first.or(Some(d)));
            let first = first.unwrap_or(c);
            canonical_combining_class(first) == 0
                && is_nfkc_quick(once(first)) != IsNormalized::Maybe
                && is_nfkc_quick(once(c)) != IsNormalized::Maybe
        }
    }
}
