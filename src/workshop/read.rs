//! What is found while files are read, with examples. Nothing here looks: `persona`, `i18n` and `library` do.

use crate::persona::finding::Severity;

use super::rule::{Example, Rule};

/// The laws that all customers share.
const LAWS: &str = "personas/emotions.toml";

const fn error(code: &'static str, fails: Example, passes: Example) -> Rule {
    Rule::reading(code, Severity::Error, fails, passes)
}

/// In the example customer's own file: one edit that fails, one that passes.
const fn main(
    code: &'static str,
    fails: &'static [(&'static str, &'static str)],
    marked: &'static str,
    passes: &'static [(&'static str, &'static str)],
) -> Rule {
    error(code, Example::main(fails, marked), Example::main(passes, ""))
}

/// In the laws.
const fn laws(
    code: &'static str,
    fails: &'static [(&'static str, &'static str)],
    marked: &'static str,
    passes: &'static [(&'static str, &'static str)],
) -> Rule {
    error(code, Example::of(LAWS, fails, marked), Example::of(LAWS, passes, ""))
}

/// Every mistake that a customer's files or the laws can have without being read to the end.
pub const RULES: &[Rule] = &[
    main(
        "file.unclosed-quote",
        &[("title = \"烧不开的水壶\"", "title = \"烧不开的水壶")],
        "",
        &[("烧不开的水壶", "水壶坏了")],
    ),
    main(
        "file.curly-quotes",
        &[("\"烧不开的水壶\"", "“烧不开的水壶”")],
        "“烧不开的水壶”",
        &[("烧不开的水壶", "烧不开的“水壶”")],
    ),
    main(
        "file.single-brackets",
        &[("[[fact]]\nid = \"bought\"", "[fact]\nid = \"bought\"")],
        "[fact]",
        &[("title = \"烧不开的水壶\"", "title = \"[fact]\"")],
    ),
    main("file.full-width", &[("step = 14", "step ＝ 14")], "＝", &[("烧不开的水壶", "烧不开＝的水壶")]),
    main(
        "file.unquoted",
        &[("grade = \"basic\"", "grade = basic")],
        "basic",
        &[("grade = \"basic\"", "grade = 'basic'")],
    ),
    main("file.no-value", &[("patience = 14", "patience =")], "", &[("patience = 14", "patience = 13")]),
    main("file.no-equals", &[("patience = 14", "patience 14")], "", &[("patience = 14", "patience=14")]),
    main(
        "file.bad-key",
        &[("patience = 14", "耐心 = 14")],
        "耐心",
        &[("patience = 14", "# 耐心\npatience = 14")],
    ),
    main("file.duplicate-key", &[("step = 14", "patience = 14")], "patience", &[("step = 14", "step = 13")]),
    main(
        "file.unclosed-bracket",
        &[("tell = [\"红的。\"]", "tell = [\"红的。\"")],
        "",
        &[("tell = [\"红的。\"]", "tell = [\n\"红的。\",\n]")],
    ),
    main(
        "file.missing-comma",
        &[("[\"网上买的。\", ", "[\"网上买的。\" ")],
        "",
        &[("[\"网上买的。\", ", "[\"网上买的。\" , ")],
    ),
    main("file.backslash", &[("红的。", "红\\的。")], "", &[("红的。", "红\\n的。")]),
    main(
        "file.too-much",
        &[("title = \"烧不开的水壶\"", "title = \"烧不开的\"水壶\"")],
        "",
        &[("烧不开的水壶", "烧不开的'水壶'")],
    ),
    main("file.syntax", &[("patience = 14", "patience = 014")], "0", &[("patience = 14", "patience = 0x0e")]),
    main(
        "file.too-deep",
        &[("红的。", "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{ $time }")],
        "{",
        &[("红的。", "红的{ $time }。")],
    ),
    main(
        "file.unknown-key",
        &[("patience = 14", "patiance = 14")],
        "patiance",
        &[("patience = 14", "# patiance\npatience = 14")],
    ),
    main("file.missing-key", &[("grade = \"basic\"\n", "")], "", &[("industry = \"retail\"\n", "")]),
    main(
        "file.wrong-kind",
        &[("patience = 14", "patience = \"14\"")],
        "\"14\"",
        &[("patience = 14", "patience = 12")],
    ),
    main(
        "persona.bad-id",
        &[("id = \"kettle\"", "id = \"水壶\"")],
        "\"水壶\"",
        &[("id = \"bought\"", "id = \"bought\" # 水壶")],
    ),
    main(
        "persona.bad-language",
        &[("lang = \"zh-Hans\"", "lang = \"zh_Hans\"")],
        "\"zh_Hans\"",
        &[("lang = \"zh-Hans\"", "lang = 'zh-Hans'")],
    ),
    main(
        "persona.unknown-grade",
        &[("\"basic\"", "\"basik\"")],
        "\"basik\"",
        &[("\"basic\"", "\"intermediate\"")],
    ),
    main(
        "persona.unknown-emotion",
        &[("emotion = \"anger\"", "emotion = \"angr\"")],
        "\"angr\"",
        &[("emotion = \"anger\"", "emotion = \"anxiety\"")],
    ),
    main(
        "persona.unknown-type",
        &[("direct = 60", "directt = 60")],
        "directt",
        &[("direct = 60", "rational = 60")],
    ),
    main(
        "persona.unknown-style",
        &[("patience = 14", "patience = 14\nstyle = [\"direkt\"]")],
        "\"direkt\"",
        &[("patience = 14", "patience = 14\nstyle = [\"direct\"]")],
    ),
    main(
        "persona.contradictory-style",
        &[("patience = 14", "patience = 14\nstyle = [\"direct\", \"tactful\"]")],
        "\"tactful\"",
        &[("patience = 14", "patience = 14\nstyle = [\"direct\", \"fact\"]")],
    ),
    main(
        "persona.unknown-stage",
        &[("patience = 14", "patience = 14\nstage = \"old\"")],
        "\"old\"",
        &[("patience = 14", "patience = 14\nstage = \"loyal\"")],
    ),
    main(
        "persona.unknown-ending",
        &[("\"hung_up\"", "\"hang_up\"")],
        "\"hang_up\"",
        &[("\"hung_up\"", "\"exposed_publicly\"")],
    ),
    main(
        "persona.unknown-authority",
        &[("authority = \"beyond\"", "authority = \"beyondd\"")],
        "\"beyondd\"",
        &[("authority = \"beyond\"", "authority = \"ask\"")],
    ),
    main(
        "persona.unknown-kind",
        &[("kind = \"solution\"", "kind = \"solve\"")],
        "\"solve\"",
        &[("kind = \"solution\"", "kind = \"alternative\"")],
    ),
    main(
        "persona.unknown-demand",
        &[("meets = { tea = 90 }", "meets = { tee = 90 }")],
        "tee",
        &[("meets = { tea = 90 }", "meets = { tea = 80 }")],
    ),
    main(
        "persona.weights",
        &[("weight = 70", "weight = 60")],
        "[[demand]]",
        &[("weight = 70\n", "weight = 50\n"), ("weight = 30", "weight = 50")],
    ),
    main(
        "persona.shares",
        &[("direct = 60", "direct = 50")],
        "types",
        &[("{ direct = 60, supportive = 40 }", "{ direct = 50, supportive = 50 }")],
    ),
    main(
        "persona.wrong-file",
        &[("id = \"kettle\"", "id = \"teapot\"")],
        "\"teapot\"",
        &[("id = \"kettle\"", "id = 'kettle'")],
    ),
    error(
        "persona.orphan-translation",
        Example::of("personas/kettel.en.toml", &[("", "lang = \"en\"\n")], ""),
        Example::english(&[("The kettle", "A kettle")], ""),
    ),
    Rule::reading(
        "persona.wrong-language",
        Severity::Warning,
        Example::english(&[("lang = \"en\"", "lang = \"fr\"")], "\"fr\""),
        Example::english(&[("lang = \"en\"", "lang = 'en'")], ""),
    ),
    main(
        "chart.unknown-ending",
        &[("to = \"leave\"", "to = \"go\"")],
        "\"go\"",
        &[("to = \"leave\"", "to = \"hung_up\"")],
    ),
    main(
        "chart.unknown-state",
        &[("to = \"leave\"", "from = [\"raging\"]\nto = \"leave\"")],
        "\"raging\"",
        &[("to = \"leave\"", "from = [\"furious\"]\nto = \"leave\"")],
    ),
    main(
        "chart.unknown-move",
        &[("to = \"leave\"", "on = [\"insulted\"]\nto = \"leave\"")],
        "\"insulted\"",
        &[("to = \"leave\"", "on = [\"insult\"]\nto = \"leave\"")],
    ),
    laws(
        "chart.thresholds",
        &[("leave = [22, 44, 68]", "leave = [22, 44, 88]")],
        "[22, 44, 88]",
        &[("leave = [22, 44, 68]", "leave = [22, 44, 70]")],
    ),
    laws(
        "rules.unknown-grade",
        &[("[grade.basic]", "[grade.basik]")],
        "basik",
        &[("[grade.basic]", "[grade.\"basic\"]")],
    ),
    laws(
        "rules.unknown-move",
        &[("moves = [\"insult\", \"threaten\"]", "moves = [\"insult\", \"treaten\"]")],
        "\"treaten\"",
        &[("moves = [\"insult\", \"threaten\"]", "moves = [\"insult\"]")],
    ),
    main(
        "text.no-opening",
        &[(
            "opening = [\n  \"水壶才用三天就不热了！\",\n  \"三天！你们的水壶就烧三天？\\n我要个说法。\",\n]",
            "opening = []",
        )],
        "opening",
        &[("我要个说法。", "给个说法。")],
    ),
    main(
        "text.twice",
        &[("grade = \"basic\"", "grade = \"basic\"\ntitle = \"水壶\"")],
        "\"水壶\"",
        &[
            ("grade = \"basic\"", "grade = \"basic\"\ntitle = \"水壶\""),
            ("[text]\ntitle = \"烧不开的水壶\"", "[text]"),
        ],
    ),
    main(
        "text.missing",
        &[(
            "[text.fact.order]\nabout = \"订单号\"\nask = [\"订单号\", \"单号*多少\"]\ntell = [\"20817。\", \"尾数20817。\"]\n",
            "",
        )],
        "[text]",
        &[("尾数20817。", "后面是20817。")],
    ),
    main(
        "text.unknown-id",
        &[("[text.fact.order]", "[text.fact.ordre]")],
        "ordre",
        &[("[text.fact.order]", "[text.fact.\"order\"]")],
    ),
    main(
        "text.unknown-move",
        &[("[text.lines]", "[text.better]\napologise = \"对不起。\"\n\n[text.lines]")],
        "apologise",
        &[("[text.lines]", "[text.better]\napologize = \"对不起。\"\n\n[text.lines]")],
    ),
    main("lines.syntax", &[("红的。", "红的{ 。")], "{ 。", &[("红的。", "红的（。")]),
    main(
        "lines.unknown-variable",
        &[("红的。", "{ $tiem }说过了，红的。")],
        "$tiem",
        &[("红的。", "{ $time }说过了，红的。")],
    ),
    main(
        "lines.choice",
        &[("tell = [\"红的。\"]", "tell = [\"\"\"{ $time ->\n   *[other] 红的。\n}\"\"\"]")],
        "{",
        &[("红的。", "{ $name }，红的。")],
    ),
    main("lines.placeable", &[("红的。", "{ other-line }")], "{", &[("红的。", "{ \\\"红的\\\" }。")]),
    laws(
        "rules.unknown-phase",
        &[("[phase.venting]", "[phase.ventin]")],
        "ventin",
        &[("[phase.venting]", "[phase.\"venting\"]")],
    ),
];
