//! The questions of a message, and what each is about.

use crate::base::moves::{Family, Move, Sign};
use crate::base::span::Span;

use super::asking::{is_asked, is_preference, last_choice, parts};
use super::clause::Clause;
use super::context::Scene;
use super::ear::{General, Heard};
use super::reader::Candidate;
use super::reading::{Question, Topic, is_courtesy};

/// The questions of a message with what they are about. A clause asks if it does so by its form, if the model hears a
/// question in it, if it is a request, or if it speaks of something of the case in words that ask for it.
pub fn questions(
    scene: &Scene<'_>,
    candidates: &[Candidate],
    heard: Option<&Heard<'_>>,
    general: &General,
) -> Vec<Question> {
    let text = scene.normal.text();
    let asker = Asker { scene, candidates, heard };
    let hits = general.find(text);
    let mut questions: Vec<Question> = Vec::new();
    let pieces = scene.clauses.iter().enumerate().flat_map(|(place, clause)| {
        let part = |part: Span| {
            let (start, end) = (clause.span.start + part.start, clause.span.start + part.end);
            Clause { span: Span { start, end }, ..*clause }
        };
        parts(clause.span.of(text)).into_iter().map(move |span| (place, part(span)))
    });
    for (place, clause) in pieces {
        let clause = &clause;
        let words = clause.span.of(text);
        let named = heard.is_some_and(|h| h.names(clause.span));
        // "I can see why" asks for no reason: in English the word stands first.
        let why =
            |word: &&str| words.find(*word).is_some_and(|at| at <= OPENING as usize || !words.is_ascii());
        let why = WHY.iter().any(why);
        let span = scene.normal.original_span(clause.span);
        let pick = last_choice(words).map(|inside| {
            let start = clause.span.start + inside.start;
            scene.normal.original_span(Span { start, end: clause.span.start + inside.end })
        });
        let mut kinds = general.kinds(&hits, clause.span);
        // "Can I ask who she is?" asks who she is.
        let asks_more = || scene.has("question_word", clause.span) || words.contains(" if ");
        let mut barred: Vec<&str> = Vec::new();
        barred.extend(asks_more().then_some(PERMISSION));
        barred.extend(names_another(scene, clause.span).then_some(OWN).into_iter().flatten());
        kinds.retain(|(kind, _)| !barred.contains(&kind.as_str()));
        let next = scene.clauses.get(place + 1).filter(|next| next.sentence == clause.sentence);
        let mut topics = asker.topics(clause, &kinds, &barred);
        // What is only checked is worth an answer where there is one.
        let check = topics.is_empty() && next.is_some_and(|next| is_check(next.span.of(text)));
        if check {
            let prepared = heard.map_or(Vec::new(), |h| h.topics(clause.span, text, None, &[]));
            topics.extend(prepared.into_iter().take(1));
        }
        for topic in topics {
            if !questions.iter().any(|q| q.topic == topic) {
                questions.push(Question { topic, span, why, named, check, pick });
            }
        }
    }
    questions
}

/// A message, looked at for what it asks.
struct Asker<'a> {
    scene: &'a Scene<'a>,
    candidates: &'a [Candidate],
    heard: Option<&'a Heard<'a>>,
}

impl Asker<'_> {
    /// What a clause asks about; `kinds` are the general questions whose words stand in it, the longest wording first,
    /// each with the bytes of it.
    fn topics(&self, clause: &Clause, kinds: &[(String, u32)], barred: &[&str]) -> Vec<Topic> {
        let (scene, candidates, heard, span) = (self.scene, self.candidates, self.heard, clause.span);
        let text = scene.normal.text();
        let words = span.of(text);
        let marked = is_asked(clause, text);
        let asking = |c: &Candidate| {
            matches!(c.mv, Move::OpenQuestion | Move::ClosedQuestion | Move::RepeatRequest)
                && c.span == span
                && c.margin >= CLEAR
        };
        let sought = heard.is_some_and(|h| h.seeks(span, text));
        let asks = marked || sought || !states_something(candidates, span) && candidates.iter().any(asking);
        let wondered = !asks && wonders(scene, candidates, span);
        let known = || self.speaks_of_it(clause, !kinds.is_empty());
        // "Let me check" asks him to wait, however it is put.
        if kinds.iter().any(|(kind, _)| kind == WAIT) && !marked {
            return vec![Topic::General(WAIT.to_owned())];
        }
        if !asks && !wondered && !is_request(scene, candidates, span) && !known() {
            return Vec::new();
        }
        // "..., right?" asks whether what stands before it is so.
        let idle = RHETORICAL.iter().any(|phrase| words.contains(phrase));
        if idle || is_check(words) {
            return Vec::new();
        }
        // What to do to mend it is no question about it, however it is put.
        if !marked && heard.is_some_and(|h| h.offers_in(span)) {
            return Vec::new();
        }
        let unnamed = || is_preference(words) && last_choice(words).is_none();
        if marked && OR.iter().any(|or| words.contains(or)) && (is_choice(scene) || unnamed()) {
            return vec![Topic::General(CHOICE.to_owned())];
        }
        // "I'll put you down for Saturday, ok?" asks for no more than a nod.
        if marked && is_tagged(words) && opens_with_her(scene, span) {
            return vec![Topic::General(AGREE.to_owned())];
        }
        // What has not quite the form of a question must be clearly about something.
        let least = if marked { Some(0) } else { (sought || wondered || is_wish(words)).then_some(UNMARKED) };
        let mut topics = heard.map_or(Vec::new(), |h| h.topics(span, text, least, barred));
        // "Your four calls, who took them?" What a clause leaves out stands before it.
        if let (true, Some(least), true) = (topics.is_empty(), least, kinds.is_empty()) {
            let wider = self.wider(clause).into_iter().enumerate().filter(|(_, wide)| *wide != span);
            let mut found = wider.map(|(step, wide)| {
                let least = least + FARTHER * (step as i64 + 1);
                heard.map_or(Vec::new(), |h| h.topics(wide, text, Some(least), barred))
            });
            topics = found.find(|topics| !topics.is_empty()).unwrap_or_default();
            topics.truncate(1);
        }
        // What is so only later needs something beside it for now.
        if topics.iter().all(|topic| heard.is_some_and(|h| h.is_later(topic))) {
            // What she wonders about herself or her people she does not ask him.
            let hers = ["i", "we", "role"].iter().any(|class| scene.has(class, span))
                || self.mates(clause).any(|other| opens_with_her(scene, other.span));
            let of_him = !hers || scene.has("you", span) || PARTICLES.iter().any(|end| words.ends_with(end));
            let unknown = (asks || wondered && of_him) && is_plain_question(candidates, span);
            if unknown && kinds.is_empty() && topics.is_empty() && checks(candidates, span) {
                topics.push(Topic::General(AGREE.to_owned()));
            } else if kinds.is_empty() {
                // "Tomorrow at nine or Thursday afternoon. What works?"
                let which = WHICH.iter().any(|word| words.contains(word));
                let chooses = unknown && which && topics.is_empty() && is_choice(scene);
                let topic = if chooses { Topic::General(CHOICE.to_owned()) } else { Topic::Unknown };
                topics.extend(unknown.then_some(topic));
            }
            let several = |kind: &&(String, u32)| !is_courtesy(&kind.0);
            let first = kinds.iter().take(1);
            let second = kinds.iter().skip(1).filter(several).take(1);
            topics.extend(first.chain(second).map(|(kind, _)| Topic::General(kind.clone())));
        }
        topics
    }

    /// A clause with what stands before it in its sentence, and with the sentence before that.
    fn wider(&self, clause: &Clause) -> [Span; 2] {
        let from = |sentence: u16| {
            let first = self.scene.clauses.iter().find(|other| other.sentence >= sentence);
            Span { start: first.map_or(clause.span.start, |first| first.span.start), end: clause.span.end }
        };
        [from(clause.sentence), from(clause.sentence.saturating_sub(1))]
    }

    /// The clauses of its sentence, itself among them.
    fn mates<'c>(&'c self, clause: &'c Clause) -> impl Iterator<Item = &'c Clause> {
        self.scene.clauses.iter().filter(|other| other.sentence == clause.sentence)
    }

    /// Whether a clause without a question's form asks by its words: they are those of a question about the case, and
    /// nothing in it says that she states something or does something.
    fn speaks_of_it(&self, clause: &Clause, general: bool) -> bool {
        let words = clause.span.of(self.scene.normal.text());
        let cued = self.heard.is_some_and(|h| h.has_cue(clause.span));
        let word = asks_by_word(self.scene, clause.span) || FEW.iter().any(|few| words.contains(few));
        let guess = words.ends_with('吧');
        // What she says she will find out, or says is missing, she does not ask him.
        let hers = self.mates(clause).any(|other| opens_with_her(self.scene, other.span))
            || states_something(self.candidates, clause.span)
            || self.scene.has("negation", clause.span);
        if hers {
            return false;
        }
        let clear = || {
            let text = self.scene.normal.text();
            self.heard.is_some_and(|h| !h.topics(clause.span, text, Some(SURE), &[]).is_empty())
        };
        cued && (word || guess) || general && guess || word && clear()
    }
}

/// What a Chinese question with a question word may end in.
const PARTICLES: [&str; 4] = ["呀", "啊", "嘛", "哦"];

/// What any customer is asked about himself, and how the same is asked about somebody else: "her number", 您财务怎么称呼.
const OWN: [&str; 3] = ["name", "phone", "address"];
const OF_ANOTHER: [&str; 30] = [
    "her name",
    "his name",
    "their name",
    "her number",
    "his number",
    "their number",
    "her phone",
    "his phone",
    "her mobile",
    "his mobile",
    "her address",
    "his address",
    "her surname",
    "his surname",
    "name of the",
    "number of the",
    "is she called",
    "is he called",
    "are they called",
    "他叫",
    "她叫",
    "他电话",
    "她电话",
    "他的电话",
    "她的电话",
    "他手机",
    "她手机",
    "对方电话",
    "他怎么称呼",
    "她怎么称呼",
];
const CALLED: [&str; 4] = ["怎么称呼", "叫什么", "叫啥", "贵姓"];

/// Whether a clause asks who somebody else is, or how to reach him.
fn names_another(scene: &Scene<'_>, clause: Span) -> bool {
    let words = clause.of(scene.normal.text());
    let role = || CALLED.iter().any(|called| words.contains(called)) && scene.has("role", clause);
    OF_ANOTHER.iter().any(|other| words.contains(other)) || role()
}

/// What a topic must weigh, in thousandths, for a word that asks to make a question of what has no other sign of one.
const SURE: i64 = 2500;

/// What a topic must weigh more, in thousandths, for each step that is gone back for what a clause leaves out.
const FARTHER: i64 = 700;

/// What a topic must weigh in thousandths, where a question lacks the form of one and the topic its words.
const UNMARKED: i64 = 1000;

/// The kind of question that lets him choose.
const CHOICE: &str = "choice";
/// What asks for a choice between things named before.
const WHICH: [&str; 11] =
    ["which", "works", "suits", "prefer", "rather", "哪个", "哪天", "哪样", "方便", "选", "挑"];
/// What stands between two things to choose from.
const OR: [&str; 4] = [" or ", "还是", "或者", "或是"];

/// Most bytes between a time and the word that sets another against it.
const APART: usize = 60;

/// Whether two times are set against each other: "Saturday at two or Sunday at ten?"
fn is_choice(scene: &Scene<'_>) -> bool {
    let text = scene.normal.text();
    let times = || scene.found.slots.iter().filter(|slot| slot.kind.is_by_when());
    let between = |at: usize, or: &str| {
        let before = times().any(|s| (s.span.end as usize) <= at && s.span.end as usize + APART >= at);
        let end = at + or.len();
        before && times().any(|s| s.span.start as usize >= end && s.span.start as usize <= end + APART)
    };
    OR.iter().any(|or| text.match_indices(or).any(|(at, or)| between(at, or)))
}

/// The kind of question that asks whether she may ask.
const PERMISSION: &str = "permission";

/// The kind of question that asks him to wait.
const WAIT: &str = "can_wait";

/// The kind of question that asks for a nod, and what it ends in.
const AGREE: &str = "agree";
const TAGS: [&str; 16] = [
    " ok",
    " okay",
    " alright",
    " all right",
    " yeah",
    " deal",
    " fine",
    "可以吗",
    "行吗",
    "好吗",
    "好不好",
    "行不行",
    "可以不",
    "行不",
    "成吗",
    "好不",
];

/// What has the form of a question and asks nothing.
const RHETORICAL: [&str; 26] = [
    "happy now",
    "satisfied now",
    "are you listening",
    "you serious",
    "are you kidding",
    "what else do you want",
    "who cares",
    "why should i",
    "what do you expect me",
    "do you hear",
    "you done yet",
    "满意了吧",
    "满意了吗",
    "行了吧",
    "听见没",
    "听到没有",
    "懂不懂",
    "听懂没",
    "骂够了没",
    "闹够了没",
    "说够了没",
    "有完没完",
    "急什么",
    "喊什么",
    "吵什么",
    "关我什么事",
];

/// Clauses that only ask whether what was said is so.
const CHECKS: [&str; 18] = [
    "对吗",
    "对吧",
    "对不对",
    "是吗",
    "是吧",
    "是不是",
    "没错吧",
    "是这样吗",
    "对么",
    "right",
    "is that right",
    "correct",
    "is that correct",
    "yeah",
    "yes",
    "am i right",
    "have i got that right",
    "did i get that right",
];

/// "right?", 对吧, "haven't you?": asks whether what stands before it is so.
fn is_check(words: &str) -> bool {
    let mut each = words.split(' ');
    let pair = (each.next(), each.next(), each.next());
    let tag = matches!(pair, (Some(verb), Some("you" | "he" | "she" | "it" | "they" | "there"), None) if verb.ends_with("n't"));
    tag || CHECKS.contains(&words.trim_start_matches("so "))
}

fn is_tagged(words: &str) -> bool {
    // 修好吗 asks whether it is mended.
    let ends = |tag: &&&str| {
        words.strip_suffix(**tag).is_some_and(|rest| !(tag.starts_with('好') && rest.ends_with(MENDING)))
    };
    TAGS.iter().any(|tag| ends(&tag))
}

/// Verbs before a 好 that says how they came out.
const MENDING: [char; 16] =
    ['修', '弄', '做', '办', '装', '写', '吃', '收', '搞', '调', '换', '查', '约', '订', '改', '睡'];

/// Bytes from a clause's start within which a word opens it.
const OPENING: u32 = 9;

/// Whether a clause begins by saying that she, or somebody of hers, does something.
fn opens_with_her(scene: &Scene<'_>, clause: Span) -> bool {
    let early = |span: Span| span.start <= clause.start + OPENING;
    ["i", "we", "role"].iter().any(|class| scene.class_spans_in(class, clause).any(early))
}

/// Words that count, and ask beside words of the case.
const FEW: [&str; 6] = ["几点", "几号", "几楼", "几口", "几岁", "多少"];

/// What asks for a reason.
const WHY: [&str; 11] =
    ["why", "how come", "为什么", "为啥", "为何", "怎么会", "咋会", "怎么不", "怎么没", "咋不", "咋没"];

/// From here on, in thousandths, a question without a mark is believed to be one.
const CLEAR: i32 = 250;

/// Whether a clause clearly says something rather than asks.
fn states_something(candidates: &[Candidate], clause: Span) -> bool {
    let families = [Family::Solving, Family::Promising, Family::Informing, Family::Empathy, Family::Apology];
    candidates.iter().any(|c| c.span.overlaps(clause) && families.contains(&c.mv.family()))
}

/// Whether a clause without a question asks for something all the same: it opens with a request, and states nothing.
fn is_request(scene: &Scene<'_>, candidates: &[Candidate], clause: Span) -> bool {
    let opens =
        |class: &str| scene.class_spans_in(class, clause).any(|span| span.start <= clause.start + OPENING);
    let text = clause.of(scene.normal.text());
    let named = ["your ", "您的", "你的"].iter().any(|his| text.starts_with(his));
    let bare = || named && candidates.iter().all(|c| !c.span.overlaps(clause));
    let wants = is_wish(text);
    // "Give me your name": whatever else she says she will do with it.
    if GIVE.iter().any(|give| text.contains(give)) {
        return true;
    }
    let asks =
        opens("request") && !scene.has("negation", clause) || opens("question_word") || bare() || wants;
    asks && !states_something(candidates, clause)
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

fn is_wish(words: &str) -> bool {
    REQUESTS.iter().any(|end| words.ends_with(end))
}

/// What a short request ends in: "order number pls", 身份证号报一下.
const REQUESTS: [&str; 14] = [
    " pls",
    " please",
    " plz",
    "报一下",
    "说一下",
    "讲一下",
    "发一下",
    "给一下",
    "留一下",
    "提供一下",
    "核对一下",
    "确认一下",
    "发我",
    "告诉我",
];

/// Whether a clause asks by a question word alone, as people do who leave out the mark: nothing else is heard in it.
fn wonders(scene: &Scene<'_>, candidates: &[Candidate], clause: Span) -> bool {
    let denied = || scene.has("negation", clause);
    let only_asks = |c: &Candidate| {
        !c.span.overlaps(clause)
            || matches!(c.mv, Move::OpenQuestion | Move::ClosedQuestion | Move::AddressByName)
    };
    asks_by_word(scene, clause) && candidates.iter().all(only_asks) && !denied()
}

/// Before 几 it is "some": 没几天, 好几次. Behind a question word 都 and 也 make "everybody" of "who".
const SOME: [char; 12] = ['没', '好', '这', '那', '过', '十', '前', '后', '头', '了', '等', '有'];
const ANYONE: [char; 2] = ['换', '搁'];

/// Whether a word in a clause really asks.
fn asks_by_word(scene: &Scene<'_>, clause: Span) -> bool {
    let text = scene.normal.text();
    let mut spans = scene.class_spans_in("question_word", clause);
    spans.any(|span| {
        let before = text.get(clause.start as usize..span.start as usize).unwrap_or_default();
        let after = text.get(span.end as usize..clause.end as usize).unwrap_or_default();
        let some = span.of(text).starts_with('几') && before.ends_with(SOME);
        let anyone = after.starts_with(['都', '也']) || before.trim_end_matches('了').ends_with(ANYONE);
        // "I'll find out who it was": in English what asks stands at the beginning.
        let embedded = clause.of(text).is_ascii() && before.len() > LEAD;
        !some && !anyone && !embedded
    })
}

/// Bytes of English before a question word that still opens its clause: "and what", "so where".
const LEAD: usize = 14;

/// Whether a clause asks whether what was said will do.
fn checks(candidates: &[Candidate], clause: Span) -> bool {
    candidates.iter().any(|c| c.mv == Move::CheckSatisfaction && c.span.overlaps(clause))
}

/// From here on, in thousandths, an offence in a question is meant.
const MEANT: i32 = 300;

/// Whether a question is meant as one: not blame, mockery, an offer put as a question, or a check for agreement.
fn is_plain_question(candidates: &[Candidate], clause: Span) -> bool {
    let here = || candidates.iter().filter(|c| c.span.overlaps(clause));
    let asks = here().any(|c| matches!(c.mv, Move::OpenQuestion | Move::ClosedQuestion));
    let other = here().any(|c| {
        let idle = matches!(
            c.mv,
            Move::OpenQuestion
                | Move::ClosedQuestion
                | Move::Greet
                | Move::AddressByName
                | Move::RepeatRequest
        );
        // A faint offence in what has the form of a question is more likely misheard than meant.
        !idle && (c.mv.sign() != Sign::Hurts || c.margin >= MEANT)
    });
    asks || !other
}
