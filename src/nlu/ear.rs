//! stub
/// A persona's topics in one language.
#[derive(Clone)]
pub struct Ear {}
