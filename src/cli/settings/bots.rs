//! Several bots in one process: what the table of each in the settings file says, what holds for all, and what would make two of them
//! get into each other's way.

use std::collections::BTreeMap;
use std::num::{NonZeroU32, NonZeroU64};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use url::Url;

use crate::channel::telegram::Token;
use crate::desk::door::Admit;
use crate::persona::finding::nearest;
use crate::store::PostgresUrl;
use crate::studio::Voice;

use super::super::args::data_folder;
use super::super::place::StoreUrl;
use super::super::serve::TOKEN;
use super::Settings;

/// Where bots are below the data folder, each in a folder of its name.
const FOLDER: &str = "bots";
/// Longest name of a bot, in bytes: it names a folder and a schema.
const LONGEST: usize = 32;

/// What a bot settles for itself: `[bots.NAME]`. Everything but `token_file` may be left out; then what is said for all holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BotSettings {
    /// File that holds its token.
    pub token_file: Option<PathBuf>,
    /// Address of the Bot API.
    pub api_url: Option<String>,
    /// Its folder [default: bots/NAME in the data folder].
    pub data: Option<PathBuf>,
    /// Its database [default: the space NAME of the one for all]; an empty text: none, but its folder.
    pub store: Option<StoreUrl>,
    /// File that holds the database's password.
    pub store_password_file: Option<PathBuf>,
    /// After how many days things are deleted.
    pub retention_days: Option<NonZeroU32>,
    /// Who runs it.
    pub operators: Option<Vec<NonZeroU64>>,
    /// Where to find help outside.
    pub help_line: Option<String>,
    /// The same from a file.
    pub help_line_file: Option<PathBuf>,
    /// How long the customer may be seen typing.
    pub typing_ms: Option<u64>,
    /// Who is let in.
    pub admit: Option<Admit>,
    /// The list.
    pub guests: Option<Vec<String>>,
    /// The list as a file.
    pub guests_file: Option<PathBuf>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// How many messages one person may send.
    pub flood: Option<String>,
    /// Where Telegram pushes its updates [default: NAME below the address for all].
    pub webhook: Option<String>,
    /// What Telegram shows there [default: made from the secret for all and the name].
    pub webhook_secret_file: Option<PathBuf>,
    /// Keys that what is kept of it is encrypted with.
    pub key_files: Option<Vec<PathBuf>>,
    /// Language of those whose language is unknown.
    pub lang: Option<String>,
}

/// Which of several bots settings are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Which {
    /// Its name.
    pub name: String,
    /// Whether the webhook's secret is its own, and not that for all.
    pub own_secret: bool,
}

impl BotSettings {
    /// Paths of a settings file begin where it is.
    pub(super) fn based(&mut self, folder: &Path) {
        let paths = [
            &mut self.token_file,
            &mut self.data,
            &mut self.store_password_file,
            &mut self.help_line_file,
            &mut self.guests_file,
            &mut self.webhook_secret_file,
        ];
        let keys = self.key_files.iter_mut().flatten();
        for path in paths.into_iter().flatten().chain(keys) {
            *path = folder.join(&*path);
        }
    }
}

impl Settings {
    /// The settings of one of its bots, as if it were alone: what its table says, and for the rest what is said for all.
    ///
    /// # Errors
    /// A system without a data folder, where none is named.
    pub fn of_bot(&self, name: &str, bot: BotSettings) -> anyhow::Result<Settings> {
        let home = || anyhow::Ok(data_folder(self.data.clone())?.join(FOLDER).join(name));
        let data = bot.data.map_or_else(home, Ok)?;
        let own_database = bot.store.as_ref().map(|url| url.is_blank());
        let webhook = self.webhook.as_deref().map(|url| below(url, name));
        let which = Which { name: name.to_owned(), own_secret: bot.webhook_secret_file.is_some() };
        let all = Settings {
            token_file: None,
            store: self.store.as_ref().map(|url| url.in_space(name)),
            webhook,
            bots: BTreeMap::new(),
            ..self.clone()
        };
        let near = Settings {
            token_file: bot.token_file,
            api_url: bot.api_url,
            data: Some(data),
            store: bot.store,
            store_password_file: bot.store_password_file,
            retention_days: bot.retention_days,
            help_line: bot.help_line,
            help_line_file: bot.help_line_file,
            typing_ms: bot.typing_ms,
            admit: bot.admit,
            guests_file: bot.guests_file,
            contact: bot.contact,
            flood: bot.flood,
            webhook: bot.webhook,
            webhook_secret_file: bot.webhook_secret_file,
            lang: bot.lang,
            which: Some(which),
            ..Settings::default()
        };
        let mut settled = near.or(all);
        // An empty list is said too, and not the list for all.
        settled.operators = bot.operators.unwrap_or(settled.operators);
        settled.guests = bot.guests.unwrap_or(settled.guests);
        settled.key_files = bot.key_files.unwrap_or(settled.key_files);
        if own_database == Some(true) {
            settled.store = None;
        }
        // The address to listen at, and the secret, are for those to whom something is pushed.
        if settled.webhook.as_deref().is_none_or(|url| url.trim().is_empty()) {
            (settled.webhook, settled.listen) = (None, None);
            settled.webhook_secret_file = None;
        }
        Ok(settled)
    }

    /// All bots' settings, by name.
    ///
    /// # Errors
    /// A name that is none; see [`Settings::of_bot`].
    pub fn of_bots(&self, voice: &Voice) -> anyhow::Result<BTreeMap<String, Settings>> {
        let named = |(name, bot): (&String, &BotSettings)| match is_name(name) {
            true => Ok((name.clone(), self.of_bot(name, bot.clone())?)),
            false => Err(anyhow::anyhow!(voice.say("bots-name", &[("name", name.as_str())]))),
        };
        self.bots.iter().map(named).collect()
    }
}

/// Whether a bot may be called that: what names a folder and a schema alike, anywhere.
fn is_name(name: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let begins = name.bytes().next().is_some_and(|b| b.is_ascii_lowercase());
    begins && name.len() <= LONGEST && name.bytes().all(fits) && !name.starts_with("pg_")
}

/// An address one step below another; as it is where it is none.
fn below(url: &str, name: &str) -> String {
    let Ok(mut url) = Url::parse(url.trim()) else { return url.to_owned() };
    if let Ok(mut path) = url.path_segments_mut() {
        path.pop_if_empty().push(name);
    }
    url.into()
}

/// The one of this name.
///
/// # Errors
/// There is none of that name, or no bot has a name.
pub(super) fn chosen(
    mut bots: BTreeMap<String, Settings>,
    name: &str,
    voice: &Voice,
) -> anyhow::Result<Settings> {
    if let Some(settings) = bots.remove(name) {
        return Ok(settings);
    }
    if bots.is_empty() {
        anyhow::bail!(voice.say("bots-none", &[("name", name)]));
    }
    let near = nearest(name, bots.keys().map(String::as_str)).map(str::to_owned);
    let list = voice.listed(bots.into_keys());
    anyhow::bail!(match near {
        Some(near) => voice.say("bots-unknown-near", &[("name", name), ("near", &near), ("list", &list)]),
        None => voice.say("bots-unknown", &[("name", name), ("list", &list)]),
    })
}

/// Everything that keeps these bots from being served together, each in a line; what only waiting or mending one of them can cure is not
/// among it. No token is shown.
pub fn quarrels(all: &Settings, bots: &BTreeMap<String, Settings>, voice: &Voice) -> Vec<String> {
    let mut said = Vec::new();
    let environment = std::env::var(TOKEN).is_ok_and(|token| !token.trim().is_empty());
    if environment || all.token_file.as_ref().is_some_and(|path| !path.as_os_str().is_empty()) {
        said.push(voice.say("bots-token-for-all", &[]));
    }
    let missing = bots.iter().filter(|(_, bot)| bot.token_file.is_none());
    said.extend(missing.map(|(name, _)| voice.say("bots-no-token", &[("name", name.as_str())])));
    for (name, bot) in bots {
        let url = bot.store.as_ref().filter(|url| !url.is_blank());
        if let Some(Err(error)) = url.map(StoreUrl::place) {
            said.push(voice.say("bots-store", &[("name", name.as_str()), ("why", &error.to_string())]));
        }
    }
    let shared = |key: &str, of: &dyn Fn(&Settings) -> Option<String>, shown: bool| {
        let mut first: BTreeMap<String, &str> = BTreeMap::new();
        let mut said = Vec::new();
        for (name, bot) in bots {
            let Some(thing) = of(bot) else { continue };
            match first.get(&thing) {
                Some(one) => {
                    let what = if shown { thing.as_str() } else { "" };
                    said.push(voice.say(key, &[("one", *one), ("other", name.as_str()), ("what", what)]));
                }
                None => {
                    first.insert(thing, name);
                }
            }
        }
        said
    };
    said.extend(shared("bots-same-token", &|bot| number(bot.token_file.as_deref()?), false));
    said.extend(shared("bots-same-folder", &|bot| Some(whole(bot.data.as_deref()?)), true));
    said.extend(shared("bots-same-store", &|bot| space(bot.store.as_ref()?), true));
    said.extend(shared("bots-same-webhook", &|bot| path(bot.webhook.as_deref()?), true));
    said
}

/// The number of the bot whose token is in the file, if one can be read there.
fn number(file: &Path) -> Option<String> {
    Some(Token::parse(&std::fs::read_to_string(file).ok()?)?.bot().to_owned())
}

/// A folder by the name that it has from everywhere.
fn whole(folder: &Path) -> String {
    let absolute = || std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    std::fs::canonicalize(folder).unwrap_or_else(|_| absolute()).display().to_string()
}

fn space(url: &StoreUrl) -> Option<String> {
    let place: PostgresUrl = url.place().ok()?;
    (!url.is_blank()).then(|| place.to_string())
}

fn path(url: &str) -> Option<String> {
    Some(Url::parse(url.trim()).ok()?.path().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::lang::Lang;

    fn bots(text: &str) -> (Settings, BTreeMap<String, Settings>) {
        let all: Settings = toml::from_str(text).unwrap();
        let bots = all.of_bots(&Voice::new(Lang::EN)).unwrap();
        (all, bots)
    }

    fn quarrel(text: &str, lang: Lang) -> String {
        let (all, bots) = bots(text);
        quarrels(&all, &bots, &Voice::new(lang)).join("\n")
    }

    #[test]
    fn a_table_says_what_is_its_own_and_the_rest_holds_for_all() {
        let (_, bots) = bots(
            "data = '/d'\nretention_days = 30\noperators = [7]\nadmit = 'open'\nwebhook = 'https://h/t/'\n\
             store = 'postgresql://u:s3cret@h/d?space=x&connections=4'\n\
             [bots.shop]\ntoken_file = 's'\nadmit = 'code'\noperators = []\n\
             [bots.bank]\ntoken_file = 'b'\ndata = '/bank'\nstore = ''\nwebhook = 'https://bank/w'\nretention_days = 5",
        );
        let (shop, bank) = (&bots["shop"], &bots["bank"]);
        assert_eq!(shop.data.as_deref(), Some(Path::new("/d/bots/shop")));
        assert_eq!((shop.admit, shop.operators.len()), (Some(Admit::Code), 0));
        assert_eq!(shop.retention_days.map(NonZeroU32::get), Some(30));
        assert_eq!(shop.webhook.as_deref(), Some("https://h/t/shop"));
        assert_eq!(
            shop.store.as_ref().unwrap().place().unwrap().to_string(),
            "postgresql://h:5432/d?space=shop"
        );
        assert_eq!((bank.data.as_deref(), bank.store.is_none()), (Some(Path::new("/bank")), true));
        assert_eq!((bank.webhook.as_deref(), bank.operators.len()), (Some("https://bank/w"), 1));
        assert!(!format!("{bots:?}").contains("s3cret"));
    }

    #[test]
    fn what_gets_in_each_others_way_is_told_at_once_in_every_language() {
        let folder = tempfile::tempdir().unwrap();
        let token = folder.path().join("token");
        std::fs::write(&token, "123456:AAbbCCddEEffGGhhIIjjKK-_12").unwrap();
        let same = folder.path().join("same");
        std::fs::write(&same, "123456:AAother0000000000000000000").unwrap();
        let (one, other) = (token.display(), same.display());
        let text = format!(
            "data = '/d'\ntoken_file = 'mine'\nwebhook = 'https://h/t'\n[bots.shop]\ntoken_file = '{one}'\n\
             [bots.bank]\ntoken_file = '{other}'\ndata = '/d/bots/shop'\nwebhook = 'https://other/t/shop'\n\
             [bots.club]\nstore = 'postgresql://h/d?space=no-name'\n\
             [bots.one]\ntoken_file = 'x'\nstore = 'postgresql://a@h/d?space=s'\n\
             [bots.two]\ntoken_file = 'y'\nstore = 'postgresql://b@h/d?space=s'",
        );
        for lang in [Lang::EN, Lang::ZH_HANS, Lang::ZH_HANT] {
            let said = quarrel(&text, lang);
            assert_eq!(said.lines().count(), 7, "{said}");
            for part in ["club", "shop", "bank", "/d/bots/shop", "/t/shop", "space=s", "token_file"] {
                assert!(said.contains(part), "{part} in {said}");
            }
            assert!(!said.contains("AA") && !said.contains("bots-"), "{said}");
        }
    }

    #[test]
    fn a_name_fits_a_folder_and_a_schema() {
        for good in ["a", "shop_1", "x23456789012345678901234567890_2"] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "Shop", "1a", "a-b", "pg_a", "店", "../x", "x234567890123456789012345678901234"] {
            assert!(!is_name(bad), "{bad}");
        }
    }

    #[test]
    fn one_that_is_not_there_is_told_with_the_nearest_that_is() {
        let told = |text: &str, lang| {
            let (_, bots) = bots(text);
            chosen(bots, "shp", &Voice::new(lang)).unwrap_err().to_string()
        };
        for lang in [Lang::EN, Lang::ZH_HANS, Lang::ZH_HANT] {
            let said = told("data = 'd'\n[bots.shop]\n[bots.bank]", lang);
            assert!(said.contains("shp") && said.contains("shop") && said.contains("bank"), "{said}");
            assert!(told("data = 'd'", lang).contains("[bots.shp]"));
        }
    }
}
