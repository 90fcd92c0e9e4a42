//! Pictures and reports as files.

use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::base::lang::Lang;
use crate::chart::figure::Palette;
use crate::debrief::sheet::Sheet;
use crate::i18n::Prose;
use crate::report;

/// Which files to write about a conversation that is over.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct PaperArgs {
    /// Draw how the customer's feelings went, as PNG
    #[arg(long, value_name = "FILE", conflicts_with = "each")]
    pub picture: Option<PathBuf>,
    /// Draw it for a dark screen
    #[arg(long, requires = "picture")]
    pub dark: bool,
    /// Write the full report, as one HTML file
    #[arg(long, value_name = "FILE", conflicts_with = "each")]
    pub report: Option<PathBuf>,
}

impl PaperArgs {
    /// Writes them.
    ///
    /// # Errors
    /// A file that cannot be written, or a picture that cannot be drawn.
    pub fn write(&self, sheet: &Sheet, prose: &Prose, lang: Lang) -> anyhow::Result<()> {
        let render = |phrase: &_| prose.render(phrase, lang);
        if let Some(path) = &self.picture {
            let palette = if self.dark { Palette::Dark } else { Palette::Light };
            put(path, &report::picture(sheet, &render, palette)?)?;
        }
        if let Some(path) = &self.report {
            put(path, report::page(sheet, &render).as_bytes())?;
        }
        Ok(())
    }
}

fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}
