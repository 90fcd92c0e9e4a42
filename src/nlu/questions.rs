//! The questions of a message, and what each is about.

use crate::base::moves::Move;
use crate::base::span::Span;

use super::appeals::{asks_anew, gives};
use super::asking::{is_asked, pieces};
use super::choosing::{alternatives, is_bare, is_preference, last_choice, prefers};
use super::clause::Clause;
use super::context::Scene;
use super::ear::General;
use super::heard::{Asked, Heard};
use super::reader::Candidate;
use super::reading::{Question, Topic, Wants, is_courtesy};
use super::requests::{
    CLEAR, FEW, OPENING, OR, RHETORICAL, WHY, asks_by_word, checks, is_check, is_choice, is_plain_question,
    is_request, is_tagged, is_wish, names_another, opens_with_her, states_something, wonders,
};
use super::slots::SlotKind;

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
    let timed =
        scene.found.slots.iter().any(|slot| {
            slot.kind.is_by_when() && slot.kind != SlotKind::Duration && slot.value.number() >= 0
        });
    let placed = scene.clauses.iter().enumerate();
    for (place, clause) in
        placed.flat_map(|(at, clause)| pieces(clause, text).into_iter().map(move |c| (at, c)))
    {
        let start = clause.span.start;
        let clause = &with_first_side(scene, place, clause);
        let second = clause.span.start != start;
        let words = clause.span.of(text);
        // What he would like he names, of the case or not.
        let free = asker.lets_him_choose(place, clause);
        let named = heard.is_some_and(|h| h.names(clause.span)) && !free;
        // "I can see why" asks for no reason: in English the word stands first.
        let why =
            |word: &&str| words.find(*word).is_some_and(|at| at <= OPENING as usize || !words.is_ascii());
        let why = WHY.iter().any(why);
        let span = scene.normal.original_span(clause.span);
        let choice = heard.map_or_else(|| last_choice(words), |h| h.choice(words, free));
        let pick = choice.map(|inside| {
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
        // What only resembles small talk is none; nor is the whole story asked for by what only resembles it.
        barred.push(CHAT);
        barred.extend((!kinds.iter().any(|(kind, _)| kind == STORY)).then_some(STORY));
        let next = scene.clauses.get(place + 1).filter(|next| next.sentence == clause.sentence);
        let mut topics = asker.topics(clause, &kinds, &barred, free);
        // What is only checked is worth an answer where there is one.
        let check = topics.is_empty() && next.is_some_and(|next| is_check(next.span.of(text)));
        if check {
            let prepared = heard.map_or(Vec::new(), |h| h.topics(clause.span, text, None, &[], false));
            topics.extend(prepared.into_iter().take(1));
        }
        // Whether he is there at a time she names is asked of that time; what is written of him says where he is now.
        let then = timed && kinds.iter().any(|(kind, _)| kind == AVAILABLE);
        let small = |topic: &Topic| matches!(topic, Topic::Detail(_) | Topic::Unknown);
        for Asked { topic, rivals, weight } in topics {
            let (topic, rivals, weight) = match then && small(&topic) {
                true => (Topic::General(AVAILABLE.to_owned()), Vec::new(), 0),
                false => (topic, rivals, weight),
            };
            // Two times two things to choose from are two questions.
            let again = |q: &Question| {
                q.topic == topic && (topic != Topic::Unknown || pick.is_none() || q.pick.is_some())
            };
            if !questions.iter().any(again) {
                let wants = heard.map_or_else(Wants::default, |h| h.wants(words));
                let (again, either) = (asks_anew(words), second || alternatives(words).is_some());
                let asked =
                    Question { topic, span, why, named, check, wants, either, again, pick, rivals, weight };
                questions.push(asked);
            }
        }
    }
    questions
}

/// "At the desk now, or once the room is ready?" A clause that begins with the second of two things, with the first.
fn with_first_side(scene: &Scene<'_>, place: usize, clause: Clause) -> Clause {
    let words = clause.span.of(scene.normal.text());
    let second = words.starts_with("or ") || words.starts_with("还是");
    let before = place.checked_sub(1).and_then(|at| scene.clauses.get(at));
    match before.filter(|before| second && before.sentence == clause.sentence) {
        Some(before) => Clause { span: Span { start: before.span.start, ..clause.span }, ..clause },
        None => clause,
    }
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
    fn topics(&self, clause: &Clause, kinds: &[(String, u32)], barred: &[&str], free: bool) -> Vec<Asked> {
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
            return vec![Topic::General(WAIT.to_owned()).into()];
        }
        // So does what asks for a secret; who tells him to keep it to himself does not.
        if kinds.iter().any(|(kind, _)| kind == SECRET) && !scene.has("negation", span) {
            return vec![Topic::General(SECRET.to_owned()).into()];
        }
        if !asks && !wondered && !is_request(scene, candidates, span) && !known() {
            return Vec::new();
        }
        // "Can I have your full name and phone number?" asks for those, whatever of the case is near to it.
        let own: Vec<&(String, u32)> =
            kinds.iter().filter(|(kind, _)| OWN.contains(&kind.as_str())).collect();
        let cued = || heard.is_some_and(|h| h.has_cue(span));
        if gives(words) && !own.is_empty() && !cued() {
            let general = |kind: &(String, u32)| Topic::General(kind.0.clone()).into();
            return own.into_iter().take(2).map(general).collect();
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
        if marked && free {
            // Of two times one suits him, whatever is written of when he is free.
            let heard = heard.filter(|_| !is_choice(scene));
            let mut topics = heard.map_or(Vec::new(), |h| h.topics(span, text, Some(0), barred, true));
            // What he would like is for him to say, unless it is plainly written.
            topics.retain(|asked| {
                matches!(asked.topic, Topic::Fact(_) | Topic::Detail(_)) && asked.weight >= SURE
            });
            if topics.is_empty() {
                topics.push(match last_choice(words) {
                    Some(_) => Topic::Unknown.into(),
                    None => Topic::General(EITHER.to_owned()).into(),
                });
            }
            return topics;
        }
        // "I'll put you down for Saturday, ok?" asks for no more than a nod.
        if marked && is_tagged(words) && opens_with_her(scene, span) {
            return vec![Topic::General(AGREE.to_owned()).into()];
        }
        let wishes = is_wish(words) || gives(words);
        // What has not quite the form of a question must be clearly about something.
        let least = if marked { Some(BELIEVED) } else { (sought || wondered || wishes).then_some(UNMARKED) };
        let mut topics = heard.map_or(Vec::new(), |h| h.topics(span, text, least, barred, false));
        // "Your four calls, who took them?" What a clause leaves out stands before it.
        if let (true, Some(least), true) = (topics.is_empty(), least, kinds.is_empty()) {
            let wider = self.wider(clause).into_iter().enumerate();
            let mut found = wider.filter_map(|(step, wide)| {
                let least = least + FARTHER * (step as i64 + 1);
                // Whether what stood before was right is not what this asks.
                let mut topics = heard?.topics(wide?, text, Some(least), barred, false);
                topics.retain(|asked| !asked.topic.is_courtesy());
                Some(topics)
            });
            topics = found.find(|topics| !topics.is_empty()).unwrap_or_default();
            topics.truncate(1);
        }
        // What is so only later needs something beside it for now.
        if topics.iter().all(|asked| heard.is_some_and(|h| h.is_later(&asked.topic))) {
            // What she wonders about herself or her people she does not ask him.
            let hers = ["i", "we", "role"].iter().any(|class| scene.has(class, span))
                || self.mates(clause).any(|other| opens_with_her(scene, other.span));
            let of_him = !hers || scene.has("you", span) || PARTICLES.iter().any(|end| words.ends_with(end));
            let plain = is_plain_question(candidates, span);
            let unknown =
                (asks || wondered && of_him) && plain || gives(words) && !scene.has("negation", span);
            if unknown && kinds.is_empty() && topics.is_empty() && checks(candidates, span) {
                topics.push(Topic::General(AGREE.to_owned()).into());
            } else if kinds.is_empty() {
                // "Tomorrow at nine or Thursday afternoon. What works?"
                let which = WHICH.iter().any(|word| words.contains(word));
                let chooses = unknown && which && topics.is_empty() && is_choice(scene);
                let topic = if chooses { Topic::General(CHOICE.to_owned()) } else { Topic::Unknown };
                topics.extend(unknown.then(|| topic.into()));
            }
            let several = |kind: &&(String, u32)| !is_courtesy(&kind.0);
            let first = kinds.iter().take(1);
            let second = kinds.iter().skip(1).filter(several).take(1);
            topics.extend(first.chain(second).map(|(kind, _)| Topic::General(kind.clone()).into()));
        }
        topics
    }

    /// A clause with what stands before it in its sentence, and with the sentence before that; none where nothing does.
    fn wider(&self, clause: &Clause) -> [Option<Span>; 2] {
        let from = |sentence: u16| {
            let first = self.scene.clauses.iter().find(|other| other.sentence >= sentence);
            Span { start: first.map_or(clause.span.start, |first| first.span.start), end: clause.span.end }
        };
        let (sentence, two) = (from(clause.sentence), from(clause.sentence.saturating_sub(1)));
        [Some(sentence).filter(|wide| *wide != clause.span), Some(two).filter(|wide| *wide != sentence)]
    }

    /// Whether a clause lets him choose between two things: it asks what he would like, in its own words or in those of the
    /// clause before, or it sets two times against each other.
    fn lets_him_choose(&self, place: usize, clause: &Clause) -> bool {
        let text = self.scene.normal.text();
        let words = clause.span.of(text);
        let before = || {
            let before = self.scene.clauses.get(place.checked_sub(1)?)?;
            (clause.sentence.saturating_sub(before.sentence) <= 1).then(|| before.span.of(text))
        };
        is_preference(words)
            || OR.iter().any(|or| words.contains(or))
                && is_choice(self.scene)
                && alternatives(words).is_some()
            || is_bare(words) && before().is_some_and(prefers)
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
            self.heard.is_some_and(|h| !h.topics(clause.span, text, Some(SURE), &[], false).is_empty())
        };
        cued && (word || guess) || general && guess || word && clear()
    }
}

/// What a Chinese question with a question word may end in.
const PARTICLES: [&str; 4] = ["呀", "啊", "嘛", "哦"];

/// What a topic must weigh, in thousandths, for a word that asks to make a question of what has no other sign of one.
const SURE: i64 = 2500;

/// What a topic must weigh more, in thousandths, for each step that is gone back for what a clause leaves out.
const FARTHER: i64 = 700;

/// What a topic must weigh in thousandths where its own words do not stand in the question: below, every other guess is wrong.
const BELIEVED: i64 = 1000;
/// The same where a question lacks the form of one.
const UNMARKED: i64 = 1000;

/// The kind of question that lets him choose.
pub const CHOICE: &str = "choice";
/// The kind that does so in a clause of which he can name nothing back.
pub const EITHER: &str = "either";
/// What asks for a choice between things named before.
const WHICH: [&str; 11] =
    ["which", "works", "suits", "prefer", "rather", "哪个", "哪天", "哪样", "方便", "选", "挑"];
/// The kind of question that asks whether she may ask.
const PERMISSION: &str = "permission";

/// The kind of question that has nothing to do with the case.
pub const CHAT: &str = "chat";

/// The kind of question that asks him to wait.
const WAIT: &str = "can_wait";

/// The kind of question that asks for the whole story.
pub const STORY: &str = "what_happened";

/// What asks for a password, a code or the like.
const SECRET: &str = "secret";

/// The kind of question that asks when he is there.
const AVAILABLE: &str = "available";

/// The kind of question that asks for a nod.
pub const AGREE: &str = "agree";

/// What any customer is asked about himself.
const OWN: [&str; 3] = ["name", "phone", "address"];
