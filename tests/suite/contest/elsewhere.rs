//! A run that was made with something that is not here is not called wrong, and one that was changed is.

use xiaoqi::base::gentle::Gentle;
use xiaoqi::base::hash::ContentHash;
use xiaoqi::base::id::PersonaId;
use xiaoqi::contest::file::{ResultFile, Unreadable};
use xiaoqi::contest::run::Run;
use xiaoqi::contest::verify::{At, Missing, Verdict, What};
use xiaoqi::session::fold::ENGINE;
use xiaoqi::session::limit::Limit;

use super::{SAID, differences, run, verdict};

fn other(change: impl FnOnce(&mut Run)) -> ResultFile {
    let mut run = run("heating", "zh-Hans", 3, &SAID);
    change(&mut run);
    ResultFile::of(run)
}

/// Every way in which a run may have been made elsewhere, with what is then missing.
fn elsewhere() -> Vec<(ResultFile, &'static str)> {
    let hash = || ContentHash::of([b"another".as_slice()]);
    vec![
        (other(|run| run.engine = ENGINE + 1), "engine"),
        (other(|run| run.engine = 1), "engine"),
        (other(|run| run.persona = PersonaId::parse("nobody").unwrap()), "persona"),
        (other(|run| run.persona = PersonaId::parse_any("pump@o3").unwrap()), "persona"),
        (other(|run| run.lang = crate::stage::lang("fr")), "persona"),
        (other(|run| run.persona_hash = hash()), "persona-version"),
        (other(|run| run.locale_hash = hash()), "locale-version"),
        (other(|run| run.limit = Some(Limit { gentle: Gentle::NoInsults, words: hash() })), "limit"),
    ]
}

#[test]
fn what_was_made_elsewhere_is_not_verifiable_here_and_never_wrong() {
    for (file, what) in elsewhere() {
        let verdict = verdict(&file);
        let Verdict::NotHere(missing) = &verdict else { panic!("{what}: {verdict:?}") };
        assert_eq!(missing.id(), what);
    }
    let engine = verdict(&other(|run| run.engine = 3));
    assert_eq!(engine, Verdict::NotHere(Missing::Engine { recorded: 3, here: ENGINE }));
    // Nothing of the conversation is looked at then: it may well be as it should with the version it was made with.
    let file = other(|run| {
        run.engine = ENGINE + 1;
        run.score = 100;
        run.messages[0].reply[0].push('!');
    });
    assert!(matches!(verdict(&file), Verdict::NotHere(_)));
}

#[test]
fn what_was_made_elsewhere_and_changed_since_is_refuted_by_its_token() {
    for (mut file, what) in elsewhere() {
        file.run.score = 100;
        assert_eq!(differences(verdict(&file)), [(At::File, What::Token)], "{what}");
    }
}

#[test]
fn a_file_of_a_later_form_is_not_called_broken() {
    let text =
        other(|_| {}).text().replace("xiaoqi/run/1", "xiaoqi/run/12").replace("\"chain\"", "\"links\"");
    assert_eq!(ResultFile::read(text.as_bytes()), Err(Unreadable::OtherForm(12)));
}
