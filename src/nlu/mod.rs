//! From a text to what was meant by it. The lower half: one written form for every spelling (`normalise`), borders of
//! what was said (`clause`) and the times, sums and names in it (`slots`). Pure and total; imports `base` only.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::float_arithmetic
    )
)]

pub mod clause;
mod han_set;
pub mod normalise;
pub mod slots;
