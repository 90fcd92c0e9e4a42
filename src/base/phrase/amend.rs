//! What is said when a contest is changed before it opens.

use super::Phrase;

phrases! {
    /// Phrases of changing a contest.
    AmendPhrase in Amend {
        /// The form that changes a contest.
        Form {
            /// The name.
            name: Box<Phrase>,
        } = "contest-form-change",
        /// Change a contest that waits.
        Button = "contest-button-change",
        /// Put the change in force.
        ButtonPutInForce = "contest-button-put-in-force",
        /// The contest stays as it was.
        Dropped = "contest-change-dropped",
        /// Another administrator has the form.
        Taken = "contest-change-taken",
        /// It is open: nothing can be changed any more.
        TooLate = "contest-change-too-late",
        /// It is over, called off, or another group's.
        Over = "contest-change-over",
        /// The form is as the contest is.
        Nothing = "contest-nothing-changed",
        /// The change is in force.
        Done {
            /// The name.
            name: String,
        } = "contest-changed",
        /// In place of an announcement that does not hold any more.
        Replaced {
            /// The name.
            name: String,
        } = "contest-replaced",
        /// A contest is announced in place of the same before it was changed.
        AnnouncedAgain {
            /// What is in force that was not, one a line.
            changes: Vec<Phrase>,
            /// The announcement.
            announced: Box<Phrase>,
        } = "contest-announced-again",
        /// The commitment that is in force, with the announcement as a file.
        CommitmentAgain {
            /// The commitment.
            commitment: String,
        } = "contest-commitment-again",
        /// It is called something else.
        Name {
            /// The name.
            name: String,
        } = "contest-changed-name",
        /// It opens at another time.
        Opens {
            /// When.
            when: Box<Phrase>,
        } = "contest-changed-opens",
        /// It closes at another time.
        Closes {
            /// When.
            when: Box<Phrase>,
        } = "contest-changed-closes",
        /// There are other customers.
        Customers = "contest-changed-customers",
        /// The customers are the same, and their files are not.
        Versions = "contest-changed-versions",
        /// It can still be changed.
        Possible = "contest-still-changeable",
        /// It cannot be changed any more.
        Impossible = "contest-not-changeable",
    }
}
