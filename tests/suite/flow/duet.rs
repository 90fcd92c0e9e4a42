//! The duet as a pure step: the same record and the same deed make the same step, and the secret card is said to one person alone.

use xiaoqi::base::id::TraineeId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::phrase::{DuetPhrase, Phrase};
use xiaoqi::base::time::Moment;
use xiaoqi::flow::group::play::Play;
use xiaoqi::flow::group::{
    Group, GroupAction, GroupDeed, GroupInput, GroupStep, Known, Member, Met, Need, Place, Rank, To, Words,
    step,
};
use xiaoqi::flow::input::Command;
use xiaoqi::flow::say::Say;
use xiaoqi::persona::model::Grade;

use crate::stage;

const AGENT: i64 = 8;
const CUSTOMER: i64 = 9;

/// Who does it: whether she has started the bot, and what she is in the group.
struct Actor(i64, Option<Lang>, Rank);

const BOB: Actor = Actor(AGENT, None, Rank::Member);
const CAY: Actor = Actor(CUSTOMER, Some(Lang::ZH_HANT), Rank::Member);

fn taken(group: &Group, actor: &Actor, deed: GroupDeed) -> GroupStep {
    let Actor(id, lang, rank) = actor;
    let name = format!("N{id}");
    let who = Member { id: TraineeId(*id), name, device_lang: Some(Lang::ZH_HANS) };
    let place = Place { chat: -41, thread: Some(5) };
    let (title, chance, at) = (String::new(), [3; 32], Moment(0));
    let input = GroupInput { place, title, who: Some(who), at, chance, deed };
    let met = lang.map(|lang| Met { lang: Some(lang), zone: None });
    let mut known = Known { met, ..Known::default() };
    let content = &stage::loaded().content;
    let mut once = || match step(content, group, &known, &input) {
        Err(Need::Rank) => {
            known.rank = Some(Some(*rank));
            step(content, group, &known, &input).unwrap()
        }
        taken => taken.unwrap(),
    };
    let (first, again) = (once(), once());
    assert_eq!(first, again, "chance and clock come with the input");
    first
}

fn press(group: &Group, actor: &Actor, play: Play) -> GroupStep {
    taken(group, actor, GroupDeed::Press(GroupAction::Game(1, play)))
}

fn is_card(say: &Say) -> bool {
    use DuetPhrase::{Card, CardFacts, CardForeign, CardPlay, CardSecrets, Fact, Secret};
    let Say::Tell(Phrase::Duet(phrase), _) = say else { return false };
    matches!(
        phrase,
        Card { .. }
            | CardFacts { .. }
            | CardForeign
            | CardPlay { .. }
            | CardSecrets { .. }
            | Fact { .. }
            | Secret { .. }
    )
}

/// Both places are taken.
fn seated(grade: Grade) -> Group {
    let begun = taken(&Group::default(), &BOB, GroupDeed::Command(Command::Duet, String::new())).group;
    let chosen = press(&begun, &BOB, Play::Grade(grade)).group;
    let agent = press(&chosen, &BOB, Play::Agent).group;
    press(&agent, &CAY, Play::Customer).group
}

#[test]
fn the_card_goes_to_the_customer_alone_when_the_duet_begins() {
    for grade in Grade::ALL {
        let begun = press(&seated(grade), &BOB, Play::Begin);
        let (private, open): (Vec<_>, Vec<_>) =
            begun.says.iter().partition(|(to, _)| matches!(to, To::Member(_)));
        assert!(private.iter().all(|(to, say)| *to == To::Member(TraineeId(CUSTOMER)) && is_card(say)));
        assert!(private.len() >= 3 && !open.iter().any(|(_, say)| is_card(say)), "{grade:?}");
        let again = press(&begun.group, &BOB, Play::Card);
        assert!(again.says.is_empty() && again.toast.unwrap().alert, "not to the agent");
        let again = press(&begun.group, &CAY, Play::Card);
        assert_eq!(again.says.iter().collect::<Vec<_>>(), private, "the same once more");
    }
}

#[test]
fn the_customers_place_is_for_members_whom_the_bot_may_write_to() {
    let group = seated(Grade::Basic);
    let free = press(&group, &CAY, Play::Customer).group;
    for actor in [Actor(10, None, Rank::Member), Actor(10, Some(Lang::EN), Rank::Stranger)] {
        let refused = press(&free, &actor, Play::Customer);
        assert!(refused.toast.unwrap().alert && refused.says.is_empty());
        assert_eq!(refused.group.games, free.games);
    }
    assert_ne!(
        press(&free, &Actor(10, Some(Lang::EN), Rank::Member), Play::Customer).group.games,
        free.games
    );
}

#[test]
fn what_the_customer_and_the_others_write_leaves_no_trace() {
    let words = |text: &str| GroupDeed::Text(Words { text: text.to_owned(), answers: true, board: None });
    let playing = press(&seated(Grade::Advanced), &BOB, Play::Begin).group;
    for actor in [&CAY, &Actor(10, None, Rank::Member)] {
        assert_eq!(taken(&playing, actor, words("ZEBRA")).group.games, playing.games, "out of turn");
    }
    let heard = taken(&playing, &BOB, words("我来帮您查，先跟您说声对不起。")).group;
    let answered = taken(&heard, &CAY, words("ZEBRA")).group;
    let kept = serde_json::to_string(&answered).unwrap();
    assert!(kept.contains("先跟您说声对不起") && !kept.contains("ZEBRA"), "{kept}");
}
