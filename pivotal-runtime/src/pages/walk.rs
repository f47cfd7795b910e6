//! From page to page.

use std::collections::BTreeSet;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use super::Paginated;
use super::next::Kind;
use crate::call::Exchange;
use crate::{Error, ErrorKind, Request};

pub(super) struct Walk<'a, P> {
    ask: Box<dyn Fn(Request) -> Exchange<'a> + Send + 'a>,
    state: State<'a, P>,
    /// Where the page starts that is delivered next.
    cursor: Option<String>,
    seen: BTreeSet<String>,
    /// The next page was asked for ahead of time.
    is_ahead: bool,
}

enum State<'a, P> {
    /// The next page is still to be asked for.
    Standing(Request),
    /// It is on its way; the request goes along, for the one after it.
    Asking(Request, Exchange<'a>),
    /// It was asked for ahead of time, and is here.
    Ahead(Request, Result<P, Error>),
    /// There is nothing more, but perhaps an error to tell.
    Ended(Option<Error>),
}

impl<'a, P: Paginated> Walk<'a, P> {
    pub(super) fn new(ask: Box<dyn Fn(Request) -> Exchange<'a> + Send + 'a>, request: Result<Request, Error>) -> Self {
        let (cursor, state) = match request {
            Ok(request) => (request.query(P::CURSOR), State::Standing(request)),
            Err(error) => (None, State::Ended(Some(error))),
        };
        let seen = cursor.iter().cloned().collect();
        Self { ask, state, cursor, seen, is_ahead: false }
    }

    /// Where the next page starts; `None` at the start and at the end of the list.
    pub(super) fn cursor(&self) -> Option<&str> {
        self.cursor.as_deref()
    }

    /// The next page.
    pub(super) fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P, Error>>> {
        ready!(self.poll_ahead(context));
        let is_ahead = std::mem::take(&mut self.is_ahead);
        let (request, page) = match std::mem::replace(&mut self.state, State::Ended(None)) {
            // Nobody may have driven it for so long that its time ran out.
            State::Ahead(request, Err(error)) if is_ahead && broke_off(&error, &request) => {
                self.state = State::Standing(request);
                return self.poll_page(context);
            }
            State::Ahead(request, page) => (request, page),
            State::Ended(error) => return Poll::Ready(error.map(Err)),
            // `poll_ahead` is ready only in the two states above.
            waiting => {
                self.state = waiting;
                return Poll::Pending;
            }
        };
        Poll::Ready(Some(page.and_then(|page| self.step(request, page))))
    }

    /// Ends the walk for good, with an error.
    pub(super) fn end(&mut self, message: &'static str) -> Error {
        match std::mem::replace(&mut self.state, State::Ended(None)) {
            State::Standing(request) | State::Asking(request, _) | State::Ahead(request, _) => wrong(&request, message),
            State::Ended(error) => error.unwrap_or_else(|| Error::new(ErrorKind::Pagination, message)),
        }
    }

    /// Sees to it that the next page is asked for, and takes it in if it is here.
    pub(super) fn look_ahead(&mut self, context: &mut Context<'_>) {
        self.is_ahead |= matches!(self.state, State::Standing(_));
        let _ = self.poll_ahead(context);
    }

    fn poll_ahead(&mut self, context: &mut Context<'_>) -> Poll<()> {
        loop {
            self.state = match std::mem::replace(&mut self.state, State::Ended(None)) {
                State::Standing(request) => match request.try_clone() {
                    Some(again) => State::Asking(request, (self.ask)(again)),
                    None => State::Ended(Some(wrong(
                        &request,
                        "has a body that can be sent only once; send a list no stream",
                    ))),
                },
                State::Asking(request, mut exchange) => match Pin::new(&mut exchange).poll(context) {
                    Poll::Pending => {
                        self.state = State::Asking(request, exchange);
                        return Poll::Pending;
                    }
                    Poll::Ready(answer) => {
                        let page = answer.and_then(|mut answer| answer.value());
                        State::Ahead(request, page)
                    }
                },
                here => {
                    self.state = here;
                    return Poll::Ready(());
                }
            }
        }
    }

    /// Goes past a page, to where the next one can be asked for.
    fn step(&mut self, mut request: Request, page: P) -> Result<P, Error> {
        let cursor = match page.next().0 {
            Kind::Cursor(cursor) => cursor,
            Kind::End => {
                self.cursor = None;
                return Ok(page);
            }
            Kind::Missing => return Err(wrong(&request, "reports that there is more, but returned no cursor for it")),
        };
        if !self.seen.insert(cursor.clone()) {
            return Err(wrong(&request, "gives a cursor that it gave before; the walk would not end"));
        }
        request.set_query(P::CURSOR, &cursor);
        self.cursor = Some(cursor);
        self.state = State::Standing(request);
        Ok(page)
    }
}

/// Returns whether no complete answer came to a request that only reads.
fn broke_off(error: &Error, request: &Request) -> bool {
    error.is_retryable() && error.status().is_none() && request.endpoint().method().is_safe()
}

fn wrong(request: &Request, message: &'static str) -> Error {
    Error::new(ErrorKind::Pagination, message).at(request.endpoint())
}
