//! Runs as the files that `xiaoqi verify` reads.

use std::io::{Cursor, Write};
use std::sync::Arc;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::base::id::{SessionId, TraineeId};
use crate::flow::contest::ContestId;
use crate::flow::contest::ask::Told;
use crate::flow::contest::record::{Contest, Entrant, State};

use super::{Asker, Desk, Done, told};
use crate::desk::DeskError;
use crate::desk::take::apart;

impl Desk {
    pub(super) async fn files(&self, asker: Asker, id: ContestId) -> Done {
        let Some((view, _)) = self.view(asker, id).await? else { return Ok(told(Told::Nothing)) };
        // Before the end a run's file would tell the seed.
        let files = match view.mine.as_ref().filter(|_| view.contest.state != State::On) {
            Some(mine) => self.run_files(&view.contest, asker.who, mine).await?,
            None => Vec::new(),
        };
        Ok(told(Told::Files(view, files)))
    }

    /// Her runs, named by round, attempt and token. One that does not play again here is left out, and told in the log.
    pub(super) async fn run_files(
        &self,
        contest: &Contest,
        who: TraineeId,
        entrant: &Entrant,
    ) -> Result<Vec<(String, Vec<u8>)>, DeskError> {
        let mut files = Vec::new();
        for run in &entrant.runs {
            let events = self.events(SessionId { trainee: who, number: run.session }).await?;
            let entry = contest.entry(run.round, run.attempt);
            let mind = Arc::clone(&self.mind);
            let Some(text) = apart(move || mind.run_file(&events, entry)).await.ok().flatten() else {
                tracing::warn!("a run of a contest does not play again here and is left out");
                continue;
            };
            let token: String = run.token.to_string().chars().take(9).collect();
            files.push((format!("run-{}-{}-{token}.json", run.round, run.attempt), text.into_bytes()));
        }
        Ok(files)
    }
}

/// The files of a contest as one archive, with its announcement. Times are left out, so that the same files give the same bytes.
pub(super) fn zipped(contest: &Contest, files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let announcement = ("contest.json".to_owned(), contest.file());
    for (name, bytes) in std::iter::once(&announcement).chain(files) {
        // Into memory, and every name is ours and of its own.
        let written = zip.start_file(name.as_str(), options).is_ok() && zip.write_all(bytes).is_ok();
        if !written {
            tracing::error!("a file is left out of an archive");
        }
    }
    zip.finish().map(Cursor::into_inner).unwrap_or_default()
}
