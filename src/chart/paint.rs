//! A figure as PNG bytes.

use ab_glyph::OutlineCurve;
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform,
};

use super::ChartError;
use super::figure::{Align, Figure, Form, Ink, Palette, Point, Shape, corners};
use super::font;

/// Telegram takes photos of up to 10,000 pixels, width and height together.
const MOST: u32 = 8_000;
/// How much heavier words are stroked, for each pixel of their size.
const BOLD: f32 = 0.036;

/// Paints a figure.
///
/// # Errors
/// See [`ChartError`].
pub fn png(figure: &Figure, palette: Palette) -> Result<Vec<u8>, ChartError> {
    let (width, height) = (figure.width, figure.height);
    let too_large = ChartError::Size { width, height, most: MOST };
    if width > MOST || height > MOST {
        return Err(too_large);
    }
    let mut pixels = Pixmap::new(width, height).ok_or(too_large)?;
    pixels.fill(colour(Ink::Paper, palette));
    for shape in &figure.shapes {
        draw(&mut pixels, shape, palette);
    }
    encode(&pixels)
}

fn encode(pixels: &Pixmap) -> Result<Vec<u8>, ChartError> {
    // The ground is opaque, so premultiplied colours are the colours.
    let colours: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|p| p.iter().take(3).copied()).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    // Large even areas: filters gain nothing here, and the best compression takes twice the time for a tenth less.
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(bytes)
}

fn colour(ink: Ink, palette: Palette) -> Color {
    let (red, green, blue, alpha) = ink.colour(palette);
    Color::from_rgba8(red, green, blue, alpha)
}

fn paint(ink: Ink, palette: Palette) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color(colour(ink, palette));
    paint.anti_alias = true;
    paint
}

fn draw(pixels: &mut Pixmap, shape: &Shape, palette: Palette) {
    match shape {
        Shape::Bar { at, size, round, ink } => fill(pixels, bar(*at, *size, *round), *ink, palette),
        Shape::Line { points, ink, width, dash } => {
            let dash = if dash.is_empty() { None } else { StrokeDash::new(dash.clone(), 0.0) };
            let (line_cap, line_join) = (LineCap::Round, LineJoin::Round);
            let stroke = Stroke { width: *width, line_cap, line_join, dash, ..Stroke::default() };
            if let Some(path) = through(points, false) {
                pixels.stroke_path(&path, &paint(*ink, palette), &stroke, Transform::identity(), None);
            }
        }
        Shape::Area { points, ink } => fill(pixels, through(points, true), *ink, palette),
        Shape::Mark { at, radius, form, ink } => fill(pixels, mark(*at, *radius, *form), *ink, palette),
        Shape::Words { at, words, size, align, bold, ink } => {
            let path = written(*at, words, *size, *align);
            if let Some(path) = path.as_ref().filter(|_| *bold) {
                let stroke = Stroke { width: size * BOLD, line_join: LineJoin::Round, ..Stroke::default() };
                pixels.stroke_path(path, &paint(*ink, palette), &stroke, Transform::identity(), None);
            }
            fill(pixels, path, *ink, palette);
        }
    }
}

/// A shape that has no extent is not there, and costs nothing.
fn fill(pixels: &mut Pixmap, path: Option<Path>, ink: Ink, palette: Palette) {
    if let Some(path) = path {
        pixels.fill_path(&path, &paint(ink, palette), FillRule::Winding, Transform::identity(), None);
    }
}

fn bar((x, y): Point, (width, height): Point, round: f32) -> Option<Path> {
    let rect = Rect::from_xywh(x, y, width, height)?;
    let r = round.min(width / 2.0).min(height / 2.0);
    if r <= 0.0 {
        return Some(PathBuilder::from_rect(rect));
    }
    let (right, bottom) = (x + width, y + height);
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.quad_to(right, y, right, y + r);
    path.line_to(right, bottom - r);
    path.quad_to(right, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.quad_to(x, bottom, x, bottom - r);
    path.line_to(x, y + r);
    path.quad_to(x, y, x + r, y);
    path.close();
    path.finish()
}

fn through(points: &[Point], closed: bool) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(first.0, first.1);
    rest.iter().for_each(|(x, y)| path.line_to(*x, *y));
    if closed {
        path.close();
    }
    path.finish()
}

fn mark(at: Point, radius: f32, form: Form) -> Option<Path> {
    match form {
        Form::Disc => PathBuilder::from_circle(at.0, at.1, radius),
        form => through(&corners(form, at, radius), true),
    }
}

fn written((x, y): Point, words: &str, size: f32, align: Align) -> Option<Path> {
    let wide = font::width(words, size);
    let left = match align {
        Align::Left => x,
        Align::Middle => x - wide / 2.0,
        Align::Right => x - wide,
    };
    let (scale, base) = (font::scale(size), y + font::base(size));
    let mut path = PathBuilder::new();
    for placed in font::place(words, size) {
        let curves = placed.outline.map(|outline| outline.curves).unwrap_or_default();
        let at = |p: ab_glyph::Point| (left + placed.x + p.x * scale, base - p.y * scale);
        outline(&mut path, &curves, at);
    }
    path.finish()
}

/// The contours of a character. They come as single strokes; a new contour begins where one does not go on from the last.
fn outline(path: &mut PathBuilder, curves: &[OutlineCurve], at: impl Fn(ab_glyph::Point) -> Point) {
    let mut pen = None;
    for curve in curves {
        let (from, to) = match *curve {
            OutlineCurve::Line(from, to)
            | OutlineCurve::Quad(from, _, to)
            | OutlineCurve::Cubic(from, _, _, to) => (from, to),
        };
        if pen != Some(from) {
            if pen.is_some() {
                path.close();
            }
            let (x, y) = at(from);
            path.move_to(x, y);
        }
        let (x, y) = at(to);
        match *curve {
            OutlineCurve::Line(..) => path.line_to(x, y),
            OutlineCurve::Quad(_, a, _) => {
                let a = at(a);
                path.quad_to(a.0, a.1, x, y);
            }
            OutlineCurve::Cubic(_, a, b, _) => {
                let (a, b) = (at(a), at(b));
                path.cubic_to(a.0, a.1, b.0, b.1, x, y);
            }
        }
        pen = Some(to);
    }
    if pen.is_some() {
        path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_larger_than_telegram_takes_is_refused_with_its_size() {
        let error = png(&Figure::new(1080, 8_001), Palette::Light).unwrap_err();
        assert!(error.to_string().contains("1080 by 8001"), "{error}");
        assert!(png(&Figure::new(0, 10), Palette::Light).is_err());
    }

    #[test]
    fn shapes_without_extent_do_no_harm() {
        let mut figure = Figure::new(10, 10);
        figure.bar((1.0, 1.0), (0.0, 5.0), Ink::Text);
        figure.line(vec![(1.0, 1.0)], Ink::Text, 2.0);
        figure.words("", (1.0, 1.0), 10.0, Align::Left, Ink::Text);
        assert!(png(&figure, Palette::Dark).unwrap().starts_with(b"\x89PNG"));
    }
}
