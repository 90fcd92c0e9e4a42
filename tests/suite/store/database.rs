//! A PostgreSQL server for the tests: of this process alone, on a free port of this machine, in a temporary folder, gone with the process.
//! Where the programs are missing the tests that need it say so and pass; with XIAOQI_NEED_POSTGRES set they fail.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use xiaoqi::store::PostgresUrl;

/// Says where the programs must be, where they are not found by themselves.
const NEEDED: &str = "XIAOQI_NEED_POSTGRES";

/// Waits until whoever started it is gone, whatever ended that one, then ends the server and takes its folder away.
const KEEPER: &str =
    r#"cat >/dev/null; "$1/pg_ctl" -D "$2/data" -m immediate -w stop >/dev/null 2>&1; rm -rf "$2""#;

/// A server.
pub struct Server {
    bin: PathBuf,
    folder: PathBuf,
    port: u16,
    _keeper: (Child, ChildStdin),
    _folder: tempfile::TempDir,
}

/// The one that all tests of this process share, each in spaces of its own.
pub fn shared() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(Server::start).as_ref()
}

/// A space that nobody has used.
pub fn fresh() -> Option<PostgresUrl> {
    shared().map(Server::fresh)
}

/// The same as it is written.
pub fn fresh_address() -> Option<String> {
    shared().map(Server::fresh_address)
}

impl Server {
    /// Starts one; `None`, loudly, where there is no PostgreSQL.
    pub fn start() -> Option<Server> {
        let Some(bin) = programs() else {
            assert!(std::env::var_os(NEEDED).is_none(), "{NEEDED} is set, and PostgreSQL is not installed");
            eprintln!("!! SKIPPED: PostgreSQL is not installed (apt-get install postgresql)");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_path_buf();
        give(&path);
        let data = path.join("data");
        run(
            &bin,
            "initdb",
            &["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale", "C", "--no-sync", "-D", text(&data)],
        );
        // The role `locked` needs a password, for the tests of what is said about a wrong one.
        let access = "local all all trust\nhost all locked 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n";
        std::fs::write(data.join("pg_hba.conf"), access).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut keeper = Command::new("sh");
        keeper
            .args(["-c", KEEPER, "keeper", text(&bin), text(&path)])
            .stdin(Stdio::piped())
            .stdout(Stdio::null());
        let mut keeper = as_servant(keeper).spawn().unwrap();
        let lifeline = keeper.stdin.take().unwrap();
        let server = Server { bin, folder: path, port, _keeper: (keeper, lifeline), _folder: folder };
        server.up();
        Some(server)
    }

    /// Starts the server in its folder.
    pub fn up(&self) {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=400",
            self.port
        );
        let (data, log) = (self.folder.join("data"), self.folder.join("log"));
        run(
            &self.bin,
            "pg_ctl",
            &["-D", text(&data), "-w", "-t", "120", "-l", text(&log), "-o", &options, "start"],
        );
    }

    /// Stops it, `fast` or as a crash (`immediate`).
    pub fn down(&self, mode: &str) {
        run(&self.bin, "pg_ctl", &["-D", text(&self.folder.join("data")), "-m", mode, "-w", "stop"]);
    }

    /// Where its files are.
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Its port on this machine.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its address with another user, password and database.
    pub fn address(&self, who: &str, database: &str, space: &str) -> String {
        format!("postgresql://{who}@127.0.0.1:{}/{database}?space={space}", self.port)
    }

    /// The address of a space that nobody has used.
    pub fn fresh_address(&self) -> String {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let space = format!("t{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        self.address("postgres", "postgres", &space)
    }

    fn fresh(&self) -> PostgresUrl {
        PostgresUrl::parse(&self.fresh_address()).unwrap()
    }

    /// Does something as the database's owner.
    pub async fn does(&self, sql: &str) {
        let address = format!("postgresql://postgres@127.0.0.1:{}/postgres", self.port);
        let (client, connection) = tokio_postgres::connect(&address, tokio_postgres::NoTls).await.unwrap();
        let task = tokio::spawn(connection);
        client.batch_execute(sql).await.unwrap();
        drop(client);
        let _ = task.await;
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Where the server's programs are.
fn programs() -> Option<PathBuf> {
    let asked = Command::new("pg_config").arg("--bindir").output().ok();
    let asked = asked.map(|found| PathBuf::from(String::from_utf8_lossy(&found.stdout).trim()));
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = debian.map(|entry| entry.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path: Vec<PathBuf> = std::env::split_paths(&path).collect();
    asked.into_iter().chain(debian).chain(path).find(|bin| bin.join("initdb").is_file())
}

/// The server refuses to run as root; whom it runs as then.
fn servant() -> Option<&'static str> {
    let is_root = Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let exists =
        |user: &&str| Command::new("id").arg(user).output().is_ok_and(|found| found.status.success());
    is_root.then(|| ["postgres", "nobody"].into_iter().find(exists).expect("there is no user but root"))
}

fn give(folder: &Path) {
    if let Some(user) = servant() {
        assert!(Command::new("chown").args([user, text(folder)]).status().unwrap().success());
    }
}

fn as_servant(command: Command) -> Command {
    let Some(user) = servant() else { return command };
    let mut wrapped = Command::new("setpriv");
    wrapped.args(["--reuid", user, "--regid", user, "--clear-groups"]);
    wrapped.arg(command.get_program()).args(command.get_args()).stdin(Stdio::piped()).stdout(Stdio::null());
    wrapped
}

fn run(bin: &Path, program: &str, args: &[&str]) {
    let mut command = Command::new(bin.join(program));
    command.args(args);
    // Into a file: a server that is started keeps what it was given open.
    let said = tempfile::NamedTempFile::new().unwrap();
    let mut command = as_servant(command);
    command.current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(said.reopen().unwrap());
    let begun = Instant::now();
    let status = command.status().unwrap();
    let said = std::fs::read_to_string(said.path()).unwrap();
    assert!(status.success(), "{program} after {:?}: {said}", begun.elapsed().max(Duration::ZERO));
}
