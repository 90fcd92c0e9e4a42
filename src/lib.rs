//! stub
pub mod base;
pub mod customer;
pub mod flow;
pub mod nlu;
pub mod persona;
pub mod session;
pub mod store;
