//! Curves as pictures: growth measured by `cargo bench --bench growth`, drawn on two logarithmic axes, where a straight line of slope one
//! is linear growth.

use std::collections::BTreeMap;
use std::path::Path;

use plotters::prelude::*;
use plotters::style::{FontStyle, register_font};

const FONT: &[u8] = include_bytes!("../../../src/chart/cjk.otf");
const INKS: [RGBColor; 4] =
    [RGBColor(31, 96, 168), RGBColor(200, 80, 30), RGBColor(60, 140, 70), RGBColor(130, 80, 160)];

/// What one picture shows: its title, the axes, and points by the name of their curve.
#[derive(Default)]
struct Picture {
    words: [String; 3],
    curves: BTreeMap<String, Vec<(f64, f64)>>,
}

/// Reads lines of `picture TAB curve TAB x TAB y`, with `# TAB picture TAB title TAB x axis TAB y axis` before, and draws each picture.
pub fn run(curves: &Path, folder: &Path) {
    assert!(register_font("sans-serif", FontStyle::Normal, FONT).is_ok(), "the font can be read");
    let text = std::fs::read_to_string(curves).expect("the curves");
    let mut pictures: BTreeMap<String, Picture> = BTreeMap::new();
    for line in text.lines() {
        match line.split('\t').collect::<Vec<_>>().as_slice() {
            ["#", name, title, across, up] => {
                let words = [title, across, up].map(|word| (*word).to_owned());
                pictures.entry((*name).to_owned()).or_default().words = words;
            }
            [name, curve, x, y] => {
                let point = (x.parse().expect("a number"), y.parse().expect("a number"));
                let picture = pictures.entry((*name).to_owned()).or_default();
                picture.curves.entry((*curve).to_owned()).or_default().push(point);
            }
            other => panic!("not a line of curves: {other:?}"),
        }
    }
    for (name, picture) in &pictures {
        let path = folder.join(format!("{name}.png"));
        draw(&path, picture).expect("a picture");
        println!("{}", path.display());
    }
}

fn draw(path: &Path, picture: &Picture) -> Result<(), Box<dyn std::error::Error>> {
    let points = || picture.curves.values().flatten();
    let bounds = |of: fn(&(f64, f64)) -> f64| {
        let (low, high) =
            points().map(of).fold((f64::MAX, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
        low.max(1e-6) * 0.8..high.max(1e-5) * 1.25
    };
    let root = BitMapBackend::new(path, (720, 440)).into_drawing_area();
    root.fill(&WHITE)?;
    let [title, across, up] = &picture.words;
    let mut chart = ChartBuilder::on(&root)
        .caption(title, ("sans-serif", 20))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(76)
        .build_cartesian_2d(bounds(|p| p.0).log_scale(), bounds(|p| p.1).log_scale())?;
    chart
        .configure_mesh()
        .x_desc(across)
        .y_desc(up)
        .light_line_style(WHITE)
        .label_style(("sans-serif", 14))
        .draw()?;
    for ((name, points), ink) in picture.curves.iter().zip(INKS.iter().cycle()) {
        let line = LineSeries::new(points.iter().copied(), ink.stroke_width(2));
        chart
            .draw_series(line)?
            .label(name)
            .legend(move |(x, y)| Rectangle::new([(x, y - 3), (x + 14, y + 3)], ink.filled()));
        chart.draw_series(points.iter().map(|point| Circle::new(*point, 3, ink.filled())))?;
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.85))
        .label_font(("sans-serif", 14))
        .draw()?;
    root.present()?;
    Ok(())
}
