//! What came of letting people in and taking them off.

use crate::base::phrase::AccessPhrase;
use crate::flow::menu;
use crate::flow::office::Settled;
use crate::flow::scene::Scene;

/// Says what came of it; nothing for anything else.
pub fn settled(scene: &mut Scene<'_>, settled: &Settled) {
    match settled {
        Settled::TooMany(minutes) => scene.tell(AccessPhrase::TooMany { minutes: *minutes }),
        Settled::EntryCode(code, uses, days) => {
            scene.tell(AccessPhrase::Code { code: code.clone(), uses: *uses, days: *days });
        }
        Settled::Entered => {
            scene.tell(AccessPhrase::Welcome);
            menu::start(scene, "");
        }
        Settled::InAlready => scene.tell(AccessPhrase::AlreadyIn),
        Settled::LetIn(number) => scene.tell(AccessPhrase::Admitted { number: *number }),
        Settled::Barred(number) => scene.tell(AccessPhrase::Barred { number: *number }),
        Settled::NotBarred => scene.tell(AccessPhrase::NotBarred),
        _ => {}
    }
}
