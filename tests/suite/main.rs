//! The one integration-test harness: each area of behaviour is a module here.
mod botapi;
