//! From persona files as written to a persona as checked, with every problem found on the way.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::base::ending::Ending;
use crate::base::hash::ContentHash;
use crate::base::id::{DemandId, FactId, OfferId, PersonaId};
use crate::base::lang::Lang;
use crate::base::level::{Emotion, Level, POINT};
use crate::base::moves::Move;

use super::chart::{Transition, lower_transition, unknown};
use super::complete::{Whole, fill_translation, whole};
use super::file::{MOST_ENTRIES, OfferFile, PersonaFile, TranslationFile};
use super::finding::{Finding, MOST, Severity, Source, Value, read_toml_anyway};
use super::lines::{Line, Lines};
use super::model::{
    AUTHORITIES, Briefing, Demand, DemandTexts, DetailTexts, Fact, FactTexts, Grade, KINDS, Offer,
    OfferTexts, Persona, Texts,
};
use super::nature::nature;
use super::pattern::{parse_pattern, placed};
use super::rules::{Rules, levels};
use super::texts::TextFile;

/// Reads a persona's main file and its translations. `None` where an error leaves nothing to play; a broken
/// translation only costs its language.
pub fn parse_persona(
    main: Source<'_>,
    others: &[Source<'_>],
    rules: &Rules,
) -> (Option<Persona>, Vec<Finding>) {
    let mut findings = Vec::new();
    let persona = lower_main(main, rules, &mut findings);
    let mut filled = persona.as_ref().is_some_and(|(_, filled)| *filled);
    let persona = persona.map(|(persona, _)| persona);
    let broken = findings.iter().any(|f| f.severity == Severity::Error);
    let Some(mut persona) = persona.filter(|_| !broken) else { return (None, findings) };
    for source in others {
        let before = findings.len();
        if let Some((lang, texts, made_up)) = lower_translation(*source, &persona, rules, &mut findings)
            && findings.iter().skip(before).all(|f| f.severity != Severity::Error)
        {
            persona.texts.insert(lang, texts);
            filled |= made_up;
        }
    }
    let parts = std::iter::once(main).chain(others.iter().copied()).map(|s| own_text(s.text).as_bytes());
    // Who says everything himself does not change with what stands in for others.
    let defaults = rules.defaults.hash.iter().filter(|_| filled).map(|hash| hash.as_str().as_bytes());
    persona.hash = ContentHash::of(parts.chain([rules.hash.as_str().as_bytes()]).chain(defaults));
    (Some(persona), findings)
}

/// A file's text without a first line that only tells editors its schema: it changes nothing about the customer.
fn own_text(text: &str) -> &str {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if first.starts_with("#:schema") { rest } else { text }
}

/// The customer of his own file, and whether anything of him was filled in.
fn lower_main(source: Source<'_>, rules: &Rules, findings: &mut Vec<Finding>) -> Option<(Persona, bool)> {
    let Whole { file, filled } = whole(source, rules, findings)?;
    let id = PersonaId::parse(file.id.get_ref());
    if id.is_none() {
        findings.push(source.error("persona.bad-id", file.id.span()).text("written", file.id.get_ref()));
    }
    let home = file.lang.as_ref().and_then(|lang| lower_lang(source, lang, findings));
    let grade = one_of(
        source,
        "persona.unknown-grade",
        "grade",
        &file.grade,
        Grade::ALL.map(|g| (g.id(), g)),
        findings,
    );
    let emotion = file.emotion.as_ref().and_then(|emotion| {
        one_of(source, "persona.unknown-emotion", "emotion", emotion, ladder_emotions(), findings)
    });
    let facts = lower_facts(source, &file, findings);
    let demands = lower_demands(source, &file, findings);
    let offers = file.offer.iter().filter_map(|o| lower_offer(source, o, &demands, findings)).collect();
    let states = rules.state_names();
    let own = file.transition.iter().filter_map(|t| lower_transition(source, t, &states, findings));
    let transitions: Vec<Transition> = own.collect();
    let nature = nature(source, &file, rules, findings);
    // What stands in for something wrong is played by nobody: it lets the rest be looked at, so that all is told at once.
    let whole = id.is_some() && home.is_some() && grade.is_some() && emotion.is_some();
    let grade = grade.unwrap_or(Grade::Basic);
    let mut persona = Persona {
        id: id.unwrap_or_else(PersonaId::plain),
        hash: ContentHash::of([]),
        home: home.unwrap_or(Lang::EN),
        grade,
        industry: file.industry.clone(),
        emotion: emotion.unwrap_or(Emotion::Anger),
        sensitivity: nature.sensitivity,
        types: nature.types,
        measure: rules.grades.get(grade.id()).copied().unwrap_or_default(),
        style: nature.style,
        turned: nature.turned,
        patience: file
            .patience
            .as_ref()
            .map_or(0, |patience| *patience.get_ref())
            .saturating_add_signed(nature.needs.patience as i16)
            .max(6),
        step: file.step.as_ref().map_or(1, |step| *step.get_ref()).clamp(1, 100) * POINT,
        heard_needed: (file.heard_needed.unwrap_or(0) + nature.needs.heard).clamp(0, 100) * POINT,
        accept_trust: Level::points(file.accept_trust.unwrap_or(0) + nature.needs.trust),
        start: file.levels.as_ref().map(levels).unwrap_or_default(),
        temperament: nature.temperament,
        endings: lower_endings(source, &file, nature.leaves, findings),
        facts,
        demands,
        offers,
        transitions: transitions.into_iter().chain(nature.transitions).collect(),
        texts: BTreeMap::new(),
    };
    let before = findings.len();
    let texts = lower_texts(source, &persona, file.text.as_ref()?, findings);
    persona.texts.insert(persona.home, texts);
    forgive(&file, findings, before);
    // How he leaves was left to his type before anything else could be, and is in the laws' hash.
    whole.then(|| (persona, filled.iter().any(|one| one.key != "endings")))
}

/// `None`, with a finding, where a list is longer than can be borne.
pub(super) fn bearable(source: Source<'_>, longest: usize, findings: &mut Vec<Finding>) -> Option<()> {
    if longest > MOST_ENTRIES {
        let finding = source.error("file.too-large", 0..0).number("is", longest as u32);
        findings.push(finding.number("most", MOST_ENTRIES as u32).thing("unit", "entry"));
        return None;
    }
    Some(())
}

/// Takes back that texts belong to nothing where what they belong to is there and only something else of it is wrong.
fn forgive(file: &PersonaFile, findings: &mut Vec<Finding>, before: usize) {
    let facts = file.fact.iter().map(|fact| fact.id.get_ref());
    let declared: Vec<&String> = facts
        .chain(file.demand.iter().map(|demand| demand.id.get_ref()))
        .chain(file.offer.iter().map(|offer| offer.id.get_ref()))
        .collect();
    let is_there = |value: &Value| matches!(value, Value::Text(id) if declared.contains(&id));
    let fresh = findings.split_off(before);
    let there = |finding: &Finding| finding.args.iter().any(|(_, value)| is_there(value));
    findings.extend(fresh.into_iter().filter(|finding| finding.code != "text.unknown-id" || !there(finding)));
}

/// The emotions that have a ladder, as files have them.
pub fn ladder_emotions() -> [(&'static str, Emotion); 3] {
    [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment].map(|e| (e.id(), e))
}

fn lower_lang(source: Source<'_>, written: &Spanned<String>, findings: &mut Vec<Finding>) -> Option<Lang> {
    let lang = Lang::parse(written.get_ref());
    if lang.is_none() {
        findings
            .push(source.error("persona.bad-language", written.span()).text("written", written.get_ref()));
    }
    lang
}

fn one_of<T: Copy, const N: usize>(
    source: Source<'_>,
    code: &'static str,
    what: &'static str,
    written: &Spanned<String>,
    valid: [(&'static str, T); N],
    findings: &mut Vec<Finding>,
) -> Option<T> {
    let found = valid.iter().find(|(id, _)| *id == written.get_ref()).map(|(_, value)| *value);
    if found.is_none() {
        findings.push(unknown(source, code, what, written, valid.iter().map(|(id, _)| *id)));
    }
    found
}

/// Ids come in through a `parse` that accepts only clean words; the finding is the same for facts, demands and offers.
fn word<T>(
    source: Source<'_>,
    written: &Spanned<String>,
    parse: fn(&str) -> Option<T>,
    findings: &mut Vec<Finding>,
) -> Option<T> {
    let found = parse(written.get_ref());
    if found.is_none() {
        findings.push(source.error("persona.bad-id", written.span()).text("written", written.get_ref()));
    }
    found
}

fn lower_facts(source: Source<'_>, file: &PersonaFile, findings: &mut Vec<Finding>) -> Vec<Fact> {
    let lower = |fact: &super::file::FactFile, findings: &mut Vec<Finding>| {
        let id = word(source, &fact.id, FactId::parse, findings)?;
        Some(Fact { id, opening: fact.opening, hidden: fact.hidden, trust: Level::points(fact.trust) })
    };
    file.fact.iter().filter_map(|fact| lower(fact, findings)).collect()
}

fn lower_demands(source: Source<'_>, file: &PersonaFile, findings: &mut Vec<Finding>) -> Vec<Demand> {
    let mut demands = Vec::new();
    for demand in &file.demand {
        if let Some(id) = word(source, &demand.id, DemandId::parse, findings) {
            demands.push(Demand { id, weight: demand.weight });
        }
    }
    let sum: i32 = demands.iter().map(|d| d.weight).sum();
    if sum != 100 {
        let span = source.find("[[demand]]");
        findings.push(source.error("persona.weights", span).number("sum", sum));
    }
    demands
}

fn lower_offer(
    source: Source<'_>,
    file: &OfferFile,
    demands: &[Demand],
    findings: &mut Vec<Finding>,
) -> Option<Offer> {
    let id = word(source, &file.id, OfferId::parse, findings);
    let authority =
        one_of(source, "persona.unknown-authority", "authority", &file.authority, AUTHORITIES, findings);
    let kind = one_of(source, "persona.unknown-kind", "kind", &file.kind, KINDS, findings);
    let mut meets = Vec::new();
    for (name, percent) in file.meets.iter().flatten() {
        match demands.iter().position(|d| d.id.as_str() == name.get_ref()) {
            Some(place) => meets.push((place, (*percent).clamp(0, 100))),
            None => {
                let valid = demands.iter().map(|d| d.id.as_str());
                findings.push(unknown(source, "persona.unknown-demand", "demand", name, valid));
            }
        }
    }
    let max_money = file.max_money.map(|units| units.saturating_mul(100));
    Some(Offer { id: id?, authority: authority?, kind: kind?, meets, max_money })
}

fn lower_endings(
    source: Source<'_>,
    file: &PersonaFile,
    leaves: Option<Ending>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<Emotion, Ending> {
    let mut endings: BTreeMap<Emotion, Ending> = BTreeMap::new();
    if file.endings.is_empty() {
        endings.extend(
            ladder_emotions().into_iter().zip(leaves.into_iter().cycle()).map(|((_, e), to)| (e, to)),
        );
    }
    for (emotion, ending) in &file.endings {
        let emotion =
            one_of(source, "persona.unknown-emotion", "emotion", emotion, ladder_emotions(), findings);
        let valid = Ending::ALL.map(|e| (e.id(), e));
        let ending = one_of(source, "persona.unknown-ending", "ending", ending, valid, findings);
        if let (Some(emotion), Some(ending)) = (emotion, ending) {
            endings.insert(emotion, ending);
        }
    }
    endings
}

fn lower_translation(
    source: Source<'_>,
    persona: &Persona,
    rules: &Rules,
    findings: &mut Vec<Finding>,
) -> Option<(Lang, Texts, bool)> {
    let mut file: TranslationFile = read_toml_anyway(source, findings)?;
    bearable(source, file.text.longest(), findings)?;
    let lang = lower_lang(source, &file.lang, findings)?;
    let demands: Vec<&str> = persona.demands.iter().map(|demand| demand.id.as_str()).collect();
    let made_up = fill_translation(source, &mut file.text, lang, &demands, (rules, findings));
    Some((lang, lower_texts(source, persona, &file.text, findings), made_up))
}

/// Parses the lines of one file; bad ones become findings and are left out.
struct LineReader<'a, 'f> {
    source: Source<'a>,
    layer: String,
    findings: &'f mut Vec<Finding>,
    /// How many there were before this file's texts.
    before: usize,
}

impl LineReader<'_, '_> {
    fn lines(&mut self, key: &str, written: &[Spanned<String>]) -> Vec<Line> {
        let mut book = Lines::default();
        for one in written {
            match parse_pattern(one.get_ref()) {
                Ok(pieces) => book.add(&self.layer, key, pieces),
                // As many are enough, for whoever reads them and to leave him out.
                Err(_) if self.findings.len() >= self.before + MOST => {}
                Err(fault) => {
                    let at = placed(self.source, one, &fault);
                    self.findings.push(fault.finding(self.source, at));
                }
            }
        }
        book.get(key).to_vec()
    }

    /// The texts of every declared id, in declaration order; missing and undeclared ids are findings.
    fn by_id<T: Clone, U: Default>(
        &mut self,
        what: &'static str,
        declared: &[&str],
        written: &BTreeMap<Spanned<String>, T>,
        mut lower: impl FnMut(&mut Self, &str, &T) -> U,
    ) -> Vec<U> {
        for name in written.keys().filter(|name| !declared.contains(&name.get_ref().as_str())) {
            let finding = unknown(self.source, "text.unknown-id", what, name, declared.iter().copied());
            self.findings.push(finding);
        }
        let find =
            |id: &str| written.iter().find(|(name, _)| name.get_ref() == id).map(|(_, text)| text.clone());
        let mut texts = Vec::new();
        for id in declared {
            if let Some(text) = find(id) {
                texts.push(lower(self, id, &text));
            } else {
                let finding = self.source.error("text.missing", self.source.find("[text]"));
                self.findings.push(finding.thing("kind", what).text("id", *id));
                texts.push(U::default());
            }
        }
        texts
    }
}

fn lower_texts(source: Source<'_>, persona: &Persona, file: &TextFile, findings: &mut Vec<Finding>) -> Texts {
    if file.opening.is_empty() {
        findings.push(source.error("text.no-opening", source.find("opening")));
    }
    let before = findings.len();
    let mut reader = LineReader { source, layer: persona.id.to_string(), findings, before };
    let ids: Vec<&str> = persona.facts.iter().map(|f| f.id.as_str()).collect();
    let facts = reader.by_id("fact", &ids, &file.fact, |reader, id, text| FactTexts {
        about: text.about.clone(),
        ask: text.ask.clone(),
        examples: text.examples.clone(),
        called: text.called.clone(),
        tell: reader.lines(&format!("tell-{id}"), &text.tell),
        tell_high: reader.lines(&format!("tell_high-{id}"), &text.tell_high),
        question: text.question.clone(),
    });
    let ids: Vec<&str> = persona.demands.iter().map(|d| d.id.as_str()).collect();
    let demands = reader.by_id("demand", &ids, &file.demand, |reader, id, text| DemandTexts {
        name: text.name.clone(),
        cues: text.cues.clone(),
        push: reader.lines(&format!("push-{id}"), &text.push),
        push_high: reader.lines(&format!("push_high-{id}"), &text.push_high),
    });
    let ids: Vec<&str> = persona.offers.iter().map(|o| o.id.as_str()).collect();
    let offers = reader.by_id("offer", &ids, &file.offer, |reader, id, text| OfferTexts {
        name: text.name.clone(),
        cues: text.cues.clone(),
        taken: reader.lines(&format!("taken-{id}"), &text.taken),
        taken_early: reader.lines(&format!("taken_early-{id}"), &text.taken_early),
        done: reader.lines(&format!("done-{id}"), &text.done),
        max_money: text.max_money.map(|units| units.saturating_mul(100)),
        example: text.example.clone(),
    });
    let details = lower_details(&mut reader, &ids, file);
    let better = lower_better(&mut reader, file);
    let lines = lower_own_lines(&mut reader, file);
    let text =
        |text: &Option<Spanned<String>>| text.as_ref().map(|text| text.get_ref().clone()).unwrap_or_default();
    Texts {
        title: text(&file.title),
        name: text(&file.name),
        summary: text(&file.summary),
        issue: text(&file.issue),
        words: file.words.clone(),
        opening: file.opening.iter().map(|o| o.get_ref().lines().map(str::to_owned).collect()).collect(),
        briefing: Briefing {
            you: text(&file.briefing.you),
            happened: text(&file.briefing.happened),
            may: file.briefing.may.clone(),
            may_not: file.briefing.may_not.clone(),
        },
        facts,
        demands,
        offers,
        details,
        better,
        lines,
    }
}

/// Small things, in file order; `after` must name one of the offers.
fn lower_details(reader: &mut LineReader<'_, '_>, offers: &[&str], file: &TextFile) -> Vec<DetailTexts> {
    let mut details = Vec::new();
    for (place, text) in file.detail.iter().enumerate() {
        let after = text.after.as_ref().and_then(|name| {
            let found = offers.iter().position(|id| id == name.get_ref());
            if found.is_none() {
                let finding =
                    unknown(reader.source, "text.unknown-id", "offer", name, offers.iter().copied());
                reader.findings.push(finding);
            }
            found
        });
        let tell = reader.lines(&format!("detail-{place}"), &text.tell);
        details.push(DetailTexts {
            ask: text.ask.clone(),
            examples: text.examples.clone(),
            called: text.called.clone(),
            after,
            tell,
        });
    }
    details
}

fn lower_better(reader: &mut LineReader<'_, '_>, file: &TextFile) -> BTreeMap<Move, String> {
    let mut better = BTreeMap::new();
    for (name, sentence) in &file.better {
        match Move::parse(name.get_ref()) {
            Some(one) => {
                better.insert(one, sentence.clone());
            }
            None => {
                let valid = Move::ALL.map(Move::id);
                reader.findings.push(unknown(reader.source, "text.unknown-move", "move", name, valid));
            }
        }
    }
    better
}

fn lower_own_lines(reader: &mut LineReader<'_, '_>, file: &TextFile) -> Lines {
    let mut book = Lines::default();
    for (key, written) in &file.lines {
        for line in reader.lines(key.get_ref(), written) {
            book.add(&reader.layer, key.get_ref(), line.pieces);
        }
    }
    book
}
