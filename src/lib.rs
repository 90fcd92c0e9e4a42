//! stub
pub mod base;
pub mod nlu;
