//! Where a database is, as a URL. Its password is in it, in a file or in the environment, and is never shown.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use tokio_postgres::config::{Host, SslMode, TargetSessionAttrs};

/// The space where the URL names none.
const SPACE: &str = "xiaoqi";
/// Connections at once where the URL names no number.
const CONNECTIONS: usize = 8;
/// Longest name of a space: PostgreSQL cuts names at 63 bytes.
const LONGEST: usize = 48;

/// Why a URL is none of a database. Quotes nothing of it, for it may hold a password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// Not this kind of URL.
    #[error("the address of the database is none: expected postgresql://USER@HOST:PORT/DATABASE?space=NAME")]
    Url,
    /// The space cannot be a schema's name.
    #[error(
        "the space in the database's address is none: expected 1 to {LONGEST} of a-z, 0-9 and _, not beginning with a digit or pg_"
    )]
    Space,
    /// The number of connections is none.
    #[error("`connections` in the database's address is no number from 2 to 1000")]
    Connections,
    /// Encryption that protects nothing.
    #[error(
        "`sslmode` in the database's address protects too little or is unknown: say require (encrypted, the server's certificate checked) or disable"
    )]
    Ssl,
    /// The certificates cannot be read.
    #[error(
        "{path} holds no certificates that can be read; name the PEM file of who signed the database's with sslrootcert"
    )]
    Roots {
        /// The file.
        path: PathBuf,
    },
}

/// Where a store is kept: a database, and a space in it.
#[derive(Clone, PartialEq)]
pub struct PostgresUrl {
    config: tokio_postgres::Config,
    space: String,
    connections: usize,
    roots: Option<PathBuf>,
}

impl PostgresUrl {
    /// Whether a text is meant as such a URL.
    pub fn is_meant(text: &str) -> bool {
        ["postgresql://", "postgres://"].iter().any(|scheme| text.trim_start().starts_with(scheme))
    }

    /// Reads a URL as PostgreSQL's own programs write it, with `space` (a schema; `xiaoqi` where missing), `connections` (at once; 8 where missing),
    /// `sslmode` (require or disable; where missing, require unless the server is on this machine) and `sslrootcert` (a PEM file).
    ///
    /// # Errors
    /// [`BadAddress`].
    pub fn parse(text: &str) -> Result<PostgresUrl, BadAddress> {
        let text = text.trim();
        if !PostgresUrl::is_meant(text) {
            return Err(BadAddress::Url);
        }
        let (base, query) = text.split_once('?').unwrap_or((text, ""));
        let (mut space, mut connections, mut ssl, mut roots) = (SPACE.to_owned(), CONNECTIONS, None, None);
        let mut others = Vec::new();
        for piece in query.split('&').filter(|piece| !piece.is_empty()) {
            let value =
                || url::form_urlencoded::parse(piece.as_bytes()).map(|(_, value)| value.into_owned()).next();
            let value = || value().unwrap_or_default();
            match piece.split('=').next().unwrap_or_default() {
                "space" => space = value(),
                "connections" => connections = value().parse().map_err(|_| BadAddress::Connections)?,
                "sslmode" => ssl = Some(value()),
                "sslrootcert" => roots = Some(PathBuf::from(value())),
                _ => others.push(piece),
            }
        }
        if !is_name(&space) {
            return Err(BadAddress::Space);
        }
        if !(2..=1_000).contains(&connections) {
            return Err(BadAddress::Connections);
        }
        let plain = format!("{base}?{}", others.join("&"));
        let mut config: tokio_postgres::Config = plain.parse().map_err(|_| BadAddress::Url)?;
        let encrypted = match ssl.as_deref() {
            Some("require" | "verify-full") => true,
            Some("disable") => false,
            None => !config.get_hosts().iter().all(is_here),
            Some(_) => return Err(BadAddress::Ssl),
        };
        config.ssl_mode(if encrypted { SslMode::Require } else { SslMode::Disable });
        config.target_session_attrs(TargetSessionAttrs::ReadWrite);
        config.connect_timeout(Duration::from_secs(5)).tcp_user_timeout(Duration::from_secs(20));
        config.keepalives_idle(Duration::from_secs(20)).application_name("xiaoqi");
        Ok(PostgresUrl { config, space, connections, roots })
    }

    /// The same with a password, unless it has one.
    pub fn with_password(mut self, password: Option<&str>) -> PostgresUrl {
        if let (None, Some(password)) = (self.config.get_password(), password) {
            self.config.password(password);
        }
        self
    }

    /// The same in another space.
    ///
    /// # Errors
    /// [`BadAddress::Space`].
    pub fn in_space(mut self, space: &str) -> Result<PostgresUrl, BadAddress> {
        if !is_name(space) {
            return Err(BadAddress::Space);
        }
        self.space = space.to_owned();
        Ok(self)
    }

    /// The schema, which is a name that needs no escape in quotes.
    pub fn space(&self) -> &str {
        &self.space
    }

    /// Whether it is the same place as another, by whatever user and password.
    pub fn is_same_place(&self, other: &PostgresUrl) -> bool {
        self.to_string() == other.to_string()
    }

    /// Whether the same connections lead there, whatever the space.
    pub(super) fn is_same_way(&self, other: &PostgresUrl) -> bool {
        self.config == other.config && self.roots == other.roots
    }

    pub(super) fn config(&self) -> &tokio_postgres::Config {
        &self.config
    }

    pub(super) fn connections(&self) -> usize {
        self.connections
    }

    pub(super) fn roots(&self) -> Option<&PathBuf> {
        self.roots.as_ref()
    }
}

fn is_name(space: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let begins = space.chars().next().is_some_and(|c| !c.is_ascii_digit());
    begins && space.len() <= LONGEST && space.chars().all(fits) && !space.starts_with("pg_")
}

/// Whether nobody between here and there could listen.
fn is_here(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => name == "localhost" || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

impl fmt::Display for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ports = self.config.get_ports();
        let hosts: Vec<String> = (0..)
            .zip(self.config.get_hosts())
            .map(|(at, host)| {
                let port = ports.get(at).or(ports.first()).copied().unwrap_or(5432);
                match host {
                    Host::Tcp(name) => format!("{name}:{port}"),
                    #[cfg(unix)]
                    Host::Unix(path) => format!("{}:{port}", path.display()),
                }
            })
            .collect();
        let database = self.config.get_dbname().or(self.config.get_user()).unwrap_or_default();
        write!(f, "postgresql://{}/{database}?space={}", hosts.join(","), self.space)
    }
}

/// As it is shown to people: no password, not even that there is one.
impl fmt::Debug for PostgresUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PostgresUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> PostgresUrl {
        PostgresUrl::parse(text).unwrap()
    }

    #[test]
    fn a_url_says_where_and_shows_no_password() {
        let url = parsed(
            "postgresql://ann:s3cret@db.example:6000,10.0.0.2/bots?space=shop_1&password=other&connect_timeout=3",
        );
        for shown in [url.to_string(), format!("{url:?}")] {
            assert!(shown.contains("db.example:6000") && shown.contains("bots?space=shop_1"), "{shown}");
            assert!(!shown.contains("s3cret") && !shown.contains("other"), "{shown}");
        }
        assert_eq!(parsed("postgres://h/d").to_string(), "postgresql://h:5432/d?space=xiaoqi");
    }

    #[test]
    fn what_leaves_this_machine_is_encrypted_unless_said_otherwise() {
        let mode = |text: &str| parsed(text).config().get_ssl_mode();
        assert_eq!(mode("postgresql://db.example/d"), SslMode::Require);
        assert_eq!(mode("postgresql://127.0.0.1,db.example/d"), SslMode::Require);
        for here in
            ["postgresql://127.0.0.1/d", "postgresql://localhost/d", "postgresql:///d?host=/run/postgresql"]
        {
            assert_eq!(mode(here), SslMode::Disable, "{here}");
        }
        assert_eq!(mode("postgresql://db.example/d?sslmode=disable"), SslMode::Disable);
        assert_eq!(mode("postgresql://localhost/d?sslmode=verify-full"), SslMode::Require);
    }

    #[test]
    fn what_is_no_address_is_refused_without_being_quoted() {
        for (text, why) in [
            ("mysql://h/d", BadAddress::Url),
            ("postgresql://h:port/d", BadAddress::Url),
            ("postgresql://h/d?space=", BadAddress::Space),
            ("postgresql://h/d?space=Shop", BadAddress::Space),
            ("postgresql://h/d?space=a%22;drop", BadAddress::Space),
            ("postgresql://h/d?space=pg_x", BadAddress::Space),
            ("postgresql://h/d?space=1a", BadAddress::Space),
            ("postgresql://h/d?connections=1", BadAddress::Connections),
            ("postgresql://h/d?connections=many", BadAddress::Connections),
            ("postgresql://h/d?sslmode=prefer", BadAddress::Ssl),
        ] {
            let refused = PostgresUrl::parse(text).map(|_| ()).unwrap_err();
            assert_eq!(refused, why, "{text}");
        }
        let said = PostgresUrl::parse("postgresql://u:s3cret@h:port/d").unwrap_err().to_string();
        assert!(!said.contains("s3cret"), "{said}");
    }

    #[test]
    fn a_password_from_elsewhere_fills_a_gap_only() {
        let with = |text: &str| parsed(text).with_password(Some("file"));
        assert_eq!(with("postgresql://u@h/d").config().get_password(), Some("file".as_bytes()));
        assert_eq!(with("postgresql://u:url@h/d").config().get_password(), Some("url".as_bytes()));
    }
}
