//! Sends the request of a stream of events again.

use std::sync::{Mutex, PoisonError};

use http::{HeaderName, HeaderValue};
use tokio::runtime::Handle;
use tokio::time::sleep;

use super::Client;
use crate::response::{BodyForm, ResumeFrom, Resumed, Resumer};
use crate::transport::SendFuture;
use crate::{Error, ErrorKind, Request, Transport};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

impl Client {
    /// Returns the request to keep, if it is one for events that can be sent again.
    pub(super) fn resumable(request: &Request) -> Option<Request> {
        let is_resumable = request.spec.expected.body == BodyForm::Events && request.endpoint().is_idempotent();
        if !is_resumable {
            return None;
        }
        let mut kept = request.try_clone()?;
        // A server that has stored the response of a key would return it again.
        kept.set_later_page();
        Some(kept)
    }

    /// Sends a request, and adds to its response what sends it again.
    pub(super) fn send_resumable(&self, request: Request, kept: Request) -> SendFuture<'_> {
        Box::pin(async move {
            let mut response = self.send_once(request).await?;
            response.extensions_mut().insert(self.resumer(kept));
            Ok(response)
        })
    }

    fn resumer(&self, request: Request) -> Resumer {
        let client = self.clone();
        let request = Mutex::new(request);
        Resumer::new(move |from| {
            let kept = request.lock().unwrap_or_else(PoisonError::into_inner).try_clone();
            client.clone().resend(kept, from)
        })
    }

    fn resend(self, request: Option<Request>, from: ResumeFrom) -> Resumed {
        Box::pin(async move {
            if Handle::try_current().is_err() {
                // The timer would panic.
                return Err(Error::config(
                    "a stream of an asynchronous client resumes within a tokio runtime only; use `blocking::Client`",
                ));
            }
            sleep(from.wait).await;
            let mut request = request.ok_or_else(|| Error::config("the body cannot be sent again"))?;
            if !from.last_event_id.is_empty() {
                // Nothing that the server sends again has another id, so this is no error that passes.
                let id = HeaderValue::from_bytes(from.last_event_id.as_bytes()).map_err(|_| {
                    Error::new(ErrorKind::Decode, "the id of the last event is not allowed in a header")
                })?;
                request.headers_mut().insert(LAST_EVENT_ID, id);
            }
            self.send(request).await
        })
    }
}
