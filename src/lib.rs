//! stub
pub mod base;
pub mod customer;
pub mod debrief;
pub mod flow;
pub mod i18n;
pub mod nlu;
pub mod persona;
pub mod session;
pub mod store;
