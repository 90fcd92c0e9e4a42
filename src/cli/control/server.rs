//! The service's side of the control socket.

use std::fs::{DirBuilder, Permissions, set_permissions};
use std::io;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use tokio::net::UnixListener;
use tokio::task::JoinHandle;
use tracing::Instrument;

use crate::desk::{now, stats};
use crate::store::backup::stream;
use crate::store::{Freeze, Key, Store};

/// What the tools may ask about.
#[derive(Clone)]
struct Kept {
    /// As the engine has it: what a backup is made of.
    engine: Arc<dyn Freeze>,
    /// As the service reads it.
    store: Arc<dyn Store>,
}

/// Answers at the socket of a data folder until aborted. `None`, with a line in the log, where there can be no socket: the
/// service runs without, and its tools say so.
pub fn listen(data: &Path, engine: Arc<dyn Freeze>, store: Arc<dyn Store>) -> Option<JoinHandle<()>> {
    let listener = match bind(data) {
        Ok(listener) => listener,
        Err(error) => {
            tracing::warn!(
                "there is no control socket, so backup and stats need the service stopped: {error}"
            );
            return None;
        }
    };
    let router = Router::new()
        .route("/backup", get(backup))
        .route("/stats", get(statistics))
        .route("/health", get(health))
        .with_state(Kept { engine, store });
    let serving = async move {
        // Never ends by itself: a connection that fails is the tool's trouble.
        let _ = axum::serve(listener, router).await;
    };
    Some(tokio::spawn(serving.in_current_span()))
}

fn bind(data: &Path) -> io::Result<UnixListener> {
    let folder = super::folder(data);
    match DirBuilder::new().mode(0o700).create(&folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        other => other?,
    }
    // A folder that was there may have been opened to others.
    set_permissions(&folder, Permissions::from_mode(0o700))?;
    let socket = super::socket(data);
    // Left by a service that was killed: the data folder's lock is ours, so nobody answers there.
    match std::fs::remove_file(&socket) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&socket)?;
    set_permissions(&socket, Permissions::from_mode(0o600))?;
    Ok(listener)
}

async fn backup(State(kept): State<Kept>) -> Response {
    match kept.engine.freeze().await {
        Ok(snapshot) => {
            tracing::info!(entries = snapshot.entries(), "a backup is being taken");
            Body::from_stream(stream(snapshot, now())).into_response()
        }
        Err(error) => failed(&error),
    }
}

async fn statistics(State(kept): State<Kept>) -> Response {
    match stats::gather(&*kept.store).await {
        Ok(stats) => Json(stats).into_response(),
        Err(error) => failed(&error),
    }
}

/// A store that has failed once refuses everything.
async fn health(State(kept): State<Kept>) -> Response {
    match kept.store.get(&Key::counter("versions")).await {
        Ok(_) => "well".into_response(),
        Err(error) => failed(&error),
    }
}

fn failed(error: &dyn std::error::Error) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, error.to_string()).into_response()
}
