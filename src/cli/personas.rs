//! `personas`: who can be practised with.

use std::io::Write;
use std::process::ExitCode;

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::base::lang::Lang;
use crate::library::Survey;
use crate::persona::model::Persona;

use super::args::{Common, PersonasArgs};
use super::notation::line;
use super::shelf::survey;

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    grade: &'static str,
    industry: &'a str,
    types: Vec<&'a str>,
    emotion: &'static str,
    languages: Vec<String>,
}

/// Prints the customers, easiest first.
pub fn run(common: &Common, args: &PersonasArgs) -> anyhow::Result<ExitCode> {
    let survey = survey(common)?;
    let lang = common.lang.as_deref().and_then(Lang::parse);
    let mut personas: Vec<&Persona> = survey.personas.values().map(|persona| &**persona).collect();
    personas.sort_by_key(|persona| (persona.grade, &persona.id));
    let rows: Vec<Row<'_>> = personas.into_iter().map(|persona| row(&survey, persona, lang)).collect();
    let mut out = std::io::stdout().lock();
    if args.json {
        rows.iter().try_for_each(|row| line(&mut out, row))?;
    } else {
        table(&rows, &mut out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn row<'a>(survey: &'a Survey, persona: &'a Persona, lang: Option<Lang>) -> Row<'a> {
    let texts = persona.texts(lang.unwrap_or(persona.home));
    Row {
        id: persona.id.as_str(),
        title: texts.map_or("", |texts| &texts.title),
        grade: persona.grade.id(),
        industry: &persona.industry,
        types: persona.types.iter().map(|(id, _)| id.as_str()).collect(),
        emotion: persona.emotion.id(),
        languages: survey.languages(persona).map(|lang| lang.to_string()).collect(),
    }
}

fn table(rows: &[Row<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    let cells = |row: &Row<'_>| {
        let types = row.types.join("+");
        let texts =
            [row.id, row.grade, row.emotion, &types, row.industry, &row.languages.join(","), row.title];
        texts.map(str::to_owned)
    };
    let head = ["id", "grade", "emotion", "types", "industry", "languages", "title"].map(str::to_owned);
    let lines: Vec<[String; 7]> = std::iter::once(head).chain(rows.iter().map(cells)).collect();
    let width = |column: usize| lines.iter().map(|line| line[column].width()).max().unwrap_or(0);
    let widths: [usize; 7] = std::array::from_fn(width);
    for line in &lines {
        // Padding counts columns on the screen: a Chinese character takes two.
        let padded = line
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell}{}", " ".repeat(width.saturating_sub(cell.width()))));
        let text = padded.collect::<Vec<_>>().join("  ");
        writeln!(out, "{}", text.trim_end())?;
    }
    Ok(())
}
