//! Cohorts: who is in them under which name, assignments given, reminded of, done and taken back, and the week that tells of all
//! and of nobody.

use xiaoqi::base::id::TraineeId;
use xiaoqi::base::lang::Lang;
use xiaoqi::base::membership::tag;
use xiaoqi::base::time::Moment;
use xiaoqi::progress::entry::Entry;

use super::hall::{DAY, HOUR, Hall, MONDAY, OPERATOR};
use crate::flow::journal::with_entries;

/// The code in what was said, after these words.
fn code(text: &str) -> String {
    let after = text.split("/join ").last().unwrap();
    after.chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// A hall with a cohort, number 1, and its code.
async fn class(hall: &Hall) -> String {
    hall.meets(OPERATOR, Lang::EN).await;
    code(&hall.says(OPERATOR, "/trainer cohort Spring class").await.to(OPERATOR))
}

/// Somebody who has joined, with a name or without.
async fn joins(hall: &Hall, who: i64, lang: Lang, code: &str, name: Option<&str>) {
    hall.meets(who, lang).await;
    hall.says(who, &format!("/join {code}")).await;
    match name {
        Some(name) => hall.says(who, name).await,
        None => hall.presses(who, "jn:0").await,
    };
}

/// Gives the cohort an assignment of the heating by a day.
async fn assigned(hall: &Hall, day: &str) -> super::hall::Told {
    hall.presses(OPERATOR, "T:Ca1").await;
    let asked = hall.presses(OPERATOR, "T:Cpheating").await.to(OPERATOR);
    assert!(asked.contains("by when?"), "{asked}");
    let asked = hall.says(OPERATOR, day).await.to(OPERATOR);
    assert!(asked.contains("Anything you want to add?"), "{asked}");
    hall.says(OPERATOR, "Listen first, please").await
}

#[tokio::test]
async fn who_joins_says_what_she_is_called_and_is_told_what_is_seen_of_her() {
    let hall = Hall::new();
    let code = class(&hall).await;
    hall.meets(7_123_456, Lang::EN).await;
    let joined = hall.says(7_123_456, &format!("/join {code}")).await.to(7_123_456);
    assert!(joined.contains("Never what you wrote") && joined.contains("Write a name"), "{joined}");
    let own = tag(0, TraineeId(7_123_456));
    let known = hall.presses(7_123_456, "jn:0").await.to(7_123_456);
    assert!(known.contains(&format!("member {own}")), "{known}");
    joins(&hall, 9, Lang::EN, &code, Some("  Bea\nB. ")).await;
    let list = hall.presses(OPERATOR, "T:Cm1:0").await.to(OPERATOR);
    assert!(list.contains("• Bea B.") && list.contains(&format!("• member {own}")), "{list}");
    assert!(!list.contains("7123456"), "nobody's number is shown: {list}");
    // She thinks better of it; who is in none has no name anywhere.
    hall.says(9, "/join name").await;
    assert!(hall.says(9, "Beatrice").await.to(9).contains("sees you as Beatrice"));
    hall.meets(10, Lang::EN).await;
    hall.says(10, "/join name").await;
    assert!(hall.says(10, "Cay").await.to(10).contains("aren't in a cohort"));
    // A second cohort needs no second name.
    let more = hall.says(OPERATOR, "/trainer cohort Autumn class").await.to(OPERATOR);
    let again = hall.says(9, &format!("/join {}", self::code(&more))).await.to(9);
    assert!(again.contains("sees you as Beatrice") && !again.contains("Write a name"), "{again}");
}

#[tokio::test]
async fn a_member_is_taken_out_told_so_and_a_new_code_keeps_her_out() {
    let hall = Hall::new();
    let code = class(&hall).await;
    joins(&hall, 8, Lang::ZH_HANS, &code, Some("小王")).await;
    let own = tag(0, TraineeId(8));
    let page = hall.presses(OPERATOR, &format!("T:Ce1:{own}")).await.to(OPERATOR);
    assert!(page.contains("小王 · Spring class"), "{page}");
    assert!(
        hall.presses(OPERATOR, &format!("T:Cq1:{own}")).await.to(OPERATOR).contains("Take this member out?")
    );
    let told = hall.presses(OPERATOR, &format!("T:Cx1:{own}")).await;
    assert!(told.to(OPERATOR).contains("is out of “Spring class”"));
    assert!(told.to(8).contains("移出“Spring class”"), "in her own language: {}", told.to(8));
    assert!(
        hall.presses(OPERATOR, &format!("T:Cx1:{own}")).await.to(OPERATOR).contains("isn't in this cohort")
    );
    let fresh = hall.presses(OPERATOR, "T:Ck1").await.to(OPERATOR);
    assert!(fresh.contains("The old one leads nowhere"));
    assert!(hall.says(8, &format!("/join {code}")).await.to(8).contains("不管用"));
    assert!(hall.says(8, &format!("/join {}", self::code(&fresh))).await.to(8).contains("你已加入"));
}

#[tokio::test]
async fn an_assignment_is_told_at_once_shown_done_and_seen_by_the_trainer() {
    let hall = Hall::new();
    let code = class(&hall).await;
    joins(&hall, 8, Lang::EN, &code, Some("Ann")).await;
    joins(&hall, 9, Lang::ZH_HANT, &code, None).await;
    let told = assigned(&hall, "3/20").await;
    assert!(told.to(OPERATOR).contains("2 members have been told"), "{}", told.to(OPERATOR));
    assert!(told.to(8).contains("by 2026-03-20") && told.to(8).contains("“Listen first, please”"));
    assert!(told.to(9).contains("講師請你在 2026-03-20 前練習"), "{}", told.to(9));
    let briefing = hall.presses(8, &told.button(8, "📌")).await.to(8);
    assert!(briefing.contains("Ms Zhou") || briefing.contains("heat"), "{briefing}");
    hall.says(8, "/cancel").await;
    let menu = hall.says(8, "/menu").await;
    assert!(menu.to(8).contains("by 2026-03-20: “Listen first, please”"), "{}", menu.to(8));
    assert_eq!(menu.button(8, "📌"), "i:heating");
    // Who joins later gets it too.
    hall.meets(10, Lang::EN).await;
    let late = hall.says(10, &format!("/join {code}")).await.to(10);
    assert!(late.contains("Waiting for you") && late.contains("2026-03-20"), "{late}");
    hall.presses(10, "jn:0").await;
    // Another customer is no assignment; one message is none either.
    assert!(!hall.plays(8, "wrong_dish").await.to(8).contains("Assignment done"));
    hall.presses(9, "b:heating").await;
    let done = hall.plays(8, "heating").await.to(8);
    assert!(done.contains("Assignment done") && done.contains("nothing you wrote"), "{done}");
    assert!(!hall.says(8, "/menu").await.to(8).contains("2026-03-20"), "it is done");
    let page = hall.presses(OPERATOR, "T:Cs1:1").await.to(OPERATOR);
    let own = |who| format!("member {}", tag(0, TraineeId(who)));
    for line in [
        "✓ Done (1): Ann".to_owned(),
        format!("Under way (1): {}", own(9)),
        format!("Not yet (1): {}", own(10)),
    ] {
        assert!(page.contains(&line), "`{line}` in {page}");
    }
    assert!(
        hall.presses(OPERATOR, "T:Cl1").await.to(OPERATOR).contains("✓ 1 done, … 1 under way, 1 not yet")
    );
    // Done again it stays done; a second time nothing is said of it.
    assert!(!hall.plays(8, "heating").await.to(8).contains("Assignment done"));
}

#[tokio::test]
async fn an_assignment_taken_back_is_gone_for_who_had_not_done_it() {
    let hall = Hall::new();
    let code = class(&hall).await;
    joins(&hall, 8, Lang::EN, &code, Some("Ann")).await;
    joins(&hall, 9, Lang::EN, &code, None).await;
    assigned(&hall, "2026-03-20").await;
    hall.plays(8, "heating").await;
    let told = hall.presses(OPERATOR, "T:Ct1:1").await;
    assert!(told.to(9).contains("taken the assignment") && told.whom() == [9, OPERATOR], "{:?}", told.whom());
    assert!(!hall.says(9, "/menu").await.to(9).contains("2026-03-20"));
    assert!(hall.presses(OPERATOR, "T:Ct1:1").await.to(OPERATOR).contains("isn't there any more"));
    hall.at(17 * DAY + 11 * HOUR);
    assert!(!hall.wakes().await.whom().contains(&9), "nobody is reminded of it");
}

#[tokio::test]
async fn who_has_not_done_it_is_reminded_once_the_day_before_at_her_hour() {
    let hall = Hall::new();
    let code = class(&hall).await;
    for (who, name) in [(8, "Ann"), (9, "Bea"), (10, "Cay"), (11, "Dot")] {
        joins(&hall, who, Lang::EN, &code, Some(name)).await;
    }
    // Bea's evening is Berlin's, at nine.
    hall.says(9, "/remind 21:00").await;
    hall.presses(9, "z:berlin").await;
    assigned(&hall, "2026-03-05").await;
    hall.plays(10, "heating").await;
    hall.says(11, "/join leave").await;
    // 18:00 in Beijing on the day before, which is 10 hours after 08:00.
    hall.at(2 * DAY + 10 * HOUR - 1);
    assert!(!hall.wakes().await.whom().contains(&8));
    hall.at(2 * DAY + 10 * HOUR);
    let told = hall.wakes().await;
    assert!(told.to(8).contains("is still open, by 2026-03-05"), "{}", told.to(8));
    assert_eq!(told.button(8, "📌"), "i:heating");
    assert!(told.whom() == [8] && hall.wakes().await.is_empty(), "{:?}", told.whom());
    hall.at(2 * DAY + 20 * HOUR);
    let told = hall.wakes().await;
    assert!(told.to(9).contains("is still open") && !told.whom().contains(&10), "{:?}", told.whom());
    // When the day is over nothing is left of it on the lists, and there is room again.
    hall.at(4 * DAY);
    assert!(!hall.says(8, "/menu").await.to(8).contains("2026-03-05"));
    assert!(hall.presses(OPERATOR, "T:Cl1").await.to(OPERATOR).contains("was due 2026-03-05: ✓ 1 of 3 done"));
}

#[tokio::test]
async fn a_reminder_waits_where_she_is_talking_to_a_customer() {
    let hall = Hall::new();
    let code = class(&hall).await;
    joins(&hall, 8, Lang::EN, &code, None).await;
    assigned(&hall, "2026-03-05").await;
    hall.at(2 * DAY + 10 * HOUR - 60_000);
    hall.presses(8, "b:wrong_dish").await;
    hall.says(8, "I am sorry.").await;
    hall.at(2 * DAY + 10 * HOUR);
    assert!(!hall.wakes().await.whom().contains(&8));
    hall.at(2 * DAY + 11 * HOUR);
    assert!(hall.wakes().await.to(8).contains("is still open"));
}

#[tokio::test]
async fn only_what_all_of_the_cohort_can_meet_is_assigned_and_not_without_end() {
    let hall = Hall::new();
    class(&hall).await;
    hall.presses(OPERATOR, "T:Ca1").await;
    for forged in ["T:Cpnobody", "T:Cppump@o7", "T:Cppump@d70"] {
        if xiaoqi::flow::action::Action::decode(forged).is_some() {
            let told = hall.presses(OPERATOR, forged).await.to(OPERATOR);
            assert!(told.contains("can't be given"), "{forged}: {told}");
        }
    }
    hall.presses(OPERATOR, "T:Cpheating").await;
    for bad in ["yesterday", "2026-03-01", "2029-01-01"] {
        assert!(hall.says(OPERATOR, bad).await.to(OPERATOR).contains("I need a date"), "{bad}");
    }
    hall.presses(OPERATOR, "T:Cd1").await;
    assert!(hall.presses(OPERATOR, "T:Cn").await.to(OPERATOR).contains("nobody is in it yet"));
    assert!(hall.presses(OPERATOR, "T:Cn").await.to(OPERATOR).contains("begin again"), "an old button");
    for _ in 1..8 {
        assigned(&hall, "2026-03-20").await;
    }
    assert!(assigned(&hall, "2026-03-20").await.to(OPERATOR).contains("8 assignments are open"));
}

/// A run so many days before `MONDAY + 7 days`, from the fixture's.
fn run(days: i64, change: impl Fn(&mut Entry)) -> Entry {
    let trainee = with_entries(1, |_, entry| {
        entry.at = Moment(MONDAY + 7 * DAY - days * DAY);
        change(entry);
    });
    trainee.journal.into_iter().next().unwrap()
}

#[tokio::test]
async fn the_week_comes_on_mondays_and_on_demand_and_tells_of_all_and_of_nobody() {
    let hall = Hall::new();
    let code = class(&hall).await;
    for (who, name) in [(8, "Ann"), (9, "Bea"), (10, "Cay"), (11, "Dot")] {
        joins(&hall, who, Lang::EN, &code, Some(name)).await;
    }
    assigned(&hall, "2026-03-20").await;
    let secret = |entry: &mut Entry| entry.answers = [(); 3].map(|()| Some("SECRET words".to_owned()));
    hall.journal(8, [run(1, secret), run(2, secret)]).await;
    hall.journal(9, [run(3, secret)]).await;
    hall.at(7 * DAY);
    let few = hall.presses(OPERATOR, "T:Cw1").await.to(OPERATOR);
    assert!(few.contains("2 of 4 practised, 3 conversations"), "{few}");
    assert!(few.contains("once 3 members") && !few.contains("Strongest") && !few.contains("score"), "{few}");
    // The third makes it a cohort. What only one did is not told.
    let worst = |entry: &mut Entry| {
        entry.moves.insert("threaten".to_owned(), 3);
        entry.score = 0;
    };
    hall.journal(10, [run(4, worst)]).await;
    // 09:00 in Beijing.
    hall.at(7 * DAY + HOUR - 1);
    assert!(hall.wakes().await.is_empty());
    hall.at(7 * DAY + HOUR);
    let told = hall.wakes().await;
    let week = told.to(OPERATOR);
    assert_eq!(told.whom(), [OPERATOR]);
    for line in [
        "the last seven days",
        "3 of 4 practised, 4 conversations",
        "Strongest: ",
        "Average score: ",
        "2026-03-20",
    ] {
        assert!(week.contains(line), "`{line}` in {week}");
    }
    for private in ["Ann", "Bea", "Cay", "Dot", "SECRET", "member ", "我先道歉了"] {
        assert!(!week.contains(private), "`{private}` in {week}");
    }
    let threat = crate::stage::loaded().prose.render(
        &xiaoqi::base::phrase::TrainerPhrase::FiguresMissed {
            what: xiaoqi::base::phrase::Term::new(xiaoqi::base::phrase::TermKind::Move, "threaten"),
            count: 1,
        }
        .into(),
        Lang::EN,
    );
    let threat = threat.split(" (").next().unwrap().to_owned();
    assert!(!week.contains(&threat), "`{threat}` was one member's: {week}");
    assert!(hall.wakes().await.is_empty(), "once");
    hall.at(14 * DAY + HOUR);
    assert!(hall.wakes().await.to(OPERATOR).contains("Nobody finished a conversation"));
    assert!(hall.presses(OPERATOR, "T:Cy1:0").await.to(OPERATOR).contains("no longer get the week"));
    hall.at(21 * DAY + HOUR);
    assert!(hall.wakes().await.is_empty());
    hall.presses(OPERATOR, "T:Cy1:1").await;
    hall.at(28 * DAY + HOUR);
    assert!(hall.wakes().await.to(OPERATOR).contains("the last seven days"));
}

#[tokio::test]
async fn what_was_done_before_joining_is_none_of_the_cohorts() {
    let hall = Hall::new();
    let code = class(&hall).await;
    hall.at(6 * DAY);
    joins(&hall, 8, Lang::EN, &code, None).await;
    hall.journal(8, [run(3, |_| {})]).await;
    hall.at(7 * DAY);
    assert!(hall.presses(OPERATOR, "T:Cw1").await.to(OPERATOR).contains("Nobody finished a conversation"));
}

#[tokio::test]
async fn organisations_see_nothing_of_each_others_cohorts() {
    let hall = Hall::new();
    let ours = class(&hall).await;
    joins(&hall, 8, Lang::EN, &ours, Some("Ann")).await;
    assigned(&hall, "2026-03-20").await;
    let founded = hall.says(OPERATOR, "/trainer org Blue Bakery").await.to(OPERATOR);
    let code = founded.split("/trainer ").last().unwrap().trim().to_owned();
    hall.meets(20, Lang::EN).await;
    hall.says(20, &format!("/trainer {code}")).await;
    let own = tag(0, TraineeId(8));
    for data in ["T:Cl1", "T:Cm1:0", "T:Ck1", "T:Cw1", "T:Cy1:1", "T:Cs1:1", "T:Ct1:1"] {
        let told = hall.presses(20, data).await;
        assert!(
            told.to(20).contains("is not here any more") && told.whom() == [20],
            "{data}: {}",
            told.to(20)
        );
    }
    // Number 1 of theirs is another cohort, with nobody in it.
    let theirs = self::code(&hall.says(20, "/trainer cohort Bakers").await.to(20));
    let list = hall.presses(20, "T:Cm1:0").await.to(20);
    assert!(list.contains("Nobody has joined “Bakers”"), "{list}");
    assert!(hall.presses(20, &format!("T:Cx1:{own}")).await.to(20).contains("isn't in this cohort"));
    assert!(hall.presses(20, "T:Ct1:1").await.to(20).contains("isn't there any more"));
    assert!(hall.says(8, "/menu").await.to(8).contains("2026-03-20"), "hers is still there");
    // A member of ours is not pulled over, and a trainee presses nothing of a trainer's.
    assert!(hall.says(8, &format!("/join {theirs}")).await.to(8).contains("of another organisation"));
    for data in ["T:Cl1", "T:Cm1:0", "T:Ce1:ABCDE", "T:Cx1:ABCDE", "T:Ca1", "T:Cpheating", "T:Cw1", "T:Cy1:1"]
    {
        let told = hall.presses(8, data).await;
        assert!(told.to(8).contains("You are not one yet"), "{data}: {}", told.to(8));
    }
}

#[tokio::test]
async fn export_has_what_her_cohorts_keep_of_her_and_forget_leaves_nothing() {
    let hall = Hall::new();
    let code = class(&hall).await;
    joins(&hall, 7_123_456, Lang::EN, &code, Some("Zebedee")).await;
    assigned(&hall, "2026-03-20").await;
    hall.plays(7_123_456, "heating").await;
    hall.says(OPERATOR, "/trainer add 7123456").await;
    hall.presses(7_123_456, "T:Cy1:1").await;
    let copy = hall.says(7_123_456, "/export").await;
    let kept: Vec<(String, String)> = hall.everything().await;
    assert!(kept.iter().any(|(key, value)| key == "member/7123456" && value.contains("Zebedee")));
    assert!(!copy.is_empty());
    hall.says(7_123_456, "/forget").await;
    hall.presses(7_123_456, "f:1").await;
    let left = hall.everything().await.into_iter().filter(|(key, value)| {
        let hers = key.contains("7123456") || value.contains("7123456") || value.contains("Zebedee");
        hers && !key.starts_with("outbox/")
    });
    assert_eq!(left.map(|(key, _)| key).collect::<Vec<_>>(), Vec::<String>::new());
    assert!(hall.presses(OPERATOR, "T:Cm1:0").await.to(OPERATOR).contains("Nobody has joined"));
}
