//! A table as a page of its own, and as a file for spreadsheets.

use maud::{DOCTYPE, html};

use crate::base::phrase::{Phrase, ReportPhrase};

use super::Words;
use super::page::about;

/// Before the first byte of a file for spreadsheets: without it some of them take Chinese for something else.
const MARK: char = '\u{feff}';

/// The table as a page.
pub fn table(
    title: &Phrase,
    head: &[Phrase],
    rows: &[Vec<String>],
    render: &dyn Fn(&Phrase) -> String,
) -> String {
    let words = Words(render);
    let title = render(title);
    let markup = html! {
        (DOCTYPE)
        html lang=(words.say(ReportPhrase::Language)) {
            (about(&title))
            body {
                main {
                    h1 { (title) }
                    table {
                        thead { tr { @for one in head { th { (render(one)) } } } }
                        tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
                    }
                }
            }
        }
    };
    markup.into_string()
}

/// The table as comma-separated values, by RFC 4180. What a spreadsheet would take for a formula is kept from being one.
pub fn spreadsheet(head: &[Phrase], rows: &[Vec<String>], render: &dyn Fn(&Phrase) -> String) -> String {
    let head: Vec<String> = head.iter().map(render).collect();
    let line = |cells: &Vec<String>| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
    let lines: Vec<String> = std::iter::once(&head).chain(rows).map(line).collect();
    format!("{MARK}{}\r\n", lines.join("\r\n"))
}

fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let safe = if formula { format!("\'{cell}") } else { cell.to_owned() };
    match safe.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", safe.replace('"', "\"\"")),
        false => safe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::phrase::NoticePhrase;

    #[test]
    fn names_are_no_formulas_and_no_markup() {
        let (head, render) = ([NoticePhrase::Empty.into()], |_: &Phrase| "Name".to_owned());
        let rows = [vec!["=1+1".to_owned()], vec!["A \"B\", C".to_owned()], vec!["<b>x</b>".to_owned()]];
        let sheet = spreadsheet(&head, &rows, &render);
        assert_eq!(sheet, "\u{feff}Name\r\n\'=1+1\r\n\"A \"\"B\"\", C\"\r\n<b>x</b>\r\n");
        let page = table(&NoticePhrase::Empty.into(), &head, &rows, &render);
        assert!(page.contains("&lt;b&gt;") && !page.contains("<b>x"), "{page}");
    }
}
