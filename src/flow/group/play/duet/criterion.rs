//! What the observers of a duet watch for: a few steps of the curriculum's methods, those that this customer's case calls for. They
//! are the same before anything is said and after it, so that the card and the vote agree.

use crate::base::moves::{Family, Move};
use crate::base::phrase::{DuetPhrase, Phrase};
use crate::debrief::record::{Case, FEELING, did, first_in};
use crate::persona::model::{Authority, Grade};

use crate::base::cause::Cause;

/// How many are watched for: more cannot be kept in mind.
const MOST: usize = 6;
/// Anger at the start, in points, from which staying civil is a feat.
const HOT: i32 = 60;

/// One thing that is watched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// Listened before a way out was offered.
    Listen,
    /// Spoke to the feeling.
    Feeling,
    /// Apologised and owned it.
    Own,
    /// Asked for what was untold.
    Ask,
    /// Refused with a reason and another way.
    Refuse,
    /// Stayed civil.
    Civil,
    /// Offered what meets a wish.
    Solve,
    /// Promised what can be checked.
    Promise,
    /// Asked whether it is right.
    Check,
}

impl Criterion {
    /// All, those that matter most first.
    const ALL: [Criterion; 9] = [
        Criterion::Listen,
        Criterion::Feeling,
        Criterion::Own,
        Criterion::Refuse,
        Criterion::Ask,
        Criterion::Promise,
        Criterion::Check,
        Criterion::Civil,
        Criterion::Solve,
    ];

    /// What a case calls for, in the order of a conversation; at most six.
    pub fn of(case: &Case<'_>) -> Vec<Criterion> {
        let fitting = Criterion::ALL.into_iter().filter(|one| one.fits(case));
        let mut chosen: Vec<Criterion> = fitting.take(MOST).collect();
        chosen.sort();
        chosen
    }

    fn fits(self, case: &Case<'_>) -> bool {
        let persona = case.persona;
        let offers = |authority| persona.offers.iter().any(|offer| offer.authority == authority);
        match self {
            Criterion::Own => case.owed_apology(),
            Criterion::Ask => !case.hidden().is_empty(),
            Criterion::Refuse => persona.grade == Grade::Advanced && offers(Authority::Beyond),
            Criterion::Civil => persona.start.anger.whole() >= HOT,
            Criterion::Solve => offers(Authority::Free),
            Criterion::Listen | Criterion::Feeling | Criterion::Promise | Criterion::Check => true,
        }
    }

    /// What it says.
    pub fn phrase(self) -> Phrase {
        let phrase = match self {
            Criterion::Listen => DuetPhrase::Listen,
            Criterion::Feeling => DuetPhrase::Feeling,
            Criterion::Own => DuetPhrase::Own,
            Criterion::Ask => DuetPhrase::Ask,
            Criterion::Refuse => DuetPhrase::Refuse,
            Criterion::Civil => DuetPhrase::Civil,
            Criterion::Solve => DuetPhrase::Solve,
            Criterion::Promise => DuetPhrase::Promise,
            Criterion::Check => DuetPhrase::Check,
        };
        phrase.into()
    }

    /// Whether the bot heard it in what the agent wrote.
    pub fn heard(self, case: &Case<'_>) -> bool {
        match self {
            Criterion::Listen => {
                let listen = [Move::EncourageToContinue, Move::Paraphrase, Move::OpenQuestion];
                first_in(case.until_solution(), &listen).is_some()
            }
            Criterion::Feeling => {
                let about_this =
                    FEELING.map(|mv| if mv == Move::EmpathizeGeneric { Move::Validate } else { mv });
                case.ever(&about_this)
            }
            Criterion::Own => case.apology().is_some(),
            Criterion::Ask => {
                let told = case.told();
                case.hidden().iter().any(|place| told.contains(place))
            }
            Criterion::Refuse => {
                case.ever(&[Move::RefuseWithReason])
                    && case.ever(&[Move::OfferAlternative, Move::OfferChoices])
            }
            Criterion::Civil => {
                let fights = |mv: &Move| mv.family() == Family::Fighting;
                let hit = |mv: Move| case.turns().iter().any(|turn| did(turn, Cause::Move(mv)));
                !case.turns().is_empty() && !Move::ALL.iter().copied().filter(fights).any(hit)
            }
            Criterion::Solve => case.session.customer.memory.met.iter().any(|percent| *percent > 0),
            Criterion::Promise => {
                let timed = case.session.customer.memory.promises.iter().any(|p| p.by_when.is_some());
                timed || case.ever(&[Move::CommitSpecific])
            }
            Criterion::Check => case.ever(&[Move::CheckSatisfaction]),
        }
    }
}
