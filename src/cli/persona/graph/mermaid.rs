//! A statechart as Mermaid, which code hosts, wikis and editors draw. As a flowchart: state diagrams have no dashed lines.

use std::fmt::Write;

use crate::chart::figure::{Ink, Palette};

use super::Words;
use super::map::{Map, Way};

/// The text, without a fence.
pub fn mermaid(map: &Map, title: &str, words: &Words<'_>) -> String {
    let mut out = format!("%% {}\nflowchart TB\n", title.replace('\n', " "));
    // Writing to a String cannot fail.
    for rung in &map.rungs {
        let label = words.two(&words.state(&rung.state), &words.messages(rung.visits));
        let _ = writeln!(out, "    s_{}[\"{label}\"]:::heat{}", rung.state, rung.heat);
    }
    for (ending, count) in map.endings() {
        let label = words.two(&words.ending(ending), &words.conversations(count));
        let _ = writeln!(out, "    e_{}([\"{label}\"]):::ending", ending.id());
    }
    let _ = writeln!(out, "    begin((\" \"))");
    for rung in map.rungs.iter().filter(|rung| rung.starts > 0) {
        let _ = writeln!(out, "    begin -->|\"{}\"| s_{}", rung.starts, rung.state);
    }
    for (from, to, count) in &map.moves {
        let _ = match count {
            0 => writeln!(out, "    s_{from} -.-> s_{to}"),
            _ => writeln!(out, "    s_{from} -->|\"{count}\"| s_{to}"),
        };
    }
    for Way { from, to, rules, count } in &map.ways {
        let arrow = if *count == 0 { "-.->" } else { "-->" };
        // A way that was taken is told by the rules that led along it.
        let shown = rules.iter().filter(|(_, times)| *count == 0 || *times > 0);
        let label: Vec<String> =
            shown.map(|(rule, times)| escaped(&words.rule(rule.as_deref(), *times))).collect();
        let _ = writeln!(out, "    s_{from} {arrow}|\"{}\"| e_{}", label.join("<br/>"), to.id());
    }
    for heat in 0..=3 {
        let (red, green, blue, _) = Ink::Heat(heat).colour(Palette::Light);
        let _ = writeln!(
            out,
            "    classDef heat{heat} fill:#{red:02x}{green:02x}{blue:02x},color:#1d2127,stroke:#5b6470"
        );
    }
    out.push_str("    classDef ending fill:#f1f3f6,color:#1d2127,stroke:#5b6470\n");
    out
}

/// Words as they may stand between quotes: nobody's rule becomes syntax.
pub fn escaped(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '#' => out.push_str("#35;"),
            '"' => out.push_str("#quot;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '&' => out.push_str("#amp;"),
            '`' => out.push_str("#96;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
