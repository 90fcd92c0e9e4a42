//! Fuzz target `locale`; what it asks and what must hold is in tests/suite/fuzz/entries.rs.
#![no_main]

#[path = "../../tests/suite/fuzz/entries.rs"]
#[allow(dead_code)]
mod entries;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entries::locale(bytes));
