//! Commit and reveal. A secret is drawn when a contest is made, and a hash of it is posted at once; each round's seed comes
//! from the secret. So nobody can work out a seed before the reveal, and after it everybody can see that the seeds
//! were settled before anybody played.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::hash::{Digest, from_hex};

use super::definition::Definition;

/// Stands before what is committed to.
const COMMITMENT: &[u8] = b"xiaoqi/contest/commitment/1\n";
/// Stands before what a seed is made of.
const SEED: &[u8] = b"xiaoqi/contest/seed/1\n";

/// 32 bytes from a generator that nobody can guess, drawn outside. Not shown by mistake: it has no `Display`, and its
/// `Debug` tells nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Secret([u8; 32]);

impl Secret {
    /// Of these bytes.
    pub fn new(bytes: [u8; 32]) -> Secret {
        Secret(bytes)
    }

    /// Reads 64 hexadecimal digits. `None` for anything else.
    pub fn parse(text: &str) -> Option<Secret> {
        from_hex(text.trim()).map(Secret)
    }

    /// The 64 hexadecimal digits, to be published once all rounds are closed.
    pub fn reveal(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// What is posted when the contest is made. It names the contest, so that a secret cannot be moved to another.
    pub fn commitment(&self, definition: &Digest) -> Digest {
        Digest::of([COMMITMENT, definition.bytes(), &self.0])
    }

    /// The seed of a round, from 1: the same for everybody. The first 8 bytes of the hash, most significant first.
    pub fn seed(&self, round: u16) -> u64 {
        let digest = Digest::of([SEED, &self.0, &u32::from(round).to_be_bytes()]);
        digest.bytes().iter().take(8).fold(0, |seed, byte| (seed << 8) | u64::from(*byte))
    }
}

/// Whether this secret is the one that was committed to when this contest was made.
pub fn reveals(commitment: &Digest, definition: &Definition, secret: &Secret) -> bool {
    opens(commitment, &definition.hash(), secret)
}

/// The same where only the contest's hash is at hand.
pub fn opens(commitment: &Digest, definition: &Digest, secret: &Secret) -> bool {
    secret.commitment(definition) == *commitment
}

/// A contest as it is announced: anybody can check runs against it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announcement {
    /// What it is.
    pub definition: Definition,
    /// The commitment posted when it was made.
    pub commitment: Digest,
    /// The secret; `None` until it is revealed.
    pub secret: Option<Secret>,
}

impl TryFrom<String> for Secret {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Secret, &'static str> {
        Secret::parse(&text).ok_or("expected 64 hexadecimal digits")
    }
}

impl From<Secret> for String {
    fn from(secret: Secret) -> String {
        secret.reveal()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::super::definition::tests::definition;
    use super::*;

    #[test]
    fn a_commitment_opens_with_its_own_secret_and_for_its_own_contest_only() {
        let (one, secret) = (definition(), Secret::new([7; 32]));
        let commitment = secret.commitment(&one.hash());
        assert!(reveals(&commitment, &one, &secret));
        for place in 0..32 {
            let mut bytes = [7; 32];
            bytes[place] ^= 1;
            assert!(!reveals(&commitment, &one, &Secret::new(bytes)), "byte {place}");
        }
        let other = Definition { attempts: 1, ..definition() };
        assert!(!reveals(&commitment, &other, &secret));
    }

    #[test]
    fn seeds_differ_by_round_and_by_secret_and_are_the_documented_ones() {
        let secret = Secret::new([0xab; 32]);
        let seeds: std::collections::BTreeSet<u64> = (0..1000).map(|round| secret.seed(round)).collect();
        assert_eq!(seeds.len(), 1000);
        assert_ne!(secret.seed(1), Secret::new([0xac; 32]).seed(1));
        let bytes = [b"xiaoqi/contest/seed/1\n".as_slice(), &[0xab; 32], &[0, 0, 0, 1]].concat();
        let hex = Digest::of([bytes.as_slice()]).to_string();
        assert_eq!(format!("{:016x}", secret.seed(1)), hex[..16]);
    }

    #[test]
    fn a_secret_reads_back_and_is_not_told_by_mistake() {
        let secret = Secret::new([0x0f; 32]);
        assert_eq!(Secret::parse(&secret.reveal().to_uppercase()), Some(secret.clone()));
        assert_eq!((Secret::parse("0f"), format!("{secret:?}").as_str()), (None, "Secret"));
    }
}
