//! The next fitting kind of move, from where the conversation stands. Deterministic: no dice are thrown for a hint.
//!
//! What this customer needs now comes first: amends for what has just hurt, the time he asked for, to be heard, to be
//! asked, to be helped, a promise he can check, a proper end. Among moves that answer the same need, the one that would
//! do him most good here and now, by the same laws that will judge it. No hint comes twice in a conversation.

use crate::base::cause::Cause;
use crate::base::level::{Emotion, POINT};
use crate::base::moves::Move;
use crate::base::phrase::debrief::Better;
use crate::base::phrase::{InsightPhrase, Phrase, Term, TermKind};
use crate::customer::appraise::Appraiser;
use crate::customer::causes::Found;
use crate::customer::state::Pending;
use crate::debrief::counter::counters;
use crate::debrief::record::Case;
use crate::debrief::rubric;
use crate::persona::model::{Authority, Offer, OfferKind};
use crate::session::event::Nudge;
use crate::session::fold::{Cast, Session};

use super::practice::levels;

/// What makes a customer feel heard, in the order in which it is usually missing.
const LISTENING: [Move; 7] = [
    Move::EmpathizeSpecific,
    Move::NameEmotion,
    Move::Paraphrase,
    Move::Apologize,
    Move::Validate,
    Move::TakeResponsibility,
    Move::EncourageToContinue,
];

/// Harm of a single cause that calls for amends, in hundredths (negative).
const HURT: i32 = -POINT;

/// A hint: what he needs, what answers it, and how an expert might put it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it points at.
    pub nudge: Nudge,
    need: &'static str,
    mv: Move,
    example: Better,
}

impl Hint {
    /// The hint in words, with what it costs after `shown` others.
    pub fn phrase(&self, shown: u16) -> InsightPhrase {
        let reason = Term::new(TermKind::Need, self.need);
        let (technique, example) = (Term::mv(self.mv), self.example.clone());
        InsightPhrase::Hint { reason, technique, example, cost: Box::new(cost(shown)) }
    }
}

fn cost(shown: u16) -> Phrase {
    let (before, total) = (rubric::hints(shown), rubric::hints(shown.saturating_add(1)));
    let (lost, total) = (i64::from(total - before), i64::from(total));
    match lost {
        0 => InsightPhrase::HintFree { total }.into(),
        _ => InsightPhrase::HintCost { lost, total }.into(),
    }
}

/// The hint to show now. `None` where every one that fits was shown.
pub fn next_hint(cast: &Cast<'_>, session: &Session) -> Option<Hint> {
    let desk = Desk { cast, session };
    let needs =
        [Desk::repair, Desk::time, Desk::heard, Desk::found_out, Desk::solved, Desk::promised, Desk::closed];
    needs.into_iter().flat_map(|need| need(&desk)).find(|hint| !desk.is_shown(&hint.nudge))
}

/// A conversation as hints look at it.
struct Desk<'a> {
    cast: &'a Cast<'a>,
    session: &'a Session,
}

impl Desk<'_> {
    fn is_shown(&self, nudge: &Nudge) -> bool {
        self.session.hinted.iter().any(|hint| hint.nudge.as_ref() == Some(nudge))
    }

    fn is_done(&self, mv: Move) -> bool {
        self.session.customer.memory.has_met(mv)
    }

    fn hint(&self, need: &'static str, mv: Move) -> Hint {
        let own = self.cast.texts.better.get(&mv).filter(|text| !text.trim().is_empty());
        let example = own.map_or(Better::General(mv), |text| Better::Own(text.clone()));
        Hint { nudge: Nudge::Move(mv), need, mv, example }
    }

    /// Moves with a model sentence, those first that would do him most good now. A sentence written for this case is
    /// worth half as much again: it shows more than a general one.
    fn best_first(&self, need: &'static str, moves: &[Move]) -> Vec<Hint> {
        let customer = &self.session.customer;
        let appraiser = Appraiser {
            persona: self.cast.persona,
            rules: self.cast.rules,
            customer,
            tainted: false,
            canned: false,
            attentive: true,
        };
        let good = |mv: Move| {
            let felt = appraiser.appraise(Found::plain(Cause::Move(mv), None));
            let good = felt.relief() + felt.heard;
            if self.cast.texts.better.contains_key(&mv) { good * 3 / 2 } else { good }
        };
        let mut moves: Vec<Move> = moves.iter().copied().filter(|mv| mv.is_model()).collect();
        // Stable, so that equals stay in their usual order.
        moves.sort_by_key(|mv| std::cmp::Reverse(good(*mv)));
        moves.into_iter().map(|mv| self.hint(need, mv)).collect()
    }

    /// Amends for what her last message did to him.
    fn repair(&self) -> Vec<Hint> {
        let hurtful = self.session.turns.last().filter(|turn| turn.relief() < 0);
        let hurts = hurtful.iter().flat_map(|turn| &turn.appraisals);
        let worst = hurts.filter(|a| a.cause.hurts() && a.relief() <= HURT).min_by_key(|a| a.relief());
        worst.map_or(Vec::new(), |a| self.best_first("repair", counters(a.cause)))
    }

    /// He asked by when.
    fn time(&self) -> Vec<Hint> {
        match self.session.customer.memory.pending {
            Some(Pending::Time) => {
                [Move::CommitSpecific, Move::SetExpectation].map(|mv| self.hint("time", mv)).to_vec()
            }
            _ => Vec::new(),
        }
    }

    /// Until he feels heard: what has not been tried yet, and an apology only where one is owed.
    fn heard(&self) -> Vec<Hint> {
        let customer = &self.session.customer;
        if customer.accepted || customer.heard >= self.cast.persona.heard_needed {
            return Vec::new();
        }
        let case = Case { persona: self.cast.persona, texts: self.cast.texts, session: self.session };
        let fits = |mv: &Move| match mv {
            Move::Apologize | Move::TakeResponsibility => case.owed_apology(),
            _ => true,
        };
        let untried = LISTENING.into_iter().filter(|mv| !self.is_done(*mv) && fits(mv));
        self.best_first("heard", &untried.collect::<Vec<_>>())
    }

    /// Hidden facts he would tell by now; one he does not trust her with yet is no use as a hint.
    fn found_out(&self) -> Vec<Hint> {
        if self.session.customer.accepted {
            return Vec::new();
        }
        let trust = levels(self.session).get(Emotion::Trust);
        let told = &self.session.customer.memory.told;
        let facts = self.cast.persona.facts.iter().zip(&self.cast.texts.facts).enumerate();
        let ready =
            facts.filter(|(place, (fact, _))| fact.hidden && fact.trust <= trust && !told.contains(place));
        let written = ready.filter(|(_, (_, texts))| !texts.question.trim().is_empty());
        let hint = |(_, (fact, texts)): (
            usize,
            (&crate::persona::model::Fact, &crate::persona::model::FactTexts),
        )| Hint {
            nudge: Nudge::Ask(fact.id.clone()),
            need: "found_out",
            mv: Move::OpenQuestion,
            example: Better::Own(texts.question.clone()),
        };
        written.map(hint).collect()
    }

    /// Offers within her authority that meet what is still open, the most helpful first.
    fn solved(&self) -> Vec<Hint> {
        if self.session.customer.accepted {
            return Vec::new();
        }
        let offered = &self.session.customer.memory.offered;
        let offers = self.cast.persona.offers.iter().zip(&self.cast.texts.offers).enumerate();
        let free = offers
            .filter(|(place, (offer, _))| offer.authority == Authority::Free && !offered.contains(place));
        let helpful = free.map(|(_, (offer, texts))| (self.gain(offer), offer, texts));
        let mut useful: Vec<_> = helpful.filter(|(gain, ..)| *gain > 0).collect();
        // Stable, so that equals stay in the trainer's order.
        useful.sort_by_key(|(gain, ..)| -gain);
        let hint = |example: &String, offer: &Offer| Hint {
            nudge: Nudge::Offer(offer.id.clone()),
            need: "solved",
            mv: kind_of_move(offer.kind),
            example: Better::Own(example.clone()),
        };
        useful.into_iter().map(|(_, offer, texts)| hint(&texts.example, offer)).collect()
    }

    /// How much of what he wants, in percent times weight, an offer would add to what is met already.
    fn gain(&self, offer: &Offer) -> i32 {
        let met = |demand: usize| self.session.customer.memory.met.get(demand).copied().unwrap_or(0);
        let weight = |demand: usize| self.cast.persona.demands.get(demand).map_or(0, |d| d.weight);
        offer.meets.iter().map(|(demand, percent)| weight(*demand) * (percent - met(*demand)).max(0)).sum()
    }

    /// Nothing is missing but a promise he can check.
    fn promised(&self) -> Vec<Hint> {
        let promised = self.session.customer.accepted || self.is_done(Move::CommitSpecific);
        if promised { Vec::new() } else { vec![self.hint("promised", Move::CommitSpecific)] }
    }

    /// Whether it will do, when she comes back to him, and goodbye.
    fn closed(&self) -> Vec<Hint> {
        let open = [Move::CheckSatisfaction, Move::FollowUp].into_iter().filter(|mv| !self.is_done(*mv));
        let settled = self.session.customer.accepted || self.is_done(Move::CheckSatisfaction);
        open.chain(settled.then_some(Move::Close)).map(|mv| self.hint("closed", mv)).collect()
    }
}

fn kind_of_move(kind: OfferKind) -> Move {
    match kind {
        OfferKind::Solution => Move::OfferSolution,
        OfferKind::Remedy => Move::Remedy,
        OfferKind::Alternative => Move::OfferAlternative,
    }
}
