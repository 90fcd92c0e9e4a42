//! What is said while two members of a group play agent and customer, and the others watch.

use super::arg::Listed;
use super::{Phrase, Term};

phrases! {
    /// Phrases of the duet.
    DuetPhrase in Duet {
        /// How hard is the customer to be?
        Choose = "duet-choose",
        /// The case, and the two places.
        Places {
            /// Title of the case.
            title: String,
            /// The customer's name.
            name: String,
            /// What happened.
            happened: String,
            /// Who takes the agent's place.
            agent: Box<Phrase>,
            /// Who takes the customer's.
            customer: Box<Phrase>,
        } = "duet-places",
        /// A place nobody has taken.
        Free = "duet-free",
        /// A place that is kept for somebody.
        KeptFor {
            /// For whom.
            player: String,
        } = "duet-kept-for",
        /// A name as it is.
        Name {
            /// The name.
            name: String,
        } = "duet-name",
        /// A word of the vocabulary.
        Word {
            /// Which.
            term: Term,
        } = "duet-word",
        /// She is the agent.
        SeatedAgent = "duet-seated-agent",
        /// She is the customer.
        SeatedCustomer = "duet-seated-customer",
        /// She has left her place.
        StoodUp = "duet-stood-up",
        /// Somebody else sits there.
        Taken {
            /// Who.
            player: String,
        } = "duet-taken",
        /// The bot cannot write to her yet.
        StartFirst = "duet-start-first",
        /// In private: now it can.
        Ready = "duet-ready",
        /// Both places have to be taken.
        TwoNeeded = "duet-two-needed",
        /// Only who plays or began it may.
        OnlyPlayers = "duet-only-players",
        /// Only the customer may.
        OnlyCustomer {
            /// Who that is.
            player: String,
        } = "duet-only-customer",
        /// What is watched for.
        Criteria {
            /// Title of the case.
            title: String,
            /// One a line.
            items: Vec<Phrase>,
        } = "duet-criteria",
        /// One of them.
        Item {
            /// Its number, from 1.
            number: usize,
            /// What it says.
            text: Box<Phrase>,
        } = "duet-item",
        /// Listened before a way out was offered.
        Listen = "duet-criterion-listen",
        /// Spoke to the feeling.
        Feeling = "duet-criterion-feeling",
        /// Apologised and owned it.
        Own = "duet-criterion-own",
        /// Asked for what was untold.
        Ask = "duet-criterion-ask",
        /// Refused with a reason and another way.
        Refuse = "duet-criterion-refuse",
        /// Stayed civil.
        Civil = "duet-criterion-civil",
        /// Offered what meets a wish.
        Solve = "duet-criterion-solve",
        /// Promised what can be checked.
        Promise = "duet-criterion-promise",
        /// Asked whether it is right.
        Check = "duet-criterion-check",
        /// The board while they play.
        Board {
            /// Title of the case.
            title: String,
            /// The agent.
            agent: String,
            /// The customer's name in the case.
            name: String,
            /// Who plays the customer.
            customer: String,
            /// How the customer opens, a line each.
            opening: Vec<Phrase>,
            /// Messages the agent has left.
            left: usize,
        } = "duet-board",
        /// What an agent knows of the case.
        Briefing {
            /// The agent.
            player: String,
            /// Who she is in the case.
            you: String,
            /// What happened.
            happened: String,
            /// What she may offer.
            may: Vec<String>,
            /// What she may not.
            may_not: Vec<String>,
        } = "duet-briefing",
        /// The agent is to begin.
        AgentFirst {
            /// The agent.
            player: String,
            /// The customer's name in the case.
            name: String,
            /// Who plays the customer.
            customer: String,
        } = "duet-agent-first",
        /// It is the agent's turn.
        AgentTurn {
            /// The agent.
            player: String,
            /// Messages left.
            left: usize,
        } = "duet-agent-turn",
        /// How the bot's own customer would be, and why.
        Mood {
            /// The customer's name in the case.
            name: String,
            /// How he would be.
            state: Term,
            /// His levels, and what did it, a line each.
            lines: Vec<Phrase>,
        } = "duet-mood",
        /// The bot's own customer would have ended it.
        WouldEnd {
            /// The customer's name in the case.
            name: String,
            /// How.
            ending: Term,
        } = "duet-would-end",
        /// It is the customer's turn.
        CustomerTurn {
            /// What the bot's own would be.
            mood: Box<Phrase>,
            /// Who plays the customer.
            player: String,
            /// The customer's name in the case.
            name: String,
        } = "duet-customer-turn",
        /// The agent has no messages left.
        CustomerLast {
            /// What the bot's own would be.
            mood: Box<Phrase>,
            /// Who plays the customer.
            player: String,
            /// The customer's name in the case.
            name: String,
        } = "duet-customer-last",
        /// It is another's turn.
        NotYourTurn {
            /// Whose.
            player: String,
        } = "duet-not-your-turn",
        /// She watches.
        Watching {
            /// The agent.
            agent: String,
            /// Who plays the customer.
            customer: String,
        } = "duet-watching",
        /// How does it end?
        Decide {
            /// Who plays the customer.
            player: String,
        } = "duet-decide",
        /// Nothing was said yet that could end it.
        TooEarly {
            /// The agent.
            player: String,
        } = "duet-too-early",
        /// On the board when it is over.
        RoundOver {
            /// Title of the case.
            title: String,
        } = "duet-round-over",
        /// The vote.
        Vote {
            /// Who played the customer.
            player: String,
            /// The customer's name in the case.
            name: String,
            /// How it ended.
            ending: Box<Phrase>,
            /// What is voted on, a line each.
            items: Vec<Phrase>,
            /// How many have voted.
            votes: usize,
        } = "duet-vote",
        /// The vote is over.
        VoteOver {
            /// How many have voted.
            votes: usize,
        } = "duet-vote-over",
        /// Marked as met.
        MarkedMet {
            /// Which.
            number: usize,
        } = "duet-marked-met",
        /// Marked as not met.
        MarkedMissed {
            /// Which.
            number: usize,
        } = "duet-marked-missed",
        /// Who plays has no vote.
        PlayersWatch = "duet-players-watch",
        /// Calmed, and accepts.
        Calmed = "duet-ended-calmed",
        /// Walks away.
        Walked = "duet-ended-walked",
        /// Ended by neither.
        Open = "duet-ended-open",
        /// What everybody saw, and what the bot heard.
        Result {
            /// Title of the case.
            title: String,
            /// A criterion each.
            items: Vec<Phrase>,
        } = "duet-result",
        /// A criterion with its votes.
        ResultItem {
            /// Its number.
            number: usize,
            /// What it says.
            text: Box<Phrase>,
            /// How many found it met.
            met: usize,
            /// Of how many.
            votes: usize,
            /// What the bot heard.
            heard: Box<Phrase>,
        } = "duet-result-item",
        /// The same where nobody voted on it.
        ResultBare {
            /// Its number.
            number: usize,
            /// What it says.
            text: Box<Phrase>,
            /// What the bot heard.
            heard: Box<Phrase>,
        } = "duet-result-bare",
        /// The bot heard it.
        Heard = "duet-heard",
        /// It did not.
        Unheard = "duet-unheard",
        /// How the two customers ended.
        Endings {
            /// Who played the customer.
            player: String,
            /// The customer's name in the case.
            name: String,
            /// How it ended with her.
            ending: Box<Phrase>,
            /// How the bot's own was then.
            own: Box<Phrase>,
            /// How his levels went.
            levels: Listed,
        } = "duet-endings",
        /// The bot's own has ended it.
        OwnEnded {
            /// How.
            ending: Term,
        } = "duet-own-ended",
        /// It has not.
        OwnOpen {
            /// How he is.
            state: Term,
        } = "duet-own-open",
        /// What helped.
        Well {
            /// One a paragraph.
            items: Vec<Phrase>,
        } = "duet-well",
        /// What could be done differently.
        Better {
            /// One a paragraph.
            items: Vec<Phrase>,
        } = "duet-better",
        /// Three questions to talk over.
        Questions {
            /// The agent.
            agent: String,
        } = "duet-questions",
        /// The roles can be swapped.
        SwapOffer {
            /// Who will be the agent.
            agent: String,
            /// Who will be the customer.
            customer: String,
        } = "duet-swap-offer",
        /// Both rounds are over.
        Done = "duet-done",
        /// It was ended.
        Stopped = "duet-stopped",
        /// The customer's files have changed.
        Changed = "duet-changed",
        /// The secret card: who.
        Card {
            /// The customer's name.
            name: String,
            /// Title of the case.
            title: String,
            /// The case in one line.
            summary: String,
            /// What kind of customer.
            types: Listed,
            /// How he is at first.
            state: Term,
            /// His levels, a line each.
            levels: Vec<Phrase>,
            /// How he opens, a line each.
            opening: Vec<Phrase>,
            /// What he wants, what matters most first.
            demands: Vec<String>,
        } = "duet-card",
        /// The case on it is in another language than hers.
        CardForeign = "duet-card-foreign",
        /// What he tells when asked.
        CardFacts {
            /// A fact each.
            items: Vec<Phrase>,
        } = "duet-card-facts",
        /// A fact.
        Fact {
            /// What it is about.
            about: String,
            /// What he says.
            tell: String,
        } = "duet-card-fact",
        /// What he tells to a good question only.
        CardSecrets {
            /// A fact each.
            items: Vec<Phrase>,
        } = "duet-card-secrets",
        /// A fact, and a question that finds it.
        Secret {
            /// What it is about.
            about: String,
            /// What he says.
            tell: String,
            /// The question.
            question: String,
        } = "duet-card-secret",
        /// How he is played.
        CardPlay {
            /// What calms him.
            calms: Listed,
            /// What sets him off.
            irks: Listed,
        } = "duet-card-play",
        /// The card was sent once more.
        CardSent = "duet-card-sent",
        /// The card is somebody else's.
        CardNotYours = "duet-card-not-yours",
    }
}
