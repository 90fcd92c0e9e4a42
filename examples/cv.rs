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
        // direction from gold and from predicted moves
        let et = std::fs::read_to_string("personas/emotions.toml").unwrap();
        let rules = xiaoqi::persona::rules::parse_rules(Source { name: "e", text: &et }, &[]).0.unwrap();
        let dir = |moves: &[Move]| {
            let hurt = moves.iter().any(|m| m.sign() == xiaoqi::base::moves::Sign::Hurts);
            let r: i32 = moves
                .iter()
                .map(|m| {
                    let e = rules
                        .effects
                        .get(&xiaoqi::base::cause::Cause::Move(*m))
                        .copied()
                        .unwrap_or_default()
                        .levels;
                    let r = e.trust - e.anger - e.anxiety - e.disappointment;
                    if r > 0 && hurt { r * 35 / 100 } else { r }
                })
                .sum::<i32>()
                / 100;
            if r >= 5 {
                1
            } else if r <= -5 {
                -1
            } else {
                0
            }
        };
        let (mut ok, mut opp, mut n) = (0, 0, 0);
        let mut conf = [[0; 3]; 3];
        for fold in 0..5 {
            let rest = Corpus {
                examples: corpus
                    .examples
                    .iter()
                    .enumerate()
                    .filter(|(i, _)| i % 5 != fold)
                    .map(|x| x.1.clone())
                    .collect(),
                ..corpus.clone()
            };
            let (reader, _) = xiaoqi::nlu::reader::Reader::build(
                Lang::parse(tag).unwrap(),
                &rest,
                &classes,
                &GeneralQuestions::default(),
                None,
            )
            .unwrap();
            for (i, e) in corpus.examples.iter().enumerate() {
                if i % 5 != fold {
                    continue;
                }
                let text: Vec<&str> = e.iter().map(|s| s.text.as_str()).collect();
                let text = text.join(" ");
                let gold: Vec<Move> =
                    Move::ALL.into_iter().filter(|m| e.iter().any(|s| s.moves.contains(m))).collect();
                let r = reader.read(&text, None, "");
                let pred: Vec<Move> = r.moves.iter().map(|h| h.mv).collect();
                let (g, p) = (dir(&gold), dir(&pred));
                n += 1;
                conf[(g + 1) as usize][(p + 1) as usize] += 1;
                if g == p {
                    ok += 1
                };
                if g * p < 0 {
                    opp += 1;
                    if verbose == "opp" {
                        println!("OPP gold {gold:?} pred {pred:?}: {text}");
                    }
                }
            }
        }
        println!(
            "{tag} direction {:.3} opposite {:.3} {conf:?}",
            ok as f64 / n as f64,
            opp as f64 / n as f64
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
