//! Xiaoqi (消气): a sparring partner for customer-service conversations. A trainee writes, the program plays a customer
//! who boils over or cools off with what she writes, and afterwards hands out a debrief in her own words.
//!
//! This page is the map. ARCHITECTURE.md tells the same at more length; `tests/suite/tidy`
//! keeps the lists and the table below true.
//!
//! # Parts
//!
//! The core: synchronous and total; no files, clocks, environment, logging, hash maps, and no chance but the dice.
//!
//! - [`base`]: words all parts share: `cause`, `dice`, `ending`, `gentle` (a limit on abuse), `hash`, `id`, `lang`, `level`, `membership` (organisations, cohorts, roles), `mode`, `moves`, `phrase`
//!   (everything the product can say, typed; one module an area: `access`, `amend`, `arg`, `button`, `care`, `cohort`, `contest`, `debrief`, `duet`, `entry`, `group`, `insight`, `journal`, `menu`,
//!   `notice`, `own`, `play`, `practice`, `progress`, `report`, `result`, `review`, `swap`, `team`, `term`, `terminal`, `trainer`), `rate`, `span`, `time`
//! - [`agent`]: a model agent for trainees who play the customer: `wording`, `hear`, `times` (is it still ahead), `wishes` (what her words touched), `policy`, `speak`, `talk` (as kept), `review`
//!   (which method it used where)
//! - [`nlu`]: a text to a reading. In order: `normalise`, `clause`, `asking` (whether it asks, by form), `appeals` (what is asked of him), `choosing` (which two things it puts before him), `lexicon` and `matcher` (cues), `features`, `model`,
//!   `slots`, `context` (rules between clauses), `questions` and `requests` (how a clause asks), `progress` (what is done), `ear`, `heard`
//!   and `bids` (which of the persona's topics and offers), `rank` and `meanings` (which is nearest), `reading`; `reader` puts them together; `corpus`, `lint`, `learn` and `train` make the model, `evaluate`
//!   and `score` measure it
//! - [`persona`]: customers as trainers write them: `file` and `texts` (as written), `several` (one text or a list), `script` (its language), `defaults` and `complete` (what it leaves out), `schema` (for editors), `lower`, `model` (as checked), `kind` (customer
//!   types), `nature` (their mixture, style, stage), `rules` (the laws all share), `chart` (states), `lines` (what he may
//!   say), `pattern` (lines as written), `presume` (what a line presumes), `harsh` (which lines insult), `finding` (what is wrong, where)
//! - [`customer`]: what a reading does to him: `causes`, `appraise`, `emotion`, `memory`, `plan`, `speak`, `state`,
//!   `react` (one turn), `reaction` and `answers` (what he speaks of), `occasion` (what lines may say), `trace` (why)
//! - [`session`]: what is recorded, and what it folds to: `event`, `fold`, `care` (breaks and how she feels), `branch` (the same again, or from an earlier message on), `content` (all that conversations are played
//!   with), `limit` (the lines left where a trainee limits abuse), `measure` (one message alone), `direction` and `baseline` (how well that is done, and by the simplest means)
//! - [`debrief`]: what a finished conversation shows: `record`, `timeline`, `moment`, `gap`, `method`, `counter`,
//!   `rubric`, `score`, `reflect`, `present`, `sheet` (all of it, to be shown); while it goes on or after: `why` (the reasons for one reaction), `whatif`
//!   (another course beside the real one), `coach` (a line on each message)
//! - [`progress`]: a trainee over time: `entry` (a completed reflection, for the journal), `growth` (what grew), `picture` (weeks and skills to be drawn), `spaced` (the next
//!   customer), `plan`, `zone` (where her clock hangs), `review` (when she is reminded), `due` (days by which something is to be done), `cohort` (what a class's week shows of all and of nobody)
//! - [`contest`]: the part of contests that anybody can verify: `definition`, `seed` (commit and reveal), `run` (a round as a record), `file` (its token and what it is handed on in), `verify` (played again), `entered`
//!   (whether it belongs to a contest), `ranking`, `alike` (same words, told without any), `field` (what all runs of a round show together)
//! - [`simulate`]: synthetic trainees against customers, by the thousand: `trainee` (as data), `play`, `tally`
//! - [`workshop`]: what can only be found wrong with the whole customer at hand: `case`, `sheet` (a file with the place of every value), `lists`,
//!   `short` (its short form), `words`, `rule` and `rules` (one a file, with examples), `read` (examples of what is found while reading)
//! - [`flow`]: one conversation flow for every channel: `input`, `action`, `step`, `profile`, `say`, `errand` (what a step asks of
//!   whoever keeps things), `roles` (who may do what), `office` (the same for trainers), `cohort` (classes and their assignments) and `trainer`, `group` (what happens in groups), `contest` (contests in them)
//!
//! The edge:
//!
//! - [`i18n`]: phrases to prose: `locale`, `prose`, `words`, `check`; findings to words: `told`
//! - [`vitals`]: what operators measure: counters, gauges, histograms; `process` (memory and load, as the system tells them)
//! - [`store`]: what outlives a crash: `keys`, `record`, `batch`, `error`, `backup` (a copy in one file); the engines `memory`, `sled` and `postgres`, and `sealed` over them (encryption)
//! - [`fleet`]: several replicas of one bot over one store: `ledger` (who lives, who has what), `shares` (the gate), `fenced` (commits under a lease)
//! - [`library`]: the files trainers own: found, checked, trained, put together
//! - [`desk`]: the service: load, step, commit, hand back; `records` (wire forms), `guard` (panics, caught), `office` (what trainers ask for), `group` (groups, and what is due), `contest` (contests kept), `door` (who is let in), `stats` (how much there is of everything), `wires` (all records' versions)
//! - [`channel`]: `telegram` (`api`, `inbound`, `outbound`, `sender`) and `terminal`; they translate and decide nothing
//! - [`chart`]: pictures as PNG and SVG: `figure`, `font`, `paint`, `svg`; `timeline`, `wheel`, `progress`, `outcomes`, `statechart`
//! - [`studio`]: what trainers work on customers with: `parcel` (one in a zip), `outcome` and `summary` (synthetic trainees by the many), `bench` (the office's)
//! - [`report`]: what a trainee can keep: the timeline as a picture, the full report as one HTML file
//! - [`cli`]: the command line; `serve` is the Telegram service, `settings` what it runs with, `doctor` looks whether it would run, `bench` how fast, `backup`, `migrate` and `stats` look after what it keeps, `store` moves it, `check` shows findings
//!
//! # One turn
//!
//! ```text
//! update ─ channel ─▶ Input ─ flow::step ─▶ Reader::read     Reading: moves, slots, topics, notes
//!                                           react::react     levels, state, memory, trace, acts
//!                                           speak            one to three bubbles
//!                             ◀─ Step: profile, session, events, says
//! desk: one batch {events, profile, letters, mark of the update} ─▶ store ─▶ sender ─▶ phone
//! ```
//!
//! # Imports
//!
//! | module | may import |
//! |---|---|
//! | base | nothing |
//! | persona | base |
//! | nlu | base, persona |
//! | agent | base, nlu, persona |
//! | customer | base, nlu, persona, session |
//! | session | base, nlu, persona, agent, customer |
//! | debrief | base, nlu, persona, customer, session |
//! | simulate | base, nlu, persona, customer, session |
//! | workshop | base, nlu, persona, session, simulate |
//! | progress | base, persona, session, debrief |
//! | contest | base, session, debrief |
//! | flow | base, nlu, persona, agent, customer, session, debrief, progress, contest |
//! | i18n | base, persona, flow |
//! | vitals | nothing |
//! | store | base, vitals |
//! | fleet | store |
//! | library | base, nlu, persona, agent, session, simulate, i18n, workshop |
//! | desk | base, session, progress, contest, flow, i18n, store, fleet, vitals |
//! | studio | base, persona, session, debrief, simulate, workshop, flow, i18n, library, desk, chart |
//! | channel::terminal | base, flow, i18n |
//! | channel::telegram | base, debrief, flow, desk, store, fleet, chart, report, vitals |
//! | chart | base |
//! | report | base, debrief, chart, flow, session |
//! | cli | base, nlu, persona, agent, customer, session, debrief, progress, contest, simulate, workshop, flow, i18n, store, fleet, library, desk, channel, chart, report, studio, vitals |
//! | main | cli |
//!
//! Rows that may surprise: `nlu` asks `persona` what a conversation can be about, and trainers' files of both are
//! checked with the same findings. `customer` takes its `Cast` (everything a conversation is played with) from
//! `session`, which in turn plays it; the two are one knot. `i18n` reports `finding`s, and names `flow`'s commands to
//! check that each has its words. `channel::telegram` draws the papers that go out with its letters, and keeps its inbox and outbox in `store` itself.
//!
//! # Invariants, as absences
//!
//! - The core has no clock, file, environment, thread, log line, hash map and unseeded chance, and cannot panic by
//!   `unwrap`, `expect`, index or slice. No floating-point arithmetic but in `nlu::train`, which rounds to integers.
//! - No phrase, persona or technique lives in Rust code: words are in `locales/`, customers in `personas/`.
//! - No channel decides anything; channels do not know each other.
//! - Nothing leaves for a phone that is not in the outbox; nothing is acknowledged that is not on disk.
//! - No log line and no error carries what a trainee wrote, who she is, or the bot's token.
//! - No level changes without a line in the trace that says why, in whose words.

#![forbid(unsafe_code)]

pub mod agent;
pub mod base;
pub mod channel;
pub mod chart;
pub mod cli;
pub mod contest;
pub mod customer;
pub mod debrief;
pub mod desk;
pub mod fleet;
pub mod flow;
pub mod i18n;
pub mod library;
pub mod nlu;
pub mod persona;
pub mod progress;
pub mod report;
pub mod session;
pub mod simulate;
pub mod store;
pub mod studio;
pub mod vitals;
pub mod workshop;
