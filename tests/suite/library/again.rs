//! Reading the files again while conversations are under way.

use std::sync::Arc;

use xiaoqi::base::id::PersonaId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::library::{Cache, Origin, Reloaded, reload};
use xiaoqi::session::content::Content;
use xiaoqi::session::event::Event;
use xiaoqi::session::fold::{Session, replay};

use super::{PUMP, Shelf, errors};

const OPENING: &str = "你们的水泵怎么回事？";

fn pump() -> PersonaId {
    PersonaId::parse("pump").unwrap()
}

fn again(shelf: &Shelf, before: &Arc<Content>) -> Reloaded {
    let origin = Origin::Folder(shelf.path().to_path_buf());
    reload(&origin, &Cache::at(shelf.cache_path()), before).unwrap()
}

/// A folder that was loaded, and a conversation that has begun with it.
fn under_way(shelf: &Shelf) -> (Arc<Content>, Session, Vec<Event>) {
    let content = Arc::new(shelf.load().content);
    let cast = content.cast(&pump(), Lang::ZH_HANS).unwrap();
    let (mut session, started) = Session::open(&cast, Lang::ZH_HANS, 3, Moment(0));
    let played = session.play(&cast, "对不起", Moment(1_000));
    (content, session, vec![started, played])
}

fn openings(content: &Content) -> Vec<String> {
    content.personas[&pump()].texts[&Lang::ZH_HANS].opening.concat()
}

#[test]
fn a_changed_customer_is_new_to_whoever_begins_and_the_same_to_whoever_has_begun() {
    let shelf = Shelf::new();
    let (content, session, events) = under_way(&shelf);
    shelf.edit("personas/pump.toml", OPENING, "水泵又坏了？");
    let read = again(&shelf, &content);
    let (next, _) = read.next.unwrap();
    assert_eq!(openings(&next), ["水泵又坏了？"]);
    let cast = next.cast_of(&session.start).unwrap();
    assert_eq!(cast.texts.opening.concat(), [OPENING]);
    assert_eq!(replay(&cast, &events), Ok(session.clone()));
    // And after the next change, and the one after that.
    let mut last = Arc::new(next);
    for words in ["还是坏的？", "修不好了？"] {
        let old = openings(&last).concat();
        shelf.edit("personas/pump.toml", &old, words);
        last = Arc::new(again(&shelf, &last).next.unwrap().0);
        assert_eq!(openings(&last), [words]);
        assert_eq!(replay(&last.cast_of(&session.start).unwrap(), &events), Ok(session.clone()));
    }
}

#[test]
fn a_conversation_goes_on_with_a_customer_whose_file_is_gone_and_nobody_can_begin_one() {
    let shelf = Shelf::new();
    shelf.write("personas/hose.toml", PUMP.replacen("\"pump\"", "\"hose\"", 1));
    let (content, session, events) = under_way(&shelf);
    shelf.remove("personas/pump.toml");
    shelf.remove("personas/pump.en.toml");
    let (next, _) = again(&shelf, &content).next.unwrap();
    assert!(next.cast(&pump(), Lang::ZH_HANS).is_none());
    assert_eq!(next.personas.len(), 1);
    assert_eq!(replay(&next.cast_of(&session.start).unwrap(), &events), Ok(session));
}

#[test]
fn a_customer_whose_file_is_broken_stays_as_he_was_and_the_others_are_taken_up() {
    let shelf = Shelf::new();
    let (content, session, events) = under_way(&shelf);
    shelf.edit("personas/pump.toml", "grade = \"basic\"", "grade = \"basik\"");
    shelf.write("personas/hose.toml", PUMP.replacen("\"pump\"", "\"hose\"", 1));
    let read = again(&shelf, &content);
    assert_eq!(errors(&read.findings), ["personas/pump.toml:3:9 persona.unknown-grade"]);
    assert_eq!(read.kept, [pump()]);
    let (next, _) = read.next.unwrap();
    assert_eq!(next.personas.len(), 2);
    assert_eq!(next.personas[&pump()].hash, content.personas[&pump()].hash);
    assert_eq!(replay(&next.cast(&pump(), Lang::ZH_HANS).unwrap(), &events), Ok(session));
    // A limit on abuse holds for him as before.
    let gentle = xiaoqi::base::gentle::Gentle::ALL[1];
    let limited = |content: &Content| {
        content.cast_within(&pump(), Lang::ZH_HANS, gentle).map(|cast| cast.limit.is_some())
    };
    assert_eq!(limited(&next), limited(&content));
    // Mended, he is taken up.
    shelf.edit("personas/pump.toml", "grade = \"basik\"", "grade = \"advanced\"");
    let read = again(&shelf, &Arc::new(next));
    assert_eq!((errors(&read.findings), read.kept), (vec![], vec![]));
    assert_ne!(read.next.unwrap().0.personas[&pump()].hash, content.personas[&pump()].hash);
}

#[test]
fn where_a_file_that_all_need_is_broken_nothing_changes() {
    let shelf = Shelf::new();
    let (content, ..) = under_way(&shelf);
    shelf.edit("personas/pump.toml", OPENING, "水泵又坏了？");
    for (file, from, to) in [
        ("personas/emotions.toml", "[", "[["),
        ("personas/types/dominant.toml", "=", "= = "),
        ("locales/zh-Hans/customer.ftl", "react", "broken\nreact"),
    ] {
        let sound = std::fs::read_to_string(shelf.path().join(file)).unwrap();
        shelf.edit(file, from, to);
        let read = again(&shelf, &content);
        assert!(read.next.is_none(), "{file}");
        assert!(errors(&read.findings).iter().any(|error| error.starts_with(file)), "{file}");
        shelf.write(file, sound);
    }
    assert_eq!(openings(&again(&shelf, &content).next.unwrap().0), ["水泵又坏了？"]);
}

#[test]
fn what_did_not_change_is_shared() {
    let shelf = Shelf::new();
    let (content, ..) = under_way(&shelf);
    shelf.write("personas/hose.toml", PUMP.replacen("\"pump\"", "\"hose\"", 1));
    let (next, _) = again(&shelf, &content).next.unwrap();
    assert!(Arc::ptr_eq(&next.personas[&pump()], &content.personas[&pump()]));
    for lang in [Lang::ZH_HANS, Lang::EN] {
        assert!(Arc::ptr_eq(&next.tongues[&lang].reader, &content.tongues[&lang].reader), "{lang}");
    }
}
