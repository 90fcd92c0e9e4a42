//! How a conversation can end (curriculum section 2).

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! endings {
    ($(($variant:ident, $id:literal, $doc:literal),)*) => {
        /// The outcome of a conversation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Ending { $(#[doc = $doc] $variant,)* }

        impl Ending {
            /// Every ending, best first.
            pub const ALL: [Ending; [$($id),*].len()] = [$(Ending::$variant),*];

            /// The id in files and locales.
            pub fn id(self) -> &'static str {
                match self { $(Ending::$variant => $id),* }
            }
        }
    };
}

endings![
    (Satisfied, "satisfied", "Came upset, left content."),
    (Accepted, "accepted", "Took what was offered, still sore."),
    (Unresolved, "unresolved", "Nothing came of it, or the trainee ended it."),
    (Overpromised, "overpromised", "Accepted a promise that the trainee had no right to make."),
    (DemandedManager, "demanded_manager", "Asked for somebody else."),
    (HungUp, "hung_up", "Left."),
    (ExposedPublicly, "exposed_publicly", "Went to the public with it."),
    (LostTemper, "lost_temper", "The trainee lost her temper."),
];

impl Ending {
    /// The ending with this id. `None` where there is none.
    pub fn parse(id: &str) -> Option<Ending> {
        Ending::ALL.into_iter().find(|e| e.id() == id)
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
