//! One harness for all tests that need more than one module.

mod debrief;
