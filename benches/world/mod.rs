//! What both benchmarks play with: the real content, and trainees who write the same every time.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use xiaoqi::base::id::{PersonaId, TraineeId};
use xiaoqi::base::lang::Lang;
use xiaoqi::base::time::Moment;
use xiaoqi::channel::telegram::outbound;
use xiaoqi::desk::{Desk, Handled, Playbook, Post, Task};
use xiaoqi::flow::action::Action;
use xiaoqi::flow::input::{Deed, Input};
use xiaoqi::i18n::Prose;
use xiaoqi::library::{self, Cache, Origin};
use xiaoqi::session::content::Content;
use xiaoqi::session::fold::{Cast, Session};
use xiaoqi::store::{Batch, Expect, Key, SledStore};

/// The folder with `personas/` and `locales/`.
pub const CONTENT: &str = env!("CARGO_MANIFEST_DIR");

/// What trainees write in Chinese, in this order. Kind enough that nobody hangs up, too vague to be accepted.
pub const CHINESE: [&str; 6] = [
    "您好，我是客服小林，很高兴为您服务。",
    "非常抱歉让您和家人受委屈了，我马上联系负责的同事，今晚八点前给您回电话。",
    "您能再跟我说说当时的情况吗？是从什么时候开始的？",
    "我明白，这么多天没有人管，换了谁都会着急的。",
    "我先把您说的都记下来，您看有没有漏掉什么？",
    "这个我需要跟主管确认一下，请您稍等几分钟。",
];

/// The same in English.
pub const ENGLISH: [&str; 6] = [
    "Hello, this is Lin from customer service. How can I help you?",
    "I'm so sorry you and your family were left waiting. A colleague will call you before eight tonight.",
    "Could you tell me a little more about what happened? When did it start?",
    "I understand. Anybody would be upset after so many days without an answer.",
    "Let me write down everything you said. Is there anything that I have missed?",
    "I need to check this with my supervisor. Please give me a few minutes.",
];

/// Where trained models are kept between runs of the benchmarks.
pub fn models() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-models")
}

/// The real content and the real interface texts.
pub struct World {
    /// What conversations are played with.
    pub content: Arc<Content>,
    /// What the product says.
    pub prose: Arc<Prose>,
}

/// The one world of this process.
pub static WORLD: LazyLock<World> = LazyLock::new(|| {
    let loaded = library::load(&Origin::Folder(CONTENT.into()), &Cache::at(models())).unwrap();
    World { content: Arc::new(loaded.content), prose: Arc::new(loaded.prose) }
});

/// The messages of a language.
pub fn messages(lang: Lang) -> [&'static str; 6] {
    if lang == Lang::EN { ENGLISH } else { CHINESE }
}

/// The customer and the language of trainee number `n`: all of them take turns.
pub fn pairing(n: usize) -> (PersonaId, Lang) {
    let personas = &WORLD.content.personas;
    let id = personas.keys().nth(n / 2 % personas.len()).unwrap();
    (id.clone(), if n.is_multiple_of(2) { Lang::ZH_HANS } else { Lang::EN })
}

/// What trainee number `n` plays with.
pub fn cast(n: usize) -> (Cast<'static>, Lang) {
    let (id, lang) = pairing(n);
    (WORLD.content.cast(&id, lang).unwrap(), lang)
}

/// The session of trainee number `n` after `turns` turns.
pub fn session(n: usize, turns: usize) -> Session {
    let (cast, lang) = cast(n);
    let (mut session, _) = Session::open(&cast, lang, n as u64, Moment(0));
    for said in messages(lang).iter().take(turns) {
        session.play(&cast, said, Moment(1));
    }
    session
}

/// The service on disk, as `xiaoqi serve` puts it together.
pub fn desk(folder: &Path) -> Desk {
    let store = SledStore::open(folder).unwrap();
    let mind = Playbook::new(Arc::clone(&WORLD.content), Arc::clone(&WORLD.prose));
    Desk::new(Arc::new(store), Arc::new(mind), outbound::letters)
}

/// Update `update` of trainee number `n`.
pub fn task(update: u64, n: usize, deed: Deed) -> Task {
    let trainee = TraineeId(i64::try_from(n).unwrap());
    let (_, lang) = pairing(n);
    let input = Input { trainee, at: Moment(1), device_lang: Some(lang), seed: n as u64, deed };
    Task { update, chat: trainee.0, input }
}

/// Trainee number `n` begins a conversation and plays `turns` turns. `update` is a number after which sixteen are
/// free.
pub async fn play(desk: &Desk, update: u64, n: usize, turns: usize) {
    let (persona, lang) = pairing(n);
    let said = messages(lang).into_iter().take(turns).map(|text| Deed::Text(text.to_owned()));
    for (place, deed) in (update..).zip(std::iter::once(Deed::Press(Action::Begin(persona))).chain(said)) {
        let posts = handle(desk, &task(place, n, deed)).await;
        deliver(desk, &posts).await;
    }
}

/// Handles one update, which must be new.
pub async fn handle(desk: &Desk, task: &Task) -> Vec<Post> {
    match desk.handle(task).await.unwrap() {
        Handled::Done(posts) | Handled::Cleared(posts) => posts,
        Handled::Already => panic!("update {} was done before", task.update),
    }
}

/// Takes letters out of the outbox, as a channel does that has sent them.
async fn deliver(desk: &Desk, posts: &[Post]) {
    let mut batch = Batch::new();
    for post in posts {
        batch.delete(Key::outbox(post.chat, post.seq), Expect::Any);
    }
    desk.store().commit(batch).await.unwrap();
}
