//! A transport that answers at once.

use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use pivotal_runtime::{Body, Error, Request, Transport, http};

type Response = http::Response<Body>;

/// Answers the calls on this thread with what was given to it last.
pub struct Fake;

thread_local! {
    static ANSWER: RefCell<Option<Response>> = const { RefCell::new(None) };
}

impl Fake {
    pub fn that_answers(response: Response) -> Self {
        ANSWER.set(Some(response));
        Self
    }
}

impl Transport for Fake {
    async fn send(&self, _: Request) -> Result<Response, Error> {
        Ok(ANSWER.take().expect("an answer is given for each call"))
    }
}

/// The outcome of a call that has nothing to wait for.
pub fn outcome<T>(call: impl Future<Output = T>) -> T {
    match pin!(call).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => panic!("waits for nothing"),
    }
}

/// Returns what an error shows.
pub fn show(error: &Error) -> String {
    let shown = format!("{error} {error:?} {error:#?}");
    assert!(!shown.is_empty());
    shown
}
