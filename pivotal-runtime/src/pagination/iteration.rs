//! Iterates the pages of a list.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::response::Parts;

use super::progress::{Progress, invalid};
use super::{Paginated, Sent};
use crate::call::ResponseFuture;
use crate::response::ReceivedResponse;
use crate::{Error, ErrorKind, Format, Request};

type SendRequest<'a> = Box<dyn Fn(Request) -> ResponseFuture<'a> + Send + 'a>;

pub(super) struct Iteration<'a, P> {
    send: SendRequest<'a>,
    read: fn(ReceivedResponse) -> Result<(P, Parts), Error>,
    state: State<'a, P>,
    progress: Progress,
    is_prefetched: bool,
}

/// The state of the next page.
enum State<'a, P> {
    /// It is not requested yet.
    Idle(Request),
    /// It is requested. The request is kept for the page after it.
    Sending(Request, ResponseFuture<'a>),
    /// It was received.
    Received(Request, Result<Box<(P, Parts)>, Error>),
    /// No page follows. An error is returned once.
    Ended(Option<Error>),
}

impl<'a, P: Paginated> Iteration<'a, P> {
    pub(super) fn new<F: Format>(send: SendRequest<'a>, request: Result<Request, Error>) -> Self {
        let (progress, state) = match request {
            Ok(request) => (Progress::new(&request), State::Idle(request)),
            Err(error) => (Progress::default(), State::Ended(Some(error))),
        };
        Self { send, read: read::<P, F>, state, progress, is_prefetched: false }
    }

    pub(super) fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Returns the next page.
    pub(super) fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P, Error>>> {
        ready!(self.poll_received(context));
        let is_prefetched = std::mem::take(&mut self.is_prefetched);
        let (request, page) = match std::mem::replace(&mut self.state, State::Ended(None)) {
            // It may have timed out because it was not polled.
            State::Received(request, Err(error)) if is_prefetched && is_incomplete(&error, &request) => {
                self.state = State::Idle(request);
                return self.poll_page(context);
            }
            State::Received(request, page) => (request, page),
            State::Ended(error) => return Poll::Ready(error.map(Err)),
            // `poll_received` is ready only in the two states above.
            waiting => {
                self.state = waiting;
                return Poll::Pending;
            }
        };
        Poll::Ready(Some(page.and_then(|page| {
            let (page, head) = *page;
            self.advance(request, page, &head)
        })))
    }

    /// Ends the list with an error.
    pub(super) fn end(&mut self, message: &'static str) -> Error {
        match std::mem::replace(&mut self.state, State::Ended(None)) {
            State::Idle(request) | State::Sending(request, _) | State::Received(request, _) => {
                invalid(&request, message)
            }
            State::Ended(error) => error.unwrap_or_else(|| Error::new(ErrorKind::Pagination, message)),
        }
    }

    /// Requests the next page, unless it is requested already, and receives it if the response is here.
    pub(super) fn prefetch(&mut self, context: &mut Context<'_>) {
        self.is_prefetched |= matches!(self.state, State::Idle(_));
        let _ = self.poll_received(context);
    }

    fn poll_received(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            self.state = match std::mem::replace(&mut self.state, State::Ended(None)) {
                State::Idle(request) => match request.try_clone() {
                    Some(clone) => State::Sending(request, (self.send)(clone)),
                    None => State::Ended(Some(invalid(
                        &request,
                        "has a body that can be sent only once; send bytes instead of a stream",
                    ))),
                },
                State::Sending(request, mut response) => match Pin::new(&mut response).poll(context) {
                    Poll::Pending => {
                        self.state = State::Sending(request, response);
                        return Poll::Pending;
                    }
                    Poll::Ready(result) => State::Received(request, result.and_then(self.read).map(Box::new)),
                },
                ready => {
                    self.state = ready;
                    return Poll::Ready(());
                }
            }
        }
    }

    /// Advances to the page after this one.
    fn advance(&mut self, mut request: Request, page: P, head: &Parts) -> Result<P, Error> {
        let next = page.next(head, &Sent::new(&request));
        if self.progress.advance(&mut request, next, head)? {
            #[cfg(feature = "testing")]
            request.continue_list(head);
            self.state = State::Idle(request);
        }
        Ok(page)
    }
}

fn read<P: Paginated, F: Format>(mut received: ReceivedResponse) -> Result<(P, Parts), Error> {
    let page = P::from_body::<F>(&mut received, false)?;
    Ok((page, received.into_parts()))
}

/// Returns whether there was no complete response to a request that only reads.
fn is_incomplete(error: &Error, request: &Request) -> bool {
    error.is_retryable() && error.status().is_none() && request.method().is_safe()
}
