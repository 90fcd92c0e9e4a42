//! `doctor`: whether the Telegram service would run here, and what to do where it would not.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use serde::Serialize;
use serde_json::Value;
use teloxide::payloads::GetMe;

use crate::channel::telegram::api::{Api, ApiError, Reason, TELEGRAM};
use crate::library::{Files, LibraryError, Survey};
use crate::persona::finding::{Finding, Severity};
use crate::store::{PostgresStore, PostgresUrl, StoreError, open_folder, over};
use crate::studio::Voice;

use super::args::{Common, data_folder};
use super::backup::hand_back;
use super::key::KeyFiles;
use super::notation::line;
use super::observe::Listen;
use super::serve::{self, ServeError};
use super::settings::{self, ConfigArg, Settings, Settled};
use super::shelf::{origin, told_in};

/// Exit code where something is wrong.
const ILL: u8 = 1;
/// Bytes of free space below which the service should not be started, and below which it is worth a word.
const NO_SPACE: u64 = 100 << 20;
const LITTLE_SPACE: u64 = 1 << 30;
/// How far the clock may be off before reminders and contests go wrong by it.
const OFF: Duration = Duration::from_secs(30);

/// `doctor`.
#[derive(Debug, clap::Args)]
pub struct DoctorArgs {
    /// Where the settings file is
    #[command(flatten)]
    pub config: ConfigArg,
    /// Everything that can be settled, as for `serve`
    #[command(flatten)]
    pub settings: Settings,
    /// JSON lines: one a check
    #[arg(long)]
    pub json: bool,
}

/// How something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Health {
    /// As it should be.
    Well,
    /// Worth a look; the service runs.
    Note,
    /// The service does not run, or not for long.
    Ill,
}

impl Health {
    fn sign(self) -> char {
        match self {
            Health::Well => '✓',
            Health::Note => '!',
            Health::Ill => '✗',
        }
    }
}

/// What was looked at, and what was found.
#[derive(Serialize)]
struct Checked {
    check: &'static str,
    health: Health,
    said: String,
    /// Whose it is, of several bots.
    #[serde(skip_serializing_if = "Option::is_none")]
    bot: Option<String>,
}

impl Checked {
    fn new(check: &'static str, health: Health, said: String) -> Checked {
        Checked { check, health, said, bot: None }
    }
}

/// Looks at everything the service needs; of several bots, at each.
pub fn run(common: &Common, args: &DoctorArgs) -> anyhow::Result<ExitCode> {
    let (common, settled) = settings::settle_all(common, &args.config, args.settings.clone())?;
    let voice = Voice::new(told_in(&common));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut checks = vec![configured(&args.config, &voice), content(&common, &voice)?];
    let listen = match settled {
        Settled::One(settings) => {
            checks.extend(runtime.block_on(bot(&settings, &voice)));
            settings.metrics
        }
        Settled::Several(all, bots) => {
            let quarrel = |said| Checked::new("bots", Health::Ill, said);
            checks.extend(settings::quarrels(&all, &bots, &voice).into_iter().map(quarrel));
            for (name, settings) in bots {
                let found = runtime.block_on(bot(&settings, &voice));
                checks
                    .extend(found.into_iter().map(|checked| Checked { bot: Some(name.clone()), ..checked }));
            }
            all.metrics
        }
    };
    // A running service has the address, and the folder with it.
    let running = checks.iter().any(|checked| checked.check == "data" && checked.health == Health::Note);
    checks.extend(listen.map(|listen| metrics(listen, running, &voice)));
    let mut out = anstream::stdout().lock();
    for checked in &checks {
        match (args.json, &checked.bot) {
            (true, _) => line(&mut out, checked)?,
            (false, Some(name)) => writeln!(out, "{} [{name}] {}", checked.health.sign(), checked.said)?,
            (false, None) => writeln!(out, "{} {}", checked.health.sign(), checked.said)?,
        }
    }
    let ill = checks.iter().filter(|checked| checked.health == Health::Ill).count();
    if !args.json {
        let key = if ill == 0 { "doctor-well" } else { "doctor-ill" };
        writeln!(out, "{}", voice.say(key, &[("count", &ill.to_string())]))?;
    }
    Ok(if ill == 0 { ExitCode::SUCCESS } else { ExitCode::from(ILL) })
}

/// What is kept of a bot, room for it, its token and Telegram.
async fn bot(settings: &Settings, voice: &Voice) -> Vec<Checked> {
    let mut checks = Vec::new();
    let keys = KeyFiles { files: settings.key_files.clone() };
    match (settings.database(), data_folder(settings.data.clone())) {
        (Err(error), _) => checks.push(Checked::new("data", Health::Ill, format!("{error:#}"))),
        (Ok(Some(url)), folder) => {
            checks.push(database(&url, entered(&url, &keys).await, voice));
            checks.extend(folder.ok().map(|folder| space(&folder, voice)));
        }
        (Ok(None), Ok(folder)) => {
            let found = opened(&folder, &keys).await;
            checks.extend([data(&folder, found, voice), space(&folder, voice)]);
        }
        (Ok(None), Err(error)) => checks.push(Checked::new("data", Health::Ill, error.to_string())),
    }
    checks.extend(telegram(settings, voice).await);
    checks
}

/// Which settings file counts; its mistakes have ended this already.
fn configured(config: &ConfigArg, voice: &Voice) -> Checked {
    let said = match settings::file_of(config) {
        Some(path) => voice.say("doctor-settings", &[("path", &path.display().to_string())]),
        None => voice.say("doctor-settings-none", &[]),
    };
    Checked::new("settings", Health::Well, said)
}

/// Whether metrics could be answered where they are to be.
fn metrics(listen: Listen, running: bool, voice: &Voice) -> Checked {
    let address = listen.0.to_string();
    let free = std::net::TcpListener::bind(listen.0).is_ok();
    let (health, key) = match (free, running) {
        (true, _) => (Health::Well, "doctor-metrics"),
        (false, true) => (Health::Note, "doctor-metrics-running"),
        (false, false) => (Health::Ill, "doctor-metrics-taken"),
    };
    Checked::new("metrics", health, voice.say(key, &[("address", &address)]))
}

/// Customers, and the words they speak with.
fn content(common: &Common, voice: &Voice) -> anyhow::Result<Checked> {
    let check = "content";
    let broken = |findings: &[Finding]| {
        let counts = voice.words.summary(findings, voice.lang);
        Checked::new(check, Health::Ill, voice.say("doctor-content-broken", &[("counts", &counts)]))
    };
    let survey = Files::read(&origin(common)?).and_then(|(files, findings)| Survey::of(files, findings));
    let survey = match survey {
        Ok(survey) => survey,
        Err(LibraryError::Rules { findings, .. }) => return Ok(broken(&findings)),
        Err(error) => return Ok(Checked::new(check, Health::Ill, error.to_string())),
    };
    if survey.findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Ok(broken(&survey.findings));
    }
    let customers = survey.personas.len().to_string();
    Ok(Checked::new(check, Health::Well, voice.say("doctor-content", &[("customers", &customers)])))
}

/// Whether what is kept opens, with its keys; `None` where nothing is kept yet, and there could be.
async fn opened(folder: &Path, keys: &KeyFiles) -> anyhow::Result<Option<bool>> {
    let ring = keys.ring()?;
    if !folder.join("db").exists() && !folder.join("conf").exists() {
        probe(folder)?;
        return Ok(None);
    }
    let sealed = !ring.is_empty();
    drop(open_folder(folder, ring).await?);
    // Opening writes; a doctor who is root must not leave the service files that it cannot touch.
    let _ = hand_back(folder);
    Ok(Some(sealed))
}

/// Whether the database can be entered, and what is kept there opens with its keys; `None` where nothing is kept there yet.
async fn entered(url: &PostgresUrl, keys: &KeyFiles) -> anyhow::Result<Option<bool>> {
    let ring = keys.ring()?;
    let sealed = !ring.is_empty();
    if !PostgresStore::is_begun(url).await? {
        return Ok(None);
    }
    over(Arc::new(PostgresStore::open(url.clone()).await?), ring).await?;
    Ok(Some(sealed))
}

/// The database for what is kept. Its errors say by themselves what to do.
fn database(url: &PostgresUrl, found: anyhow::Result<Option<bool>>, voice: &Voice) -> Checked {
    let (health, said) = match found {
        Ok(found) => {
            let key = match found {
                None => "doctor-database-new",
                Some(false) => "doctor-database",
                Some(true) => "doctor-database-encrypted",
            };
            (Health::Well, voice.say(key, &[("store", &url.to_string())]))
        }
        Err(error) => (Health::Ill, format!("{error:#}")),
    };
    Checked::new("data", health, said)
}

/// The folder for what is kept: a store that opens, or a place where one can be made.
fn data(folder: &Path, found: anyhow::Result<Option<bool>>, voice: &Voice) -> Checked {
    let path = folder.display().to_string();
    let found = match found.map_err(|error| error.downcast::<StoreError>()) {
        Ok(found) => Ok(found),
        Err(Ok(error)) => Err(error),
        // A key's file says by itself what is wrong with it.
        Err(Err(error)) => {
            return Checked::new("data", Health::Ill, error.to_string());
        }
    };
    let (health, key) = match found {
        Ok(Some(false)) => (Health::Well, "doctor-data"),
        Ok(Some(true)) => (Health::Well, "doctor-data-encrypted"),
        Ok(None) => (Health::Well, "doctor-data-new"),
        Err(
            error @ (StoreError::KeyMissing { .. }
            | StoreError::Unsealed { .. }
            | StoreError::Tampered { .. }),
        ) => {
            return Checked::new("data", Health::Ill, error.to_string());
        }
        // A running service is why one asks the doctor as often as one that does not start.
        Err(StoreError::Locked { .. }) => (Health::Note, "doctor-data-locked"),
        Err(StoreError::ReadOnly { .. }) => (Health::Ill, "doctor-data-readonly"),
        Err(StoreError::Full { .. }) => (Health::Ill, "doctor-data-full"),
        Err(StoreError::NewerFormat { .. }) => (Health::Ill, "doctor-data-newer"),
        Err(_) => (Health::Ill, "doctor-data-damaged"),
    };
    Checked::new("data", health, voice.say(key, &[("path", &path)]))
}

/// The folder, or the nearest one above it that is there.
pub(super) fn standing(folder: &Path) -> &Path {
    folder.ancestors().find(|path| path.is_dir()).unwrap_or(Path::new("."))
}

/// Whether a folder can be written to; nothing of the try is left.
fn probe(folder: &Path) -> Result<(), StoreError> {
    let file = standing(folder).join(format!(".xiaoqi-doctor-{}", std::process::id()));
    let tried = std::fs::write(&file, b"x");
    let _ = std::fs::remove_file(&file);
    tried.map_err(|error| StoreError::from_io(folder, error))
}

fn space(folder: &Path, voice: &Voice) -> Checked {
    let check = "space";
    let path = folder.display().to_string();
    let Ok(free) = fs2::available_space(standing(folder)) else {
        return Checked::new(check, Health::Note, voice.say("doctor-space-unknown", &[("path", &path)]));
    };
    let (health, key) = match free {
        free if free < NO_SPACE => (Health::Ill, "doctor-space-none"),
        free if free < LITTLE_SPACE => (Health::Note, "doctor-space-little"),
        _ => (Health::Well, "doctor-space"),
    };
    let megabytes = (free >> 20).to_string();
    Checked::new(check, health, voice.say(key, &[("megabytes", &megabytes), ("path", &path)]))
}

/// The token, whether Telegram knows it, and what Telegram's clock shows.
async fn telegram(settings: &Settings, voice: &Voice) -> Vec<Checked> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
    let token = match serve::token(settings.token_file.as_deref(), &variable) {
        Ok(token) => token,
        Err(error) => return vec![no_token(&error, voice)],
    };
    let said = voice.say("doctor-token", &[]);
    let mut checks = vec![Checked::new("token", Health::Well, said)];
    let url =
        settings.api_url.clone().filter(|url| !url.trim().is_empty()).unwrap_or_else(|| TELEGRAM.to_owned());
    let shown = token.redact(&url);
    let api = serve::address(&url).and_then(|base| Api::new(token, base).ok());
    let Some(api) = api else {
        let said = voice.say("doctor-api-url", &[("url", &shown)]);
        checks.push(Checked::new("api", Health::Ill, said));
        return checks;
    };
    let me = api.call(&GetMe::new()).await;
    checks.push(reached(&me, &shown, voice));
    if me.is_ok() {
        checks.push(clock(api.date().await, SystemTime::now(), voice));
    }
    checks
}

fn no_token(error: &ServeError, voice: &Voice) -> Checked {
    let said = match error {
        ServeError::TokenFile { path, .. } => {
            voice.say("doctor-token-file", &[("path", &path.display().to_string())])
        }
        ServeError::BadToken { place } => voice.say("doctor-token-bad", &[("place", place)]),
        _ => voice.say("doctor-token-none", &[("variable", serve::TOKEN)]),
    };
    Checked::new("token", Health::Ill, said)
}

fn reached(me: &Result<Value, ApiError>, url: &str, voice: &Voice) -> Checked {
    let bot = me.as_ref().ok().and_then(|me| me["username"].as_str()).unwrap_or_default();
    let (health, key) = match me {
        Ok(_) => (Health::Well, "doctor-api"),
        Err(ApiError::Refused { reason: Reason::Token, .. }) => (Health::Ill, "doctor-api-token"),
        Err(ApiError::Unreachable { .. }) => (Health::Ill, "doctor-api-unreachable"),
        Err(_) => (Health::Note, "doctor-api-busy"),
    };
    Checked::new("api", health, voice.say(key, &[("bot", bot), ("url", url)]))
}

fn clock(theirs: Option<SystemTime>, ours: SystemTime, voice: &Voice) -> Checked {
    let check = "clock";
    let Some(theirs) = theirs else {
        return Checked::new(check, Health::Note, voice.say("doctor-clock-unknown", &[]));
    };
    let off = ours.duration_since(theirs).unwrap_or_else(|behind| behind.duration());
    let (health, key) =
        if off > OFF { (Health::Ill, "doctor-clock-off") } else { (Health::Well, "doctor-clock") };
    let seconds = off.as_secs().to_string();
    Checked::new(check, health, voice.say(key, &[("seconds", &seconds)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;

    #[test]
    fn a_clock_that_is_minutes_off_is_ill_whichever_way() {
        let voice = Voice::new(Lang::EN);
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
        let minutes = Duration::from_secs(300);
        for theirs in [now + minutes, now - minutes] {
            let checked = clock(Some(theirs), now, &voice);
            assert!(checked.health == Health::Ill && checked.said.contains("300"), "{}", checked.said);
        }
        assert_eq!(clock(Some(now + Duration::from_secs(2)), now, &voice).health, Health::Well);
        assert_eq!(clock(None, now, &voice).health, Health::Note);
    }
}
