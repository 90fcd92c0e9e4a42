//! What slots are and mean.

use serde::{Deserialize, Serialize};

use crate::base::span::Span;

/// A stretch of the normalised text that names a time, a sum, a person...
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// What kind of thing it names.
    pub kind: SlotKind,
    /// Where it stands in the normalised text.
    pub span: Span,
    /// What it means.
    pub value: SlotValue,
}

/// The kinds of slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is described at the value of the same name")]
pub enum SlotKind {
    Clock,
    Day,
    Duration,
    Money,
    Percent,
    Count,
    Name,
    Channel,
    Order,
}

/// The meaning of a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SlotValue {
    /// A time of day.
    Clock {
        /// Minutes since midnight, 0 to 1440. As written where nothing tells morning from afternoon (`3点` is 180).
        minute_of_day: u16,
    },
    /// A day, or a part of one.
    Day {
        /// Which day.
        day: Day,
        /// Which part of it, where that is said.
        part: Option<DayPart>,
    },
    /// A stretch of time; of a range, its upper bound. A working day counts as a day, a month as 30.
    Duration {
        /// Its length.
        minutes: u32,
    },
    /// A sum of money.
    Money {
        /// Hundredths of the currency's unit.
        cents: u64,
        /// The currency, where it is said.
        currency: Option<Currency>,
    },
    /// A share of a price, or the part taken off it: `八折` and `20%` are both 200.
    Percent {
        /// Thousandths.
        per_mille: u32,
    },
    /// So many times, nights, pieces, people; `third time` is 3.
    Count {
        /// The number.
        n: u32,
    },
    /// A person's name with its form of address, or a staff number.
    Name {
        /// The name alone, inside the slot, in the normalised text.
        name: Span,
    },
    /// A way to be in touch.
    Channel {
        /// Which one.
        contact: Contact,
    },
    /// The number of an order, a parcel, a phone: letters and digits, six or more.
    Order {
        /// The number, in the normalised text.
        number: Span,
    },
}

/// A day as it is said. Resolving it needs today's date, which reading does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Day {
    /// So many days from today.
    Offset(i16),
    /// A day of the week, 1 (Monday) to 7, so many weeks from this one. A week or weekend alone is its Sunday.
    Weekday {
        /// Weeks from this one; 0 also where only the weekday is said.
        weeks: i8,
        /// 1 (Monday) to 7.
        day: u8,
    },
    /// A date. The end of a month is its 31st.
    Date {
        /// 1 to 12; `None` where only the day is said.
        month: Option<u8>,
        /// 1 to 31.
        day: u8,
    },
}

/// Parts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum DayPart {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    /// The close of the day or of business.
    End,
}

/// Currencies people name in conversations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "ISO 4217 codes")]
pub enum Currency {
    Cny,
    Hkd,
    Twd,
    Usd,
    Eur,
    Gbp,
}

/// Ways to be in touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Contact {
    Phone,
    Text,
    Wechat,
    Email,
}

impl SlotKind {
    /// Whether a slot of this kind can say by when something will be done.
    pub fn is_by_when(self) -> bool {
        matches!(self, SlotKind::Clock | SlotKind::Day | SlotKind::Duration)
    }

    /// The id in machine interfaces.
    pub fn id(self) -> &'static str {
        match self {
            SlotKind::Clock => "clock",
            SlotKind::Day => "day",
            SlotKind::Duration => "duration",
            SlotKind::Money => "money",
            SlotKind::Percent => "percent",
            SlotKind::Count => "count",
            SlotKind::Name => "name",
            SlotKind::Channel => "channel",
            SlotKind::Order => "order",
        }
    }
}

impl SlotValue {
    /// The kind of this value.
    pub fn kind(&self) -> SlotKind {
        match self {
            SlotValue::Clock { .. } => SlotKind::Clock,
            SlotValue::Day { .. } => SlotKind::Day,
            SlotValue::Duration { .. } => SlotKind::Duration,
            SlotValue::Money { .. } => SlotKind::Money,
            SlotValue::Percent { .. } => SlotKind::Percent,
            SlotValue::Count { .. } => SlotKind::Count,
            SlotValue::Name { .. } => SlotKind::Name,
            SlotValue::Channel { .. } => SlotKind::Channel,
            SlotValue::Order { .. } => SlotKind::Order,
        }
    }

    /// Its number, as [`crate::nlu::reading::SlotHit::number`] counts.
    pub fn number(&self) -> i64 {
        match self {
            SlotValue::Clock { minute_of_day } => i64::from(*minute_of_day),
            SlotValue::Day { day: Day::Offset(days), .. } => i64::from(*days),
            SlotValue::Day { day: Day::Weekday { weeks, day }, .. } => {
                100 + i64::from(*weeks) * 7 + i64::from(*day)
            }
            SlotValue::Day { day: Day::Date { month, day }, .. } => {
                1000 + i64::from(month.unwrap_or(0)) * 100 + i64::from(*day)
            }
            SlotValue::Duration { minutes } => i64::from(*minutes),
            SlotValue::Money { cents, .. } => i64::try_from(*cents).unwrap_or(i64::MAX),
            SlotValue::Percent { per_mille } => i64::from(*per_mille),
            SlotValue::Count { n } => i64::from(*n),
            SlotValue::Name { .. } | SlotValue::Channel { .. } | SlotValue::Order { .. } => 0,
        }
    }

    /// The part of the day it names, which a clock time right behind it belongs to.
    pub(super) fn part(&self) -> Option<DayPart> {
        match self {
            SlotValue::Day { part, .. } => *part,
            _ => None,
        }
    }
}
