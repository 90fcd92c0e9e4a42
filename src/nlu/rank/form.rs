//! What kind of answer a question asks for, by the words that ask. Only a sign: "what time" asks when, "who was it that"
//! asks who, and so does "the name of the man".

use aho_corasick::AhoCorasick;
use serde::Deserialize;

use super::super::matcher::is_whole;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Who,
    When,
    /// How long it takes or has taken.
    Long,
    Where,
    /// How many, how much, how old.
    Many,
    Why,
    Which,
    How,
    What,
    /// Yes or no.
    Whether,
    /// Nothing in particular: "your name", "tell me".
    Open,
}

impl Form {
    /// How many there are.
    pub const COUNT: usize = 11;
}

/// The words that ask, of `forms.toml`: the first list with one that stands in a text says its form. Words in Latin letters
/// stand for themselves only, not for parts of others.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "File")]
pub struct Forms {
    /// All words of the lists below at once, and what each says: its form, or else that something is asked for. `None` where
    /// there is none.
    words: Option<(AhoCorasick, Vec<Option<Form>>)>,
    /// Words that ask for a yes or no where a clause begins with them.
    opens: Vec<String>,
    /// Words that may stand before those.
    fillers: Vec<String>,
    /// What says that something is asked for without asking: "you didn't say", "I'd like to know".
    asks: Vec<String>,
    /// What says nothing of what is asked: "by the way", "if I may ask".
    idle: Vec<String>,
    /// What picks one of two things that were named: "the first", "the latter", "both".
    picks: Vec<(Chosen, Vec<String>)>,
}

/// Which of two things is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    First,
    Second,
    Both,
}

/// `forms.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    who: Vec<String>,
    when: Vec<String>,
    long: Vec<String>,
    r#where: Vec<String>,
    many: Vec<String>,
    why: Vec<String>,
    which: Vec<String>,
    how: Vec<String>,
    what: Vec<String>,
    whether: Vec<String>,
    opens: Vec<String>,
    fillers: Vec<String>,
    asks: Vec<String>,
    idle: Vec<String>,
    first: Vec<String>,
    second: Vec<String>,
    both: Vec<String>,
}

impl From<File> for Forms {
    fn from(file: File) -> Forms {
        let plain = |list: Vec<String>| list.iter().map(|words| plain(words)).collect::<Vec<_>>();
        let lists = [
            (Form::Long, file.long),
            (Form::When, file.when),
            (Form::Many, file.many),
            (Form::Why, file.why),
            (Form::Where, file.r#where),
            (Form::Who, file.who),
            (Form::Which, file.which),
            (Form::How, file.how),
            (Form::What, file.what),
            (Form::Whether, file.whether),
        ];
        let asks = plain(file.asks);
        let formed =
            lists.into_iter().flat_map(|(form, list)| plain(list).into_iter().map(move |w| (w, Some(form))));
        let all: Vec<(String, Option<Form>)> =
            formed.chain(asks.iter().map(|words| (words.clone(), None))).collect();
        let automaton = AhoCorasick::new(all.iter().map(|(words, _)| words)).ok();
        Forms {
            words: automaton.map(|automaton| (automaton, all.into_iter().map(|(_, says)| says).collect())),
            opens: plain(file.opens),
            fillers: plain(file.fillers),
            asks,
            idle: plain(file.idle),
            picks: vec![
                (Chosen::Both, plain(file.both)),
                (Chosen::Second, plain(file.second)),
                (Chosen::First, plain(file.first)),
            ],
        }
    }
}

impl Forms {
    /// The form of a normalised stretch.
    pub fn of(&self, text: &str) -> Form {
        let text = &plain(text);
        let form = self.said(text).flatten().min_by_key(|form| RANK.iter().position(|known| known == form));
        form.unwrap_or_else(|| if self.opens(text) { Form::Whether } else { Form::Open })
    }

    /// What the words in a text say.
    fn said<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Option<Form>> + 'a {
        self.words.iter().flat_map(move |(automaton, says)| {
            let found = automaton.find_overlapping_iter(text);
            let whole = found.filter(move |found| is_whole(text, found.start(), found.end()));
            whole.filter_map(|found| says.get(found.pattern().as_usize()).copied())
        })
    }

    fn opens(&self, text: &str) -> bool {
        let filler = |word: &&str| self.fillers.iter().any(|filler| filler == word);
        let first = text.split(' ').find(|word| !filler(word));
        first.is_some_and(|first| self.opens.iter().any(|word| word == first))
    }

    /// A stretch without the words that only say that something is asked for: they are about nothing. As it is where too
    /// little would be left.
    pub fn bare(&self, text: &str) -> String {
        let mut bare = plain(text);
        let asks = self.said(&bare).any(|says| says.is_none());
        for words in self.idle.iter().chain(self.asks.iter().filter(|_| asks)) {
            if let Some(at) = found(&bare, words) {
                let (before, after) = (bare.get(..at), bare.get(at + words.len()..));
                let rest = [before.unwrap_or_default(), after.unwrap_or_default()].concat();
                let left =
                    if rest.is_ascii() { rest.split_whitespace().count() } else { rest.chars().count() };
                if left >= LEFT {
                    bare = rest;
                }
            }
        }
        bare
    }

    /// Which of two things that were named a text picks.
    pub fn chosen(&self, text: &str) -> Option<Chosen> {
        let text = plain(text);
        let has = |words: &[String]| words.iter().any(|words| found(&text, words).is_some());
        self.picks.iter().find(|(_, words)| has(words)).map(|(chosen, _)| *chosen)
    }

    /// Whether something is asked for without the form of a question.
    pub fn asks(&self, text: &str) -> bool {
        self.said(&plain(text)).any(|says| says.is_none())
    }
}

/// Without apostrophes, which people leave out: `whats` is "what's".
fn plain(text: &str) -> String {
    text.replace('\'', "")
}

/// The forms that words say, the most telling first.
const RANK: [Form; 10] = [
    Form::Long,
    Form::When,
    Form::Many,
    Form::Why,
    Form::Where,
    Form::Who,
    Form::Which,
    Form::How,
    Form::What,
    Form::Whether,
];

/// Fewest words, or characters of Han, that still say what is asked for.
const LEFT: usize = 3;

/// Where words stand in a text, Latin ones whole.
fn found(text: &str, words: &str) -> Option<usize> {
    let mut places = text.match_indices(words).map(|(at, found)| (at, at + found.len()));
    places.find(|(start, end)| is_whole(text, *start, *end)).map(|(start, _)| start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_telling_word_says_the_form_and_parts_of_words_say_none() {
        let file = r#"
            when = ["what time", "什么时候"]
            who = ["who"]
            what = ["what", "what's", "什么"]
            opens = ["did"]
            fillers = ["and"]
            asks = ["you didn't say"]
        "#;
        let forms: Forms = toml::from_str(file).unwrap();
        assert!(forms.asks("you didnt say when") && !forms.asks("you say when"));
        let expected = [
            ("what time was it", Form::When),
            ("什么时候来的", Form::When),
            ("what was it", Form::What),
            ("whats that", Form::What),
            ("the whole lot", Form::Open),
            ("and did he", Form::Whether),
            ("he did", Form::Open),
        ];
        for (text, form) in expected {
            assert_eq!(forms.of(text), form, "{text}");
        }
    }
}
