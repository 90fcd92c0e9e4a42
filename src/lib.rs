//! stub
pub mod base;
pub mod persona;
