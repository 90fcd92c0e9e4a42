//! Pictures: a figure of shapes, painted as PNG for phones or written as SVG for pages, so that both show the same.
//! Drawn in software with a font of our own: the same numbers give the same bytes on every machine.
//!
//! - [`figure`]: what a picture is made of, in inks that a palette gives colours to
//! - [`font`]: how wide words are, and their outlines
//! - [`paint`]: a figure as PNG bytes
//! - [`svg`]: a figure as SVG
//! - [`timeline`]: the four levels of one conversation, message by message
//! - [`wheel`], [`progress`]: skills, and weeks of practice
//! - [`statechart`]: his states and endings, and how often conversations went which way
//! - [`outcomes`]: how conversations with one customer end and how they go, by trainee

pub mod figure;
pub mod font;
pub mod outcomes;
pub mod paint;
pub mod progress;
pub mod statechart;
pub mod svg;
pub mod timeline;
pub mod wheel;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ChartError {
    /// It would be wider or higher than a picture can be.
    #[error("a picture of {width} by {height} pixels cannot be drawn; the most is {most} either way")]
    Size {
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
        /// Pixels.
        most: u32,
    },
    /// The bytes could not be written as PNG.
    #[error("the picture could not be written as PNG: {0}")]
    Encoding(#[from] png::EncodingError),
}
