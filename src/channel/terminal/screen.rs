//! What the flow says, as text on a terminal or in a pipe.

use std::io::{self, Write};
use std::time::Duration;

use anstyle::{AnsiColor, Style};

use crate::base::lang::Lang;
use crate::base::level::{Emotion, Level};
use crate::base::phrase::{Phrase, Term, TermKind, TerminalPhrase};
use crate::flow::action::Action;
use crate::flow::say::{Button, Frame, Label, Say};
use crate::i18n::Prose;

use super::{Answer, Mood};

const CUSTOMER: Style = AnsiColor::Yellow.on_default().bold();
const BUTTON: Style = AnsiColor::Cyan.on_default();
const FAINT: Style = Style::new().dimmed();

/// Typing takes this long for a bubble, and so much more a character, up to a limit: enough to be read as a person,
/// not enough to be waited for.
const TYPING: Duration = Duration::from_millis(250);
const TYPING_EACH: Duration = Duration::from_millis(15);
const TYPING_MOST: Duration = Duration::from_millis(900);

/// Where everything is shown. Styles are always written: the stream below drops them where they are not wanted.
pub struct Screen<'a> {
    /// The stream below.
    pub out: Box<dyn Write + 'a>,
    /// Whether the customer is seen typing; for people at a terminal.
    pub lively: bool,
}

impl Screen<'_> {
    /// Shows an answer; gives what its buttons do, the first one's number being 1.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn show(
        &mut self,
        answer: &Answer,
        customer: &str,
        prose: &Prose,
        lang: Lang,
    ) -> io::Result<Vec<Action>> {
        let mut actions = Vec::new();
        for say in &answer.says {
            match say {
                Say::Bubble(text) => self.bubble(text, customer, answer.typing, prose, lang)?,
                Say::Tell(phrase, rows) | Say::Board { phrase, rows, .. } => {
                    self.paragraph(&prose.render(phrase, lang))?;
                    self.buttons(rows.iter().flatten(), &mut actions, prose, lang)?;
                }
                Say::Guide { frames, last, .. } => self.guide(frames, last, prose, lang)?,
                Say::Copy { instead, .. } => self.paragraph(&prose.render(instead, lang))?,
                Say::Table { caption, .. } => self.paragraph(&prose.render(caption, lang))?,
                // Only the trainers' office hands files out, and the terminal has none.
                Say::File { caption, rows, .. } => {
                    self.paragraph(&prose.render(caption, lang))?;
                    self.buttons(rows.iter().flatten(), &mut actions, prose, lang)?;
                }
                Say::Paper { instead, .. } | Say::Chart { instead, .. } => {
                    for phrase in instead {
                        self.paragraph(&prose.render(phrase, lang))?;
                    }
                }
            }
        }
        if let Some(mood) = &answer.mood {
            self.aside(&mood_line(mood, prose, lang))?;
        }
        if !actions.is_empty() {
            let choose = TerminalPhrase::ChooseNumber { count: actions.len() };
            self.aside(&prose.render(&choose.into(), lang))?;
        }
        self.out.flush()?;
        Ok(actions)
    }

    /// A line beside the conversation.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn aside(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{FAINT}{}{FAINT:#}", clean(text))?;
        self.out.flush()
    }

    /// One line a frame, each for its time where somebody is watching. The program may be left at any moment: what is
    /// kept is kept before anything is shown.
    fn guide(&mut self, frames: &[Frame], last: &Phrase, prose: &Prose, lang: Lang) -> io::Result<()> {
        for frame in frames {
            self.paragraph(&prose.render(&frame.phrase, lang))?;
            self.out.flush()?;
            if self.lively {
                std::thread::sleep(Duration::from_secs(u64::from(frame.seconds)));
            }
        }
        self.paragraph(&prose.render(last, lang))
    }

    fn paragraph(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", clean(text))
    }

    fn bubble(
        &mut self,
        text: &str,
        customer: &str,
        typing: bool,
        prose: &Prose,
        lang: Lang,
    ) -> io::Result<()> {
        if typing && self.lively {
            self.type_for(text, customer, prose, lang)?;
        }
        let name = TerminalPhrase::PromptCustomer { name: customer.to_owned() };
        let name = labelled(&prose.render(&name.into(), lang));
        writeln!(self.out, "{CUSTOMER}{}{CUSTOMER:#}{}", clean(&name), clean(text))
    }

    fn type_for(&mut self, text: &str, customer: &str, prose: &Prose, lang: Lang) -> io::Result<()> {
        let typing = TerminalPhrase::Typing { name: customer.to_owned() };
        write!(self.out, "{FAINT}{}{FAINT:#}", clean(&prose.render(&typing.into(), lang)))?;
        self.out.flush()?;
        let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        std::thread::sleep(TYPING.saturating_add(TYPING_EACH.saturating_mul(characters)).min(TYPING_MOST));
        // Back to the line's start, and clear it.
        write!(self.out, "\r\u{1b}[K")
    }

    fn buttons<'b>(
        &mut self,
        buttons: impl Iterator<Item = &'b Button>,
        actions: &mut Vec<Action>,
        prose: &Prose,
        lang: Lang,
    ) -> io::Result<()> {
        for button in buttons {
            actions.push(button.action.clone());
            let label = match &button.label {
                Label::Phrase(phrase) => prose.render(phrase, lang),
                Label::Text(text) => text.clone(),
            };
            writeln!(self.out, "  {BUTTON}[{}]{BUTTON:#} {}", actions.len(), clean(&label))?;
        }
        Ok(())
    }
}

/// The four levels and the state in one line.
pub fn mood_line(mood: &Mood, prose: &Prose, lang: Lang) -> String {
    let one = |emotion: Emotion| {
        let level = mood.levels.get(emotion);
        format!("· {} {} {}", prose.term_of(&Term::emotion(emotion), lang), block(level), level.whole())
    };
    let state = prose.term_of(&Term::new(TermKind::State, mood.state.as_str()), lang);
    format!("{}  {state}", Emotion::ALL.map(one).join(" "))
}

/// A level as one of eight heights.
fn block(level: Level) -> char {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let place = usize::try_from(level.whole() * 8 / 101).unwrap_or(0);
    BLOCKS.get(place).copied().unwrap_or('█')
}

/// A label before words: with a colon, unless it ends in a mark of its own.
pub fn labelled(label: &str) -> String {
    match label.chars().last() {
        Some(last) if last.is_alphanumeric() && last.is_ascii() => format!("{label}: "),
        Some(last) if last.is_alphanumeric() => format!("{label}："),
        None | Some('：' | '＞' | '》' | ' ') => label.to_owned(),
        Some(_) => format!("{label} "),
    }
}

/// Text without control characters: nobody's words may steer the terminal.
fn clean(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::StateId;
    use crate::base::level::PerEmotion;
    use crate::base::phrase::{ButtonPhrase, NoticePhrase};

    const TEXT: &str = "emotion-anger = 愤怒\nstate-angry = 生气\nnotice-empty = 写点什么\nbutton-list = 名单\n\
                        terminal-prompt-customer = { $name }：\nterminal-choose-number = 1 到 { $count }\n";

    fn prose() -> Prose {
        Prose::parse(Lang::ZH_HANS, &[("ui.ftl", TEXT)]).0
    }

    fn mood() -> Mood {
        let levels = PerEmotion { anger: 62, anxiety: 0, disappointment: 100, trust: 30 };
        Mood { levels: levels.map(|_, p| Level::points(p)), state: StateId::parse("angry").unwrap() }
    }

    fn shown(answer: &Answer) -> (String, Vec<Action>) {
        let mut bytes = Vec::new();
        // As on a pipe: the styles are dropped.
        let out = Box::new(anstream::StripStream::new(&mut bytes));
        let actions = Screen { out, lively: false }.show(answer, "周女士", &prose(), Lang::ZH_HANS).unwrap();
        (String::from_utf8(bytes).unwrap(), actions)
    }

    #[test]
    fn bubbles_carry_the_customers_name_and_buttons_their_numbers() {
        let button = |label, action| Button { label, action };
        let rows = vec![
            vec![button(Label::Phrase(ButtonPhrase::List.into()), Action::Menu)],
            vec![button(Label::Text("三天没暖气".to_owned()), Action::Page(2))],
        ];
        let says = vec![Say::Bubble("喂？".to_owned()), Say::Tell(NoticePhrase::Empty.into(), rows)];
        let (text, actions) = shown(&Answer { says, ..Answer::default() });
        assert_eq!(text, "周女士：喂？\n写点什么\n  [1] 名单\n  [2] 三天没暖气\n1 到 2\n");
        assert_eq!(actions, [Action::Menu, Action::Page(2)]);
    }

    #[test]
    fn the_mood_is_one_line_with_numbers_and_the_state() {
        let (text, _) = shown(&Answer { mood: Some(mood()), ..Answer::default() });
        assert_eq!(text, "· 愤怒 ▅ 62 · anxiety ▁ 0 · disappointment █ 100 · trust ▃ 30  生气\n");
    }

    #[test]
    fn a_label_is_set_off_from_the_words_in_its_own_script() {
        let labels = ["Mr Reed", "周女士", "你：", "you>", ""].map(labelled);
        assert_eq!(labels, ["Mr Reed: ", "周女士：", "你：", "you> ", ""]);
    }

    #[test]
    fn nobodys_words_steer_the_terminal() {
        let says = vec![Say::Bubble("a\u{1b}[2Jb\u{7}".to_owned())];
        let (text, _) = shown(&Answer { says, ..Answer::default() });
        assert_eq!(text, "周女士：a[2Jb\n");
    }
}
