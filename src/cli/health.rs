//! `health`: whether a service is running on this data folder, and its store answers. For whoever starts it again where
//! not, such as a container's health check.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use super::args::Common;
use super::backup::DataArgs;
use super::control::Service;

/// How long the answer may take.
const PATIENCE: Duration = Duration::from_secs(8);

/// `health`.
#[derive(Debug, clap::Args)]
pub struct HealthArgs {
    /// Where the data is
    #[command(flatten)]
    pub data: DataArgs,
}

/// Asks.
pub fn run(common: &Common, args: &HealthArgs) -> anyhow::Result<ExitCode> {
    let (kept, voice) = args.data.settle(common)?;
    let folder = kept.folder;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let asked = async {
        match Service::of(&folder).await? {
            Some(service) => service.ask("/health").await.map(|_| true),
            None => Ok(false),
        }
    };
    let answer = runtime.block_on(async { tokio::time::timeout(PATIENCE, asked).await });
    let path = folder.display().to_string();
    let (key, code) = match answer {
        Ok(Ok(true)) => ("health-well", ExitCode::SUCCESS),
        Ok(Ok(false)) => ("health-none", ExitCode::FAILURE),
        Ok(Err(_)) | Err(_) => ("health-stuck", ExitCode::FAILURE),
    };
    writeln!(anstream::stdout(), "{}", voice.say(key, &[("path", &path)]))?;
    Ok(code)
}
