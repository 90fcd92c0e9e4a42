//! A figure as SVG, to stand inside a page. Inks become CSS variables (`--paper`, `--feeling-anger`, ...), so that the
//! page's style decides on light and dark; words are text in the page's font, which can be read aloud and copied.

use std::fmt::Write;

use super::figure::{Align, Figure, Form, Ink, Palette, Point, Shape, corners};

/// The figure as an `<svg>` element. `label` says what it shows, for those who do not see it.
pub fn svg(figure: &Figure, label: &str) -> String {
    element(figure, label, "", "")
}

/// The figure as a file of its own, light or dark as whoever looks at it has it.
pub fn document(figure: &Figure, label: &str) -> String {
    let (light, dark) = (variables(Palette::Light), variables(Palette::Dark));
    let style = format!(
        "<style>svg{{{light}font-family:system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}}\
         @media(prefers-color-scheme:dark){{svg{{{dark}}}}}</style>"
    );
    let (width, height) = (figure.width, figure.height);
    let size = format!(" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"");
    element(figure, label, &size, &style) + "\n"
}

fn element(figure: &Figure, label: &str, attributes: &str, style: &str) -> String {
    let mut out = String::new();
    let (width, height) = (figure.width, figure.height);
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "<svg{attributes} viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\">{style}",
        escaped(label)
    );
    for shape in &figure.shapes {
        one(&mut out, shape);
    }
    out.push_str("</svg>");
    out
}

/// The CSS variables of a palette, for a rule of the page's style.
pub fn variables(palette: Palette) -> String {
    let mut css = String::new();
    for ink in Ink::ALL {
        let (red, green, blue, alpha) = ink.colour(palette);
        let _ = match alpha {
            255 => write!(css, "--{}:#{red:02x}{green:02x}{blue:02x};", ink.name()),
            _ => write!(css, "--{}:#{red:02x}{green:02x}{blue:02x}{alpha:02x};", ink.name()),
        };
    }
    css
}

/// Text as it may stand in an element or an attribute. Characters that no document may hold are left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

fn one(out: &mut String, shape: &Shape) {
    let _ = match shape {
        Shape::Bar { at: (x, y), size: (width, height), round, ink } => {
            let paint = paint("fill", *ink);
            write!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"{paint}/>"
            )
        }
        Shape::Line { points, ink, width, dash } => {
            let dash: Vec<String> = dash.iter().map(f32::to_string).collect();
            let dash = match dash.is_empty() {
                true => String::new(),
                false => format!(" stroke-dasharray=\"{}\"", dash.join(" ")),
            };
            let (points, paint) = (list(points), paint("stroke", *ink));
            write!(
                out,
                "<polyline points=\"{points}\" fill=\"none\"{paint} stroke-width=\"{width}\" \
                 stroke-linecap=\"round\" stroke-linejoin=\"round\"{dash}/>"
            )
        }
        Shape::Area { points, ink } => polygon(out, points, *ink),
        Shape::Mark { at: (x, y), radius, form: Form::Disc, ink } => {
            write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}/>", paint("fill", *ink))
        }
        Shape::Mark { at, radius, form, ink } => polygon(out, &corners(*form, *at, *radius), *ink),
        Shape::Words { at: (x, y), words, size, align, bold, ink } => {
            let anchor = match align {
                Align::Left => "start",
                Align::Middle => "middle",
                Align::Right => "end",
            };
            let weight = if *bold { " font-weight=\"600\"" } else { "" };
            // Half a capital below the middle, as in the painted picture; engines differ in what they make of `middle`.
            let base = y + super::font::base(*size);
            let (paint, words) = (paint("fill", *ink), escaped(words));
            write!(
                out,
                "<text x=\"{x}\" y=\"{base}\" font-size=\"{size}\" text-anchor=\"{anchor}\"{weight}{paint}>{words}</text>"
            )
        }
    };
}

fn polygon(out: &mut String, points: &[Point], ink: Ink) -> std::fmt::Result {
    write!(out, "<polygon points=\"{}\"{}/>", list(points), paint("fill", ink))
}

fn list(points: &[Point]) -> String {
    points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

fn paint(what: &str, ink: Ink) -> String {
    match ink {
        Ink::Fixed(red, green, blue) => format!(" {what}=\"#{red:02x}{green:02x}{blue:02x}\""),
        ink => format!(" style=\"{what}:var(--{})\"", ink.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobodys_words_become_markup() {
        let mut figure = Figure::new(10, 10);
        figure.words("<b>&\u{7}\"'", (0.0, 0.0), 10.0, Align::Left, Ink::Text);
        let text = svg(&figure, "\"><script>");
        assert!(text.contains(">&lt;b&gt;&amp;&quot;&#39;</text>"), "{text}");
        assert!(text.contains("aria-label=\"&quot;&gt;&lt;script&gt;\""), "{text}");
    }

    #[test]
    fn every_ink_has_a_variable_in_both_palettes() {
        for palette in [Palette::Light, Palette::Dark] {
            let css = variables(palette);
            for ink in Ink::ALL {
                assert!(css.contains(&format!("--{}:#", ink.name())), "{}", ink.name());
            }
        }
    }
}
