//! A server that does on each connection what it is told.
//!
//! It accepts as many connections as it has scripts, and runs each script on a thread of its own, so that it goes on
//! while a test waits. [`Server::finish`] tells what happened, and fails the test if a script did.

mod case;
mod connection;
mod gate;
mod outcomes;
#[cfg(feature = "rustls")]
mod tls;

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::{Client, ClientBuilder, Error, Transport, endpoint};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::transport::{Own, Settings, builder, without_tls};

pub(crate) use self::case::{case, run_case};
pub(crate) use self::connection::{Connection, Request};
pub(crate) use self::gate::Gate;
pub(crate) use self::outcomes::{is_lasting, is_repeated_where_that_is_safe};
#[cfg(feature = "rustls")]
pub(crate) use self::tls::Authority;

pub(crate) const KEY: &str = "pivotal_test_K8s9vQ2mXw7b";

/// An answer that [`Api::get`] and [`Api::post`] read as 7.
pub(crate) const SEVEN: &str = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n7";

/// How long anything may take before a test is told that it hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is called in the tests on sockets.
pub(crate) trait Api: Transport {
    #[endpoint(GET, "/number")]
    async fn get(&self) -> Result<u8, Error>;

    #[endpoint(POST, "/number", body = number)]
    async fn post(&self, number: u8) -> Result<u8, Error>;
}
impl<T: Transport> Api for T {}

/// What happens on one connection. Then it is closed.
pub(crate) type Script = Box<dyn FnOnce(&mut Connection) -> io::Result<()> + Send>;

pub(crate) fn script(script: impl FnOnce(&mut Connection) -> io::Result<()> + Send + 'static) -> Script {
    Box::new(script)
}

/// Reads a request and sends these bytes.
pub(crate) fn answers(bytes: impl Into<Vec<u8>>) -> Script {
    let bytes = bytes.into();
    script(move |connection| {
        connection.read()?;
        connection.send(&bytes)
    })
}

/// What was seen on a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    Accepted,
    /// A request, or the part of it that the script wanted.
    Read,
    /// So many bytes.
    Sent(usize),
    /// The client closed the connection.
    Ended,
    /// The server closed it.
    Closed,
    /// The server reset it.
    Reset,
}

struct Report {
    connection: usize,
    event: Event,
    request: Option<Request>,
}

/// Everything that was seen.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// One list for each connection.
    pub(crate) events: Vec<Vec<Event>>,
    /// The requests that were read, in their order.
    pub(crate) requests: Vec<Request>,
}

impl Seen {
    pub(crate) fn connections(&self) -> usize {
        self.events.len()
    }

    fn add(&mut self, report: Report) {
        self.events.resize_with(self.events.len().max(report.connection + 1), Vec::new);
        self.events[report.connection].push(report.event);
        self.requests.extend(report.request);
    }
}

#[must_use = "`finish` says what happened"]
pub(crate) struct Server {
    address: SocketAddr,
    reports: UnboundedReceiver<Report>,
    seen: Seen,
    stopping: Arc<AtomicBool>,
    last: mpsc::Sender<SocketAddr>,
    acceptor: JoinHandle<Vec<String>>,
}

impl Server {
    /// The first connection gets the first script, and so on.
    pub(crate) fn new(scripts: impl IntoIterator<Item = Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (reporting, reports) = unbounded_channel();
        let (last, wait_for_last) = mpsc::channel();
        let stopping = Arc::new(AtomicBool::new(false));
        let is_stopping = Arc::clone(&stopping);
        let scripts: Vec<Script> = scripts.into_iter().collect();
        let acceptor = thread::spawn(move || {
            let is_last = move |peer: SocketAddr| {
                is_stopping.load(Ordering::SeqCst)
                    && wait_for_last.recv_timeout(PATIENCE).is_ok_and(|last| last == peer)
            };
            accept(&listener, scripts, &reporting, is_last)
        });
        Self { address, reports, seen: Seen::default(), stopping, last, acceptor }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A client that tries twice.
    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> ClientBuilder<Settings> {
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(self.url()).max_attempts(2)
    }

    /// The same without the certificates of the system: it takes no time to build.
    pub(crate) fn plain(&self) -> ClientBuilder<Own> {
        without_tls(self.builder())
    }

    /// Waits until this has happened on that connection, counted from 0.
    pub(crate) async fn until(&mut self, connection: usize, event: Event) {
        while !self.seen.events.get(connection).is_some_and(|events| events.contains(&event)) {
            let report = tokio::time::timeout(PATIENCE, self.reports.recv()).await;
            assert!(report.is_ok(), "no {event:?} on connection {connection}: {:?}", self.seen);
            self.seen.add(report.unwrap().unwrap());
        }
    }

    /// Waits for the scripts to end and says what happened. The client must have let go of what they wait for.
    pub(crate) async fn finish(self) -> Seen {
        let Self { address, mut reports, mut seen, stopping, last, acceptor } = self;
        let failures = tokio::task::spawn_blocking(move || {
            stopping.store(true, Ordering::SeqCst);
            // Connections are accepted in their order: all that came before this one are served.
            let stream = TcpStream::connect(address).unwrap();
            let own = stream.local_addr().unwrap();
            // More than once, since it is asked for each connection that is still waiting.
            (0..16).for_each(|_| last.send(own).unwrap_or_default());
            acceptor.join().unwrap()
        });
        let failures = failures.await.unwrap();
        while let Some(report) = reports.recv().await {
            seen.add(report);
        }
        assert!(failures.is_empty(), "{failures:#?}\n{seen:#?}");
        seen
    }
}

/// Runs the scripts; what went wrong in them.
fn accept(
    listener: &TcpListener,
    scripts: Vec<Script>,
    reporting: &UnboundedSender<Report>,
    is_last: impl Fn(SocketAddr) -> bool,
) -> Vec<String> {
    let mut failures = Vec::new();
    let mut running = Vec::new();
    let mut scripts = scripts.into_iter();
    loop {
        let (stream, peer) = listener.accept().unwrap();
        if is_last(peer) {
            break;
        }
        let connection = Connection::new(running.len(), stream, reporting.clone());
        let Some(script) = scripts.next() else {
            failures.push("a connection without a script".to_owned());
            continue;
        };
        running.push(thread::spawn(move || connection.run(script)));
    }
    for (number, script) in running.into_iter().enumerate() {
        match script.join() {
            Ok(Ok(())) => {}
            Ok(Err(error)) => failures.push(format!("connection {number}: {error}")),
            Err(_) => failures.push(format!("connection {number}: its script panicked")),
        }
    }
    let left = scripts.count();
    if left > 0 {
        failures.push(format!("{left} scripts without a connection"));
    }
    failures
}
