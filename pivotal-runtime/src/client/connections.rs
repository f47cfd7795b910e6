//! The HTTP client in use, and its replacement when its connections are in doubt.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use http::Version;
use tokio::time::Instant;

use super::HttpClient;
use super::origins::{Order, Origins};
use super::timeouts::after;
use crate::base_url::BaseUrl;

/// The number of streamed bodies that share the connections of HTTP/2. An unread body keeps a part of the window of its
/// connection, so more of them could stall the other calls on it.
const MAX_STREAMS: usize = 16;

/// The HTTP client in use.
///
/// A server, or something in front of it, can stop responding on a connection without closing it. HTTP clients keep such a
/// connection, and send the next requests to it. So after an attempt timed out, new requests go to another HTTP client, which
/// opens connections of its own. Requests in flight finish on the old one.
pub(super) struct Connections<H> {
    current: RwLock<Arc<Generation<H>>>,
    /// Locked while a replacement is made.
    renewing: Mutex<()>,
}

/// An HTTP client with connections of its own.
pub(super) struct Generation<H> {
    pub(super) http: H,
    streams: Arc<AtomicUsize>,
    origins: Origins,
}

/// A body that the caller reads from an HTTP/2 connection, until it is dropped.
pub(crate) struct OpenStream(Arc<AtomicUsize>);

impl<H: HttpClient> Connections<H> {
    pub(super) fn new(http: H) -> Self {
        Self { current: RwLock::new(Arc::new(Generation::new(http))), renewing: Mutex::new(()) }
    }

    pub(super) fn current(&self) -> Arc<Generation<H>> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn connect_timeout(&self) -> Option<Duration> {
        self.current().http.connect_timeout()
    }

    /// Sends new requests on other connections than these, if the HTTP client can open some.
    pub(super) fn renew(&self, used: &Arc<Generation<H>>) {
        let _renewing = self.renewing.lock().unwrap_or_else(PoisonError::into_inner);
        // Another attempt can have done it already.
        if Arc::ptr_eq(&self.current(), used)
            && let Some(http) = used.http.reconnect()
        {
            *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Generation::new(http));
        }
    }

    /// Counts a body that the caller reads. If there are too many on the connections of HTTP/2, new requests go to others.
    pub(super) fn stream(&self, used: &Arc<Generation<H>>, version: Version) -> Option<OpenStream> {
        if version != Version::HTTP_2 {
            return None;
        }
        let open = used.streams.fetch_add(1, Ordering::Relaxed) + 1;
        if open >= MAX_STREAMS {
            self.renew(used);
        }
        Some(OpenStream(Arc::clone(&used.streams)))
    }
}

impl<H> Generation<H> {
    pub(super) fn new(http: H) -> Self {
        Self { http, streams: Arc::default(), origins: Origins::default() }
    }
}

impl<H: HttpClient> Generation<H> {
    /// Returns the order of a request to an origin, which matters until there is a connection.
    pub(super) fn order(&self, origin: &BaseUrl) -> Order {
        // Without TLS, HTTP/2 is not negotiated. And the HTTP client must report that a connection took the first request.
        if origin.is_clear_text() || !self.http.tracks_requests() {
            return Order::Any;
        }
        self.origins.order(origin.origin())
    }

    /// Returns when a connection must have taken a request that starts now, before the attempt ends.
    ///
    /// Connecting has a timeout, and a request that has waited longer can be lost: one that reaches a connection of HTTP/2
    /// just when that is closed can stay in its queue.
    pub(super) fn taken_by(&self, ends: Instant) -> Instant {
        /// The HTTP client reports its own timeout first.
        const MARGIN: Duration = Duration::from_secs(1);
        let timeout = self.http.connect_timeout().map(|timeout| timeout.saturating_add(MARGIN));
        timeout.map_or(ends, |timeout| after(Instant::now(), timeout).min(ends))
    }

    /// Reports that the connection to an origin was closed.
    pub(super) fn closed(&self, origin: &BaseUrl) {
        self.origins.forget(origin.origin());
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
