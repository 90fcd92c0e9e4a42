//! The wire form of what is kept: versioned envelopes around plain data.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::base::id::TraineeId;
use crate::base::mode::Mode;
use crate::base::time::Moment;
use crate::flow::errand::Card;
use crate::flow::profile::Profile;
use crate::progress::entry::Entry;
use crate::session::event::Event;
use crate::store::{Upcast, Wire};

/// A trainee's profile, under `Key::profile`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptProfile {
    /// Grows with every step taken: tells whether a session at hand is still the newest state.
    #[serde(default)]
    pub revision: u64,
    /// When she was last here; `None` in records that did not keep it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// The profile itself, beside the revision: who does not count revisions can read it alone.
    #[serde(flatten)]
    pub profile: Profile,
}

impl Wire for KeptProfile {
    const VERSION: u32 = PROFILE;

    fn upcast(version: u32, data: Value) -> Result<Value, Upcast> {
        raise_profile(version, data)
    }
}

/// The version of profiles written today. 2: whether a coach comments, and how many sessions went back into another.
/// 3: a plan and reminders, which a program that knows neither must not write away. 4: when she was last here, how she
/// feels, that she was warned, and what she seeks and signs with in the library. 5: her limit on abuse, and the swap of roles
/// that is open. 6: a trainer may be naming a cohort. 7: she may be giving an assignment, and a trainee has done them;
/// or be in a contest.
pub const PROFILE: u32 = 7;

/// Lifts a profile, with or without its revision, by one version.
///
/// # Errors
/// `Upcast` for a version there never was, or data of another shape.
pub fn raise_profile(version: u32, mut data: Value) -> Result<Value, Upcast> {
    let fields = data.as_object_mut().ok_or(Upcast)?;
    match version {
        1 => {
            fields.insert("branches".to_owned(), Value::from(0));
            fields.insert("coach".to_owned(), Value::from(false));
        }
        // Plan and reminders are empty where they are missing; so is what came with 4 and 5.
        2..=6 => {}
        _ => return Err(Upcast),
    }
    Ok(data)
}

/// A completed reflection, under `Key::session_meta` of its session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptEntry(pub Entry);

impl Wire for KeptEntry {
    const VERSION: u32 = 1;
}

/// A reminder to come, under `Key::timer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// Where to.
    pub chat: i64,
}

impl Wire for Timer {
    const VERSION: u32 = 1;
}

/// One event of a session, under `Key::session_event`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptEvent(pub Event);

impl Wire for KeptEvent {
    // 2: a session has a mode and may be a branch. A program that knows neither must not take an exam for practice.
    // 3: breaks and how she feels are events too. Nothing changed in those there were.
    // 4: a session may have a limit on abuse. A program that knows none would play it with other lines.
    const VERSION: u32 = 4;

    fn upcast(version: u32, mut data: Value) -> Result<Value, Upcast> {
        let fields = data.as_object_mut().ok_or(Upcast)?;
        match version {
            1 if fields.get("event").is_some_and(|name| name == "started") => {
                fields.insert("mode".to_owned(), Value::from(Mode::Practice.id()));
            }
            1..=3 => {}
            _ => return Err(Upcast),
        }
        Ok(data)
    }
}

/// An update as the channel handed it over, under `Key::inbox` until it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// When it came: a replay after a crash must not see a later clock.
    pub at: Moment,
    /// The channel's own text for it.
    pub raw: String,
    /// Whether it is more than can be taken, so that only that is said.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub over: bool,
}

impl Wire for Received {
    const VERSION: u32 = 1;
}

/// The mark of an update that is done, under `Key::seen`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// When the update came.
    pub at: Moment,
    /// When it was made by the channel's clock, in whatever the channel counts; `None` where that is not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<i64>,
}

impl Wire for Done {
    const VERSION: u32 = 1;
}

/// A card of the team's library, under `Key::card`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCard {
    /// Whose it is; shown to nobody else.
    pub owner: TraineeId,
    /// What stands on it.
    #[serde(flatten)]
    pub card: Card,
}

impl Wire for KeptCard {
    const VERSION: u32 = 1;
}

/// Thanks for a card, under `Key::thanks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thanks {
    /// When.
    pub at: Moment,
}

impl Wire for Thanks {
    const VERSION: u32 = 1;
}

/// A message to be sent, under `Key::outbox` until the channel took it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Plain text; the caption where there is a file.
    pub text: String,
    /// Rows of buttons below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<Vec<LetterButton>>,
    /// Whether the customer is seen typing before it comes.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub typing: bool,
    /// A file that goes with it. The bytes themselves, not what they are made from: whatever becomes of content and
    /// program between the commit and the sending, what goes out is what was committed, as often as it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<LetterFile>,
    /// What its text turns into with time, in order; the last stays, without buttons. Only for a letter without a file.
    /// A kill meanwhile leaves it at what it said then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frames: Vec<LetterFrame>,
    /// The topic of the group that it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<i64>,
    /// The chat's board that it is the newest version of: the message in which that stands is turned into it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub board: Option<u64>,
    /// Whether that answers a press, and is not held back as a board is that changes by itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub prompt: bool,
}

impl Wire for Letter {
    // 2: letters may carry a file. A program that knows letters without files only must not send them without.
    // 3: their text may change in time.
    // 4: they may turn a message that is there, go to a topic, and have buttons that open a link.
    const VERSION: u32 = 4;

    fn upcast(version: u32, data: Value) -> Result<Value, Upcast> {
        if matches!(version, 1..=3) { Ok(data) } else { Err(Upcast) }
    }
}

impl Letter {
    /// What to send where the file is refused; `None` for a letter without one.
    pub fn without_file(&self) -> Option<Letter> {
        let text = self.file.as_ref()?.instead.clone();
        Some(Letter { text, file: None, ..self.clone() })
    }
}

/// What a letter's text turns into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterFrame {
    /// Milliseconds after the text before it.
    pub after_ms: u32,
    /// The text.
    pub text: String,
}

/// A file of a [`Letter`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterFile {
    /// How it is shown.
    pub kind: FileKind,
    /// Its name on the phone.
    pub name: String,
    /// What is in it, as a MIME type.
    pub mime: String,
    /// Text to send where the channel refuses the file.
    pub instead: String,
    /// The contents.
    #[serde(serialize_with = "to_base64", deserialize_with = "from_base64")]
    pub bytes: Vec<u8>,
}

/// How a file is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// As a picture in the chat.
    Photo,
    /// As a file to open.
    Document,
}

fn to_base64<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

fn from_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    // The error must not quote the text.
    STANDARD.decode(text).map_err(|_| serde::de::Error::custom("no base64"))
}

/// A button of a [`Letter`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterButton {
    /// What stands on it.
    pub label: String,
    /// What comes back when it is pressed; for a link the payload that the private chat with the bot is opened with.
    pub data: String,
    /// Whether it opens the private chat with the bot.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub link: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::profile::Screen;
    use crate::store::{Key, Record};

    #[test]
    fn a_profile_reads_back_also_without_its_revision() {
        let key = Key::counter("p");
        let profile =
            Profile { sessions: 2, screen: Screen::Reviewing { question: 3 }, ..Profile::default() };
        let kept = KeptProfile { revision: 9, at: Some(Moment(4)), profile };
        assert_eq!(Record::decode(&key, &Record::encode(&key, &kept).unwrap()), Ok(kept));
        let bare = br#"{"v":1,"d":{"lang":null,"sessions":0,"screen":{"at":"lobby"}}}"#;
        assert_eq!(Record::decode(&key, bare), Ok(KeptProfile::default()));
    }

    #[test]
    fn a_profile_from_before_there_were_plans_has_none() {
        let key = Key::counter("p");
        let old = br#"{"v":2,"d":{"revision":4,"lang":"en","sessions":7,"branches":1,"coach":true,"screen":{"at":"lobby"}}}"#;
        let kept: KeptProfile = Record::decode(&key, old).unwrap();
        assert_eq!((kept.revision, kept.profile.branches, kept.profile.coach), (4, 1, true));
        assert!(kept.profile.plan.items.is_empty() && kept.profile.review.due.is_none());
    }

    #[test]
    fn a_profile_with_a_plan_from_before_there_were_check_ins_keeps_the_plan_and_is_asked() {
        let key = Key::counter("p");
        let old = r#"{"v":3,"d":{"revision":4,"lang":"en","sessions":7,"branches":1,"coach":true,"plan":{"items":[{"number":1,"goal":{"own":"ask first"},"since":5,"done":null}],"last":1},"review":{"minute":600,"zone":null,"due":null},"screen":{"at":"lobby"}}}"#;
        let kept: KeptProfile = Record::decode(&key, old.as_bytes()).unwrap();
        assert_eq!(
            (kept.at, kept.profile.review.minute, kept.profile.plan.items.len()),
            (None, Some(600), 1)
        );
        assert!(!kept.profile.checkin_off && !kept.profile.warned && kept.profile.feeling.is_none());
        assert_eq!(Record::decode(&key, &Record::encode(&key, &kept).unwrap()), Ok(kept));
    }

    #[test]
    fn events_from_before_there_were_breaks_are_as_they_were() {
        let key = Key::counter("e");
        let old = br#"{"v":2,"d":{"event":"debriefed","score":61,"at":9}}"#;
        let KeptEvent(event) = Record::decode(&key, old).unwrap();
        assert_eq!(event, Event::Debriefed { score: 61, at: Moment(9) });
    }

    #[test]
    fn a_session_from_before_there_were_modes_is_practice_from_the_beginning() {
        let key = Key::counter("e");
        let old = br#"{"v":1,"d":{"event":"started","persona":"heating","lang":"en","seed":7,"persona_hash":"0","locale_hash":"0","engine":4,"at":5,"opening":["Hello?"]}}"#;
        let KeptEvent(event) = Record::decode(&key, old).unwrap();
        let Event::Started { ref start, .. } = event else { panic!("{event:?}") };
        assert_eq!((start.mode, &start.branch, start.seed), (Mode::Practice, &None, 7));
        let again: KeptEvent =
            Record::decode(&key, &Record::encode(&key, &KeptEvent(event.clone())).unwrap()).unwrap();
        assert_eq!(again.0, event);
        let hint: KeptEvent = Record::decode(&key, br#"{"v":1,"d":{"event":"hinted","at":9}}"#).unwrap();
        assert_eq!(hint.0, Event::Hinted { at: Moment(9), nudge: None });
    }

    #[test]
    fn a_letter_of_the_time_before_files_is_still_sent() {
        let key = Key::outbox(1, 2);
        let old = r#"{"v":1,"d":{"text":"喂","buttons":[[{"label":"x","data":"m:"}]],"typing":true}}"#;
        let letter: Letter = Record::decode(&key, old.as_bytes()).unwrap();
        assert_eq!((letter.text.as_str(), letter.typing, letter.file), ("喂", true, None));
        assert_eq!(letter.buttons[0][0].data, "m:");
    }

    #[test]
    fn a_letter_with_a_file_reads_back_whole() {
        let key = Key::outbox(1, 2);
        let (name, mime, instead) = ("a.png".to_owned(), "image/png".to_owned(), "四格".to_owned());
        let file = LetterFile { kind: FileKind::Photo, name, mime, instead, bytes: (0..=255).collect() };
        let letter = Letter { text: "c".to_owned(), file: Some(file), ..Letter::default() };
        let bytes = Record::encode(&key, &letter).unwrap();
        assert_eq!(Record::decode(&key, &bytes), Ok(letter.clone()));
        let plain = letter.without_file().unwrap();
        assert_eq!((plain.text.as_str(), plain.file.is_none()), ("四格", true));
        let broken = String::from_utf8(bytes).unwrap().replace("AAEC", "secret!");
        let error = Record::<Letter>::decode(&key, broken.as_bytes()).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("secret"));
    }
}
