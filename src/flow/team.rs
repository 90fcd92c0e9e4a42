//! The team's library: an answer to question 3 becomes a card that others can read, search and thank for, and that its
//! owner can take back at any time.

use crate::base::hash::ContentHash;
use crate::base::phrase::{ButtonPhrase, Phrase, TeamPhrase};
use crate::debrief;

use super::action::Action;
use super::errand::{Card, Errand, Shown};
use super::profile::Screen;
use super::say::Button;
use super::scene::{Rows, Scene};

/// Cards on a page.
const PAGE: usize = 3;
/// Characters of what a card carries: it has to be read on a phone.
const LONGEST_QUOTE: usize = 300;
const LONGEST_WHY: usize = 800;
const LONGEST_NAME: usize = 40;
const LONGEST_SEARCH: usize = 60;

/// Whether the newest session has an answer that can become a card.
pub fn offers(scene: &Scene<'_>) -> bool {
    draft(scene, scene.profile.sessions, None).is_some()
}

/// The card about the session with this number, while it is the newest and reviewed.
fn draft(scene: &Scene<'_>, number: u32, name: Option<String>) -> Option<Card> {
    let session = scene.session.as_ref().filter(|s| number == scene.profile.sessions && s.debriefed)?;
    let [.., Some(Some(why))] = &session.answers else { return None };
    let cast = scene.cast()?;
    let report = debrief::report(&cast, session);
    let quote = report.strengths.first().map(|strength| clip(&strength.quote.words, LONGEST_QUOTE));
    Some(Card {
        name,
        customer: cast.texts.title.clone(),
        quote: quote.unwrap_or_default(),
        why: clip(why, LONGEST_WHY),
        at: scene.input.at,
    })
}

/// The beginning, with an ellipsis where something is left out.
pub(super) fn clip(text: &str, most: usize) -> String {
    let text = text.trim();
    match text.chars().count() > most {
        true => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

/// Shows the card before anybody else can see it.
pub fn preview(scene: &mut Scene<'_>, number: u32) {
    let Some(card) = draft(scene, number, None) else { return scene.tell(TeamPhrase::Gone) };
    let named = Button::phrase(ButtonPhrase::PublishNamed, Action::Publish(number, true));
    let anonymous = Button::phrase(ButtonPhrase::PublishAnonymous, Action::Publish(number, false));
    let card = Box::new(face(&card, 0));
    scene.tell_with(TeamPhrase::Preview { card }, vec![vec![named], vec![anonymous]]);
}

/// A card in words.
fn face(card: &Card, thanks: u32) -> Phrase {
    let by: Phrase = match &card.name {
        Some(name) => TeamPhrase::By { name: name.clone() }.into(),
        None => TeamPhrase::Anonymous.into(),
    };
    let (customer, quote, why, by) =
        (card.customer.clone(), card.quote.clone(), card.why.clone(), Box::new(by));
    match quote.is_empty() {
        true => TeamPhrase::CardPlain { customer, why, by, thanks }.into(),
        false => TeamPhrase::Card { customer, quote, why, by, thanks }.into(),
    }
}

/// Puts the card into the library; by name asks for the name first.
pub fn publish(scene: &mut Scene<'_>, number: u32, named: bool) {
    let Some(card) = draft(scene, number, None) else { return scene.tell(TeamPhrase::Gone) };
    match named {
        true if scene.is_busy() => scene.tell(TeamPhrase::Gone),
        true => {
            scene.profile.screen = Screen::Signing;
            let last = scene.profile.pen_name.clone();
            scene.tell(match last.is_empty() {
                true => TeamPhrase::AskName,
                false => TeamPhrase::AskNameAgain { last },
            });
        }
        false => send(scene, number, card),
    }
}

/// The name was written.
pub fn signed(scene: &mut Scene<'_>, text: &str) {
    scene.profile.screen = Screen::Lobby;
    let number = scene.profile.sessions;
    // A name is one line.
    let name = clip(&text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_NAME);
    let Some(card) = draft(scene, number, Some(name.clone())) else { return scene.tell(TeamPhrase::Gone) };
    scene.profile.pen_name = name;
    send(scene, number, card);
}

/// One card a session: the number comes from the session's own chain, which nobody else knows and which does not tell
/// whose it is.
fn send(scene: &mut Scene<'_>, number: u32, card: Card) {
    let chain = scene.session.as_ref().map(|session| session.chain.as_str().to_owned()).unwrap_or_default();
    let owner = scene.input.trainee.0.to_le_bytes();
    let hash = ContentHash::of([chain.as_bytes(), owner.as_slice(), number.to_le_bytes().as_slice()]);
    let digits: String = hash.as_str().chars().filter(char::is_ascii_hexdigit).take(15).collect();
    let id = u64::from_str_radix(&digits, 16).unwrap_or(scene.input.seed);
    scene.send(Errand::Publish(id, card));
}

/// `/library`, `/library words`, `/library mine`.
pub fn command(scene: &mut Scene<'_>, payload: &str) {
    scene.profile.sought = clip(payload, LONGEST_SEARCH);
    scene.profile.page = 0;
    scene.send(Errand::Cards);
}

/// Another page of the same.
pub fn turn(scene: &mut Scene<'_>, page: u16) {
    scene.profile.page = page;
    scene.send(Errand::Cards);
}

/// The page of cards that fits what was sought.
pub fn cards(scene: &mut Scene<'_>, all: &[Shown]) {
    let sought = scene.profile.sought.to_lowercase();
    let mine = sought == "mine";
    let fits = |shown: &&Shown| if mine { shown.mine } else { holds(&shown.card, &sought) };
    let found: Vec<&Shown> = all.iter().filter(fits).collect();
    if found.is_empty() {
        return scene.tell(match (mine, sought.is_empty()) {
            (true, _) => TeamPhrase::NoneOfYours.into(),
            (false, true) => Phrase::from(TeamPhrase::Empty),
            (false, false) => TeamPhrase::NothingFound { sought: scene.profile.sought.clone() }.into(),
        });
    }
    let pages = found.len().div_ceil(PAGE);
    let page = usize::from(scene.profile.page).min(pages.saturating_sub(1));
    let shown: Vec<&Shown> = found.iter().skip(page * PAGE).take(PAGE).copied().collect();
    let heading = TeamPhrase::Page { page: page + 1, pages, count: found.len() };
    scene.tell(heading);
    let last = shown.len().saturating_sub(1);
    for (place, shown) in shown.into_iter().enumerate() {
        let mut rows = vec![vec![button(shown)]];
        if place == last {
            rows.extend(turning(page, pages));
        }
        scene.tell_with(face(&shown.card, shown.thanks), rows);
    }
}

/// All of the words stand on the card, whatever their case.
fn holds(card: &Card, sought: &str) -> bool {
    let name = card.name.as_deref().unwrap_or_default();
    let text = [card.customer.as_str(), &card.quote, &card.why, name].join("\n").to_lowercase();
    sought.split_whitespace().all(|word| text.contains(word))
}

fn button(shown: &Shown) -> Button {
    match shown.mine {
        true => Button::phrase(ButtonPhrase::Withdraw, Action::Withdraw(shown.id)),
        false => Button::phrase(ButtonPhrase::Thank, Action::Thank(shown.id)),
    }
}

fn turning(page: usize, pages: usize) -> Rows {
    let to = |page: usize| Action::Cards(u16::try_from(page).unwrap_or(u16::MAX));
    let back = page.checked_sub(1).map(|page| Button::phrase(ButtonPhrase::Previous, to(page)));
    let on = (page + 1 < pages).then(|| Button::phrase(ButtonPhrase::Next, to(page + 1)));
    let row: Vec<Button> = back.into_iter().chain(on).collect();
    if row.is_empty() { Vec::new() } else { vec![row] }
}

/// A card was taken out, or was not hers.
pub fn withdrawn(scene: &mut Scene<'_>, done: bool) {
    scene.tell(if done { TeamPhrase::Withdrawn } else { TeamPhrase::NotThere });
}

/// Thanks were kept, or had been before.
pub fn thanked(scene: &mut Scene<'_>, new: bool) {
    scene.tell(if new { TeamPhrase::Thanked } else { TeamPhrase::ThankedBefore });
}
