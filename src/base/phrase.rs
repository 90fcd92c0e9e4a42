//! Everything the product itself can say, typed; `i18n` turns it into prose.

/// placeholder
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {}
