//! What is asked of him, by the words of a clause: to give something of his, to do something, to say it once more, or only to
//! confirm that he did something himself.

/// Whether a clause asks to be given something of his: "give me the number", 报个地址.
pub(super) fn gives(words: &str) -> bool {
    let rest = |give: &str| words.split_once(give).map(|(_, rest)| rest);
    GIVE.iter().any(|give| words.contains(give))
        || GIVE_THE.iter().filter_map(|give| rest(give)).any(names_data)
}

/// Whether words begin with something that can be told: "number of the tablet".
fn names_data(rest: &str) -> bool {
    DATA.iter().any(|data| rest.find(data).is_some_and(|at| at <= NEAR))
}

/// Most bytes between "give me the" and what is to be given.
const NEAR: usize = 16;

/// What asks for something that he has.
const GIVE_THE: [&str; 12] = [
    "give me the ",
    "give me ur ",
    "send me the ",
    "tell me the ",
    "need the ",
    "get the ",
    "have the ",
    "报个",
    "报下",
    "给个",
    "发个",
    "说个",
];
/// What can be told in a word.
const DATA: [&str; 22] = [
    "number", "name", "address", "postcode", "code", "email", "date", "time", "model", "serial", "plate",
    "地址", "号码", "电话", "单号", "编号", "名字", "姓名", "门牌", "型号", "尾号", "时间",
];

/// What asks him to do something, or for his leave, and only has the form of a yes or no.
const OF_HIM: [&str; 38] = [
    "can you",
    "could you",
    "would you",
    "will you",
    "can i",
    "could i",
    "may i",
    "shall ",
    "should i",
    "should we",
    "want ",
    "do u mind",
    "do you mind",
    "would it",
    "would that",
    "is it ok",
    "good for you",
    "ok for you",
    "works for you",
    "suit you",
    "fancy",
    "happy with",
    "happy to",
    "能不能",
    "能否",
    "可否",
    "可不可以",
    "可以吗",
    "可以不",
    "行吗",
    "行不",
    "好吗",
    "要不要",
    "愿意",
    "方便吗",
    "麻烦您",
    "介意",
    "试试",
];

/// What asks for a yes or no that he need not look up: of himself, or of what he meant.
const OF_HIMSELF: [&str; 14] = [
    "do you mean",
    "you mean",
    "are you",
    "were you",
    "did you",
    "have you",
    "您是",
    "你是",
    "是说",
    "意思",
    "您要",
    "你要",
    "记得",
    "remember",
];

/// Whether a question in the form of a yes or no is about himself, or about what he meant.
pub(super) fn is_of_him(words: &str) -> bool {
    OF_HIMSELF.iter().any(|of| words.contains(of))
}

/// Whether a question in the form of a yes or no asks him to do something, or for his leave.
pub(super) fn asks_of_him(words: &str) -> bool {
    OF_HIM.iter().any(|of| words.contains(of))
}

/// What asks whether he did something himself, and what makes a reproach of it.
const HIMSELF: [&str; 8] = [
    "是不是您自己",
    "是不是你自己",
    "是您自己",
    "是你自己",
    "是不是您本人",
    "是不是你本人",
    "是您本人",
    "是你本人",
];
const AMISS: [char; 12] = ['没', '错', '丢', '坏', '忘', '乱', '漏', '弄', '搞', '砸', '怪', '活'];

/// Whether a clause only checks whether he did something himself: 这笔是不是您自己付的.
pub(super) fn verifies(words: &str) -> bool {
    HIMSELF.iter().any(|himself| words.contains(himself)) && !words.contains(AMISS)
}

/// What says that something is asked once more.
const ANEW: [&str; 18] = [
    "again",
    "once more",
    "one more time",
    "my question",
    "i asked",
    "i'm asking",
    "remind me",
    "say that",
    "再问",
    "再说一遍",
    "再说一下",
    "再报",
    "再确认",
    "再核",
    "我问的是",
    "刚才问",
    "还没说",
    "还没回",
];

/// Whether a clause says that it asks once more: who is asked so tells again what he has told.
pub(super) fn asks_anew(words: &str) -> bool {
    ANEW.iter().any(|anew| words.contains(anew))
}

/// What asks for something of his.
const GIVE: [&str; 26] = [
    "give me your",
    "send me your",
    "tell me your",
    "let me have your",
    "let me know your",
    "can i have your",
    "can i get your",
    "could i have your",
    "could i get your",
    "may i have your",
    "i need your",
    "i'll need your",
    "what's your",
    "whats your",
    "把您的",
    "把你的",
    "报一下您",
    "报一下你",
    "说一下您",
    "说一下你",
    "给我您的",
    "给我你的",
    "告诉我您",
    "告诉我你",
    "发我您",
    "留一下您",
];
