//! What comes of comparing labels with answers.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde::Serialize;

use crate::base::moves::Move;
use crate::nlu::reading::MoveHit;
use crate::nlu::score::{Calibration, Scores};
use crate::session::direction::{Direction, Directions};

use super::sheet::{Labelled, Labels};

/// Moves and directions of some messages.
#[derive(Default)]
struct Group {
    moves: Scores,
    directions: Directions,
}

impl Group {
    fn add(&mut self, is: &Labels, heard: &Labels) {
        self.moves.add(&is.moves, &heard.moves);
        self.directions.add(is.direction, heard.direction);
    }
}

/// Everything that is counted.
#[derive(Default)]
pub struct Report {
    all: Group,
    by_lang: BTreeMap<String, Group>,
    by_length: BTreeMap<Length, Group>,
    length_alone: Group,
    calibration: Calibration,
    errors: Vec<(usize, String)>,
}

/// How long a message is: in characters of Han, or in words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Length {
    Short,
    Middle,
    Long,
}

impl Length {
    fn of(text: &str) -> Length {
        let han = text.chars().filter(|c| !c.is_ascii() && c.is_alphabetic()).count();
        let (units, short, long) =
            if han > 0 { (han, 12, 40) } else { (text.split_whitespace().count(), 8, 30) };
        if units < short {
            Length::Short
        } else if units <= long {
            Length::Middle
        } else {
            Length::Long
        }
    }

    fn name(self) -> &'static str {
        match self {
            Length::Short => "short (under 12 characters of Han, 8 words)",
            Length::Middle => "middle",
            Length::Long => "long (over 40 characters of Han, 30 words)",
        }
    }
}

/// The main figures, 0 to 1.
#[derive(Serialize)]
pub struct Figures {
    messages: usize,
    direction: f64,
    opposite: f64,
    micro_f1: f64,
    macro_f1: f64,
}

/// Figures of everything and of its parts.
#[derive(Serialize)]
pub struct Summary {
    all: Figures,
    languages: BTreeMap<String, Figures>,
    moves: BTreeMap<&'static str, MoveFigures>,
    length_alone: Option<Figures>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    calibration: Vec<BandFigures>,
}

/// Moves told with about the same confidence, 0 to 1, and what share of them is there.
#[derive(Serialize)]
pub struct BandFigures {
    from: f64,
    told: u32,
    confidence: f64,
    there: f64,
}

/// Figures of one move, 0 to 1, and how often it is there.
#[derive(Serialize)]
pub struct MoveFigures {
    there: u32,
    precision: f64,
    recall: f64,
    f1: f64,
}

fn share(per_mille: usize) -> f64 {
    per_mille as f64 / 1000.0
}

impl Report {
    /// Counts one message; `simple` is what its length alone says.
    pub fn add(&mut self, one: &Labelled, heard: &Labels, simple: Option<&Labels>) {
        self.all.add(&one.labels, heard);
        self.by_lang.entry(one.lang.to_string()).or_default().add(&one.labels, heard);
        self.by_length.entry(Length::of(&one.agent)).or_default().add(&one.labels, heard);
        if let Some(simple) = simple {
            self.length_alone.add(&one.labels, simple);
        }
        self.note(one, heard);
    }

    /// Counts with what confidence moves were told, and which of them are there.
    pub fn believe(&mut self, one: &Labelled, told: &[MoveHit]) {
        for hit in told {
            self.calibration.add(hit.confidence, one.labels.moves.contains(&hit.mv));
        }
    }

    fn bands(&self) -> Vec<BandFigures> {
        let figures = |(from, band): (u16, crate::nlu::score::Band)| BandFigures {
            from: share(from.into()),
            told: band.told,
            confidence: share(band.confidence() as usize),
            there: share(band.right() as usize),
        };
        self.calibration.bands().map(figures).collect()
    }

    fn note(&mut self, one: &Labelled, heard: &Labels) {
        let is = &one.labels;
        let missed: Vec<&str> =
            is.moves.iter().filter(|m| !heard.moves.contains(m)).map(|m| m.id()).collect();
        let wrong: Vec<&str> = heard.moves.iter().filter(|m| !is.moves.contains(m)).map(|m| m.id()).collect();
        let far = (is.direction as usize).abs_diff(heard.direction as usize);
        let weight = far * 10 + missed.len() + wrong.len();
        if weight > 0 {
            let way = format!("{} heard as {}", is.direction.id(), heard.direction.id());
            let (missed, wrong) = (missed.join(" "), wrong.join(" "));
            self.errors.push((
                weight,
                format!(
                    "{}: {way} | missed: {missed} | heard: {wrong}\n    {}",
                    one.id,
                    one.agent.replace('\n', " / ")
                ),
            ));
        }
    }

    /// The figures for programs.
    pub fn summary(&self) -> Summary {
        let tally = |mv: Move| {
            let tally = self.all.moves.of(mv);
            let figures = MoveFigures {
                there: tally.hit + tally.miss,
                precision: share(tally.precision() as usize),
                recall: share(tally.recall() as usize),
                f1: share(tally.f1() as usize),
            };
            (mv.id(), figures)
        };
        Summary {
            all: figures(&self.all),
            languages: self.by_lang.iter().map(|(lang, group)| (lang.clone(), figures(group))).collect(),
            moves: Move::ALL.into_iter().map(tally).collect(),
            length_alone: (self.length_alone.moves.messages > 0).then(|| figures(&self.length_alone)),
            calibration: self.bands(),
        }
    }

    /// The figures for people, with the `worst` messages read worst.
    pub fn told(&self, worst: usize) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = self.tell(&mut text, worst);
        text
    }

    fn tell(&self, to: &mut String, worst: usize) -> std::fmt::Result {
        writeln!(
            to,
            "{:44} {:>8} {:>9} {:>8} {:>8} {:>8}",
            "", "messages", "direction", "opposite", "micro F1", "macro F1"
        )?;
        row(to, "all", &self.all)?;
        for (lang, group) in &self.by_lang {
            row(to, lang, group)?;
        }
        for (length, group) in &self.by_length {
            row(to, length.name(), group)?;
        }
        if self.length_alone.moves.messages > 0 {
            row(to, "a reader that knows the length alone", &self.length_alone)?;
        }
        self.tell_directions(to)?;
        self.tell_moves(to)?;
        self.tell_confusions(to)?;
        self.tell_calibration(to)?;
        self.tell_worst(to, worst)
    }

    fn tell_directions(&self, to: &mut String) -> std::fmt::Result {
        writeln!(to, "\ndirection: rows are, columns heard")?;
        write!(to, "{:12}", "")?;
        Direction::ALL.iter().try_for_each(|d| write!(to, "{:>10}", d.id()))?;
        for is in Direction::ALL {
            write!(to, "\n{:12}", is.id())?;
            for heard in Direction::ALL {
                write!(to, "{:>10}", self.all.directions.count(is, heard))?;
            }
        }
        writeln!(to)
    }

    fn tell_moves(&self, to: &mut String) -> std::fmt::Result {
        writeln!(to, "\n{:24} {:>5} {:>9} {:>6} {:>6}", "move", "there", "precision", "recall", "F1")?;
        for mv in Move::ALL {
            let tally = self.all.moves.of(mv);
            let cells = [tally.precision(), tally.recall(), tally.f1()].map(|v| share(v as usize));
            let [precision, recall, f1] = cells;
            writeln!(
                to,
                "{:24} {:>5} {precision:>9.2} {recall:>6.2} {f1:>6.2}",
                mv.id(),
                tally.hit + tally.miss
            )?;
        }
        Ok(())
    }

    fn tell_confusions(&self, to: &mut String) -> std::fmt::Result {
        writeln!(to, "\nmost frequent confusions (there, heard instead)")?;
        let name = |mv: Option<Move>| mv.map_or("nothing", Move::id);
        for (is, heard, count) in self.all.moves.confusions(20) {
            writeln!(to, "{count:>4}  {:24} {}", name(is), name(heard))?;
        }
        Ok(())
    }

    fn tell_calibration(&self, to: &mut String) -> std::fmt::Result {
        let bands = self.bands();
        if bands.is_empty() {
            return Ok(());
        }
        writeln!(to, "\nconfidence: what was claimed, and what share of the moves told is there")?;
        writeln!(to, "{:>9} {:>6} {:>8} {:>6}", "from", "told", "claimed", "there")?;
        for BandFigures { from, told, confidence, there } in bands {
            writeln!(to, "{from:>9.2} {told:>6} {confidence:>8.2} {there:>6.2}")?;
        }
        writeln!(to, "mean distance {:.3}", share(self.calibration.error() as usize))
    }

    fn tell_worst(&self, to: &mut String, worst: usize) -> std::fmt::Result {
        let mut errors: Vec<&(usize, String)> = self.errors.iter().collect();
        errors.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        if worst > 0 {
            writeln!(to, "\nread worst")?;
        }
        errors.iter().take(worst).try_for_each(|(_, text)| writeln!(to, "{text}"))
    }
}

fn figures(group: &Group) -> Figures {
    Figures {
        messages: group.directions.messages(),
        direction: share(group.directions.right()),
        opposite: share(group.directions.opposite()),
        micro_f1: share(group.moves.micro() as usize),
        macro_f1: share(group.moves.macro_mean() as usize),
    }
}

fn row(to: &mut String, name: &str, group: &Group) -> std::fmt::Result {
    let f = figures(group);
    writeln!(
        to,
        "{name:44} {:>8} {:>9.3} {:>8.3} {:>8.3} {:>8.3}",
        f.messages, f.direction, f.opposite, f.micro_f1, f.macro_f1
    )
}
