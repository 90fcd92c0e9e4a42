//! The service with what it keeps encrypted.

use std::path::Path;

use xiaoqi::store::SealKey;

use super::{PATIENCE, Serve, button, command};
use crate::botapi::FakeTelegram;
use crate::store::holding;

const WORDS: &str = "unmistakable-words-of-hers";

fn start(fake: &FakeTelegram, folder: &Path, key: Option<&str>) -> Serve {
    let content = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = command(&fake.url(), folder, content);
    command.env("TELOXIDE_TOKEN", fake.token());
    if let Some(key) = key {
        command.arg("--key-file").arg(folder.join(key));
    }
    Serve::spawn(&mut command, folder)
}

#[tokio::test]
async fn a_conversation_goes_on_after_a_kill_with_its_key_and_only_with_it() {
    let (fake, folder) = (FakeTelegram::start(), tempfile::tempdir().unwrap());
    ["own", "other"]
        .iter()
        .for_each(|name| SealKey::fresh().unwrap().save(&folder.path().join(name)).unwrap());
    let serve = start(&fake, folder.path(), Some("own"));
    let phone = fake.phone(7, "zh-hans", "小王").with_patience(PATIENCE);
    phone.start(Some("wrong_dish"));
    button(&phone, 0, "b:wrong_dish").await;
    phone.press("b:wrong_dish");
    let before = phone.wait_for(|shown| shown.iter().any(|m| m.text().contains("直接打字回复"))).await.len();
    phone.say(WORDS);
    phone.wait_for(|shown| shown.len() > before).await;
    serve.kill();
    for wrong in [None, Some("other")] {
        let mut refused = start(&fake, folder.path(), wrong);
        assert!(!refused.wait().success());
        assert!(refused.log().contains("is encrypted with key"), "{}", refused.log());
    }
    let _serve = start(&fake, folder.path(), Some("own"));
    let before = phone.bot_messages().len();
    phone.say("/pause");
    phone.wait_for(|shown| shown.len() > before).await;
    assert_eq!(holding(&folder.path().join("data"), WORDS.as_bytes()), Vec::<String>::new());
    assert!(fake.refusals().is_empty(), "{:?}", fake.refusals());
}
