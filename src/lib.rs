//! stub
pub mod base;
pub mod channel;
pub mod cli;
pub mod customer;
pub mod debrief;
pub mod desk;
pub mod flow;
pub mod i18n;
pub mod library;
pub mod nlu;
pub mod persona;
pub mod session;
pub mod store;
