//! A wheel of skills: how far each has come, now and before.

use crate::base::level::Emotion;

use super::figure::{Align, Figure, Form, Ink, Point, Shape};
use super::font;

/// What is shown, in words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wheel {
    /// Heading.
    pub title: String,
    /// The skills, clockwise from the top; three at least make a wheel.
    pub skills: Vec<Skill>,
    /// What the filled shape is.
    pub now: String,
    /// What the dashed one is.
    pub before: String,
}

/// One skill.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skill {
    /// Its name.
    pub name: String,
    /// How far it has come, 0 to 100.
    pub now: u8,
    /// How far it had come before; `None` where nothing is known.
    pub before: Option<u8>,
}

const WIDTH: f32 = 1080.0;
const HEIGHT: f32 = 1190.0;
const MIDDLE: Point = (540.0, 610.0);
const RADIUS: f32 = 290.0;
const SIZE: f32 = 34.0;
const LINE: f32 = 42.0;

/// The figure.
pub fn figure(wheel: &Wheel) -> Figure {
    let mut figure = Figure::new(WIDTH as u32, HEIGHT as u32);
    let title = font::fitting(&wheel.title, 50.0, WIDTH - 88.0);
    figure.bold(&title, (44.0, 66.0), 50.0, Align::Left, Ink::Text);
    let count = wheel.skills.len();
    for level in [25, 50, 75, 100] {
        let ring: Vec<Point> = (0..count).chain([0]).map(|at| spoke(at, count, level)).collect();
        figure.line(ring, Ink::Grid, 2.5);
    }
    for (at, skill) in wheel.skills.iter().enumerate() {
        figure.line(vec![MIDDLE, spoke(at, count, 100)], Ink::Grid, 2.5);
        label(&mut figure, skill, spoke(at, count, 112));
    }
    let now: Vec<Point> =
        wheel.skills.iter().enumerate().map(|(at, one)| spoke(at, count, one.now.min(100))).collect();
    if count > 2 {
        figure.shapes.push(Shape::Area { points: now.clone(), ink: Ink::Wash(Emotion::Trust) });
    }
    figure.line(now.iter().copied().chain(now.first().copied()).collect(), Ink::Feeling(Emotion::Trust), 6.0);
    before(&mut figure, wheel);
    for at in now {
        figure.mark(at, 13.0, Form::Disc, Ink::Feeling(Emotion::Trust));
    }
    legend(&mut figure, wheel);
    figure
}

/// A place on a spoke, from the middle (0) outwards. Rounded to a sixteenth of a pixel, so that the last digits of a
/// machine's sine do not matter.
fn spoke(at: usize, count: usize, level: u8) -> Point {
    let turn = std::f64::consts::TAU * at as f64 / count.max(1) as f64;
    let length = f64::from(RADIUS) * f64::from(level) / 100.0;
    let round = |x: f64| ((x * 16.0).round() / 16.0) as f32;
    (MIDDLE.0 + round(turn.sin() * length), MIDDLE.1 - round(turn.cos() * length))
}

/// Before: a dashed line through the skills that were known then.
fn before(figure: &mut Figure, wheel: &Wheel) {
    let count = wheel.skills.len();
    let known =
        wheel.skills.iter().enumerate().filter_map(|(at, one)| Some(spoke(at, count, one.before?.min(100))));
    let mut points: Vec<Point> = known.collect();
    points.extend(points.first().copied());
    if points.len() > 2 {
        figure.shapes.push(Shape::Line { points, ink: Ink::Muted, width: 4.0, dash: vec![14.0, 12.0] });
    }
}

fn label(figure: &mut Figure, skill: &Skill, (x, y): Point) {
    let align = match x - MIDDLE.0 {
        aside if aside > 20.0 => Align::Left,
        aside if aside < -20.0 => Align::Right,
        _ => Align::Middle,
    };
    let room = match align {
        Align::Left => WIDTH - 20.0 - x,
        Align::Right => x - 20.0,
        Align::Middle => WIDTH - 88.0,
    };
    let lines = font::wrapped(&skill.name, SIZE, room);
    // Above the wheel a label grows upwards, below it downwards, beside it both ways.
    let high = LINE * lines.len() as f32;
    let mut y = match y - MIDDLE.1 {
        above if above < -RADIUS => y - high,
        below if below > RADIUS => y,
        _ => y - high / 2.0,
    };
    for line in &lines {
        figure.words(line, (x, y), SIZE, align, Ink::Text);
        y += LINE;
    }
    figure.bold(&skill.now.min(100).to_string(), (x, y), SIZE, align, Ink::Feeling(Emotion::Trust));
}

fn legend(figure: &mut Figure, wheel: &Wheel) {
    let y = HEIGHT - 56.0;
    figure.line(vec![(44.0, y), (104.0, y)], Ink::Feeling(Emotion::Trust), 6.0);
    figure.words(&font::fitting(&wheel.now, SIZE, 380.0), (122.0, y), SIZE, Align::Left, Ink::Text);
    if wheel.skills.iter().any(|skill| skill.before.is_some()) {
        let (points, dash) = (vec![(560.0, y), (620.0, y)], vec![14.0, 12.0]);
        figure.shapes.push(Shape::Line { points, ink: Ink::Muted, width: 4.0, dash });
        figure.words(&font::fitting(&wheel.before, SIZE, 400.0), (638.0, y), SIZE, Align::Left, Ink::Text);
    }
}
