//! A mind that says back what it hears.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use xiaoqi::base::lang::Lang;
use xiaoqi::base::phrase::{MenuPhrase, NoticePhrase, Phrase, ReviewPhrase};
use xiaoqi::desk::Mind;
use xiaoqi::flow::Step;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::group::{Group, GroupDeed, GroupInput, GroupStep, Known, Need, To};
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::flow::profile::Profile;
use xiaoqi::flow::say::{Button, Label, Paper, Say};
use xiaoqi::progress::entry::Entry;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::Session;

/// Says back what it hears. "boom" panics, "slow" takes a second, "hang" waits until `open` holds true, "long"
/// gives more than a message holds, "two" gives two bubbles with typing, "picture" and "report" give those of a short
/// conversation; `/start` shows a button.
#[derive(Default)]
pub struct Echo {
    pub open: AtomicBool,
}

impl Mind for Echo {
    fn fold(&self, _: &[Event]) -> Option<Session> {
        None
    }

    fn step(&self, profile: &Profile, _: Option<&Session>, _: &[Entry], input: &Input) -> Step {
        let says = self.says(&input.deed);
        let profile = Profile { sessions: 1, lang: profile.lang.or(input.device_lang), ..profile.clone() };
        let events = vec![Event::Hinted { at: input.at, nudge: None }];
        let typing = says.len() > 1;
        Step { profile, session: None, events, entries: Vec::new(), says, typing, errand: None }
    }

    fn group(&self, group: &Group, _: &Known, input: &GroupInput) -> Result<GroupStep, Need> {
        let lang = input.who.as_ref().and_then(|who| who.device_lang);
        let says = match input.deed {
            GroupDeed::Command(..) => {
                vec![(To::Place(input.place), Say::Tell(NoticePhrase::InGroup.into(), Vec::new()))]
            }
            _ => Vec::new(),
        };
        let group = Group { lang, ..group.clone() };
        Ok(GroupStep {
            group,
            says,
            toast: None,
            alarms: Vec::new(),
            calmed: Vec::new(),
            contests: Vec::new(),
        })
    }

    fn render(&self, phrase: &Phrase, lang: Lang) -> String {
        format!("{} in {lang}", phrase.id())
    }

    fn commands(&self, lang: Lang) -> Vec<(Command, String)> {
        vec![(Command::Start, format!("begin in {lang}"))]
    }
}

impl Echo {
    fn says(&self, deed: &Deed) -> Vec<Say> {
        let bubble = |text: String| vec![Say::Bubble(text)];
        match deed {
            Deed::Text(text) => self.heard(text),
            Deed::Command(Command::Start, _) => vec![Say::Tell(MenuPhrase::ChooseLanguage.into(), buttons())],
            Deed::Command(command, rest) => bubble(format!("command {} {rest}", command.id())),
            Deed::UnknownCommand(word) => bubble(format!("unknown {word}")),
            Deed::Press(action) => bubble(format!("pressed {}", action.encode())),
            Deed::DeadButton => vec![Say::Tell(NoticePhrase::DeadButton.into(), Vec::new())],
            Deed::Media(media) => bubble(format!("media {media:?}")),
            Deed::Document(_) => bubble("media Other".to_owned()),
            Deed::Back(_) => Vec::new(),
            Deed::ReviewDue => bubble("due".to_owned()),
            Deed::Due(alarm) => bubble(format!("alarm {}", alarm.what)),
        }
    }

    fn heard(&self, text: &str) -> Vec<Say> {
        match text {
            "boom" => panic!("the echo chokes on {text}"),
            "slow" => std::thread::sleep(Duration::from_secs(1)),
            "hang" => {
                while !self.open.load(Ordering::SeqCst) {
                    std::thread::sleep(Duration::from_millis(5));
                }
            }
            "long" => return vec![Say::Bubble("甲".repeat(5_000))],
            "picture" => return paper(Paper::Timeline, ReviewPhrase::Picture),
            "report" => return paper(Paper::Report, ReviewPhrase::Report),
            "two" => return vec![Say::Bubble("one".to_owned()), Say::Bubble("two".to_owned())],
            _ => {}
        }
        vec![Say::Bubble(format!("echo {text}"))]
    }
}

/// A paper about a short conversation, then a word after it.
fn paper(paper: Paper, caption: ReviewPhrase) -> Vec<Say> {
    let sheet = Box::new(crate::debrief::fixture::sheet());
    let instead = vec![NoticePhrase::TextOnly.into()];
    let paper = Say::Paper { paper, sheet, caption: caption.into(), instead };
    vec![paper, Say::Tell(NoticePhrase::Empty.into(), Vec::new())]
}

fn buttons() -> Vec<Vec<Button>> {
    vec![vec![Button { label: Label::Text("next".to_owned()), action: Action::Page(1) }]]
}
