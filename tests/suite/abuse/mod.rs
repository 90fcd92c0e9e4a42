//! Bad inputs, as data: `inputs.toml` says what comes and what is answered. Each comes from somebody of her own, to the whole
//! service in this process, and whatever it is: the service answers her next message, nobody else is written to, nothing of it is
//! in the log, nothing panics, and everything sent is something Telegram takes.
//!
//! In the file a case has one of these: `text`, what she writes; `fields`, the fields of a message of hers as JSON; `update`, the
//! fields of a whole update; `press`, a button's data. `times` repeats the text. `$ME` is her number, `$FROM` and `$CHAT` are she
//! and her chat, `$GROUP` and `$GROUPCHAT` the group, `$OTHER` a bystander, `$NOW` the
//! second, `$LONG` four thousand letters, `$DEEP` a list a thousand lists deep. `state` is where she stands:
//! `new`, `lobby` (where nothing is said) or `playing`. `place = "group"`: she does it in the group. `answer`: words of what she is
//! told, in order; none where she is told nothing, `*` where it is the customer's words, whichever they are.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use xiaoqi::base::lang::Lang;

use crate::botapi::{FakeTelegram, Group, Message, Phone};
use crate::stage;
use crate::telegram::hall::{self, Hall};
use crate::telegram::{Service, Site, until};

mod flood;

const INPUTS: &str = "tests/suite/abuse/inputs.toml";
const OPERATOR: i64 = 70;
const BYSTANDER: i64 = 71;
/// A letter of `$LONG`.
const LONG: &str = "x";
const TEAM: i64 = -1_001_234_567_890;
/// How long one answer may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(240);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    text: Option<String>,
    fields: Option<String>,
    update: Option<String>,
    press: Option<String>,
    #[serde(default = "once")]
    times: usize,
    /// What her app and she are called.
    #[serde(default = "ann")]
    called: String,
    #[serde(default)]
    state: State,
    #[serde(default)]
    place: Place,
    answer: Vec<String>,
}

#[derive(Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum State {
    New,
    #[default]
    Lobby,
    Playing,
}

#[derive(Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Place {
    #[default]
    Private,
    Group,
}

fn once() -> usize {
    1
}

fn ann() -> String {
    "Ann".to_owned()
}

/// The service with a bystander, an operator and a group in which both are.
struct Bench {
    site: Site,
    service: Service,
    bystander: Phone,
    operator: Phone,
    group: Group,
}

impl Bench {
    async fn open() -> Bench {
        let site = Site::new();
        let service = site.serve_office(&[OPERATOR]);
        let person = |id| site.fake.phone(id, "en", "Somebody").with_patience(PATIENCE);
        let (bystander, operator) = (person(BYSTANDER), person(OPERATOR));
        for phone in [&bystander, &operator] {
            phone.start(None);
            until(phone, "Choose a customer").await;
        }
        let group = site.fake.group(TEAM, "Team", &operator);
        group.add_bot(&operator);
        group.join(&bystander);
        Bench { site, service, bystander, operator, group }
    }

    fn fake(&self) -> &FakeTelegram {
        &self.site.fake
    }

    /// Plays a case with somebody of her own: what she was told.
    async fn play(&self, number: usize, case: &Case) -> Vec<String> {
        let id = 5_000 + i64::try_from(number).unwrap();
        let called = case.called.replace("$LONG", &LONG.repeat(4_000));
        let phone = self.fake().phone(id, "en", &called).with_patience(PATIENCE);
        self.prepare(&phone, case).await;
        let here = match case.place {
            Place::Private => phone,
            Place::Group => {
                self.group.join(&phone);
                phone.in_group(&self.group).with_patience(PATIENCE)
            }
        };
        let before = here.bot_messages().len();
        self.send(&here, id, case);
        let probe = format!("/probe{number}");
        let probed = format!("probe{number}");
        match case.place {
            Place::Private => here.say(&probe),
            // Commands that nobody knows are no business of the bot's in a group.
            Place::Group => here.say("/help@xiaoqi_test_bot"),
        };
        let is_answer = |message: &Message| match case.place {
            Place::Private => message.text().contains(&probed),
            Place::Group => message.text().contains("In this group I can"),
        };
        let shown = here.wait_for(|shown| shown.iter().skip(before).any(is_answer)).await;
        self.site.settle().await;
        shown.iter().skip(before).filter(|message| !is_answer(message)).map(|m| m.text().to_owned()).collect()
    }

    async fn prepare(&self, phone: &Phone, case: &Case) {
        if case.state == State::New || case.place == Place::Group {
            return;
        }
        phone.start(None);
        until(phone, "Choose a customer").await;
        if case.state == State::Playing {
            phone.press_data(phone.bot_messages()[0].id, "b:heating");
            until(phone, "Just type your reply").await;
        }
        self.site.settle().await;
    }

    fn send(&self, here: &Phone, id: i64, case: &Case) {
        if let Some(data) = &case.press {
            let message =
                here.bot_messages().first().map_or_else(|| here.say("/help@xiaoqi_test_bot"), |m| m.id);
            here.press_data(message, &self.fill(data, id, case));
            return;
        }
        let text = case.text.as_ref().map(|text| json!(self.fill(text, id, case).repeat(case.times)));
        let fields = case.fields.clone().or(text.map(|text| format!(r#""text":{text}"#)));
        let chat = if case.place == Place::Group { "$GROUPCHAT" } else { "$CHAT" };
        let message = |fields: String| {
            format!(r#""message":{{"message_id":$NOW,"date":$NOW,"from":$FROM,"chat":{chat},{fields}}}"#)
        };
        let update = case.update.clone().or(fields.map(message)).expect("something to send");
        let update = self.fill(&update, id, case);
        self.fake().push_raw(&format!(r#"{{"update_id":$ID,{update}}}"#));
    }

    fn fill(&self, text: &str, id: i64, case: &Case) -> String {
        let called = case.called.replace("$LONG", &LONG.repeat(4_000));
        let from = json!({"id": id, "is_bot": false, "first_name": called, "language_code": "en"});
        let chat = json!({"id": id, "type": "private", "first_name": called});
        let group = json!({"id": TEAM, "type": "supergroup", "title": "Team"});
        let now = xiaoqi::desk::now().0 / 1_000;
        let deep = format!("{}{}", "[".repeat(1_000), "]".repeat(1_000));
        let values = [
            ("$LONG", LONG.repeat(4_000)),
            ("$DEEP", deep),
            ("$FROM", from.to_string()),
            ("$GROUPCHAT", group.to_string()),
            ("$CHAT", chat.to_string()),
            ("$GROUP", TEAM.to_string()),
            ("$OTHER", BYSTANDER.to_string()),
            ("$NOW", now.to_string()),
            ("$ME", id.to_string()),
        ];
        values.into_iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, &value))
    }

    /// How many messages others have: the bystander, the operator, and the group where it is none of hers.
    fn others(&self, case: &Case) -> Vec<usize> {
        let group = self.operator.in_group(&self.group).bot_messages().len();
        let group = if case.place == Place::Group { 0 } else { group };
        vec![self.bystander.bot_messages().len(), self.operator.bot_messages().len(), group]
    }
}

/// Something she wrote that would be told from anything else in the log.
fn secret(case: &Case) -> Option<String> {
    let text = case.text.as_deref().or(case.press.as_deref())?;
    let text: String = text.chars().take(40).collect();
    (text.chars().count() >= 8 && !text.starts_with('/')).then_some(text)
}

fn missing<'a>(told: &str, words: &'a [String]) -> Option<&'a String> {
    let mut rest = told;
    words.iter().find(|word| match rest.find(word.as_str()) {
        Some(at) => {
            rest = &rest[at + word.len()..];
            false
        }
        None => true,
    })
}

#[tokio::test]
async fn every_bad_input_has_its_outcome_and_harms_nobody() {
    let table: Table = toml::from_str(&std::fs::read_to_string(stage::repository(INPUTS)).unwrap()).unwrap();
    assert!(table.case.len() >= 120, "{} inputs", table.case.len());
    let bench = Bench::open().await;
    let mut wrong = Vec::new();
    for (number, case) in table.case.iter().enumerate() {
        let before = bench.others(case);
        let told = bench.play(number, case).await.join("\n---\n");
        if case.answer.is_empty() && !told.is_empty() {
            wrong.push(format!("{}: nothing was to be said, but: {told}", case.name));
        }
        let any = case.answer == ["*"];
        if any && told.is_empty() {
            wrong.push(format!("{}: something was to be said", case.name));
        }
        if let Some(word) = missing(&told, &case.answer).filter(|_| !any) {
            wrong.push(format!("{}: `{word}` was to be said, but: {told}", case.name));
        }
        if bench.others(case) != before {
            wrong.push(format!("{}: somebody else was written to", case.name));
        }
        if secret(case).is_some_and(|secret| bench.service.log().contains(&secret)) {
            wrong.push(format!("{}: what was written is in the log", case.name));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.case.len(), wrong.join("\n"));
    let log = bench.service.log();
    for trouble in [" ERROR ", "panicked", "fake_token"] {
        let lines: Vec<&str> = log.lines().filter(|line| line.contains(trouble)).collect();
        assert!(lines.is_empty(), "{lines:?}");
    }
    // Presses that were made up have no id that Telegram knows.
    let mut refusals = bench.fake().refusals();
    refusals.retain(|call| call.method != "answerCallbackQuery");
    assert!(refusals.is_empty(), "{refusals:?}");
}

/// Names that trainers and members give are quoted to others: as they are, but for what would turn the words after them round.
#[tokio::test]
async fn names_with_markup_stay_names_for_everybody_who_reads_them() {
    let hall = Hall::new();
    hall.meets(hall::OPERATOR, Lang::EN).await;
    let name = "<b>Sp\u{202e}ring</b> {0} &amp;";
    let told = hall.says(hall::OPERATOR, &format!("/trainer cohort {name}")).await.to(hall::OPERATOR);
    let shown = "<b>Spring</b> {0} &amp;";
    assert!(told.contains(shown), "{told}");
    let code: String =
        told.split("/join ").last().unwrap().chars().take_while(char::is_ascii_alphanumeric).collect();
    let told = hall.says(7_001, &format!("/join {code}")).await.to(7_001);
    assert!(told.contains(shown), "{told}");
    hall.says(7_001, "<i>Eve\u{2066}</i> & co").await;
    let list = hall.presses(hall::OPERATOR, "T:Cm1:0").await.to(hall::OPERATOR);
    assert!(list.contains("<i>Eve</i> & co") && !list.contains('\u{2066}'), "{list}");
}

/// What was sent is plain text everywhere: nothing that people wrote can become markup.
#[tokio::test]
async fn nothing_is_ever_sent_as_markup() {
    let bench = Bench::open().await;
    let case = Case {
        name: String::new(),
        text: Some("<b>x</b> *y* [z](tg://user?id=1) &amp;".to_owned()),
        fields: None,
        update: None,
        press: None,
        times: 1,
        called: "<i>Eve</i>".to_owned(),
        state: State::Playing,
        place: Place::Private,
        answer: Vec::new(),
    };
    bench.play(0, &case).await;
    let formatted = |call: &crate::botapi::Call| {
        let params: &Value = &call.params;
        params.get("parse_mode").is_some()
            || params.get("entities").is_some()
            || params.get("caption_entities").is_some()
    };
    let calls = bench.fake().calls();
    assert!(calls.iter().any(|call| call.method == "sendMessage"));
    assert!(!calls.iter().any(formatted), "plain text needs no escaping");
}
