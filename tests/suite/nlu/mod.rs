//! Reading: from a text to clauses and slots.

mod clause;
mod normalise;
mod regressions;
mod scripts;
mod slots;
