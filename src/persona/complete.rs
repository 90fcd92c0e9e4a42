//! From a file as written to a whole one: short texts to their long form, and what is not written filled in from types,
//! grade and language, with a note of what came from where.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;

use crate::base::lang::Lang;
use crate::base::level::Emotion;

use super::defaults::Defaults;
use super::file::{DemandFile, FactFile, OfferFile, PersonaFile};
use super::finding::{Finding, Source, read_toml_anyway};
use super::rules::Rules;
use super::script;
use super::several::Several;
use super::texts::{DemandText, FactText, OfferText, TextFile};

/// The demand of a customer whose file has none: what his case is about.
pub const WHOLE_CASE: &str = "whole_case";

/// Where something that is not written comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// His grade.
    Grade,
    /// The mixture of his types, and his grade.
    TypesAndGrade,
    /// His leading type.
    Type,
    /// The script of his opening.
    Script,
    /// The words of his language.
    Words,
    /// His title.
    Title,
    /// What his case is called.
    Issue,
    /// His case as such.
    Case,
}

impl Origin {
    /// All of them.
    pub const ALL: [Origin; 8] = [
        Origin::Grade,
        Origin::TypesAndGrade,
        Origin::Type,
        Origin::Script,
        Origin::Words,
        Origin::Title,
        Origin::Issue,
        Origin::Case,
    ];

    /// The id in locales.
    pub fn id(self) -> &'static str {
        match self {
            Origin::Grade => "grade",
            Origin::TypesAndGrade => "types-and-grade",
            Origin::Type => "type",
            Origin::Script => "script",
            Origin::Words => "words",
            Origin::Title => "title",
            Origin::Issue => "issue",
            Origin::Case => "case",
        }
    }
}

/// A key that was filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The key as it stands in a whole file.
    pub key: &'static str,
    /// Where its value comes from.
    pub from: Origin,
}

/// A customer's own file with everything in it: texts under `text`, nothing missing but what is wrong.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The file.
    pub file: PersonaFile,
    /// What was filled in.
    pub filled: Vec<Filled>,
}

/// Reads a customer's own file and fills it in. What cannot be made up, such as the title, is found missing. `None` where
/// it cannot be read at all.
pub fn whole(source: Source<'_>, rules: &Rules, findings: &mut Vec<Finding>) -> Option<Whole> {
    let file: PersonaFile = read_toml_anyway(source, findings)?;
    super::lower::bearable(source, file.longest(), findings)?;
    let mut filler = Filler { source, defaults: &rules.defaults, filled: Vec::new(), findings };
    let file = filler.fill(file);
    Some(Whole { file, filled: filler.filled })
}

/// Fills in the texts of a translation; `true` where something was missing that could be made up.
pub(super) fn fill_translation(
    source: Source<'_>,
    text: &mut TextFile,
    lang: Lang,
    demands: &[&str],
    (rules, findings): (&Rules, &mut Vec<Finding>),
) -> bool {
    let mut filler = Filler { source, defaults: &rules.defaults, filled: Vec::new(), findings };
    filler.texts(text, lang);
    if demands == [WHOLE_CASE] {
        filler.whole_case(text);
    }
    !filler.filled.is_empty()
}

struct Filler<'a, 'f> {
    source: Source<'a>,
    defaults: &'a Defaults,
    filled: Vec<Filled>,
    findings: &'f mut Vec<Finding>,
}

/// A text with the place that something it was taken from has.
fn spanned<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

impl Filler<'_, '_> {
    fn fill(&mut self, mut file: PersonaFile) -> PersonaFile {
        let mut text = file.text.take().unwrap_or_default();
        self.unfold(&mut file, &mut text);
        let lang = self.lang(&mut file, &text);
        self.numbers(&mut file);
        self.texts(&mut text, lang);
        if file.demand.is_empty() {
            self.note("demand", Origin::Issue);
            file.demand.push(DemandFile {
                id: spanned(WHOLE_CASE.to_owned()),
                weight: 100,
                name: None,
                cues: None,
                push: None,
                push_high: None,
            });
            self.whole_case(&mut text);
            let within =
                |offer: &&mut OfferFile| offer.authority.get_ref() != "beyond" && offer.meets.is_none();
            let meets = BTreeMap::from([(spanned(WHOLE_CASE.to_owned()), self.defaults.offer_meets)]);
            for offer in file.offer.iter_mut().filter(within) {
                offer.meets = Some(meets.clone());
                self.note("meets", Origin::Case);
            }
        }
        file.text = Some(text);
        file
    }

    fn note(&mut self, key: &'static str, from: Origin) {
        if self.filled.iter().all(|filled| filled.key != key) {
            self.filled.push(Filled { key, from });
        }
    }

    fn missing(&mut self, key: &'static str, span: Range<usize>) {
        self.findings.push(self.source.error("file.missing-key", span).text("key", key));
    }

    fn twice(&mut self, key: &str, span: Range<usize>) {
        self.findings.push(self.source.error("text.twice", span).text("key", key));
    }

    /// A value of the short form to its place in the long one, where it may not stand already.
    fn take<T>(&mut self, key: &str, short: &mut Option<Spanned<T>>, there: bool) -> Option<Spanned<T>> {
        let value = short.take()?;
        if there {
            self.twice(key, value.span());
            return None;
        }
        Some(value)
    }

    fn unfold(&mut self, file: &mut PersonaFile, text: &mut TextFile) {
        let briefing = &mut text.briefing;
        for (key, short, long) in [
            ("title", &mut file.title, &mut text.title),
            ("name", &mut file.name, &mut text.name),
            ("summary", &mut file.summary, &mut text.summary),
            ("issue", &mut file.issue, &mut text.issue),
            ("you", &mut file.you, &mut briefing.you),
            ("situation", &mut file.situation, &mut briefing.happened),
        ] {
            let there = long.is_some();
            if let Some(value) = self.take(key, short, there) {
                *long = Some(value);
            }
        }
        for (key, short, long) in [
            ("words", &mut file.words, &mut text.words),
            ("may", &mut file.may, &mut briefing.may),
            ("may_not", &mut file.may_not, &mut briefing.may_not),
        ] {
            if let Some(value) = self.take(key, short, !long.is_empty()) {
                *long = value.into_inner();
            }
        }
        if let Some(Several(opening)) = file.opening.take() {
            let span = opening.first().map_or(0..0, Spanned::span);
            if text.opening.is_empty() { text.opening = opening } else { self.twice("opening", span) }
        }
        if let Some(details) = self.take("detail", &mut file.detail, !text.detail.is_empty()) {
            text.detail = details.into_inner();
        }
        if let Some(lines) = self.take("lines", &mut file.lines, !text.lines.is_empty()) {
            text.lines = lines.into_inner();
        }
        file.fact.iter_mut().for_each(|fact| self.fact(fact, text));
        file.demand.iter_mut().for_each(|demand| self.demand(demand, text));
        file.offer.iter_mut().for_each(|offer| self.offer(offer, text));
    }

    /// Whether an entry's texts may be taken from the short form: some stand there, and none in the long one.
    fn short(&mut self, id: &Spanned<String>, given: [(&'static str, bool); 3], long: bool) -> bool {
        let some = given.iter().any(|(_, given)| *given);
        if some && long {
            self.twice(id.get_ref(), id.span());
        }
        some && !long
    }

    /// What an entry must have beside what it has.
    fn need(&mut self, id: &Spanned<String>, given: [(&'static str, bool); 3]) {
        for (key, _) in given.into_iter().filter(|(_, given)| !given) {
            self.missing(key, id.span());
        }
    }

    fn fact(&mut self, fact: &mut FactFile, text: &mut TextFile) {
        let given =
            [("about", fact.about.is_some()), ("ask", fact.ask.is_some()), ("tell", fact.tell.is_some())];
        let one = FactText {
            about: owned(fact.about.take()),
            ask: list(fact.ask.take()),
            examples: list(fact.examples.take()),
            called: owned(fact.called.take()),
            tell: lines(fact.tell.take()),
            tell_high: lines(fact.tell_high.take()),
            question: owned(fact.question.take()),
        };
        let more = !(one.examples.is_empty() && one.called.is_empty() && one.tell_high.is_empty());
        let any = given.iter().any(|(_, given)| *given) || more || !one.question.is_empty();
        let told = [("about", given[0].1 || any), given[1], given[2]];
        if self.short(&fact.id, told, has(&text.fact, &fact.id)) {
            self.need(&fact.id, given);
            text.fact.insert(fact.id.clone(), one);
        }
    }

    fn demand(&mut self, demand: &mut DemandFile, text: &mut TextFile) {
        let given = [
            ("name", demand.name.is_some()),
            ("cues", demand.cues.is_some()),
            ("push", demand.push.is_some() || demand.push_high.is_some()),
        ];
        let one = DemandText {
            name: owned(demand.name.take()),
            cues: list(demand.cues.take()),
            push: lines(demand.push.take()),
            push_high: lines(demand.push_high.take()),
        };
        if self.short(&demand.id, given, has(&text.demand, &demand.id)) {
            self.need(&demand.id, [given[0], ("cues", true), ("push", true)]);
            text.demand.insert(demand.id.clone(), one);
        }
    }

    fn offer(&mut self, offer: &mut OfferFile, text: &mut TextFile) {
        let said = offer.taken.is_some() || offer.taken_early.is_some() || offer.done.is_some();
        let given = [
            ("name", offer.name.is_some()),
            ("cues", offer.cues.is_some()),
            ("taken", said || offer.example.is_some()),
        ];
        let one = OfferText {
            name: owned(offer.name.take()),
            cues: list(offer.cues.take()),
            taken: lines(offer.taken.take()),
            taken_early: lines(offer.taken_early.take()),
            done: lines(offer.done.take()),
            max_money: None,
            example: owned(offer.example.take()),
        };
        if self.short(&offer.id, given, has(&text.offer, &offer.id)) {
            self.need(&offer.id, [given[0], given[1], ("taken", true)]);
            text.offer.insert(offer.id.clone(), one);
        }
    }

    /// His language, where it is written or can be told; else the first there is.
    fn lang(&mut self, file: &mut PersonaFile, text: &TextFile) -> Lang {
        let opening = text.opening.first().map(|text| text.get_ref().as_str()).unwrap_or_default();
        let written = file.lang.as_ref().map(|lang| Lang::parse(lang.get_ref()));
        let guessed = script::language(opening).unwrap_or(Lang::EN);
        if written.is_none() {
            file.lang = Some(spanned(guessed.tag().to_owned()));
            self.note("lang", Origin::Script);
        }
        written.flatten().unwrap_or(guessed)
    }

    fn numbers(&mut self, file: &mut PersonaFile) {
        let grade = file.grade.get_ref().as_str();
        let mut types: Vec<(&str, i32)> =
            file.types.iter().map(|(id, share)| (id.get_ref().as_str(), *share)).collect();
        types.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let own = file.emotion.as_ref().and_then(|emotion| {
            [Emotion::Anger, Emotion::Anxiety, Emotion::Disappointment]
                .into_iter()
                .find(|known| known.id() == emotion.get_ref())
        });
        let led = types.first().and_then(|(id, _)| self.defaults.emotion(id));
        let leading = own.or(led).unwrap_or(Emotion::Anger);
        let levels = self.defaults.levels(&types, grade, leading);
        let by_grade = self.defaults.grade(grade);
        // A grade that does not exist is told once, not with each number that hangs on it.
        let unknown = by_grade.is_none() && !self.defaults.is_empty();
        if file.emotion.is_none() {
            match led {
                Some(led) => {
                    file.emotion = Some(spanned(led.id().to_owned()));
                    self.note("emotion", Origin::Type);
                }
                None => self.missing("emotion", 0..0),
            }
        }
        macro_rules! by_grade {
            ($key:ident, $value:expr) => {
                if file.$key.is_none() {
                    file.$key = $value;
                    if file.$key.is_some() {
                        self.note(stringify!($key), Origin::Grade);
                    } else if !unknown {
                        self.missing(stringify!($key), 0..0);
                    }
                }
            };
        }
        by_grade!(patience, by_grade.map(|grade| spanned(grade.patience)));
        by_grade!(step, by_grade.map(|grade| spanned(grade.step)));
        by_grade!(heard_needed, by_grade.map(|grade| grade.heard_needed));
        by_grade!(accept_trust, by_grade.map(|grade| grade.accept_trust));
        if file.levels.is_none() {
            file.levels = levels;
            if file.levels.is_some() {
                self.note("levels", Origin::TypesAndGrade);
            } else if !unknown {
                self.missing("levels", 0..0);
            }
        }
        if file.endings.is_empty() {
            self.note("endings", Origin::Type);
        }
    }

    /// Texts that can be made up from others and from the words of the language; those that cannot are found missing.
    fn texts(&mut self, text: &mut TextFile, lang: Lang) {
        let words = self.defaults.words(lang);
        let under = self.source.find("[text]");
        if text.title.is_none() {
            self.missing("title", under.clone());
        }
        if text.briefing.happened.is_none() {
            let long = !under.is_empty();
            let key = if long { "happened" } else { "situation" };
            self.missing(key, self.source.find("[text.briefing]"));
        }
        let title = text.title.as_ref().map(|title| title.get_ref().clone()).unwrap_or_default();
        for (key, place, value, from) in [
            ("name", &mut text.name, words.name, Origin::Words),
            ("summary", &mut text.summary, title.clone(), Origin::Title),
            ("issue", &mut text.issue, title, Origin::Title),
            ("you", &mut text.briefing.you, words.you, Origin::Words),
        ] {
            if place.is_none() {
                *place = Some(spanned(value));
                self.note(key, from);
            }
        }
    }

    fn whole_case(&mut self, text: &mut TextFile) {
        let key = spanned(WHOLE_CASE.to_owned());
        if !has(&text.demand, &key) {
            let name = owned(text.issue.clone());
            let (cues, push, push_high) = (Vec::new(), Vec::new(), Vec::new());
            text.demand.insert(key, DemandText { name, cues, push, push_high });
        }
    }
}

fn has<T>(texts: &BTreeMap<Spanned<String>, T>, id: &Spanned<String>) -> bool {
    texts.keys().any(|key| key.get_ref() == id.get_ref())
}

fn owned(text: Option<Spanned<String>>) -> String {
    text.map(Spanned::into_inner).unwrap_or_default()
}

fn lines(texts: Option<Several>) -> Vec<Spanned<String>> {
    texts.unwrap_or_default().0
}

fn list(texts: Option<Several>) -> Vec<String> {
    lines(texts).into_iter().map(Spanned::into_inner).collect()
}
