//! From what a trainee did to what is recorded and said: the dispatch, one call an arm.

use crate::base::mode::Mode;
use crate::base::phrase::{NoticePhrase, PlayPhrase, PracticePhrase, ReviewPhrase, TeamPhrase};
use crate::progress::entry::Entry;
use crate::session::content::Content;
use crate::session::event::Event;
use crate::session::fold::Session;

use super::action::Action;
use super::contest::{lead, room, run, side};
use super::errand::{Errand, Outcome};
use super::input::{Command, Deed, Input, Media};
use super::profile::{Profile, Screen};
use super::roles::{self, Right};
use super::say::Say;
use super::scene::Scene;
use super::{answer, care, coach, diary, duty, growth, insight, journal, language, menu, own, plan};
use super::{practice, remind, review, rewind, swap, team, trainer};

/// Longest message accepted, in characters; Telegram's own limit.
pub const LONGEST: usize = 4096;

/// What came of one input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The trainee's profile from now on.
    pub profile: Profile,
    /// Her newest session from now on; `None` where there is none or it was thrown away.
    pub session: Option<Session>,
    /// What to record: for the session that was the newest before, and from a `started` event on for the one numbered
    /// [`Profile::sessions`].
    pub events: Vec<Event>,
    /// Reflections that were completed, for the journal; at most one.
    pub entries: Vec<Entry>,
    /// What to say, in order, in [`Profile::interface`]'s language.
    pub says: Vec<Say>,
    /// Whether the customer speaks, so that a channel may let him type.
    pub typing: bool,
    /// What whoever keeps things is to do before this is committed; the outcome is played as [`Deed::Back`] on this
    /// step's profile and session, and joined to it by [`Step::followed_by`].
    pub errand: Option<Errand>,
}

impl Step {
    /// This step and the one that its errand led to, as one.
    pub fn followed_by(self, next: Step) -> Step {
        let Step { mut events, mut entries, mut says, typing, .. } = self;
        events.extend(next.events);
        entries.extend(next.entries);
        says.extend(next.says);
        Step { events, entries, says, typing: typing || next.typing, ..next }
    }
}

/// Plays one input. `session` is the trainee's newest, numbered [`Profile::sessions`], as its events fold; `None`
/// where there is none, it was thrown away, or it cannot be folded any more. `journal` holds her completed
/// reflections, oldest first; it may be empty where [`reads_journal`] says so.
pub fn step(
    content: &Content,
    profile: &Profile,
    session: Option<&Session>,
    journal: &[Entry],
    input: &Input,
) -> Step {
    let mut scene = Scene::new(content, profile, session, journal, input);
    match &input.deed {
        // Two bots answering each other never stop.
        Deed::Media(Media::FromBot) => {}
        _ => in_private(&mut scene),
    }
    scene.into_step()
}

/// Whether a step needs the journal: most do not, and a journal of a thousand entries need not be read for them.
pub fn reads_journal(deed: &Deed) -> bool {
    match deed {
        Deed::Command(command, _) => {
            matches!(command, Command::Journal | Command::Progress | Command::Plan)
        }
        Deed::Press(action) => matches!(
            action,
            Action::Journal(..)
                | Action::Entry(_)
                | Action::Progress
                | Action::Plan
                | Action::PlanAnswer(_)
                | Action::PlanNoted(..)
                | Action::Tick(_)
        ),
        Deed::ReviewDue => true,
        _ => false,
    }
}

fn in_private(scene: &mut Scene<'_>) {
    language::adopt_device(scene);
    journal::recover(scene);
    let is_answer = matches!(scene.input.deed, Deed::Back(_) | Deed::Due(_));
    if !is_answer && run::overtime(scene) {
        return;
    }
    let input = scene.input;
    match &input.deed {
        Deed::Text(text) => said(scene, text),
        Deed::Command(command, payload) => commanded(scene, *command, payload),
        Deed::UnknownCommand(word) => scene.tell(NoticePhrase::UnknownCommand { word: clip(word) }),
        Deed::Press(action) => pressed(scene, action),
        Deed::DeadButton => scene.tell_with(NoticePhrase::DeadButton, menu::to_list(scene)),
        Deed::Media(media) => practice::media(scene, *media),
        Deed::Document(upload) => trainer::document(scene, upload),
        Deed::Back(outcome) => back(scene, outcome),
        Deed::ReviewDue => remind::due(scene),
        Deed::Due(alarm) => {
            run::due(scene, alarm);
        }
    }
}

/// What an errand brought.
fn back(scene: &mut Scene<'_>, outcome: &Outcome) {
    match outcome {
        Outcome::Gathered(estate) => own::gathered(scene, estate),
        Outcome::Forgotten(tally) => own::forgotten(scene, *tally),
        Outcome::Cards(cards) => team::cards(scene, cards),
        Outcome::Published => scene.tell(TeamPhrase::Published),
        Outcome::Withdrawn(done) => team::withdrawn(scene, *done),
        Outcome::Thanked(new) => team::thanked(scene, *new),
        Outcome::Contest(told) => room::told(scene, told),
        Outcome::Settled(settled) => trainer::settled(scene, settled),
        Outcome::Answered(answered) => answer::told(scene, answered),
        Outcome::NoStore => scene.tell(NoticePhrase::NoStore),
    }
}

/// A command that nobody knows is quoted back; a long one only in part.
fn clip(word: &str) -> String {
    word.chars().take(32).collect()
}

fn said(scene: &mut Scene<'_>, text: &str) {
    let length = text.chars().count();
    if text.trim().is_empty() {
        return scene.tell(NoticePhrase::Empty);
    }
    if length > LONGEST {
        return scene.tell(NoticePhrase::TooLong { limit: LONGEST, length });
    }
    match scene.profile.screen.clone() {
        Screen::Lobby => menu::pick_first(scene),
        Screen::Briefing { persona } => menu::begin_first(scene, &persona),
        Screen::Playing => practice::say(scene, text),
        Screen::Nickname { contest } => room::nicknamed(scene, contest, text),
        Screen::NamingTeam { contest } => side::named(scene, contest, text),
        Screen::Reason { contest, whom } => lead::reasoned(scene, contest, whom, text),
        Screen::Signing => team::signed(scene, text),
        Screen::NamingCohort => trainer::named(scene, text),
        Screen::Answering { .. } => answer::written(scene, text),
        Screen::NamingSelf => duty::named(scene, text),
        Screen::Assigning { .. } => trainer::assigning(scene, text),
        Screen::Reviewing { question } => review::answer(scene, question, Some(text)),
        Screen::Swapping => swap::say(scene, text),
        Screen::Swapped => swap::answered(scene, Some(text)),
    }
}

fn commanded(scene: &mut Scene<'_>, command: Command, payload: &str) {
    let right = Right::of_command(command, payload);
    if !roles::may(&scene.profile.standing, right) {
        return trainer::refuse(scene, right);
    }
    match command {
        Command::Language => language::choose(scene),
        Command::Help => menu::help(scene),
        Command::Rewind if scene.is_swapping() => journal::still_busy(scene),
        Command::Start | Command::Menu | Command::Exam | Command::Swap if scene.is_busy() => {
            journal::still_busy(scene);
        }
        Command::Start => menu::start(scene, payload),
        Command::Menu => menu::list(scene, 0),
        Command::Exam => menu::exam(scene, payload),
        Command::End => end(scene),
        Command::Cancel => practice::cancel(scene),
        Command::Hint => practice::hint(scene),
        Command::Mood => practice::mood(scene),
        Command::Why => insight::why(scene, payload),
        Command::Whatif => insight::what_if(scene, payload),
        Command::Rewind => rewind::rewind(scene, payload),
        Command::Coach => coach::command(scene, payload),
        Command::Pause => care::pause(scene),
        Command::Resume => care::resume(scene),
        Command::Breathe => care::breathe(scene, payload),
        Command::Care => care::steps(scene),
        Command::Checkin => care::command(scene, payload),
        Command::Swap => swap::command(scene, payload),
        Command::Gentle => care::gentle(scene),
        Command::Library => team::command(scene, payload),
        Command::Join => trainer::join(scene, payload),
        Command::Trainer => trainer::command(scene, payload),
        Command::Contest => room::command(scene),
        Command::Relay | Command::Case | Command::Duet => scene.tell(PlayPhrase::OnlyInGroups),
        Command::Privacy => own::privacy(scene),
        Command::Export => own::export(scene),
        Command::Forget => own::ask(scene),
        Command::Remind => remind::command(scene, payload),
        Command::Journal => looking_back(scene, |scene| diary::command(scene, payload)),
        Command::Progress => looking_back(scene, growth::show),
        Command::Plan => looking_back(scene, |scene| plan::command(scene, payload)),
    }
}

/// Looks back over all reflections, which would be help in an exam.
fn looking_back(scene: &mut Scene<'_>, look: impl FnOnce(&mut Scene<'_>)) {
    match scene.profile.screen == Screen::Playing && !scene.mode().helps() {
        true => {
            let name = scene.customer();
            scene.tell(PracticePhrase::NotInExam { name });
        }
        false => look(scene),
    }
}

/// Ends whatever is open: the conversation, or the questions about it.
fn end(scene: &mut Scene<'_>) {
    match scene.profile.screen {
        Screen::Reviewing { question } => review::skip_rest(scene, question),
        Screen::Swapping => swap::end(scene),
        Screen::Swapped => swap::answered(scene, None),
        Screen::Playing if run::is_run(scene) => run::end(scene),
        _ => practice::end(scene),
    }
}

fn pressed(scene: &mut Scene<'_>, action: &Action) {
    let right = Right::of_action(action);
    if !roles::may(&scene.profile.standing, right) {
        return trainer::refuse(scene, right);
    }
    match action {
        Action::Language(lang) => language::set(scene, *lang),
        Action::Skip(question) => skip(scene, *question),
        Action::Coach(on) => coach::set(scene, *on),
        Action::Report(session) => review::report(scene, *session),
        Action::CheckIn(side, session, feeling) => care::check_in(scene, *side, *session, *feeling),
        Action::Card(session) => team::preview(scene, *session),
        Action::Publish(session, named) => team::publish(scene, *session, *named),
        Action::Cards(page) => team::turn(scene, *page),
        Action::Thank(card) => scene.send(Errand::Thank(*card)),
        Action::Withdraw(card) => scene.send(Errand::Withdraw(*card)),
        Action::Resume => care::resume(scene),
        Action::Gentle(gentle) => care::limit(scene, *gentle),
        Action::Breathed => care::breathed(scene),
        Action::Forget(yes) => own::decided(scene, *yes),
        Action::Journal(page, word) => {
            looking_back(scene, |scene| diary::list(scene, usize::from(*page), word));
        }
        Action::Entry(number) => looking_back(scene, |scene| diary::entry(scene, *number)),
        Action::Progress => looking_back(scene, growth::show),
        Action::Plan => looking_back(scene, plan::show),
        Action::PlanAnswer(session) => looking_back(scene, |scene| plan::add_answer(scene, *session)),
        Action::PlanNoted(kind, id) => looking_back(scene, |scene| plan::add_noted(scene, *kind, id)),
        Action::Tick(number) => looking_back(scene, |scene| plan::tick(scene, *number)),
        Action::Zone(id) => remind::zone(scene, id),
        Action::AskZone => remind::ask_zone(scene),
        Action::RemindOff => remind::off(scene),
        Action::SwapSkip => swap::skip(scene),
        Action::Trainer(desk) => trainer::pressed(scene, desk),
        Action::Known(signed) => duty::known(scene, *signed),
        Action::Contest(id, press) => room::pressed(scene, *id, *press),
        _ if scene.is_busy() => journal::still_busy(scene),
        Action::Page(page) => menu::list(scene, usize::from(*page)),
        Action::Brief(persona) => menu::brief(scene, persona),
        Action::Begin(persona) | Action::Again(persona) => practice::begin(scene, persona, Mode::Practice),
        Action::Exam(persona) => practice::begin(scene, persona, Mode::Exam),
        Action::Swap(persona) => swap::begin(scene, persona),
        Action::SwapPage(page) => swap::choose(scene, usize::from(*page)),
        Action::Menu => menu::list(scene, 0),
        Action::Group(_) | Action::Link(_) => scene.tell_with(NoticePhrase::DeadButton, menu::to_list(scene)),
    }
}

/// A skip button stays on the phone after its question is done; pressing it again must not skip the next one.
fn skip(scene: &mut Scene<'_>, pressed: u8) {
    match scene.profile.screen {
        Screen::Reviewing { question } if question == pressed => review::answer(scene, question, None),
        _ => scene.tell(ReviewPhrase::AlreadyPast),
    }
}
