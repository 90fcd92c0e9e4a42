//! Pictures, as PNG bytes. Drawn in whole pixels, with a font of our own (DejaVu Sans, printable ASCII only), so that the
//! same numbers give the same bytes on every machine.
//!
//! - `canvas`: what a picture is drawn on: boxes, lines, words
//! - [`outcomes`]: how conversations with one customer end and how they go, by trainee

mod canvas;
pub mod outcomes;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// The drawing library refused, which for whole pixels inside the picture it does not.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
    /// The bytes could not be written as PNG.
    #[error("the picture could not be written as PNG: {0}")]
    Encoding(#[from] image::ImageError),
}
