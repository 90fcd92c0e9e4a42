//! Where trainees are met. A channel translates what they do into inputs of the flow, and what the flow says into
//! its own kind of message; it decides nothing.

pub mod telegram;
