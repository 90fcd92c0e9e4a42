//! In conversation: writing to the customer, hint, mood, ending, throwing away, things he cannot read.

use crate::base::id::PersonaId;
use crate::base::level::{Emotion, Level, PerEmotion};
use crate::base::mode::Mode;
use crate::base::phrase::{EntryPhrase, InsightPhrase, NoticePhrase, Phrase, PracticePhrase, Term, TermKind};
use crate::session::event::Event;
use crate::session::fold::Session;

use super::contest::run;
use super::hint::next_hint;
use super::input::Media;
use super::profile::Screen;
use super::scene::Scene;
use super::{care, coach, duty, journal, menu, review, swap};

/// Length of the bar that draws a level, in blocks.
const BAR: usize = 10;

/// Starts a conversation; the customer speaks first.
pub fn begin(scene: &mut Scene<'_>, persona: &PersonaId, mode: Mode) {
    let content = scene.content;
    if !content.may_meet(persona, scene.input.trainee, &scene.profile.standing) {
        return menu::missing(scene);
    }
    let (lang, gentle) = (content.spoken(persona, scene.lang()), scene.profile.gentle);
    let Some((lang, cast)) = lang.and_then(|lang| Some((lang, content.cast_within(persona, lang, gentle)?)))
    else {
        return menu::missing(scene);
    };
    let (seed, at) = (scene.input.seed, scene.input.at);
    let (session, event) = Session::open_as(&cast, lang, seed, at, (mode, None));
    scene.profile.sessions = scene.profile.sessions.saturating_add(1);
    scene.profile.screen = Screen::Playing;
    let name = cast.texts.name.clone();
    scene.tell(match mode {
        Mode::Practice => PracticePhrase::Begun { name },
        Mode::Exam => PracticePhrase::BegunExam { name },
    });
    scene.bubbles(&session.opening);
    scene.session = Some(session);
    scene.record(event);
    duty::begun(scene, persona);
    care::carry(scene);
}

/// She writes to the customer, who answers.
pub fn say(scene: &mut Scene<'_>, text: &str) {
    care::go_on(scene);
    let cast = scene.cast();
    let Some((session, cast)) = scene.session.as_mut().zip(cast) else { return };
    let at = session.clock(scene.input.at);
    let event = session.play(&cast, text, at);
    answer(scene, event);
}

/// She ends the conversation; where she has written nothing there is nothing to look back on.
pub fn end(scene: &mut Scene<'_>) {
    care::go_on(scene);
    let cast = scene.cast();
    let (name, at) = (scene.customer(), scene.input.at);
    let Some((session, cast)) = playing(scene).zip(cast) else { return not_open(scene) };
    if session.turns.is_empty() {
        scene.tell(PracticePhrase::NothingWritten { name });
        return discard(scene);
    }
    let event = session.stop(&cast, session.clock(at));
    answer(scene, event);
}

/// Shows and records what the customer answered; his last word leads on to the review.
fn answer(scene: &mut Scene<'_>, event: Event) {
    if let Event::Played { reply, .. } | Event::Stopped { reply, .. } = &event {
        scene.bubbles(reply);
    }
    scene.record(event);
    let run = run::is_run(scene);
    match scene.session.as_ref().is_some_and(Session::is_open) {
        true if run => run::show_clock(scene),
        false if run => run::ended(scene),
        true => coach::comment(scene),
        false => review::start(scene),
    }
}

/// She throws the conversation away. One that is over stays in the books.
pub fn cancel(scene: &mut Scene<'_>) {
    match scene.profile.screen {
        Screen::Playing if run::is_run(scene) => scene.tell(EntryPhrase::NoCancel),
        Screen::Playing => {
            let name = scene.customer();
            scene.tell(PracticePhrase::Cancelled { name });
            discard(scene);
        }
        Screen::Reviewing { .. } => journal::still_busy(scene),
        Screen::Briefing { .. }
        | Screen::Signing
        | Screen::NamingCohort
        | Screen::NamingSelf
        | Screen::Answering { .. }
        | Screen::Assigning { .. }
        | Screen::Nickname { .. }
        | Screen::NamingTeam { .. }
        | Screen::Reason { .. } => menu::list(scene, 0),
        Screen::Swapping => swap::cancel(scene),
        Screen::Swapped => swap::still_open(scene),
        Screen::Lobby => not_open(scene),
    }
}

fn discard(scene: &mut Scene<'_>) {
    scene.record(Event::Cancelled { at: scene.input.at });
    scene.session = None;
    menu::list(scene, 0);
}

/// What would fit now.
pub fn hint(scene: &mut Scene<'_>) {
    let (cast, name, mode) = (scene.cast(), scene.customer(), scene.mode());
    let Some((session, cast)) = playing(scene).zip(cast) else { return not_open(scene) };
    if !mode.helps() {
        return scene.tell(PracticePhrase::NotInExam { name });
    }
    let Some(hint) = next_hint(&cast, session) else { return scene.tell(InsightPhrase::HintNone) };
    let phrase = hint.phrase(session.hints);
    scene.note(Event::Hinted { at: scene.input.at, nudge: Some(hint.nudge) });
    scene.tell(phrase);
}

/// How the customer feels.
pub fn mood(scene: &mut Scene<'_>) {
    let name = scene.customer();
    let Some(session) = playing(scene) else { return not_open(scene) };
    let now = levels(session);
    let state = Term::new(TermKind::State, session.customer.state.as_str());
    let levels = Emotion::ALL.map(|emotion| mood_line(emotion, now.get(emotion))).to_vec();
    scene.tell(PracticePhrase::Mood { name, state, levels });
}

/// The levels after the last message, or where he started.
pub fn levels(session: &Session) -> PerEmotion<Level> {
    let start = session.customer.anchors.map(|_, anchor| anchor.level);
    session.turns.last().map_or(start, |turn| turn.after)
}

/// An emotion and its level, drawn.
pub fn mood_line(emotion: Emotion, level: Level) -> Phrase {
    let (emotion, bar, level) = (Term::emotion(emotion), bar(level), Term::level(level));
    PracticePhrase::MoodLine { emotion, bar, level }.into()
}

/// A level in blocks, rounded half up; a phone's font may not align letters, but it does align these.
fn bar(level: Level) -> String {
    let full = usize::try_from((level.whole() + 5) / 10).unwrap_or(0).min(BAR);
    "█".repeat(full) + &"░".repeat(BAR - full)
}

/// She sent something that is not text. The customer answers in his role; elsewhere it is only said that text is
/// needed, and a late change of an old message is passed over.
pub fn media(scene: &mut Scene<'_>, media: Media) {
    let cast = scene.cast();
    let aside = playing(scene).zip(cast).and_then(|(session, cast)| session.aside(&cast, media_key(media)));
    match aside {
        Some(bubble) => scene.bubbles(&[bubble]),
        None if media == Media::Edited && scene.profile.screen != Screen::Playing => {}
        None => scene.tell(NoticePhrase::TextOnly),
    }
}

fn media_key(media: Media) -> &'static str {
    match media {
        Media::Sticker => "media-sticker",
        Media::Photo => "media-photo",
        Media::Voice => "media-voice",
        Media::Edited => "media-edit",
        Media::Forwarded => "media-forward",
        Media::FromBot | Media::Other => "media-other",
    }
}

/// The session, where a conversation is open.
fn playing<'s>(scene: &'s mut Scene<'_>) -> Option<&'s mut Session> {
    if scene.profile.screen == Screen::Playing { scene.session.as_mut() } else { None }
}

/// There is no conversation for that; where a question is open, it is asked again.
pub fn not_open(scene: &mut Scene<'_>) {
    if scene.is_busy() {
        return journal::still_busy(scene);
    }
    let rows = menu::to_list(scene);
    scene.tell_with(PracticePhrase::NotOpen, rows);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_always_ten_blocks_long() {
        let drawn = [0, 4, 5, 50, 96, 100].map(|p| bar(Level::points(p)));
        assert!(drawn.iter().all(|bar| bar.chars().count() == BAR));
        assert_eq!(drawn[0], "░░░░░░░░░░");
        assert_eq!(drawn[2], "█░░░░░░░░░");
        assert_eq!(drawn[4], "██████████");
    }
}
