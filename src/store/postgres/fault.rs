//! What a database says, sorted by what one can do about it. Its own texts may quote what is kept, so that only codes pass through.

use std::path::PathBuf;

use deadpool_postgres::PoolError;
use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use super::PostgresUrl;
use crate::store::StoreError;

/// A failure.
#[derive(Debug)]
pub(super) enum Fault {
    /// Somebody else changed the same at once; the transaction is undone. The same again may work.
    Crossed,
    /// The connection is gone, or there is none. Another may work.
    Lost(String),
    /// Nothing helps but what the error says.
    Final(StoreError),
}

impl Fault {
    /// What a statement came to.
    pub(super) fn of(error: &Error, url: &PostgresUrl) -> Fault {
        let Some(code) = error.code() else { return Fault::Lost(chain(error)) };
        let server = url.to_string();
        let crossed = [
            SqlState::T_R_SERIALIZATION_FAILURE,
            SqlState::T_R_DEADLOCK_DETECTED,
            SqlState::LOCK_NOT_AVAILABLE,
        ];
        if crossed.contains(code) {
            return Fault::Crossed;
        }
        let lost = [
            SqlState::ADMIN_SHUTDOWN,
            SqlState::CRASH_SHUTDOWN,
            SqlState::CANNOT_CONNECT_NOW,
            SqlState::TOO_MANY_CONNECTIONS,
            SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
            SqlState::READ_ONLY_SQL_TRANSACTION,
            SqlState::T_R_STATEMENT_COMPLETION_UNKNOWN,
        ];
        let shown = code.code();
        if lost.contains(code) || shown.starts_with("08") {
            return Fault::Lost(format!("it says {shown}, {}", meaning(shown)));
        }
        Fault::Final(match shown {
            "28P01" | "28000" | "3D000" => StoreError::NotLetIn { server, code: shown.to_owned() },
            "42501" => StoreError::NotAllowed { server, space: url.space().to_owned() },
            "53100" => StoreError::Full {
                path: PathBuf::from(server),
                source: std::io::Error::from(std::io::ErrorKind::StorageFull).into(),
            },
            _ => StoreError::Database { server, code: shown.to_owned() },
        })
    }

    /// What asking for a connection came to.
    pub(super) fn of_pool(error: &PoolError, url: &PostgresUrl) -> Fault {
        match error {
            PoolError::Backend(error) => Fault::of(error, url),
            PoolError::Timeout(_) => Fault::Lost("it takes too long to connect".to_owned()),
            _ => Fault::Lost("there are no connections".to_owned()),
        }
    }

    /// The error where there is no more trying.
    pub(super) fn given_up(self, url: &PostgresUrl) -> StoreError {
        let server = url.to_string();
        match self {
            Fault::Crossed => StoreError::Crowded { server },
            Fault::Lost(why) => StoreError::Unreachable { server, why },
            Fault::Final(error) => error,
        }
    }
}

/// Causes to the last one: the first says only that there was one.
fn chain(error: &Error) -> String {
    let mut said = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let text = error.to_string();
        if !said.contains(&text) {
            said = format!("{said}: {text}");
        }
        cause = error.source();
    }
    said
}

fn meaning(code: &str) -> &'static str {
    match code {
        "57P01" | "57P02" => "it is being shut down",
        "57P03" => "it is starting",
        "53300" => "it has no connections left",
        "25006" => "it may only be read",
        _ => "the connection broke",
    }
}
