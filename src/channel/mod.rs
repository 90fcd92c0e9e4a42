//! Ways to reach a trainee. A channel translates what she does into the flow's inputs and what the flow says into
//! its own form, and decides nothing.

pub mod telegram;
pub mod terminal;
