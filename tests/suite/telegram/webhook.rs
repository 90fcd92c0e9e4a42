//! Updates pushed by Telegram: kept before they are answered, once each, and nobody but Telegram is heard.

use std::net::{SocketAddr, TcpListener};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures::future::{BoxFuture, FutureExt};
use reqwest::{Client, Method, StatusCode};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use url::Url;
use xiaoqi::channel::telegram::{Secret, TelegramError, Webhook};
use xiaoqi::store::{Batch, Entry, Key, MemoryStore, Store, StoreError};

use super::{SOON, Site, fast};
use crate::botapi::Phone;

const SECRET: &str = "a-secret-of-tests_0123456789";
const HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

/// A store that takes nothing in.
struct Broken;

impl Store for Broken {
    fn get<'a>(&'a self, _: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, StoreError>> {
        async { Ok(None) }.boxed()
    }

    fn scan(&self, _: Range<Key>, _: usize) -> BoxFuture<'_, Result<Vec<(Key, Entry)>, StoreError>> {
        async { Ok(Vec::new()) }.boxed()
    }

    fn commit(&self, batch: Batch) -> BoxFuture<'_, Result<(), StoreError>> {
        let full = StoreError::Closed { path: "nowhere".into() };
        async move { if batch.is_empty() { Ok(()) } else { Err(full) } }.boxed()
    }
}

/// A port that was free a moment ago.
fn port() -> SocketAddr {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap()
}

fn hook(listen: SocketAddr) -> Webhook {
    let url = Url::parse(&format!("http://{listen}/from-telegram")).unwrap();
    Webhook { url, listen, secret: Secret::parse(SECRET).unwrap() }
}

async fn until_set(site: &Site) {
    for _ in 0..1_000 {
        if site.fake.webhook().is_some() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("no webhook was set");
}

async fn answered(phone: &Phone, text: &str) {
    assert_eq!(phone.expect_messages(1, SOON).await[0].text(), text);
}

#[tokio::test]
async fn updates_are_pushed_with_the_secret_one_at_a_time_and_never_asked_for() {
    let site = Site::new();
    let service = site.serve_pushed(hook(port()));
    let phone = site.fake.phone(7, "en", "A");
    for text in ["a", "b", "c"] {
        phone.say(text);
    }
    for text in ["echo a", "echo b", "echo c"] {
        answered(&phone, text).await;
    }
    site.settle().await;
    let (url, secret, connections) = site.fake.webhook().unwrap();
    assert!(url.ends_with("/from-telegram"));
    assert_eq!((secret.as_str(), connections), (SECRET, 1));
    assert_eq!(site.fake.pushes(), [200, 200, 200]);
    assert!(site.fake.calls_of("getUpdates").is_empty() && site.fake.calls_of("deleteWebhook").is_empty());
    assert!(site.fake.refusals().is_empty(), "{:?}", site.fake.refusals());
    assert!(!service.log().contains(SECRET));
    service.stop().unwrap();
}

#[tokio::test]
async fn whoever_is_not_telegram_gets_no_word_and_nothing_done() {
    let site = Site::new();
    let listen = port();
    let service = site.serve_pushed(hook(listen));
    until_set(&site).await;
    let update = r#"{"update_id":5,"message":{"message_id":1,"date":1,"from":{"id":9,"is_bot":false,"first_name":"x"},"chat":{"id":9,"type":"private"},"text":"forged"}}"#;
    // A connection each: one whose body was not read to its end is closed.
    let client = Client::builder().pool_max_idle_per_host(0).build().unwrap();
    let at =
        |method: Method, path: &str| client.request(method, format!("http://{listen}{path}")).body(update);
    let right = "/from-telegram";
    let long = SECRET.repeat(9);
    let refused = [
        at(Method::POST, right),
        at(Method::POST, right).header(HEADER, ""),
        at(Method::POST, right).header(HEADER, "a-secret-of-tests_012345678"),
        at(Method::POST, right).header(HEADER, "a-secret-of-tests_0123456788"),
        at(Method::POST, right).header(HEADER, &SECRET.to_uppercase()),
        at(Method::POST, right).header(HEADER, &long),
        at(Method::POST, "/").header(HEADER, SECRET),
        at(Method::POST, "/from-telegram/").header(HEADER, SECRET),
        at(Method::POST, "/from-telegram/../x").header(HEADER, SECRET),
        at(Method::GET, right).header(HEADER, SECRET),
        at(Method::PUT, right).header(HEADER, SECRET),
    ];
    for request in refused {
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(response.text().await.unwrap(), "", "not a word");
    }
    let large = "x".repeat(2 << 20);
    let sent = client.post(format!("http://{listen}{right}")).header(HEADER, SECRET).body(large).send().await;
    assert!(sent.is_err() || sent.unwrap().status() == StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(site.count(Key::everything()).await, 0, "nothing was taken in");
    // What nobody can read is no reason for Telegram to come again.
    let nonsense =
        client.post(format!("http://{listen}{right}")).header(HEADER, SECRET).body("{\"x\":\"\\ud800");
    assert_eq!(nonsense.send().await.unwrap().status(), StatusCode::OK);
    let phone = site.fake.phone(7, "en", "A");
    phone.say("a");
    answered(&phone, "echo a").await;
    assert!(!service.log().contains("forged"));
}

#[tokio::test]
async fn idle_and_broken_connections_do_not_keep_telegram_out() {
    let site = Site::new();
    let listen = port();
    let _service = site.serve_pushed(hook(listen));
    until_set(&site).await;
    let mut idle = Vec::new();
    for n in 0..40 {
        let mut stream = TcpStream::connect(listen).await.unwrap();
        let part: &[u8] = if n % 2 == 0 { b"POST /from-tele" } else { b"\x16\x03\x01garbage\r\n\r\n" };
        stream.write_all(part).await.unwrap();
        idle.push(stream);
    }
    let phone = site.fake.phone(7, "en", "A");
    phone.say("a");
    answered(&phone, "echo a").await;
}

#[tokio::test]
async fn a_kill_between_the_answer_and_the_work_loses_nothing() {
    let site = Site::new();
    let listen = port();
    let service = site.serve_pushed(hook(listen));
    let phone = site.fake.phone(7, "en", "A");
    phone.say("hang");
    phone.say("b");
    while site.fake.pushes().len() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(site.count(Key::all_inbox()).await, 2, "both are kept, and neither is done");
    service.kill();
    site.echo.open.store(true, Ordering::SeqCst);
    let _service = site.serve_pushed(hook(listen));
    answered(&phone, "echo hang").await;
    answered(&phone, "echo b").await;
    // What comes again, as after an answer that was lost, is done once.
    site.fake.redeliver(2);
    phone.say("c");
    answered(&phone, "echo c").await;
    site.settle().await;
    assert_eq!(phone.bot_messages().len(), 3);
}

#[tokio::test]
async fn a_store_that_fails_is_answered_so_that_telegram_comes_again() {
    let mut site = Site::new();
    let good = Arc::clone(&site.store);
    site.store = Arc::new(Broken);
    let listen = port();
    let service = site.serve_pushed(hook(listen));
    let phone = site.fake.phone(7, "en", "A");
    phone.say("a");
    let error = tokio::task::spawn_blocking(|| service.wait()).await.unwrap().unwrap_err();
    assert!(matches!(error, TelegramError::Store(_)), "{error}");
    assert!(!site.fake.pushes().contains(&200), "{:?}", site.fake.pushes());
    site.store = good;
    let _service = site.serve_pushed(hook(listen));
    answered(&phone, "echo a").await;
}

#[tokio::test]
async fn who_asks_for_updates_again_takes_the_webhook_away_first() {
    let site = Site::new();
    let service = site.serve_pushed(hook(port()));
    until_set(&site).await;
    service.stop().unwrap();
    assert!(site.fake.webhook().is_some(), "Telegram keeps what comes while the service is away");
    let phone = site.fake.phone(7, "en", "A");
    phone.say("a");
    let service = site.serve_with(fast());
    answered(&phone, "echo a").await;
    assert!(site.fake.webhook().is_none());
    assert!(site.fake.calls_of("getUpdates").iter().all(|call| call.status != 409));
    drop(service);
}

#[tokio::test]
async fn an_address_that_telegram_or_this_machine_does_not_take_ends_it_with_a_clear_word() {
    let site = Site { store: Arc::new(MemoryStore::new()), ..Site::new() };
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let service = site.serve_pushed(hook(taken.local_addr().unwrap()));
    let error = tokio::task::spawn_blocking(|| service.wait()).await.unwrap().unwrap_err();
    assert!(
        matches!(error, TelegramError::Listen { .. }) && error.to_string().contains("--listen"),
        "{error}"
    );
    let elsewhere = Webhook { url: Url::parse("http://bot.example.org/x").unwrap(), ..hook(port()) };
    let service = site.serve_pushed(elsewhere);
    let error = tokio::task::spawn_blocking(|| service.wait()).await.unwrap().unwrap_err();
    assert!(matches!(error, TelegramError::Webhook) && error.to_string().contains("https://"), "{error}");
}
