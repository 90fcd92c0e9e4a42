//! The one harness for everything larger than a unit test.

mod nlu;
