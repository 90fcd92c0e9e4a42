//! `serve`: who is let in, how much anybody may send, and how updates come, from the arguments and the environment.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use clap::builder::PossibleValue;
use tokio::task::JoinHandle;
use tracing::Instrument;
use url::Url;

use crate::channel::telegram::{Limits, Secret, Webhook};
use crate::desk::Desk;
use crate::desk::door::{Admit, BadGuest, Door, Guests};

use super::serve::address;

/// The variable that holds what Telegram shows at the webhook.
const SECRET: &str = "XIAOQI_WEBHOOK_SECRET";
/// How often it is looked whether the list has changed.
const LOOK: Duration = Duration::from_secs(3);
/// Longest text about whom to ask, in characters: it stands in one line.
const LONGEST_CONTACT: usize = 200;
/// Largest list, in bytes: some hundred thousand entries.
const LARGEST_LIST: u64 = 4 << 20;

/// What is settled about it ([`Settings`](super::settings::Settings) says what each means).
#[derive(Clone, Debug, Default)]
pub struct EntranceArgs {
    /// Who is let in.
    pub admit: Admit,
    /// The list.
    pub guests: Vec<String>,
    /// The list as a file.
    pub guests_file: Option<PathBuf>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// How much one person may send.
    pub flood: Option<String>,
    /// Where Telegram pushes updates to.
    pub webhook: Option<String>,
    /// Where to listen for the proxy.
    pub listen: Option<SocketAddr>,
    /// File with what Telegram shows.
    pub webhook_secret_file: Option<PathBuf>,
    /// The bot that its own is made for from that, where it is for all.
    pub secret_for: Option<String>,
}

impl clap::ValueEnum for Admit {
    fn value_variants<'a>() -> &'a [Admit] {
        &Admit::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}

/// What is wrong with them. No message has what somebody wrote into a list or a secret.
#[derive(Debug, thiserror::Error)]
pub enum EntranceError {
    /// Nobody could ever be let in.
    #[error("--admit list needs a list: name people with --guest, or a file with --guests-file")]
    NoList,
    /// Something on the list of the arguments is nobody.
    #[error("--guest (XIAOQI_GUESTS): {0}")]
    Guest(BadGuest),
    /// Something in the file of the list is nobody.
    #[error("{path}: {cause}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What.
        cause: BadGuest,
    },
    /// A file cannot be read.
    #[error("{path} cannot be read: {cause}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The text about whom to ask is too long.
    #[error("--contact has {length} characters; keep it to {LONGEST_CONTACT}")]
    Contact {
        /// Characters.
        length: usize,
    },
    /// The limit is none.
    #[error(
        "`{value}` is no limit for --flood (XIAOQI_FLOOD): expected a burst and a number a minute, such as 20:60, or off"
    )]
    Flood {
        /// As given.
        value: String,
    },
    /// The address of the webhook is none.
    #[error(
        "`{url}` is no address for --webhook (XIAOQI_WEBHOOK): expected something like https://bot.example.org/telegram"
    )]
    Webhook {
        /// As given.
        url: String,
    },
    /// Of the webhook's address and where to listen only one is given.
    #[error("a webhook needs both: --webhook URL (XIAOQI_WEBHOOK) and --listen ADDRESS (XIAOQI_LISTEN)")]
    Half,
    /// Each replica would have a secret of its own.
    #[error(
        "with --store several processes may be pushed to, and all must know one secret: write one into a file for --webhook-secret-file, or give XIAOQI_WEBHOOK_SECRET"
    )]
    NoSharedSecret,
    /// The secret is none.
    #[error("{place} holds no secret for the webhook: expected 16 to 256 letters, digits, _ and -")]
    Secret {
        /// Where it was looked for.
        place: String,
    },
}

/// The same, looked over.
pub struct Entrance {
    /// How much anybody may send.
    pub limits: Limits,
    /// Where updates are pushed to.
    pub webhook: Option<Webhook>,
    door: Door,
    list: Option<List>,
    strict: bool,
}

/// The list in a file, beside those of the arguments.
struct List {
    path: PathBuf,
    given: Guests,
    seen: Option<Stamp>,
}

type Stamp = (SystemTime, u64);

/// Refuses a webhook whose secret each process would make up for itself.
///
/// # Errors
/// `NoSharedSecret`.
pub fn one_secret_for_all(
    args: &EntranceArgs,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<(), EntranceError> {
    let pushed = args.webhook.as_deref().is_some_and(|url| !url.trim().is_empty());
    let given = args.webhook_secret_file.is_some() || variable(SECRET).is_some();
    if pushed && !given { Err(EntranceError::NoSharedSecret) } else { Ok(()) }
}

impl Entrance {
    /// Looks the arguments over.
    ///
    /// # Errors
    /// See [`EntranceError`].
    pub fn read(
        args: &EntranceArgs,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Entrance, EntranceError> {
        let contact = args.contact.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let length = contact.map_or(0, |text| text.chars().count());
        if length > LONGEST_CONTACT {
            return Err(EntranceError::Contact { length });
        }
        let given = Guests::parse(&args.guests.join("\n")).map_err(EntranceError::Guest)?;
        let path = args.guests_file.clone().filter(|path| !path.as_os_str().is_empty());
        let (mut guests, mut list) = (given.clone(), None);
        if let Some(path) = path {
            let seen = stamp(&path);
            guests = guests.and(from_file(&path)?);
            list = Some(List { path, given, seen });
        }
        if args.admit == Admit::List && guests.is_empty() && list.is_none() {
            return Err(EntranceError::NoList);
        }
        let limits = match args.flood.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            None => Limits::default(),
            Some(text) => {
                Limits::parse(text).ok_or_else(|| EntranceError::Flood { value: text.to_owned() })?
            }
        };
        let webhook = webhook(args, variable)?;
        let door = Door::new(args.admit, guests, contact.map(str::to_owned));
        Ok(Entrance { limits, webhook, door, list, strict: args.admit != Admit::Everybody })
    }

    /// The desk with its door.
    pub fn close(&mut self, desk: Desk) -> Desk {
        desk.with_door(std::mem::take(&mut self.door))
    }

    /// Says who is in of old, and reads the list again whenever it changes.
    pub async fn watch(self, desk: &Arc<Desk>) -> Option<JoinHandle<()>> {
        if self.strict {
            match desk.of_old().await {
                Ok(0) => {}
                Ok(count) => tracing::warn!(
                    count,
                    "these trainees came while the bot was open and stay; /trainer remove NUMBER takes one off"
                ),
                Err(error) => tracing::warn!("it cannot be told who came while the bot was open: {error}"),
            }
        }
        let list = self.list?;
        Some(tokio::spawn(follow(list, Arc::clone(desk)).in_current_span()))
    }
}

/// Reads the list again whenever it changes; one that cannot be read leaves the last one in force.
async fn follow(mut list: List, desk: Arc<Desk>) {
    loop {
        tokio::time::sleep(LOOK).await;
        let now = stamp(&list.path);
        if now == list.seen {
            continue;
        }
        list.seen = now;
        match from_file(&list.path) {
            Ok(guests) => {
                let guests = list.given.clone().and(guests);
                tracing::info!(entries = guests.len(), "the list of those who are let in has changed");
                desk.door().turn_to(guests);
            }
            Err(error) => tracing::warn!("the list of those who are let in stays as it was: {error}"),
        }
    }
}

fn from_file(path: &Path) -> Result<Guests, EntranceError> {
    let unreadable = |cause| EntranceError::Unreadable { path: path.to_path_buf(), cause };
    if std::fs::metadata(path).map_err(unreadable)?.len() > LARGEST_LIST {
        return Err(unreadable(std::io::Error::other("it is larger than 4 MB")));
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    Guests::parse(&text).map_err(|cause| EntranceError::File { path: path.to_path_buf(), cause })
}

fn stamp(path: &Path) -> Option<Stamp> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}

fn webhook(
    args: &EntranceArgs,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<Webhook>, EntranceError> {
    let given = args.webhook.as_deref().map(str::trim).filter(|url| !url.is_empty());
    let (given, listen) = match (given, args.listen) {
        (Some(given), Some(listen)) => (given, listen),
        (None, None) if args.webhook_secret_file.is_none() => return Ok(None),
        _ => return Err(EntranceError::Half),
    };
    let url: Option<Url> = address(given).filter(|url| url.query().is_none() && url.fragment().is_none());
    let url = url.ok_or_else(|| EntranceError::Webhook { url: given.to_owned() })?;
    let (place, secret) = match &args.webhook_secret_file {
        Some(path) => {
            let unreadable = |cause| EntranceError::Unreadable { path: path.clone(), cause };
            (path.display().to_string(), Some(std::fs::read_to_string(path).map_err(unreadable)?))
        }
        None => (SECRET.to_owned(), variable(SECRET)),
    };
    let secret = match secret {
        Some(text) => {
            let given = Secret::parse(text.trim()).ok_or(EntranceError::Secret { place })?;
            args.secret_for.as_deref().map_or(given.clone(), |name| given.for_bot(name))
        }
        None => Secret::fresh(),
    };
    Ok(Some(Webhook { url, listen, secret }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: EntranceArgs) -> Result<Entrance, EntranceError> {
        Entrance::read(&args, &|_| None)
    }

    #[test]
    fn replicas_are_not_started_with_a_secret_that_only_one_of_them_knows() {
        let webhook = Some("https://bot.example.org/telegram".to_owned());
        let args = EntranceArgs { webhook, ..EntranceArgs::default() };
        assert!(matches!(one_secret_for_all(&args, &|_| None), Err(EntranceError::NoSharedSecret)));
        let given = |name: &str| (name == SECRET).then(|| "a-secret-that-all-know".to_owned());
        assert!(one_secret_for_all(&args, &given).is_ok());
        assert!(one_secret_for_all(&EntranceArgs::default(), &|_| None).is_ok());
    }

    #[test]
    fn each_mistake_is_told_without_what_was_written() {
        let list = EntranceArgs { admit: Admit::List, ..EntranceArgs::default() };
        assert!(matches!(read(list.clone()).err(), Some(EntranceError::NoList)));
        let error =
            read(EntranceArgs { guests: vec!["7".into(), "Ann Lee".into()], ..list.clone() }).err().unwrap();
        assert!(error.to_string().contains("entry 2") && !error.to_string().contains("Ann"), "{error}");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("guests");
        std::fs::write(&path, "7\n@bob_by\nCarl\n").unwrap();
        let error = read(EntranceArgs { guests_file: Some(path.clone()), ..list.clone() }).err().unwrap();
        assert!(error.to_string().contains("entry 3") && !error.to_string().contains("Carl"), "{error}");
        std::fs::write(&path, "").unwrap();
        assert!(read(EntranceArgs { guests_file: Some(path), ..list }).is_ok(), "it may be filled later");
        assert!(matches!(
            read(EntranceArgs { flood: Some("lots".into()), ..EntranceArgs::default() }).err(),
            Some(EntranceError::Flood { .. })
        ));
    }

    #[test]
    fn a_webhook_has_an_address_and_a_secret() {
        let hook = |url: &str| EntranceArgs {
            webhook: Some(url.to_owned()),
            listen: Some("127.0.0.1:0".parse().unwrap()),
            ..EntranceArgs::default()
        };
        let read = |url: &str, secret: Option<&str>| {
            Entrance::read(&hook(url), &|name| secret.filter(|_| name == SECRET).map(str::to_owned))
        };
        assert!(read("https://bot.example.org/t", None).unwrap().webhook.is_some());
        assert!(read("https://bot.example.org/t", Some("0123456789abcdef")).is_ok());
        for bad in ["bot.example.org", "ftp://bot.example.org", "https://bot.example.org/t?x=1"] {
            assert!(matches!(read(bad, None).err(), Some(EntranceError::Webhook { .. })), "{bad}");
        }
        let error = read("https://bot.example.org/t", Some("a secret with spaces")).err().unwrap();
        assert!(
            matches!(error, EntranceError::Secret { .. }) && !error.to_string().contains("spaces"),
            "{error}"
        );
    }
}
