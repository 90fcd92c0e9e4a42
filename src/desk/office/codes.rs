//! Codes: made, kept, found, spent. A code is kept under a keyed hash of itself. Looking it up therefore takes as long whatever
//! somebody guessed, since nobody outside can tell which bytes are compared; and what is kept of a code lets nobody in.

use rand::TryRngCore;

use crate::base::hash::Digest;
use crate::base::membership::{CODE, Cohort, HOUSE, Organisation, SIGNS, read_code};
use crate::base::time::Moment;
use crate::desk::door::admission;
use crate::desk::door::records::Way;
use crate::flow::office::Settled;
use crate::store::{Batch, Expect, Key, Record, scan_all};

use super::records::{Gives, KeptCode, KeptOrganisation};
use super::{Desk, DeskError, Done, Ran, Request, keep, told};

/// How long a code is good that gives a role, or lets in.
pub(super) const DAYS: u32 = 7;
/// How long a cohort's code is good: a term.
pub(super) const CLASS_DAYS: u32 = 60;
/// How many can join by it: the largest class there is, and mistakes.
pub(super) const CLASS_USES: u32 = 300;
const DAY_MS: i64 = 24 * 3_600_000;
/// Codes changed at once.
const PAGE: usize = 100;

/// A code that is good.
pub(in crate::desk) struct Found {
    /// What it gives.
    pub kept: KeptCode,
    key: Key,
    expect: Expect,
}

impl Found {
    /// Uses it once: whoever comes after the last finds nothing.
    ///
    /// # Errors
    /// As for every record.
    pub(super) fn spend(&self, ran: &mut Ran) -> Result<(), DeskError> {
        let once = matches!(self.kept.gives, Gives::Role(_));
        let left = if once { Some(0) } else { self.kept.left.map(|left| left.saturating_sub(1)) };
        let value = match left {
            None => return Ok(()),
            Some(0) => None,
            left => Some(Record::encode(&self.key, &KeptCode { left, ..self.kept.clone() })?),
        };
        ran.guarded.push((self.key.clone(), value, self.expect));
        Ok(())
    }

    /// For how many days and people it is good; none where that has no end.
    pub(super) fn rest(&self, at: Moment) -> (u32, u32) {
        let days = self.kept.until.map_or(i64::from(u32::MAX), |until| until.since(at) / DAY_MS + 1);
        (u32::try_from(days).unwrap_or(u32::MAX), self.kept.left.unwrap_or(u32::MAX))
    }
}

/// A code from the operating system's generator. `None` where that fails: a code that can be foreseen is worse than none.
pub(super) fn code() -> Option<String> {
    let mut code = String::new();
    while code.len() < CODE {
        let mut byte = [0];
        rand::rngs::OsRng.try_fill_bytes(&mut byte).ok()?;
        // 248 is eight times 31: every sign is as likely.
        if let Some(sign) = SIGNS.get(usize::from(byte[0] % 31)).filter(|_| byte[0] < 248) {
            code.push(char::from(*sign));
        }
    }
    Some(code)
}

/// The end of so many days.
pub(super) fn after(at: Moment, days: u32) -> Option<Moment> {
    Some(Moment(at.0.saturating_add(i64::from(days).saturating_mul(DAY_MS))))
}

impl Desk {
    /// What a code is kept under.
    pub(super) async fn code_key(&self, code: &str) -> Result<Key, DeskError> {
        let hash = Digest::keyed(&self.link_key().await?, format!("code:{code}").as_bytes());
        Ok(Key::code(&hash.to_string()))
    }

    /// What somebody has written, where it is a code that is good.
    pub(in crate::desk) async fn good_code(
        &self,
        written: &str,
        at: Moment,
    ) -> Result<Option<Found>, DeskError> {
        let Some(code) = read_code(written) else { return Ok(None) };
        let key = self.code_key(&code).await?;
        let (kept, expect) = self.seen::<KeptCode>(&key).await?;
        let Some(kept) = kept.filter(|kept| kept.until.is_none_or(|until| at <= until)) else {
            return Ok(None);
        };
        if let Gives::Cohort(number) = kept.gives
            && self.organisation(kept.organisation).await?.cohort(number).is_none()
        {
            return Ok(None);
        }
        Ok(Some(Found { kept, key, expect }))
    }

    /// A code that lets so many people in, and gives nothing else.
    pub(super) async fn entry_code(&self, request: &Request<'_>, uses: u32) -> Done {
        let Some(code) = code() else { return Ok(told(Settled::NotAllowed)) };
        let mut ran = told(Settled::EntryCode(code.clone(), uses, DAYS));
        let until = after(request.at, DAYS);
        let kept = KeptCode { organisation: HOUSE, gives: Gives::Entry, until, left: Some(uses) };
        keep(&mut ran, self.code_key(&code).await?, &kept)?;
        Ok(ran)
    }

    /// She comes in by a code that gives nothing else. Who is in already spends none.
    pub(super) async fn come_in(&self, request: &Request<'_>, found: &Found) -> Done {
        let key = Key::admission(request.who);
        if self.store.get(&key).await?.is_some() {
            return Ok(told(Settled::InAlready));
        }
        let mut ran = told(Settled::Entered);
        found.spend(&mut ran)?;
        keep(&mut ran, key, &admission(request.at, Way::Code))?;
        Ok(ran)
    }

    /// Codes that earlier versions kept as they are go under their hashes; a cohort's code that had no end gets one.
    pub(super) async fn hide_codes(&self, now: Moment) -> Result<(), DeskError> {
        let all = scan_all(&*self.store, Key::all_codes()).await?;
        let plain: Vec<_> = all
            .into_iter()
            .filter(|(key, _)| key.code_name().is_some_and(|name| name.len() == CODE))
            .collect();
        for some in plain.chunks(PAGE) {
            let mut batch = Batch::new();
            for (key, entry) in some {
                let Some(code) = key.code_name() else { continue };
                // One that cannot be read gives nothing to anybody.
                if let Ok(mut kept) = Record::<KeptCode>::decode(key, &entry.value) {
                    if matches!(kept.gives, Gives::Cohort(_)) && kept.until.is_none() {
                        (kept.until, kept.left) = (after(now, CLASS_DAYS), Some(CLASS_USES));
                    }
                    let hidden = self.code_key(code).await?;
                    batch.put(hidden.clone(), Record::encode(&hidden, &kept)?, Expect::Any);
                }
                batch.delete(key.clone(), Expect::Version(entry.version));
            }
            self.store.commit(batch).await?;
        }
        Ok(())
    }

    /// A new code of a cohort.
    pub(super) async fn keep_class_code(
        &self,
        ran: &mut Ran,
        (organisation, cohort): (Organisation, Cohort),
        code: &str,
        at: Moment,
    ) -> Result<(), DeskError> {
        let (gives, until) = (Gives::Cohort(cohort), after(at, CLASS_DAYS));
        let kept = KeptCode { organisation, gives, until, left: Some(CLASS_USES) };
        keep(ran, self.code_key(code).await?, &kept)
    }

    /// How long a cohort's code is good, and for how many; none where it is good no more.
    pub(super) async fn class_code(
        &self,
        organisation: &KeptOrganisation,
        cohort: u32,
        at: Moment,
    ) -> Result<Option<(String, u32, u32)>, DeskError> {
        let Some(cohort) = organisation.cohort(cohort) else { return Ok(None) };
        let found = self.good_code(&cohort.code, at).await?;
        Ok(found.map(|found| {
            let (days, uses) = found.rest(at);
            (cohort.code.clone(), days, uses)
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_differ_and_are_read_however_they_are_written() {
        let (one, other) = (code().unwrap(), code().unwrap());
        assert_ne!(one, other);
        assert_eq!(one.len(), CODE);
        let (head, tail) = one.split_at(4);
        assert_eq!(read_code(&format!(" {}-{} ", head.to_lowercase(), tail)), Some(one.clone()));
        assert_eq!((read_code(&one[1..]), read_code("ABCDEFGHIJKL")), (None, None));
    }
}
