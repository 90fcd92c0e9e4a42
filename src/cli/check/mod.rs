//! `check`: everything that is wrong with content files.

mod explain;
mod notation;

use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;

use crate::library::{Cache, Closely, Files, Inspection, Origin, inspect, render, words};
use crate::persona::finding::{Finding, Severity};

use super::args::{CheckArgs, Common};
use super::shelf::{look_of_output, told_in};

pub use explain::page;

/// What is looked at.
struct Target {
    files: Files,
    findings: Vec<Finding>,
    /// The one file that is meant.
    only: Option<String>,
    /// Where the files are, for programs that open them.
    folder: PathBuf,
    /// Whether it is the copy inside the program, since nothing else was found.
    built_in: bool,
    /// The file as it was given, where it stands in no content folder.
    alone: Option<PathBuf>,
}

/// Prints all findings; 1 where one is an error.
pub fn run(common: &Common, args: &CheckArgs) -> anyhow::Result<ExitCode> {
    let (words, lang) = (words(), told_in(common));
    let mut out = anstream::stdout().lock();
    if let Some(code) = &args.explain {
        write!(out, "{}", explain::explain(code, &words, lang)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let target = target(common, args)?;
    let closely = Closely { only: target.only.clone(), runs: args.simulate, examples: args.examples };
    let Inspection { findings, files } =
        inspect(target.files, target.findings, &Cache::of_this_machine(), &closely);
    let place = |file: &str| match &target.alone {
        Some(path) if target.only.as_deref() == Some(file) => path.clone(),
        _ => target.folder.join(file),
    };
    if args.json {
        findings.iter().try_for_each(|finding| notation::line(&mut out, finding, &files, &words, lang))?;
    } else if args.sarif {
        writeln!(out, "{}", notation::sarif(&findings, place, &words, lang)?)?;
    } else {
        if let Some(path) = &target.alone {
            let path = path.display().to_string();
            writeln!(out, "{}", words.label("check-alone", &[("path", &path)], lang))?;
        }
        if target.built_in {
            writeln!(out, "{}", words.label("check-built-in", &[], lang))?;
        }
        write!(out, "{}", render(&findings, &files, look_of_output(), (&words, lang)))?;
        writeln!(out, "{}", words.summary(&findings, lang))?;
    }
    let broken = findings.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Which content, and which file of it where only one is meant.
fn target(common: &Common, args: &CheckArgs) -> anyhow::Result<Target> {
    let here = std::env::current_dir().context("there is no current folder")?;
    let (origin, only) = match &args.path {
        Some(path) if path.is_dir() || !path.exists() => (Origin::Folder(path.clone()), None),
        Some(path) => match content_of(path)? {
            Some((root, name)) => (Origin::Folder(root), Some(name)),
            None => {
                let (files, findings, name) = Files::alone(path)?;
                let (only, alone) = (Some(name), Some(path.clone()));
                return Ok(Target { files, findings, only, folder: PathBuf::new(), built_in: false, alone });
            }
        },
        None => (Origin::find(common.content.as_deref(), &here), None),
    };
    let (files, findings) = Files::read(&origin)?;
    let built_in = origin == Origin::Embedded;
    let folder = match origin {
        Origin::Folder(path) => path.strip_prefix(&here).map(Path::to_path_buf).unwrap_or(path),
        Origin::Embedded => PathBuf::new(),
    };
    Ok(Target { files, findings, only, folder, built_in, alone: None })
}

/// The content folder a file is in, and the file's name there; `None` where it is in none.
fn content_of(path: &Path) -> anyhow::Result<Option<(PathBuf, String)>> {
    let whole = path.canonicalize().with_context(|| format!("{} cannot be found", path.display()))?;
    for root in whole.ancestors().skip(1) {
        // A folder may hold nothing but customers.
        let customers = whole.parent() == Some(root.join("personas").as_path());
        if root.join("personas").is_dir() && (customers || root.join("locales").is_dir()) {
            let parts = whole.strip_prefix(root)?.components().map(|part: Component<'_>| part.as_os_str());
            let name = parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            return Ok(Some((root.to_path_buf(), name)));
        }
    }
    Ok(None)
}
