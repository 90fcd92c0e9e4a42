//! stub
pub mod base;
