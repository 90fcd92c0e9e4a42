//! What a trainee can keep of a conversation: the timeline as a picture, and the full report as one HTML file that needs
//! neither network nor scripts. Words come from locales, through a function that turns a phrase into prose; everything
//! anybody wrote is escaped by the template library, which can do nothing else.
//!
//! - `copy`: everything kept of a trainee, to read
//! - `course`: a sheet's timeline in words, for `chart`
//! - `growth`: a trainee's progress in words, for `chart`
//! - `page`: the page and its order
//! - `parts`: its sections
//! - `table`: results, as a page and for spreadsheets
//! - `talk`: the whole conversation

mod copy;
mod course;
mod growth;
mod page;
mod parts;
mod table;
mod talk;

use crate::base::phrase::{Phrase, ReportPhrase, Term};
use crate::chart::figure::Palette;
use crate::chart::{ChartError, paint, timeline};
use crate::debrief::sheet::Sheet;
use crate::flow::say::Chart;

pub use copy::copy;
pub use page::page;
pub use table::{spreadsheet, table};

/// The picture's name as a file.
pub const PICTURE: &str = "xiaoqi-timeline.png";
/// The report's name as a file.
pub const PAGE: &str = "xiaoqi-report.html";
/// The name of the picture of the weeks as a file.
pub const WEEKS: &str = "xiaoqi-weeks.png";
/// The name of the wheel of skills as a file.
pub const SKILLS: &str = "xiaoqi-skills.png";
/// The name of everything kept, to read, as a file.
pub const COPY: &str = "xiaoqi-copy.html";
/// The name of everything kept, for programs, as a file.
pub const COPY_DATA: &str = "xiaoqi-copy.json";

/// Turns phrases into prose of one language.
#[derive(Clone, Copy)]
struct Words<'a>(&'a dyn Fn(&Phrase) -> String);

impl Words<'_> {
    fn say(self, phrase: impl Into<Phrase>) -> String {
        (self.0)(&phrase.into())
    }

    fn term(self, term: Term) -> String {
        self.say(ReportPhrase::Word { term })
    }
}

/// The timeline as PNG bytes, 1,080 pixels wide.
///
/// # Errors
/// See [`ChartError`].
pub fn picture(
    sheet: &Sheet,
    render: &dyn Fn(&Phrase) -> String,
    palette: Palette,
) -> Result<Vec<u8>, ChartError> {
    paint::png(&timeline::figure(&course::course(sheet, Words(render))), palette)
}

/// A picture of progress as PNG bytes, 1,080 pixels wide.
///
/// # Errors
/// See [`ChartError`].
pub fn chart(
    chart: &Chart,
    render: &dyn Fn(&Phrase) -> String,
    palette: Palette,
) -> Result<Vec<u8>, ChartError> {
    paint::png(&growth::figure(chart, Words(render)), palette)
}

/// What a picture of progress is called as a file.
pub fn chart_name(chart: &Chart) -> &'static str {
    match chart {
        Chart::Weeks(_) => WEEKS,
        Chart::Skills(_) => SKILLS,
    }
}
