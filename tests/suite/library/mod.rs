//! The content library: what loads, what does not, and what is said about it. `Shelf` is a small content folder
//! that each test breaks in its own way.

mod again;
mod broken;
mod language;
mod minimal;
mod sound;

use std::fs;
use std::path::Path;

use xiaoqi::library::{Cache, Files, LibraryError, Loaded, Origin, Survey};
use xiaoqi::persona::finding::{Finding, Severity};

const PUMP: &str = include_str!("fixture/pump.toml");
const PUMP_EN: &str = include_str!("fixture/pump.en.toml");
const APOLOGY: &str = "family = \"apology\"\n[cues]\napologize = [\"对不起\"]\n[examples]\nlines = '''\n\
                       apologize | 真的对不起\napologize | 非常抱歉\n- | 我看一下\n'''\n";
const RAPPORT: &str = "family = \"rapport\"\n[cues]\ngreet = [\"您好\"]\n[examples]\nlines = '''\n\
                       greet | 您好\ngreet | 早上好\nthank | 谢谢您告诉我\n'''\n";
const LOCALE: &str = "tag = \"zh-Hans\"\nname = \"简体中文\"\nspeaks = true\n";
const LOCALE_EN: &str = "tag = \"en\"\nname = \"English\"\nspeaks = true\nfallback = \"zh-Hans\"\n";
const CUSTOMER: &str = "react-apologize-high =\n    .a = 对不起有用吗？\n";

/// A content folder of its own, and a cache.
pub struct Shelf {
    folder: tempfile::TempDir,
    cache: tempfile::TempDir,
}

impl Shelf {
    /// One customer in two languages, on the real laws.
    pub fn new() -> Shelf {
        let shelf = Shelf { folder: tempfile::tempdir().unwrap(), cache: tempfile::tempdir().unwrap() };
        let real = Path::new(env!("CARGO_MANIFEST_DIR")).join("personas");
        shelf.write("personas/emotions.toml", fs::read(real.join("emotions.toml")).unwrap());
        for id in ["dominant", "supportive"] {
            let name = format!("types/{id}.toml");
            shelf.write(&format!("personas/{name}"), fs::read(real.join(&name)).unwrap());
        }
        shelf.write("personas/pump.toml", PUMP);
        shelf.write("personas/pump.en.toml", PUMP_EN);
        for (lang, locale) in [("zh-Hans", LOCALE), ("en", LOCALE_EN)] {
            let at = |file: &str| format!("locales/{lang}/{file}");
            shelf.write(&at("locale.toml"), locale);
            shelf.write(&at("ui.ftl"), "notice-empty = …\n");
            shelf.write(&at("customer.ftl"), CUSTOMER);
            // Not the same bytes in both: models are named by what they were made from.
            shelf.write(&at("lexicon.toml"), format!("you = [\"您\"] # {lang}\n"));
            shelf.write(&at("questions.toml"), "name = [\"怎么称呼\"]\n");
            shelf.write(&at("moves/apology.toml"), APOLOGY);
            shelf.write(&at("moves/rapport.toml"), RAPPORT);
        }
        shelf
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder for trained models.
    pub fn cache_path(&self) -> &Path {
        self.cache.path()
    }

    /// Writes a file, with the folders above it.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Replaces words of a file that must be there.
    pub fn edit(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path().join(name)).unwrap();
        assert!(text.contains(from), "{from} in {name}");
        self.write(name, text.replacen(from, to, 1));
    }

    /// Removes a file.
    pub fn remove(&self, name: &str) {
        fs::remove_file(self.path().join(name)).unwrap();
    }

    fn try_load(&self) -> Result<Loaded, LibraryError> {
        let origin = Origin::Folder(self.path().to_path_buf());
        xiaoqi::library::load(&origin, &Cache::at(self.cache_path()))
    }

    fn load(&self) -> Loaded {
        self.try_load().unwrap()
    }

    fn survey(&self) -> Survey {
        let (files, findings) = Files::read(&Origin::Folder(self.path().to_path_buf())).unwrap();
        Survey::of(files, findings).unwrap()
    }
}

fn ids(loaded: &Loaded) -> Vec<&str> {
    loaded.content.personas.keys().map(|id| id.as_str()).collect()
}

/// Findings that are errors, as `file:line:column code`.
fn errors(findings: &[Finding]) -> Vec<String> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(|f| format!("{}:{}:{} {}", f.file, f.line, f.column, f.code)).collect()
}
