//! What he says to what was asked.

use crate::base::cause::Cause;
use crate::base::moves::{Family, Move};
use crate::base::span::Span;
use crate::nlu::normalise::is_han;
use crate::nlu::questions::{CHAT, CHOICE, EITHER, STORY};
use crate::nlu::reading::{MoveHit, Question, Topic, Wants};

use super::causes::{is_hostile, is_small_talk};
use super::plan::{Act, Situation, Unprepared, Which, open_demand};
use super::reaction::{BRUSQUE, is_slight};

/// An answer, to which stretch of the message, and whether it is clear that it was asked for.
struct Answer {
    act: Act,
    span: Span,
    clear: bool,
}

/// Answers to questions, at most two.
pub fn answers(now: &Situation<'_>) -> Vec<Act> {
    if is_small_talk(now.reading) || now.reading.foreign {
        return Vec::new();
    }
    let questions = one_a_sentence(now, worth_answering(now));
    let mut found: Vec<Answer> = questions.into_iter().filter_map(|question| answer(now, question)).collect();
    // What he may have been asked he answers only where nothing else was asked.
    let certain = |one: &Answer| one.clear && !is_lesser(&one.act);
    if found.iter().any(certain) {
        found.retain(|one| one.clear);
    }
    // Of two things he names one, if nothing tells which it is.
    let told: Vec<Span> = found.iter().filter(|one| certain(one)).map(|one| one.span).collect();
    found.retain(|one| !(is_choice(&one.act) && told.contains(&one.span)));
    let mut acts: Vec<Act> = found.into_iter().map(|one| one.act).collect();
    if acts.is_empty() && encourages(now) {
        acts.push(tell_more(now));
    }
    // What he cannot tell is no answer beside what he knows.
    for lesser in [is_unknown, is_which] {
        if acts.iter().any(|act| !lesser(act)) {
            acts.retain(|act| !lesser(act));
        }
    }
    acts.dedup();
    acts.truncate(2);
    acts
}

/// What he answers to a question, if anything.
fn answer(now: &Situation<'_>, question: &Question) -> Option<Answer> {
    let clear = question.weighs(LIKELY);
    let jab = now.hurt || is_hostile(now.reading);
    // Who is asked once more is asked what he has told.
    let least = if question.again { 0 } else { AGAIN };
    // Who has told it hears another question in words that only resemble those for it.
    let meant = match meant(now, question) {
        Meant::Topic(topic) if !question.weighs(least) && is_told(now, topic) => {
            Meant::Topic(&Topic::Unknown)
        }
        meant => meant,
    };
    let (act, clear) = match meant {
        Meant::Either(which) => (Act::AskWhich(which), true),
        Meant::Topic(Topic::Fact(place)) => (tell(now, *place), clear),
        Meant::Topic(Topic::Detail(place)) => (Act::Detail(*place), clear),
        // Beside an offer or another question "what is going on" is a way of speaking.
        Meant::Topic(Topic::General(kind)) if kind == STORY => match now.reading.offers.is_empty() {
            true => (tell_story(now), now.reading.questions.len() == 1),
            false => return None,
        },
        Meant::Topic(Topic::General(kind)) => (Act::AnswerGeneral(kind.clone()), true),
        Meant::Topic(Topic::Unknown) if encourages(now) => (tell_more(now), true),
        // Of the case he would have to know which of two it is: only what is not of it can be picked.
        Meant::Topic(Topic::Unknown) => match question.pick.filter(|_| !question.named) {
            Some(pick) if !now.reading.robot => (Act::Pick(pick), true),
            // What is only thrown at him, or at a machine, or said in jest, wants no answer; nor does, beside what else
            // a message says, what does not plainly ask.
            _ if now.reading.robot => return None,
            _ if now.reading.has(Move::Humor) && !question.named => {
                let idle = !now.hurt && only_asks(now) && now.reading.questions.len() == 1;
                return idle.then(|| Answer {
                    act: Act::AnswerGeneral(CHAT.to_owned()),
                    span: question.span,
                    clear: true,
                });
            }
            _ if !only_asks(now) && (jab || !is_marked(now.said, question.span)) => return None,
            _ => (Act::AnswerUnknown(unprepared(question)), true),
        },
    };
    Some(Answer { act, span: question.span, clear })
}

/// What is worth nothing beside an answer.
fn is_lesser(act: &Act) -> bool {
    is_unknown(act) || is_choice(act) || is_which(act)
}

fn is_unknown(act: &Act) -> bool {
    matches!(act, Act::AnswerUnknown(_))
}

fn is_which(act: &Act) -> bool {
    matches!(act, Act::AskWhich(_))
}

/// Whether he only says which of two things he would like.
pub fn is_choice(act: &Act) -> bool {
    matches!(act, Act::Pick(_))
        || matches!(act, Act::AnswerGeneral(kind) if [CHOICE, EITHER].contains(&kind.as_str()))
}

/// Whether all that the message does, beside courtesy and kindness, is to ask. Where it also informs, offers or offends,
/// there is something else to answer.
fn only_asks(now: &Situation<'_>) -> bool {
    let idle = [Family::Rapport, Family::Asking, Family::Empathy, Family::Apology, Family::Listening];
    now.reading.offers.is_empty()
        && now.reading.heard().into_iter().all(|mv| idle.contains(&mv.family()) || BRUSQUE.contains(&mv))
}

/// Whether what it asks is no question but a blow.
fn is_attack(cause: Cause) -> bool {
    let brusque = matches!(cause, Cause::Move(mv) if BRUSQUE.contains(&mv));
    cause.hurts() && !is_slight(cause) && !brusque
}

/// What a question is about, or that only she can say.
enum Meant<'a> {
    Topic(&'a Topic),
    Either(Which),
}

/// What a question is about. Of two things that it may be about, it is the one he has not told yet; where that does not
/// decide it, he asks which is meant, but never twice running.
fn meant<'a>(now: &Situation<'_>, question: &'a Question) -> Meant<'a> {
    let one = &question.topic;
    let Some(other) = question.rivals.first() else { return Meant::Topic(one) };
    match (is_told(now, one), is_told(now, other)) {
        (true, false) => return Meant::Topic(other),
        (false, true) => return Meant::Topic(one),
        // A jab in the form of a question is not asked back; and beside an offer, what she may have meant can wait.
        _ if now.asked_back || is_jab(now) || !now.reading.offers.is_empty() => return Meant::Topic(one),
        _ => {}
    }
    let called = called(now, one).zip(called(now, other)).filter(|(one, other)| one != other);
    match called {
        Some((name, rival)) => {
            Meant::Either(Which { topics: [one.clone(), other.clone()], called: [name, rival] })
        }
        None => Meant::Topic(one),
    }
}

/// Whether a message hurts, or sounds as if it meant to.
fn is_jab(now: &Situation<'_>) -> bool {
    now.hurt || now.reading.tone.escalates > 0
}

/// Whether she asks him to go on; who is taking her leave, or has his consent already, does not.
fn encourages(now: &Situation<'_>) -> bool {
    now.reading.has(Move::EncourageToContinue) && !now.customer.accepted && !now.reading.has(Move::Close)
}

/// Whether he has told of it.
fn is_told(now: &Situation<'_>, topic: &Topic) -> bool {
    match topic {
        Topic::Fact(place) => now.told_before.contains(place),
        Topic::Detail(place) => now.texts.details.get(*place).is_some_and(|detail| {
            detail.tell.iter().any(|line| now.customer.memory.spoken.contains_key(&line.id.key()))
        }),
        Topic::General(_) | Topic::Unknown => false,
    }
}

/// What he calls it when he asks whether it is meant.
fn called(now: &Situation<'_>, topic: &Topic) -> Option<String> {
    let called = match topic {
        Topic::Fact(place) => now.texts.facts.get(*place)?.called.clone(),
        Topic::Detail(place) => now.texts.details.get(*place)?.called.clone(),
        Topic::General(kind) => now.general.get(&format!("called-{kind}")).first()?.text(),
        Topic::Unknown => return None,
    };
    Some(called).filter(|called| !called.is_empty())
}

fn unprepared(question: &Question) -> Unprepared {
    match question.wants {
        _ if question.why => Unprepared::Why,
        // What does he like, what does he do of an evening: nobody looks that up.
        Wants::Whether if question.named => Unprepared::Whether,
        Wants::Figure if question.named => Unprepared::Figure,
        Wants::Whether | Wants::Figure | Wants::Leave | Wants::Other => Unprepared::Other,
    }
}

/// What a topic must weigh, in thousandths, for its question to be answered beside another, beside another in the same
/// sentence, and once more after he has told it. Of questions that weigh so much four of five, nine of ten, and nearly all are about it.
const LIKELY: i64 = 1500;
const CLEAR: i64 = 2500;
pub const AGAIN: i64 = 4000;

/// Of the small things that one sentence may be about he answers one, and none beside a fact: the second is more often a
/// guess than a second question, unless it has a clause of its own and is clear.
fn one_a_sentence<'a>(now: &Situation<'a>, questions: Vec<&'a Question>) -> Vec<&'a Question> {
    let is_small = |q: &Question| matches!(q.topic, Topic::Detail(_));
    let is_fact = |q: &Question| matches!(q.topic, Topic::Fact(_));
    let sentence = |q: &Question| sentence_of(now.said, q.span);
    let mut kept: Vec<&Question> = Vec::new();
    for question in &questions {
        let beside = |other: &&Question| sentence(other) == sentence(question);
        let facts = questions.iter().copied().filter(beside).any(is_fact);
        let again = kept.iter().copied().filter(beside).any(is_small);
        let own =
            question.weight >= CLEAR && questions.iter().all(|q| q == question || q.span != question.span);
        if !is_small(question) || !facts && !again || own {
            kept.push(question);
        }
    }
    kept
}

/// Which sentence of a message a stretch begins in, from 0. Who types Chinese on a phone ends sentences with a space.
fn sentence_of(said: &str, span: Span) -> usize {
    let before = said.get(..span.start as usize).unwrap_or_default();
    let ends = |(last, next): (char, char)| match next {
        '?' | '？' | '!' | '！' | '。' | '；' | ';' | '\n' => true,
        ' ' => last == '.' || is_han(last),
        _ => false,
    };
    before.chars().zip(before.chars().skip(1)).filter(|pair| ends(*pair)).count()
}

/// Whether a question has the mark of one, or a word at its end that makes it one.
fn is_marked(said: &str, span: Span) -> bool {
    let behind = said.get(span.end as usize..).unwrap_or_default().trim_start();
    let words = span.of(said).trim_end();
    behind.starts_with(['?', '？']) || words.ends_with(['?', '？', '吗', '嗎', '呢', '么', '啥'])
}

/// Most characters of a question that only asks whether what goes before will do.
const TAG: u32 = 12;

/// The questions he answers. What is so only since an offer goes before what the same words would bring up otherwise;
/// new facts go before told ones; and no courtesy stands beside a real question. A question nobody prepared, in words
/// that offer or promise something, is answered by taking that up.
fn worth_answering<'a>(now: &Situation<'a>) -> Vec<&'a Question> {
    let all = &now.reading.questions;
    let is_so = |q: &&Question| match q.topic {
        Topic::Detail(place) => {
            let after = now.texts.details.get(place).and_then(|detail| detail.after);
            // What she only now says she will do has not come about yet, unless she says that it has.
            let reported = |offer| {
                now.reading.offers.iter().any(|hit| hit.offer == offer && hit.done)
                    || now.reading.reports_done && now.customer.memory.offered.contains(&offer)
            };
            after.is_none_or(|offer| now.offered_before.contains(&offer) || reported(offer))
        }
        _ => true,
    };
    let later = |q: &&Question| matches!(q.topic, Topic::Detail(place) if now.texts.details.get(place).is_some_and(|d| d.after.is_some()));
    let since: Vec<Span> = all.iter().filter(later).filter(is_so).map(|q| q.span).collect();
    let stale = |q: &&Question| since.contains(&q.span) && !later(q);
    let open: Vec<&Question> = all.iter().filter(is_so).filter(|q| !stale(q)).collect();
    let is_told = |q: &&Question| {
        matches!(q.topic, Topic::Fact(place) if now.told_before.contains(&place)
            || now.persona.facts.get(place).is_some_and(|f| f.opening))
    };
    let prepared = |q: &&Question| matches!(q.topic, Topic::Fact(_) | Topic::Detail(_));
    let fresh: Vec<Span> = open.iter().filter(|q| prepared(q) && !is_told(q)).map(|q| q.span).collect();
    // What he has told he tells again where it is plainly asked for, on its own.
    let stale_beside =
        |q: &&Question| !fresh.is_empty() && is_told(q) && (q.weight < CLEAR || fresh.contains(&q.span));
    let known = open.iter().any(prepared);
    let working = |hit: &MoveHit| matches!(hit.mv.family(), Family::Solving | Family::Promising);
    let part_of_it = |span: Span| {
        now.reading.moves.iter().any(|hit| working(hit) && hit.span.overlaps(span))
            || now.reading.offers.iter().any(|offer| offer.span.overlaps(span))
    };
    let helps = !now.reading.offers.is_empty() || now.reading.moves.iter().any(working);
    // "Shall I have a new sea bass steamed?" does not ask which dish it was.
    let mentioned = |q: &Question| is_told(&q) && part_of_it(q.span);
    let put_off = |q: &Question| {
        q.topic == Topic::Unknown && (part_of_it(q.span) || helps && q.span.end - q.span.start <= TAG)
    };
    let offence = |hit: &&MoveHit| is_attack(Cause::Move(hit.mv));
    let blames = |q: &Question| now.reading.moves.iter().filter(offence).any(|hit| hit.span.overlaps(q.span));
    let checked = |q: &Question| q.check && is_told(&q);
    // Help in words nobody prepared is taken up by the answer to whether it will do.
    let sentence = |span: Span| sentence_of(now.said, span);
    let whether_it_will_do = |q: &Question| {
        let mut helping = now.reading.moves.iter().filter(|hit| working(hit));
        now.reading.offers.is_empty() && helping.any(|hit| sentence(hit.span) == sentence(q.span))
    };
    let kept = |q: &&Question| {
        !(checked(q)
            || mentioned(q)
            || stale_beside(q)
            || known && q.topic.is_courtesy() && !whether_it_will_do(q)
            || put_off(q)
            || blames(q))
    };
    open.into_iter().filter(kept).collect()
}

fn tell(now: &Situation<'_>, place: usize) -> Act {
    let fact = now.persona.facts.get(place);
    let again = now.told_before.contains(&place);
    let guarded = fact.is_some_and(|f| f.hidden && now.customer.anchors.trust.level < f.trust);
    // In a heat he keeps it from who has just hurt him, beside himself from anybody.
    let heat = now.customer.heat();
    let closed = heat > 2 || heat == 2 && now.hurt;
    if guarded && closed { Act::RefuseAnswer } else { Act::Tell(place, again) }
}

/// Asked what happened, he begins with what he came with, then goes on.
fn tell_story(now: &Situation<'_>) -> Act {
    let mut opening = (0..now.persona.facts.len())
        .filter(|at| now.persona.facts.get(*at).is_some_and(|f| f.opening) && !now.told_before.contains(at));
    opening.next().map_or_else(|| tell_more(now), |place| Act::Tell(place, false))
}

/// Asked to go on, he tells the next thing he has not told; the hidden ones only when he is ready to.
fn tell_more(now: &Situation<'_>) -> Act {
    let untold = |place: &usize| {
        now.persona.facts.get(*place).is_some_and(|f| {
            let ready = !f.hidden
                || now.customer.anchors.trust.level >= f.trust
                    && now.customer.heard >= now.persona.heard_needed;
            !f.opening && !now.told_before.contains(place) && ready
        })
    };
    // A good open question is what hidden things are told to.
    let hidden = |place: &usize| now.persona.facts.get(*place).is_some_and(|f| f.hidden);
    let open = now.reading.has(Move::OpenQuestion);
    let all = || (0..now.persona.facts.len()).filter(untold);
    let next = all().find(|place| open && hidden(place)).or_else(|| all().next());
    next.map_or_else(|| Act::Push(open_demand(now.persona, now.customer)), |place| Act::Tell(place, false))
}
