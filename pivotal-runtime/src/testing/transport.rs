//! The fake as a transport.

use std::future::pending;
use std::io::Read;
use std::thread;

use super::called::{Called, ListPage};
use super::fake::Fake;
use super::recorded::Head;
use super::reply::{Outcome, with_fault};
use super::state::{Plan, Shared};
use super::{Fault, RecordedCall};
use crate::{Api, BlockingTransport, Body, Bytes, Error, Request, Transport};

impl Shared {
    fn plan_of(&self, called: &Called, previous: Option<ListPage>, body: Bytes) -> Plan {
        let url = called.url.clone().unwrap_or_else(|| called.path_and_query.clone());
        let head = Head { method: called.method.clone(), url, headers: called.headers.clone() };
        self.plan(called, previous, RecordedCall::new(called, head, body, self.elapsed()))
    }
}

impl Plan {
    /// Waits, and returns the response. `Silence` lasts until the client's timeout.
    pub(super) async fn execute(self, has_client: bool) -> Result<http::Response<Body>, Error> {
        if !self.latency.is_zero() {
            tokio::time::sleep(self.latency).await;
        }
        if has_client && self.fault == Some(Fault::Silence) {
            pending::<()>().await;
        }
        self.response()
    }

    fn response(self) -> Result<http::Response<Body>, Error> {
        let outcome = self.outcome?;
        if self.fault == Some(Fault::Silence) {
            return Err(Error::timeout("the fake is silent"));
        }
        if let Some(outcome) = self.fault.and_then(Fault::outcome) {
            return Ok(outcome?.response(None));
        }
        let mut response = match outcome {
            Some(Outcome::Planned(planned)) => planned.response(self.fault),
            Some(Outcome::Computed(respond)) => with_fault(respond(&self.call)?, self.fault),
            None => return Err(Error::config("the fake has no response")),
        };
        response.extensions_mut().extend(self.page.map(extension).unwrap_or_default());
        Ok(response)
    }
}

fn extension(page: ListPage) -> http::Extensions {
    let mut extensions = http::Extensions::new();
    extensions.insert(page);
    extensions
}

impl Transport for Fake {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let called = Called::of(&request);
        let previous = request.extensions().get().copied();
        let body = request.into_body().collect().await?;
        self.shared.plan_of(&called, previous, body).execute(false).await
    }

    fn api(&self) -> Option<&'static Api> {
        self.shared.api
    }
}

impl BlockingTransport for Fake {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let called = Called::of(&request);
        let previous = request.extensions().get().copied();
        let mut body = Vec::new();
        request.into_body().blocking_reader().read_to_end(&mut body).map_err(Error::transport)?;
        let mut plan = self.shared.plan_of(&called, previous, body.into());
        thread::sleep(plan.latency);
        match plan.fault {
            Some(Fault::SlowBody(_)) => plan.fault = None,
            // A blocking transport returns complete bodies.
            Some(Fault::CutBody) => plan.fault = Some(Fault::ResetAfterSending),
            _ => {}
        }
        plan.response()
    }

    fn api(&self) -> Option<&'static Api> {
        self.shared.api
    }
}
