//! stub
/// What understands one language.
pub struct Reader {}
