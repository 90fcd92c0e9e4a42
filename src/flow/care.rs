//! The trainee's own emotions: a warning beforehand, how she feels before and after, breaks, breathing, the five steps,
//! and help outside.

use crate::base::ending::Ending;
use crate::base::gentle::Gentle;
use crate::base::phrase::{ButtonPhrase, CarePhrase, EntryPhrase, Phrase, ReviewPhrase};
use crate::session::event::{Event, Side};
use crate::session::fold::Session;

use super::action::Action;
use super::contest::run;
use super::profile::Screen;
use super::say::{Button, Frame, Say};
use super::scene::{Rows, Scene};

/// Rounds of breathing: no more than beginners are advised to take.
const MOST_ROUNDS: u8 = 4;

/// The first time: customers can be harsh, and all of it is made up.
pub fn warn(scene: &mut Scene<'_>) {
    if !scene.profile.warned {
        scene.profile.warned = true;
        scene.tell(CarePhrase::Warning);
    }
}

/// How she feels before the next practice, if she likes to be asked.
pub fn ask_before(scene: &mut Scene<'_>) {
    if !scene.profile.checkin_off {
        let rows = faces(Side::Before, scene.profile.sessions.saturating_add(1));
        scene.tell_with(CarePhrase::AskBefore, rows);
    }
}

/// How she feels now that it is over.
pub fn ask_after(scene: &mut Scene<'_>) {
    if !scene.profile.checkin_off {
        let rows = faces(Side::After, scene.profile.sessions);
        scene.tell_with(CarePhrase::AskAfter, rows);
    }
}

fn faces(side: Side, session: u32) -> Rows {
    let all = [
        ButtonPhrase::Feel1,
        ButtonPhrase::Feel2,
        ButtonPhrase::Feel3,
        ButtonPhrase::Feel4,
        ButtonPhrase::Feel5,
    ];
    let face = |(feeling, label)| Button::phrase(label, Action::CheckIn(side, session, feeling));
    vec![(1..).zip(all).map(face).collect()]
}

/// She told how she feels. Told beforehand, it waits for the practice to begin.
pub fn check_in(scene: &mut Scene<'_>, side: Side, number: u32, feeling: u8) {
    let at = scene.input.at;
    let newest = scene.profile.sessions;
    let event = Event::CheckedIn { side, feeling, at };
    match side {
        Side::Before if number == newest.saturating_add(1) && !scene.is_busy() => {
            scene.profile.feeling = Some(feeling);
            scene.tell(CarePhrase::NotedBefore);
        }
        Side::Before if number == newest && scene.session.as_ref().is_some_and(is_fresh) => {
            scene.note(event);
            scene.tell(CarePhrase::NotedBefore);
        }
        Side::After
            if number == newest && scene.session.as_ref().is_some_and(|session| session.debriefed) =>
        {
            scene.note(event);
            let before = scene.session.as_ref().and_then(|session| session.care.before);
            match before.is_some_and(|before| feeling < before) || feeling == 1 {
                true => steps(scene),
                false => scene.tell(CarePhrase::NotedAfter),
            }
        }
        _ => scene.tell(ReviewPhrase::AlreadyPast),
    }
}

/// Open, and nothing written yet.
fn is_fresh(session: &Session) -> bool {
    session.is_open() && session.turns.is_empty()
}

/// What she told before the practice goes with it.
pub fn carry(scene: &mut Scene<'_>) {
    if let Some(feeling) = scene.profile.feeling.take() {
        scene.note(Event::CheckedIn { side: Side::Before, feeling, at: scene.input.at });
    }
}

/// `/checkin on` and `/checkin off`; anything else changes nothing and says how it is.
pub fn command(scene: &mut Scene<'_>, payload: &str) {
    match payload.trim().to_lowercase().as_str() {
        "on" => scene.profile.checkin_off = false,
        "off" => scene.profile.checkin_off = true,
        _ => {}
    }
    scene.tell(if scene.profile.checkin_off { CarePhrase::CheckInOff } else { CarePhrase::CheckInOn });
}

/// Whether a conversation ended in a way that leaves a mark.
pub fn is_hard(ended: Option<Ending>) -> bool {
    matches!(
        ended,
        Some(Ending::HungUp | Ending::DemandedManager | Ending::ExposedPublicly | Ending::LostTemper)
    )
}

/// The five steps of looking after herself, and help outside.
pub fn steps(scene: &mut Scene<'_>) {
    let outside: Phrase = match scene.content.house.help_line.clone() {
        Some(text) => CarePhrase::HelpLine { text }.into(),
        None => CarePhrase::NoHelpLine.into(),
    };
    scene.tell(CarePhrase::Steps { outside: Box::new(outside) });
}

/// `/pause`: the customer's clock stands still.
pub fn pause(scene: &mut Scene<'_>) {
    if scene.profile.screen != Screen::Playing {
        return scene.tell(CarePhrase::NothingRuns);
    }
    if run::plays(scene) {
        return scene.tell(EntryPhrase::NoPause);
    }
    let paused = scene.session.as_ref().is_some_and(|session| session.care.paused.is_some());
    if !paused {
        scene.note(Event::Paused { at: scene.input.at });
    }
    let name = scene.customer();
    let back = Button::phrase(ButtonPhrase::Resume, Action::Resume);
    scene.tell_with(CarePhrase::Paused { name }, vec![vec![back]]);
}

/// `/resume`: goes on, and shows what the customer said last.
pub fn resume(scene: &mut Scene<'_>) {
    if !go_on(scene) {
        return scene.tell(CarePhrase::NotPaused);
    }
    let name = scene.customer();
    let last = scene.session.as_ref().map(|session| session.last_bubbles().join("\n")).unwrap_or_default();
    scene.tell(CarePhrase::Resumed { name, last });
}

/// Ends a break; whether there was one. Writing to the customer ends it too.
pub fn go_on(scene: &mut Scene<'_>) -> bool {
    let paused = scene.profile.screen == Screen::Playing
        && scene.session.as_ref().is_some_and(|session| session.care.paused.is_some());
    if paused {
        scene.note(Event::Resumed { at: scene.input.at });
    }
    paused
}

/// `/breathe`, with a number of rounds if she likes: in for 4, hold for 7, out for 8.
pub fn breathe(scene: &mut Scene<'_>, payload: &str) {
    let rounds = payload.trim().parse().unwrap_or(MOST_ROUNDS).clamp(1, MOST_ROUNDS);
    let frame = |phrase: CarePhrase, seconds| Frame { phrase: phrase.into(), seconds };
    let mut frames = vec![frame(CarePhrase::BreatheReady, 3)];
    for round in 1..=rounds {
        frames.push(frame(CarePhrase::BreatheIn { round, rounds }, 4));
        frames.push(frame(CarePhrase::BreatheHold { round, rounds }, 7));
        frames.push(frame(CarePhrase::BreatheOut { round, rounds }, 8));
    }
    let stop = Button::phrase(ButtonPhrase::Breathed, Action::Breathed);
    scene.say(Say::Guide { frames, last: CarePhrase::BreatheDone.into(), rows: vec![vec![stop]] });
}

/// She has breathed enough. Whatever she does ends the guidance; this is for when she does nothing else.
pub fn breathed(scene: &mut Scene<'_>) {
    scene.tell(CarePhrase::Breathed);
}

/// `/gentle`: how much abuse she lets customers use, and the choice.
pub fn gentle(scene: &mut Scene<'_>) {
    let label = |gentle| match gentle {
        Gentle::AsIs => ButtonPhrase::GentleAsIs,
        Gentle::NoInsults => ButtonPhrase::GentleNoInsults,
        Gentle::NoContempt => ButtonPhrase::GentleNoContempt,
    };
    let row = |gentle| vec![Button::phrase(label(gentle), Action::Gentle(gentle))];
    let now = Box::new(level(scene.profile.gentle));
    scene.tell_with(CarePhrase::Gentle { now }, Gentle::ALL.map(row).into());
}

/// She has chosen. A conversation that is open goes on as it began, so that it can be replayed.
pub fn limit(scene: &mut Scene<'_>, gentle: Gentle) {
    scene.profile.gentle = gentle;
    let now = Box::new(level(gentle));
    match scene.profile.screen {
        Screen::Playing => scene.tell(CarePhrase::GentleSetNext { now }),
        _ => scene.tell(CarePhrase::GentleSet { now }),
    }
}

/// The limit as it stands among everything kept of her.
pub fn kept(gentle: Gentle) -> Phrase {
    CarePhrase::GentleKept { now: Box::new(level(gentle)) }.into()
}

/// A limit in words.
fn level(gentle: Gentle) -> Phrase {
    let phrase = match gentle {
        Gentle::AsIs => CarePhrase::GentleAsIs,
        Gentle::NoInsults => CarePhrase::GentleNoInsults,
        Gentle::NoContempt => CarePhrase::GentleNoContempt,
    };
    phrase.into()
}
