//! Reading the files again while conversations are under way.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::id::PersonaId;
use crate::i18n::Prose;
use crate::persona::finding::{Finding, Severity};
use crate::session::content::Content;

use super::cache::Cache;
use super::files::{Files, Origin};
use super::survey::Survey;
use super::{LibraryError, Loaded};

/// What came of reading the files again.
pub struct Reloaded {
    /// What conversations are played with from now on, and the interface texts; `None` where a file that all customers
    /// need is broken, so that everything stays as it was.
    pub next: Option<(Content, Prose)>,
    /// Customers whose files are broken, and who stay as they were.
    pub kept: Vec<PersonaId>,
    /// What was found, in file order.
    pub findings: Vec<Finding>,
}

/// Reads the files again. Conversations that began with `previous` go on with it; a customer whose file is broken stays as
/// he was.
///
/// # Errors
/// See [`LibraryError`]; broken laws are no error here but findings.
pub fn reload(origin: &Origin, cache: &Cache, previous: &Arc<Content>) -> Result<Reloaded, LibraryError> {
    let (files, findings) = Files::read(origin)?;
    let unchanged = |findings| Reloaded { next: None, kept: Vec::new(), findings };
    let survey = match Survey::of(files, findings) {
        Ok(survey) => survey,
        Err(LibraryError::Rules { findings, .. }) => return Ok(unchanged(findings)),
        Err(error) => return Err(error),
    };
    let broken = |finding: &&Finding| finding.severity == Severity::Error;
    let mut own = BTreeSet::new();
    for finding in survey.findings.iter().filter(broken) {
        match customer_of(&finding.file) {
            Some(id) => drop(own.insert(id)),
            None => return Ok(unchanged(survey.findings)),
        }
    }
    let Loaded { content, prose, findings, .. } = survey.load_after(cache, Some(previous));
    let (content, kept) = content.keeping(&own, previous);
    Ok(Reloaded { next: Some((content.succeed(previous), prose)), kept, findings })
}

/// The customer that a file belongs to; `None` for what all of them share.
fn customer_of(file: &str) -> Option<PersonaId> {
    let name = file.strip_prefix("personas/")?.strip_suffix(".toml")?;
    let shared = name.contains('/') || super::files::is_shared(file);
    PersonaId::parse(name.split('.').next()?).filter(|_| !shared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_one_customer_or_to_all() {
        let of = |file: &str| customer_of(file).map(|id| id.to_string());
        assert_eq!(of("personas/heating.toml").as_deref(), Some("heating"));
        assert_eq!(of("personas/heating.zh-Hant.toml").as_deref(), Some("heating"));
        for shared in ["personas/emotions.toml", "personas/types/vip.toml", "locales/en/ui.ftl"] {
            assert_eq!(of(shared), None, "{shared}");
        }
    }
}
