//! Finds out whether a connection took a request, from its body.

use std::mem::take;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use super::{Body, Inner};
use crate::client::Gate;

/// The progress of a request, which the client reads when the attempt times out.
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

    /// Creates the progress of the first request to an origin.
    pub(crate) fn of_first(gate: Arc<Gate>) -> Self {
        Self(Arc::new(Progress { state: AtomicU8::default(), gate: Some(gate) }))
    }

    /// Returns whether no connection took the request, so that the server cannot have received it.
    pub(crate) fn is_unsent(&self) -> bool {
        self.0.state.load(Ordering::Acquire) == Self::WAITING
    }

    pub(super) fn set_taken(&self) {
        self.0.state.store(Self::TAKEN, Ordering::Release);
        if let Some(gate) = &self.0.gate {
            gate.open();
        }
    }
}

impl Body {
    /// Tracks whether a connection takes the request: for implementations of [`HttpClient`](crate::HttpClient).
    ///
    /// If an attempt times out while the client still connects, the server cannot have received the request, so that it is safe
    /// to send again, whatever it is. The client knows that if the implementation calls this function, and then uses
    /// `http_body::Body` of the body (`is_end_stream`, `poll_frame`) only when it writes the request to a connection, as hyper does.
    /// Such an implementation returns `true` from [`tracks_requests`](crate::HttpClient::tracks_requests).
    pub fn track(request: &mut http::Request<Self>) {
        let Some(sending) = request.extensions_mut().remove::<Sending>() else { return };
        sending.0.state.store(Sending::WAITING, Ordering::Release);
        let body = take(request.body_mut());
        *request.body_mut() = body.with_sending(sending);
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

    /// Marks the request as taken by a connection.
    pub(super) fn set_taken(&self) {
        if let Inner::Stream(stream) = &self.0
            && let Some(sending) = &stream.sending
        {
            sending.set_taken();
        }
    }
}

#[cfg(test)]
mod tests {
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
            assert!(sending.is_unsent());
            assert_eq!(HttpBody::size_hint(&body).exact(), Some(text.len() as u64));
            assert!(sending.is_unsent(), "its size is known before");
            assert_eq!(body.is_end_stream(), text.is_empty());
            assert!(!sending.is_unsent());
        }
    }

    #[test]
    fn nothing_is_known_without_tracking() {
        assert!(!Sending::default().is_unsent());
    }
}
