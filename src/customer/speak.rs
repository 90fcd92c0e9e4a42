//! From acts to words: the most specific line that fits, and never the same one twice while another is left.

use crate::base::level::Emotion;
use crate::persona::lines::{Line, Values};
use crate::persona::presume::Presumption;
use crate::session::fold::Cast;

use super::occasion::{Occasion, standing};
use super::plan::{Act, Unprepared};
use super::state::Customer;
use super::trace::Spoken;

/// Heat words of line keys, by rung; and the group each belongs to.
const HEATS: [(&str, &str); 4] = [("cool", "low"), ("warm", "low"), ("hot", "high"), ("boiling", "high")];

/// How many endings a key can have at one moment.
const ENDINGS: usize = 6;

/// Speaks the acts: bubbles, and the lines behind them. `said` is the trainee's message.
pub fn speak(
    cast: &Cast<'_>,
    occasion: &mut Occasion,
    speaker: &mut Customer,
    said: &str,
    acts: &[Act],
) -> (Vec<String>, Vec<Spoken>) {
    let (mut bubbles, mut lines) = (Vec::new(), Vec::new());
    let untrue = occasion.untrue.clone();
    for act in acts {
        let mut mouth = Mouth { cast, customer: speaker, lines: &mut lines, untrue: &untrue };
        // Beside something else he brings his demand up in his own words or not at all; and he asks one thing at a time.
        let has_asked = bubbles.last().is_some_and(|last: &String| last.ends_with(['?', '？']));
        let presses = matches!(act, Act::Push(_) | Act::ProbeTime | Act::Nudge);
        let left = matches!(act, Act::Push(place) if !mouth.has_push_left(*place));
        if presses && (has_asked || left && !bubbles.is_empty()) {
            continue;
        }
        let words = mouth.act(act, occasion.values(act, said));
        // A number he has just said he does not say again in the next breath.
        let again = |words: &String| matches!(act, Act::Detail(_)) && repeats_number(&bubbles, words);
        bubbles.extend(words.filter(|words| !again(words)));
    }
    bubbles.dedup();
    (bubbles, lines)
}

/// Whether words say a number of two digits or more that stands in one of the bubbles.
fn repeats_number(bubbles: &[String], words: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百千万萬".contains(c);
    let mut numbers = words.split(|c| !digit(c)).filter(|number| number.chars().count() >= 2);
    numbers
        .any(|number| bubbles.iter().any(|bubble| bubble.split(|c| !digit(c)).any(|other| other == number)))
}

/// One line of the general or own book by key, outside any situation: the opening's follow-ups, answers to media.
pub fn aside(cast: &Cast<'_>, customer: &mut Customer, key: &str) -> Option<(String, Spoken)> {
    let values = standing(cast, customer);
    let mut lines = Vec::new();
    let words = Mouth { cast, customer, lines: &mut lines, untrue: &[] }.keyed(key, &values)?;
    lines.pop().map(|spoken| (words, spoken))
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
    fn act(&mut self, act: &Act, values: &Values) -> Option<String> {
        match act {
            Act::React(cause, _) => self.keyed(&format!("react-{cause}"), values),
            Act::Shift(up, state) => {
                self.keyed(&format!("shift-{}-{state}", if *up { "up" } else { "down" }), values)
            }
            Act::Tell(place, again) => self.tell(*place, *again, values),
            Act::Detail(place) => self.detail(*place, values),
            Act::RefuseAnswer => self.keyed("answer-refuse", values),
            Act::AnswerUnknown(Unprepared::Other) => self.keyed("answer-unknown", values),
            Act::AnswerUnknown(Unprepared::Why) => self.keyed("answer-unknown_why", values),
            Act::AnswerUnknown(Unprepared::Whether) => self.keyed("answer-unknown_whether", values),
            Act::AnswerUnknown(Unprepared::Figure) => self.keyed("answer-unknown_figure", values),
            Act::AnswerUnknown(Unprepared::Beside) => self.keyed("answer-unknown_beside", values),
            Act::AnswerUnknown(Unprepared::Again) => self.keyed("answer-unknown_again", values),
            Act::Pick(_) => {
                self.keyed("answer-pick", values).or_else(|| self.keyed("answer-unknown", values))
            }
            Act::AskWhich(_) => self.keyed("ask-which", values),
            Act::AnswerGeneral(kind) => {
                self.keyed(&format!("answer-{kind}"), values).or_else(|| self.keyed("answer-unknown", values))
            }
            Act::Take(place, early) => self.take(*place, *early, values),
            Act::Done(place) => self.done(*place, values),
            Act::Progress => self.keyed("react-done", values),
            Act::Setback => self.keyed("react-setback", values),
            Act::Listen => self.keyed("listen", values),
            Act::Push(place) => self.push(*place, values),
            Act::ProbeTime => self.keyed("probe-time", values),
            Act::Doubt => self.keyed("doubt", values),
            Act::Nudge => self.keyed("nudge", values),
            Act::Warn => self.keyed("warn", values),
            Act::Soften => self.keyed("soften", values),
            Act::ConfirmPlan => self.keyed("confirm-plan", values),
            Act::Accept(true) => self.keyed("accept-warm", values),
            Act::Accept(false) => self.keyed("accept-grudging", values),
            Act::Farewell(ending) => self.keyed(&format!("farewell-{ending}"), values),
        }
    }

    fn tell(&mut self, place: usize, again: bool, values: &Values) -> Option<String> {
        let texts = self.cast.texts.facts.get(place)?;
        let hot = self.customer.heat() >= 2;
        let first: &[Line] = if hot { &texts.tell_high } else { &[] };
        // He puts it in other words while he has some: she may have meant another side of it. After that he says it in
        // the same, and says so. What it cost him to tell he does not tell as if for the first time.
        let hidden = self.cast.persona.facts.get(place).is_some_and(|fact| fact.hidden);
        let other = !hidden && first.iter().chain(&texts.tell).any(|line| !self.is_spoken(line));
        let again = again && !other;
        let before = texts.tell_high.iter().chain(&texts.tell).filter(|line| again && self.is_spoken(line));
        let before: Vec<Line> = before.take(1).cloned().collect();
        let pools: [&[Line]; 3] = [first, &texts.tell, &[]];
        let fact = self.choose("tell", if before.is_empty() { &pools } else { &[] }, values);
        let fact = fact.or_else(|| self.choose("tell", &[&before], values))?;
        let lead = if again { self.keyed("answer-again", values) } else { None };
        Some(match lead {
            Some(lead) if lead.ends_with(|c: char| c.is_ascii()) => format!("{lead} {fact}"),
            Some(lead) => format!("{lead}{fact}"),
            None => fact,
        })
    }

    fn detail(&mut self, place: usize, values: &Values) -> Option<String> {
        let texts = self.cast.texts.details.get(place)?;
        self.choose("detail", &[&texts.tell], values)
    }

    fn take(&mut self, place: usize, early: bool, values: &Values) -> Option<String> {
        let texts = self.cast.texts.offers.get(place)?;
        let own: &[Line] = if early { &texts.taken_early } else { &texts.taken };
        let general = if early { "react-too_early" } else { "react-offer_solution" };
        self.choose("take", &[own], values).or_else(|| self.keyed(general, values))
    }

    fn done(&mut self, place: usize, values: &Values) -> Option<String> {
        let texts = self.cast.texts.offers.get(place)?;
        self.choose("done", &[&texts.done], values).or_else(|| self.keyed("react-done", values))
    }

    fn push(&mut self, place: usize, values: &Values) -> Option<String> {
        let own = self.cast.texts.demands.get(place);
        let hot = self.customer.heat() >= 2;
        let first: &[Line] = own.filter(|_| hot).map_or(&[], |d| &d.push_high);
        let second: &[Line] = own.filter(|_| !hot).map_or(&[], |d| &d.push);
        if self.has_push_left(place) {
            self.choose("push", &[first, second], values)
        } else {
            self.keyed("push", values)
        }
    }

    /// Whether he has words of his own left for a demand that presume nothing wrong.
    fn has_push_left(&self, place: usize) -> bool {
        let own = self.cast.texts.demands.get(place);
        let hot = self.customer.heat() >= 2;
        let lines = own.map_or(&[][..], |d| if hot { &d.push_high } else { &d.push });
        lines.iter().any(|line| !self.is_spoken(line) && !self.presumes_wrongly("push", line))
    }

    /// The line for a key: own lines, then those of his types, then general ones, each from the most specific key to the
    /// plainest; the first pool with a line left has the word.
    fn keyed(&mut self, key: &str, values: &Values) -> Option<String> {
        let cast = self.cast;
        // How he or his type would put off a question fits some questions and not others.
        let puts_off = key.starts_with("answer-unknown");
        let types = cast.persona.types(self.customer.memory.turned).iter();
        let types = types.filter(|_| !puts_off).filter_map(|(id, _)| cast.book.types.get(id));
        let own = std::iter::once(&cast.texts.lines).filter(|_| !puts_off);
        let endings = self.endings();
        let mut pools: Vec<&[Line]> = Vec::with_capacity(ENDINGS);
        for book in own.chain(types).chain([&cast.book.general]) {
            let mut found: [&[Line]; ENDINGS] = [&[]; ENDINGS];
            for (rest, lines) in book.under(key) {
                let place = endings.iter().position(|ending| ends_in(rest, ending));
                if let Some(pool) = place.and_then(|place| found.get_mut(place)) {
                    *pool = lines;
                }
            }
            for pool in found.into_iter().filter(|pool| !pool.is_empty()) {
                if let Some(line) = self.fresh(key, pool, values) {
                    return self.say(key, line, values);
                }
                pools.push(pool);
            }
        }
        let line = self.longest_ago(key, &pools, values)?;
        self.say(key, line, values)
    }

    /// What may follow a key, from the most specific to nothing: heat and feeling, either, neither.
    fn endings(&self) -> Vec<[&'static str; 2]> {
        let (heat, group) =
            HEATS.get(usize::from(self.customer.heat())).or(HEATS.last()).copied().unwrap_or_default();
        let emotion = self.customer.leading.id();
        let mut endings = Vec::with_capacity(ENDINGS);
        if self.customer.leading != Emotion::Trust {
            endings.extend([[heat, emotion], [group, emotion], [emotion, ""]]);
        }
        endings.extend([[heat, ""], [group, ""], ["", ""]]);
        endings
    }

    fn is_spoken(&self, line: &Line) -> bool {
        self.customer.memory.spoken.contains_key(&line.id.key())
    }

    /// A line of the first pool that has one left; when all are spoken, the one spoken longest ago.
    fn choose(&mut self, act: &str, pools: &[&[Line]], values: &Values) -> Option<String> {
        for pool in pools {
            if let Some(line) = self.fresh(act, pool, values) {
                return self.say(act, line, values);
            }
        }
        let line = self.longest_ago(act, pools, values)?;
        self.say(act, line, values)
    }

    /// An unspoken line, by dice: one that takes up what was just said before one that does not.
    fn fresh<'x>(&mut self, act: &str, pool: &'x [Line], values: &Values) -> Option<&'x Line> {
        let (mut best, mut rest) = (Vec::new(), Vec::with_capacity(pool.len()));
        for line in pool.iter().filter(|line| !self.is_spoken(line)).filter(|line| line.fits(values)) {
            if line.specifics() > 0 { best.push(line) } else { rest.push(line) }
        }
        self.pick(act, best).or_else(|| self.pick(act, rest))
    }

    /// One of these by dice that presumes nothing wrong.
    fn pick<'x>(&mut self, act: &str, mut lines: Vec<&'x Line>) -> Option<&'x Line> {
        while !lines.is_empty() {
            let line = lines.swap_remove(self.customer.dice.roll(lines.len()));
            if !self.presumes_wrongly(act, line) {
                return Some(line);
            }
        }
        None
    }

    fn longest_ago<'x>(&self, act: &str, pools: &[&'x [Line]], values: &Values) -> Option<&'x Line> {
        let order = |line: &&Line| self.customer.memory.spoken.get(&line.id.key()).copied().unwrap_or(0);
        let all = pools.iter().flat_map(|pool| pool.iter()).filter(|line| line.fits(values));
        all.filter(|line| !self.presumes_wrongly(act, line)).min_by_key(order)
    }

    /// What he tells presumes nothing: it is so.
    fn presumes_wrongly(&self, act: &str, line: &Line) -> bool {
        let tells = matches!(act, "tell" | "detail");
        !tells && !self.untrue.is_empty() && line.presumes(&self.cast.book.presumptions).any_of(self.untrue)
    }

    fn say(&mut self, act: &str, line: &Line, values: &Values) -> Option<String> {
        let memory = &mut self.customer.memory;
        memory.said += 1;
        memory.spoken.insert(line.id.key(), memory.said);
        self.lines.push(Spoken { act: act.to_owned(), line: line.id.clone() });
        line.fill(values)
    }
}

/// Whether what follows a key is this ending.
fn ends_in(rest: &str, ending: &[&str; 2]) -> bool {
    let mut parts = ending.iter().filter(|part| !part.is_empty());
    let left = parts.try_fold(rest, |rest, part| rest.strip_prefix('-')?.strip_prefix(part));
    left == Some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_not_said_again_in_the_next_breath() {
        let said = |bubbles: &[&str], words| {
            repeats_number(&bubbles.iter().map(|bubble| bubble.to_string()).collect::<Vec<_>>(), words)
        };
        assert!(said(&["The fare's 76, thank you."], "It was 76 there and back."));
        assert!(said(&["车费就七十六块"], "来回七十六块。"));
        assert!(!said(&["Six of us."], "Six o'clock."));
        assert!(!said(&["The fare's 76."], "At 4, from the stop."));
    }
}
