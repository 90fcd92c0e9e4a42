//! Cohorts, and who may do what.

use crate::base::membership::Role;
use crate::base::phrase::{ButtonPhrase, Phrase, TrainerPhrase};
use crate::flow::action::Action;
use crate::flow::office::{Group, Member};
use crate::flow::say::Button;
use crate::flow::scene::Scene;

use super::{Class, Desk, button, home_button};

/// What somebody is.
pub fn role(role: Role) -> Phrase {
    match role {
        Role::Trainer => TrainerPhrase::RoleTrainer.into(),
        Role::Owner => TrainerPhrase::RoleOwner.into(),
    }
}

/// The cohorts, each with a button that leads to it.
pub fn cohorts(scene: &mut Scene<'_>, groups: &[Group]) {
    let line =
        |group: &Group| TrainerPhrase::CohortLine { name: group.name.clone(), members: group.members }.into();
    let list: Vec<Phrase> = groups.iter().map(line).collect();
    let mut rows: Vec<_> = groups
        .iter()
        .map(|group| {
            vec![Button::text(group.name.clone(), Action::Trainer(Desk::Class(Class::Look(group.number))))]
        })
        .collect();
    rows.push(vec![button(ButtonPhrase::TrainerNewCohort, Desk::NewCohort), home_button()]);
    match list.is_empty() {
        true => scene.tell_with(TrainerPhrase::NoCohorts, rows),
        false => scene.tell_with(TrainerPhrase::Cohorts { list }, rows),
    }
}

/// Trainers and owners.
pub fn show(scene: &mut Scene<'_>, members: &[Member]) {
    let line = |member: &Member| {
        TrainerPhrase::CrewLine { number: member.number, role: Box::new(role(member.role)) }.into()
    };
    let mut list: Vec<Phrase> = members.iter().map(line).collect();
    if list.is_empty() {
        list.push(TrainerPhrase::CrewNone.into());
    }
    let me = scene.input.trainee.0;
    let others = members.iter().filter(|member| member.number != me);
    let mut rows: Vec<_> = others
        .map(|member| {
            let label = ButtonPhrase::TrainerDismiss { number: member.number };
            vec![button(label, Desk::Dismiss(member.number))]
        })
        .collect();
    rows.push(vec![button(ButtonPhrase::TrainerInvite, Desk::Invite(Role::Trainer))]);
    rows.push(vec![button(ButtonPhrase::TrainerInviteOwner, Desk::Invite(Role::Owner)), home_button()]);
    scene.tell_with(TrainerPhrase::Crew { list }, rows);
}
