//! Understanding one message.

use std::fmt;

use divan::Bencher;
use xiaoqi::base::lang::Lang;

use crate::world::{cast, messages, session};

#[derive(Clone, Copy)]
enum Size {
    /// A greeting.
    Short,
    /// 36 Chinese characters, or 98 English ones.
    Typical,
    /// The longest that is accepted: 4,096 characters.
    Longest,
}

struct Case {
    lang: Lang,
    size: Size,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = match self.size {
            Size::Short => "short",
            Size::Typical => "typical",
            Size::Longest => "longest",
        };
        write!(f, "{} {size}", self.lang)
    }
}

fn cases() -> impl Iterator<Item = Case> {
    let sizes = [Size::Short, Size::Typical, Size::Longest];
    [Lang::ZH_HANS, Lang::EN].into_iter().flat_map(move |lang| sizes.map(|size| Case { lang, size }))
}

fn text(case: &Case) -> String {
    match case.size {
        Size::Short if case.lang == Lang::EN => "Hello!".to_owned(),
        Size::Short => "您好！".to_owned(),
        Size::Typical => messages(case.lang)[1].to_owned(),
        Size::Longest => {
            let all = messages(case.lang).join(" ") + " ";
            all.chars().cycle().take(4_096).collect()
        }
    }
}

/// Place of the trainee who plays in this language, see `world::pairing`.
fn player(case: &Case) -> usize {
    usize::from(case.lang == Lang::EN)
}

#[divan::bench(args = cases())]
fn with_ear(bencher: Bencher<'_, '_>, case: &Case) {
    let (text, (cast, _)) = (text(case), cast(player(case)));
    let before = session(player(case), 1).turns[0].reply.join("\n");
    bencher.bench_local(|| cast.reader.read(divan::black_box(&text), Some(cast.ear), &before));
}
