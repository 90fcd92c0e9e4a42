//! Keys and compaction from the command line.

use std::path::{Path, PathBuf};

use xiaoqi::base::id::TraineeId;
use xiaoqi::store::{Batch, Expect, Key, SledStore, Store};

use super::{Run, assert_clear, run, xiaoqi};
use crate::store::holding;

const WORDS: &str = "unmistakable-words";

/// A data folder with some entries, of which one was deleted.
async fn data() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let store = SledStore::open(folder.path()).unwrap();
    let mut batch = Batch::new();
    batch.put(Key::inbox(1), format!("kept {WORDS}"), Expect::Any).put(
        Key::inbox(2),
        "gone-words",
        Expect::Any,
    );
    batch.put(Key::profile(TraineeId(7)), "{}", Expect::Any);
    store.commit(batch).await.unwrap();
    let mut batch = Batch::new();
    batch.delete(Key::inbox(2), Expect::Any);
    store.commit(batch).await.unwrap();
    folder
}

fn ask(args: &[&str], paths: &[&Path]) -> Run {
    let paths: Vec<&str> = paths.iter().map(|path| path.to_str().unwrap()).collect();
    let args: Vec<&str> = [args, &["--lang", "en"], &paths[..]].concat();
    run(&mut xiaoqi(&args))
}

fn new_key(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    let made = ask(&["key", "new"], &[&path]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    assert!(made.out.contains("Keep a copy") && path.exists(), "{}", made.out);
    path
}

fn with<'a>(data: &'a Path, key: &'a Path) -> Vec<&'a Path> {
    vec![Path::new("--data"), data, Path::new("--key-file"), key]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plain_folder_is_encrypted_given_another_key_and_made_plain_again() {
    let (data, keys) = (data().await, tempfile::tempdir().unwrap());
    let (one, two) = (new_key(keys.path(), "one"), new_key(keys.path(), "two"));
    let show = || ask(&["key", "show"], &[Path::new("--data"), data.path()]).out;
    assert!(show().contains("not encrypted (2 entries)"), "{}", show());
    let done = ask(&["key", "rotate"], &with(data.path(), &one));
    assert!(done.out.contains("now all 2 entries are encrypted"), "{} {}", done.out, done.err);
    assert_eq!(holding(data.path(), WORDS.as_bytes()), Vec::<String>::new());
    let first = show();
    assert!(first.contains("Encrypted with key") && first.contains("2 entries"), "{first}");
    let both = format!("{},{}", two.display(), one.display());
    let done = ask(&["key", "rotate"], &with(data.path(), Path::new(&both)));
    assert!(done.out.contains("no longer needed"), "{} {}", done.out, done.err);
    assert_ne!(show(), first);
    // The old key opens nothing any more, and trying harms nothing.
    let refused = ask(&["key", "remove"], &with(data.path(), &one));
    assert_clear(&refused, 1, &["--key-file"]);
    let done = ask(&["key", "remove"], &with(data.path(), &two));
    assert!(done.out.contains("plain again (2 entries)"), "{} {}", done.out, done.err);
    let store = SledStore::open(data.path()).unwrap();
    let kept = store.get(&Key::inbox(1)).await.unwrap().unwrap();
    assert_eq!(kept.value, format!("kept {WORDS}").into_bytes());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_encrypted_folder_is_exported_with_its_key_only() {
    let (data, keys) = (data().await, tempfile::tempdir().unwrap());
    let (own, other) = (new_key(keys.path(), "own"), new_key(keys.path(), "other"));
    ask(&["key", "rotate"], &with(data.path(), &own));
    assert_clear(
        &ask(&["export"], &[Path::new("--data"), data.path()]),
        1,
        &["encrypted with key", "--key-file"],
    );
    assert_clear(&ask(&["export"], &with(data.path(), &other)), 1, &["encrypted with key"]);
    let exported = ask(&["export"], &with(data.path(), &own));
    assert_eq!(exported.code, Some(0), "{}", exported.err);
    let looked = ask(&["doctor"], &with(data.path(), &own));
    assert!(looked.out.contains("opens with its keys"), "{}", looked.out);
    let looked = ask(&["doctor"], &[Path::new("--data"), data.path()]);
    assert!(looked.out.contains("✗ the data is encrypted with key"), "{}", looked.out);
}

#[tokio::test(flavor = "multi_thread")]
async fn compact_leaves_nothing_of_what_was_deleted_and_needs_no_key() {
    let (data, keys) = (data().await, tempfile::tempdir().unwrap());
    assert!(!holding(data.path(), b"gone-words").is_empty());
    let done = ask(&["compact"], &[Path::new("--data"), data.path()]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.contains("nothing of what was deleted is left"), "{}", done.out);
    assert_eq!(holding(data.path(), b"gone-words"), Vec::<String>::new());
    assert!(!holding(data.path(), WORDS.as_bytes()).is_empty());
    ask(&["key", "rotate"], &with(data.path(), &new_key(keys.path(), "key")));
    assert_eq!(ask(&["compact"], &[Path::new("--data"), data.path()]).code, Some(0));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_key_is_said_in_one_line_and_no_key_is_shown() {
    use std::os::unix::fs::PermissionsExt;
    let (data, keys) = (data().await, tempfile::tempdir().unwrap());
    let key = new_key(keys.path(), "key");
    assert_clear(&ask(&["key", "new"], &[&key]), 1, &["never overwritten"]);
    assert_clear(&ask(&["key", "rotate"], &[Path::new("--data"), data.path()]), 1, &["--key-file"]);
    assert_clear(&ask(&["key", "rotate"], &with(keys.path(), &key)), 1, &["holds no data"]);
    assert_clear(
        &ask(&["key", "rotate"], &with(data.path(), &keys.path().join("none"))),
        1,
        &["cannot be read"],
    );
    let secret = std::fs::read_to_string(&key).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    let refused = ask(&["key", "rotate"], &with(data.path(), &key));
    assert_clear(&refused, 1, &["chmod 600"]);
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(&key, &secret[..secret.len() - 4]).unwrap();
    let mistyped = ask(&["key", "rotate"], &with(data.path(), &key));
    assert_clear(&mistyped, 1, &["mistyped"]);
    let shown = secret.split(' ').next_back().unwrap().trim();
    assert!(![refused, mistyped].iter().any(|run| run.err.contains(&shown[..10])));
    // On standard output a new key stands alone, to be piped to where it is kept.
    let printed = ask(&["key", "new"], &[]);
    assert_eq!((printed.out.lines().count(), printed.err.as_str()), (1, ""));
    assert!(printed.out.starts_with("xiaoqi-key-1 "));
}
