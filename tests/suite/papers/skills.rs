//! The wheel of skills, and progress over weeks.

use proptest::prelude::*;
use xiaoqi::chart::figure::{Figure, Palette, Shape};
use xiaoqi::chart::paint;
use xiaoqi::chart::progress::{self, Progress, Week};
use xiaoqi::chart::wheel::{self, Skill, Wheel};

use xiaoqi::flow::say::Chart;
use xiaoqi::progress::picture::{Reach, Week as PractisedWeek};
use xiaoqi::report;

use super::picture::{extent, words};
use super::{LANGS, render};

fn inside(figure: &Figure) -> Result<(), TestCaseError> {
    let (width, height) = (figure.width as f32, figure.height as f32);
    for shape in &figure.shapes {
        let [(left, right), (top, bottom)] = extent(shape);
        prop_assert!(left >= 0.0 && right <= width && top >= 0.0 && bottom <= height, "{shape:?}");
    }
    prop_assert!(paint::png(figure, Palette::Dark).is_ok());
    Ok(())
}

fn lines(figure: &Figure, width: f32) -> Vec<Vec<(f32, f32)>> {
    let lines = figure.shapes.iter().filter_map(|shape| match shape {
        Shape::Line { points, width: own, .. } if *own == width => Some(points.clone()),
        _ => None,
    });
    lines.collect()
}

#[test]
fn a_skill_further_along_reaches_further_out() {
    let skill = |now| Skill { name: "共情".to_owned(), now, before: Some(10) };
    let wheel = Wheel { skills: vec![skill(100), skill(50), skill(0)], ..Wheel::default() };
    let figure = wheel::figure(&wheel);
    let shape = &lines(&figure, 6.0)[0];
    let middle = shape[2];
    let reach = |at: (f32, f32)| ((at.0 - middle.0).powi(2) + (at.1 - middle.1).powi(2)).sqrt();
    assert!((reach(shape[0]) - 2.0 * reach(shape[1])).abs() < 0.5, "{shape:?}");
    assert_eq!(shape.first(), shape.last(), "the wheel is closed");
    assert!(["100", "50", "0", "共情"].iter().all(|word| words(&figure).contains(word)));
}

#[test]
fn a_week_without_practice_is_a_gap_in_the_line() {
    let week = |score| Week { name: "1".to_owned(), score, conversations: 2 };
    let scores = [Some(40), Some(60), None, Some(80), Some(90)];
    let progress = Progress { weeks: scores.map(week).to_vec(), ..Progress::default() };
    let stretches = lines(&progress::figure(&progress), 6.0);
    assert_eq!(stretches.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
    assert!(stretches[0][0].1 > stretches[0][1].1, "better is higher");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_she_can_the_wheel_holds_it(
        skills in prop::collection::vec(("[甲a]{0,24}", any::<u8>(), any::<Option<u8>>()), 0..10),
        title in "[甲a😀]{0,60}",
    ) {
        let skills = skills.into_iter().map(|(name, now, before)| Skill { name, now, before }).collect();
        inside(&wheel::figure(&Wheel { now: title.clone(), before: title.clone(), title, skills }))?;
    }

    #[test]
    fn however_long_she_practised_it_is_one_picture(
        weeks in prop::collection::vec(("[0-9甲]{0,6}", any::<Option<u8>>(), any::<u16>()), 0..60),
    ) {
        let weeks = weeks.into_iter().map(|(name, score, conversations)| Week { name, score, conversations });
        let (scores, conversations) = ("平均分".to_owned(), "场数".to_owned());
        inside(&progress::figure(&Progress { title: "进步".to_owned(), weeks: weeks.collect(), scores, conversations }))?;
    }
}

#[test]
fn both_pictures_are_drawn_in_every_language_for_bright_and_dark_screens() {
    let week = |month, day, score: Option<u8>, runs| PractisedWeek { month, day, score, runs };
    let weeks = vec![week(12, 29, Some(38), 2), week(1, 5, None, 0), week(1, 12, Some(66), 5)];
    let ids =
        ["part_outcome", "part_emotion", "part_problem", "part_promises", "part_language", "part_composure"];
    let reach = |(id, now): (&'static str, u8)| Reach { id, now, before: Some(now / 2) };
    let reaches = ids.into_iter().zip([70, 55, 40, 62, 90, 84]).map(reach).collect();
    for chart in [Chart::Weeks(weeks), Chart::Skills(reaches)] {
        let mut seen = Vec::new();
        for lang in LANGS {
            for palette in [Palette::Light, Palette::Dark] {
                let picture = report::chart(&chart, &render(lang), palette).unwrap();
                assert!(picture.starts_with(b"\x89PNG"));
                assert!(!seen.contains(&picture), "{lang}: no words of its own, or no ink of its own");
                seen.push(picture);
            }
        }
    }
}
