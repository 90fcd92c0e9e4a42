//! The control socket: how tools of the same machine ask the running service, which alone may use the data folder.
//!
//! It is a Unix socket in a folder that only the service's own account (and root) may enter, and speaks HTTP. It gives
//! out everything that is kept, so it is as private as the data folder itself, and never on the network.
//!
//! - `server`: the service's side
//! - `client`: the tools' side

#[cfg(unix)]
mod client;
#[cfg(unix)]
mod server;

use std::path::{Path, PathBuf};

#[cfg(unix)]
pub use client::Service;
#[cfg(unix)]
pub use server::listen;

/// Where the socket of a data folder is.
fn socket(data: &Path) -> PathBuf {
    folder(data).join("socket")
}

fn folder(data: &Path) -> PathBuf {
    data.join("control")
}

#[cfg(not(unix))]
mod elsewhere;
#[cfg(not(unix))]
pub use elsewhere::{Service, listen};
