//! `/swap`: the roles swapped. The trainee is the customer and writes freely; a model agent answers as the curriculum teaches,
//! says afterwards which method it used in which message, and asks what calmed her. Nothing is scored.

use crate::agent::talk::{Note, Talk};
use crate::agent::wording::Wording;
use crate::agent::{self, Desk, review};
use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::base::phrase::{ButtonPhrase, NoticePhrase, Phrase, SwapPhrase, Term, TermKind};
use crate::persona::lines::{Values, Var};
use crate::persona::model::{Persona, Texts};
use crate::progress::zone::{Zone, reckoning};

use super::action::Action;
use super::menu;
use super::profile::{Profile, Screen};
use super::say::Button;
use super::scene::{Rows, Scene};
use super::team::clip;

/// Characters of a quote in the list of methods: it has to be read on a phone.
const QUOTE: usize = 60;
/// Characters that are kept of what calmed her.
const CALMED: usize = 800;
/// Notes that are kept; older ones give way.
const NOTES: usize = 50;
/// Facts that her part tells.
const FACTS: usize = 8;

/// `/swap`, with a persona's id or nothing: with the briefing that is open, else a choice.
pub fn command(scene: &mut Scene<'_>, payload: &str) {
    let named = scene.named(payload);
    match (named, scene.profile.screen.clone()) {
        (Some(persona), _) | (None, Screen::Briefing { persona }) => begin(scene, &persona),
        _ => choose(scene, 0),
    }
}

/// Whose part she wants to play.
pub fn choose(scene: &mut Scene<'_>, page: usize) {
    scene.profile.screen = Screen::Lobby;
    let all = menu::customers(scene);
    let pages = all.len().div_ceil(menu::PAGE);
    let page = page.min(pages.saturating_sub(1));
    let part = |texts: &Texts, persona: &Persona| {
        vec![Button::text(texts.title.clone(), Action::Swap(persona.id.clone()))]
    };
    let shown = all.iter().skip(page * menu::PAGE).take(menu::PAGE);
    let mut rows: Rows = shown.map(|(persona, texts)| part(texts, persona)).collect();
    rows.extend(menu::turning(page, pages, Action::SwapPage));
    scene.tell_with(SwapPhrase::Choose, rows);
}

/// Begins: her part, then the agent's greeting.
pub fn begin(scene: &mut Scene<'_>, persona: &PersonaId) {
    let content = scene.content;
    let Some((lang, texts)) = content.spoken(persona, scene.lang()).zip(scene.texts(persona)) else {
        return menu::missing(scene);
    };
    let mut talk = Talk::new(persona.clone(), lang, scene.input.at);
    let Some(desk) = desk(scene, &talk) else { return scene.tell(SwapPhrase::NoAgent) };
    agent::open(&desk, &mut talk);
    let (title, name, agent) = (texts.title.clone(), texts.name.clone(), desk.wording.name.clone());
    let greeting = talk.last(&desk.wording.between);
    scene.tell(SwapPhrase::Begun { title, name, agent, summary: texts.summary.clone(), facts: part(texts) });
    scene.bubbles(&[greeting]);
    scene.profile.screen = Screen::Swapping;
    scene.profile.swap = Some(talk);
}

/// What her part knows, in the customer's own words.
fn part(texts: &Texts) -> Vec<String> {
    let mut values = Values::default();
    values.set(Var::Issue, Some(texts.issue.clone()));
    let told = texts.facts.iter().filter_map(|fact| fact.tell.first()?.fill(&values));
    told.take(FACTS).collect()
}

/// What the agent answers with. `None` where its case is gone or it has no words in that language.
fn desk<'a>(scene: &Scene<'a>, talk: &Talk) -> Option<Desk<'a>> {
    let content = scene.content;
    let persona = content.personas.get(&talk.persona)?.as_ref();
    let texts = persona.texts.get(&talk.lang)?;
    let borrowed = content.fallbacks.get(&talk.lang);
    let wording: &Wording = content.agents.get(&talk.lang).or_else(|| content.agents.get(borrowed?))?;
    let hour = hour(scene, talk.lang);
    Some(Desk { persona, texts, wording, harsh: content.limits.harsh(talk.lang), hour })
}

/// The hour where she is. Who speaks Chinese and has named no zone is taken to live by Beijing's clock, which is Taipei's
/// too; of anybody else nothing is known.
fn hour(scene: &Scene<'_>, lang: Lang) -> Option<u8> {
    let named = scene.profile.review.zone.as_ref();
    let known = named.is_some() || lang.tag().starts_with("zh");
    known.then(|| reckoning(named).hour(scene.input.at))
}

/// She writes as the customer.
pub fn say(scene: &mut Scene<'_>, text: &str) {
    let Some(mut talk) = scene.profile.swap.take() else { return leave(scene) };
    let Some(desk) = desk(scene, &talk) else { return leave(scene) };
    agent::answer(&desk, &mut talk, text);
    let reply = talk.last(&desk.wording.between);
    let over = talk.over;
    scene.profile.swap = Some(talk);
    if !reply.is_empty() {
        scene.bubbles(&[reply]);
    }
    if over {
        finish(scene);
    }
}

/// Her part is not there any more.
fn leave(scene: &mut Scene<'_>) {
    scene.profile.swap = None;
    scene.profile.screen = Screen::Lobby;
    scene.tell(NoticePhrase::ContentChanged);
}

/// `/end`: which method was used where, then the question.
pub fn end(scene: &mut Scene<'_>) {
    match scene.profile.swap.as_ref().map(Talk::messages) {
        Some(0) | None => cancel(scene),
        Some(_) => finish(scene),
    }
}

fn finish(scene: &mut Scene<'_>) {
    let Some(talk) = &scene.profile.swap else { return leave(scene) };
    let methods = review::review(talk).iter().map(used).collect();
    scene.profile.screen = Screen::Swapped;
    scene.tell(SwapPhrase::Review { methods });
    ask(scene);
}

fn used(used: &review::Used) -> Phrase {
    let place = |place: &review::Place| {
        let quote = clip(&place.quote, QUOTE);
        SwapPhrase::Place { message: place.message, name: Term::mv(place.mv), quote }.into()
    };
    let places = used.places.iter().map(place).collect();
    SwapPhrase::Method { method: Term::new(TermKind::Method, used.method.clone()), places }.into()
}

/// What calmed her.
pub fn ask(scene: &mut Scene<'_>) {
    let skip = Button::phrase(ButtonPhrase::Skip, Action::SwapSkip);
    scene.tell_with(SwapPhrase::Ask, vec![vec![skip]]);
}

/// She answers, or skips; a note stays, the conversation goes.
pub fn answered(scene: &mut Scene<'_>, answer: Option<&str>) {
    let Some(talk) = scene.profile.swap.take() else { return leave(scene) };
    let texts = scene.texts(&talk.persona);
    let calmed = answer.map(|text| clip(text, CALMED));
    scene.profile.swapped.push(Note {
        title: texts.map_or_else(|| talk.persona.to_string(), |texts| texts.title.clone()),
        messages: u16::try_from(talk.messages()).unwrap_or(u16::MAX),
        at: scene.input.at,
        calmed,
    });
    let spare = scene.profile.swapped.len().saturating_sub(NOTES);
    scene.profile.swapped.drain(..spare);
    scene.profile.screen = Screen::Lobby;
    let now_her = Button::phrase(ButtonPhrase::SwapBack, Action::Brief(talk.persona));
    let list = Button::phrase(ButtonPhrase::List, Action::Menu);
    scene.tell_with(SwapPhrase::Done, vec![vec![now_her], vec![list]]);
}

/// A skip button stays on the phone after its question is done.
pub fn skip(scene: &mut Scene<'_>) {
    match scene.profile.screen {
        Screen::Swapped => answered(scene, None),
        _ => scene.tell(crate::base::phrase::ReviewPhrase::AlreadyPast),
    }
}

/// `/cancel`: throws it away.
pub fn cancel(scene: &mut Scene<'_>) {
    scene.profile.swap = None;
    scene.tell(SwapPhrase::Cancelled);
    menu::list(scene, 0);
}

/// What is still open; starts nothing and harms nothing.
pub fn still_open(scene: &mut Scene<'_>) {
    match scene.profile.screen {
        Screen::Swapped => {
            scene.tell(SwapPhrase::StillAsking);
            ask(scene);
        }
        _ => scene.tell(SwapPhrase::StillOpen),
    }
}

/// What she noted as the customer, newest first: all of it, or what mentions a word.
pub fn notes(profile: &Profile, word: &str) -> Option<SwapPhrase> {
    let zone = reckoning(profile.review.zone.as_ref());
    let word = word.to_lowercase();
    let mentions = |note: &&Note| {
        let calmed = note.calmed.as_deref().unwrap_or_default();
        word.is_empty()
            || [note.title.as_str(), calmed].iter().any(|text| text.to_lowercase().contains(&word))
    };
    let found = profile.swapped.iter().rev().filter(mentions);
    let items: Vec<Phrase> = found.map(|note| line(note, &zone)).collect();
    (!items.is_empty()).then_some(SwapPhrase::Notes { items })
}

/// A note in one line.
pub fn line(note: &Note, zone: &Zone) -> Phrase {
    let (date, title) = (zone.written(note.at), note.title.clone());
    match &note.calmed {
        Some(calmed) => SwapPhrase::Note { date, title, calmed: calmed.clone() }.into(),
        None => SwapPhrase::NoteSkipped { date, title }.into(),
    }
}

/// Everything of an open conversation with the roles swapped, as part of what is kept of her.
pub fn kept(talk: &Talk) -> Phrase {
    let said = talk.turns.iter().map(|turn| turn.said.clone()).filter(|said| !said.is_empty());
    SwapPhrase::Kept { said: said.collect() }.into()
}
