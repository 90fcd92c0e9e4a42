//! Entry points of everything that reads what others wrote: one function each, which takes bytes and must neither panic nor break what it
//! asserts. The fuzz targets (fuzz/) and the tests beside this file call the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use xiaoqi::base::lang::Lang;
use xiaoqi::channel::telegram::Token;
use xiaoqi::channel::telegram::inbound::{self, Me, What};
use xiaoqi::contest::file::ResultFile;
use xiaoqi::desk::contest::records::{KeptContest, KeptEntrant, KeptSigner};
use xiaoqi::desk::erase::Owed;
use xiaoqi::desk::group::records::{KeptAlarm, KeptBoard, KeptGroup};
use xiaoqi::desk::office::records::{
    KeptAssignment, KeptCode, KeptDraft, KeptOrganisation, KeptRelease, KeptShelf, KeptStanding,
};
use xiaoqi::desk::records::{
    Done, KeptCard, KeptEntry, KeptEvent, KeptProfile, Letter, Received, Thanks, Timer,
};
use xiaoqi::flow::action::Action;
use xiaoqi::i18n::{Locale, Prose, check};
use xiaoqi::library::words;
use xiaoqi::persona::finding::{Finding, Source, codes};
use xiaoqi::persona::lower::parse_persona;
use xiaoqi::persona::pattern::{parse_book, parse_pattern};
use xiaoqi::persona::rules::{Rules, parse_rules};
use xiaoqi::store::{Key, Keyring, Record, SealKey, Wire};
use xiaoqi::studio::parcel;
use xiaoqi::workshop::case::Case;
use xiaoqi::workshop::sheet::Sheet;
use xiaoqi::workshop::{inspect, inspect_laws};

/// What takes the bytes.
pub type Entry = fn(&[u8]);

/// By name, for whoever plays a corpus.
pub const ALL: [(&str, Entry); 7] = [
    ("update", update),
    ("callback", callback),
    ("persona", persona),
    ("locale", locale),
    ("record", record),
    ("parcel", parcel),
    ("result", result),
];

/// An update, as it comes from the Bot API.
pub fn update(bytes: &[u8]) {
    let Ok(raw) = std::str::from_utf8(bytes) else { return };
    let me = Me { id: 42, username: "xiaoqi_bot".to_owned() };
    let Some(incoming) = inbound::read(raw, &me) else { return };
    let lane = incoming.lane();
    assert!(lane == incoming.chat || lane == incoming.trainee);
    if let What::Group(_) = incoming.what {
        assert_eq!(lane, incoming.chat);
    }
}

/// A button's data, and what people type or click in its place.
pub fn callback(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _ = Token::parse(text);
    if let Some(action) = Action::decode(text) {
        let again = Action::decode(&action.encode());
        assert_eq!(again.as_ref(), Some(&action), "{text:?}");
    }
}

const EMOTIONS: &str = include_str!("../../../personas/emotions.toml");
const KETTLE: &str = include_str!("../../../src/workshop/example/kettle.toml");

fn laws() -> &'static Rules {
    static LAWS: OnceLock<Rules> = OnceLock::new();
    LAWS.get_or_init(|| {
        parse_rules(Source { name: "personas/emotions.toml", text: EMOTIONS }, &[]).0.expect("our own laws")
    })
}

fn told(finding: &Finding, sources: &[Source<'_>]) {
    static WORDS: OnceLock<Prose> = OnceLock::new();
    assert!(codes::is_known(finding.code), "{}", finding.code);
    if let Some(source) = sources.iter().find(|source| source.name == finding.file) {
        assert!(source.text.get(finding.span.clone()).is_some(), "{} at {:?}", finding.code, finding.span);
    }
    let message = WORDS.get_or_init(words).told(finding, Lang::EN).message;
    assert!(!message.contains("{$"), "{message}");
}

/// A customer's file, as his own and as a translation of another's; and the laws.
pub fn persona(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (lists, keys) = (BTreeMap::new(), BTreeSet::new());
    for main in [text, KETTLE] {
        let main = Source { name: "personas/a.toml", text: main };
        let other = Source { name: "personas/a.en.toml", text };
        let (persona, mut findings) = parse_persona(main, &[other], laws());
        let case = Case {
            id: "a",
            main: Sheet::read(main),
            others: vec![Sheet::read(other)],
            persona: persona.as_ref(),
            laws: laws(),
            lists: &lists,
            keys: &keys,
            spoken: vec![Lang::EN],
            casts: Vec::new(),
            played: BTreeMap::new(),
            runs: 0,
        };
        findings.extend(inspect(&case));
        findings.extend(inspect_laws(&case.main, Some(laws())));
        findings.iter().for_each(|finding| told(finding, &[main, other]));
    }
    let own = Source { name: "personas/emotions.toml", text };
    let (_, findings) = parse_rules(own, &[]);
    findings.iter().for_each(|finding| told(finding, &[own]));
}

/// A language's texts: what is said, what customers say, and what the folder says of itself.
pub fn locale(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let files = [("locales/en/ui.ftl", text)];
    let (prose, mut findings) = Prose::parse(Lang::EN, &files);
    // Going through all that a language must say takes a hundred times as long as all the rest: one input in sixteen.
    if bytes.len().is_multiple_of(16) {
        findings.extend(check::messages(Lang::EN, &files));
    }
    for line in text.lines().filter_map(|line| line.split_once('=')) {
        let _ = prose.label(line.0.trim(), &[("count", "2"), ("name", line.1)], Lang::EN);
    }
    let source = Source { name: "locales/en/ui.ftl", text };
    // A text that is not ours lacks a thousand of our messages: that is said of one of them.
    let mut lacking = false;
    findings.retain(|finding| finding.code != "ui.missing-key" || !std::mem::replace(&mut lacking, true));
    findings.iter().for_each(|finding| told(finding, &[source]));
    let (_, findings) = parse_book("a", source);
    findings.iter().for_each(|finding| told(finding, &[source]));
    let _ = parse_pattern(text);
    let described = Source { name: "locales/en/locale.toml", text };
    if let Err(findings) = Locale::parse(described) {
        findings.iter().for_each(|finding| told(finding, &[described]));
    }
}

/// A stored record: the first byte says of which kind it claims to be.
pub fn record(bytes: &[u8]) {
    const KINDS: [Entry; 22] = [
        kept::<KeptProfile>,
        kept::<KeptEntry>,
        kept::<KeptEvent>,
        kept::<KeptCard>,
        kept::<KeptContest>,
        kept::<KeptEntrant>,
        kept::<KeptSigner>,
        kept::<KeptGroup>,
        kept::<KeptBoard>,
        kept::<KeptAlarm>,
        kept::<KeptStanding>,
        kept::<KeptOrganisation>,
        kept::<KeptAssignment>,
        kept::<KeptCode>,
        kept::<KeptDraft>,
        kept::<KeptShelf>,
        kept::<KeptRelease>,
        kept::<Letter>,
        kept::<Received>,
        kept::<Thanks>,
        kept::<Timer>,
        kept::<Done>,
    ];
    let Some((kind, rest)) = bytes.split_first() else { return };
    KINDS[usize::from(*kind) % KINDS.len()](rest);
    kept::<Owed>(rest);
    encrypted(rest);
}

/// What is read can be written and read again, and is the same then.
fn kept<T: Wire>(bytes: &[u8]) {
    let key = Key::counter("fuzz");
    let read = match Record::<T>::decode(&key, bytes) {
        Ok(read) => read,
        Err(error) => {
            assert!(error.to_string().contains("counter/fuzz"));
            return;
        }
    };
    let written = Record::encode(&key, &read).expect("what was read can be written");
    let again = Record::<T>::decode(&key, &written).expect("what was written can be read");
    assert_eq!(Record::encode(&key, &again).ok(), Some(written));
}

/// Nothing that was not encrypted here opens, and no key's file is taken for another's.
fn encrypted(bytes: &[u8]) {
    static RING: OnceLock<Keyring> = OnceLock::new();
    let ring = RING.get_or_init(|| SealKey::fresh().into_iter().collect());
    assert!(ring.open(&Key::counter("fuzz"), bytes).is_err());
    if let Some(Some(key)) = std::str::from_utf8(bytes).ok().and_then(SealKey::parse) {
        let again = SealKey::parse(&key.line()).flatten().map(|key| key.id());
        assert_eq!(again, Some(key.id()));
    }
}

/// A customer in a zip, as trainers send them.
pub fn parcel(bytes: &[u8]) {
    if let Ok(opened) = parcel::open(bytes) {
        assert!(opened.files.keys().all(|name| parcel::belongs(name, &opened.persona)));
        let packed = parcel::pack(&opened).expect("what was opened can be packed");
        let again = parcel::open(&packed).expect("what was packed can be opened");
        assert!(again.files == opened.files && again.persona == opened.persona);
    }
}

/// A result file of a contest, as anybody hands it on.
pub fn result(bytes: &[u8]) {
    if let Ok(file) = ResultFile::read(bytes) {
        let text = file.text();
        assert_eq!(ResultFile::read(text.as_bytes()).as_ref(), Ok(&file));
        let _ = (file.run.token(), file.run.spent(), file.run.tally(), file.run.start());
    }
}
