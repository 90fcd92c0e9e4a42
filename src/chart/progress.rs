//! Progress over weeks: the mean score of each, and how much was practised.

use crate::base::level::Emotion;

use super::figure::{Align, Figure, Form, Ink, Point};
use super::font;

/// What is shown, in words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Heading.
    pub title: String,
    /// The weeks, oldest first.
    pub weeks: Vec<Week>,
    /// What the line is.
    pub scores: String,
    /// What the bars are.
    pub conversations: String,
}

/// One week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Week {
    /// Its name, short.
    pub name: String,
    /// Mean score, 0 to 100; `None` where nothing was practised.
    pub score: Option<u8>,
    /// Conversations.
    pub conversations: u16,
}

const WIDTH: f32 = 1080.0;
const LEFT: f32 = 112.0;
const RIGHT: f32 = 1024.0;
/// The plot of scores, and below it the bars.
const SCORES: (f32, f32) = (200.0, 620.0);
const BARS: (f32, f32) = (720.0, 900.0);

/// The figure.
pub fn figure(progress: &Progress) -> Figure {
    let mut figure = Figure::new(WIDTH as u32, 1_000);
    let title = font::fitting(&progress.title, 50.0, WIDTH - 88.0);
    figure.bold(&title, (44.0, 66.0), 50.0, Align::Left, Ink::Text);
    let ink = Ink::Feeling(Emotion::Trust);
    figure.mark((60.0, 146.0), 14.0, Form::Disc, ink);
    figure.bold(&progress.scores, (90.0, 146.0), 36.0, Align::Left, ink);
    for (points, y) in [(100, SCORES.0), (50, (SCORES.0 + SCORES.1) / 2.0), (0, SCORES.1)] {
        figure.line(vec![(LEFT, y), (RIGHT, y)], Ink::Grid, 2.0);
        figure.words(&points.to_string(), (LEFT - 16.0, y), 28.0, Align::Right, Ink::Muted);
    }
    for stretch in stretches(progress) {
        if stretch.len() > 1 {
            figure.line(stretch.clone(), ink, 6.0);
        }
        stretch.into_iter().for_each(|at| figure.mark(at, 12.0, Form::Disc, ink));
    }
    bars(&mut figure, progress);
    names(&mut figure, progress);
    figure
}

/// The middle of a week's column.
fn column(progress: &Progress, at: usize) -> f32 {
    LEFT + width(progress) * (at as f32 + 0.5)
}

fn width(progress: &Progress) -> f32 {
    (RIGHT - LEFT) / progress.weeks.len().max(1) as f32
}

/// The scores as points, cut where a week had none: a line across would claim what nobody knows.
fn stretches(progress: &Progress) -> Vec<Vec<Point>> {
    let mut all = vec![Vec::new()];
    for (at, week) in progress.weeks.iter().enumerate() {
        match (week.score, all.last_mut()) {
            (Some(score), Some(last)) => {
                let height = (SCORES.1 - SCORES.0) * f32::from(score.min(100)) / 100.0;
                last.push((column(progress, at), SCORES.1 - height));
            }
            _ => all.push(Vec::new()),
        }
    }
    all.retain(|stretch| !stretch.is_empty());
    all
}

fn bars(figure: &mut Figure, progress: &Progress) {
    let most = progress.weeks.iter().map(|week| week.conversations).max().unwrap_or(0).max(1);
    figure.mark((60.0, 676.0), 14.0, Form::Square, Ink::Feeling(Emotion::Disappointment));
    figure.bold(
        &progress.conversations,
        (90.0, 676.0),
        36.0,
        Align::Left,
        Ink::Feeling(Emotion::Disappointment),
    );
    let wide = (width(progress) * 0.6).min(80.0);
    for (at, week) in progress.weeks.iter().enumerate() {
        let high = (BARS.1 - BARS.0 - 40.0) * f32::from(week.conversations) / f32::from(most);
        let (x, y) = (column(progress, at), BARS.1 - high);
        figure.bar((x - wide / 2.0, y), (wide, high), Ink::Feeling(Emotion::Disappointment));
        let count = week.conversations.to_string();
        if week.conversations > 0 && font::width(&count, 28.0) < width(progress) {
            figure.words(&count, (x, y - 22.0), 28.0, Align::Middle, Ink::Text);
        }
    }
    figure.line(vec![(LEFT, BARS.1), (RIGHT, BARS.1)], Ink::Muted, 2.0);
}

/// The weeks' names; where they would touch, the older ones give way.
fn names(figure: &mut Figure, progress: &Progress) {
    let mut free = WIDTH - 8.0;
    for (at, week) in progress.weeks.iter().enumerate().rev() {
        let (x, half) = (column(progress, at), font::width(&week.name, 30.0) / 2.0);
        if x + half <= free && x - half >= 8.0 {
            figure.words(&week.name, (x, 940.0), 30.0, Align::Middle, Ink::Muted);
            free = x - half - 14.0;
        }
    }
}
