//! A session: the events that are recorded, and the conversation they fold to.

pub mod content;
pub mod event;
pub mod fold;
pub mod measure;
