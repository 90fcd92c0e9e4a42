//! The house rules a compiler does not know: who may import whom, what the core may not name, that every file says
//! what it is for, and that the map in src/lib.rs is complete.

mod files;
mod imports;
mod map;
mod papers;
mod supply;
mod tree;
