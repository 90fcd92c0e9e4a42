//! What is said about the team's library.

use super::Phrase;

phrases! {
    /// Phrases of the team's library.
    TeamPhrase in Team {
        /// The card, before anybody else can see it.
        Preview {
            /// The card.
            card: Box<Phrase>,
        } = "team-preview",
        /// A card with her words.
        Card {
            /// The customer's title.
            customer: String,
            /// Her words.
            quote: String,
            /// Why it worked.
            why: String,
            /// Whose it is.
            by: Box<Phrase>,
            /// How many thanked.
            thanks: u32,
        } = "team-card",
        /// A card without.
        CardPlain {
            /// The customer's title.
            customer: String,
            /// What others can take from it.
            why: String,
            /// Whose it is.
            by: Box<Phrase>,
            /// How many thanked.
            thanks: u32,
        } = "team-card-plain",
        /// With a name.
        By {
            /// The name.
            name: String,
        } = "team-by",
        /// Without.
        Anonymous = "team-anonymous",
        /// Which name to put on it.
        AskName = "team-ask-name",
        /// The same, with the one used last.
        AskNameAgain {
            /// The one used last.
            last: String,
        } = "team-ask-name-again",
        /// It is in the library.
        Published = "team-published",
        /// That answer can become no card any more.
        Gone = "team-gone",
        /// Above a page of cards.
        Page {
            /// From 1.
            page: usize,
            /// Of how many.
            pages: usize,
            /// Cards in all.
            count: usize,
        } = "team-page",
        /// There is no card yet.
        Empty = "team-empty",
        /// No card fits.
        NothingFound {
            /// What was sought.
            sought: String,
        } = "team-nothing-found",
        /// She has none.
        NoneOfYours = "team-none-of-yours",
        /// It is out.
        Withdrawn = "team-withdrawn",
        /// It is not there, or not hers.
        NotThere = "team-not-there",
        /// Thanks are kept.
        Thanked = "team-thanked",
        /// They were before.
        ThankedBefore = "team-thanked-before",
    }
}
