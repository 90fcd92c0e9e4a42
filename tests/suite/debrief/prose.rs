//! The coach's texts: complete in every language, and what they say of a session.

use xiaoqi::base::cause::{Cause, Circumstance};
use xiaoqi::base::ending::Ending;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::moves::Move;
use xiaoqi::base::phrase::debrief::{Better, DebriefPhrase, Words};
use xiaoqi::base::phrase::{InsightPhrase, Phrase, ReportPhrase, Term, TermKind};
use xiaoqi::debrief::gap::Gap;
use xiaoqi::debrief::method::METHODS;
use xiaoqi::debrief::present::{evidence, verdict};
use xiaoqi::debrief::rubric::{ITEMS, Part};
use xiaoqi::i18n::prose::Prose;
use xiaoqi::persona::finding::Severity;

use super::fixture::{Act, act, excellent, hostile, mediocre, report};

const LIMIT: usize = 900;
const LANGS: [(Lang, &str); 3] = [
    (Lang::ZH_HANS, include_str!("../../../locales/zh-Hans/coach.ftl")),
    (Lang::ZH_HANT, include_str!("../../../locales/zh-Hant/coach.ftl")),
    (Lang::EN, include_str!("../../../locales/en/coach.ftl")),
];

fn prose(lang: Lang, coach: &str) -> Prose {
    let locale = format!("tag = \"{lang}\"\nname = \"x\"\nspeaks = false\n");
    Prose::parse(lang, &[("locale.toml", &locale), ("coach.ftl", coach)]).0
}

/// Every term that the debrief may use and whose words are in `coach.ftl`.
fn terms() -> Vec<Term> {
    let mut all: Vec<(TermKind, &str)> = Vec::new();
    let insight = [TermKind::Factor, TermKind::Act, TermKind::Rule, TermKind::Took, TermKind::Need];
    for kind in [TermKind::Why, TermKind::Better, TermKind::Question].into_iter().chain(insight) {
        all.extend(kind.ids().into_iter().map(|id| (kind, id)));
    }
    all.extend(Gap::ALL.iter().flat_map(|g| [(TermKind::Gap, g.id()), (TermKind::Why, g.id())]));
    all.push((TermKind::Why, "misplaced"));
    all.extend(ITEMS.iter().map(|i| (TermKind::Rubric, i.id)));
    all.extend(Part::ALL.iter().map(|p| (TermKind::Rubric, p.id())));
    for (method, steps) in METHODS {
        all.push((TermKind::Method, method));
        all.extend(steps.iter().map(|step| (TermKind::Step, *step)));
    }
    // The model agent names methods that no checklist of the debrief goes through.
    all.extend(["questioning", "structured_solving", "service_flow"].map(|id| (TermKind::Method, id)));
    all.into_iter().map(|(kind, id)| Term::new(kind, id)).collect()
}

/// A message's key and whether the file has it.
fn keys(coach: &str) -> Vec<String> {
    let lines = coach.lines().filter_map(|line| line.split_once(" ="));
    lines.map(|(key, _)| key.to_owned()).filter(|key| !key.starts_with([' ', '#'])).collect()
}

#[test]
fn every_language_has_every_message_of_the_debrief_and_no_other() {
    let mut expected: Vec<String> = DebriefPhrase::TABLE.iter().map(|(id, _)| (*id).to_owned()).collect();
    expected.extend(InsightPhrase::TABLE.iter().map(|(id, _)| (*id).to_owned()));
    expected.extend(ReportPhrase::TABLE.iter().map(|(id, _)| (*id).to_owned()));
    expected.extend(terms().iter().map(Term::key));
    expected.sort();
    expected.dedup();
    for (lang, coach) in LANGS {
        let mut found = keys(coach);
        found.sort();
        assert_eq!(found, expected, "{lang}");
    }
}

#[test]
fn every_message_uses_exactly_the_values_its_phrase_gives() {
    for (lang, coach) in LANGS {
        for (id, values) in DebriefPhrase::TABLE {
            let after = coach.split(&format!("\n{id} =")).nth(1).unwrap();
            let message = after.split("\n\n").next().unwrap();
            let end = message.find("\ndebrief-").unwrap_or(message.len());
            for value in *values {
                assert!(message[..end].contains(&format!("${value} ")), "{lang} {id}: ${value}");
            }
        }
        let locale = format!("tag = \"{lang}\"\nname = \"x\"\nspeaks = false\n");
        let (_, findings) = Prose::parse(lang, &[("locale.toml", &locale), ("coach.ftl", coach)]);
        let errors: Vec<_> = findings.iter().filter(|f| f.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{lang}: {errors:?}");
    }
}

#[test]
fn whys_teach_in_a_few_lines_and_carry_no_markup() {
    for (lang, coach) in LANGS {
        let longest = if lang == Lang::EN { 160 } else { 70 };
        for line in coach.lines().filter(|line| line.starts_with("why-")) {
            let (key, text) = line.split_once(" = ").unwrap();
            assert!(text.chars().count() <= longest, "{lang} {key}: {}", text.chars().count());
        }
        assert!(!coach.contains('<'), "{lang} has markup");
    }
}

/// Sessions of every colour, among them the wordiest possible.
fn sessions() -> Vec<(Vec<Act>, Option<Ending>)> {
    let long = "您说的这个情况我们已经反复核实过很多遍了请您理解并配合".repeat(6);
    let wordy = |mv: Move| act(&long).mv(mv, &long, -9);
    let praised = |mv: Move| act(&long).mv(mv, &long, 9).promise(Some(&long), false, false);
    let harms = Cause::Move(Move::EmpathizeGeneric);
    vec![
        (excellent(), Some(Ending::Satisfied)),
        (mediocre(), Some(Ending::Accepted)),
        (hostile(), Some(Ending::LostTemper)),
        (Vec::new(), None),
        (vec![act("?!").circumstance(Circumstance::Empty, -3); 60], Some(Ending::HungUp)),
        (vec![wordy(Move::CommitVague), wordy(Move::ArgueDefend), wordy(Move::Insult)], None),
        (
            vec![
                praised(Move::Apologize),
                praised(Move::GiveEvidence),
                praised(Move::SetExpectation).span(harms, None, -2),
                praised(Move::OfferSolution),
                praised(Move::RefuseWithReason),
            ],
            Some(Ending::Accepted),
        ),
    ]
}

#[test]
fn every_chat_message_fits_a_phone() {
    let answer = || Some(Some("我觉得我第一句就说出了她的着急，没有辩解。".repeat(40)));
    for (lang, coach) in LANGS {
        let prose = prose(lang, coach);
        for (acts, ended) in sessions() {
            let report = report(&acts, ended);
            let said = [evidence(&report), verdict(&report, &[answer(), answer(), answer()])].concat();
            for phrase in said {
                let text = prose.render(&phrase, lang);
                assert!(text.chars().count() <= LIMIT, "{lang} {}: {text}", phrase.id());
                assert!(!text.contains("{$") && !text.contains("debrief-"), "{lang}: {text}");
            }
        }
    }
}

#[test]
fn three_strengths_with_the_longest_reasons_still_fit_one_message() {
    for (lang, coach) in LANGS {
        let prose = prose(lang, coach);
        let mut whys: Vec<Term> = terms().into_iter().filter(|t| t.kind == TermKind::Why).collect();
        whys.sort_by_key(|term| {
            std::cmp::Reverse(prose.term(term.kind.prefix(), &term.id, lang).chars().count())
        });
        let strength = |why: &Term| DebriefPhrase::Strength {
            turn: 12,
            quote: Words::Said("字".repeat(61)),
            name: Term::mv(Move::EscalateToSupervisor),
            why: why.clone(),
        };
        let items = whys.iter().take(3).map(|why| strength(why).into()).collect();
        let text = prose.render(&DebriefPhrase::Strengths { items }.into(), lang);
        assert!(text.chars().count() <= LIMIT, "{lang}: {}", text.chars().count());
        let rest = DebriefPhrase::Improvement {
            number: 3,
            turn: 12,
            quote: Words::Said("字".repeat(61)),
            name: Term::mv(Move::EscalateToSupervisor),
            why: whys[0].clone(),
            better: Better::Own("字".repeat(281)),
        };
        assert!(prose.render(&rest.into(), lang).chars().count() <= LIMIT);
    }
}

fn ids(phrases: &[Phrase]) -> Vec<&'static str> {
    phrases.iter().map(Phrase::id).collect()
}

#[test]
fn the_evidence_carries_neither_score_nor_verdict() {
    let report = report(&hostile(), Some(Ending::LostTemper));
    assert_eq!(ids(&evidence(&report)), ["debrief-timeline", "debrief-moments"]);
    let prose = prose(Lang::EN, LANGS[2].1);
    let text: String = evidence(&report).iter().map(|p| prose.render(p, Lang::EN)).collect();
    assert!(text.contains("你有病吧"), "{text}");
    assert!(!text.contains("insult") && !text.contains("/ 100"), "{text}");
}

#[test]
fn timeline_rows_are_short_enough_for_a_phone() {
    for (lang, coach) in LANGS {
        let prose = prose(lang, coach);
        let report = report(&[excellent(), excellent(), excellent()].concat(), None);
        let Some(Phrase::Debrief(DebriefPhrase::Timeline { rows })) = evidence(&report).into_iter().next()
        else {
            panic!("no timeline");
        };
        for row in &rows {
            let text = prose.render(row, lang);
            assert!(text.chars().count() <= 30, "{text}");
        }
    }
}

#[test]
fn her_own_answer_stands_before_the_engines_view_and_an_empty_one_gets_no_praise() {
    let report = report(&excellent(), Some(Ending::Satisfied));
    let answers = [Some(Some("我先道歉".to_owned())), Some(Some("不知道".to_owned())), Some(None)];
    let said = verdict(&report, &answers);
    let reflections: Vec<String> = said
        .iter()
        .filter(|p| p.id() == "debrief-reflection")
        .map(|p| prose(Lang::ZH_HANS, LANGS[0].1).render(p, Lang::ZH_HANS))
        .collect();
    assert_eq!(reflections.len(), 3);
    let at = |text: &str, part: &str| text.find(part).unwrap_or_else(|| panic!("{part} is not in {text}"));
    assert!(at(&reflections[0], "我先道歉") < at(&reflections[0], "从记录看"));
    assert!(at(&reflections[1], "不知道") < at(&reflections[1], "从记录看"));
    assert!(reflections[1].contains("回到原话里找"));
    at(&reflections[2], "跳过");
    at(&reflections[2], "李师傅今天下午四点前上门");
}

#[test]
fn where_nothing_worked_the_verdict_says_so_and_shares_a_case() {
    let said = verdict(&report(&hostile(), Some(Ending::LostTemper)), &[Some(None), Some(None), Some(None)]);
    assert!(!ids(&said).contains(&"debrief-strengths"));
    let prose = prose(Lang::EN, LANGS[2].1);
    let text: Vec<String> = said.iter().map(|p| prose.render(p, Lang::EN)).collect();
    let all = text.join("\n\n");
    assert!(all.contains("The record shows no message that clearly helped the customer"), "{all}");
    assert!(all.contains("makes a five-minute case"), "{all}");
}

#[test]
fn a_missed_fact_that_is_an_improvement_is_not_listed_a_second_time() {
    let said = verdict(&report(&mediocre(), Some(Ending::Accepted)), &[None, None, None]);
    let prose = prose(Lang::ZH_HANS, LANGS[0].1);
    let all: Vec<String> = said.iter().map(|p| prose.render(p, Lang::ZH_HANS)).collect();
    assert_eq!(all.join("\n").matches(super::fixture::BABY_QUESTION).count(), 1);
}
