//! Lines as written: Fluent patterns and books of them, to the pieces of `lines`; and what is wrong with one, where.

use std::ops::Range;

use fluent_syntax::ast;
use toml::Spanned;

use super::finding::{Finding, MOST, Source};
use super::lines::{Lines, Piece, Var};

/// What keeps a line from being one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where in the line, in bytes; empty where only the place is known.
    pub at: Range<usize>,
    /// What is wrong.
    pub what: FaultKind,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// Not Fluent; the parser's own words.
    Syntax(String),
    /// A placeable that nobody fills, by its name.
    Unknown(String),
    /// A choice between texts, which only interface texts may have.
    Choice,
    /// Something in braces that is neither a name nor a text.
    Other,
    /// Braces in braces, deeper than anybody writes.
    Deep,
}

impl Fault {
    /// The finding about it, at `span` of the file.
    pub fn finding(&self, source: Source<'_>, span: Range<usize>) -> Finding {
        let names = || Var::ALL.into_iter().map(|(_, name)| name);
        match &self.what {
            FaultKind::Syntax(reason) => source.error("lines.syntax", span).text("reason", reason),
            FaultKind::Unknown(name) => {
                let finding = source.error("lines.unknown-variable", span).text("written", name);
                finding.names("valid", names()).near(name, names())
            }
            FaultKind::Choice => source.error("lines.choice", span),
            FaultKind::Other => source.error("lines.placeable", span),
            FaultKind::Deep => source.error("file.too-deep", span),
        }
    }
}

/// Where a fault of a line stands in the TOML file that the line is written in: exactly, where the line is written as
/// it reads, else the whole line.
pub fn placed(source: Source<'_>, line: &Spanned<String>, fault: &Fault) -> Range<usize> {
    let written = source.text.get(line.span()).unwrap_or_default();
    let inner = written.find(line.get_ref().as_str()).filter(|_| !fault.at.is_empty());
    inner.map_or(line.span(), |at| {
        let start = line.span().start + at;
        start + fault.at.start..start + fault.at.end
    })
}

/// Most braces and brackets inside each other in Fluent. Its parser calls itself for each, so that a tower of them would
/// end the program; nobody writes more than three.
const DEEPEST: usize = 40;

/// Where braces or brackets stand inside each other deeper than a parser should follow.
pub fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut start) = (0usize, true);
    for (at, c) in text.char_indices() {
        match c {
            // Brackets count inside braces only: elsewhere they are text.
            '{' => depth += 1,
            '(' if depth > 0 => depth += 1,
            '}' | ')' => depth = depth.saturating_sub(1),
            // What begins at the margin is a new message.
            c if start && !c.is_whitespace() => depth = 0,
            _ => {}
        }
        start = c == '\n';
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// Reads one pattern as it stands in a persona file.
///
/// # Errors
/// What is wrong with it, and where in the pattern.
pub fn parse_pattern(text: &str) -> Result<Vec<Piece>, Fault> {
    if let Some(at) = too_deep(text) {
        return Err(Fault { at: at..at + 1, what: FaultKind::Deep });
    }
    // Continuation lines must be indented for Fluent; trainers need not know.
    let source = format!("x = {}", text.replace('\n', "\n    "));
    let resource = fluent_syntax::parser::parse(source.as_str()).map_err(|(_, errors)| {
        let reason = errors.first().map_or_else(String::new, |error| error.kind.to_string());
        let at = errors.first().map_or(0..0, |error| unindented(text, &error.pos));
        Fault { at, what: FaultKind::Syntax(reason) }
    })?;
    let pattern = resource.body.into_iter().find_map(|entry| match entry {
        ast::Entry::Message(message) => message.value,
        _ => None,
    });
    let pattern = pattern.ok_or_else(|| Fault { at: 0..0, what: FaultKind::Syntax(String::new()) })?;
    pieces(&pattern).map_err(|what| {
        let at = shown(text, &what);
        Fault { at, what }
    })
}

/// A place in the pattern as Fluent saw it, back in the pattern as written: the key and the indents taken off. A fault
/// with no stretch of its own is shown at the brace that opened before it.
fn unindented(text: &str, pos: &Range<usize>) -> Range<usize> {
    let mut at = pos.start.saturating_sub(4);
    let mut line = text.find('\n');
    while let Some(end) = line.filter(|end| *end < at) {
        at = at.saturating_sub(4).max(end);
        line = text.get(end + 1..).and_then(|rest| rest.find('\n')).map(|next| end + 1 + next);
    }
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let brace = text.get(..at).and_then(|before| before.rfind('{'));
    let start = brace.or_else(|| text.find(['{', '}'])).unwrap_or(0);
    let end = text.get(start..).and_then(|rest| rest.find(['}', '\n'])).map_or(text.len(), |end| start + end);
    let closed = text.get(end..).is_some_and(|rest| rest.starts_with('}'));
    start..end + usize::from(closed)
}

/// Where a placeable that is not allowed stands in a text: from its brace to the closing one.
fn shown(text: &str, what: &FaultKind) -> Range<usize> {
    let name = match what {
        FaultKind::Unknown(name) => format!("${name}"),
        _ => "{".to_owned(),
    };
    let whole = |at: usize| {
        let behind = text.get(at + name.len()..).and_then(|rest| rest.chars().next());
        name == "{" || behind.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
    };
    let at = text.match_indices(name.as_str()).map(|(at, _)| at).find(|at| whole(*at));
    at.map_or(0..0, |at| at..at + name.len())
}

fn pieces(pattern: &ast::Pattern<&str>) -> Result<Vec<Piece>, FaultKind> {
    pattern.elements.iter().map(piece).collect()
}

fn piece(element: &ast::PatternElement<&str>) -> Result<Piece, FaultKind> {
    let inline = match element {
        ast::PatternElement::TextElement { value } => return Ok(Piece::Text((*value).to_owned())),
        ast::PatternElement::Placeable { expression: ast::Expression::Inline(inline) } => inline,
        ast::PatternElement::Placeable { .. } => return Err(FaultKind::Choice),
    };
    match inline {
        ast::InlineExpression::StringLiteral { value } => Ok(Piece::Text((*value).to_owned())),
        ast::InlineExpression::VariableReference { id } => {
            Var::parse(id.name).map(Piece::Var).ok_or_else(|| FaultKind::Unknown(id.name.to_owned()))
        }
        _ => Err(FaultKind::Other),
    }
}

/// Reads a book of lines: a language's `customer.ftl` or one of its `types/*.ftl`. Each message is a key, each attribute one variant.
pub fn parse_book(layer: &str, source: Source<'_>) -> (Lines, Vec<Finding>) {
    if let Some(at) = too_deep(source.text) {
        return (Lines::default(), vec![source.error("file.too-deep", at..at + 1)]);
    }
    let (resource, errors) = match fluent_syntax::parser::parse(source.text) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut findings: Vec<Finding> = errors
        .into_iter()
        .take(MOST)
        .map(|e| source.error("lines.syntax", e.pos).text("reason", e.kind.to_string()))
        .collect();
    let mut lines = Lines::default();
    for entry in resource.body {
        let ast::Entry::Message(message) = entry else { continue };
        for pattern in message.value.iter().chain(message.attributes.iter().map(|a| &a.value)) {
            match pieces(pattern) {
                Ok(pieces) => lines.add(layer, message.id.name, pieces),
                Err(_) if findings.len() >= 2 * MOST => {}
                Err(what) => {
                    let fault = Fault { at: 0..0, what };
                    let key = source.find(&format!("{} =", message.id.name));
                    let rest = source.text.get(key.start..).unwrap_or_default();
                    let at = shown(rest, &fault.what);
                    findings.push(fault.finding(source, key.start + at.start..key.start + at.end));
                }
            }
        }
    }
    (lines, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_placeable_names_the_nearest_valid_one() {
        let fault = parse_pattern("到 { $tiem } 为止").unwrap_err();
        assert_eq!(fault, Fault { at: 6..11, what: FaultKind::Unknown("tiem".to_owned()) });
        let finding = fault.finding(Source { name: "a", text: "" }, 0..0);
        assert_eq!((finding.code, finding.near.as_deref()), ("lines.unknown-variable", Some("time")));
    }

    #[test]
    fn a_fault_is_placed_inside_the_toml_it_is_written_in() {
        #[derive(serde::Deserialize)]
        struct File {
            tell: Vec<Spanned<String>>,
        }
        let place = |text: &str| {
            let file: File = toml::from_str(text).unwrap();
            let fault = parse_pattern(file.tell[0].get_ref()).unwrap_err();
            let at = placed(Source { name: "a", text }, &file.tell[0], &fault);
            text.get(at).unwrap().to_owned()
        };
        assert_eq!(place("tell = [\"昨天{ $tiem }。\"]"), "$tiem");
        assert_eq!(place("tell = [\"\"\"\n第一行\n昨天{ $time 。\"\"\"]"), "{ $time 。");
        assert_eq!(place("tell = [\"他说{ 不行。\"]"), "{ 不行。");
        assert_eq!(place("tell = [\"他说\\u4e0d{ $x }\"]"), "\"他说\\u4e0d{ $x }\"", "not as it reads");
    }

    #[test]
    fn towers_of_braces_are_refused() {
        let tower = "{".repeat(100_000);
        assert_eq!(parse_pattern(&tower).unwrap_err().what, FaultKind::Deep);
        let calls = format!("x = {{ {}", "A(".repeat(100_000));
        assert_eq!(parse_book("x", Source { name: "a", text: &calls }).1[0].code, "file.too-deep");
        let faces = "x =\n    .a = :( :( :(\n".repeat(100);
        assert_eq!(too_deep(&faces), None, "brackets in a text are text");
    }

    #[test]
    fn a_book_keeps_good_entries_beside_a_broken_one() {
        let text = "react-thank-low =\n    .a = 嗯。\n    .b = 行。\nbroken\nwait =\n    .a = 我等着。\n";
        let (lines, findings) = parse_book("general", Source { name: "customer.ftl", text });
        assert_eq!(lines.get("react-thank-low").len(), 2);
        assert_eq!(lines.get("wait").len(), 1);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].line, 4);
    }
}
