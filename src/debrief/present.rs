//! The report as phrases: placeholder until the debrief is merged.

use crate::base::phrase::Phrase;

use super::Report;

/// What happened, without a verdict.
pub fn evidence(report: &Report) -> Vec<Phrase> {
    let _ = report;
    Vec::new()
}

/// The engine's view beside the trainee's answers.
pub fn verdict(report: &Report, answers: &[Option<Option<String>>; 3]) -> Vec<Phrase> {
    let _ = (report, answers);
    Vec::new()
}
