//! Where the trainee's lines come from: an editor on a terminal, or plain lines from anywhere else.

use std::io::{self, BufRead, Write};

use rustyline::error::ReadlineError;

/// Lines, one after the other.
pub trait LineSource {
    /// The next line, without its end; `None` where there are no more.
    ///
    /// # Errors
    /// When the input cannot be read.
    fn next(&mut self, prompt: &str) -> io::Result<Option<String>>;
}

/// Lines edited on a terminal, with a history for this run only: nothing a trainee wrote is kept beside the store.
pub struct Editor(rustyline::DefaultEditor);

impl Editor {
    /// An editor on this process's terminal.
    ///
    /// # Errors
    /// When the terminal cannot be used.
    pub fn new() -> io::Result<Editor> {
        rustyline::DefaultEditor::new().map(Editor).map_err(io::Error::other)
    }
}

impl LineSource for Editor {
    fn next(&mut self, prompt: &str) -> io::Result<Option<String>> {
        match self.0.readline(prompt) {
            Ok(line) => {
                // A line that does not fit the history is no reason to stop.
                let _ = self.0.add_history_entry(&line);
                Ok(Some(line))
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
            Err(ReadlineError::Io(error)) => Err(error),
            Err(error) => Err(io::Error::other(error)),
        }
    }
}

/// Lines from a pipe or a file. Bytes that are no UTF-8 become replacement characters, as a phone would show them.
pub struct PlainLines<'a> {
    /// Where from.
    pub input: Box<dyn BufRead + 'a>,
    /// Where prompts go; nowhere for a pipe.
    pub prompts: Option<Box<dyn Write + 'a>>,
}

impl LineSource for PlainLines<'_> {
    fn next(&mut self, prompt: &str) -> io::Result<Option<String>> {
        if let Some(prompts) = &mut self.prompts {
            write!(prompts, "{prompt}")?;
            prompts.flush()?;
        }
        let mut bytes = Vec::new();
        if self.input.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&bytes);
        Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_lines_end_with_the_input_and_survive_bad_bytes() {
        let mut shown = Vec::new();
        let mut lines =
            PlainLines { input: Box::new(&b"one\r\n\xff\nlast"[..]), prompts: Some(Box::new(&mut shown)) };
        assert_eq!(lines.next("> ").unwrap().as_deref(), Some("one"));
        assert_eq!(lines.next("> ").unwrap().as_deref(), Some("\u{fffd}"));
        assert_eq!(lines.next("> ").unwrap().as_deref(), Some("last"));
        assert_eq!(lines.next("> ").unwrap(), None);
        drop(lines);
        assert_eq!(shown, b"> > > > ");
    }
}
