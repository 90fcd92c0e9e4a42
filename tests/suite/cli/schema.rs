//! `persona schema`: what editors check files with is made of the types that read them, and is true.

use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

use super::{run, xiaoqi};

/// The kinds of files, with where their schema is kept and the first line that names it.
const KINDS: [(&str, &str, &str); 3] = [
    ("customer", "personas/persona.schema.json", "#:schema ./persona.schema.json"),
    ("translation", "personas/translation.schema.json", "#:schema ./translation.schema.json"),
    ("plan", "personas/plan.schema.json", "#:schema ../plan.schema.json"),
];

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// A schema that is ready to be used.
struct Ready {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Ready {
    fn of(text: &str) -> Ready {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("schema.json", serde_json::from_str(text).unwrap()).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Ready { schemas, index }
    }

    fn check(&self, toml: &str) -> Result<(), String> {
        let value: Value = toml::from_str(toml).unwrap();
        self.schemas.validate(&value, self.index).map_err(|error| format!("{error:#}"))
    }
}

/// The files in a folder, with what kind they are.
fn shipped() -> Vec<(usize, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["personas", "personas/tests"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let Some(stem) = name.strip_suffix(".toml") else { continue };
            if !["emotions", "defaults"].contains(&stem) {
                let kind = if folder.ends_with("tests") { 2 } else { usize::from(stem.contains('.')) };
                found.push((kind, format!("{folder}/{name}")));
            }
        }
    }
    found
}

#[test]
fn the_schemas_that_are_kept_are_those_that_are_made() {
    for (kind, file, _) in KINDS {
        let made = run(&mut xiaoqi(&["persona", "schema", kind]));
        assert_eq!(made.code, Some(0), "{}", made.err);
        if std::env::var_os("XIAOQI_BLESS").is_some() {
            fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(file), &made.out).unwrap();
        }
        assert!(read(file) == made.out, "{file} is out of date: XIAOQI_BLESS=1 cargo test schema");
    }
}

#[test]
fn every_file_that_ships_names_its_schema_and_fits_it() {
    let ready: Vec<Ready> = KINDS.iter().map(|(_, file, _)| Ready::of(&read(file))).collect();
    let shipped = shipped();
    assert!(shipped.len() >= 72, "{}", shipped.len());
    for (kind, file) in shipped {
        let text = read(&file);
        assert_eq!(text.lines().next(), Some(KINDS[kind].2), "{file}");
        ready[kind].check(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            ready[0].check(&read(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
}

#[test]
fn slips_do_not_fit() {
    let ready = Ready::of(&read(KINDS[0].1));
    let short = read("docs/examples/birthday_cake.toml");
    let long = read("personas/heating.toml");
    let slips = [
        (&short, "grade = \"intermediate\"", "grade = \"medium\"", "a grade that does not exist"),
        (&short, "summary = ", "sumary = ", "a key that does not exist"),
        (&short, "hidden = true", "hidden = \"yes\"", "a word for yes or no"),
        (&short, "trust = 36", "trust = \"36\"", "a number in quotes"),
        (&short, "trust = 36", "trust = 360", "a number that is too high"),
        (&short, "weight = 70", "weight = 0", "a demand that weighs nothing"),
        (&short, "{ emotional = 60, direct = 40 }", "{ emotionl = 60, direct = 40 }", "an unknown type"),
        (&short, "authority = \"free\"", "authority = \"yes\"", "an unknown authority"),
        (&short, "id = \"who_for\"", "id = \"Who for\"", "a name that cannot be an id"),
        (&short, "title = ", "# title = ", "no title"),
        (&short, "about = \"whose birthday it is\"\n", "", "a fact that is told and not named"),
        (&short, "grade = \"intermediate\"\n", "", "no grade"),
        (&long, "emotion = \"anger\"", "emotion = \"trust\"", "an emotion without a ladder"),
        (&long, "grade = \"intermediate\"", "grade = 2", "a number for a word"),
        (&long, "[text.briefing]", "[text.briefings]", "a table that does not exist"),
    ];
    ready.check(&short).unwrap();
    ready.check(&long).unwrap();
    for (text, right, wrong, what) in slips {
        let slip = text.replacen(right, wrong, 1);
        assert_ne!(&slip, text, "{what}: `{right}` is not there");
        assert!(ready.check(&slip).is_err(), "{what} fits");
    }
    let plan = Ready::of(&read(KINDS[2].1));
    let text = read("personas/tests/heating.calms_down.toml");
    for (right, wrong) in
        [("ending = [\"satisfied\"", "ending = [\"happy\""), ("[turn.expect]", "[turn.expects]")]
    {
        let slip = text.replacen(right, wrong, 1);
        assert_ne!(slip, text);
        assert!(plan.check(&slip).is_err(), "{wrong} fits");
    }
}

#[test]
fn a_new_customer_lies_beside_his_schema_which_has_the_names_of_that_folder() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_str().unwrap();
    let new = |id: &str| {
        let args = [
            "persona",
            "new",
            "--yes",
            "--title",
            "Torn coat",
            "--id",
            id,
            "--lang",
            "en",
            "--content",
            root,
        ];
        let run = run(&mut xiaoqi(&args));
        assert_eq!(run.code, Some(0), "{}", run.err);
        fs::read_to_string(folder.path().join(format!("personas/{id}.toml"))).unwrap()
    };
    let text = new("coat");
    let kept = folder.path().join("personas/persona.schema.json");
    assert_eq!(text.lines().next(), Some(KINDS[0].2));
    Ready::of(&fs::read_to_string(&kept).unwrap()).check(&text).unwrap();
    // It lies among the customers and is none.
    let check = run(&mut xiaoqi(&["check", root, "--simulate", "0", "--lang", "en"]));
    assert!(!check.out.contains("schema"), "{}", check.out);
    let listed = run(&mut xiaoqi(&["personas", "--content", root]));
    assert_eq!((listed.code, listed.out.lines().count()), (Some(0), 2), "{}{}", listed.out, listed.err);
    // What is there stays.
    fs::write(&kept, "{}").unwrap();
    new("boots");
    assert_eq!(fs::read_to_string(&kept).unwrap(), "{}");

    // A type of the folder's own is known once the schema is written anew.
    for part in ["emotions.toml", "types"] {
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("personas").join(part),
            &folder.path().join("personas").join(part),
        );
    }
    let own = read("personas/types/vip.toml").replacen("id = \"vip\"", "id = \"regular\"", 1);
    fs::write(folder.path().join("personas/types/regular.toml"), own).unwrap();
    let written = run(&mut xiaoqi(&["persona", "schema", "--write", "--content", root, "--lang", "en"]));
    assert_eq!(written.code, Some(0), "{}", written.err);
    let ready = Ready::of(&fs::read_to_string(&kept).unwrap());
    let regular = text.replacen("emotional = 100", "regular = 100", 1);
    assert_ne!(regular, text);
    ready.check(&regular).unwrap();
    assert!(Ready::of(&read(KINDS[0].1)).check(&regular).is_err());
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}
