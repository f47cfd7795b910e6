//! Finds out whether a connection took a request, from its body.

use std::mem::take;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use super::{Body, Inner};
use crate::client::Gate;

/// The progress of one attempt, which the client reads when a timeout elapses.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sending(Arc<Progress>);

#[derive(Debug, Default)]
struct Progress {
    state: AtomicU8,
    /// Opens when a connection takes the request.
    gate: Option<Arc<Gate>>,
}

impl Sending {
    /// Before, the HTTP client has not tracked the request, so nothing is known.
    const WAITING: u8 = 1;
    const TAKEN: u8 = 2;
    /// The client waits no longer, so a connection must not take the request.
    const ABANDONED: u8 = 3;

    /// Creates the progress of the first request to an origin.
    pub(crate) fn of_first(gate: Arc<Gate>) -> Self {
        Self(Arc::new(Progress { state: AtomicU8::default(), gate: Some(gate) }))
    }

    /// Abandons a request that no connection has taken. Returns whether that was so: then the server cannot receive it any more.
    pub(crate) fn abandon(&self) -> bool {
        self.advance(Self::ABANDONED).is_ok()
    }

    /// Marks the request as waiting for a connection. A layer can send it more than once, and what was taken once stays so.
    fn track(&self) {
        let _ = self.0.state.compare_exchange(0, Self::WAITING, Ordering::AcqRel, Ordering::Acquire);
    }

    /// Marks the request as taken by a connection. Returns whether it can be sent.
    fn take(&self) -> bool {
        let state = self.advance(Self::TAKEN);
        if let Some(gate) = &self.0.gate {
            gate.open();
        }
        state != Err(Self::ABANDONED)
    }

    fn advance(&self, state: u8) -> Result<u8, u8> {
        self.0.state.compare_exchange(Self::WAITING, state, Ordering::AcqRel, Ordering::Acquire)
    }

    fn is_abandoned(&self) -> bool {
        self.0.state.load(Ordering::Acquire) == Self::ABANDONED
    }
}

impl Body {
    /// Tracks whether a connection takes the request, for implementations of [`HttpClient`](crate::HttpClient).
    ///
    /// If an attempt times out while the client still connects, the server cannot have received the request. Any request is
    /// then safe to send again. The body prevents that a connection takes it later.
    ///
    /// This works if the implementation calls this function first. After that, it can use `is_end_stream` and `poll_frame` of
    /// the body only when it writes the request to a connection, as hyper does. Such an implementation returns `true` from
    /// [`tracks_requests`](crate::HttpClient::tracks_requests).
    pub fn track(request: &mut http::Request<Self>) {
        if let Some(sending) = request.extensions_mut().remove() {
            *request.body_mut() = take(request.body_mut()).tracked_by(sending);
        }
    }

    pub(crate) fn tracked_by(self, sending: Sending) -> Self {
        sending.track();
        self.with_sending(sending)
    }

    fn with_sending(self, sending: Sending) -> Self {
        let mut body = match self.0 {
            Inner::Stream(_) => self,
            Inner::Bytes(_) => {
                let len = self.len();
                Self::from_unpin(self, len)
            }
        };
        if let Inner::Stream(stream) = &mut body.0 {
            stream.sending = Some(sending);
        }
        body
    }

    /// Marks the request as taken by a connection. Returns whether it can be sent.
    pub(super) fn set_taken(&self) -> bool {
        self.sending().is_none_or(Sending::take)
    }

    pub(super) fn is_abandoned(&self) -> bool {
        self.sending().is_some_and(Sending::is_abandoned)
    }

    fn sending(&self) -> Option<&Sending> {
        match &self.0 {
            Inner::Bytes(_) => None,
            Inner::Stream(stream) => stream.sending.as_ref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;
    use std::pin::Pin;

    use hyper::body::Body as HttpBody;

    use super::*;

    fn tracked(body: impl Into<Body>) -> (Sending, Body) {
        let sending = Sending::default();
        let mut request = http::Request::new(body.into());
        request.extensions_mut().insert(sending.clone());
        Body::track(&mut request);
        (sending, request.into_body())
    }

    #[test]
    fn request_is_unsent_until_its_body_is_used() {
        for text in ["", "text"] {
            let (sending, body) = tracked(text);
            assert_eq!(HttpBody::size_hint(&body).exact(), Some(text.len() as u64));
            assert!(sending.abandon(), "its size is known before");
            let (sending, body) = tracked(text);
            assert_eq!(body.is_end_stream(), text.is_empty());
            assert!(!sending.abandon());
        }
    }

    #[tokio::test]
    async fn abandoned_request_cannot_be_sent() {
        for text in ["", "text"] {
            let (sending, mut body) = tracked(text);
            assert!(sending.abandon());
            // A connection that takes it now sends a body without an end.
            assert!(!body.is_end_stream());
            assert_eq!(HttpBody::size_hint(&body).exact(), None);
            let frame = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
            assert!(frame.is_some_and(|frame| frame.is_err()));
        }
    }

    #[test]
    fn request_that_is_sent_twice_stays_taken() {
        let (sending, body) = tracked("text");
        assert!(!body.is_end_stream());
        let again = Body::from("text").tracked_by(sending.clone());
        assert!(!sending.abandon() && !again.is_end_stream());
    }

    #[test]
    fn nothing_is_known_without_tracking() {
        assert!(!Sending::default().abandon());
    }
}
