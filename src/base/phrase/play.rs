//! What is said while a group practises together.

use super::arg::Listed;
use super::debrief::{Better, Words};
use super::{Phrase, Term};

phrases! {
    /// Phrases of the games of a group.
    PlayPhrase in Play {
        /// That is for groups.
        OnlyInGroups = "play-only-in-groups",
        /// Something goes on in this topic.
        AlreadyOn = "play-already-on",
        /// Nothing goes on in this topic.
        NoGame = "play-no-game",
        /// What the button belonged to is over.
        Over = "play-over",
        /// Nobody speaks the group's language.
        NoCustomers = "play-no-customers",
        /// How hard is the customer to be?
        RelayChoose = "play-relay-choose",
        /// That is settled already.
        Chosen = "play-chosen",
        /// The customer, and who takes part.
        RelayGather {
            /// Title of the case.
            title: String,
            /// The customer's name.
            name: String,
            /// Who they are.
            you: String,
            /// What happened.
            happened: String,
            /// How many messages they have together.
            most: usize,
            /// Who takes part.
            players: Box<Phrase>,
        } = "play-relay-gather",
        /// Nobody takes part yet.
        NoPlayers = "play-no-players",
        /// Who takes part.
        Players {
            /// Their names, in the order of turns.
            names: Listed,
        } = "play-players",
        /// A name as it is.
        Name {
            /// The name.
            name: String,
        } = "play-name",
        /// She takes part already.
        AlreadyIn = "play-already-in",
        /// There are enough.
        FullHouse {
            /// How many.
            most: usize,
        } = "play-full-house",
        /// She takes part.
        Joined = "play-joined",
        /// It has begun already.
        Begun = "play-begun",
        /// Only who takes part may.
        JoinFirst = "play-join-first",
        /// Whose turn it is.
        NextTurn {
            /// Her name.
            player: String,
            /// The customer's.
            name: String,
            /// How he is.
            state: Term,
            /// Messages left.
            left: usize,
        } = "play-next-turn",
        /// The customer's mood.
        RelayBoard {
            /// Title of the case.
            title: String,
            /// The customer's name.
            name: String,
            /// How he is.
            state: Term,
            /// His levels, a line each.
            levels: Vec<Phrase>,
            /// Who takes part.
            players: Listed,
            /// Messages left.
            left: usize,
        } = "play-relay-board",
        /// Whose turn it is has a little time for herself.
        Patience {
            /// So many seconds.
            seconds: i64,
        } = "play-patience",
        /// It is another's turn.
        NotYourTurn {
            /// Hers.
            player: String,
        } = "play-not-your-turn",
        /// She does not take part.
        NotPlaying {
            /// Whose turn it is.
            player: String,
        } = "play-not-playing",
        /// On the board when it is over.
        RelayOver {
            /// Title of the case.
            title: String,
        } = "play-relay-over",
        /// The customer's files have changed.
        Changed = "play-changed",
        /// It was ended before anything was said.
        Stopped = "play-stopped",
        /// Nobody said anything for long.
        Quiet = "play-quiet",
        /// How it ended.
        Ended {
            /// The customer's name.
            name: String,
            /// How.
            ending: Term,
            /// What that means.
            meaning: Term,
            /// 0 to 100.
            score: u8,
        } = "play-ended",
        /// Too little was said to look back on.
        TooLittle = "play-too-little",
        /// What the group did well.
        Well {
            /// One a paragraph.
            items: Vec<Phrase>,
        } = "play-well",
        /// Nothing clearly helped.
        NothingWell = "play-nothing-well",
        /// Words that helped.
        Strength {
            /// The words.
            quote: Words,
            /// What they are.
            name: Term,
            /// Why they help.
            why: Term,
        } = "play-strength",
        /// What the group can do differently.
        Better {
            /// One a paragraph.
            items: Vec<Phrase>,
        } = "play-better",
        /// Nothing hurt.
        NothingBetter = "play-nothing-better",
        /// Words that hurt, and a sentence in their place.
        Change {
            /// The words.
            quote: Words,
            /// What they are.
            name: Term,
            /// The sentence.
            better: Better,
        } = "play-change",
        /// Words that hurt.
        ChangeBare {
            /// The words.
            quote: Words,
            /// What they are.
            name: Term,
        } = "play-change-bare",
        /// What was never done, and a sentence that does it.
        Gap {
            /// What.
            name: Term,
            /// The sentence.
            better: Better,
        } = "play-gap",
        /// What was never done.
        GapBare {
            /// What.
            name: Term,
        } = "play-gap-bare",
        /// Three questions to talk over.
        Questions = "play-questions",
        /// A case of the day that waits for answers.
        CaseOpen {
            /// Its title.
            title: String,
            /// Who they are.
            you: String,
            /// What happened.
            happened: String,
            /// The customer's name.
            name: String,
            /// What he says, a line each.
            opening: Vec<Phrase>,
            /// How many have answered.
            answers: usize,
        } = "play-case-open",
        /// One that is voted on.
        CaseVoting {
            /// Its title.
            title: String,
            /// What he says, a line each.
            opening: Vec<Phrase>,
            /// How many have voted.
            votes: usize,
        } = "play-case-voting",
        /// Too few have answered.
        CaseFew {
            /// So many it takes.
            fewest: usize,
        } = "play-case-few",
        /// An answer, and how he takes it.
        CaseAnswer {
            /// Its letter.
            letter: String,
            /// The answer.
            text: String,
            /// The customer's name.
            name: String,
            /// What he would say.
            reply: String,
            /// How he would be.
            state: Term,
            /// Which way it moves him.
            way: Box<Phrase>,
        } = "play-case-answer",
        /// It calms him.
        Calms = "play-calms",
        /// It does neither.
        Neutral = "play-neutral",
        /// It makes it worse.
        Escalates = "play-escalates",
        /// Vote!
        CaseVote = "play-case-vote",
        /// That is her own answer.
        OwnAnswer = "play-own-answer",
        /// Her vote counts.
        Voted {
            /// For which.
            letter: String,
        } = "play-voted",
        /// How many voted for an answer.
        CaseVotes {
            /// Its letter.
            letter: String,
            /// How many.
            count: usize,
        } = "play-case-votes",
        /// One answer has most votes.
        CaseWinner {
            /// Its letter.
            letter: String,
            /// The answer.
            text: String,
            /// All votes.
            list: Listed,
        } = "play-case-winner",
        /// No answer has most.
        CaseTie {
            /// All votes.
            list: Listed,
        } = "play-case-tie",
        /// On the board when it is over.
        CaseOver {
            /// Its title.
            title: String,
        } = "play-case-over",
        /// In private: what would she say?
        AskAnswer {
            /// The case's title.
            title: String,
            /// What the customer says, a line each.
            opening: Vec<Phrase>,
        } = "play-ask-answer",
        /// The same for who has answered already.
        AskAgain {
            /// The case's title.
            title: String,
            /// What the customer says, a line each.
            opening: Vec<Phrase>,
            /// Her answer so far.
            before: String,
        } = "play-ask-again",
        /// Her answer is taken.
        AnswerTaken = "play-answer-taken",
        /// The case waits for no answers.
        CaseClosed = "play-case-closed",
        /// There are enough answers.
        CaseFull {
            /// How many.
            most: usize,
        } = "play-case-full",
        /// She is not in that group.
        AnswerStranger = "play-answer-stranger",
    }
}
