//! `check`: everything that is wrong with content files.

use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::library::{Files, LibraryError, Origin, Survey, render, summary};
use crate::persona::finding::{Finding, Severity};

use super::args::{CheckArgs, Common};
use super::shelf::look_of_output;

/// Prints all findings; 1 where one is an error.
pub fn run(common: &Common, args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let (origin, only) = target(common, args)?;
    let (files, findings) = Files::read(&origin)?;
    let (findings, files) = match Survey::of(files, findings) {
        Ok(survey) => {
            let odd = if args.examples { survey.odd_examples() } else { Vec::new() };
            (survey.findings.into_iter().chain(odd).collect(), survey.files)
        }
        Err(LibraryError::Rules { findings, files }) => (findings, files),
        Err(error) => return Err(error.into()),
    };
    let wanted = |finding: &Finding| only.as_ref().is_none_or(|name| finding.file == *name);
    let findings: Vec<Finding> = findings.into_iter().filter(wanted).collect();
    let mut out = anstream::stdout().lock();
    write!(out, "{}", render(&findings, &files, look_of_output()))?;
    writeln!(out, "{}", summary(&findings))?;
    let broken = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Which content, and which file of it where only one is meant.
fn target(common: &Common, args: &CheckArgs) -> anyhow::Result<(Origin, Option<String>)> {
    let here = std::env::current_dir().context("there is no current folder")?;
    match &args.path {
        Some(path) if path.is_file() => {
            let (root, name) = content_of(path)?;
            Ok((Origin::Folder(root), Some(name)))
        }
        Some(path) => Ok((Origin::Folder(path.clone()), None)),
        None => Ok((Origin::find(common.content.as_deref(), &here), None)),
    }
}

/// The content folder a file is in, and the file's name there.
fn content_of(path: &Path) -> anyhow::Result<(PathBuf, String)> {
    let whole = path.canonicalize().with_context(|| format!("{} cannot be found", path.display()))?;
    for root in whole.ancestors().skip(1) {
        if root.join("personas").is_dir() && root.join("locales").is_dir() {
            let parts = whole.strip_prefix(root)?.components().map(|part: Component<'_>| part.as_os_str());
            let name = parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            return Ok((root.to_path_buf(), name));
        }
    }
    bail!("{} is in no content folder (one with personas/ and locales/)", path.display())
}
