//! The client of the feature `blocking`.

use std::mem::forget;
use std::process;
use std::sync::{Arc, mpsc};
use std::thread;

use tokio::runtime::{Builder, Runtime};
use tokio::task::block_in_place;
#[cfg(feature = "tracing")]
use tracing::instrument::{Instrument, WithSubscriber};

use super::pump::{pump, stopped};
use super::sent_body::on_blocking_thread;
use crate::{Api, BlockingTransport, Body, CallOptions, ClientBuilder, Error, Request, WithOptions};

/// The name of the thread of a client.
const THREAD: &str = "pivotal-runtime-blocking";

/// Calls an API over HTTP and blocks the thread until the response arrives.
///
/// This program is not run as a test, because it calls a server:
///
/// ```no_run
/// use pivotal_runtime::{BlockingTransport, Client, Error, blocking, endpoint};
///
/// trait Notes: BlockingTransport {
///     #[endpoint(GET, "/notes/<id>")]
///     fn note(&self, id: u64) -> Result<String, Error>;
/// }
/// impl<T: BlockingTransport> Notes for T {}
///
/// fn main() -> Result<(), Error> {
///     let client = blocking::Client::new(Client::builder().base_url("https://api.example.com"))?;
///     println!("{}", client.note(1)?);
///     Ok(())
/// }
/// ```
///
/// Calls run on a thread of the client, so they do not panic in asynchronous code. There they block the current thread, like
/// any blocking call. A clone shares the thread and the connections.
///
/// After a fork, a child process has no such thread: calls are errors there. Create a client in the child.
///
/// The stream of a request body is read on another thread, so the stream can block. It can wait for a file, for another
/// response, or for a call of the same client.
#[derive(Debug, Clone)]
pub struct Client {
    client: crate::Client,
    thread: Arc<ClientThread>,
}

/// The thread that a client and its clones share.
#[derive(Debug)]
pub(super) struct ClientThread {
    /// `None` only while it is dropped.
    runtime: Option<Runtime>,
    /// The process that has the thread. After a fork, the child has none.
    process: u32,
}

impl Client {
    /// Builds the client and starts its thread.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`ClientBuilder::build`], and an error if no thread can be started.
    pub fn new(builder: ClientBuilder) -> Result<Self, Error> {
        Self::from_client(builder.build()?)
    }

    /// Starts a thread for the calls of a client.
    ///
    /// The client can have an HTTP client of your own. Do not use it elsewhere: its connections belong to the thread.
    ///
    /// # Errors
    ///
    /// Returns an error if no thread can be started.
    pub fn from_client(client: crate::Client) -> Result<Self, Error> {
        let runtime = Builder::new_multi_thread().worker_threads(1).thread_name(THREAD).enable_all().build();
        let runtime = runtime.map_err(|error| Error::config("no thread could be started").with_source(error))?;
        Ok(Self { client, thread: Arc::new(ClientThread { runtime: Some(runtime), process: process::id() }) })
    }

    /// Returns the same client with another base URL, like [`Client::at`](crate::Client::at).
    ///
    /// # Errors
    ///
    /// Returns the errors of [`Client::at`](crate::Client::at).
    pub fn at(&self, base_url: &str) -> Result<Self, Error> {
        Ok(Self { client: self.client.at(base_url)?, thread: Arc::clone(&self.thread) })
    }

    /// Returns this client with options for its calls, like [`Transport::with`](crate::Transport::with).
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use pivotal_runtime::{BlockingTransport, CallOptions, Error, blocking, endpoint};
    ///
    /// trait Notes: BlockingTransport {
    ///     #[endpoint(GET, "/notes/<id>")]
    ///     fn note(&self, id: u64) -> Result<String, Error>;
    /// }
    /// impl<T: BlockingTransport> Notes for T {}
    ///
    /// fn note(client: &blocking::Client) -> Result<String, Error> {
    ///     client.with(CallOptions::new().timeout(Duration::from_secs(5))).note(1)
    /// }
    /// ```
    #[must_use]
    pub fn with(&self, options: CallOptions) -> WithOptions<'_, Self> {
        WithOptions::new(self, options)
    }
}

impl BlockingTransport for Client {
    fn api(&self) -> Option<&'static Api> {
        self.client.api()
    }

    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        if self.thread.is_of_parent() {
            return Err(Error::config("the client belongs to the process that was forked; create one in the child"));
        }
        let (sender, receiver) = mpsc::sync_channel(1);
        let client = self.client.clone();
        let runtime = self.thread.runtime.as_ref().ok_or_else(stopped)?.handle();
        let (pumping, thread) = (runtime.clone(), Arc::clone(&self.thread));
        let request = request.map_body(|body| on_blocking_thread(runtime, body));
        #[cfg(feature = "tracing")]
        let caller = tracing::Span::current();
        // Not `block_on`, which panics in asynchronous code.
        let call = async move {
            let sending = crate::Transport::send(&client, request);
            // The span of the caller is dropped before its thread continues, or it could end later than the caller.
            #[cfg(feature = "tracing")]
            let sending = sending.instrument(caller);
            let response = sending.await;
            // It fails only if the thread that waits was stopped.
            let _ = sender.send(response.map(|response| pump(&pumping, thread, response)));
        };
        #[cfg(feature = "tracing")]
        let call = call.with_current_subscriber();
        runtime.spawn(call);
        let result = match thread::current().name() {
            // Credentials, for instance, can make a call of their own on the thread that the call needs.
            Some(THREAD) => block_in_place(|| receiver.recv()),
            _ => receiver.recv(),
        };
        result.map_err(|_| stopped())?
    }
}

impl ClientThread {
    /// Returns whether this process was forked from the one that has the thread.
    fn is_of_parent(&self) -> bool {
        self.process != process::id()
    }
}

impl Drop for ClientThread {
    fn drop(&mut self) {
        let is_of_parent = self.is_of_parent();
        if let Some(runtime) = self.runtime.take() {
            if is_of_parent {
                // There is no thread that could be stopped.
                return forget(runtime);
            }
            // Not a plain drop, which blocks and therefore panics in asynchronous code.
            runtime.shutdown_background();
        }
    }
}
