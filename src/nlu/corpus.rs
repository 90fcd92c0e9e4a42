//! Labelled examples and cues as trainers write them in `locales/<lang>/moves/<family>.toml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::base::moves::{Family, Move, Sign};
use crate::persona::chart::unknown;
use crate::persona::finding::{Finding, MOST, Source, read_toml};

/// A stretch of an example, with the moves it makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The words.
    pub text: String,
    /// What they do; empty for nothing.
    pub moves: Vec<Move>,
}

/// What a whole message does to an upset customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Calms him.
    Calms,
    /// Neither.
    Neutral,
    /// Makes it worse.
    Escalates,
}

/// One example message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its stretches, in order.
    pub segments: Vec<Segment>,
    /// What it does as a whole, where somebody said so.
    pub tone: Option<Tone>,
    /// The file it stands in.
    pub file: Arc<str>,
    /// Its line there, from 1.
    pub line: usize,
}

impl Example {
    /// The whole message. Chinese segments follow each other without a blank.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for segment in &self.segments {
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
            if latin(text.chars().next_back()) && latin(segment.text.chars().next()) {
                text.push(' ');
            }
            text.push_str(&segment.text);
        }
        text
    }

    /// All moves it makes, in the curriculum's order, none twice.
    pub fn moves(&self) -> Vec<Move> {
        Move::ALL.into_iter().filter(|mv| self.segments.iter().any(|s| s.moves.contains(mv))).collect()
    }

    /// What it does as a whole: as written, or else as the moves it makes usually do.
    pub fn tone(&self) -> Tone {
        let moves = self.moves();
        let any = |sign: Sign| moves.iter().any(|mv| mv.sign() == sign && mv.family() != Family::Rapport);
        self.tone.unwrap_or(match (any(Sign::Hurts), any(Sign::Helps)) {
            (true, _) => Tone::Escalates,
            (false, true) => Tone::Calms,
            (false, false) => Tone::Neutral,
        })
    }
}

/// All examples and phrase patterns of a language.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// Examples, in file order.
    pub examples: Vec<Example>,
    /// Phrases that point to a move.
    pub cues: BTreeMap<Move, Vec<String>>,
    /// How far each move's separator is moved.
    pub thresholds: Thresholds,
    /// Phrases that rule a move out in their clause, such as "not your fault" for blame.
    pub unless: BTreeMap<Move, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamilyFile {
    family: Spanned<String>,
    #[serde(default)]
    cues: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    unless: BTreeMap<Spanned<String>, Vec<String>>,
    #[serde(default)]
    examples: Option<ExamplesFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExamplesFile {
    lines: Spanned<String>,
}

impl Corpus {
    /// Reads one family file into the corpus. What cannot be read becomes a finding and is left out.
    pub fn add(&mut self, source: Source<'_>, findings: &mut Vec<Finding>) {
        let file = match read_toml::<FamilyFile>(source) {
            Ok(file) => file,
            Err(found) => return findings.extend(found),
        };
        let known = Family::ALL.map(Family::id);
        let family = file.family.get_ref().as_str();
        if !["none", "mixed"].contains(&family) && !known.contains(&family) {
            findings.push(unknown(source, "corpus.unknown-family", "family", &file.family, known));
        }
        collect(source, file.cues, &mut self.cues, findings);
        collect(source, file.unless, &mut self.unless, findings);
        if let Some(examples) = file.examples {
            self.add_lines(source, &examples.lines, findings);
        }
    }

    fn add_lines(&mut self, source: Source<'_>, lines: &Spanned<String>, findings: &mut Vec<Finding>) {
        let file: Arc<str> = source.name.into();
        let before = findings.len();
        // The string begins on the line of its opening quotes.
        let start = lines.span().start.min(source.text.len());
        let first = source.text.get(..start).unwrap_or("").matches('\n').count() + 1;
        let opens_on_next =
            source.text.get(start..).is_some_and(|t| t.trim_start_matches(['\'', '"']).starts_with('\n'));
        for (place, line) in lines.get_ref().lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match parse_line(line) {
                Ok((segments, tone)) => {
                    let line = first + usize::from(opens_on_next) + place;
                    self.examples.push(Example { segments, tone, file: Arc::clone(&file), line });
                }
                Err(_) if findings.len() >= before + MOST => {}
                Err(slip) => findings.push(slip.finding(source, source.find(line))),
            }
        }
    }
}

fn collect(
    source: Source<'_>,
    written: BTreeMap<Spanned<String>, Vec<String>>,
    into: &mut BTreeMap<Move, Vec<String>>,
    findings: &mut Vec<Finding>,
) {
    let before = findings.len();
    for (name, phrases) in written {
        match Move::parse(name.get_ref()) {
            Some(one) => into.entry(one).or_default().extend(phrases),
            None if findings.len() >= before + MOST => {}
            None => {
                findings.push(unknown(source, "corpus.unknown-move", "move", &name, Move::ALL.map(Move::id)))
            }
        }
    }
}

/// A line's segments, and what it does as a whole.
type Parsed = (Vec<Segment>, Option<Tone>);

/// What keeps a line from being an example.
#[derive(Debug, PartialEq, Eq)]
enum Slip {
    /// Nothing stands between the moves and the text.
    NoBar,
    /// No move has this name.
    Move(String),
    /// This stands behind the arrow.
    Tone(String),
}

/// What may stand behind the arrow.
const TONES: [&str; 3] = ["calms", "neutral", "escalates"];

impl Slip {
    fn finding(&self, source: Source<'_>, span: std::ops::Range<usize>) -> Finding {
        let moves = Move::ALL.map(Move::id);
        let (code, kind, written, valid) = match self {
            Slip::NoBar => return source.error("corpus.line", span),
            Slip::Move(written) => ("corpus.unknown-move", "move", written, moves.as_slice()),
            Slip::Tone(written) => ("corpus.unknown-tone", "tone", written, TONES.as_slice()),
        };
        let finding = source.error(code, span).thing("kind", kind).text("written", written);
        finding.names("valid", valid.iter().copied()).near(written, valid.iter().copied())
    }
}

fn parse_line(line: &str) -> Result<Parsed, Slip> {
    let (line, tone) = match line.rsplit_once("=>") {
        Some((line, written)) => (line, Some(parse_tone(written.trim())?)),
        None => (line, None),
    };
    let segments = line.split("||").map(parse_segment).collect::<Result<Vec<Segment>, _>>()?;
    Ok((segments, tone))
}

fn parse_tone(written: &str) -> Result<Tone, Slip> {
    match written {
        "calms" => Ok(Tone::Calms),
        "neutral" => Ok(Tone::Neutral),
        "escalates" => Ok(Tone::Escalates),
        other => Err(Slip::Tone(other.to_owned())),
    }
}

fn parse_segment(segment: &str) -> Result<Segment, Slip> {
    let (labels, text) = segment.split_once('|').ok_or(Slip::NoBar)?;
    let mut moves = Vec::new();
    for label in labels.trim().split('+').map(str::trim).filter(|l| *l != "-") {
        moves.push(Move::parse(label).ok_or_else(|| Slip::Move(label.to_owned()))?);
    }
    Ok(Segment { text: text.trim().to_owned(), moves })
}

/// Offsets of `thresholds.toml`: by move id, how far (in thousandths of a margin) its separator is moved towards
/// recognising it; the outcome of cross-validation, computed by `nlu::evaluate::tune`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Thresholds(pub BTreeMap<Move, i32>);

/// Word classes of `lexicon.toml`: names and words, in name order.
pub type Classes = BTreeMap<String, Vec<String>>;

/// General questions of `questions.toml`: kinds and their cues.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct GeneralQuestions(pub BTreeMap<String, Vec<String>>);

#[cfg(test)]
mod tests {
    use super::*;

    fn example(line: &str) -> Example {
        let (segments, tone) = parse_line(line).unwrap();
        Example { segments, tone, file: "a.toml".into(), line: 1 }
    }

    #[test]
    fn a_line_of_segments_keeps_each_label_on_its_words() {
        let read = example("apologize | 抱歉， || commit_specific+follow_up | 三点前回您");
        assert_eq!(read.segments[0].moves, [Move::Apologize]);
        assert_eq!(read.segments[1].moves, [Move::CommitSpecific, Move::FollowUp]);
        assert_eq!(read.segments[1].text, "三点前回您");
        assert_eq!((read.text().as_str(), read.tone()), ("抱歉，三点前回您", Tone::Calms));
        assert!(example("- | 没事").segments[0].moves.is_empty());
    }

    #[test]
    fn what_a_message_does_as_a_whole_can_be_said_behind_an_arrow() {
        assert_eq!(example("apologize | sorry => neutral").tone(), Tone::Neutral);
        assert_eq!(parse_line("apologize | sorry => calm"), Err(Slip::Tone("calm".to_owned())));
    }

    #[test]
    fn a_misspelt_move_is_found_with_its_line_and_the_nearest_name() {
        let text = "family = \"apology\"\n[examples]\nlines = '''\napologise | sorry\n- | ok then\n'''\n";
        let (mut corpus, mut findings) = (Corpus::default(), Vec::new());
        corpus.add(Source { name: "apology.toml", text }, &mut findings);
        assert_eq!(corpus.examples.len(), 1, "the good line is kept");
        assert_eq!(findings[0].line, 4);
        assert_eq!(findings[0].near.as_deref(), Some("apologize"));
    }
}
