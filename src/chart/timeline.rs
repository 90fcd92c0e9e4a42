//! The four levels of one conversation, message by message, for a phone held upright: one panel a level, so that lines
//! never cross; states above, phases below, and the messages that moved him most marked through all panels.

use crate::base::level::Emotion;

use super::figure::{Align, Figure, Form, Ink, Point, Shape};
use super::font;

/// What is shown, in words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Heading: the customer's title.
    pub title: String,
    /// Below it: how it ended.
    pub subtitle: String,
    /// Names of the four levels, in the order of [`Emotion::ALL`].
    pub feelings: [String; 4],
    /// The levels in hundredths of a point, 0..=10,000: how he came, then after each message.
    pub levels: Vec<[i32; 4]>,
    /// His states: from this message on (0: how he came), its name, its heat 0..=3. In order.
    pub states: Vec<(usize, String, u8)>,
    /// The stretches of the conversation: from this message on, its name. In order.
    pub phases: Vec<(usize, String)>,
    /// The messages that moved him most, from 1.
    pub turning: Vec<usize>,
    /// What stands below the place where he came.
    pub start: String,
    /// What the numbers below are.
    pub messages: String,
    /// What the marked numbers are.
    pub legend: String,
}

const WIDTH: f32 = 1080.0;
/// Margin, and where the panels begin and end.
const EDGE: f32 = 44.0;
const LEFT: f32 = 112.0;
const RIGHT: f32 = 1024.0;
/// Heights: a panel's name, its plot, and the distance to the next.
const NAME: f32 = 64.0;
const PLOT: f32 = 170.0;
const GAP: f32 = 30.0;
/// Sizes of type. A phone shows the picture at about a third.
const TITLE: f32 = 50.0;
const LARGE: f32 = 38.0;
const SMALL: f32 = 32.0;
/// A row of small labels.
const ROW: f32 = 46.0;
/// Distance that labels side by side keep.
const AIR: f32 = 18.0;
/// Above this many messages marks would touch each other.
const MARKED: usize = 40;

/// The figure.
pub fn figure(timeline: &Timeline) -> Figure {
    let (states, state_rows) = rows(
        timeline.states.iter().map(|(from, name, _)| (place(timeline, *from), name.as_str())),
        Align::Left,
    );
    let spans: Vec<(f32, f32)> = phase_spans(timeline);
    let middles =
        spans.iter().zip(&timeline.phases).map(|((from, to), (_, name))| ((from + to) / 2.0, name.as_str()));
    let (phases, phase_rows) = rows(middles, Align::Middle);
    let ribbon = 190.0 + ROW * state_rows as f32;
    let top = ribbon + 46.0;
    let bottom = top + (NAME + PLOT) * 4.0 + GAP * 3.0;
    let below = bottom + 104.0;
    let height = below + ROW * phase_rows as f32 + 84.0;
    let mut figure = Figure::new(WIDTH as u32, height as u32);
    head(&mut figure, timeline);
    bands(&mut figure, &spans, top, below - 14.0);
    for (number, emotion) in Emotion::ALL.into_iter().enumerate() {
        panel(&mut figure, timeline, emotion, number, top + (NAME + PLOT + GAP) * number as f32);
    }
    state_ribbon(&mut figure, timeline, &states, ribbon);
    axis(&mut figure, timeline, bottom + 38.0);
    for ((label, (x, row)), (from, to)) in
        timeline.phases.iter().map(|(_, name)| name).zip(&phases).zip(&spans)
    {
        let y = below + 26.0 + ROW * *row as f32;
        figure.line(vec![(from + 3.0, below - 8.0), (to - 3.0, below - 8.0)], Ink::Muted, 3.0);
        figure.words(label, (*x, y), SMALL, Align::Left, Ink::Muted);
    }
    legend(&mut figure, timeline, height - 46.0);
    figure
}

/// How many messages there are.
fn count(timeline: &Timeline) -> usize {
    timeline.levels.len().saturating_sub(1)
}

/// Where a message stands.
fn place(timeline: &Timeline, message: usize) -> f32 {
    let step = (RIGHT - LEFT) / count(timeline).max(1) as f32;
    LEFT + step * message.min(count(timeline).max(1)) as f32
}

fn head(figure: &mut Figure, timeline: &Timeline) {
    let most = WIDTH - 2.0 * EDGE;
    let title = font::fitting(&timeline.title, TITLE, most);
    figure.bold(&title, (EDGE, 66.0), TITLE, Align::Left, Ink::Text);
    let subtitle = font::fitting(&timeline.subtitle, LARGE, most);
    figure.words(&subtitle, (EDGE, 134.0), LARGE, Align::Left, Ink::Muted);
}

/// Labels that begin (or have their middle) at a place, in as many rows as it takes for none to touch another. Gives
/// each one's left edge and row, and the number of rows.
fn rows<'a>(labels: impl Iterator<Item = (f32, &'a str)>, align: Align) -> (Vec<(f32, usize)>, usize) {
    let mut ends: Vec<f32> = Vec::new();
    let mut placed = Vec::new();
    for (at, label) in labels {
        let wide = font::width(label, SMALL);
        let left = if align == Align::Middle { at - wide / 2.0 } else { at };
        let left = left.min(WIDTH - EDGE / 2.0 - wide).max(EDGE / 2.0);
        let row = ends.iter().position(|end| *end + AIR <= left).unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = left + wide,
            None => ends.push(left + wide),
        }
        placed.push((left, row));
    }
    (placed, ends.len().max(1))
}

/// From where to where each phase goes: half-way between messages, because a message belongs to one of them.
fn phase_spans(timeline: &Timeline) -> Vec<(f32, f32)> {
    let edge = |message: usize| match message {
        0 | 1 => LEFT,
        one => (place(timeline, one - 1) + place(timeline, one)) / 2.0,
    };
    let starts: Vec<f32> = timeline.phases.iter().map(|(from, _)| edge(*from)).collect();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(RIGHT));
    starts.iter().copied().zip(ends).collect()
}

fn bands(figure: &mut Figure, spans: &[(f32, f32)], top: f32, bottom: f32) {
    for (from, to) in spans.iter().step_by(2) {
        figure.bar((*from, top), (to - from, bottom - top), Ink::Band);
    }
}

/// How each level's line is drawn: its mark, and what of it is left out.
fn style(emotion: Emotion) -> (Form, &'static [f32]) {
    match emotion {
        Emotion::Anger => (Form::Disc, &[]),
        Emotion::Anxiety => (Form::Triangle, &[22.0, 12.0]),
        Emotion::Disappointment => (Form::Square, &[4.0, 13.0]),
        Emotion::Trust => (Form::Diamond, &[26.0, 11.0, 3.0, 11.0]),
    }
}

fn panel(figure: &mut Figure, timeline: &Timeline, emotion: Emotion, number: usize, top: f32) {
    let ((form, dash), ink) = (style(emotion), Ink::Feeling(emotion));
    let level = |row: &[i32; 4]| row.get(number).copied().unwrap_or(0).clamp(0, 10_000);
    let name = timeline.feelings.get(number).map_or("", String::as_str);
    figure.mark((EDGE + 16.0, top + 24.0), 15.0, form, ink);
    figure.bold(name, (EDGE + 46.0, top + 24.0), LARGE, Align::Left, ink);
    if let (Some(first), Some(last)) = (timeline.levels.first(), timeline.levels.last()) {
        let change = format!("{} → {}", whole(level(first)), whole(level(last)));
        figure.bold(&change, (RIGHT, top + 24.0), LARGE, Align::Right, ink);
    }
    let (roof, floor) = (top + NAME, top + NAME + PLOT);
    for (points, y) in [(100, roof), (50, roof + PLOT / 2.0), (0, floor)] {
        figure.line(vec![(LEFT, y), (RIGHT, y)], Ink::Grid, 2.0);
        figure.words(&points.to_string(), (LEFT - 16.0, y), 28.0, Align::Right, Ink::Muted);
    }
    let height = |row: &[i32; 4]| floor - PLOT * level(row) as f32 / 10_000.0;
    let points: Vec<Point> =
        timeline.levels.iter().enumerate().map(|(at, row)| (place(timeline, at), height(row))).collect();
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
    for x in timeline.turning.iter().map(|message| place(timeline, *message)) {
        let (points, dash) = (vec![(x, roof), (x, floor)], vec![5.0, 9.0]);
        figure.shapes.push(Shape::Line { points, ink: Ink::Muted, width: 2.5, dash });
    }
    let area = points.iter().copied().chain([(last.0, floor), (first.0, floor)]).collect();
    figure.shapes.push(Shape::Area { points: area, ink: Ink::Wash(emotion) });
    figure.shapes.push(Shape::Line { points: points.clone(), ink, width: 6.0, dash: dash.to_vec() });
    for (message, at) in points.iter().enumerate() {
        let turns = timeline.turning.contains(&message);
        if turns {
            figure.mark(*at, 19.0, form, Ink::Paper);
            figure.mark(*at, 15.0, form, ink);
        } else if count(timeline) <= MARKED {
            figure.mark(*at, 9.0, form, ink);
        }
    }
}

/// Hundredths as whole points, rounded half up.
fn whole(hundredths: i32) -> i32 {
    (hundredths + 50) / 100
}

fn state_ribbon(figure: &mut Figure, timeline: &Timeline, labels: &[(f32, usize)], y: f32) {
    let ends = timeline.states.iter().skip(1).map(|(from, ..)| place(timeline, *from));
    let ends = ends.chain(std::iter::once(RIGHT));
    for (((from, name, heat), end), (left, row)) in timeline.states.iter().zip(ends).zip(labels) {
        let x = place(timeline, *from);
        let label = y - 30.0 - ROW * *row as f32;
        figure.line(vec![(x, label + 18.0), (x, y)], Ink::Muted, 2.5);
        figure.words(name, (*left, label - 4.0), SMALL, Align::Left, Ink::Text);
        figure.bar((x, y), ((end - x).max(6.0), 18.0), Ink::Heat(*heat));
        figure.bar((x, y), (4.0, 18.0), Ink::Mark);
    }
}

/// Numbers of messages, the marked ones on discs; where they would touch, the plain ones give way.
fn axis(figure: &mut Figure, timeline: &Timeline, y: f32) {
    let mut taken: Vec<(f32, f32)> = Vec::new();
    for message in &timeline.turning {
        let (x, number) = (place(timeline, *message), message.to_string());
        figure.mark((x, y), 26.0, Form::Disc, Ink::Mark);
        figure.bold(&number, (x, y), 30.0, Align::Middle, Ink::OnMark);
        taken.push((x - 27.0, x + 27.0));
    }
    let last = count(timeline);
    let plain = std::iter::once(last).chain(0..last).filter(|message| !timeline.turning.contains(message));
    for message in plain {
        let label = if message == 0 { timeline.start.clone() } else { message.to_string() };
        let (x, half) = (place(timeline, message), font::width(&label, 30.0) / 2.0);
        let x = if message == 0 { x.max(half + 8.0) } else { x };
        let free = |(from, to): &(f32, f32)| x + half + 8.0 <= *from || x - half - 8.0 >= *to;
        if taken.iter().all(free) {
            figure.words(&label, (x, y), 30.0, Align::Middle, Ink::Muted);
            taken.push((x - half, x + half));
        }
    }
}

fn legend(figure: &mut Figure, timeline: &Timeline, y: f32) {
    let mut x = EDGE;
    if !timeline.turning.is_empty() {
        figure.mark((x + 20.0, y), 20.0, Form::Disc, Ink::Mark);
        x += 56.0;
        let most = WIDTH - EDGE - x - font::width(&timeline.messages, SMALL) - 40.0;
        figure.words(&font::fitting(&timeline.legend, SMALL, most), (x, y), SMALL, Align::Left, Ink::Text);
    }
    figure.words(&timeline.messages, (WIDTH - EDGE, y), SMALL, Align::Right, Ink::Muted);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_that_would_touch_take_another_row() {
        let (placed, rows) =
            rows([(100.0, "不高兴"), (150.0, "生气"), (400.0, "平静")].into_iter(), Align::Left);
        assert_eq!(placed.iter().map(|(_, row)| *row).collect::<Vec<_>>(), [0, 1, 0]);
        assert_eq!(rows, 2);
    }

    #[test]
    fn a_label_at_the_edge_is_moved_into_the_picture() {
        let (placed, _) = rows([(1_020.0, "心灰意冷")].into_iter(), Align::Left);
        assert!(placed[0].0 + font::width("心灰意冷", SMALL) <= WIDTH);
    }
}
