//! More and more customers, and more and more languages: copies of the repository's own, in a temporary folder.
//!
//! Customers are copies under other ids, each in three languages. Languages are one Chinese and for the rest copies of English under other
//! tags, each with a reader of its own whose model is that of English, sealed for the copy (so that nothing is trained); four customers speak them all.

use std::fs;
use std::path::Path;

use xiaoqi::base::id::TraineeId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::flow::input::{Command, Deed, Input};
use xiaoqi::flow::profile::Profile;
use xiaoqi::flow::step;
use xiaoqi::library::{Cache, Files, Loaded, MODEL, Origin, Survey};
use xiaoqi::persona::finding::Severity;
use xiaoqi::session::fold::Session;

use super::draw::Curves;
use super::world::{CHINESE, CONTENT, ENGLISH};
use super::{apart, megabytes, point, timed, worked};

/// Files of personas/ that are no customers.
const SHARED: [&str; 2] = ["emotions.toml", "defaults.toml"];
/// Customers who speak all languages.
const SPEAKERS: usize = 4;
/// Up to so many customers everybody is met: what each listens for is compiled then, which takes megabytes for each.
const MET: usize = 100;
/// Bytes of the seal before a model.
const SEAL: usize = 32;

pub fn run(curves: &mut Curves, curve: &str) {
    let counts: &[usize] =
        if curve == "personas" { &[1, 3, 10, 30, 100, 300, 1_000] } else { &[1, 2, 3, 6, 12] };
    for count in counts {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        match curve {
            "personas" => customers(folder.path(), *count),
            _ => languages(folder.path(), *count),
        }
        apart(curves, &format!("{curve},{},{count}", folder.path().display()));
    }
}

/// The ids of the repository's customers, in order.
fn ids() -> Vec<String> {
    let entries = fs::read_dir(Path::new(CONTENT).join("personas")).unwrap().flatten();
    let names = entries.map(|entry| entry.file_name().into_string().unwrap());
    let own = names.filter(|name| name.ends_with(".toml") && name.matches('.').count() == 1);
    let mut ids: Vec<String> = own
        .filter(|name| !SHARED.contains(&name.as_str()))
        .map(|name| name.trim_end_matches(".toml").to_owned())
        .collect();
    ids.sort();
    ids
}

/// Copies of customers under other ids; all else is borrowed from the copy inside the program.
fn customers(folder: &Path, count: usize) {
    let (ids, from, to) = (ids(), Path::new(CONTENT).join("personas"), folder.join("personas"));
    fs::create_dir(&to).unwrap();
    for n in 0..count {
        let old = &ids[n % ids.len()];
        let new = format!("{old}_{n}");
        for ending in ["toml", "en.toml", "zh-Hant.toml"] {
            let Ok(text) = fs::read_to_string(from.join(format!("{old}.{ending}"))) else { continue };
            let text = text.replace(&format!("id = \"{old}\""), &format!("id = \"{new}\""));
            fs::write(to.join(format!("{new}.{ending}")), text).unwrap();
        }
    }
}

/// The tag of language number `n`.
fn tag(n: usize) -> String {
    match n {
        0 => "zh-Hans".to_owned(),
        1 => "en".to_owned(),
        n => format!("en-c{n}"),
    }
}

/// Languages under other tags, and a few customers who speak them.
fn languages(folder: &Path, count: usize) {
    let root = Path::new(CONTENT);
    copy(&root.join("personas/types"), &folder.join("personas/types"));
    copy(&root.join("personas/trainees"), &folder.join("personas/trainees"));
    for name in SHARED {
        fs::copy(root.join("personas").join(name), folder.join("personas").join(name)).unwrap();
    }
    for id in ids().iter().take(SPEAKERS) {
        let personas = root.join("personas");
        fs::copy(personas.join(format!("{id}.toml")), folder.join(format!("personas/{id}.toml"))).unwrap();
        let english = fs::read_to_string(personas.join(format!("{id}.en.toml"))).unwrap();
        for n in 1..count {
            let text = english.replace("lang = \"en\"", &format!("lang = \"{}\"", tag(n)));
            fs::write(folder.join(format!("personas/{id}.{}.toml", tag(n))), text).unwrap();
        }
    }
    for n in 0..count {
        let own = folder.join("locales").join(tag(n));
        copy(&root.join("locales").join(if n == 0 { "zh-Hans" } else { "en" }), &own);
        let file = own.join("locale.toml");
        let about = fs::read_to_string(&file).unwrap();
        let about = about.replace("tag = \"en\"", &format!("tag = \"{}\"", tag(n)));
        // Without English there is nothing to fall back on.
        fs::write(file, if count == 1 { about.replace("fallback = \"en\"", "") } else { about }).unwrap();
    }
    seal(folder);
}

/// Puts the model of English into the cache for each copy, as if it had been trained for it.
fn seal(folder: &Path) {
    let model = fs::read(Path::new(CONTENT).join("locales/en").join(MODEL)).unwrap();
    let (files, findings) = Files::read(&Origin::Folder(folder.to_path_buf())).unwrap();
    let survey = Survey::of(files, findings).unwrap_or_else(|error| panic!("{error}"));
    let wrong = survey.findings.iter().filter(|finding| finding.severity == Severity::Error);
    assert!(wrong.clone().next().is_none(), "{:?}", wrong.collect::<Vec<_>>());
    for (lang, draft) in survey.tongues().iter().filter(|(lang, _)| lang.tag().starts_with("en-")) {
        cache(folder).put(*lang, &draft.hash, &model[SEAL..]);
    }
}

fn cache(folder: &Path) -> Cache {
    Cache::at(folder.join("cache"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy(&path, &to) } else { fs::copy(path, to).map(drop).unwrap() }
    }
}

/// Start, memory, the list of customers, and a turn.
pub fn scene(curve: &str, folder: &Path, count: usize) {
    let origin = Origin::Folder(folder.to_path_buf());
    let survey = || {
        let (files, findings) = Files::read(&origin).unwrap();
        Survey::of(files, findings).unwrap_or_else(|error| panic!("{error}"))
    };
    let before = megabytes();
    let read = survey();
    let customers = if curve == "personas" { count } else { SPEAKERS };
    assert_eq!(read.personas.len(), customers, "some cannot be read: {:?}", read.findings.first());
    let loaded = read.load(&cache(folder));
    let memory = format!("{curve}-memory");
    point(&memory, "memory after the start", count, megabytes() - before);
    if count <= MET {
        let all = loaded.content.ears.keys();
        assert!(all.clone().all(|(id, lang)| loaded.content.cast(id, *lang).is_some()));
        point(&memory, "everybody met in every language", count, megabytes() - before);
    }
    point(curve, "content read and checked", count, worked(2, survey));
    let (model, mut surveys) = (cache(folder), vec![survey(), survey()]);
    point(curve, "models loaded", count, worked(2, || surveys.pop().unwrap().load(&model)));
    let input = Input {
        trainee: TraineeId(1),
        at: Moment(1),
        device_lang: Some(Lang::ZH_HANS),
        seed: 1,
        deed: Deed::Command(Command::Menu, String::new()),
    };
    let profile = Profile { lang: Some(Lang::ZH_HANS), ..Profile::default() };
    point(
        curve,
        "the list of customers",
        count,
        timed(500, || step(&loaded.content, &profile, None, &[], &input)),
    );
    turn(curve, &loaded, count);
}

/// The fourth turn with the last customer in the last language.
fn turn(curve: &str, loaded: &Loaded, count: usize) {
    let id = loaded.content.personas.keys().next_back().unwrap();
    let lang = if curve == "personas" { Lang::EN } else { Lang::parse(&tag(count - 1)).unwrap() };
    let cast = loaded.content.cast(id, lang).unwrap();
    let said = if lang.is_chinese() { CHINESE } else { ENGLISH };
    let (mut session, _) = Session::open(&cast, lang, 1, Moment(0));
    said.iter().take(3).for_each(|text| drop(session.play(&cast, text, Moment(1))));
    let mut copies = vec![session; 2_000];
    point(curve, "a turn", count, timed(2_000, || copies.pop().unwrap().play(&cast, said[1], Moment(2))));
}
