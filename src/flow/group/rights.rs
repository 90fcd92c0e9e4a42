//! Who may do what in a group, in one table, which every step asks. What somebody is there, Telegram says at that moment.

use super::hall::Hall;
use super::{Need, Rank};
use crate::base::phrase::GroupPhrase;

/// Who may, at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// Whoever can write or press there.
    Anybody,
    /// Members of the group; Telegram lets others press buttons of public groups.
    Member,
    /// Whoever has that place: plays in the game, or opened the form.
    Own,
    /// Who began the game, the two of a duet, and administrators.
    Starter,
    /// Administrators.
    Administrator,
}

/// Defines the things that can be asked for in a group, each with the words that stand for it in docs/access.md and who may.
macro_rules! table {
    ($($(#[$doc:meta])* $right:ident: $least:ident, $words:literal;)*) => {
        /// Something that can be asked for in a group.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum GroupRight { $($(#[$doc])* $right,)* }

        impl GroupRight {
            /// The table: what, what it is called, and who may at least.
            pub const TABLE: &'static [(GroupRight, &'static str, Least)] =
                &[$((GroupRight::$right, $words, Least::$least),)*];

            /// Who may, at least.
            pub fn least(self) -> Least {
                match self { $(GroupRight::$right => Least::$least,)* }
            }
        }
    };
}

table! {
    /// Asking for help.
    Help: Anybody, "/help; every command that belongs into private (it says so)";
    /// Being asked which language.
    AskLanguage: Anybody, "/language";
    /// Choosing the group's language.
    Language: Administrator, "language buttons";
    /// Beginning a game, and how hard the customer is.
    BeginGame: Anybody, "/relay /case /duet, the grade of a game";
    /// Taking part: a place, a vote.
    TakePart: Member, "join a relay, vote in a case, take a place in a duet or mark it";
    /// Playing: one's turn, handing it on, how it ends.
    Play: Own, "texts of a game, begin, pass, the secret card, answered, accept, walk away, of a duet also result and swap";
    /// Ending a game before it is over, or going on to its next part.
    EndGame: Starter, "/end, stop, show the answers of a case";
    /// How a contest stands.
    SeeContest: Anybody, "/contest while one is on";
    /// Making one.
    MakeContest: Administrator, "/contest where none is on, making it";
    /// The form that makes or changes one.
    FillForm: Own, "the form of a contest, its name";
    /// Changing one that has not begun.
    ChangeContest: Administrator, "the change button of a contest";
}

impl Hall<'_> {
    /// Whether whoever acts may, so far as her rank decides it; she is told where she may not. `hers`: she began it, or plays in it.
    ///
    /// # Errors
    /// [`Need::Rank`] where Telegram has to be asked first.
    pub fn may(&mut self, right: GroupRight, hers: bool) -> Result<bool, Need> {
        match right.least() {
            Least::Anybody => Ok(true),
            Least::Own => Ok(hers),
            Least::Starter if hers => Ok(true),
            Least::Starter | Least::Administrator => self.admin(),
            Least::Member => self.member(),
        }
    }

    fn member(&mut self) -> Result<bool, Need> {
        let stranger = self.rank()? == Rank::Stranger;
        if stranger && self.known.rank != Some(None) {
            self.alert(GroupPhrase::NotMember);
        }
        Ok(!stranger)
    }
}
