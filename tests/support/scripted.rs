//! A server with a script for each connection.
//!
//! It accepts as many connections as it has scripts, and runs each script on a thread of its own.
//! [`ScriptedServer::finish`] returns the events, and fails the test if a script failed.

mod connection;

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread::{self, JoinHandle};

use pivotal_runtime::{Client, ClientBuilder};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

pub(crate) use self::connection::Connection;
use super::request::ReceivedRequest;
use super::{PATIENCE, builder_for};
use crate::transport::without_tls;

/// The server side of one connection, which is closed at the end.
pub(crate) type Script = Box<dyn FnOnce(&mut Connection) -> io::Result<()> + Send>;

pub(crate) fn script(script: impl FnOnce(&mut Connection) -> io::Result<()> + Send + 'static) -> Script {
    Box::new(script)
}

/// Reads a request and sends these bytes.
pub(crate) fn respond(bytes: impl Into<Vec<u8>>) -> Script {
    let bytes = bytes.into();
    script(move |connection| {
        connection.read()?;
        connection.send(&bytes)
    })
}

/// An event on a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    Accepted,
    /// A request was read, or the part of it that the script reads.
    Read,
    /// This number of bytes was sent.
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
    request: Option<ReceivedRequest>,
}

/// The events and requests of a server.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// A list for each connection.
    pub(crate) events: Vec<Vec<Event>>,
    /// The requests in the order in which they were read.
    pub(crate) requests: Vec<ReceivedRequest>,
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

#[must_use = "`finish` fails the test if a script failed"]
pub(crate) struct ScriptedServer {
    address: SocketAddr,
    reports: UnboundedReceiver<Report>,
    seen: Seen,
    stopping: Arc<AtomicBool>,
    last: mpsc::Sender<SocketAddr>,
    acceptor: JoinHandle<Vec<String>>,
}

impl ScriptedServer {
    /// Starts a server that runs the first script on the first connection, and so on.
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

    /// Returns a client with two attempts.
    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn builder(&self) -> ClientBuilder {
        builder_for(self.url()).max_attempts(2)
    }

    /// Returns a builder without the certificates of the system, which builds faster.
    pub(crate) fn builder_without_tls(&self) -> ClientBuilder {
        without_tls(self.builder())
    }

    /// Waits until a connection has had this number of such events.
    pub(crate) async fn wait_for_count(&mut self, connection: usize, event: Event, count: usize) {
        let had = |seen: &Seen| {
            let events = seen.events.get(connection).into_iter().flatten();
            events.filter(|had| **had == event).count()
        };
        while had(&self.seen) < count {
            self.wait_for_any().await;
        }
    }

    /// Waits for another event.
    pub(crate) async fn wait_for_any(&mut self) {
        let report = tokio::time::timeout(PATIENCE, self.reports.recv()).await;
        assert!(report.is_ok(), "no other event: {:?}", self.seen);
        self.seen.add(report.unwrap().unwrap());
    }

    /// The number of such events on all connections.
    pub(crate) fn count(&self, event: Event) -> usize {
        self.seen.events.iter().flatten().filter(|had| **had == event).count()
    }

    /// Waits for an event on a connection, counted from 0.
    pub(crate) async fn wait_for(&mut self, connection: usize, event: Event) {
        while !self.seen.events.get(connection).is_some_and(|events| events.contains(&event)) {
            let report = tokio::time::timeout(PATIENCE, self.reports.recv()).await;
            assert!(report.is_ok(), "no {event:?} on connection {connection}: {:?}", self.seen);
            self.seen.add(report.unwrap().unwrap());
        }
    }

    /// Waits until the scripts have ended. The client must not use connections that they wait for.
    pub(crate) async fn finish(self) -> Seen {
        let Self { address, mut reports, mut seen, stopping, last, acceptor } = self;
        let failures = tokio::task::spawn_blocking(move || {
            stopping.store(true, Ordering::SeqCst);
            // Connections are accepted in their order, so all earlier ones have a script.
            let stream = TcpStream::connect(address).unwrap();
            let own = stream.local_addr().unwrap();
            // The acceptor compares it with each connection that is still pending.
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

/// Runs the scripts and returns their failures.
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
