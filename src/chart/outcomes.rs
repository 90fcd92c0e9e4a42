//! How conversations with one customer end, by trainee, and how his leading feeling goes on the way.

use crate::base::ending::Ending;

use super::ChartError;
use super::figure::{Align, Figure, Ink, Palette};
use super::{font, paint};

/// What is shown of one trainee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Her name.
    pub name: String,
    /// Conversations by ending.
    pub endings: Vec<(Ending, u64)>,
    /// Mean level of the leading feeling, 0 to 100, at the start and after each message.
    pub course: Vec<i64>,
}

/// Colours that people who see no red or no green can tell apart (Okabe and Ito), by ending.
fn colour(ending: Ending) -> Ink {
    let (red, green, blue) = match ending {
        Ending::Satisfied => (0, 158, 115),
        Ending::Accepted => (86, 180, 233),
        Ending::Unresolved => (187, 187, 187),
        Ending::Overpromised => (240, 228, 66),
        Ending::DemandedManager => (230, 159, 0),
        Ending::HungUp => (213, 94, 0),
        Ending::ExposedPublicly => (204, 121, 167),
        Ending::LostTemper => (34, 34, 34),
    };
    Ink::Fixed(red, green, blue)
}

/// Colours of the courses, in the order of the rows.
const COURSES: [Ink; 9] = [
    Ink::Fixed(230, 159, 0),
    Ink::Fixed(86, 180, 233),
    Ink::Fixed(0, 158, 115),
    Ink::Fixed(213, 94, 0),
    Ink::Fixed(204, 121, 167),
    Ink::Fixed(0, 114, 178),
    Ink::Fixed(150, 150, 150),
    Ink::Fixed(34, 34, 34),
    Ink::Fixed(180, 170, 30),
];

const WIDTH: i32 = 1080;
/// Height of a row, and where rows begin.
const STEP: i32 = 34;
const TOP: i32 = 84;
/// Where bars begin and end; where courses do.
const BARS: (i32, i32) = (130, 590);
const COURSE: (i32, i32) = (650, 1050);
/// Room for the legend.
const LEGEND: i32 = 76;

/// What is written into the picture.
pub struct Labels<'a> {
    /// Who it is.
    pub title: String,
    /// Above the endings.
    pub endings: String,
    /// Above the courses.
    pub course: String,
    /// What an ending is called.
    pub ending: &'a dyn Fn(Ending) -> String,
}

/// The picture as PNG.
///
/// # Errors
/// See [`ChartError`].
pub fn outcomes(labels: &Labels<'_>, rows: &[Row]) -> Result<Vec<u8>, ChartError> {
    let bottom = TOP + STEP * (rows.len().clamp(6, 40) as i32);
    let mut figure = Figure::new(WIDTH as u32, (bottom + LEGEND) as u32);
    figure.words(&labels.title, at(24, 28), 20.0, Align::Left, Ink::Text);
    figure.words(&labels.endings, at(BARS.0, TOP - 22), 13.0, Align::Left, Ink::Text);
    figure.words(&labels.course, at(COURSE.0, TOP - 22), 13.0, Align::Left, Ink::Text);
    scale(&mut figure, bottom);
    for (number, row) in rows.iter().enumerate() {
        let top = TOP + STEP * number as i32;
        figure.words(&row.name, at(BARS.0 - 8, top + STEP / 2), 14.0, Align::Right, Ink::Text);
        bars(&mut figure, row, top);
    }
    for (row, ink) in rows.iter().zip(COURSES.iter().cycle()) {
        course(&mut figure, row, bottom, *ink);
    }
    legend(&mut figure, labels, rows, bottom + 24);
    paint::png(&figure, Palette::Light)
}

fn at(x: i32, y: i32) -> (f32, f32) {
    (x as f32, y as f32)
}

/// The lines at 0, 25, 50, 75 and 100 of the courses.
fn scale(figure: &mut Figure, bottom: i32) {
    for level in [0, 25, 50, 75, 100] {
        let y = height(level, bottom);
        figure.line(vec![at(COURSE.0, y), at(COURSE.1, y)], Ink::Grid, 1.0);
        figure.words(&level.to_string(), at(COURSE.0 - 6, y), 12.0, Align::Right, Ink::Text);
    }
}

fn height(level: i64, bottom: i32) -> i32 {
    bottom - ((bottom - TOP) as i64 * level.clamp(0, 100) / 100) as i32
}

fn bars(figure: &mut Figure, row: &Row, top: i32) {
    let all: u64 = row.endings.iter().map(|(_, count)| count).sum();
    let span = (BARS.1 - BARS.0) as u64;
    let mut before = 0;
    for ending in Ending::ALL {
        let count: u64 = row.endings.iter().filter(|(one, _)| *one == ending).map(|(_, count)| count).sum();
        // From running sums, so that rounding leaves no gap.
        let place = |sum: u64| BARS.0 + (span * sum).checked_div(all).unwrap_or(0) as i32;
        let (from, to) = (place(before), place(before + count));
        figure.bar(at(from, top + 5), at(to - from, STEP - 10), colour(ending));
        before += count;
    }
}

fn course(figure: &mut Figure, row: &Row, bottom: i32, ink: Ink) {
    const MOST: i32 = 16;
    let x = |place: usize| COURSE.0 + (COURSE.1 - COURSE.0) * (place as i32).min(MOST) / MOST;
    let points = row.course.iter().take(MOST as usize + 1).enumerate();
    let points: Vec<(f32, f32)> = points.map(|(place, level)| at(x(place), height(*level, bottom))).collect();
    if points.len() > 1 {
        figure.line(points, ink, 3.0);
    }
}

fn legend(figure: &mut Figure, labels: &Labels<'_>, rows: &[Row], top: i32) {
    let mut place = (24, top);
    for ending in Ending::ALL {
        key(figure, &mut place, 600, &(labels.ending)(ending), colour(ending));
    }
    let mut place = (COURSE.0, top);
    for (row, ink) in rows.iter().zip(COURSES.iter().cycle()) {
        key(figure, &mut place, COURSE.1, &row.name, *ink);
    }
}

/// One entry of a legend; moves on to where the next one stands.
fn key(figure: &mut Figure, place: &mut (i32, i32), right: i32, name: &str, ink: Ink) {
    let wide = 20 + font::width(name, 12.0) as i32 + 16;
    let left = if place.0 < COURSE.0 { 24 } else { COURSE.0 };
    if place.0 + wide > right && place.0 > left {
        *place = (left, place.1 + 22);
    }
    figure.bar(at(place.0, place.1 - 6), at(14, 12), ink);
    figure.words(name, at(place.0 + 20, place.1), 12.0, Align::Left, Ink::Text);
    place.0 += wide;
}
