//! Ways to be in touch: 电话, 短信, 微信, email, "call you back".

use super::Hit;
use super::at::{At, lookup};
use super::value::{Contact, SlotValue};

const CHINESE: &[(&str, Contact)] = &[
    ("打电话", Contact::Phone),
    ("电话", Contact::Phone),
    ("回电话", Contact::Phone),
    ("回电", Contact::Phone),
    ("来电", Contact::Phone),
    ("致电", Contact::Phone),
    ("回拨", Contact::Phone),
    ("打给", Contact::Phone),
    ("短信", Contact::Text),
    ("发信息", Contact::Text),
    ("企业微信", Contact::Wechat),
    ("微信", Contact::Wechat),
    ("电子邮件", Contact::Email),
    ("电子邮箱", Contact::Email),
    ("邮件", Contact::Email),
    ("邮箱", Contact::Email),
];
const ENGLISH: &[(&str, Contact)] = &[
    ("email", Contact::Email),
    ("emails", Contact::Email),
    ("e-mail", Contact::Email),
    ("text messages", Contact::Text),
    ("text message", Contact::Text),
    ("text you", Contact::Text),
    ("sms", Contact::Text),
    ("wechat", Contact::Wechat),
    ("call you back", Contact::Phone),
    ("call you", Contact::Phone),
    ("call back", Contact::Phone),
    ("callback", Contact::Phone),
    ("ring you back", Contact::Phone),
    ("ring you", Contact::Phone),
    ("phone you", Contact::Phone),
    ("phone call", Contact::Phone),
    ("by phone", Contact::Phone),
    ("over the phone", Contact::Phone),
    ("on the phone", Contact::Phone),
    ("give you a call", Contact::Phone),
    ("calling you", Contact::Phone),
    ("telephone", Contact::Phone),
];

/// Reads a channel.
pub(super) fn read(at: &At) -> Option<Hit> {
    let (contact, length) = match at.first {
        '打' | '电' | '回' | '来' | '致' | '短' | '发' | '企' | '微' | '邮' => {
            lookup(at.rest, CHINESE)?
        }
        'e' | 't' | 's' | 'w' | 'c' | 'r' | 'p' | 'b' | 'o' | 'g' if !at.word.is_empty() => {
            lookup(at.rest, ENGLISH)?
        }
        _ => return None,
    };
    // 微信息 and 电话费 are other words; the first is a typo for nothing we know.
    let other = at.tail(length).starts_with(['费', '卡', '亭']);
    (!other).then_some((length, SlotValue::Channel { contact }))
}
