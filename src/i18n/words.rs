//! The words a trainee types in the terminal instead of tapping, in her own language.

use crate::base::lang::Lang;

use super::prose::Prose;

/// A word the terminal understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Word {
    /// A nudge in the right direction.
    Hint,
    /// The four levels.
    Mood,
    /// End the conversation.
    End,
    /// Leave the program.
    Quit,
    /// What can be typed.
    Help,
}

impl Word {
    /// Every word.
    pub const ALL: [Word; 5] = [Word::Hint, Word::Mood, Word::End, Word::Quit, Word::Help];

    /// The id in locales.
    pub fn id(self) -> &'static str {
        match self {
            Word::Hint => "hint",
            Word::Mood => "mood",
            Word::End => "end",
            Word::Quit => "quit",
            Word::Help => "help",
        }
    }

    /// The key of its message, which holds its forms separated by `|`.
    pub fn key(self) -> String {
        format!("word-{}", self.id())
    }
}

impl Prose {
    /// The forms of a word, the one to show first; its id where no language has it.
    pub fn words(&self, word: Word, lang: Lang) -> Vec<String> {
        let forms = self.plain(&word.key(), lang).unwrap_or_else(|| word.id().to_owned());
        let clean = forms.split('|').map(str::trim).filter(|form| !form.is_empty());
        clean.map(str::to_owned).collect()
    }

    /// The form of a word to show.
    pub fn word(&self, word: Word, lang: Lang) -> String {
        self.words(word, lang).into_iter().next().unwrap_or_else(|| word.id().to_owned())
    }

    /// Reads a whole typed line as a word, with or without a slash before it, whatever its case. `None` for
    /// everything else, which is then something to say to the customer.
    pub fn read_word(&self, typed: &str, lang: Lang) -> Option<Word> {
        let typed = typed.trim();
        let bare = typed.strip_prefix(['/', '／']).unwrap_or(typed).trim().to_lowercase();
        let means = |word: &Word| self.words(*word, lang).iter().any(|form| form.to_lowercase() == bare);
        Word::ALL.into_iter().find(means)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_with_and_without_its_slash_but_not_inside_a_sentence() {
        let text = "word-hint = 提示 | hint\nword-quit = 退出\n";
        let (prose, _) = Prose::parse(Lang::ZH_HANS, &[("ui.ftl", text)]);
        assert_eq!(prose.read_word(" /提示 ", Lang::ZH_HANS), Some(Word::Hint));
        assert_eq!(prose.read_word("HINT", Lang::ZH_HANS), Some(Word::Hint));
        assert_eq!(prose.read_word("退出", Lang::ZH_HANS), Some(Word::Quit));
        assert_eq!(prose.read_word("给您一个提示", Lang::ZH_HANS), None);
        assert_eq!(prose.word(Word::Hint, Lang::ZH_HANS), "提示");
        assert_eq!(prose.word(Word::End, Lang::ZH_HANS), "end");
    }
}
