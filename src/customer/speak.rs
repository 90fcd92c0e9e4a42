//! From acts to words: the most specific line that fits, and never the same one twice while another is left.

use crate::base::cause::Cause;
use crate::base::dice::Dice;
use crate::base::level::Emotion;
use crate::base::moves::Move;
use crate::nlu::reading::SlotKind;
use crate::persona::lines::{Line, Var};
use crate::persona::presume::Presumption;
use crate::session::fold::Cast;

use super::memory::{by_when, first_time};
use super::plan::{Act, Situation, Unprepared, open_demand};
use super::state::{Customer, Promise};
use super::trace::Spoken;

/// Heat words of line keys, by rung; and the group each belongs to.
const HEATS: [(&str, &str); 4] = [("cool", "low"), ("warm", "low"), ("hot", "high"), ("boiling", "high")];
/// Longest quotation of the trainee, in characters of Han or in letters.
const QUOTE_MOST: usize = 12;
const QUOTE_MOST_LATIN: usize = 40;

/// Speaks the acts: bubbles, and the lines behind them. `said` is the trainee's message.
pub fn speak(
    cast: &Cast<'_>,
    now: &Situation<'_>,
    speaker: &mut Customer,
    said: &str,
    acts: &[Act],
) -> (Vec<String>, Vec<Spoken>) {
    let (mut bubbles, mut lines) = (Vec::new(), Vec::new());
    let untrue = untrue(now);
    for act in acts {
        let value = |var: Var| value(cast, now, said, act, var);
        let mut mouth = Mouth { cast, customer: speaker, lines: &mut lines, untrue: &untrue };
        // Beside something else he brings his demand up in his own words or not at all; and he asks one thing at a time.
        let has_asked = bubbles.last().is_some_and(|last: &String| last.ends_with(['?', '？']));
        let presses = matches!(act, Act::Push(_) | Act::ProbeTime | Act::ProbeWho | Act::Nudge);
        let left = matches!(act, Act::Push(place) if !mouth.has_push_left(*place));
        if presses && (has_asked || left && !bubbles.is_empty()) {
            continue;
        }
        if let Some(words) = mouth.act(act, &value) {
            bubbles.push(words);
        }
    }
    bubbles.dedup();
    (bubbles, lines)
}

/// One line of the general or own book by key, outside any situation: the opening's follow-ups, answers to media.
pub fn aside(cast: &Cast<'_>, customer: &mut Customer, key: &str) -> Option<(String, Spoken)> {
    let value = |var: Var| standing_value(cast, customer, var);
    let values: Vec<(Var, Option<String>)> = [Var::Issue, Var::Demand, Var::Name, Var::Customer]
        .into_iter()
        .map(|var| (var, value(var)))
        .collect();
    let find = |var: Var| values.iter().find(|(v, _)| *v == var).and_then(|(_, text)| text.clone());
    let mut lines = Vec::new();
    let words = Mouth { cast, customer, lines: &mut lines, untrue: &[] }.keyed(key, &find)?;
    lines.pop().map(|spoken| (words, spoken))
}

fn standing_value(cast: &Cast<'_>, customer: &Customer, var: Var) -> Option<String> {
    match var {
        Var::Issue => Some(cast.texts.issue.clone()),
        Var::Demand => cast.texts.demands.get(open_demand(cast.persona, customer)).map(|d| d.name.clone()),
        Var::Name => customer.memory.trainee.clone(),
        Var::Customer => Some(cast.texts.name.clone()),
        Var::Time | Var::Money | Var::Person | Var::Quote => None,
    }
}

fn value(cast: &Cast<'_>, now: &Situation<'_>, said: &str, act: &Act, var: Var) -> Option<String> {
    match var {
        Var::Time => match act {
            Act::AnswerGeneral(kind) if kind == "choice" => first_time(now.reading),
            _ => by_when(now.reading),
        }
        .map(|time| inside_a_sentence(&time)),
        Var::Money => now.reading.slots.iter().find(|s| s.kind == SlotKind::Money).map(|s| s.text.clone()),
        Var::Person => now.reading.who.as_deref().and_then(from_his_side),
        Var::Quote => match act {
            Act::React(_, Some(span)) => quotable(span.of(said)),
            _ => None,
        },
        _ => standing_value(cast, now.customer, var),
    }
}

/// Messages within which what was promised is still fresh.
const FRESH: u16 = 1;

/// What is not so, and no line may presume.
fn untrue(now: &Situation<'_>) -> Vec<Presumption> {
    let (memory, turn) = (&now.customer.memory, now.customer.turn);
    let standing = |p: &&Promise| !p.broken && p.by_when.is_some();
    let timed = now.reading.slots.iter().any(|slot| slot.kind.is_by_when())
        || memory.promises.iter().filter(standing).any(|p| p.turn + FRESH >= turn);
    let named = now.reading.who.is_some();
    let asks = [Move::OpenQuestion, Move::ClosedQuestion].map(Cause::Move);
    let asked = !memory.told.is_empty() || asks.iter().any(|cause| memory.counts.contains_key(cause));
    let done = !memory.offered.is_empty() || memory.promises.iter().any(|p| standing(&p));
    let heard = !memory.told.is_empty() || now.customer.heard >= now.persona.heard_needed;
    let all = [
        (timed, Presumption::NoTime),
        (named, Presumption::Nobody),
        (done, Presumption::NothingDone),
        (asked, Presumption::NotAsked),
        (heard, Presumption::NotHeard),
    ];
    all.into_iter().filter(|(so, _)| *so).map(|(_, presumption)| presumption).collect()
}

/// Who is meant, as he would call them: her "my supervisor" is his "your supervisor". `None` for herself.
fn from_his_side(who: &str) -> Option<String> {
    let alone =
        ["i", "me", "myself", "we", "us", "我", "我本人", "我自己", "我们", "我本人亲自", "我亲自", "咱们"];
    let lower = who.trim().to_lowercase();
    if alone.contains(&lower.as_str()) {
        return None;
    }
    let turned = [("my ", "your "), ("our ", "your "), ("我们", "你们"), ("我", "你"), ("咱们", "你们")];
    let found = turned.iter().find(|(hers, _)| lower.starts_with(hers));
    Some(match found {
        Some((hers, his)) => format!("{his}{}", who.trim().get(hers.len()..).unwrap_or_default()),
        None => who.trim().to_owned(),
    })
}

/// Words that open a time in English, which she may have written with a capital.
const LEADS: [&str; 7] = ["By ", "Before ", "Within ", "At ", "On ", "In ", "Until "];

fn inside_a_sentence(time: &str) -> String {
    match LEADS.iter().find(|lead| time.starts_with(**lead)) {
        Some(lead) => time.replacen(lead, &lead.to_ascii_lowercase(), 1),
        None => time.to_owned(),
    }
}

fn quotable(words: &str) -> Option<String> {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    let most = if words.is_ascii() { QUOTE_MOST_LATIN } else { QUOTE_MOST };
    (!words.is_empty() && words.chars().count() <= most).then(|| words.to_owned())
}

/// A customer about to speak.
struct Mouth<'a, 'l> {
    cast: &'a Cast<'a>,
    customer: &'a mut Customer,
    lines: &'l mut Vec<Spoken>,
    /// What no line may presume, because it is not so.
    untrue: &'a [Presumption],
}

impl Mouth<'_, '_> {
    fn act(&mut self, act: &Act, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        match act {
            Act::React(cause, _) => self.keyed(&format!("react-{cause}"), value),
            Act::Shift(up, state) => {
                self.keyed(&format!("shift-{}-{state}", if *up { "up" } else { "down" }), value)
            }
            Act::Tell(place, again) => self.tell(*place, *again, value),
            Act::Detail(place) => self.detail(*place, value),
            Act::RefuseAnswer => self.keyed("answer-refuse", value),
            Act::AnswerUnknown(Unprepared::Other) => self.keyed("answer-unknown", value),
            Act::AnswerUnknown(Unprepared::Why) => self.keyed("answer-unknown_why", value),
            Act::AnswerUnknown(Unprepared::Case) => self.keyed("answer-unknown_case", value),
            Act::AnswerGeneral(kind) => {
                self.keyed(&format!("answer-{kind}"), value).or_else(|| self.keyed("answer-unknown", value))
            }
            Act::Take(place, early) => self.take(*place, *early, value),
            Act::Done(place) => self.done(*place, value),
            Act::Progress => self.keyed("react-done", value),
            Act::Listen => self.keyed("listen", value),
            Act::Push(place) => self.push(*place, value),
            Act::ProbeTime => self.keyed("probe-time", value),
            Act::ProbeWho => self.keyed("probe-who", value),
            Act::Doubt => self.keyed("doubt", value),
            Act::Nudge => self.keyed("nudge", value),
            Act::Warn => self.keyed("warn", value),
            Act::Soften => self.keyed("soften", value),
            Act::Wait => self.keyed("wait", value),
            Act::ConfirmPlan => self.keyed("confirm-plan", value),
            Act::Accept(true) => self.keyed("accept-warm", value),
            Act::Accept(false) => self.keyed("accept-grudging", value),
            Act::Farewell(ending) => self.keyed(&format!("farewell-{ending}"), value),
        }
    }

    fn tell(&mut self, place: usize, again: bool, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        let texts = self.cast.texts.facts.get(place)?;
        let hot = self.customer.heat() >= 2;
        let first: &[Line] = if hot { &texts.tell_high } else { &[] };
        // Calm, he puts it in other words while he has some. Otherwise he says it in the same, and says so: in others
        // she would wonder what is new.
        let other = !hot && texts.tell.iter().any(|line| !self.is_spoken(line));
        let again = again && !other;
        let before = texts.tell_high.iter().chain(&texts.tell).filter(|line| again && self.is_spoken(line));
        let before: Vec<Line> = before.take(1).cloned().collect();
        let pools: [&[Line]; 3] = [first, &texts.tell, &[]];
        let fact = self.choose("tell", if before.is_empty() { &pools } else { &[] }, value);
        let fact = fact.or_else(|| self.choose("tell", &[&before], value))?;
        let lead = if again { self.keyed("answer-again", value) } else { None };
        Some(match lead {
            Some(lead) if lead.ends_with(|c: char| c.is_ascii()) => format!("{lead} {fact}"),
            Some(lead) => format!("{lead}{fact}"),
            None => fact,
        })
    }

    fn detail(&mut self, place: usize, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        let texts = self.cast.texts.details.get(place)?;
        self.choose("detail", &[&texts.tell], value)
    }

    fn take(&mut self, place: usize, early: bool, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        let texts = self.cast.texts.offers.get(place)?;
        let own: &[Line] = if early { &texts.taken_early } else { &texts.taken };
        let general = if early { "react-too_early" } else { "react-offer_solution" };
        self.choose("take", &[own], value).or_else(|| self.keyed(general, value))
    }

    fn done(&mut self, place: usize, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        let texts = self.cast.texts.offers.get(place)?;
        self.choose("done", &[&texts.done], value).or_else(|| self.keyed("react-done", value))
    }

    fn push(&mut self, place: usize, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        let own = self.cast.texts.demands.get(place);
        let hot = self.customer.heat() >= 2;
        let first: &[Line] = own.filter(|_| hot).map_or(&[], |d| &d.push_high);
        let second: &[Line] = own.filter(|_| !hot).map_or(&[], |d| &d.push);
        if self.has_push_left(place) {
            self.choose("push", &[first, second], value)
        } else {
            self.keyed("push", value)
        }
    }

    /// Whether he has words of his own left for a demand.
    fn has_push_left(&self, place: usize) -> bool {
        let own = self.cast.texts.demands.get(place);
        let hot = self.customer.heat() >= 2;
        let lines = own.map_or(&[][..], |d| if hot { &d.push_high } else { &d.push });
        lines.iter().any(|line| !self.is_spoken(line))
    }

    /// The line for a key: own lines, then those of his types, then general ones, each from the most specific key to the
    /// plainest.
    fn keyed(&mut self, key: &str, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        let cast = self.cast;
        let types = cast.persona.types(self.customer.memory.turned).iter();
        // How his type puts off a question fits some questions and not others.
        let puts_off = key.starts_with("answer-unknown") || key == "answer-refuse";
        let types = types.filter(|_| !puts_off).filter_map(|(id, _)| cast.book.types.get(id));
        let books = std::iter::once(&cast.texts.lines).chain(types).chain([&cast.book.general]);
        let mut pools: Vec<&[Line]> = Vec::new();
        let mut name = String::with_capacity(key.len() + 24);
        // What he says to a question nobody prepared serves for every kind of it, where he has nothing closer.
        let wider = key.split_once('_').map_or(key, |(wider, _)| wider).to_owned();
        let wider = Some(wider.as_str()).filter(|_| key.starts_with("answer-unknown_"));
        for (own, book) in std::iter::once(true).chain(std::iter::repeat(false)).zip(books) {
            for key in std::iter::once(key).chain(wider.filter(|_| own)) {
                self.endings(|ending| {
                    name.clear();
                    name.push_str(key);
                    ending.iter().filter(|part| !part.is_empty()).for_each(|part| {
                        name.push('-');
                        name.push_str(part);
                    });
                    pools.extend(Some(book.get(&name)).filter(|lines| !lines.is_empty()));
                });
            }
        }
        self.choose(key, &pools, value)
    }

    /// What may follow a key, from the most specific to nothing: heat and feeling, either, neither.
    fn endings(&self, mut each: impl FnMut([&str; 2])) {
        let (heat, group) =
            HEATS.get(usize::from(self.customer.heat())).or(HEATS.last()).copied().unwrap_or_default();
        let emotion = self.customer.leading.id();
        if self.customer.leading != Emotion::Trust {
            [[heat, emotion], [group, emotion], [emotion, ""]].into_iter().for_each(&mut each);
        }
        [[heat, ""], [group, ""], ["", ""]].into_iter().for_each(each);
    }

    fn is_spoken(&self, line: &Line) -> bool {
        self.customer.memory.spoken.contains_key(&line.id)
    }

    /// An unspoken line of the first pool that has one; of these, by dice, one that takes up what was just said
    /// before one that does not. When all are spoken, the one spoken longest ago.
    fn choose(
        &mut self,
        act: &str,
        pools: &[&[Line]],
        value: &dyn Fn(Var) -> Option<String>,
    ) -> Option<String> {
        // What he tells presumes nothing: it is so.
        let untrue = if matches!(act, "tell" | "detail") { &[] } else { self.untrue };
        let fits = |line: &Line| !self.cast.book.presumptions.contradicts(&line.text(), untrue);
        let fillable = |line: &&Line| line.fill(value).is_some();
        let dice = &mut self.customer.dice;
        let spoken = &self.customer.memory.spoken;
        let fresh = pools.iter().find_map(|pool| {
            let left = pool.iter().filter(|line| !spoken.contains_key(&line.id)).filter(fillable);
            let (best, rest): (Vec<&Line>, Vec<&Line>) = left.partition(|line| line.specifics() > 0);
            pick(dice, best, fits).or_else(|| pick(dice, rest, fits))
        });
        let order = |line: &&Line| spoken.get(&line.id).copied().unwrap_or(0);
        let longest_ago = || {
            let all = pools.iter().flat_map(|pool| pool.iter());
            all.filter(fillable).filter(|line| fits(line)).min_by_key(order)
        };
        let line = fresh.or_else(longest_ago)?;
        let memory = &mut self.customer.memory;
        memory.said += 1;
        memory.spoken.insert(line.id.clone(), memory.said);
        self.lines.push(Spoken { act: act.to_owned(), line: line.id.clone() });
        line.fill(value)
    }
}

/// One of these by dice that fits.
fn pick<'x>(dice: &mut Dice, mut lines: Vec<&'x Line>, fits: impl Fn(&Line) -> bool) -> Option<&'x Line> {
    while !lines.is_empty() {
        let line = lines.swap_remove(dice.roll(lines.len()));
        if fits(line) {
            return Some(line);
        }
    }
    None
}
