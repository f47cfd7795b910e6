//! A transport that responds immediately.

use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use pivotal_runtime::{Body, Error, Request, Transport, http};

type Response = http::Response<Body>;

/// Returns the last response that it was created with on this thread.
pub struct Fake;

thread_local! {
    static RESPONSE: RefCell<Option<Response>> = const { RefCell::new(None) };
}

impl Fake {
    pub fn responding(response: Response) -> Self {
        RESPONSE.set(Some(response));
        Self
    }
}

impl Transport for Fake {
    async fn send(&self, _: Request) -> Result<Response, Error> {
        Ok(RESPONSE.take().expect("each call has a response"))
    }
}

/// Returns the outcome of a call that is ready when it is polled first.
pub fn outcome<T>(call: impl Future<Output = T>) -> T {
    match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("the call is pending"),
    }
}

/// Returns the text of `Display` and `Debug`.
pub fn show(error: &Error) -> String {
    let shown = format!("{error} {error:?} {error:#?}");
    assert!(!shown.is_empty());
    shown
}
