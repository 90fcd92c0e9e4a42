//! A played conversation as text, for snapshots: what was said, heard, felt and answered.

use std::fmt::Write;

use xiaoqi::base::level::Emotion;
use xiaoqi::customer::trace::Turn;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::Cast;

use crate::stage::Played;

/// The whole conversation.
pub fn transcript(cast: &Cast<'_>, played: &Played, score: u8) -> String {
    let mut text = String::new();
    let name = &cast.texts.name;
    let bubbles = |text: &mut String, reply: &[String]| {
        reply.iter().for_each(|bubble| writeln!(text, "{name}: {}", bubble.replace('\n', "\n    ")).unwrap());
    };
    bubbles(&mut text, &played.session.opening);
    for turn in &played.session.turns {
        writeln!(text, "\n{} > {}", turn.number, turn.said.replace('\n', "\n    ")).unwrap();
        writeln!(text, "    heard: {}", heard(cast, turn)).unwrap();
        writeln!(text, "    {}", mood(turn)).unwrap();
        bubbles(&mut text, &turn.reply);
    }
    if let Some(Event::Stopped { reply, .. }) = played.events.last() {
        writeln!(text, "\n(the trainee ends it)").unwrap();
        bubbles(&mut text, reply);
    }
    writeln!(text, "\n{}, score {score}, {} unsaid", played.ending(), played.unsaid.len()).unwrap();
    text
}

/// What the message was taken as: moves, circumstances, questions that got an answer, offers.
fn heard(cast: &Cast<'_>, turn: &Turn) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(turn.appraisals.iter().map(|a| a.cause.to_string()).filter(|cause| cause != "own_time"));
    parts.extend(turn.told.iter().map(|place| format!("?{}", cast.persona.facts[*place].id.as_str())));
    parts.extend(turn.offers.iter().map(|place| format!("+{}", cast.persona.offers[*place].id.as_str())));
    if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") }
}

fn mood(turn: &Turn) -> String {
    let level = |e: Emotion| format!("{} {}", e.id(), turn.after.get(e).whole());
    let levels = Emotion::ALL.map(level).join(", ");
    let phase = format!("{:?}", turn.phase).to_lowercase();
    format!("{levels}; {}, {phase}, {}% solved", turn.state, turn.solved)
}
