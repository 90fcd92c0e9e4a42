//! The trainee's own answers to the three questions.

/// Answers that say nothing, in lower case and without punctuation. They are words about not answering and belong
/// to no one locale: a trainee may write any of them whatever language she chose.
const BLANK: [&str; 40] = [
    "不知道",
    "不清楚",
    "没有",
    "没",
    "无",
    "没想法",
    "没啥",
    "没什么",
    "不会",
    "随便",
    "都行",
    "忘了",
    "想不出来",
    "想不到",
    "不晓得",
    "沒有",
    "沒",
    "無",
    "沒想法",
    "沒什麼",
    "隨便",
    "不會",
    "想不出來",
    "dontknow",
    "idontknow",
    "dunno",
    "idk",
    "nothing",
    "none",
    "no",
    "noidea",
    "na",
    "nope",
    "skip",
    "idontreallyknow",
    "notsure",
    "imnotsure",
    "whatever",
    "nil",
    "没做对什么",
];

/// Whether an answer says nothing: no letters, or only that there is nothing to say.
pub fn is_blank(answer: &str) -> bool {
    let letters: String =
        answer.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    // Softeners such as 吧 or 我 change nothing about an answer's having nothing in it.
    let bare = letters.trim_start_matches('我').trim_end_matches(['吧', '啊', '呀', '了', '诶', '欸', '呢']);
    letters.is_empty() || BLANK.contains(&letters.as_str()) || bare.is_empty() || BLANK.contains(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_that_say_nothing_are_told_from_real_ones() {
        for blank in ["不知道", "我不知道吧……", "没有。", "沒有", "I don't know.", "None", "?", "😅", "无"]
        {
            assert!(is_blank(blank), "{blank}");
        }
        for real in [
            "没有打断他",
            "我先道歉了",
            "I didn't argue",
            "nothing hurtful, I stayed calm",
            "不知道他家有孩子",
        ] {
            assert!(!is_blank(real), "{real}");
        }
    }
}
