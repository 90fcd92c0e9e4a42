//! Starting the service: tokens, addresses, folders.

use std::path::Path;
use std::time::Duration;

use tokio::sync::watch;
use xiaoqi::channel::telegram::TelegramError;
use xiaoqi::cli::serve::{ServeError, ServeOptions, serve_until};
use xiaoqi::store::{SledStore, StoreError};

use super::{SOON, Site, fast};
use crate::botapi::{Fault, Target};

const STRANGER: &str = "999:AAF-nobodys_token_for_tests_0123456789";

#[tokio::test]
async fn a_token_that_is_nobodys_ends_the_service() {
    let site = Site::new();
    let service = site.serve_as(STRANGER, fast());
    let error = tokio::task::spawn_blocking(|| service.wait()).await.unwrap().unwrap_err();
    assert!(matches!(error, TelegramError::WrongToken), "{error}");
    assert!(!format!("{error} {error:?}").contains("nobodys_token"));
}

#[tokio::test]
async fn a_token_that_is_revoked_later_ends_the_service() {
    let site = Site::new();
    let service = site.serve();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("a");
    phone.expect_messages(1, SOON).await;
    site.fake.inject(Target::method("getUpdates"), Fault::refusal(401, "Unauthorized"), 1);
    phone.say("b");
    let error = tokio::task::spawn_blocking(|| service.wait()).await.unwrap().unwrap_err();
    assert!(matches!(error, TelegramError::WrongToken), "{error}");
}

#[tokio::test]
async fn an_api_that_cannot_be_reached_is_waited_for() {
    let mut site = Site::new();
    site.fake.stop();
    let service = site.serve();
    tokio::time::sleep(Duration::from_millis(700)).await;
    site.fake.restart();
    let phone = site.fake.phone(1, "en", "A");
    phone.say("a");
    phone.expect_messages(1, SOON).await;
    let log = service.log();
    assert_eq!(log.matches("cannot reach the Bot API").count(), 1, "{log}");
    assert!(!log.contains("AAF-fake_token"), "{log}");
    assert!(site.fake.refusals().is_empty());
}

fn options(data: &Path) -> ServeOptions {
    let url = Some("http://127.0.0.1:1".to_owned());
    ServeOptions { api_url: url, data: data.to_path_buf(), ..ServeOptions::default() }
}

async fn failure(options: ServeOptions, token: Option<&str>) -> ServeError {
    let (_tell, stop) = watch::channel(false);
    let variable = |name: &str| token.filter(|_| name == "TELOXIDE_TOKEN").map(str::to_owned);
    serve_until(options, &variable, stop).await.unwrap_err()
}

#[tokio::test]
async fn each_mistake_of_the_start_has_a_message_of_its_own_without_the_token() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let missing = folder.path().join("no such file");
    let mut errors = vec![failure(options(&data), None).await];
    assert!(matches!(errors[0], ServeError::NoToken));
    errors.push(failure(options(&data), Some("123:secret")).await);
    assert!(matches!(errors[1], ServeError::BadToken { .. }));
    errors.push(failure(ServeOptions { token_file: Some(missing), ..options(&data) }, Some(STRANGER)).await);
    assert!(matches!(errors[2], ServeError::TokenFile { .. }));
    let url = Some(format!("bot{STRANGER}"));
    errors.push(failure(ServeOptions { api_url: url, ..options(&data) }, Some(STRANGER)).await);
    assert!(matches!(errors[3], ServeError::ApiUrl { .. }));
    let lang = Some("?".to_owned());
    errors.push(failure(ServeOptions { lang, ..options(&data) }, Some(STRANGER)).await);
    assert!(matches!(errors[4], ServeError::Lang { .. }));
    for error in errors {
        let text = format!("{error} {error:?}");
        assert!(!text.contains("secret") && !text.contains("nobodys_token"), "{text}");
    }
}

#[tokio::test]
async fn a_folder_in_use_is_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let _open = SledStore::open(folder.path()).unwrap();
    let error = failure(options(folder.path()), Some(STRANGER)).await;
    assert!(matches!(error, ServeError::Store(StoreError::Locked { .. })), "{error}");
}
