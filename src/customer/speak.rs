//! From acts to words: the most specific line that fits, and never the same one twice while another is left.

use crate::base::level::Emotion;
use crate::nlu::reading::SlotKind;
use crate::persona::lines::{Line, Var};
use crate::session::fold::Cast;

use super::memory::by_when;
use super::plan::{Act, Situation, open_demand};
use super::state::Customer;
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
    for act in acts {
        let value = |var: Var| value(cast, now, said, act, var);
        let mut mouth = Mouth { cast, customer: speaker, lines: &mut lines };
        // Beside something else he brings his demand up in his own words or not at all.
        if matches!(act, Act::Push(place) if !bubbles.is_empty() && !mouth.has_push_left(*place)) {
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
    let words = Mouth { cast, customer, lines: &mut lines }.keyed(key, &find)?;
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
        Var::Time => by_when(now.reading).map(|time| inside_a_sentence(&time)),
        Var::Money => now.reading.slots.iter().find(|s| s.kind == SlotKind::Money).map(|s| s.text.clone()),
        Var::Person => now.reading.who.as_deref().and_then(from_his_side),
        Var::Quote => match act {
            Act::React(_, Some(span)) => quotable(span.of(said)),
            _ => None,
        },
        _ => standing_value(cast, now.customer, var),
    }
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
}

impl Mouth<'_, '_> {
    fn act(&mut self, act: &Act, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        match act {
            Act::React(cause, _) => self.keyed(&format!("react-{cause}"), value),
            Act::Shift(up, state) => {
                self.keyed(&format!("shift-{}-{state}", if *up { "up" } else { "down" }), value)
            }
            Act::Tell(place, again) => self.tell(*place, *again, value),
            Act::RefuseAnswer => self.keyed("answer-refuse", value),
            Act::AnswerUnknown => self.keyed("answer-unknown", value),
            Act::AnswerGeneral(kind) => {
                self.keyed(&format!("answer-{kind}"), value).or_else(|| self.keyed("answer-unknown", value))
            }
            Act::Take(place, early) => self.take(*place, *early, value),
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
        let fact = self.choose("tell", &[first, &texts.tell], value)?;
        let lead = if again { self.keyed("answer-again", value) } else { None };
        Some(match lead {
            Some(lead) if lead.ends_with(|c: char| c.is_ascii()) => format!("{lead} {fact}"),
            Some(lead) => format!("{lead}{fact}"),
            None => fact,
        })
    }

    fn take(&mut self, place: usize, early: bool, value: &dyn Fn(Var) -> Option<String>) -> Option<String> {
        let texts = self.cast.texts.offers.get(place)?;
        let own: &[Line] = if early { &texts.taken_early } else { &texts.taken };
        let general = if early { "react-too_early" } else { "react-offer_solution" };
        self.choose("take", &[own], value).or_else(|| self.keyed(general, value))
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
        let puts_off = matches!(key, "answer-unknown" | "answer-refuse");
        let types = types.filter(|_| !puts_off).filter_map(|(id, _)| cast.book.types.get(id));
        let books = std::iter::once(&cast.texts.lines).chain(types).chain([&cast.book.general]);
        let mut pools: Vec<&[Line]> = Vec::new();
        let mut name = String::with_capacity(key.len() + 24);
        for book in books {
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
        let fillable = |line: &&Line| line.fill(value).is_some();
        let fresh = pools.iter().find_map(|pool| {
            let left: Vec<&Line> =
                pool.iter().filter(|line| !self.is_spoken(line)).filter(fillable).collect();
            let most = left.iter().map(|line| line.specifics().min(1)).max()?;
            let best: Vec<&Line> = left.into_iter().filter(|line| line.specifics().min(1) == most).collect();
            Some(best)
        });
        let line = match fresh {
            Some(best) => *best.get(self.customer.dice.roll(best.len()))?,
            None => {
                let order = |line: &&&Line| self.customer.memory.spoken.get(&line.id).copied().unwrap_or(0);
                let all: Vec<&Line> = pools.iter().flat_map(|pool| pool.iter()).filter(fillable).collect();
                *all.iter().min_by_key(order)?
            }
        };
        let memory = &mut self.customer.memory;
        memory.said += 1;
        memory.spoken.insert(line.id.clone(), memory.said);
        self.lines.push(Spoken { act: act.to_owned(), line: line.id.clone() });
        line.fill(value)
    }
}
