//! Several bots in one process: each with its own people and records, and none disturbed by another.

use std::fmt::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use super::{PATIENCE, Serve, button, command};
use crate::botapi::{FakeTelegram, Phone};
use crate::store::fresh_address;

const STRANGER: &str = "999:AAF-nobodys_token_for_tests_0123456789";

/// A folder with settings, tokens and data.
struct House {
    folder: tempfile::TempDir,
    settings: String,
}

impl House {
    fn new(top: &str) -> House {
        let folder = tempfile::tempdir().unwrap();
        let settings = format!("data = 'data'\n{top}\n");
        House { folder, settings }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A bot with a token at this Telegram.
    fn bot(mut self, name: &str, token: &str, fake: &FakeTelegram) -> House {
        std::fs::write(self.path(&format!("{name}.token")), token).unwrap();
        let url = fake.url();
        write!(self.settings, "[bots.{name}]\ntoken_file = '{name}.token'\napi_url = '{url}'\n").unwrap();
        self
    }

    /// One more key for the last bot.
    fn with(mut self, line: &str) -> House {
        self.settings += &format!("{line}\n");
        self
    }

    fn config(&self) -> PathBuf {
        let path = self.path("settings.toml");
        std::fs::write(&path, &self.settings).unwrap();
        path
    }

    fn command(&self) -> Command {
        let content = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut command = command("http://127.0.0.1:1", self.folder.path(), content);
        command.env("XIAOQI_CONFIG", self.config()).env_remove("TELOXIDE_API_URL");
        command
    }

    fn serve(&self) -> Serve {
        Serve::spawn(&mut self.command(), self.folder.path())
    }

    /// What a tool says: whether it went well, standard output and errors together.
    fn tool(&self, args: &[&str]) -> (bool, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xiaoqi"));
        command.args(args).env("XIAOQI_CONFIG", self.config()).env_remove("TELOXIDE_TOKEN");
        let output = command.env_remove("XIAOQI_DATA").output().unwrap();
        let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
        (output.status.success(), said)
    }

    fn trainees(&self, bot: &str) -> u64 {
        let (well, said) = self.tool(&["stats", "--json", "--bot", bot]);
        assert!(well, "{said}");
        serde_json::from_str::<serde_json::Value>(&said).unwrap()["trainees"].as_u64().unwrap()
    }
}

/// Somebody is greeted.
async fn greeted(fake: &FakeTelegram, id: i64) -> Phone {
    let phone = fake.phone(id, "en", "Ann").with_patience(PATIENCE * 3);
    phone.start(None);
    button(&phone, 0, "i:").await;
    phone
}

async fn until(serve: &Serve, words: &str) {
    let started = Instant::now();
    while !serve.log().contains(words) {
        assert!(started.elapsed() < PATIENCE, "no {words} in {}", serve.log());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn shows(phone: &Phone, words: &str) {
    phone.wait_for(|shown| shown.iter().any(|message| message.text().contains(words))).await;
}

fn port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

async fn get(url: &str) -> (u16, String) {
    let response = reqwest::get(url).await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

/// Two bots that are served, asked, looked at with the tools and stopped; in folders or wherever `top` says.
async fn two_keep_apart(top: &str) {
    let (shop, bank) = (FakeTelegram::start_as(501), FakeTelegram::start_as(502));
    let house = House::new(top).bot("shop", &shop.token(), &shop).bot("bank", &bank.token(), &bank);
    let house = house.with("admit = 'code'\ncontact = 'Bob in room 7'\noperators = [70]");
    let mut serve = house.serve();
    // The same person at both; the one knows her, and the other asks for a code.
    let at_shop = greeted(&shop, 7).await;
    let at_bank = bank.phone(7, "en", "Ann").with_patience(PATIENCE * 3);
    at_bank.start(None);
    shows(&at_bank, "Bob in room 7").await;
    at_shop.say("/privacy");
    shows(&at_shop, "What is kept about you here").await;
    greeted(&shop, 8).await;
    greeted(&bank, 70).await;
    assert_eq!((house.trainees("shop"), house.trainees("bank")), (2, 1));
    assert!(!at_bank.bot_messages().iter().any(|message| message.text().contains("What is kept")));
    let (well, said) = house.tool(&["backup", house.path("b.backup").to_str().unwrap(), "--bot", "shop"]);
    assert!(well, "{said}");
    assert!(house.tool(&["health", "--bot", "bank", "--lang", "en"]).0);
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        let (well, said) = house.tool(&["stats", "--lang", lang]);
        assert!(!well && said.contains("--bot") && said.contains("shop") && said.contains("bank"), "{said}");
        let (well, said) = house.tool(&["stats", "--lang", lang, "--bot", "shp"]);
        assert!(!well && said.contains("shp") && said.contains("shop"), "{said}");
    }
    #[cfg(unix)]
    {
        serve.terminate();
        assert!(serve.wait().success(), "{}", serve.log());
    }
    let log = serve.log();
    assert!(log.contains("bot=\"shop\"") && log.contains("bot=\"bank\""), "{log}");
    assert!(!log.contains(&shop.token()) && !log.contains(&bank.token()), "{log}");
    assert!(shop.refusals().is_empty() && bank.refusals().is_empty());
    assert_eq!((house.trainees("shop"), house.trainees("bank")), (2, 1));
}

#[tokio::test]
async fn each_answers_its_own_people_with_its_own_records() {
    two_keep_apart("").await;
}

#[tokio::test]
async fn the_same_in_two_spaces_of_one_database() {
    let Some(address) = fresh_address() else { return };
    // The bots' names are the spaces; a database of their own, as other tests may have bots of these names.
    let (server, _) = address.split_once("/postgres?").unwrap();
    let made = Command::new("psql")
        .args(["-qc", "CREATE DATABASE two_bots", &format!("{server}/postgres")])
        .status();
    assert!(made.is_ok_and(|status| status.success()));
    two_keep_apart(&format!("store = '{server}/two_bots'")).await;
}

#[tokio::test]
async fn one_that_cannot_be_served_is_told_and_tried_again_and_disturbs_nobody() {
    let (shop, bank) = (FakeTelegram::start_as(501), FakeTelegram::start_as(502));
    let metrics = port();
    let house = House::new(&format!("metrics = '{metrics}'")).bot("shop", &shop.token(), &shop);
    let house = house.bot("bank", STRANGER, &bank).bot("club", "123", &bank);
    let serve = house.serve();
    until(&serve, "Telegram does not know this token").await;
    until(&serve, "holds no bot token").await;
    let _phone = greeted(&shop, 7).await;
    let at = format!("http://127.0.0.1:{metrics}");
    let (status, said) = get(&format!("{at}/readyz")).await;
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((status, &said["ready"], &said["bots"]["shop"]), (200, &true.into(), &"serving".into()));
    assert_ne!(said["bots"]["bank"], "serving");
    assert_eq!(get(&format!("{at}/readyz/shop")).await.0, 200);
    assert_eq!(get(&format!("{at}/readyz/bank")).await.0, 503);
    assert_eq!(get(&format!("{at}/readyz/nobody")).await.0, 404);
    let figures = get(&format!("{at}/metrics")).await.1;
    for figure in
        ["xiaoqi_bot_up{bot=\"shop\"} 1", "xiaoqi_bot_up{bot=\"club\"} 0", "xiaoqi_bot_inbox{bot=\"shop\"}"]
    {
        assert!(figures.contains(figure), "{figure} in {figures}");
    }
    let log = serve.log();
    let line = |words: &str| log.lines().find(|line| line.contains(words)).unwrap().to_owned();
    assert!(line("does not know this token").contains("bot=\"bank\""), "{log}");
    assert!(line("holds no bot token").contains("bot=\"club\""), "{log}");
    assert!(!log.contains("nobodys_token"), "{log}");
    // Put right while the others go on.
    std::fs::write(house.path("bank.token"), bank.token()).unwrap();
    greeted(&bank, 9).await;
    // Whoever takes another's token is refused while the other has it.
    std::fs::write(house.path("club.token"), shop.token()).unwrap();
    until(&serve, "for the same bot as that of [bots.shop]").await;
    assert!(!serve.log().contains(&shop.token()));
    greeted(&shop, 8).await;
}

#[tokio::test]
async fn all_are_pushed_to_at_one_address_each_at_its_path_with_its_secret() {
    let (shop, bank) = (FakeTelegram::start_as(501), FakeTelegram::start_as(502));
    let listen = port();
    let top = format!("webhook = 'http://127.0.0.1:{listen}/t'\nlisten = '127.0.0.1:{listen}'");
    let house = House::new(&top).bot("shop", &shop.token(), &shop).bot("bank", &bank.token(), &bank);
    let mut command = house.command();
    let serve = Serve::spawn(
        command.env("XIAOQI_WEBHOOK_SECRET", "a-secret-of-tests_0123456789"),
        house.folder.path(),
    );
    greeted(&shop, 7).await;
    greeted(&bank, 8).await;
    let (of_shop, of_bank) = (shop.webhook().unwrap(), bank.webhook().unwrap());
    assert!(of_shop.0.ends_with("/t/shop") && of_bank.0.ends_with("/t/bank"));
    assert_ne!(of_shop.1, of_bank.1, "who knows the one secret does not know the other");
    assert!(!of_shop.1.contains("a-secret-of-tests"));
    let client = reqwest::Client::new();
    let post = |path: &str, secret: &str| {
        let url = format!("http://127.0.0.1:{listen}{path}");
        client.post(url).header("X-Telegram-Bot-Api-Secret-Token", secret).body("{}").send()
    };
    for (path, secret, status) in [
        ("/t/shop", &of_shop.1, 200),
        ("/t/shop", &of_bank.1, 404),
        ("/t/bank", &of_shop.1, 404),
        ("/t", &of_shop.1, 404),
        ("/t/club", &of_shop.1, 404),
    ] {
        assert_eq!(post(path, secret).await.unwrap().status().as_u16(), status, "{path}");
    }
    assert!(shop.calls_of("getUpdates").is_empty() && bank.calls_of("getUpdates").is_empty());
    assert!(!serve.log().contains("a-secret-of-tests"));
}

#[test]
fn settings_in_which_bots_get_in_each_others_way_end_the_start_with_words() {
    let fake = FakeTelegram::start_as(501);
    let house = House::new("").bot("shop", &fake.token(), &fake).bot("bank", &fake.token(), &fake);
    let house = house.with("data = 'data/bots/shop'\n[bots.Club]\ntoken_file = 'x'");
    let serve = |house: &House, lang: &str| {
        let output = house.command().args(["--lang", lang]).output().unwrap();
        assert!(!output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        let said = serve(&house, lang);
        assert!(said.contains("[bots.Club]") && said.contains("pg_"), "{said}");
    }
    let house = House { settings: house.settings.replace("bots.Club", "bots.club"), ..house };
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        let said = serve(&house, lang);
        let lines: Vec<&str> = said.lines().filter(|line| line.contains("[bots.bank]")).collect();
        assert_eq!(lines.len(), 2, "{said}");
        assert!(lines.iter().all(|line| line.contains("[bots.shop]")), "{said}");
        assert!(said.contains("data/bots/shop") && !said.contains(&fake.token()), "{said}");
        assert!(!said.contains("bots-same"), "{said}");
    }
    // A key that a bot has not got is told with its place.
    let house = House { settings: "[bots.shop]\ntoken_file = 't'\nadmitt = 'code'\n".into(), ..house };
    let said = serve(&house, "en");
    assert!(said.contains("settings.toml:3:1") && said.contains("admit"), "{said}");
}
