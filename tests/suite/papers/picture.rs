//! The picture: everything on it can be drawn, is inside it, and comes out the same every time.

use std::collections::BTreeSet;

use proptest::prelude::*;
use xiaoqi::base::level::Emotion;
use xiaoqi::base::phrase::{ReportPhrase, Term, TermKind};
use xiaoqi::chart::figure::{Align, Figure, Palette, Shape};
use xiaoqi::chart::timeline::{Timeline, figure};
use xiaoqi::chart::{font, paint};
use xiaoqi::report::picture;

use super::{LANGS, MIXED, played, render};
use crate::stage;

#[test]
fn every_character_of_every_label_has_a_glyph() {
    let loaded = stage::loaded();
    let mut labels: Vec<(String, String)> = Vec::new();
    for lang in LANGS {
        let render = render(lang);
        for (id, _) in ReportPhrase::TABLE {
            let plain = [ReportPhrase::Start, ReportPhrase::Messages, ReportPhrase::Legend];
            labels.extend(
                plain
                    .iter()
                    .filter(|one| one.id() == *id)
                    .map(|one| (id.to_string(), render(&one.clone().into()))),
            );
        }
        for kind in [TermKind::Ending, TermKind::State, TermKind::Phase, TermKind::Emotion] {
            for id in kind.ids() {
                let term = Term::new(kind, id);
                labels.push((term.key(), render(&ReportPhrase::Word { term }.into())));
            }
        }
    }
    for (id, persona) in &loaded.content.personas {
        for tag in ["zh-Hans", "zh-Hant", "en"] {
            let Some(texts) = persona.texts(stage::lang(tag)) else { continue };
            labels.push((id.to_string(), format!("{} {}", texts.title, texts.name)));
        }
    }
    assert!(labels.len() > 150, "{}", labels.len());
    let lacking: BTreeSet<(char, &str)> = labels
        .iter()
        .flat_map(|(key, label)| label.chars().filter(|c| !font::has(*c)).map(move |c| (c, key.as_str())))
        .collect();
    assert!(lacking.is_empty(), "run tools/font.py: {lacking:?}");
}

#[test]
fn the_same_conversation_gives_the_same_bytes_and_a_picture_for_phones() {
    let sheet = played("heating", "zh-Hans", &MIXED, [None, None, None]);
    let draw = |palette| picture(&sheet, &render(LANGS[0]), palette).unwrap();
    let light = draw(Palette::Light);
    let again = std::thread::scope(|scope| scope.spawn(|| draw(Palette::Light)).join().unwrap());
    assert!(light == again);
    assert!(light != draw(Palette::Dark));
    let side = |at: usize| u32::from_be_bytes(light[at..at + 4].try_into().unwrap());
    let (width, height) = (side(16), side(20));
    assert_eq!(width, 1080);
    assert!((1_400..2_200).contains(&height), "{height}");
    assert!(light.len() < 400_000, "{} bytes", light.len());
}

pub fn words(figure: &Figure) -> Vec<&str> {
    let words = figure.shapes.iter().filter_map(|shape| match shape {
        Shape::Words { words, .. } => Some(words.as_str()),
        _ => None,
    });
    words.collect()
}

fn timeline(levels: Vec<[i32; 4]>) -> Timeline {
    let name = |text: &str| text.to_owned();
    Timeline {
        title: name("三天没暖气"),
        subtitle: name("周女士 · 满意离开"),
        feelings: ["愤怒", "焦虑", "失望", "信任"].map(name),
        levels,
        states: vec![(1, name("暴怒"), 3), (2, name("平静"), 0)],
        phases: vec![(1, name("宣泄")), (2, name("收尾"))],
        turning: vec![2],
        start: name("开场"),
        messages: name("第几句"),
        legend: name("变化最大的几句"),
    }
}

#[test]
fn the_picture_names_levels_states_phases_and_marked_messages() {
    let figure = figure(&timeline(vec![[7_000, 5_049, 0, 100], [6_000; 4], [1_000, 2_050, 0, 10_000]]));
    let words = words(&figure);
    for word in ["三天没暖气", "愤怒", "信任", "暴怒", "平静", "宣泄", "收尾", "开场", "1", "2", "第几句"]
    {
        assert!(words.contains(&word), "{word} in {words:?}");
    }
    for change in ["70 → 10", "50 → 21", "0 → 0", "1 → 100"] {
        assert!(words.contains(&change), "{change} in {words:?}");
    }
}

#[test]
fn each_level_can_be_told_without_its_colour() {
    let figure = figure(&timeline(vec![[5_000; 4]; 4]));
    let mut dashes = BTreeSet::new();
    let mut forms = BTreeSet::new();
    for emotion in Emotion::ALL {
        let of = |ink| ink == xiaoqi::chart::figure::Ink::Feeling(emotion);
        for shape in &figure.shapes {
            match shape {
                Shape::Line { ink, dash, .. } if of(*ink) => dashes.insert(format!("{dash:?}")),
                Shape::Mark { ink, form, .. } if of(*ink) => forms.insert(format!("{form:?}")),
                _ => false,
            };
        }
    }
    assert_eq!((dashes.len(), forms.len()), (4, 4));
}

/// Where a shape begins and ends, from left to right and from top to bottom.
pub fn extent(shape: &Shape) -> [(f32, f32); 2] {
    let of = |points: &[(f32, f32)], more: f32| {
        let least = |pick: fn(&(f32, f32)) -> f32| points.iter().map(pick).fold(f32::MAX, f32::min) - more;
        let most = |pick: fn(&(f32, f32)) -> f32| points.iter().map(pick).fold(f32::MIN, f32::max) + more;
        [(least(|p| p.0), most(|p| p.0)), (least(|p| p.1), most(|p| p.1))]
    };
    match shape {
        Shape::Bar { at, size, .. } => of(&[*at, (at.0 + size.0, at.1 + size.1)], 0.0),
        Shape::Line { points, width, .. } => of(points, width / 2.0),
        Shape::Area { points, .. } => of(points, 0.0),
        Shape::Mark { at, radius, .. } => of(&[*at], *radius),
        Shape::Words { at, words, size, align, .. } => {
            let wide = font::width(words, *size);
            let left = match align {
                Align::Left => at.0,
                Align::Middle => at.0 - wide / 2.0,
                Align::Right => at.0 - wide,
            };
            of(&[(left, at.1), (left + wide, at.1)], 0.0)
        }
    }
}

/// Any course of any length, with names of any width.
fn any_timeline() -> impl Strategy<Value = Timeline> {
    let name = prop_oneof![
        Just("平静"),
        Just("心灰意冷"),
        Just("panicking"),
        Just("a state that trainers named at length")
    ];
    let level = prop::array::uniform4(-50..10_050_i32);
    (
        prop::collection::vec(level, 1..120),
        prop::collection::vec((0..120_usize, name), 0..30),
        "[甲a😀]{0,80}",
    )
        .prop_map(|(levels, mut names, title)| {
            let count = levels.len();
            names.iter_mut().for_each(|(at, _)| *at %= count);
            names.sort_by_key(|(at, _)| *at);
            names.dedup_by_key(|(at, _)| *at);
            let turning = names.iter().map(|(at, _)| *at).filter(|at| *at > 0).take(5).collect();
            let states = names.iter().map(|(at, name)| (*at, (*name).to_owned(), 2)).collect();
            let phases = names.iter().map(|(at, name)| (*at, (*name).to_owned())).collect();
            Timeline {
                title: title.clone(),
                subtitle: title,
                levels,
                states,
                phases,
                turning,
                ..timeline(Vec::new())
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happened_everything_is_inside_the_picture(timeline in any_timeline()) {
        let figure = figure(&timeline);
        let (width, height) = (figure.width as f32, figure.height as f32);
        for shape in &figure.shapes {
            let [(left, right), (top, bottom)] = extent(shape);
            prop_assert!(left >= 0.0 && right <= width && top >= 0.0 && bottom <= height, "{shape:?}");
        }
    }

    #[test]
    fn labels_of_one_row_never_touch(timeline in any_timeline()) {
        let figure = figure(&timeline);
        let small = figure.shapes.iter().filter(|shape| {
            matches!(shape, Shape::Words { words, .. } if timeline.states.iter().any(|(_, name, _)| name == words))
        });
        let mut taken: Vec<[(f32, f32); 2]> = small.map(extent).collect();
        taken.sort_by(|a, b| (a[1].0, a[0].0).partial_cmp(&(b[1].0, b[0].0)).unwrap());
        for pair in taken.windows(2).filter(|pair| pair[0][1] == pair[1][1]) {
            prop_assert!(pair[0][0].1 < pair[1][0].0, "{pair:?}");
        }
    }
}

#[test]
fn a_long_conversation_is_still_a_picture_that_telegram_takes() {
    let states = (0..60).map(|at| (at, "a state that trainers named at length".to_owned(), 1)).collect();
    let long = Timeline { states, ..timeline(vec![[5_000; 4]; 200]) };
    let figure = figure(&long);
    assert!(figure.width + figure.height <= 10_000, "{}", figure.height);
    assert!(paint::png(&figure, Palette::Light).is_ok());
}
