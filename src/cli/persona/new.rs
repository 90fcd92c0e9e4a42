//! `persona new`: a few questions, and a customer's file to start from, with comments in the trainer's language.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};

use crate::base::id::PersonaId;
use crate::base::lang::Lang;
use crate::cli::args::Common;
use crate::cli::shelf::told_in;
use crate::i18n::Prose;
use crate::library::words_of;
use crate::persona::finding::nearest;
use crate::persona::model::Grade;

use super::schema;

/// Customer types in the order in which they are offered, the usual ones first.
const TYPES: [&str; 15] = [
    "emotional",
    "direct",
    "rational",
    "cautious",
    "supportive",
    "dominant",
    "analytical",
    "price_sensitive",
    "misunderstanding",
    "hard_to_please",
    "contradictory",
    "competitive",
    "vip",
    "unreasonable",
    "unruly",
];

/// How many facts are asked for.
const FACTS: usize = 3;

/// `persona new`.
#[derive(Debug, clap::Args)]
pub struct NewArgs {
    /// Name of the file, of a-z, 0-9 and _ [default: from the title]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// What the case is called
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// What happened, as far as the trainee knows it
    #[arg(long, value_name = "TEXT")]
    pub situation: Option<String>,
    /// His first message
    #[arg(long, value_name = "TEXT")]
    pub opening: Option<String>,
    /// Customer type, such as emotional or direct
    #[arg(long = "type", value_name = "TYPE")]
    pub kind: Option<String>,
    /// basic, intermediate or advanced
    #[arg(long, value_name = "GRADE")]
    pub grade: Option<String>,
    /// What he knows: "what it is about | the question that finds it | his answer"; three of them
    #[arg(long = "fact", value_name = "TEXT")]
    pub facts: Vec<String>,
    /// Ask nothing: take what is suggested for what is not given
    #[arg(long)]
    pub yes: bool,
}

/// A fact as told.
struct Fact {
    about: String,
    question: String,
    tell: String,
}

/// Everything that goes into the file.
struct Draft {
    title: String,
    situation: String,
    opening: String,
    kind: String,
    grade: String,
    facts: Vec<Fact>,
}

/// Asks, and writes down what was answered.
struct Desk {
    words: Prose,
    lang: Lang,
    asks: bool,
}

/// Asks, writes the file, says how to go on.
pub fn run(common: &Common, args: &NewArgs) -> anyhow::Result<ExitCode> {
    let desk = Desk { words: words_of("new.ftl"), lang: told_in(common), asks: !args.yes };
    let folder = match &common.content {
        Some(folder) => folder.clone(),
        // The folder she is in, so that what is printed is short.
        None => PathBuf::new(),
    };
    let title = desk.title(args)?;
    let (id, path) = place(&folder, args.id.as_deref(), &title)?;
    // Before fourteen answers are given for nothing.
    if path.exists() {
        bail!("{} is there already and stays as it is; choose another name with --id", path.display());
    }
    let draft = desk.draft(args, title)?;
    std::fs::create_dir_all(folder.join("personas"))
        .with_context(|| format!("{} cannot be made", folder.join("personas").display()))?;
    let directive = schema::Kind::Customer.directive();
    write_new(&path, &format!("{directive}{}", desk.file(&id, &draft)))?;
    schema::beside(&folder, schema::Kind::Customer)?;
    let mut out = std::io::stdout().lock();
    let shown = path.display().to_string();
    let content = common.content.as_ref().map_or(String::new(), |at| format!("--content {} ", at.display()));
    writeln!(out, "\n{}", desk.say("written", &[("path", &shown)]))?;
    writeln!(out, "  xiaoqi check {shown}\n  xiaoqi {content}chat --persona {id}")?;
    writeln!(out, "  xiaoqi {content}persona simulate {id}")?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a file that must not be there yet.
fn write_new(path: &Path, text: &str) -> anyhow::Result<()> {
    let open = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match open {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!("{} is there already and stays as it is; choose another name with --id", path.display())
        }
        Err(error) => {
            return Err(error).with_context(|| format!("{} cannot be written", path.display()));
        }
    };
    file.write_all(text.as_bytes()).with_context(|| format!("{} cannot be written", path.display()))
}

/// The id asked for, or one made of the title that is still free; and where its file goes.
fn place(folder: &Path, asked: Option<&str>, title: &str) -> anyhow::Result<(String, PathBuf)> {
    let at = |id: &str| folder.join("personas").join(format!("{id}.toml"));
    if let Some(id) = asked {
        if PersonaId::parse(id).is_none() {
            bail!("`{id}` cannot be an id: 1 to 40 of a-z, 0-9 and _");
        }
        return Ok((id.to_owned(), at(id)));
    }
    let plain: String =
        title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let mut id: String = plain.split_whitespace().take(4).collect::<Vec<_>>().join("_");
    id.truncate(30);
    let reserved = ["emotions", "defaults"].contains(&id.as_str());
    let starts = id.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    if starts && !reserved && PersonaId::parse(&id).is_some() {
        let path = at(&id);
        return Ok((id, path));
    }
    // A title in Chinese makes no id: the first number that is free.
    let free = (1..).map(|number| format!("customer_{number}")).find(|id| !at(id).exists());
    let id = free.unwrap_or_default();
    let path = at(&id);
    Ok((id, path))
}

impl Desk {
    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words.label(key, values, self.lang)
    }

    /// What was given, or what is answered; the suggestion where nothing is.
    fn ask(&self, given: Option<&String>, question: &str, suggested: &str) -> anyhow::Result<String> {
        if let Some(given) = given {
            return Ok(given.trim().to_owned());
        }
        if !self.asks {
            return Ok(suggested.to_owned());
        }
        let mut out = std::io::stdout().lock();
        write!(out, "\n{question}\n")?;
        if !suggested.is_empty() {
            writeln!(out, "  [{suggested}]")?;
        }
        write!(out, "> ")?;
        out.flush()?;
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line).context("the answer cannot be read")?;
        if read == 0 {
            bail!("{}", self.say("no-answer", &[]));
        }
        let line = line.trim();
        Ok(if line.is_empty() { suggested.to_owned() } else { line.to_owned() })
    }

    fn title(&self, args: &NewArgs) -> anyhow::Result<String> {
        loop {
            let title = self.ask(args.title.as_ref(), &self.say("ask-title", &[]), "")?;
            match title.is_empty() {
                false => return Ok(title),
                true if args.title.is_some() || !self.asks => bail!("{}", self.say("no-title", &[])),
                true => println!("{}", self.say("title-again", &[])),
            }
        }
    }

    fn draft(&self, args: &NewArgs, title: String) -> anyhow::Result<Draft> {
        let suggested = self.say("situation", &[("title", &title)]);
        let situation = self.ask(args.situation.as_ref(), &self.say("ask-situation", &[]), &suggested)?;
        let suggested = self.say("opening", &[("title", &title)]);
        let opening = self.ask(args.opening.as_ref(), &self.say("ask-opening", &[]), &suggested)?;
        let list: Vec<String> = TYPES
            .iter()
            .enumerate()
            .map(|(at, id)| format!("  {:>2} {id}: {}", at + 1, self.say(&format!("type-{id}"), &[])))
            .collect();
        let question = format!("{}\n{}", self.say("ask-type", &[]), list.join("\n"));
        let kind = self.choice("--type", args.kind.as_ref(), &question, &TYPES, TYPES[0])?;
        let grades = Grade::ALL.map(Grade::id);
        let list: Vec<String> = grades
            .iter()
            .enumerate()
            .map(|(at, id)| format!("  {:>2} {id}: {}", at + 1, self.say(&format!("grade-{id}"), &[])))
            .collect();
        let question = format!("{}\n{}", self.say("ask-grade", &[]), list.join("\n"));
        let grade = self.choice("--grade", args.grade.as_ref(), &question, &grades, grades[0])?;
        let facts = (1..=FACTS).map(|number| self.fact(number, args.facts.get(number - 1)));
        let mut facts: Vec<Fact> = facts.collect::<anyhow::Result<_>>()?;
        for (at, given) in args.facts.iter().enumerate().skip(FACTS) {
            facts.push(self.fact(at + 1, Some(given))?);
        }
        Ok(Draft { title, situation, opening, kind, grade, facts })
    }

    /// One of a list, by its name or its number.
    fn choice(
        &self,
        flag: &str,
        given: Option<&String>,
        question: &str,
        known: &[&str],
        suggested: &str,
    ) -> anyhow::Result<String> {
        loop {
            let answer = self.ask(given, question, suggested)?;
            let numbered = answer.parse::<usize>().ok().and_then(|number| known.get(number.checked_sub(1)?));
            let named = known.iter().find(|id| **id == answer);
            if let Some(found) = numbered.or(named) {
                return Ok((*found).to_owned());
            }
            let near = nearest(&answer, known.iter().copied());
            let near = near.map(|near| format!(" ({near}?)")).unwrap_or_default();
            let problem =
                self.say("no-choice", &[("written", &answer), ("valid", &known.join(", "))]) + &near;
            if given.is_some() || !self.asks {
                bail!("{flag}: {problem}");
            }
            println!("{problem}");
        }
    }

    /// What was given as one text in three parts, or asked for part by part.
    fn fact(&self, number: usize, given: Option<&String>) -> anyhow::Result<Fact> {
        if let Some(given) = given {
            let parts: Vec<&str> = given.split('|').map(str::trim).collect();
            let [about, question, tell] = parts.as_slice() else {
                bail!("--fact: {}", self.say("fact-form", &[("written", given)]));
            };
            let [about, question, tell] = [about, question, tell].map(|part| (*part).to_owned());
            return Ok(Fact { about, question, tell });
        }
        let place = number.to_string();
        let one = |key: &str| {
            let suggested = self.say(&format!("fact-{number}-{key}"), &[]);
            self.ask(None, &self.say(&format!("ask-fact-{key}"), &[("number", &place)]), &suggested)
        };
        Ok(Fact { about: one("about")?, question: one("question")?, tell: one("tell")? })
    }

    /// The file, with comments.
    fn file(&self, id: &str, draft: &Draft) -> String {
        let comment = |key: &str| {
            let text = self.say(key, &[("id", id)]);
            text.lines().map(|line| format!("# {line}\n").replace("# \n", "#\n")).collect::<String>()
        };
        let quoted = |text: &str| toml::Value::from(text).to_string();
        let mut file = comment("c-head");
        file += &format!("id = \"{id}\"\nlang = \"{}\"\ntitle = {}\n", self.lang, quoted(&draft.title));
        file += &format!("\n{}grade = \"{}\"\n", comment("c-grade"), draft.grade);
        file += &format!("\n{}types = {{ {} = 100 }}\n", comment("c-types"), draft.kind);
        file += &format!("\n{}opening = {}\n", comment("c-opening"), quoted(&draft.opening));
        file += &format!("\n{}situation = {}\n", comment("c-situation"), quoted(&draft.situation));
        for (at, fact) in draft.facts.iter().enumerate() {
            file += "\n";
            file += &if at == 0 { comment("c-fact") } else { String::new() };
            let cue = fact.question.trim_end_matches(['?', '？', '.', '。', '!', '！', ' ']);
            file += &format!("[[fact]]\nid = \"fact_{}\"\nabout = {}\n", at + 1, quoted(&fact.about));
            file += &format!("ask = [{}]\nexamples = [{}]\n", quoted(cue), quoted(&fact.question));
            file += &format!("question = {}\ntell = {}\n", quoted(&fact.question), quoted(&fact.tell));
        }
        file + "\n" + &comment("c-more")
    }
}
