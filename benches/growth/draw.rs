//! Curves: their exponents as a table, and pictures of them on two logarithmic axes, where a straight line of slope one is linear growth.

use std::collections::BTreeMap;
use std::path::Path;

use xiaoqi::chart::figure::{Align, Figure, Form, Ink, Palette, Point};
use xiaoqi::chart::font;
use xiaoqi::chart::paint::png;

/// Title, and what is across and up, by the picture's name.
const PICTURES: [(&str, [&str; 3]); 9] = [
    ("messages", ["One conversation: time", "messages", "ms"]),
    ("stored", ["Conversations stored: time", "conversations", "ms"]),
    ("stored-memory", ["Conversations stored: memory and disk", "conversations", "MB"]),
    ("personas", ["Customers: time", "customers", "ms"]),
    ("personas-memory", ["Customers: memory", "customers", "MB"]),
    ("locales", ["Languages: time", "languages", "ms"]),
    ("locales-memory", ["Languages: memory", "languages", "MB"]),
    ("contest", ["A contest: time", "members", "ms"]),
    ("contest-memory", ["A contest: memory", "members", "MB"]),
];
const INKS: [Ink; 4] =
    [Ink::Fixed(31, 96, 168), Ink::Fixed(200, 80, 30), Ink::Fixed(60, 140, 70), Ink::Fixed(130, 80, 160)];
const FORMS: [Form; 4] = [Form::Disc, Form::Triangle, Form::Square, Form::Diamond];

const WIDTH: f32 = 1_080.0;
const HEIGHT: f32 = 720.0;
/// The plot: left, top, right, bottom.
const PLOT: [f32; 4] = [150.0, 190.0, 1_030.0, 610.0];

/// Points of one curve.
type Curve = Vec<(f64, f64)>;

/// Points by picture and curve.
#[derive(Default)]
pub struct Curves(BTreeMap<String, BTreeMap<String, Curve>>);

impl Curves {
    pub fn add(&mut self, picture: String, curve: String, point: (f64, f64)) {
        self.0.entry(picture).or_default().entry(curve).or_default().push(point);
    }

    /// Prints every curve as a row of a table, with its exponent.
    pub fn tell(&self) {
        for (picture, curves) in &self.0 {
            let [title, across, unit] = words(picture);
            println!("\n{title} (at so many {across}, {unit})");
            for (name, curve) in curves {
                let points: Vec<String> =
                    curve.iter().map(|(x, y)| format!("{x}: {}", short(y.max(0.0)))).collect();
                println!("| {name} | {} | {:.2} |", points.join(" | "), exponent(curve));
            }
        }
    }

    /// Draws every picture into a folder.
    pub fn draw(&self, folder: &Path) {
        for (picture, curves) in &self.0 {
            let bytes = png(&figure(words(picture), curves), Palette::Light).unwrap();
            std::fs::write(folder.join(format!("{picture}.png")), bytes).unwrap();
        }
    }
}

fn words(picture: &str) -> [&'static str; 3] {
    PICTURES.iter().find(|(name, _)| *name == picture).map(|(_, words)| *words).unwrap()
}

/// Three digits that say something.
fn short(value: f64) -> String {
    match value {
        below if below < 1.0 => format!("{below:.3}"),
        below if below < 10.0 => format!("{below:.2}"),
        below if below < 100.0 => format!("{below:.1}"),
        below => format!("{below:.0}"),
    }
}

/// The slope of the line that fits the three largest sizes best, on logarithmic axes: what the growth comes to once what is always there does not
/// count any more.
fn exponent(curve: &[(f64, f64)]) -> f64 {
    let last: Vec<(f64, f64)> = curve.iter().rev().take(3).map(|(x, y)| (x.ln(), y.max(1e-6).ln())).collect();
    let count = last.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| last.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|p| p.0), mean(|p| p.1));
    let along = last.iter().map(|p| (p.0 - x) * (p.1 - y)).sum::<f64>();
    along / last.iter().map(|p| (p.0 - x).powi(2)).sum::<f64>().max(1e-9)
}

/// A logarithmic axis over whole powers of ten.
struct Axis {
    low: f64,
    high: f64,
    from: f32,
    to: f32,
}

impl Axis {
    fn new(values: impl Iterator<Item = f64> + Clone, from: f32, to: f32) -> Axis {
        let low = values.clone().fold(f64::MAX, f64::min).max(1e-5).log10().floor();
        let high = values.fold(0.0, f64::max).max(1e-4).log10().ceil();
        Axis { low, high: high.max(low + 1.0), from, to }
    }

    fn place(&self, value: f64) -> f32 {
        let part = (value.max(1e-5).log10() - self.low) / (self.high - self.low);
        self.from + (self.to - self.from) * part as f32
    }

    fn powers(&self) -> impl Iterator<Item = f64> {
        (self.low as i32..=self.high as i32).map(|power| 10f64.powi(power))
    }
}

fn figure([title, across, up]: [&str; 3], curves: &BTreeMap<String, Curve>) -> Figure {
    let [left, top, right, bottom] = PLOT;
    let mut figure = Figure::new(WIDTH as u32, HEIGHT as u32);
    figure.bold(title, (44.0, 48.0), 36.0, Align::Left, Ink::Text);
    let points = || curves.values().flatten();
    let (x, y) =
        (Axis::new(points().map(|p| p.0), left, right), Axis::new(points().map(|p| p.1), bottom, top));
    for power in x.powers() {
        figure.line(vec![(x.place(power), top), (x.place(power), bottom)], Ink::Grid, 1.5);
        figure.words(&power.to_string(), (x.place(power), bottom + 26.0), 22.0, Align::Middle, Ink::Muted);
    }
    for power in y.powers() {
        figure.line(vec![(left, y.place(power)), (right, y.place(power))], Ink::Grid, 1.5);
        figure.words(&power.to_string(), (left - 14.0, y.place(power)), 22.0, Align::Right, Ink::Muted);
    }
    figure.words(across, ((left + right) / 2.0, bottom + 66.0), 24.0, Align::Middle, Ink::Text);
    figure.words(up, (left - 14.0, top - 34.0), 24.0, Align::Right, Ink::Text);
    let mut key: Point = (left, 96.0);
    for (place, (name, curve)) in curves.iter().enumerate() {
        let (ink, form) = (INKS[place % INKS.len()], FORMS[place % FORMS.len()]);
        let line: Vec<Point> = curve.iter().map(|(a, b)| (x.place(*a), y.place(*b))).collect();
        line.iter().for_each(|at| figure.mark(*at, 7.0, form, ink));
        figure.line(line, ink, 3.0);
        let said = format!("{name} (^{:.2})", exponent(curve));
        let wide = font::width(&said, 22.0) + 54.0;
        if key.0 + wide > right {
            key = (left, key.1 + 34.0);
        }
        figure.mark((key.0, key.1), 8.0, form, ink);
        figure.words(&said, (key.0 + 18.0, key.1), 22.0, Align::Left, Ink::Text);
        key.0 += wide;
    }
    figure
}
