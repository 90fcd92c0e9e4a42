//! One written form for every way of writing the same words: width, case, script, regional vocabulary, stretched
//! letters and piled-up punctuation are evened out, and every byte still knows which original bytes it came from.

mod fold;
mod script;
mod words;

use crate::base::span::Span;

/// One character of the text under way, with the original bytes it stands for.
#[derive(Clone, Copy, Debug)]
struct Piece {
    c: char,
    start: u32,
    end: u32,
}

/// A normalised text and the way back to the original, which the caller keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normal {
    text: String,
    /// For each byte of `text`, the first original byte of what its character stands for.
    offsets: Vec<u32>,
    /// For each byte of `text`, one past the last original byte of what its character stands for.
    ends: Vec<u32>,
    emphasis: u32,
}

impl Normal {
    /// The normalised text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How often the original raises its voice: runs of two or more exclamation marks, and words in capitals.
    pub fn emphasis(&self) -> u32 {
        self.emphasis
    }

    /// The smallest stretch of the original, on character boundaries, behind a stretch of the normalised text.
    /// What lies outside the text is cut off; an empty stretch stays empty.
    pub fn original_span(&self, span: Span) -> Span {
        let last = self.offsets.len() as u32;
        let (from, to) = (span.start.min(last), span.end.min(last));
        let end_of =
            |at: u32| at.checked_sub(1).and_then(|i| self.ends.get(i as usize)).copied().unwrap_or(0);
        let Some(&start) = self.offsets.get(from as usize) else {
            return Span { start: end_of(last), end: end_of(last) };
        };
        Span { start, end: if to > from { end_of(to) } else { start } }
    }

    fn build(pieces: &[Piece], emphasis: u32) -> Normal {
        let bytes = pieces.iter().map(|p| p.c.len_utf8()).sum();
        let mut normal = Normal {
            text: String::with_capacity(bytes),
            offsets: Vec::with_capacity(bytes),
            ends: Vec::with_capacity(bytes),
            emphasis,
        };
        for p in pieces {
            normal.text.push(p.c);
            for _ in 0..p.c.len_utf8() {
                normal.offsets.push(p.start);
                normal.ends.push(p.end);
            }
        }
        normal
    }
}

/// Evens out a text. Total and deterministic; normalising what comes out changes nothing any more.
pub fn normalise(original: &str) -> Normal {
    let mut pieces = fold::fold(original);
    if pieces.iter().any(|p| is_han(p.c)) {
        script::simplify(&mut pieces);
        words::replace(&mut pieces);
    }
    squeeze(&mut pieces);
    Normal::build(&pieces, emphasis(original))
}

/// Whether `c` is a Chinese character, as far as reading is concerned.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// How many equal characters in a row stay: one blank or mark, every digit, two of anything else.
fn longest_run(c: char) -> usize {
    match c {
        ' ' | '\n' | '—' => 1,
        '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => usize::MAX,
        _ if c.is_numeric() => usize::MAX,
        _ if c.is_ascii_punctuation() => 1,
        _ => 2,
    }
}

/// Shortens runs in place; the piece that stays takes over the original bytes of those that go.
fn squeeze(pieces: &mut Vec<Piece>) {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut run = 0;
    for &piece in pieces.iter() {
        let Some(last) = kept.last_mut() else {
            kept.push(piece);
            run = 1;
            continue;
        };
        run = if last.c == piece.c { run + 1 } else { 1 };
        match (last.c, piece.c) {
            // A line break outranks the blanks around it, and two hyphens are a dash.
            (' ', '\n') | ('\n', ' ') => *last = Piece { c: '\n', end: piece.end, ..*last },
            ('-', '-') | ('—', '-') | ('-', '—') => *last = Piece { c: '—', end: piece.end, ..*last },
            _ if run > 1 && run > longest_run(piece.c) => last.end = piece.end,
            _ => kept.push(piece),
        }
    }
    *pieces = kept;
}

/// Capitals that are names of things and not shouting.
const ACRONYMS: &[&str] = &[
    "VIP", "SIM", "APP", "SMS", "USB", "FAQ", "PDF", "GPS", "USD", "RMB", "CNY", "HKD", "ATM", "PIN", "CEO",
    "ETA", "EOD", "COB", "KTV", "SUV", "LED", "LCD", "DVD", "URL", "DNS", "VPN", "IMEI", "WIFI", "ASAP",
];

/// Counts runs of two or more exclamation marks (question marks may be mixed in) and words of three or more capitals.
fn emphasis(original: &str) -> u32 {
    let mut count = 0;
    let (mut marks, mut word) = (0, Some(String::new()));
    // The blank at the end closes whatever is still open.
    for c in original.chars().chain([' ']) {
        match c {
            '!' | '！' | '❗' | '❕' => marks += 1,
            '‼' => marks += 2,
            '?' | '？' | '⁉' | '⁈' if marks > 0 => {}
            _ => {
                count += u32::from(marks > 1);
                marks = 0;
            }
        }
        count += u32::from(shouted(&mut word, c));
    }
    count
}

/// Follows one word letter by letter; true when `c` ends a word in capitals. `None` is a word that has small letters.
fn shouted(word: &mut Option<String>, c: char) -> bool {
    let c = if ('Ａ'..='ｚ').contains(&c) { char::from_u32(c as u32 - 0xfee0).unwrap_or(c) } else { c };
    if !is_han(c) && c.is_alphabetic() || c == '\'' {
        match word {
            Some(letters) if c.is_ascii_uppercase() => letters.push(c),
            Some(_) if c == '\'' => {}
            _ => *word = None,
        }
        return false;
    }
    let loud = word.as_ref().is_some_and(|w| w.len() > 2 && !ACRONYMS.contains(&w.as_str()));
    match word {
        Some(letters) => letters.clear(),
        None => *word = Some(String::new()),
    }
    loud
}
