//! Contests of a group under several replicas of one bot that die, end well, fall asleep and come back: everything is told once,
//! and the results are those of one desk that nothing disturbs.

mod alone;
mod cup;
mod replicas;
mod verdict;

use cup::{Cup, End, Play};
use replicas::{Ground, Side};

/// Nine, each with what they write in the first round and in the second.
const NINE: [Play; 9] = [
    Play {
        lang: "en",
        name: "Bob",
        says: [
            &[
                "I'm really sorry, that must be awful. Please tell me what happened, I'm listening.",
                "Thank you for telling me. I'll take care of it myself and call you back today at four.",
            ],
            &["I'm so sorry about this. What can I do for you right now?"],
        ],
    },
    Play {
        lang: "zh-hans",
        name: "小王",
        says: [
            &[
                "您好，实在对不起，让您受委屈了，请您慢慢说，我在听。",
                "我马上处理，今天下午四点前给您回电话。",
            ],
            &["真的对不起，这是我们的责任。", "我马上帮您去问。"],
        ],
    },
    Play {
        lang: "zh-hant",
        name: "阿晨",
        says: [&["這跟我有什麼關係，您自己想辦法。"], &["實在抱歉，讓您久等了。"]],
    },
    Play {
        lang: "en",
        name: "Cay",
        says: [
            &["That is not my problem.", "You should have read the contract."],
            &["I understand that you are angry. Let me check that for you at once."],
        ],
    },
    Play { lang: "en", name: "Dot", says: [&["Hello"], &["ok", "What exactly happened?"]] },
    Play {
        lang: "en",
        name: "Eve",
        says: [
            &[
                "I'm sorry to hear that.",
                "When did it begin?",
                "I will send somebody today and call you myself.",
            ],
            &["Please calm down."],
        ],
    },
    Play {
        lang: "zh-hans",
        name: "小李",
        says: [&["您先冷静一下。"], &["对不起，我理解您的心情，是我们没做好。", "您看这样处理行吗？"]],
    },
    Play {
        lang: "en",
        name: "Flo",
        says: [
            &["Thank you for calling. I'm sorry you had to go through this.", "What would help you most?"],
            &["I apologise. That was our mistake, and I'll put it right today."],
        ],
    },
    Play { lang: "en", name: "Gil", says: [&["So what?"], &["I can't help you with that."]] },
];

/// A contest of two rounds while replicas die, end well and start again, closed by one that dies as it does.
async fn over_deaths(ground: Ground, players: &'static [Play], dice: u64) {
    let mut cup = Cup::new(ground, players).await;
    cup.create(2).await;
    cup.played_over_deaths(2, dice).await;
    cup.closes(End::Dies(Side::After)).await;
    cup.judge().await;
}

#[tokio::test]
async fn nine_play_a_contest_over_dying_replicas_and_its_results_are_those_of_a_quiet_one() {
    over_deaths(Ground::memory(), &NINE, 5).await;
}

#[tokio::test]
async fn the_same_holds_over_a_database() {
    let Some(url) = crate::store::fresh_database() else { return };
    over_deaths(Ground::Database(Box::new(url)), &NINE[..8], 6).await;
}

#[tokio::test]
async fn a_contest_ends_once_whenever_whoever_closes_it_dies_or_sleeps() {
    let mut cup = Cup::new(Ground::memory(), &NINE[..3]).await;
    for end in [End::Dies(Side::Before), End::Sleeps(Side::Before), End::Sleeps(Side::After)] {
        cup.create(1).await;
        cup.played(1).await;
        cup.closes(end).await;
    }
    cup.judge().await;
}

#[tokio::test]
async fn what_was_written_in_time_counts_though_it_is_worked_on_late() {
    let mut cup = Cup::new(Ground::memory(), &NINE[..2]).await;
    cup.create(1).await;
    cup.time_runs_out_while_nobody_works_for(0).await;
    cup.closes(End::Dies(Side::Before)).await;
    cup.judge().await;
}
