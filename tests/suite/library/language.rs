//! A language nobody foresaw: its folder is all it takes.

use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::moves::Move;
use xiaoqi::base::phrase::NoticePhrase;
use xiaoqi::base::time::Moment;
use xiaoqi::nlu::reading::Topic;
use xiaoqi::session::fold::Session;

use super::{Shelf, errors};

/// A language made up for this test.
const TOY: &[(&str, &str)] = &[
    ("locale.toml", "tag = \"x-toy\"\nname = \"Toyish\"\nspeaks = true\nfallback = \"en\"\n"),
    ("ui.ftl", "notice-internal = Boku trata.\n"),
    (
        "customer.ftl",
        "react-apologize =\n    .a = Sorim melu, zet pompa?\nlisten =\n    .a = Mek.\nanswer-name =\n    .a = Zanu Reed.\n",
    ),
    ("lexicon.toml", "you = [\"tu\"]\n"),
    ("questions.toml", "name = [\"keti nomo\"]\n"),
    (
        "moves/apology.toml",
        "family = \"apology\"\n[cues]\napologize = [\"sorim\"]\n[examples]\nlines = '''\n\
         apologize | sorim pa tu\napologize | sorim gan melu tatu\n- | mi vidu boku\n'''\n",
    ),
    (
        "moves/rapport.toml",
        "family = \"rapport\"\n[cues]\ngreet = [\"halun\"]\n[examples]\nlines = '''\n\
         greet | halun tu\ngreet | halun bona dia\nthank | mersu pa tu\n'''\n",
    ),
];

const PUMP_TOY: &str = r#"lang = "x-toy"

[text]
title = "Pompa nono"
name = "Zanu Reed"
summary = "pompa nova trata"
issue = "pompa"
opening = ["Zet pompa nono!"]

[text.briefing]
you = "tu"
happened = "pompa trata"

[text.fact.since_when]
about = "kandu trata"
ask = ["kandu"]
tell = ["Hiru dia."]

[text.demand.water]
name = "akva hodi"

[text.offer.new_pump]
name = "pompa nova"
cues = ["pompa nova"]
"#;

fn toy() -> (Shelf, Lang) {
    let shelf = Shelf::new();
    for (file, text) in TOY {
        shelf.write(&format!("locales/x-toy/{file}"), text);
    }
    shelf.write("personas/pump.x-toy.toml", PUMP_TOY);
    (shelf, Lang::parse("x-toy").unwrap())
}

#[test]
fn a_folder_for_a_language_is_all_it_takes_to_be_understood_and_answered_in_it() {
    let (shelf, lang) = toy();
    let loaded = shelf.load();
    assert_eq!(errors(&loaded.findings), [""; 0]);
    let pump = PersonaId::parse("pump").unwrap();
    assert_eq!(loaded.content.spoken(&pump, lang), Some(lang));
    let cast = loaded.content.cast(&pump, lang).unwrap();
    let (mut session, _) = Session::open(&cast, lang, 1, Moment(0));
    assert_eq!(session.opening, ["Zet pompa nono!"]);
    session.play(&cast, "halun, sorim pa tu", Moment(1));
    let turn = &session.turns[0];
    assert!(turn.reading.has(Move::Apologize) && turn.reading.has(Move::Greet), "{:?}", turn.reading.moves);
    assert!(!turn.reading.foreign && !turn.reading.gibberish);
    assert!(turn.relief() > 0, "an apology does him good in any language");
    assert!(turn.reply.iter().any(|bubble| bubble.contains("zet pompa?")), "{:?}", turn.reply);
    session.play(&cast, "kandu trata?", Moment(2));
    assert_eq!(session.turns[1].reading.questions[0].topic, Topic::Fact(0));
    assert!(session.turns[1].reply.contains(&"Hiru dia.".to_owned()), "{:?}", session.turns[1].reply);
    session.play(&cast, "keti nomo?", Moment(3));
    assert!(session.turns[2].reply.contains(&"Zanu Reed.".to_owned()), "{:?}", session.turns[2].reply);
    session.play(&cast, "真的很抱歉给您添了这么多的麻烦", Moment(4));
    assert!(session.turns[3].reading.foreign, "Chinese is foreign to him");
}

#[test]
fn what_a_new_language_has_not_got_it_borrows() {
    let (shelf, lang) = toy();
    let loaded = shelf.load();
    assert_eq!(loaded.prose.render(&NoticePhrase::Internal.into(), lang), "Boku trata.");
    // The fixture's English has this one alone.
    assert_eq!(loaded.prose.render(&NoticePhrase::Empty.into(), lang), "…");
    assert!(loaded.prose.languages().any(|(tag, name)| tag == lang && name == "Toyish"));
    // A customer nobody translated speaks the language it borrows from.
    shelf.remove("personas/pump.x-toy.toml");
    let pump = PersonaId::parse("pump").unwrap();
    assert_eq!(shelf.load().content.spoken(&pump, lang), Some(Lang::EN));
}
