//! The bot's token: a secret that no log line, error or debug output may show.

/// A bot token. Has neither `Debug` nor `Display`, so that it cannot slip into either.
#[derive(Clone)]
pub struct Token(String);

impl Token {
    /// Reads a token as BotFather hands it out: digits, a colon, and at least 20 letters, digits, `_` or `-`; white
    /// space around it is taken off. `None` for anything else.
    pub fn parse(text: &str) -> Option<Token> {
        let text = text.trim();
        let (bot, secret) = text.split_once(':')?;
        let number = !bot.is_empty() && bot.bytes().all(|b| b.is_ascii_digit());
        let clean = secret.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        (number && clean && secret.len() >= 20).then(|| Token(text.to_owned()))
    }

    /// The secret, for the address of a request and nothing else.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }

    /// The number of the bot that it is for, which is no secret: whoever meets the bot sees it.
    pub fn bot(&self) -> &str {
        self.0.split(':').next().unwrap_or_default()
    }

    /// A text with the token struck out, should something have quoted it.
    pub fn redact(&self, text: &str) -> String {
        text.replace(&self.0, "token:redacted")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_botfather_hands_out_is_a_token() {
        let token = Token::parse(" 123456:AAbbCCddEEffGGhhIIjjKK-_12\n").expect("a token");
        assert_eq!(token.redact("x 123456:AAbbCCddEEffGGhhIIjjKK-_12 y"), "x token:redacted y");
        for bad in
            ["", "123456", "123456:", "x:AAbbCCddEEffGGhhIIjjKK-_12", "1:short", "1:AAbbCCddEE ffGGhhIIjjKK"]
        {
            assert!(Token::parse(bad).is_none(), "{bad}");
        }
    }
}
