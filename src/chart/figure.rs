//! What a picture is made of. Shapes name inks, not colours: light, dark and a page's own style are palettes.

use crate::base::level::Emotion;

/// A point in pixels; the origin is the upper left corner.
pub type Point = (f32, f32);

/// Red, green, blue, and how opaque, each 0 to 255.
pub type Colour = (u8, u8, u8, u8);

/// What something is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    /// The ground.
    Paper,
    /// Words.
    Text,
    /// Words of less weight.
    Muted,
    /// Thin lines behind the data.
    Grid,
    /// Every other stretch of the ground.
    Band,
    /// Lines and discs that mark a place.
    Mark,
    /// Words on a mark.
    OnMark,
    /// A level's line.
    Feeling(Emotion),
    /// The area below it.
    Wash(Emotion),
    /// How heated a state is, 0..=3.
    Heat(u8),
    /// A colour for which there is no other name: the same in every palette.
    Fixed(u8, u8, u8),
}

impl Ink {
    /// All inks that a palette decides on.
    pub const ALL: [Ink; 19] = [
        Ink::Paper,
        Ink::Text,
        Ink::Muted,
        Ink::Grid,
        Ink::Band,
        Ink::Mark,
        Ink::OnMark,
        Ink::Feeling(Emotion::Anger),
        Ink::Feeling(Emotion::Anxiety),
        Ink::Feeling(Emotion::Disappointment),
        Ink::Feeling(Emotion::Trust),
        Ink::Wash(Emotion::Anger),
        Ink::Wash(Emotion::Anxiety),
        Ink::Wash(Emotion::Disappointment),
        Ink::Wash(Emotion::Trust),
        Ink::Heat(0),
        Ink::Heat(1),
        Ink::Heat(2),
        Ink::Heat(3),
    ];

    /// Its name in a page's style, such as `wash-anger`.
    pub fn name(self) -> String {
        match self {
            Ink::Paper => "paper".to_owned(),
            Ink::Text => "text".to_owned(),
            Ink::Muted => "muted".to_owned(),
            Ink::Grid => "grid".to_owned(),
            Ink::Band => "band".to_owned(),
            Ink::Mark => "mark".to_owned(),
            Ink::OnMark => "on-mark".to_owned(),
            Ink::Feeling(one) => format!("feeling-{}", one.id()),
            Ink::Wash(one) => format!("wash-{}", one.id()),
            Ink::Heat(heat) => format!("heat-{}", heat.min(3)),
            Ink::Fixed(red, green, blue) => format!("fixed-{red:02x}{green:02x}{blue:02x}"),
        }
    }

    /// Its colour. The four feelings can be told apart by people who see no red or no green (after Okabe and Ito).
    pub fn colour(self, palette: Palette) -> Colour {
        let dark = palette == Palette::Dark;
        let pick = |light: u32, in_dark: u32, alpha: u8| {
            let [_, red, green, blue] = if dark { in_dark } else { light }.to_be_bytes();
            (red, green, blue, alpha)
        };
        match self {
            Ink::Paper => pick(0xffffff, 0x16181c, 255),
            Ink::Text => pick(0x1d2127, 0xf0f2f5, 255),
            Ink::Muted => pick(0x5b6470, 0xaab3bf, 255),
            Ink::Grid => pick(0xd5dae1, 0x3a4049, 255),
            Ink::Band => pick(0xf1f3f6, 0x1f232a, 255),
            Ink::Mark => pick(0x1d2127, 0xf0f2f5, 255),
            Ink::OnMark => pick(0xffffff, 0x16181c, 255),
            Ink::Feeling(one) => feeling(one, dark, 255),
            Ink::Wash(one) => feeling(one, dark, if dark { 64 } else { 40 }),
            Ink::Heat(0) => pick(0x9fd3c0, 0x2f7d63, 255),
            Ink::Heat(1) => pick(0xf2d98c, 0x8a7321, 255),
            Ink::Heat(2) => pick(0xf0a35e, 0xb4651c, 255),
            Ink::Heat(_) => pick(0xd4502a, 0xe2603a, 255),
            Ink::Fixed(red, green, blue) => (red, green, blue, 255),
        }
    }
}

fn feeling(one: Emotion, dark: bool, alpha: u8) -> Colour {
    let (red, green, blue) = match (one, dark) {
        (Emotion::Anger, false) => (201, 77, 0),
        (Emotion::Anger, true) => (255, 141, 73),
        (Emotion::Anxiety, false) => (176, 82, 138),
        (Emotion::Anxiety, true) => (233, 166, 205),
        (Emotion::Disappointment, false) => (0, 104, 168),
        (Emotion::Disappointment, true) => (98, 184, 240),
        (Emotion::Trust, false) => (0, 135, 98),
        (Emotion::Trust, true) => (48, 205, 158),
    };
    (red, green, blue, alpha)
}

/// Which colours inks have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Palette {
    /// Dark on white.
    #[default]
    Light,
    /// Light on near black.
    Dark,
}

/// Where words stand to their point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// They begin at it.
    Left,
    /// Their middle is there.
    Middle,
    /// They end at it.
    Right,
}

/// Marks, told apart by their form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// ●
    Disc,
    /// ▲
    Triangle,
    /// ■
    Square,
    /// ◆
    Diamond,
}

/// One thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled box with round corners of this radius; 0 for square ones.
    Bar {
        /// Upper left corner.
        at: Point,
        /// Width and height.
        size: Point,
        /// Radius of the corners.
        round: f32,
        /// Its colour.
        ink: Ink,
    },
    /// A line through points.
    Line {
        /// At least two.
        points: Vec<Point>,
        /// Its colour.
        ink: Ink,
        /// Its width.
        width: f32,
        /// Lengths drawn and left out in turn; empty for an unbroken line.
        dash: Vec<f32>,
    },
    /// A filled area between points.
    Area {
        /// Its corners, at least three.
        points: Vec<Point>,
        /// Its colour.
        ink: Ink,
    },
    /// A filled mark.
    Mark {
        /// Its middle.
        at: Point,
        /// From there to its edge.
        radius: f32,
        /// Its form.
        form: Form,
        /// Its colour.
        ink: Ink,
    },
    /// Words on one line.
    Words {
        /// Where: the middle of the letters' height.
        at: Point,
        /// What.
        words: String,
        /// Height of a Chinese character.
        size: f32,
        /// Where they stand to the point.
        align: Align,
        /// Whether they are heavier than others.
        bold: bool,
        /// Their colour.
        ink: Ink,
    },
}

/// A picture before it has colours.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// What is drawn, from back to front.
    pub shapes: Vec<Shape>,
}

impl Figure {
    /// An empty one.
    pub fn new(width: u32, height: u32) -> Figure {
        Figure { width, height, shapes: Vec::new() }
    }

    /// Adds a box with square corners.
    pub fn bar(&mut self, at: Point, size: Point, ink: Ink) {
        self.shapes.push(Shape::Bar { at, size, round: 0.0, ink });
    }

    /// Adds an unbroken line.
    pub fn line(&mut self, points: Vec<Point>, ink: Ink, width: f32) {
        self.shapes.push(Shape::Line { points, ink, width, dash: Vec::new() });
    }

    /// Adds a mark.
    pub fn mark(&mut self, at: Point, radius: f32, form: Form, ink: Ink) {
        self.shapes.push(Shape::Mark { at, radius, form, ink });
    }

    /// Adds words of ordinary weight.
    pub fn words(&mut self, words: &str, at: Point, size: f32, align: Align, ink: Ink) {
        self.shapes.push(Shape::Words { at, words: words.to_owned(), size, align, bold: false, ink });
    }

    /// Adds heavier words.
    pub fn bold(&mut self, words: &str, at: Point, size: f32, align: Align, ink: Ink) {
        self.shapes.push(Shape::Words { at, words: words.to_owned(), size, align, bold: true, ink });
    }
}

/// The corners of a mark; empty for a disc, which has none.
pub fn corners(form: Form, (x, y): Point, radius: f32) -> Vec<Point> {
    let r = radius;
    match form {
        Form::Disc => Vec::new(),
        Form::Triangle => vec![(x, y - r * 1.15), (x + r * 1.1, y + r * 0.8), (x - r * 1.1, y + r * 0.8)],
        Form::Square => {
            let r = r * 0.88;
            vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
        }
        Form::Diamond => {
            let r = r * 1.2;
            vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
        }
    }
}
