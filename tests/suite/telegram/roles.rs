//! The table of roles, walked: each role tries everything that can be asked for. What is hers works; what is not gets the polite
//! refusal and changes nothing. And docs/access.md has the same table.

use std::sync::Arc;

use xiaoqi::base::lang::Lang;
use xiaoqi::flow::action::Action;
use xiaoqi::flow::group::rights::{self, GroupRight};
use xiaoqi::flow::input::{Command, Deed};
use xiaoqi::flow::office::Upload;
use xiaoqi::flow::roles::{Least, Right};
use xiaoqi::store::MemoryStore;

use super::hall::{Hall, OPERATOR};
use crate::stage;

const OWNER: i64 = 7_001;
const TRAINER: i64 = 7_002;
const TRAINEE: i64 = 7_003;
/// She leads contests of a group; in private that makes her nothing more.
const LEAD: i64 = 7_004;

/// Everything that can be asked for, one example or more of each.
const EXAMPLES: &[(Right, &[&str])] = &[
    (Right::LookRound, &["/start", "/menu", "/help", "/language", "m:", "p:0", "i:heating", "l:en"]),
    (
        Right::Practise,
        &[
            "/hint",
            "/mood",
            "/why",
            "/whatif 1",
            "/rewind 1",
            "/coach on",
            "/exam",
            "/end",
            "/cancel",
            "b:heating",
            "x:heating",
            "a:heating",
            "c:1",
            "s:1",
            "r:1",
        ],
    ),
    (Right::Swap, &["/swap", "sw:heating", "sp:0", "sk:"]),
    (
        Right::LookBack,
        &[
            "/journal",
            "/progress",
            "/plan",
            "/remind",
            "j:0:",
            "e:1",
            "g:",
            "q:",
            "qa:1",
            "qn:m:apology",
            "t:1",
            "z:asia_shanghai",
            "zz:",
            "zo:",
        ],
    ),
    (
        Right::Care,
        &["/care", "/breathe", "/pause", "/resume", "/checkin on", "/gentle", "k:b:1:3", "u:", "h:"],
    ),
    (Right::Library, &["/library", "d:1", "w:0:1", "v:0", "y:1", "o:1"]),
    (Right::Own, &["/privacy", "/export", "/forget", "f:0"]),
    (Right::Join, &["/join", "/join name", "jn:0"]),
    (Right::Redeem, &["/trainer AAAAAAAAAAAA"]),
    (Right::Contest, &["/contest", "C:s000000000abc", "C:j000000000abc"]),
    (Right::Games, &["/relay", "/case", "/duet"]),
    (
        Right::Lead,
        &["C:m000000000abc", "C:x000000000abc:7", "C:k000000000abc", "C:y000000000abc", "C:o000000000abc"],
    ),
    (
        Right::Office,
        &[
            "/trainer",
            "/trainer help",
            "T:h",
            "T:i",
            "T:t",
            "T:p0",
            "T:d",
            "T:cpump",
            "T:b1:pump",
            "T:a0:pump",
            "T:wpump",
            "T:fpump",
            "T:s:heating",
            "T:o0",
            "file",
        ],
    ),
    (
        Right::Cohorts,
        &[
            "/trainer cohort",
            "/trainer cohort New",
            "T:g",
            "T:n",
            "T:k1",
            "T:Cl1",
            "T:Cm1:0",
            "T:Ck1",
            "T:Ca1",
            "T:Cg0",
            "T:Cw1",
            "T:Cy1:1",
        ],
    ),
    (Right::Invite, &["/trainer code", "/trainer code 5"]),
    (Right::Crew, &["/trainer add 99", "/trainer owner 99", "T:r", "T:vt", "T:vo", "T:x98"]),
    (Right::Found, &["/trainer org Blue"]),
    (Right::Admit, &["/trainer admit 97", "/trainer remove 97"]),
];

const REFUSALS: [&str; 3] = ["You are not one yet", "That is for owners", "for whoever runs this bot"];

fn deed(example: &str) -> Deed {
    if example == "file" {
        let handle = "none".to_owned();
        return Deed::Document(Upload { handle, name: "x.toml".to_owned(), size: Some(5) });
    }
    if let Some(line) = example.strip_prefix('/') {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        return Deed::Command(Command::parse(word).unwrap(), rest.to_owned());
    }
    Deed::Press(Action::decode(example).unwrap_or_else(|| panic!("`{example}` is no button")))
}

/// A hall with an owner, a trainer, trainees, and a cohort.
async fn house() -> Hall {
    let hall = Hall::over(Arc::new(MemoryStore::new()), Default::default());
    for who in [OPERATOR, OWNER, TRAINER, TRAINEE, LEAD] {
        hall.meets(who, Lang::EN).await;
    }
    hall.says(OPERATOR, &format!("/trainer owner {OWNER}")).await;
    hall.says(OPERATOR, &format!("/trainer add {TRAINER}")).await;
    hall.says(OPERATOR, "/trainer cohort Spring").await;
    hall
}

fn may(least: Least, who: i64) -> bool {
    match least {
        // In private nobody leads until the contest's group was asked; that has its own answer.
        Least::Trainee | Least::Lead => true,
        Least::Trainer => [OPERATOR, OWNER, TRAINER].contains(&who),
        Least::Owner => [OPERATOR, OWNER].contains(&who),
        Least::Operator => who == OPERATOR,
    }
}

#[tokio::test]
async fn each_role_gets_what_is_hers_and_a_polite_refusal_for_the_rest_which_changes_nothing() {
    assert_eq!(EXAMPLES.len(), Right::TABLE.len(), "every row has examples");
    let mut tried = 0;
    for (right, examples) in EXAMPLES {
        for who in [OPERATOR, OWNER, TRAINER, LEAD, TRAINEE] {
            let hall = house().await;
            for example in *examples {
                hall.says(who, "/cancel").await;
                let before = lasting(&hall, who).await;
                let told = hall.act(who, Lang::EN, deed(example)).await.to(who);
                let refused = REFUSALS.iter().any(|words| told.contains(words));
                let allowed = may(right.least(), who);
                // A file of who is no trainer is as good as a picture.
                let refused = refused || (*example == "file" && told.contains("only read text"));
                assert_eq!(refused, !allowed, "{who} asks for {example}: {told}");
                assert!(!told.trim().is_empty() || allowed, "{who} asks for {example}");
                if !allowed {
                    assert_eq!(lasting(&hall, who).await, before, "{who} asks for {example}");
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 400, "{tried}");
}

/// Everything kept, but for what every update leaves: its mark, its letters, and when she was here.
async fn lasting(hall: &Hall, who: i64) -> Vec<(String, String)> {
    let mut all = hall.everything().await;
    let own = format!("profile/{who}");
    all.retain(|(key, _)| !key.starts_with("seen") && !key.starts_with("outbox") && *key != own);
    all
}

#[test]
fn every_command_and_button_is_in_the_row_that_its_example_stands_for() {
    for (right, examples) in EXAMPLES {
        for example in examples.iter().filter(|example| **example != "file") {
            let found = match deed(example) {
                Deed::Command(command, payload) => Right::of_command(command, &payload),
                Deed::Press(action) => Right::of_action(&action),
                _ => unreachable!("no such example"),
            };
            assert_eq!(found, *right, "{example}");
        }
    }
    let named: Vec<&str> = EXAMPLES.iter().flat_map(|(_, examples)| examples.iter().copied()).collect();
    for command in Command::ALL {
        let word = format!("/{}", command.id());
        assert!(
            named.iter().any(|name| name.split(' ').next() == Some(word.as_str())),
            "{word} has no example"
        );
    }
}

#[test]
fn the_page_has_the_same_tables() {
    let page = std::fs::read_to_string(stage::repository("docs/access.md")).unwrap();
    let rows = |head: &str| -> Vec<String> {
        let after = page.split(head).nth(1).unwrap_or_else(|| panic!("no table `{head}`"));
        after.lines().skip(2).take_while(|line| line.starts_with('|')).map(str::to_owned).collect()
    };
    let mark = |yes: bool| if yes { "yes" } else { "–" };
    let own = Right::TABLE.iter().map(|(_, words, least)| {
        let (lead, trainer) = (*least == Least::Lead, *least == Least::Trainer);
        let all = *least == Least::Trainee;
        let of = |holder: bool| mark(all || holder);
        format!(
            "| {words} | {} | {} | {} | {} | {} |",
            of(false),
            of(lead),
            of(trainer),
            of(trainer || *least == Least::Owner),
            of(trainer || *least == Least::Owner || *least == Least::Operator),
        )
    });
    assert_eq!(rows("| asked for | trainee | lead | trainer | owner | operator |"), own.collect::<Vec<_>>());
    let groups = GroupRight::TABLE.iter().map(|(_, words, least)| {
        let who = match least {
            rights::Least::Anybody => "anybody there",
            rights::Least::Member => "members",
            rights::Least::Own => "who has that place",
            rights::Least::Starter => "who began it, a duet's two, administrators",
            rights::Least::Administrator => "administrators",
        };
        format!("| {words} | {who} |")
    });
    assert_eq!(rows("| asked for in a group | who |"), groups.collect::<Vec<_>>());
}
