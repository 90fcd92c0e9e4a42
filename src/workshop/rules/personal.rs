//! What looks like data of a real person: found by form, so that a trainee's or a customer's own never gets into a case.

use std::ops::Range;

/// Runs of digits in a text, with blanks and hyphens between them taken for part of a number: the digits, and where.
pub(super) fn runs(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    let mut open: Option<(String, Range<usize>)> = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match (&mut open, c) {
            (Some((digits, span)), '0'..='9' | 'X' | 'x') if c.is_ascii_digit() || digits.len() == 17 => {
                digits.push(c);
                span.end = end;
            }
            (Some(_), ' ' | '-') => {}
            (None, '0'..='9') => open = Some((c.to_string(), at..end)),
            _ => found.extend(open.take()),
        }
    }
    found.extend(open);
    found
}

/// Whether digits are those of a card: 15 to 19 that satisfy Luhn's check, and not all the same.
pub(super) fn is_card(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte.wrapping_sub(b'0'));
            let doubled = digit * 2;
            if place % 2 == 0 { digit } else { doubled / 10 + doubled % 10 }
        })
        .sum();
    (15..=19).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && sum.is_multiple_of(10)
        && varied(digits)
}

/// Whether these are the 18 characters of a resident identity card of the mainland, or the letter and nine digits of one
/// of Taiwan.
pub(super) fn is_identity(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let bytes = digits.as_bytes();
    let sum: u32 = bytes.iter().zip(WEIGHTS).map(|(b, w)| u32::from(b.wrapping_sub(b'0')) * w).sum();
    let check = b"10X98765432".get((sum % 11) as usize).copied();
    let born = digits.get(6..8).is_some_and(|century| century == "19" || century == "20");
    bytes.len() == 18 && born && bytes.last().map(u8::to_ascii_uppercase) == check
}

/// Whether these are the digits of a telephone that may be somebody's: a mobile number of the mainland or Taiwan, or ten
/// digits of North America; numbers set aside for stories are not.
pub(super) fn is_phone(digits: &str) -> bool {
    let local = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(digits);
    let mainland = local.len() == 11 && local.starts_with('1') && local.get(1..2).is_some_and(|d| d >= "3");
    let taiwan = digits.len() == 10 && digits.starts_with("09");
    let story = digits.get(digits.len().saturating_sub(7)..).is_some_and(|end| end.starts_with("555"));
    (mainland || taiwan) && !story && varied(digits)
}

/// Whether the last eight digits are more than one or two repeated: 13800000000 is nobody's.
fn varied(digits: &str) -> bool {
    let end = digits.get(digits.len().saturating_sub(8)..).unwrap_or(digits);
    let mut kinds: Vec<char> = end.chars().collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.len() > 2
}

/// The mail addresses in a text that may be somebody's: not those of domains set aside for examples.
pub(super) fn addresses(text: &str) -> Vec<Range<usize>> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let address = |(at, _): (usize, &str)| {
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
        let name = before.len() - before.trim_end_matches(part).len();
        let domain = after.trim_start_matches(part);
        let domain = after.get(..after.len() - domain.len())?.trim_end_matches(['.', '-']);
        let story =
            ["example.com", "example.org", "example.net"].contains(&domain) || domain.ends_with(".example");
        let whole = name > 0 && domain.contains('.') && !story;
        whole.then(|| at - name..at + 1 + domain.len())
    };
    text.match_indices('@').filter_map(address).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_by_their_form() {
        assert!(is_card("4111111111111111") == varied("4111111111111111"), "a test number is nobody's");
        assert!(is_card("6222021234567894"), "Luhn");
        assert!(!is_card("6222021234567890"));
        assert!(is_identity("11010519491231002X") && !is_identity("110105194912310021"));
        assert!(is_phone("13912345678") && is_phone("0912345678") && is_phone("8613912345678"));
        assert!(!is_phone("13800000000") && !is_phone("20240115") && !is_phone("4000000000"));
    }

    #[test]
    fn digits_with_blanks_between_them_are_one_number() {
        let found = runs("卡号 6222 0212-3456 7890，尾号0628");
        assert_eq!(found[0].0, "6222021234567890");
        assert_eq!(found[1].0, "0628");
        assert_eq!(&"a 12 3"[runs("a 12 3")[0].1.clone()], "12 3");
    }

    #[test]
    fn addresses_for_examples_are_nobodys() {
        assert!(addresses("write to ann@example.com").is_empty());
        let text = "找 li.na@qq.com。";
        assert_eq!(addresses(text).into_iter().map(|r| &text[r]).collect::<Vec<_>>(), ["li.na@qq.com"]);
    }
}
