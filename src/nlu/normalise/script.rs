//! Traditional to Simplified, character by character.

use super::Piece;

/// Before 數 or after one of these, 係 is the Mandarin 系; elsewhere it is the Cantonese "to be".
const TIES: &[char] = &['關', '关', '聯', '联', '維', '维', '體', '体', '干'];
/// Neighbours with which 著 means writing or fame; elsewhere it is the Taiwan form of 着.
const WRITINGS_AFTER: &[char] = &['名', '作', '称', '者', '述', '书', '录', '有'];
const WRITINGS_BEFORE: &[char] =
    &['显', '名', '原', '土', '编', '专', '昭', '卓', '论', '巨', '拙', '译', '遗', '所', '合'];

/// Rewrites every piece in Simplified characters; one character stays one character.
pub(super) fn simplify(pieces: &mut [Piece]) {
    let text = before(pieces);
    // The converter swaps character for character, so both run side by side.
    let simplified = fast2s::convert(&text);
    let mut rest = simplified.chars().map(after).peekable();
    let mut previous = ' ';
    for piece in pieces {
        let Some(c) = rest.next() else { return };
        let next = rest.peek().copied().unwrap_or(' ');
        let writing = || WRITINGS_AFTER.contains(&next) || WRITINGS_BEFORE.contains(&previous);
        piece.c = if c == '著' && !writing() { '着' } else { c };
        previous = piece.c;
    }
}

/// The text for the converter, with 係 read while it can still be told from 系.
fn before(pieces: &[Piece]) -> String {
    let mut text = String::with_capacity(pieces.len() * 3);
    let mut previous = ' ';
    let mut rest = pieces.iter().map(|p| p.c).peekable();
    while let Some(c) = rest.next() {
        let mut tied = || TIES.contains(&previous) || matches!(rest.peek(), Some('數' | '数'));
        let to_be = c == '係' && !tied();
        text.push(if to_be { '是' } else { c });
        previous = c;
    }
    text
}

/// Variants the converter does not know or keeps on purpose.
fn after(c: char) -> char {
    match c {
        '妳' => '你',
        '牠' => '它',
        '吿' => '告',
        '羣' => '群',
        '峯' => '峰',
        '啓' | '啟' => '启',
        '麪' => '面',
        '綫' => '线',
        '滙' => '汇',
        '裏' | '裡' => '里',
        '喫' => '吃',
        '畀' => '给',
        c => c,
    }
}
