//! How much anybody may send. What is too much is left out whole, before it is kept; whoever sent it is told once a flood.
//!
//! An update is judged when it is taken in, by the time at which it was written as Telegram tells, so that what waited at Telegram
//! while the service was away is no flood. What passed is in the inbox and is handled whatever happens; the one that is answered
//! with a notice is there too, marked as such; the others are nowhere. Meters are in memory: a start forgets them.

use std::collections::HashMap;

use crate::base::rate::{Meter, Rate};
use crate::base::time::Moment;
use crate::flow::group::GroupDeed;

use super::inbound::{InGroup, Incoming, What};

/// How long Telegram keeps updates at most: nothing was written longer ago.
const DAY_MS: i64 = 24 * 3_600_000;
/// Meters kept before those that are rested are thrown away.
const MOST: usize = 20_000;

/// What is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// To one person, in private and in groups together.
    pub person: Rate,
    /// To a group.
    pub group: Rate,
}

impl Default for Limits {
    /// Nobody types twenty messages at once and then one a second; an album is ten. A group of two hundred that votes at the same
    /// moment passes.
    fn default() -> Limits {
        Limits { person: Rate { burst: 20, every: 1_000 }, group: Rate { burst: 300, every: 100 } }
    }
}

impl Limits {
    /// No limits.
    pub const NONE: Limits = Limits { person: Rate::NONE, group: Rate::NONE };

    /// Reads `BURST:PER_MINUTE`, for one person, or `off`. `None` for anything else.
    pub fn parse(text: &str) -> Option<Limits> {
        if text == "off" {
            return Some(Limits::NONE);
        }
        let (burst, minute) = text.split_once(':')?;
        let (burst, minute): (u32, u32) = (burst.parse().ok()?, minute.parse().ok()?);
        let fits = (1..=1_000).contains(&burst) && (1..=6_000).contains(&minute);
        fits.then(|| Limits { person: Rate { burst, every: 60_000 / minute }, ..Limits::default() })
    }
}

/// What becomes of an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is handled.
    Pass,
    /// It is left out, and that is said.
    Tell,
    /// It is left out.
    Drop,
}

/// Who has sent how much.
pub(super) struct Flood {
    limits: Limits,
    meters: HashMap<i64, Used>,
}

#[derive(Clone, Copy, Default)]
struct Used {
    meter: Meter,
    told: bool,
}

impl Flood {
    pub(super) fn new(limits: Limits) -> Flood {
        Flood { limits, meters: HashMap::new() }
    }

    /// Judges an update that came at this moment.
    pub(super) fn judge(&mut self, incoming: &Incoming, at: Moment) -> Verdict {
        let groups = match &incoming.what {
            What::Deed(_) => false,
            // What becomes of a chat itself is nobody's doing.
            What::Left | What::Group(InGroup::Moved(..)) => return Verdict::Pass,
            What::Group(InGroup::Deed { deed: GroupDeed::Added | GroupDeed::Removed, .. }) => {
                return Verdict::Pass;
            }
            What::Group(_) => true,
        };
        let at = incoming.sent.map_or(at, |sent| sent.clamp(Moment(at.0.saturating_sub(DAY_MS)), at));
        if self.meters.len() >= MOST && !self.meters.contains_key(&incoming.trainee) {
            self.meters.retain(|_, used| !used.meter.is_rested(at));
        }
        // What is written in a group's own name is nobody's.
        let person = (incoming.trainee > 0).then_some((incoming.trainee, self.limits.person));
        let group = groups.then_some((incoming.chat, self.limits.group));
        for (who, rate) in [person, group].into_iter().flatten() {
            let used = self.meters.entry(who).or_default();
            used.told &= !used.meter.is_rested(at);
            if !used.meter.take(rate, at) {
                return if std::mem::replace(&mut used.told, true) { Verdict::Drop } else { Verdict::Tell };
            }
        }
        Verdict::Pass
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::input::Deed;

    fn incoming(trainee: i64, sent: Option<i64>) -> Incoming {
        let what = What::Deed(Deed::Text("x".to_owned()));
        let (device_lang, callback, name) = (None, None, None);
        Incoming {
            update: 1,
            trainee,
            chat: trainee,
            device_lang,
            callback,
            sent: sent.map(Moment),
            name,
            what,
        }
    }

    #[test]
    fn a_flood_is_told_once_and_the_rest_left_out_until_it_is_over() {
        let mut flood = Flood::new(Limits::default());
        let mut judge = |at| flood.judge(&incoming(7, None), Moment(at));
        assert!((0..20).all(|_| judge(0) == Verdict::Pass));
        assert_eq!([judge(0), judge(0), judge(500)], [Verdict::Tell, Verdict::Drop, Verdict::Drop]);
        assert_eq!([judge(1_000), judge(1_000)], [Verdict::Pass, Verdict::Drop]);
        assert!((0..20).all(|_| judge(60_000) == Verdict::Pass));
        assert_eq!([judge(60_000), judge(60_000)], [Verdict::Tell, Verdict::Drop]);
    }

    #[test]
    fn what_waited_at_telegram_is_no_flood_and_others_are_not_concerned() {
        let mut flood = Flood::new(Limits::default());
        let now = Moment(DAY_MS * 3);
        for second in 0..100 {
            assert_eq!(flood.judge(&incoming(7, Some(now.0 - 200_000 + second * 1_000)), now), Verdict::Pass);
        }
        for _ in 0..30 {
            flood.judge(&incoming(8, Some(i64::MIN)), now);
        }
        assert_eq!(flood.judge(&incoming(8, Some(i64::MIN)), now), Verdict::Drop);
        assert_eq!(flood.judge(&incoming(9, Some(i64::MAX)), now), Verdict::Pass);
    }

    #[test]
    fn limits_are_written_as_a_burst_and_a_pace_or_off() {
        assert_eq!(Limits::parse("20:60"), Some(Limits::default()));
        assert_eq!(Limits::parse("off"), Some(Limits::NONE));
        for bad in ["", "0:60", "20", "20:0", "x:y", "20:60:1", "-1:5"] {
            assert_eq!(Limits::parse(bad), None, "{bad}");
        }
    }
}
