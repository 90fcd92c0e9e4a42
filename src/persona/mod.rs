//! Customers as trainers write them: the file, the checked model, and the findings between the two.
//!
//! Never reads a file: texts come in as strings, findings go out as values.

pub mod chart;
pub mod file;
pub mod finding;
pub mod lines;
pub mod lower;
pub mod model;
pub mod rules;
