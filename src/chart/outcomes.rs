//! How conversations with one customer end, by trainee, and how his leading feeling goes on the way.

use crate::base::ending::Ending;

use super::ChartError;
use super::canvas::{Align, Canvas, Colour, FAINT};

/// What is shown of one trainee.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Her name, in ASCII.
    pub name: String,
    /// Conversations by ending.
    pub endings: Vec<(Ending, u64)>,
    /// Mean level of the leading feeling, 0 to 100, at the start and after each message.
    pub course: Vec<i64>,
}

/// Colours that people who see no red or no green can tell apart (Okabe and Ito), by ending.
fn colour(ending: Ending) -> Colour {
    match ending {
        Ending::Satisfied => (0, 158, 115),
        Ending::Accepted => (86, 180, 233),
        Ending::Unresolved => (187, 187, 187),
        Ending::Overpromised => (240, 228, 66),
        Ending::DemandedManager => (230, 159, 0),
        Ending::HungUp => (213, 94, 0),
        Ending::ExposedPublicly => (204, 121, 167),
        Ending::LostTemper => (34, 34, 34),
    }
}

/// Colours of the courses, in the order of the rows.
const COURSES: [Colour; 9] = [
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (213, 94, 0),
    (204, 121, 167),
    (0, 114, 178),
    (150, 150, 150),
    (34, 34, 34),
    (180, 170, 30),
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

/// The picture as PNG. `feeling` is the id of the leading feeling, `title` says who it is; both in ASCII.
///
/// # Errors
/// See [`ChartError`].
pub fn outcomes(title: &str, feeling: &str, rows: &[Row]) -> Result<Vec<u8>, ChartError> {
    let bottom = TOP + STEP * (rows.len().clamp(6, 40) as i32);
    let mut canvas = Canvas::new(WIDTH as u32, (bottom + LEGEND) as u32);
    canvas.words(title, (24, 28), 26, Align::Left)?;
    canvas.words("endings, percent of conversations", (BARS.0, TOP - 22), 16, Align::Left)?;
    canvas.words(&format!("{feeling}, mean after each message"), (COURSE.0, TOP - 22), 16, Align::Left)?;
    scale(&mut canvas, bottom)?;
    for (at, row) in rows.iter().enumerate() {
        let top = TOP + STEP * at as i32;
        canvas.words(&row.name, (BARS.0 - 8, top + STEP / 2), 17, Align::Right)?;
        bars(&mut canvas, row, top)?;
    }
    for (row, colour) in rows.iter().zip(COURSES.iter().cycle()) {
        course(&mut canvas, row, bottom, *colour)?;
    }
    legend(&mut canvas, rows, bottom + 24)?;
    canvas.png()
}

/// The lines at 0, 25, 50, 75 and 100 of the courses.
fn scale(canvas: &mut Canvas, bottom: i32) -> Result<(), ChartError> {
    for level in [0, 25, 50, 75, 100] {
        let y = height(level, bottom);
        canvas.line(vec![(COURSE.0, y), (COURSE.1, y)], FAINT, 1)?;
        canvas.words(&level.to_string(), (COURSE.0 - 6, y), 14, Align::Right)?;
    }
    Ok(())
}

fn height(level: i64, bottom: i32) -> i32 {
    bottom - ((bottom - TOP) as i64 * level.clamp(0, 100) / 100) as i32
}

fn bars(canvas: &mut Canvas, row: &Row, top: i32) -> Result<(), ChartError> {
    let all: u64 = row.endings.iter().map(|(_, count)| count).sum();
    let span = (BARS.1 - BARS.0) as u64;
    let mut before = 0;
    for ending in Ending::ALL {
        let count: u64 = row.endings.iter().filter(|(one, _)| *one == ending).map(|(_, count)| count).sum();
        // From running sums, so that rounding leaves no gap.
        let place = |sum: u64| BARS.0 + (span * sum).checked_div(all).unwrap_or(0) as i32;
        if count > 0 {
            canvas.bar((place(before), top + 5), (place(before + count), top + STEP - 5), colour(ending))?;
        }
        before += count;
    }
    Ok(())
}

fn course(canvas: &mut Canvas, row: &Row, bottom: i32, colour: Colour) -> Result<(), ChartError> {
    const MOST: i32 = 16;
    let x = |at: usize| COURSE.0 + (COURSE.1 - COURSE.0) * (at as i32).min(MOST) / MOST;
    let points = row.course.iter().take(MOST as usize + 1).enumerate();
    let points: Vec<(i32, i32)> = points.map(|(at, level)| (x(at), height(*level, bottom))).collect();
    if points.len() < 2 { Ok(()) } else { canvas.line(points, colour, 3) }
}

fn legend(canvas: &mut Canvas, rows: &[Row], top: i32) -> Result<(), ChartError> {
    let mut place = (24, top);
    for ending in Ending::ALL {
        key(canvas, &mut place, 600, ending.id(), colour(ending))?;
    }
    let mut place = (COURSE.0, top);
    for (row, colour) in rows.iter().zip(COURSES.iter().cycle()) {
        key(canvas, &mut place, COURSE.1, &row.name, *colour)?;
    }
    Ok(())
}

/// One entry of a legend; moves on to where the next one stands.
fn key(
    canvas: &mut Canvas,
    place: &mut (i32, i32),
    right: i32,
    name: &str,
    colour: Colour,
) -> Result<(), ChartError> {
    let wide = 26 + 8 * name.len() as i32 + 14;
    let left = if place.0 < COURSE.0 { 24 } else { COURSE.0 };
    if place.0 + wide > right && place.0 > left {
        *place = (left, place.1 + 22);
    }
    canvas.bar((place.0, place.1 - 6), (place.0 + 14, place.1 + 6), colour)?;
    canvas.words(name, (place.0 + 20, place.1), 14, Align::Left)?;
    place.0 += wide;
    Ok(())
}
