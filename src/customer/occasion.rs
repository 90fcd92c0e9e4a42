//! What a line can refer to at this moment, and what it must not presume.

use crate::base::moves::Move;
use crate::nlu::questions::CHOICE;
use crate::nlu::reading::SlotKind;
use crate::persona::lines::{Values, Var};
use crate::persona::presume::Presumption;
use crate::session::fold::Cast;

use super::memory::{by_when, first_time};
use super::plan::{Act, Situation, Which, open_demand};
use super::state::{Customer, Promise};

/// Longest quotation of the trainee, in characters of Han or in letters.
const QUOTE_MOST: usize = 12;
const QUOTE_MOST_LATIN: usize = 40;

/// What he can take up of a message, and what is not so.
pub struct Occasion {
    values: Values,
    /// The time that was named.
    time: Option<String>,
    /// The first of the times that she put before him.
    choice: Option<String>,
    /// What no line may presume, because it is not so.
    pub untrue: Vec<Presumption>,
}

impl Occasion {
    /// The moment he answers in.
    pub fn of(cast: &Cast<'_>, now: &Situation<'_>) -> Occasion {
        let mut values = standing(cast, now.customer);
        let money = now.reading.slots.iter().find(|s| s.kind == SlotKind::Money);
        let time = by_when(now.reading).map(|time| inside_a_sentence(&time));
        values.set(Var::Money, money.map(|slot| slot.text.clone()));
        values.set(Var::Person, now.reading.who.as_deref().and_then(from_his_side));
        let times = now.reading.slots.iter().filter(|slot| slot.kind.is_by_when()).count();
        let choice = first_time(now.reading).filter(|_| times > 1).map(|time| inside_a_sentence(&time));
        Occasion { values, time, choice, untrue: untrue(now) }
    }

    /// What lines of one act can refer to. `said` is the trainee's message.
    pub fn values(&mut self, act: &Act, said: &str) -> &Values {
        let values = &mut self.values;
        [Var::Quote, Var::One, Var::Other, Var::Choice].into_iter().for_each(|var| values.set(var, None));
        let chooses = matches!(act, Act::AnswerGeneral(kind) if kind == CHOICE);
        values.set(Var::Time, if chooses { self.choice.clone() } else { self.time.clone() });
        match act {
            Act::React(_, Some(span)) => values.set(Var::Quote, quotable(span.of(said))),
            Act::AskWhich(Which { called: [one, other], .. }) => {
                values.set(Var::One, Some(one.clone()));
                // 还是 and 是谁 have one 是 between them.
                values.set(Var::Other, Some(other.strip_prefix('是').unwrap_or(other).to_owned()));
            }
            Act::Pick(span) => values.set(Var::Choice, Some(his_choice(span.of(said)))),
            _ => {}
        }
        values
    }
}

/// What any line of his can refer to, whatever was said.
pub fn standing(cast: &Cast<'_>, customer: &Customer) -> Values {
    let mut values = Values::default();
    let demand = cast.texts.demands.get(open_demand(cast.persona, customer));
    values.set(Var::Issue, Some(cast.texts.issue.clone()));
    values.set(Var::Demand, demand.map(|d| d.name.clone()));
    values.set(Var::Name, customer.memory.trainee.clone());
    values.set(Var::Customer, Some(cast.texts.name.clone()));
    values
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
    let asks = [Move::OpenQuestion, Move::ClosedQuestion];
    let asked = !memory.told.is_empty() || asks.iter().any(|mv| memory.has_met(*mv));
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

/// Roles that open a sentence with a capital and are no names.
const ROLES: [&str; 10] = [
    "courier",
    "driver",
    "technician",
    "engineer",
    "plumber",
    "electrician",
    "manager",
    "supervisor",
    "colleague",
    "specialist",
];

/// Who is meant, as he would call them: her "my supervisor" is his "your supervisor". `None` for herself.
fn from_his_side(who: &str) -> Option<String> {
    let alone =
        ["i", "me", "myself", "we", "us", "我", "我本人", "我自己", "我们", "我本人亲自", "我亲自", "咱们"];
    let lower = who.trim().to_lowercase();
    if alone.contains(&lower.as_str()) {
        return None;
    }
    // "Courier will be there" is his "the courier".
    let first = lower.split(' ').next().unwrap_or_default();
    let led = ["the", "a", "an", "my", "our", "your", "his", "her", "their", "one", "i", "mr", "ms", "mrs"];
    let bare = lower.is_ascii() && lower == who.trim() && !led.contains(&first);
    if bare || ROLES.contains(&lower.as_str()) {
        return Some(format!("the {lower}"));
    }
    let turned = [("my ", "your "), ("our ", "your "), ("我们", "你们"), ("我", "你"), ("咱们", "你们")];
    let found = turned.iter().find(|(hers, _)| lower.starts_with(hers));
    Some(match found {
        Some((hers, his)) => format!("{his}{}", who.trim().get(hers.len()..).unwrap_or_default()),
        None => who.trim().to_owned(),
    })
}

/// What she calls his is his own.
fn his_choice(words: &str) -> String {
    let words = words.trim();
    let turned = [("your ", "my "), ("Your ", "my "), ("yours", "mine"), ("您的", "我的"), ("你的", "我的")];
    turned.iter().fold(words.to_owned(), |text, (hers, his)| text.replace(hers, his))
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
