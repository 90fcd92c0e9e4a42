//! A customer's states in rows by heat and columns by feeling, with the endings at both sides, and how often conversations
//! went which way: the wider a line, the oftener; dashed where nobody went.

use super::figure::{Align, Figure, Ink, Point, Shape};
use super::font;

/// A state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it is called.
    pub label: String,
    /// A line below that.
    pub note: String,
    /// Its colour.
    pub ink: Ink,
    /// From the left, 0 to 2.
    pub column: usize,
    /// From the top, 0 to 3.
    pub row: usize,
    /// Conversations that began there.
    pub starts: u64,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statechart {
    /// Above everything.
    pub title: String,
    /// The states.
    pub states: Vec<Cell>,
    /// Endings on the left, each with a line below its name.
    pub good: Vec<(String, String)>,
    /// Endings on the right.
    pub bad: Vec<(String, String)>,
    /// From a state to a state, by place, and how often.
    pub moves: Vec<(usize, usize, u64)>,
    /// From a state to an ending, by place (the good ones first), and how often.
    pub ways: Vec<(usize, usize, u64)>,
    /// Lines below everything.
    pub notes: Vec<String>,
}

const MARGIN: f32 = 28.0;
const TOP: f32 = 84.0;
/// Width and height of a box.
const BOX: Point = (168.0, 54.0);
/// From row to row, and from column to column.
const ROW: f32 = 128.0;
const COLUMN: f32 = 310.0;
/// Between the states and the endings.
const GAP: f32 = 190.0;
/// Height of a line of notes, and of their letters.
const NOTE: (f32, f32) = (22.0, 13.0);
/// How far the lines up and down stand from the middle of a box.
const ASIDE: f32 = 22.0;

/// The figure.
pub fn figure(chart: &Statechart) -> Figure {
    let sheet = Sheet::of(chart);
    let noted = chart.notes.iter().map(|note| font::width(note, NOTE.1)).fold(0.0, f32::max);
    let width = sheet.width.max(noted + 2.0 * MARGIN).max(font::width(&chart.title, 20.0) + 2.0 * MARGIN);
    let height = sheet.bottom + 30.0 + NOTE.0 * chart.notes.len() as f32 + MARGIN;
    let mut figure = Figure::new(width.ceil() as u32, height.ceil() as u32);
    figure.bar((0.0, 0.0), (width, height), Ink::Paper);
    figure.words(&chart.title, (MARGIN, 36.0), 20.0, Align::Left, Ink::Text);
    let mut counts = Vec::new();
    // What was taken covers what was not.
    for taken in [false, true] {
        sheet.moves(&mut figure, &mut counts, taken);
        sheet.ways(&mut figure, &mut counts, taken);
    }
    // Boxes cover the lines that pass behind them, and numbers stand on top of all.
    sheet.boxes(&mut figure);
    counts.iter().for_each(|(at, count)| number(&mut figure, *at, *count));
    for (place, note) in chart.notes.iter().enumerate() {
        let y = sheet.bottom + 30.0 + NOTE.0 * place as f32;
        figure.words(note, (MARGIN, y), NOTE.1, Align::Left, Ink::Muted);
    }
    figure
}

/// Where everything stands.
struct Sheet<'a> {
    chart: &'a Statechart,
    /// Where the first column of states begins, and where the endings on the right do.
    left: f32,
    right: f32,
    bottom: f32,
    width: f32,
    /// The highest count, for the width of lines.
    most: u64,
}

type Counts = Vec<(Point, u64)>;

impl Sheet<'_> {
    fn of(chart: &Statechart) -> Sheet<'_> {
        let columns = chart.states.iter().map(|cell| cell.column + 1).max().unwrap_or(1);
        let left = MARGIN + BOX.0 + GAP;
        let right = left + COLUMN * (columns - 1) as f32 + BOX.0 + GAP;
        let counts = chart.moves.iter().chain(&chart.ways).map(|(_, _, count)| *count);
        let rows = chart.good.len().max(chart.bad.len()).max(4) as f32;
        Sheet {
            chart,
            left,
            right,
            bottom: TOP + (ROW * 3.0).max((rows - 1.0) * (BOX.1 + 20.0)) + BOX.1,
            width: right + BOX.0 + MARGIN,
            most: counts.max().unwrap_or(0).max(1),
        }
    }

    /// Upper left corner of a state.
    fn state(&self, place: usize) -> Option<Point> {
        let cell = self.chart.states.get(place)?;
        Some((self.left + COLUMN * cell.column as f32, TOP + ROW * cell.row as f32))
    }

    /// Upper left corner of an ending, and whether it is on the left.
    fn ending(&self, place: usize) -> (Point, bool) {
        let good = self.chart.good.len();
        let (place, all, x) = match place.checked_sub(good) {
            None => (place, good, MARGIN),
            Some(place) => (place, self.chart.bad.len(), self.right),
        };
        let room = self.bottom - TOP;
        let y = TOP + room * (place as f32 + 0.5) / all.max(1) as f32 - BOX.1 / 2.0;
        ((x, y), x == MARGIN)
    }

    fn wide(&self, count: u64) -> f32 {
        1.2 + 4.0 * (count as f32 / self.most as f32).sqrt()
    }

    fn line(&self, figure: &mut Figure, points: Vec<Point>, count: u64) {
        let dash = if count == 0 { vec![4.0, 6.0] } else { Vec::new() };
        let ink = if count == 0 { Ink::Grid } else { Ink::Muted };
        let width = self.wide(count);
        if let [.., from, to] = points.as_slice() {
            head(figure, *from, *to, width, ink);
        }
        figure.shapes.push(Shape::Line { points, ink, width, dash });
    }

    fn moves(&self, figure: &mut Figure, counts: &mut Counts, taken: bool) {
        let mut lanes = 0;
        for (from, to, count) in self.chart.moves.iter().filter(|(_, _, count)| (*count > 0) == taken) {
            let (Some(a), Some(b)) = (self.state(*from), self.state(*to)) else { continue };
            let (middle, half) = (BOX.0 / 2.0, BOX.1 / 2.0);
            let rows = ((a.1 - b.1) / ROW).round() as i32;
            let (points, at) = if a.0 != b.0 {
                // To another feeling: from side to side.
                let (x, y) = if a.0 < b.0 { (a.0 + BOX.0, b.0) } else { (a.0, b.0 + BOX.0) };
                let (from, to) = ((x, a.1 + half - 8.0), (y, b.1 + half + 8.0));
                (vec![from, to], between(from, to, 56.0 / (to.0 - from.0).abs().max(112.0)))
            } else if rows.abs() == 1 {
                // Up on the left, down on the right.
                let (aside, from, to) =
                    if rows > 0 { (-ASIDE, a.1, b.1 + BOX.1) } else { (ASIDE, a.1 + BOX.1, b.1) };
                let x = a.0 + middle + aside;
                (vec![(x, from), (x, to)], (x + aside * 0.9, (from + to) / 2.0))
            } else {
                // Past the boxes between, each on a lane of its own.
                lanes += 1;
                let (side, edge) = if rows > 0 { (-1.0, a.0) } else { (1.0, a.0 + BOX.0) };
                let lane = edge + side * (16.0 + 7.0 * (lanes % 4) as f32);
                let shift = 6.0 * (lanes % 3) as f32;
                let (from, to) = (a.1 + half + shift, b.1 + half - shift);
                (vec![(edge, from), (lane, from), (lane, to), (edge, to)], (lane, from + (to - from) * 0.42))
            };
            self.line(figure, points, *count);
            counts.push((at, *count));
        }
    }

    fn ways(&self, figure: &mut Figure, counts: &mut Counts, taken: bool) {
        let half = BOX.1 / 2.0;
        let mut before: Vec<usize> = vec![0; self.chart.states.len()];
        for (from, to, count) in self.chart.ways.iter().filter(|(_, _, count)| (*count > 0) == taken) {
            let (Some(a), (b, left)) = (self.state(*from), self.ending(*to)) else { continue };
            let (from_x, to_x) = if left { (a.0, b.0 + BOX.0) } else { (a.0 + BOX.0, b.0) };
            let (from_at, to_at) = ((from_x, a.1 + half), (to_x, b.1 + half));
            // Numbers stand beside the endings, clear of other columns, those of one state one farther out than the other.
            let order = before.get_mut(*from).map_or(0, |order| std::mem::replace(order, *order + 1));
            let off = 34.0 + 30.0 * (order % 5) as f32;
            let x = if left { to_x + off } else { to_x - off };
            let share = (x - from_at.0) / (to_at.0 - from_at.0);
            counts.push((between(from_at, to_at, share), *count));
            self.line(figure, vec![from_at, to_at], *count);
        }
    }

    fn boxes(&self, figure: &mut Figure) {
        for (place, cell) in self.chart.states.iter().enumerate() {
            let Some(at) = self.state(place) else { continue };
            labelled(figure, at, (&cell.label, &cell.note), cell.ink, 8.0);
            if cell.starts > 0 {
                // Where conversations begin, from above.
                let x = at.0 + BOX.0 - 18.0;
                self.line(figure, vec![(x, at.1 - 26.0), (x, at.1)], cell.starts);
                figure.mark((x, at.1 - 28.0), 5.0, super::figure::Form::Disc, Ink::Mark);
                figure.words(&cell.starts.to_string(), (x + 10.0, at.1 - 26.0), 12.0, Align::Left, Ink::Text);
            }
        }
        let endings = self.chart.good.iter().chain(&self.chart.bad);
        for (place, (label, note)) in endings.enumerate() {
            labelled(figure, self.ending(place).0, (label, note), Ink::Band, 27.0);
        }
    }
}

fn labelled(figure: &mut Figure, (x, y): Point, (label, note): (&str, &str), ink: Ink, round: f32) {
    let edge = (x - 1.0, y - 1.0);
    figure.shapes.push(Shape::Bar { at: edge, size: (BOX.0 + 2.0, BOX.1 + 2.0), round, ink: Ink::Grid });
    figure.shapes.push(Shape::Bar { at: (x, y), size: BOX, round, ink });
    let (middle, most) = (x + BOX.0 / 2.0, BOX.0 - 16.0);
    figure.bold(&font::fitting(label, 15.0, most), (middle, y + 20.0), 15.0, Align::Middle, Ink::Text);
    figure.words(&font::fitting(note, 12.0, most), (middle, y + 39.0), 12.0, Align::Middle, Ink::Text);
}

fn between(from: Point, to: Point, share: f32) -> Point {
    (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
}

/// The head of an arrow.
fn head(figure: &mut Figure, from: Point, to: Point, width: f32, ink: Ink) {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let long = x.hypot(y).max(1.0);
    let (x, y, size) = (x / long, y / long, 6.0 + width);
    let back = (to.0 - x * size, to.1 - y * size);
    let half = size * 0.55;
    let corners = vec![to, (back.0 - y * half, back.1 + x * half), (back.0 + y * half, back.1 - x * half)];
    figure.shapes.push(Shape::Area { points: corners, ink });
}

/// A count on its line; nothing where nobody went.
fn number(figure: &mut Figure, (x, y): Point, count: u64) {
    if count > 0 {
        let text = count.to_string();
        let wide = font::width(&text, 12.0) + 6.0;
        let at = (x - wide / 2.0, y - 8.0);
        figure.shapes.push(Shape::Bar { at, size: (wide, 16.0), round: 4.0, ink: Ink::Paper });
        figure.words(&text, (x, y), 12.0, Align::Middle, Ink::Text);
    }
}
