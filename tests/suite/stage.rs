//! The repository's own content, loaded once for all tests that play with the real customers.

use std::path::PathBuf;
use std::sync::OnceLock;

use xiaoqi::base::ending::Ending;
use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::library::{Cache, Loaded, Origin, load};
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::{Cast, Session};

/// The customers of the repository.
pub const PERSONAS: [&str; 24] = [
    "airline_cancellation",
    "bank_card",
    "child_purchase",
    "clinic_appointment",
    "delivery_late",
    "heating",
    "hotel_overbooked",
    "insurance_refused",
    "internet_down",
    "kitchen_install",
    "leak_upstairs",
    "lost_item",
    "misread_contract",
    "new_enquiry",
    "order_changes",
    "parts_shortage",
    "phone_repair",
    "price_objection",
    "saas_outage",
    "telecom_charges",
    "training_refund",
    "unreasonable_compensation",
    "vip_downgrade",
    "wrong_dish",
];
/// The languages they speak.
pub const LANGS: [&str; 2] = ["zh-Hans", "en"];

/// A file or folder of the repository.
pub fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The real content; trained models are kept between runs.
pub fn loaded() -> &'static Loaded {
    static LOADED: OnceLock<Loaded> = OnceLock::new();
    LOADED.get_or_init(|| {
        let cache = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("models");
        load(&Origin::Folder(repository("")), &Cache::at(cache)).unwrap_or_else(|error| panic!("{error}"))
    })
}

/// A language by its tag.
pub fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap_or_else(|| panic!("`{tag}` is no language"))
}

/// What a conversation with a customer of the repository is played with.
pub fn cast(persona: &str, tag: &str) -> Cast<'static> {
    let id = PersonaId::parse(persona).unwrap_or_else(|| panic!("`{persona}` is no id"));
    let cast = loaded().content.cast(&id, lang(tag));
    cast.unwrap_or_else(|| panic!("nobody called `{persona}` speaks {tag}"))
}

/// A conversation that was played, with its record.
pub struct Played {
    /// How it went.
    pub session: Session,
    /// Its record.
    pub events: Vec<Event>,
    /// Messages that were left when the customer had gone.
    pub unsaid: Vec<String>,
}

impl Played {
    /// How it ended.
    pub fn ending(&self) -> Ending {
        self.session.ended.unwrap_or(Ending::Unresolved)
    }
}

/// Plays messages, one a minute, as `rehearse` does; the trainee ends what the customer has not ended.
pub fn play<'m>(cast: &Cast<'_>, tag: &str, seed: u64, said: impl IntoIterator<Item = &'m str>) -> Played {
    let (mut session, started) = Session::open(cast, lang(tag), seed, Moment(0));
    let (mut events, mut unsaid, mut clock) = (vec![started], Vec::new(), 0);
    for message in said {
        if session.is_open() {
            clock += 60_000;
            events.push(session.play(cast, message, Moment(clock)));
        } else {
            unsaid.push(message.to_owned());
        }
    }
    if session.is_open() {
        events.push(session.stop(cast, Moment(clock + 60_000)));
    }
    Played { session, events, unsaid }
}

/// Compares what falls short with what is known to (tests/known/<name>.txt), both ways: a new fault fails, and so does
/// one that is listed but gone, so that the list can only tell the truth. XIAOQI_BLESS=1 writes the list anew.
pub fn only_known(name: &str, faults: Vec<String>) {
    let path = repository(&format!("tests/known/{name}.txt"));
    let mut now: Vec<String> = faults.into_iter().map(|fault| fault.replace('\n', " ")).collect();
    now.sort();
    if std::env::var_os("XIAOQI_BLESS").is_some() {
        std::fs::write(&path, now.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
        return;
    }
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    let known: Vec<&str> = text.lines().collect();
    let new: Vec<&String> = now.iter().filter(|fault| !known.contains(&fault.as_str())).collect();
    let gone: Vec<&&str> = known.iter().filter(|line| !now.iter().any(|fault| fault == **line)).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}\nno longer there, strike them out: {gone:#?}");
}
