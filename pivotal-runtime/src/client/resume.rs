//! Sends the request of a stream of events again.

use std::sync::{Mutex, PoisonError};

use http::{HeaderName, HeaderValue};
use tokio::time::sleep;

use super::Client;
use crate::response::{BodyForm, ResumeFrom, Resumed, Resumer};
use crate::transport::SendFuture;
use crate::{Error, Request, Transport};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

impl Client {
    /// Returns the request to keep, if it is one for events that can be sent again.
    pub(super) fn resumable(request: &Request) -> Option<Request> {
        let is_resumable = request.spec.expected.body == BodyForm::Events && request.endpoint().is_idempotent();
        if is_resumable { request.try_clone() } else { None }
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
            let mut request = request.ok_or_else(|| Error::transport("the request cannot be sent again"))?;
            if !from.last_event_id.is_empty() {
                let id = HeaderValue::from_bytes(from.last_event_id.as_bytes());
                let id = id.map_err(|_| Error::transport("the id of the last event is not allowed in a header"))?;
                request.headers_mut().insert(LAST_EVENT_ID, id);
            }
            sleep(from.wait).await;
            self.send(request).await
        })
    }
}
