//! From phrases to prose: Fluent messages of `locales/<lang>/ui.ftl` and `coach.ftl`, with a fallback chain; and from
//! findings to words, with `workshop.ftl`.
//!
//! Never reads a file: texts come in as strings, findings go out as values. Rendering is total: a missing message
//! is looked up in the languages behind, at last in English, and where nobody has it the id itself is shown.

pub mod check;
pub mod locale;
pub mod prose;
pub mod told;
pub mod words;

pub use locale::Locale;
pub use prose::Prose;
pub use told::Told;
pub use words::Word;
