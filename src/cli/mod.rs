//! Placeholder: the command line. Only `serve` is real here.

pub mod serve;
