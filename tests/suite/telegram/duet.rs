//! The duet at the desk: who sits where, who writes when, who votes, what ends it, and what is kept of whom.

use xiaoqi::base::lang::Lang;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::group::play::duet::{Duet, VOTING};
use xiaoqi::flow::group::play::{Kind, SILENCE};
use xiaoqi::flow::input::{Command, Deed};
use xiaoqi::session::event::Event;

use super::yard::Yard;
use crate::stage;

pub const SENTENCES: [&str; 4] = [
    "I'm so sorry. You waited and nobody told you anything, and that is really annoying.",
    "What happened, from the start? I'd like to hear all of it.",
    "I'll find out now and call you back myself before six o'clock today.",
    "Is that all right with you?",
];

/// Bob (8) is the agent, Cay (9) the customer, Dot (10) and Ann (7, an administrator) watch; Bob began it.
async fn playing(yard: &Yard, at: i64) {
    for who in [8, 9] {
        yard.privately(who, at, Deed::Command(Command::Start, String::new())).await;
    }
    yard.orders(8, at, None, Command::Duet).await;
    for (who, data) in [(8, "G:g1:e3"), (8, "G:g1:a"), (9, "G:g1:c")] {
        yard.presses(who, at, data).await;
    }
    let told = yard.press(9, at, "G:g1:b").await;
    assert!(told.group().contains("Bob, you're the agent"), "{}", told.group());
    assert!(told.to(9).contains("For your eyes only"), "{}", told.to(9));
    assert!(told.to(8).is_empty() && told.to(7).is_empty() && told.to(10).is_empty());
}

async fn kept(yard: &Yard) -> Duet {
    let Some(Kind::Duet(duet)) = yard.group().await.games.pop().map(|game| game.kind) else { panic!() };
    duet
}

/// One message of the agent and the customer's word that it is over: the vote is open.
async fn voting(yard: &Yard, at: i64) {
    playing(yard, at).await;
    yard.says(8, at, SENTENCES[0]).await;
    let told = yard.presses(9, at, "G:g1:w").await;
    assert!(told.contains("did the agent do it?") && told.contains("Nobody has voted yet"), "{told}");
}

#[tokio::test]
async fn what_only_the_customer_may_know_is_not_said_in_the_group_while_they_play() {
    for chance in 0..12 {
        let yard = Yard::new().with_chance(chance);
        yard.privately_in(Lang::ZH_HANT, 9, 0, Deed::Command(Command::Start, String::new())).await;
        let mut open = yard.orders(8, 0, None, Command::Duet).await;
        for (who, data) in [(8, "G:g1:e3"), (8, "G:g1:a"), (9, "G:g1:c")] {
            open += &yard.presses(who, 0, data).await;
        }
        let told = yard.press(8, 1, "G:g1:b").await;
        let card = told.to(9);
        open += &told.group();
        open += &yard.says(8, 2, SENTENCES[1]).await;
        open += &yard.says(9, 3, "Nobody told me a thing.").await;
        open += &yard.says(8, 4, SENTENCES[3]).await;
        let duet = kept(&yard).await;
        let Some(Event::Started { start, .. }) = duet.events.first() else { panic!() };
        let persona = &stage::loaded().content.personas[&start.persona];
        let texts = &persona.texts[&Lang::EN];
        assert!(card.contains("只給你看") && card.contains(&texts.summary), "{card}");
        let hidden = persona.facts.iter().zip(&texts.facts).filter(|(fact, _)| fact.hidden);
        for (fact, words) in hidden {
            let secret = words.tell[0].text();
            let said = open.contains(&secret) || open.contains(&words.question);
            assert!(!said, "{}: {}", start.persona, fact.id);
            assert!(card.contains(&words.question), "{}: {}: {card}", start.persona, fact.id);
        }
        if std::env::var_os("XIAOQI_TRANSCRIPT").is_some() {
            println!("{}\n{}", start.persona, card.split_once("怎麼演").unwrap().1);
        }
    }
}

#[tokio::test]
async fn a_group_is_told_all_of_it_in_its_own_language() {
    let agents = [
        (Lang::EN, SENTENCES),
        (
            Lang::ZH_HANS,
            [
                "真对不起，让您等了这么久，也没人跟您说一声，换谁都着急。",
                "您别急，从头跟我说说是怎么回事，我都听着。",
                "我现在就去查，今天六点前亲自打电话告诉您结果。",
                "这样安排，您看行吗？",
            ],
        ),
        (
            Lang::ZH_HANT,
            [
                "真的很抱歉，讓您等這麼久，也沒有人跟您說一聲，換誰都會著急。",
                "請您從頭跟我說是怎麼回事，我都在聽。",
                "我現在就去查，今天六點前親自打電話跟您說結果。",
                "這樣處理，您看可以嗎？",
            ],
        ),
    ];
    for (lang, sentences) in agents {
        let yard = Yard::new().with_lang(lang);
        for who in [8, 9] {
            yard.privately(who, 0, Deed::Command(Command::Start, String::new())).await;
        }
        let mut told = yard.orders(8, 0, None, Command::Duet).await;
        for (who, data) in [(8, "G:g1:e2"), (8, "G:g1:a"), (9, "G:g1:c"), (9, "G:g1:b")] {
            told += &yard.presses(who, 0, data).await;
        }
        for sentence in sentences {
            told += &yard.says(8, 1, sentence).await;
            told += &yard.says(9, 2, "…").await;
        }
        let marks = [(10, "G:g1:y0"), (7, "G:g1:n0"), (7, "G:g1:y5")];
        for (who, data) in std::iter::once((9, "G:g1:m")).chain(marks) {
            told += &yard.presses(who, 3, data).await;
        }
        for data in ["G:g1:r", "G:g1:x", "G:g1:b"] {
            told += &yard.presses(8, 4, data).await;
        }
        told += &yard.orders(9, 5, None, Command::End).await;
        let holes = ["{", "duet-", "play-", "term-", "insight-"];
        assert!(!holes.iter().any(|hole| told.contains(hole)), "{told}");
        assert!(told.contains("/duet") && told.contains("👥"), "{told}");
        if std::env::var_os("XIAOQI_TRANSCRIPT").is_some() {
            println!("======== {lang}\n{told}");
        }
    }
}

#[tokio::test]
async fn they_write_in_turn_and_nobody_else_does() {
    let yard = Yard::new();
    playing(&yard, 0).await;
    assert_eq!(yard.says(9, 1, "I haven't got all day!").await, "", "a customer may add something");
    assert!(yard.says(10, 1, "Say sorry!").await.contains("Bob and Cay play this one"));
    let heard = yard.says(8, 2, "@xiaoqi_bot I am so sorry about that.").await;
    assert!(
        heard.contains("would be “") && heard.contains("Anger: ") && heard.contains("Cay, your turn as"),
        "{heard}"
    );
    assert!(heard.contains("Messages the agent has left: 11"), "{heard}");
    assert!(yard.says(8, 3, "Are you there?").await.contains("It's Cay's turn"));
    assert!(
        yard.says(9, 4, "ZEBRA").await.contains("Bob, your turn. Reply to this message. Messages left: 11")
    );
    assert_eq!(yard.holding("ZEBRA").await, Vec::<String>::new(), "the customer's words go nowhere");
    // She answered aloud, across the desk.
    assert!(yard.presses(9, 5, "G:g1:k").await.contains("over"), "it is not her turn");
    yard.says(8, 5, SENTENCES[1]).await;
    assert!(yard.presses(10, 6, "G:g1:k").await.contains("Only the two who play"));
    assert!(yard.presses(8, 6, "G:g1:k").await.contains("Bob, your turn"));
    let session = kept(&yard).await.events;
    assert_eq!(session.len(), 3, "the bot has heard the agent and nobody else");
}

#[tokio::test]
async fn the_customer_alone_decides_and_after_twelve_messages_has_to() {
    let yard = Yard::new();
    playing(&yard, 0).await;
    assert!(yard.presses(9, 1, "G:g1:m").await.contains("Let Bob say something first"));
    for turn in 0..12 {
        let told = yard.says(8, 2, SENTENCES[turn % 4]).await;
        assert_eq!(told.contains("the agent's last message"), turn == 11, "{turn}: {told}");
        let told = yard.says(9, 3, "And?").await;
        assert_eq!(told.contains("how does it end?"), turn == 11, "{turn}: {told}");
    }
    for who in [7, 8, 10] {
        assert!(yard.presses(who, 4, "G:g1:m").await.contains("Only Cay decides"));
    }
    assert!(yard.presses(9, 4, "G:g1:k").await.contains("over"), "there is nothing to go on with");
    assert!(yard.presses(9, 5, "G:g1:m").await.contains("Cay as "));
    assert!(yard.presses(9, 6, "G:g1:w").await.contains("over"), "it is decided");
    assert_eq!(yard.says(8, 6, "Goodbye").await, "", "an answer to what waits for none is talk among people");
}

#[tokio::test]
async fn strangers_and_the_two_have_no_vote_and_forged_marks_count_nothing() {
    let yard = Yard::new();
    voting(&yard, 0).await;
    assert!(yard.presses(11, 1, "G:g1:y0").await.contains("Only members"));
    for who in [8, 9] {
        assert!(yard.presses(who, 1, "G:g1:y0").await.contains("The others vote"));
    }
    assert!(yard.presses(10, 1, "G:g1:y200").await.contains("over"));
    assert!(yard.presses(10, 1, "G:g1:v0").await.contains("over"), "a vote of another game");
    assert!(yard.presses(10, 1, "G:g7:y0").await.contains("over"), "a game that never was");
    assert_eq!(kept(&yard).await.ballots.len(), 0);
    assert!(yard.presses(10, 2, "G:g1:y0").await.contains("One has voted"));
    yard.presses(10, 2, "G:g1:n0").await;
    yard.presses(7, 2, "G:g1:y0").await;
    assert!(yard.presses(10, 3, "G:g1:r").await.contains("Only the two who play"));
    let told = yard.presses(9, 3, "G:g1:r").await;
    assert!(told.contains("👥 1 of 2"), "a second mark takes the place of the first: {told}");
    assert!(yard.presses(10, 4, "G:g1:y1").await.contains("over"));
}

#[tokio::test]
async fn the_vote_closes_by_itself_and_so_does_what_nobody_goes_on_with() {
    let mut yard = Yard::new();
    voting(&yard, 0).await;
    yard.presses(10, VOTING - 1, "G:g1:y0").await;
    yard.restart();
    let told = yard.rings(VOTING).await;
    assert!(told.contains("👥 1 of 1") && told.contains("Now the other way round"), "{told}");
    assert_eq!(yard.holding(SENTENCES[0]).await, Vec::<String>::new(), "the first round's words are gone");
    assert_eq!(yard.rings(SILENCE).await, "", "the old alarm has nothing to say");
    assert_eq!(yard.rings(VOTING + SILENCE).await, "");
    assert!(yard.group().await.games.is_empty());
    // Silence while they play ends it, with a debrief and no second round.
    let yard = Yard::new();
    playing(&yard, 0).await;
    yard.says(8, 60_000, SENTENCES[0]).await;
    assert_eq!(yard.rings(SILENCE).await, "");
    let told = yard.rings(60_000 + SILENCE).await;
    assert!(told.contains("quiet for half an hour") && told.contains("left open"), "{told}");
    assert!(!told.contains("other way round") && told.contains("That was the duet"), "{told}");
    assert!(yard.group().await.games.is_empty());
}

#[tokio::test]
async fn places_are_taken_left_and_kept() {
    let yard = Yard::new();
    for who in [8, 9] {
        yard.privately(who, 0, Deed::Command(Command::Start, String::new())).await;
    }
    yard.orders(10, 0, None, Command::Duet).await;
    assert!(yard.presses(8, 0, "G:g1:a").await.contains("over"), "there is no case yet");
    yard.presses(10, 0, "G:g1:e1").await;
    assert!(yard.presses(10, 0, "G:g1:e2").await.contains("already"));
    assert!(yard.presses(11, 0, "G:g1:a").await.contains("Only members"));
    assert!(yard.presses(8, 1, "G:g1:a").await.contains("Agent: Bob"));
    assert!(yard.presses(9, 1, "G:g1:a").await.contains("That's Bob's place"));
    let moved = yard.presses(8, 1, "G:g1:c").await;
    assert!(moved.contains("Agent: free") && moved.contains("customer: Bob"), "{moved}");
    assert!(yard.presses(8, 1, "G:g1:c").await.contains("left your place"));
    assert!(yard.presses(10, 1, "G:g1:c").await.contains("can't write to you yet"));
    assert!(yard.presses(10, 1, "G:g1:b").await.contains("It takes both"));
    yard.presses(8, 2, "G:g1:a").await;
    yard.presses(9, 2, "G:g1:c").await;
    assert!(yard.presses(7, 2, "G:g1:b").await.contains("Only the two who play"));
    // Who began it need not play.
    let told = yard.press(10, 3, "G:g1:b").await;
    assert!(told.to(9).contains("For your eyes only") && told.to(10).is_empty());
    assert!(yard.presses(8, 4, "G:g1:a").await.contains("begun"));
    assert!(yard.press(8, 4, "G:g1:d").await.toast.contains("only for whoever plays the customer"));
    assert!(yard.press(9, 4, "G:g1:d").await.to(9).contains("For your eyes only"));
    yard.says(8, 5, SENTENCES[0]).await;
    yard.presses(9, 5, "G:g1:m").await;
    yard.presses(8, 6, "G:g1:r").await;
    assert!(yard.presses(7, 6, "G:g1:x").await.contains("Only the two who play"));
    // Bob, who is the customer now, presses it himself: his place is his at once.
    let told = yard.press(8, 7, "G:g1:x").await;
    assert!(
        told.group().contains("Agent: Cay") && told.group().contains("customer: Bob"),
        "{}",
        told.group()
    );
    assert!(told.buttons().iter().any(|(_, data)| data == "G:g1:b"));
    assert!(yard.presses(9, 8, "G:g1:a").await.contains("in already"));
    let told = yard.press(9, 8, "G:g1:b").await;
    assert!(told.to(8).contains("For your eyes only") && told.to(9).is_empty());
    let first = told.group().contains("Cay, you're the agent");
    assert!(first, "{}", told.group());
}

#[tokio::test]
async fn the_second_customer_is_another_one_of_the_same_grade() {
    let yard = Yard::new();
    voting(&yard, 0).await;
    let met = |duet: &Duet| match duet.events.first() {
        Some(Event::Started { start, .. }) => start.persona.clone(),
        _ => panic!(),
    };
    let first = met(&kept(&yard).await);
    yard.presses(8, 1, "G:g1:r").await;
    yard.presses(8, 2, "G:g1:x").await;
    let second = met(&kept(&yard).await);
    let grade = |id| stage::loaded().content.personas[id].grade;
    assert!(first != second && grade(&first) == grade(&second), "{first}, {second}");
}

#[tokio::test]
async fn either_of_the_two_and_who_began_it_end_it_in_words_that_fit() {
    let yard = Yard::new();
    playing(&yard, 0).await;
    assert!(yard.orders(10, 1, None, Command::End).await.contains("administrators"));
    assert!(yard.orders(9, 1, None, Command::End).await.contains("The duet is over"), "nothing was said");
    assert!(yard.group().await.games.is_empty());
    let yard = Yard::new();
    playing(&yard, 0).await;
    yard.says(8, 1, SENTENCES[0]).await;
    assert!(yard.orders(8, 2, None, Command::End).await.contains("left open"));
    assert!(yard.orders(9, 3, None, Command::End).await.contains("Now the other way round"));
    assert!(yard.orders(7, 4, None, Command::End).await.contains("That was the duet"));
    assert!(yard.group().await.games.is_empty());
}

#[tokio::test]
async fn whoever_has_everything_deleted_takes_her_part_along() {
    let yard = Yard::new();
    voting(&yard, 0).await;
    for who in [7, 10] {
        yard.privately(who, 0, Deed::Command(Command::Start, String::new())).await;
        yard.presses(who, 1, "G:g1:y0").await;
    }
    let copy = yard.copy(8).await;
    assert!(copy.contains(SENTENCES[0]) && copy.contains("\"name\":\"Bob\""), "{copy}");
    assert!(!copy.contains("Cay") && !yard.copy(9).await.contains(SENTENCES[0]), "nothing of the other");
    assert!(yard.copy(10).await.contains("\"marks\":[[0,true]]"));
    yard.forgets(10, 2).await;
    assert_eq!(kept(&yard).await.ballots.len(), 1, "others go on without her vote");
    yard.forgets(9, 3).await;
    assert!(yard.group().await.games.is_empty(), "a duet is nothing without one of its two");
    assert_eq!(yard.rings(VOTING).await, "");
    assert!(yard.presses(8, 4, "G:g1:r").await.contains("over"));
    assert_eq!(yard.holding(SENTENCES[0]).await, Vec::<String>::new());
}

#[test]
fn the_buttons_of_a_duet_read_back() {
    for play in ["a", "c", "d", "m", "w", "x", "y5", "n5"] {
        let data = format!("G:g{}:{play}", u64::MAX);
        assert!(data.len() <= 64);
        assert!(matches!(Action::decode(&data), Some(Action::Group(_))), "{data}");
        assert_eq!(Action::decode(&data).unwrap().encode(), data);
    }
    for forged in ["G:g1:y", "G:g1:y-1", "G:g1:y256", "G:g1:q", "G:g1:aa"] {
        assert_eq!(Action::decode(forged), None, "{forged}");
    }
}
