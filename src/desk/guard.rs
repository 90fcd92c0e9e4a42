//! Panics of the core: caught, with their place and without their words. A panic's text can quote what a trainee
//! wrote (slicing inside a character does), so it must not reach standard error either.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Once;

use crate::vitals::{VITALS, count};

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Where something panicked: `file:line:column`, or "an unknown place".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(String);

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Makes guarded panics silent. Others go on to whatever hook was there before.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !note(info) {
                before(info)
            }
        }));
    });
}

/// Makes every other panic tell its place only. For the service's own process, not for tests.
pub fn silence() {
    std::panic::set_hook(Box::new(|info| {
        count(&VITALS.panics, "caught", "no");
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a mistake in the program: please report it");
    }));
}

/// Does `work`; where it panicked, says where.
///
/// # Errors
/// The place of the panic.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Place> {
    let outer = WATCHED.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    WATCHED.set(outer);
    let place = || PLACE.take().unwrap_or_else(|| "an unknown place".to_owned());
    outcome.map_err(|_| {
        count(&VITALS.panics, "caught", "yes");
        Place(place())
    })
}

fn note(info: &PanicHookInfo<'_>) -> bool {
    let watched = WATCHED.get();
    if watched {
        PLACE.set(info.location().map(ToString::to_string));
    }
    watched
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_comes_back_as_its_place_without_its_words() {
        install();
        let words = "退钱";
        let place = guarded(|| assert!(words.is_empty(), "cannot read {words}")).unwrap_err().to_string();
        assert!(place.contains("guard.rs") && !place.contains(words), "{place}");
        assert_eq!(guarded(|| 7), Ok(7));
    }
}
