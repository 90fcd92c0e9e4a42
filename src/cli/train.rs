//! `train`: trained models beside the files they are made from, so that nobody's first start has to train.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::library::{Files, MEANINGS, MODEL, Origin, Survey};

use super::args::Common;

/// Trains every language of a content folder and writes its model.
pub fn run(common: &Common) -> anyhow::Result<ExitCode> {
    let here = std::env::current_dir().context("there is no current folder")?;
    let Origin::Folder(root) = Origin::find(common.content.as_deref(), &here) else {
        bail!("which content? Say --content DIR, or go to a folder with personas/ and locales/");
    };
    let (files, findings) = Files::read(&Origin::Folder(root.clone()))?;
    let survey = Survey::of(files, findings)?;
    let mut out = std::io::stdout().lock();
    for (lang, draft) in survey.tongues() {
        let meanings = survey.learn_meanings(*lang);
        let path = root.join("locales").join(lang.tag()).join(MEANINGS);
        let bytes = meanings.to_bytes();
        std::fs::write(&path, &bytes).with_context(|| format!("{} cannot be written", path.display()))?;
        writeln!(out, "{}: {} units, {} bytes", path.display(), meanings.len(), bytes.len())?;
        let model = draft.model().with_context(|| format!("{lang}: the lists are too large"))?;
        let path = root.join("locales").join(lang.tag()).join(MODEL);
        std::fs::write(&path, &model).with_context(|| format!("{} cannot be written", path.display()))?;
        let examples = draft.corpus().examples.len();
        writeln!(out, "{}: {examples} examples, {} bytes", path.display(), model.len())?;
    }
    Ok(ExitCode::SUCCESS)
}
