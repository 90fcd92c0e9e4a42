//! Metrics and health of the running service, over HTTP.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::botapi::FakeTelegram;
use crate::serve::{PATIENCE, Serve, button, command};

/// A trainee whose number is found nowhere by chance.
const WHO: i64 = 424_242;

/// Figures by name and labels, as Prometheus reads them. Strict: every name has a help text and a type before it.
struct Scrape(BTreeMap<String, f64>);

impl Scrape {
    fn parse(text: &str) -> Scrape {
        let (mut figures, mut types) = (BTreeMap::new(), BTreeMap::new());
        let mut helped = "";
        for line in text.lines() {
            if let Some(rest) = line.strip_prefix("# HELP ") {
                helped = rest.split(' ').next().unwrap();
            } else if let Some(rest) = line.strip_prefix("# TYPE ") {
                let (name, kind) = rest.split_once(' ').unwrap();
                assert!(["counter", "gauge", "histogram"].contains(&kind), "{line}");
                assert!(name == helped, "{name} has no help");
                types.insert(name.to_owned(), kind.to_owned());
            } else if !line.is_empty() {
                let (name, value) = line.rsplit_once(' ').unwrap_or_else(|| panic!("{line}"));
                let family = name.split('{').next().unwrap();
                let of = |end: &str| {
                    family
                        .strip_suffix(end)
                        .is_some_and(|base| types.get(base).is_some_and(|kind| kind == "histogram"))
                };
                assert!(
                    types.contains_key(family) || ["_bucket", "_sum", "_count"].iter().any(|end| of(end)),
                    "{line} has no type"
                );
                assert!(
                    figures.insert(name.to_owned(), value.parse().unwrap()).is_none(),
                    "{line} comes twice"
                );
            }
        }
        Scrape(figures)
    }

    fn get(&self, name: &str) -> f64 {
        *self.0.get(name).unwrap_or_else(|| panic!("{name} is not among {:?}", self.0.keys()))
    }

    /// Names without labels and without what a histogram adds.
    fn families(&self) -> Vec<String> {
        let mut names: Vec<String> =
            self.0.keys().map(|name| name.split('{').next().unwrap().to_owned()).collect();
        names.iter_mut().for_each(|name| {
            for end in ["_bucket", "_sum", "_count"] {
                if let Some(base) = name.strip_suffix(end) {
                    *name = base.to_owned();
                }
            }
        });
        names.sort();
        names.dedup();
        names
    }
}

/// Starts the service with metrics at a port of the system's choice; where that is.
async fn observed(url: &str, token: &str, folder: &Path) -> (Serve, String) {
    let content = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = command(url, folder, content);
    command.env("TELOXIDE_TOKEN", token).args(["--metrics", "0", "--log-format", "json"]);
    let serve = Serve::spawn(&mut command, folder);
    let started = Instant::now();
    loop {
        let log = serve.log();
        let line = log.lines().find(|line| line.contains("metrics and health"));
        if let Some(line) = line {
            let line: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
            let address = line["address"].as_str().unwrap().to_owned();
            assert!(address.starts_with("127.0.0.1:"), "a port alone is this machine's only");
            return (serve, format!("http://{address}"));
        }
        assert!(started.elapsed() < PATIENCE, "{log}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn get(url: &str) -> (u16, String) {
    let response = reqwest::get(url).await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

async fn scrape(at: &str) -> Scrape {
    Scrape::parse(&get(&format!("{at}/metrics")).await.1)
}

/// Waits until a figure is at least this.
async fn reaches(at: &str, name: &str, least: f64) -> Scrape {
    let started = Instant::now();
    loop {
        let scrape = scrape(at).await;
        if scrape.0.get(name).is_some_and(|value| *value >= least) {
            return scrape;
        }
        assert!(started.elapsed() < PATIENCE, "{name} stays below {least}: {:?}", scrape.0);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn figures_move_with_traffic_and_tell_nothing_of_a_person() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let (serve, at) = observed(&fake.url(), &fake.token(), folder.path()).await;
    let before = scrape(&at).await;
    for zero in [
        "xiaoqi_panics_total{caught=\"no\"}",
        "xiaoqi_letters_total{outcome=\"busy\"}",
        "xiaoqi_conversations_started_total",
    ] {
        assert_eq!(before.get(zero), 0.0);
    }
    let phone = fake.phone(WHO, "en", "Miranda").with_patience(PATIENCE);
    phone.start(None);
    button(&phone, 0, "i:").await;
    phone.press("i:");
    button(&phone, 0, "b:").await;
    phone.press("b:");
    let during = reaches(&at, "xiaoqi_conversations_started_total", 1.0).await;
    assert_eq!(during.get("xiaoqi_conversations_open"), 1.0);
    phone.say("I am so sorry, zirconium.");
    phone.say("/end");
    let ended = "xiaoqi_conversations_finished_total{ending=\"unresolved\"}";
    let after = reaches(&at, ended, 1.0).await;
    assert_eq!(after.get("xiaoqi_conversations_open"), 0.0);
    let after = reaches(&at, "xiaoqi_updates_total{kind=\"message\",outcome=\"done\"}", 3.0).await;
    assert!(after.get("xiaoqi_updates_total{kind=\"button\",outcome=\"done\"}") >= 2.0);
    assert!(after.get("xiaoqi_update_seconds_count") >= 5.0);
    assert!(after.get("xiaoqi_store_commit_seconds_count") >= 5.0);
    assert!(after.get("xiaoqi_api_calls_total{outcome=\"ok\"}") >= 5.0);
    assert!(after.get("xiaoqi_letters_total{outcome=\"sent\"}") >= 2.0);
    assert!(after.get("xiaoqi_api_reached_timestamp_seconds") > 1e9);
    let text = get(&format!("{at}/metrics")).await.1 + &get(&format!("{at}/readyz")).await.1;
    for word in ["424242", "Miranda", "zirconium", &fake.token()] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    assert_eq!(get(&format!("{at}/healthz")).await.0, 200);
    let (status, ready) = get(&format!("{at}/readyz")).await;
    assert_eq!(status, 200, "{ready}");

    // The page for operators tells what each of them means, and of none that is not there.
    let page = std::fs::read_to_string(crate::stage::repository("docs/operating.md")).unwrap();
    let mut told: Vec<&str> =
        page.lines().filter_map(|line| line.strip_prefix("| `xiaoqi_")?.split(['`', '{']).next()).collect();
    told.sort_unstable();
    let families = after.families();
    // Some kinds are there only once they have happened.
    let known: Vec<&str> = families.iter().map(|name| name.strip_prefix("xiaoqi_").unwrap()).collect();
    assert_eq!(told, known);

    for line in serve.log().lines() {
        let line: serde_json::Value =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert!(line["level"].is_string() && line["message"].is_string(), "{line}");
    }
}

#[tokio::test]
async fn without_telegram_it_is_alive_and_not_ready_and_says_why() {
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let (serve, at) = observed("http://127.0.0.1:1", &fake.token(), folder.path()).await;
    assert_eq!(get(&format!("{at}/healthz")).await.0, 200);
    let (status, said) = get(&format!("{at}/readyz")).await;
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!((status, said["telegram"].as_str()), (503, Some("cannot be reached")), "{said}");
    assert_eq!((said["store"].as_str(), said["folder"].as_str()), (Some("ok"), Some("ok")), "{said}");
    drop(serve);
}

#[test]
fn an_address_in_use_ends_the_start_with_words() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let fake = FakeTelegram::start();
    let folder = tempfile::tempdir().unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = command(&fake.url(), folder.path(), content);
    let mut serve = Serve::spawn(
        command.env("TELOXIDE_TOKEN", fake.token()).args(["--metrics", &address]),
        folder.path(),
    );
    assert!(!serve.wait().success());
    assert!(serve.log().contains(&address) && serve.log().contains("--metrics"), "{}", serve.log());
}

#[test]
fn every_alert_is_explained_and_looks_at_figures_that_there_are() {
    let read = |path: &str| std::fs::read_to_string(crate::stage::repository(path)).unwrap();
    let (rules, page) = (read("tools/operate/alerts.yml"), read("docs/operating.md"));
    let rows = |start: &str| -> Vec<String> {
        let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        let mut rows: Vec<String> = rows.filter(|name| name.starts_with(start)).map(str::to_owned).collect();
        rows.sort();
        rows
    };
    let mut alerts: Vec<String> =
        rules.lines().filter_map(|line| line.trim().strip_prefix("- alert: ")).map(str::to_owned).collect();
    alerts.sort();
    assert_eq!(rows("Xiaoqi"), alerts);
    let figures = rows("xiaoqi_");
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    for name in rules.split(|c| !word(c)).filter(|name| name.starts_with("xiaoqi_")) {
        let base = name.strip_suffix("_bucket").unwrap_or(name);
        assert!(figures.iter().any(|figure| figure == base), "{name} is no figure");
    }
}
