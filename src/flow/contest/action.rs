//! What buttons in private do in a contest, and their codec.

use crate::base::id::TraineeId;

use super::{ContestId, read, written};

/// What pressing a button means; each names its contest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// See how it stands, and what can be done.
    See,
    /// Take part.
    Join,
    /// See the teams there are, to choose one.
    Teams,
    /// Play for the team of this number.
    Side(u64),
    /// Make a team: asks for its name.
    Found,
    /// Read the briefing of a round.
    Brief(u16),
    /// Begin a round.
    Begin(u16),
    /// The debrief of her best run of a round.
    Debrief(u16),
    /// Her result files.
    Files,
    /// Let the lead have them, or not.
    Share(bool),
    /// Let the group see her best line, or not.
    Line(bool),
    /// What a lead can do.
    Manage,
    /// Take somebody's entry out.
    Remove(TraineeId),
    /// Call it off: asks first.
    Cancel,
    /// Call it off.
    CancelSure,
    /// The results as tables and files.
    Results,
}

impl Press {
    /// The data after `C:`; at most 40 bytes.
    pub fn encode(&self, contest: ContestId) -> String {
        let id = written(contest);
        match self {
            Press::See => format!("s{id}"),
            Press::Join => format!("j{id}"),
            Press::Teams => format!("t{id}"),
            Press::Side(team) => format!("p{id}:{team:016x}"),
            Press::Found => format!("n{id}"),
            Press::Brief(round) => format!("r{id}:{round}"),
            Press::Begin(round) => format!("b{id}:{round}"),
            Press::Debrief(round) => format!("d{id}:{round}"),
            Press::Files => format!("f{id}"),
            Press::Share(yes) => format!("h{id}:{}", u8::from(*yes)),
            Press::Line(yes) => format!("l{id}:{}", u8::from(*yes)),
            Press::Manage => format!("m{id}"),
            Press::Remove(who) => format!("x{id}:{}", who.0),
            Press::Cancel => format!("k{id}"),
            Press::CancelSure => format!("y{id}"),
            Press::Results => format!("o{id}"),
        }
    }

    /// Reads it. `None` for anything this version did not write.
    pub fn decode(data: &str) -> Option<(ContestId, Press)> {
        let kind = data.chars().next()?;
        let rest = data.strip_prefix(kind)?;
        let (id, more) = rest.split_once(':').map_or((rest, None), |(id, more)| (id, Some(more)));
        let id = read(id)?;
        let round = || more?.parse().ok().filter(|round| (1..=99).contains(round));
        let team =
            || more.filter(|more| more.len() == 16).and_then(|more| u64::from_str_radix(more, 16).ok());
        let yes = || ["0", "1"].iter().position(|known| Some(*known) == more).map(|place| place == 1);
        let press = match kind {
            's' if more.is_none() => Press::See,
            'j' if more.is_none() => Press::Join,
            't' if more.is_none() => Press::Teams,
            'p' => Press::Side(team()?),
            'n' if more.is_none() => Press::Found,
            'r' => Press::Brief(round()?),
            'b' => Press::Begin(round()?),
            'd' => Press::Debrief(round()?),
            'f' if more.is_none() => Press::Files,
            'h' => Press::Share(yes()?),
            'l' => Press::Line(yes()?),
            'm' if more.is_none() => Press::Manage,
            'x' => Press::Remove(TraineeId(more?.parse().ok()?)),
            'k' if more.is_none() => Press::Cancel,
            'y' if more.is_none() => Press::CancelSure,
            'o' if more.is_none() => Press::Results,
            _ => return None,
        };
        Some((id, press))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_reads_back_and_fits() {
        let all = [
            Press::See,
            Press::Join,
            Press::Teams,
            Press::Side(u64::MAX),
            Press::Side(1),
            Press::Found,
            Press::Brief(20),
            Press::Begin(1),
            Press::Debrief(3),
            Press::Files,
            Press::Share(true),
            Press::Line(false),
            Press::Manage,
            Press::Remove(TraineeId(i64::MAX)),
            Press::Cancel,
            Press::CancelSure,
            Press::Results,
        ];
        for press in all {
            let data = press.encode(0xffff_ffff_ffff);
            assert!(data.len() <= 60, "{data}");
            assert_eq!(Press::decode(&data), Some((0xffff_ffff_ffff, press)));
        }
        for forged in
            ["", "s", "sxyz", "r0000000000ab:0", "h0000000000ab:2", "z0000000000ab", "p0000000000ab:1"]
        {
            assert_eq!(Press::decode(forged), None, "{forged}");
        }
    }
}
