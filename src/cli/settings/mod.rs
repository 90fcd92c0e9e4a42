//! What whoever runs the service settles: each setting once, as an argument, a variable and a key of the settings file.
//!
//! To add one, add a field to [`Settings`] (its comment is what `--help` and docs/operating.md say), a line to
//! [`Settings::or`], and what it does to `serve`. A test keeps the table in docs/operating.md.
//!
//! - `file`: where the settings file is, and what is wrong with it
//! - `bots`: what each of several bots settles for itself
//! - `table`: all settings, for the page that lists them

mod bots;
mod file;
mod table;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::num::{NonZeroU32, NonZeroU64};
use std::path::PathBuf;

use anyhow::Context;
use serde::Deserialize;

use crate::base::id::TraineeId;
use crate::desk::door::Admit;
use crate::store::PostgresUrl;
use crate::studio::Voice;

use super::args::{Common, HouseArgs, data_folder};
use super::entrance::EntranceArgs;
use super::key::KeyFiles;
use super::observe::Listen;
use super::place::{StoreArgs, StoreUrl};
use super::serve::{ServeOptions, TOKEN};
use super::shelf::told_in;

pub use bots::{BotSettings, Which, quarrels};
pub use table::{Row, rows};

/// Every setting of the service. `None` and empty lists: not settled here.
#[derive(Clone, Debug, Default, clap::Args, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// File that holds the bot token, and nothing else
    #[arg(long, value_name = "FILE", env = "XIAOQI_TOKEN_FILE")]
    pub token_file: Option<PathBuf>,
    /// Address of the Bot API [default: Telegram's]
    #[arg(long, value_name = "URL", env = "TELOXIDE_API_URL")]
    pub api_url: Option<String>,
    /// Folder for what is kept [default: the platform's data folder]
    #[arg(long, value_name = "DIR", env = "XIAOQI_DATA")]
    pub data: Option<PathBuf>,
    /// Database for what is kept, instead of the data folder, such as postgresql://USER@HOST/DATABASE?space=NAME [default: none]
    #[arg(long, value_name = "URL", env = "XIAOQI_STORE", hide_env_values = true)]
    pub store: Option<StoreUrl>,
    /// File that holds the database's password, and nothing else; else PGPASSWORD, or the URL has it
    #[arg(long, value_name = "FILE", env = "XIAOQI_STORE_PASSWORD_FILE")]
    pub store_password_file: Option<PathBuf>,
    /// Delete conversations after this many days without a word, and trainees who were away as long [default: never]
    #[arg(long, value_name = "N", env = "XIAOQI_RETENTION_DAYS")]
    pub retention_days: Option<NonZeroU32>,
    /// Who runs this bot and owns its customers, by Telegram's number (/trainer tells it); several with commas, in the file as a list
    #[arg(long = "operator", value_name = "NUMBER", env = "XIAOQI_OPERATORS", value_delimiter = ',')]
    pub operators: Vec<NonZeroU64>,
    /// Where to find help outside, told after hard conversations and by /care
    #[arg(long, value_name = "TEXT", env = "XIAOQI_HELP_LINE", conflicts_with = "help_line_file")]
    pub help_line: Option<String>,
    /// The same from a file
    #[arg(long, value_name = "FILE", env = "XIAOQI_HELP_LINE_FILE")]
    pub help_line_file: Option<PathBuf>,
    /// How long the customer may be seen typing before a bubble, in milliseconds at most; 0 for none [default: 1800]
    #[arg(long, value_name = "N", env = "XIAOQI_TYPING_MS")]
    pub typing_ms: Option<u64>,
    /// Answer /metrics, /healthz and /readyz at this address; a port alone is this machine's only [default: not at all]
    #[arg(long, value_name = "ADDRESS", env = "XIAOQI_METRICS")]
    pub metrics: Option<Listen>,
    /// How much is logged: error, warn, info, debug, or as the Rust crate tracing-subscriber describes filters [default: info]
    #[arg(long, value_name = "FILTER", env = "RUST_LOG")]
    pub log: Option<String>,
    /// How log lines are written: text, or json with one object a line [default: text]
    #[arg(long, value_name = "FORM", env = "XIAOQI_LOG_FORMAT")]
    pub log_format: Option<LogFormat>,
    /// Who is let in: everybody, who brings a code (or is on the list), or who is on the list (or brings a code) [default: open]
    #[arg(long, value_name = "WHO", env = "XIAOQI_ADMIT")]
    pub admit: Option<Admit>,
    /// Somebody on the list, by Telegram's number or @name; several with commas, in the file as a list
    #[arg(
        long = "guest",
        value_name = "GUEST",
        env = "XIAOQI_GUESTS",
        value_delimiter = ',',
        hide_env_values = true
    )]
    pub guests: Vec<String>,
    /// The list as a file, an entry a line; read again when it changes
    #[arg(long, value_name = "FILE", env = "XIAOQI_GUESTS_FILE")]
    pub guests_file: Option<PathBuf>,
    /// Whom to ask to be let in, in a line
    #[arg(long, value_name = "TEXT", env = "XIAOQI_CONTACT")]
    pub contact: Option<String>,
    /// How many messages one person may send at once, and then a minute, or off [default: 20:60]
    #[arg(long, value_name = "BURST:A_MINUTE", env = "XIAOQI_FLOOD")]
    pub flood: Option<String>,
    /// Have Telegram push updates to this address, behind a proxy that speaks TLS, instead of asking for them
    #[arg(long, value_name = "URL", env = "XIAOQI_WEBHOOK")]
    pub webhook: Option<String>,
    /// Where to listen for that proxy, such as 127.0.0.1:8443
    #[arg(long, value_name = "ADDRESS", env = "XIAOQI_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// File with what Telegram shows at the webhook, instead of XIAOQI_WEBHOOK_SECRET [default: a new one each start]
    #[arg(long, value_name = "FILE", env = "XIAOQI_WEBHOOK_SECRET_FILE")]
    pub webhook_secret_file: Option<PathBuf>,
    /// File with a key that what is kept is encrypted with; several with commas, in the file as a list: the first encrypts, all decrypt
    #[arg(long = "key-file", value_name = "FILE", env = "XIAOQI_KEY_FILE", value_delimiter = ',')]
    pub key_files: Vec<PathBuf>,
    /// Folder of content, as --content names it
    #[arg(skip)]
    pub content: Option<PathBuf>,
    /// Language of those whose language is unknown, as --lang names it
    #[arg(skip)]
    pub lang: Option<String>,
    /// Bots that this process serves, each with a table of its own; without one it serves the one that all this is about
    #[arg(skip)]
    pub bots: BTreeMap<String, BotSettings>,
    /// Which of several bots all this is about
    #[arg(skip)]
    #[serde(skip)]
    pub which: Option<Which>,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line, for programs.
    Json,
}

/// Where the settings file is.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct ConfigArg {
    /// Settings file, TOML; docs/operating.md lists its keys. An empty name: none [default: xiaoqi/settings.toml in the platform's folder for settings, else /etc/xiaoqi/settings.toml]
    #[arg(long, value_name = "FILE", env = "XIAOQI_CONFIG")]
    pub config: Option<OsString>,
    /// One of several bots: what its table [bots.NAME] in the settings file says
    #[arg(long, value_name = "NAME", env = "XIAOQI_BOT")]
    pub bot: Option<String>,
}

impl ConfigArg {
    /// The name of the bot that is asked for.
    fn named(&self) -> Option<&str> {
        self.bot.as_deref().map(str::trim).filter(|name| !name.is_empty())
    }
}

/// What is settled for whoever serves.
pub enum Settled {
    /// One bot.
    One(Box<Settings>),
    /// Several, by name, and what holds for all of them.
    Several(Box<Settings>, BTreeMap<String, Settings>),
}

impl Settings {
    /// What is settled here, and for the rest what is settled there. Naming every field makes the compiler ask for each
    /// new one.
    fn or(self, file: Settings) -> Settings {
        let no_help_line = self.help_line.is_none() && self.help_line_file.is_none();
        let Settings {
            token_file,
            api_url,
            data,
            store,
            store_password_file,
            retention_days,
            operators,
            help_line,
            help_line_file,
            typing_ms,
            metrics,
            log,
            log_format,
            admit,
            guests,
            guests_file,
            contact,
            flood,
            webhook,
            listen,
            webhook_secret_file,
            key_files,
            content,
            lang,
            bots,
            which,
        } = file;
        Settings {
            token_file: self.token_file.or(token_file),
            api_url: self.api_url.filter(|url| !url.trim().is_empty()).or(api_url),
            data: self.data.or(data),
            store: self.store.filter(|url| !url.is_blank()).or(store),
            store_password_file: self.store_password_file.or(store_password_file),
            retention_days: self.retention_days.or(retention_days),
            operators: if self.operators.is_empty() { operators } else { self.operators },
            // Two ways to say one thing: whoever says it nearer says it alone.
            help_line: self.help_line.or(help_line.filter(|_| no_help_line)),
            help_line_file: self.help_line_file.or(help_line_file.filter(|_| no_help_line)),
            typing_ms: self.typing_ms.or(typing_ms),
            metrics: self.metrics.or(metrics),
            log: self.log.filter(|log| !log.trim().is_empty()).or(log),
            log_format: self.log_format.or(log_format),
            admit: self.admit.or(admit),
            guests: if self.guests.is_empty() { guests } else { self.guests },
            guests_file: self.guests_file.or(guests_file),
            contact: self.contact.or(contact),
            flood: self.flood.or(flood),
            webhook: self.webhook.or(webhook),
            listen: self.listen.or(listen),
            webhook_secret_file: self.webhook_secret_file.or(webhook_secret_file),
            key_files: if self.key_files.is_empty() { key_files } else { self.key_files },
            content: self.content.or(content),
            lang: self.lang.or(lang),
            bots: if self.bots.is_empty() { bots } else { self.bots },
            which: self.which.or(which),
        }
    }

    /// Paths of a settings file begin where it is.
    fn based(mut self, folder: &std::path::Path) -> Settings {
        let paths = [
            &mut self.token_file,
            &mut self.data,
            &mut self.store_password_file,
            &mut self.help_line_file,
            &mut self.guests_file,
            &mut self.webhook_secret_file,
            &mut self.content,
        ];
        for path in paths.into_iter().flatten().chain(&mut self.key_files) {
            *path = folder.join(&*path);
        }
        self.bots.values_mut().for_each(|bot| bot.based(folder));
        self
    }

    /// The database for what is kept, where one is named.
    ///
    /// # Errors
    /// An address that is none, a password's file that cannot be read.
    pub fn database(&self) -> anyhow::Result<Option<PostgresUrl>> {
        let password = self.store_password_file.clone();
        StoreArgs { store: self.store.clone(), store_password_file: password }.url()
    }

    /// The service's options, with their defaults filled in.
    ///
    /// # Errors
    /// A number that is nobody's at Telegram, a text that cannot be read or is too long, a system without data folder.
    pub fn options(self) -> anyhow::Result<ServeOptions> {
        let store = self.database()?;
        let house = HouseArgs { help_line: self.help_line, help_line_file: self.help_line_file };
        let number = |number: NonZeroU64| {
            i64::try_from(number.get())
                .map(TraineeId)
                .context("an operator's number is larger than any at Telegram")
        };
        Ok(ServeOptions {
            store,
            token_file: self.token_file,
            api_url: self.api_url,
            data: data_folder(self.data)?,
            ring: KeyFiles { files: self.key_files }.ring()?,
            entrance: EntranceArgs {
                admit: self.admit.unwrap_or_default(),
                guests: self.guests,
                guests_file: self.guests_file,
                contact: self.contact,
                flood: self.flood,
                webhook: self.webhook,
                listen: self.listen,
                webhook_secret_file: self.webhook_secret_file,
                secret_for: self.which.filter(|which| !which.own_secret).map(|which| which.name),
            },
            content: self.content,
            lang: self.lang,
            retention_days: self.retention_days.map(NonZeroU32::get),
            help_line: house.help_line()?,
            operators: self.operators.into_iter().map(number).collect::<anyhow::Result<_>>()?,
            typing_ms: self.typing_ms,
            metrics: self.metrics.map(|listen| listen.0),
            log: self.log,
            log_format: self.log_format.unwrap_or_default(),
        })
    }
}

/// What counts in the end: arguments before the environment (clap sees to that), both before the settings file. The
/// language and the folder of content come back with the common arguments as well.
///
/// # Errors
/// A settings file that is not there, cannot be read, or has mistakes: each with its place. Several bots of which none is named, or one
/// that is not there.
pub fn settle(common: &Common, config: &ConfigArg, given: Settings) -> anyhow::Result<(Common, Settings)> {
    let (common, settled) = settle_all(common, config, given)?;
    match settled {
        Settled::One(settings) => Ok((common, *settings)),
        Settled::Several(_, bots) => {
            let voice = Voice::new(told_in(&common));
            let list = voice.listed(bots.into_keys());
            anyhow::bail!(voice.say("bots-which", &[("list", &list)]))
        }
    }
}

/// The same for whoever serves, and can serve several bots.
///
/// # Errors
/// As [`settle`], but for several of which none is named.
pub fn settle_all(common: &Common, config: &ConfigArg, given: Settings) -> anyhow::Result<(Common, Settled)> {
    let voice = Voice::new(told_in(common));
    let mut file = match file::find(config.config.as_deref()) {
        Some(path) => file::read(&path, &voice)?,
        None => Settings::default(),
    };
    // A token in the environment is nearer than a file that names another.
    let one = file.bots.is_empty();
    if one && std::env::var(TOKEN).is_ok_and(|token| !token.trim().is_empty()) {
        file.token_file = None;
    }
    let given = Settings { content: common.content.clone(), lang: common.lang.clone(), ..given };
    let settled = given.or(file);
    let common = Common { lang: settled.lang.clone(), content: settled.content.clone() };
    let voice = Voice::new(told_in(&common));
    let bots = settled.of_bots(&voice)?;
    let settled = match config.named() {
        Some(name) => Settled::One(Box::new(bots::chosen(bots, name, &voice)?)),
        None if bots.is_empty() => Settled::One(Box::new(settled)),
        None => Settled::Several(Box::new(settled), bots),
    };
    Ok((common, settled))
}

/// The settings file that counts, if there is one.
pub fn file_of(config: &ConfigArg) -> Option<PathBuf> {
    file::find(config.config.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sound(text: &str) -> Settings {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn what_is_settled_nearer_wins_key_by_key() {
        let near = sound("typing_ms = 5\noperators = [7]\nhelp_line = 'near'");
        let far = sound("typing_ms = 9\nretention_days = 30\noperators = [8, 9]\nhelp_line_file = 'far'");
        let settled = near.or(far);
        assert_eq!(settled.typing_ms, Some(5));
        assert_eq!(settled.retention_days.map(NonZeroU32::get), Some(30));
        assert_eq!(settled.operators.iter().map(|n| n.get()).collect::<Vec<_>>(), [7]);
        assert_eq!((settled.help_line.as_deref(), settled.help_line_file), (Some("near"), None));
    }

    #[test]
    fn paths_begin_where_the_file_is_and_whole_ones_stay() {
        let based = sound("token_file = 'token'\ndata = '/var/lib/x'").based(std::path::Path::new("/etc/x"));
        assert_eq!(based.token_file.as_deref(), Some(std::path::Path::new("/etc/x/token")));
        assert_eq!(based.data.as_deref(), Some(std::path::Path::new("/var/lib/x")));
    }
}
