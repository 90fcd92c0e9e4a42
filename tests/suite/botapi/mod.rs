//! A fake Telegram: the Bot API on a loopback port, and phones to talk to the bot with.
//!
//! [`FakeTelegram`] serves the methods Xiaoqi uses with Telegram's own rules: what Telegram would refuse, it
//! refuses, in Telegram's words. On purpose it is stricter in one respect: parameters of a known method that
//! the fake does not model are refused too (their descriptions start with `fake:`), so nothing is silently
//! ignored in a test. [`Phone`] plays a person; [`Fault`] makes the network or Telegram misbehave.
//!
//! ```ignore
//! let fake = FakeTelegram::start();
//! let phone = fake.phone(7, "zh-hans", "小王");
//! // start the bot with fake.token() and fake.url()
//! phone.start(None);
//! let hello = phone.expect_messages(1, Duration::from_secs(5)).await;
//! phone.press("开始");
//! ```
//!
//! The server runs on a thread of its own, so it also answers a bot in another process, a blocking test, or a
//! test with paused time. It listens on 127.0.0.1 only.
#![allow(dead_code, reason = "test support: no single suite uses every part")]

mod disorder;
mod faults;
mod group;
mod listener;
mod params;
mod phone;
mod push;
mod records;
mod refusal;
mod rules;
#[allow(unused, reason = "the chaos run has no harness for these")]
mod self_test;
mod server;
mod state;
mod updates;
mod view;
mod wire;

#[allow(unused_imports, reason = "for the chaos run")]
pub use disorder::Glimpse;
pub use faults::{Fault, Target};
#[allow(unused_imports, reason = "for the suites to come")]
pub use group::Group;
pub use phone::Phone;
#[allow(unused_imports, reason = "for the suites to come")]
pub use records::{Action, Button, Call, CallbackAnswer, Command, Edit, Message, Upload};
pub use server::FakeTelegram;
