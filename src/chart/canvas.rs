//! What pictures are drawn on.

use image::ImageEncoder;
use image::codecs::png::PngEncoder;
use plotters::prelude::*;
use plotters::style::register_font;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::ChartError;

/// The font, and the name it is known by here.
const FONT: &[u8] = include_bytes!("latin.ttf");
const NAME: &str = "xiaoqi";

/// Red, green, blue.
pub type Colour = (u8, u8, u8);

/// Ink of words, and of thin lines behind the data.
pub const INK: Colour = (34, 34, 34);
pub const FAINT: Colour = (216, 216, 216);

/// Where words stand to their point.
#[derive(Clone, Copy)]
pub enum Align {
    /// They begin at it.
    Left,
    /// They end at it.
    Right,
}

/// A picture being drawn; the origin is the upper left corner.
pub struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Canvas {
    /// An empty, white one.
    pub fn new(width: u32, height: u32) -> Canvas {
        Canvas { width, height, pixels: vec![255; width as usize * height as usize * 3] }
    }

    /// Draws with a closure that is given the drawing library's own area.
    fn draw(
        &mut self,
        paint: impl FnOnce(&DrawingArea<BitMapBackend<'_>, plotters::coord::Shift>) -> Result<(), ChartError>,
    ) -> Result<(), ChartError> {
        let size = (self.width, self.height);
        let area = BitMapBackend::with_buffer(&mut self.pixels, size).into_drawing_area();
        paint(&area)?;
        area.present().map_err(refused)
    }

    /// A filled box between two corners.
    ///
    /// # Errors
    /// See [`ChartError`]; so with all that draws.
    pub fn bar(&mut self, from: (i32, i32), to: (i32, i32), colour: Colour) -> Result<(), ChartError> {
        self.draw(|area| area.draw(&Rectangle::new([from, to], rgb(colour).filled())).map_err(refused))
    }

    /// A line through points.
    pub fn line(&mut self, points: Vec<(i32, i32)>, colour: Colour, width: u32) -> Result<(), ChartError> {
        self.draw(|area| {
            area.draw(&PathElement::new(points, rgb(colour).stroke_width(width))).map_err(refused)
        })
    }

    /// Words, their middle at the height of the point. Characters the font lacks are left out.
    pub fn words(&mut self, words: &str, at: (i32, i32), size: u32, align: Align) -> Result<(), ChartError> {
        // Registering a font that is known already is no error.
        let known = register_font(NAME, FontStyle::Normal, FONT);
        known.map_err(|_| ChartError::Drawing("the font is broken".to_owned()))?;
        let side = match align {
            Align::Left => HPos::Left,
            Align::Right => HPos::Right,
        };
        let printable: String = words.chars().filter(|c| (' '..='~').contains(c)).collect();
        let ink = rgb(INK);
        let style = TextStyle::from((NAME, size).into_font()).color(&ink);
        let style = style.pos(Pos::new(side, VPos::Center));
        self.draw(|area| area.draw(&Text::new(printable, at, style)).map_err(refused))
    }

    /// The picture as PNG.
    pub fn png(self) -> Result<Vec<u8>, ChartError> {
        let mut bytes = Vec::new();
        let encoder = PngEncoder::new(&mut bytes);
        encoder.write_image(&self.pixels, self.width, self.height, image::ColorType::Rgb8)?;
        Ok(bytes)
    }
}

fn rgb((red, green, blue): Colour) -> RGBColor {
    RGBColor(red, green, blue)
}

fn refused(error: impl std::fmt::Display) -> ChartError {
    ChartError::Drawing(error.to_string())
}
