//! Iterates the pages of a list.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::response::Parts;

use super::position::{Position, advance, requested_url};
use super::{Paginated, Sent};
use crate::call::ResponseFuture;
use crate::response::ReceivedResponse;
use crate::{Error, ErrorKind, Format, Request};

type SendRequest<'a> = Box<dyn Fn(Request) -> ResponseFuture<'a> + Send + 'a>;

pub(super) struct Iteration<'a, P> {
    send: SendRequest<'a>,
    read: fn(ReceivedResponse) -> Result<(P, Parts), Error>,
    state: State<'a, P>,
    /// The position of the page that was returned last.
    current: Option<Position>,
    /// The position of the page that is returned next.
    cursor: Option<Position>,
    /// The positions that were returned, and those of the returned pages.
    seen: BTreeSet<Position>,
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
        let (cursor, state) = match request {
            Ok(request) => (request.url().map(Position::new), State::Idle(request)),
            Err(error) => (None, State::Ended(Some(error))),
        };
        let read = read::<P, F>;
        Self { send, read, state, current: None, cursor, seen: BTreeSet::new(), is_prefetched: false }
    }

    /// The position of the page that was returned last; `None` if it is unknown.
    pub(super) fn current(&self) -> Option<&str> {
        self.current.as_ref().map(|position| &*position.first)
    }

    /// The position of the next page; `None` at the start and at the end of the list.
    pub(super) fn cursor(&self) -> Option<&str> {
        self.cursor.as_ref().map(|position| &*position.first)
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
        let key = next.key.clone();
        let position = |request: &Request| key.as_ref().and_then(|key| key.position_in(request));
        // The first page names the part of the request that changes, so its own position is known only now.
        let current = self.cursor.clone().or_else(|| position(&request));
        if next.is_end() {
            (self.current, self.cursor) = (current, None);
            return Ok(page);
        }
        // After an error, the list can be resumed at this page.
        self.cursor.clone_from(&current);
        self.seen.extend(current.clone());
        // A relative URL and an absolute one can be the same position.
        self.seen.extend(requested_url(head).map(Position::new));
        advance(&mut request, next.kind, head).map_err(|message| invalid(&request, message))?;
        let cursor = position(&request);
        let is_new = cursor.clone().is_some_and(|cursor| self.seen.insert(cursor));
        if !is_new {
            let message = "returned the position of a page that it returned before; the list would not end";
            return Err(invalid(&request, message));
        }
        (self.current, self.cursor) = (current, cursor);
        self.state = State::Idle(request);
        Ok(page)
    }
}

fn read<P: Paginated, F: Format>(mut received: ReceivedResponse) -> Result<(P, Parts), Error> {
    let page = P::from_body::<F>(&mut received, false)?;
    Ok((page, received.into_parts()))
}

/// Returns whether there was no complete response to a request that only reads.
fn is_incomplete(error: &Error, request: &Request) -> bool {
    error.is_retryable() && error.status().is_none() && request.endpoint().method().is_safe()
}

fn invalid(request: &Request, message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Pagination, message).with_endpoint(request.endpoint())
}
