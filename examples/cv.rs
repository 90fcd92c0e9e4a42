use xiaoqi::base::{lang::Lang, moves::Move};
use xiaoqi::nlu::{corpus::*, evaluate::*};
use xiaoqi::persona::finding::Source;
fn main() {
    for tag in ["zh-Hans", "en"] {
        let mut corpus = Corpus::default();
        let mut findings = vec![];
        let mut names: Vec<_> =
            std::fs::read_dir(format!("locales/{tag}/moves")).unwrap().map(|e| e.unwrap().path()).collect();
        names.sort();
        for p in names {
            let text = std::fs::read_to_string(&p).unwrap();
            corpus.add(Source { name: p.to_str().unwrap(), text: &text }, &mut findings);
        }
        for f in &findings {
            println!("{f:?}");
        }
        let classes: Classes =
            toml::from_str(&std::fs::read_to_string(format!("locales/{tag}/lexicon.toml")).unwrap()).unwrap();
        if let Ok(text) = std::fs::read_to_string(format!("locales/{tag}/thresholds.toml")) {
            corpus.thresholds = toml::from_str(&text).unwrap();
        }
        if std::env::args().nth(1).as_deref() == Some("tune") {
            let t = tune(Lang::parse(tag).unwrap(), &corpus, &classes, 5).unwrap();
            let mut out = String::from(
                "# How far each move's separator is moved towards recognising it, in thousandths of a margin.\n# Written by cross-validation (`xiaoqi eval --tune`); do not edit by hand.\n",
            );
            for (m, o) in &t.0 {
                out += &format!("{} = {}\n", m.id(), o);
            }
            std::fs::write(format!("locales/{tag}/thresholds.toml"), out).unwrap();
            corpus.thresholds = t;
        }
        let t = std::time::Instant::now();
        let verbose = std::env::args().nth(1).unwrap_or_default();
        let s = cross_validate(Lang::parse(tag).unwrap(), &corpus, &classes, 5, |text, mv, there| {
            if verbose == mv.id() {
                println!("{} {mv}: {text}", if there { "MISS " } else { "FALSE" })
            }
        })
        .unwrap();
        println!(
            "{tag} {} examples micro {} macro {} in {:?}",
            corpus.examples.len(),
            s.micro(),
            s.macro_mean(),
            t.elapsed()
        );
        for m in Move::ALL {
            let x = s.moves[m.index()];
            println!(
                "  {:26} f1 {:4}  hit {:4} false {:4} miss {:4}",
                m.id(),
                x.f1(),
                x.hit,
                x.false_alarm,
                x.miss
            );
        }
    }
}
