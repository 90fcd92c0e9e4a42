//! What a trainee can keep: the picture of a conversation, and the full report.

mod picture;
mod report;
mod skills;

use xiaoqi::base::lang::Lang;
use xiaoqi::base::phrase::Phrase;
use xiaoqi::debrief::sheet::{Sheet, sheet};

use crate::stage;

/// The interface's languages.
const LANGS: [Lang; 3] = [Lang::ZH_HANS, Lang::ZH_HANT, Lang::EN];

/// What an agent might write who does some things well and some badly.
const MIXED: [&str; 6] = [
    "您好，我是小林。",
    "你冷静一点，这是规定，我也没办法。",
    "真的对不起，刚才不该那样说。家里这么冷，换谁都会着急。",
    "家里有老人或者孩子吗？暖气是从哪天开始不热的？",
    "我尽快帮您处理。",
    "我今天下午三点前让师傅到您家，修好以后我再给您打电话确认。这样可以吗？",
];

/// The sheet of a conversation with a customer of the repository.
fn played(persona: &str, tag: &str, said: &[&str], answers: [Option<Option<String>>; 3]) -> Sheet {
    let cast = stage::cast(persona, tag);
    let mut session = stage::play(&cast, tag, 7, said.iter().copied()).session;
    session.answers = answers;
    sheet(&cast, &session)
}

fn render(lang: Lang) -> impl Fn(&Phrase) -> String {
    move |phrase| stage::loaded().prose.render(phrase, lang)
}
