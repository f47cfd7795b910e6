//! Server-sent events.

mod event;
mod from_event;
mod parser;
mod resume;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use serde::de::IgnoredAny;

use self::parser::Parser;
use self::resume::Resuming;
use super::stream_head::StreamHead;
use super::{DecodeError, ReceivedResponse};
use crate::blocking::Iter;
use crate::{Body, Error, Format};

pub use self::event::Event;
pub use self::from_event::FromEvent;
pub use self::parser::RawEvent;
pub(crate) use self::resume::{ResumeFrom, Resumed, Resumer};

/// The media type of a stream of events.
pub(crate) const EVENT_STREAM: &str = "text/event-stream";

/// A stream of server-sent events (WHATWG HTML, section 9.2).
///
/// It is the return type of a method whose response is `text/event-stream`. [Streams](crate::guide::streams) is the chapter
/// of the guide.
///
/// ```
/// use pivotal_runtime::{Error, Events, Transport, endpoint};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize)]
/// pub struct Prompt {
///     pub text: String,
/// }
///
/// #[derive(Deserialize)]
/// pub struct Token {
///     pub text: String,
/// }
///
/// pub trait Chat: Transport {
///     #[endpoint(POST, "/chat", body = prompt, until = "[DONE]")]
///     async fn chat(&self, prompt: &Prompt) -> Result<Events<Token>, Error>;
/// }
/// impl<T: Transport> Chat for T {}
///
/// async fn print(client: &impl Chat, prompt: &Prompt) -> Result<(), Error> {
///     let mut tokens = client.chat(prompt).await?;
///     while let Some(token) = tokens.next().await {
///         print!("{}", token?.text);
///     }
///     Ok(())
/// }
/// #
/// # use pivotal_runtime::{Body, Request, http};
/// # struct Fake;
/// # impl Transport for Fake {
/// #     async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
/// #         Ok(http::Response::new(Body::from("data: {\"text\":\"Hi\"}\n\ndata: [DONE]\n\n")))
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() { print(&Fake, &Prompt { text: "Hello".to_owned() }).await.unwrap() }
/// ```
///
/// # Items
///
/// Each item is the data of an event, read into `T` as soon as the event is complete.
///
/// | type | item |
/// | --- | --- |
/// | `Events<T>` | the data, read as JSON |
/// | `Events<String>` | the data as text |
/// | `Events<Event<T>>` | the data, with the name and the id of its [`Event`] |
/// | `Events<Option<T>>` | `None` if the data is empty |
///
/// Comments are skipped, and so are events without a `data` field. An event at the end of the body is dropped if the empty
/// line after it is missing: that is a rule of the standard.
///
/// The key `until` contains the data, or the name, of the event that marks the end. That event is not returned. If the body
/// ends without that event, the stream ends with an error, since events could be missing.
///
/// On a [`BlockingTransport`](crate::BlockingTransport), [`blocking_iter`](Self::blocking_iter) returns the events.
///
/// # Errors
///
/// - Data that cannot be decoded is an error of kind [`Decode`](crate::ErrorKind::Decode), which contains the number of the
///   event. The next item is the next event.
/// - A lost connection ends the stream. So does a pause longer than [`read_timeout`](crate::ClientBuilder::read_timeout), or
///   than a longer declared `timeout`. [`resume`](Self::resume) continues the stream after both.
/// - An event larger than [`max_response_bytes`](crate::ClientBuilder::max_response_bytes) ends the stream.
/// - A response with another content type is an error of the call. Its kind is [`Api`](crate::ErrorKind::Api) if the
///   [`Format`] of the method finds an error of the API in it.
#[must_use = "events are received as they are read"]
pub struct Events<T> {
    // Boxed, so that enums with a variant for it stay small.
    source: Box<Source>,
    decode: fn(&RawEvent) -> Result<T, DecodeError>,
}

/// The events before they are decoded.
struct Source {
    state: State,
    parser: Parser,
    head: Box<StreamHead>,
    resuming: Resuming,
    find_error: FindError,
    /// The number of events.
    count: u64,
    limit: usize,
}

enum State {
    Open(Body),
    /// Waits for the response of another request.
    Resuming(Reopening),
    Ended,
}

/// Returns the error of a response that is not a stream of events.
type FindError = fn(&ReceivedResponse) -> DecodeError;

/// The future of another response.
type Reopening = Pin<Box<dyn Future<Output = Result<ReceivedResponse, Error>> + Send>>;

impl<T: FromEvent> Events<T> {
    pub(crate) fn new<F: Format>(received: &mut ReceivedResponse) -> Result<Self, Error> {
        Ok(Self { source: Box::new(Source::new::<F>(received)?), decode: T::from_event::<F> })
    }
}

impl<T> Events<T> {
    /// Returns the next event, or `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the event cannot be decoded, or the stream ends early.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll_event(context)).await
    }

    /// Continues the stream after a lost connection, by sending the request again.
    ///
    /// The request has the id of the last event as `Last-Event-ID`, and the stream returns the events of its response. The
    /// stream also continues when the body ends, unless the declaration contains `until`: servers end such streams from time
    /// to time. A response with status 204 ends the stream. A server without ids starts again, so events can be returned
    /// twice.
    ///
    /// - The first wait is 3 s, or that of the last `retry` field, and at least 100 ms. Each further reconnect without an
    ///   event doubles the wait, up to 60 s. A longer `Retry-After` is respected up to 60 s.
    /// - After `max_reconnects` without an event, the stream ends with an error. Each reconnect is a call with the timeouts
    ///   and attempts of the client.
    /// - A request that is not idempotent, or whose body is a stream, is not sent again.
    /// - The [`Client`](crate::Client) sends the request itself, and not through wrappers around it. On other transports, the
    ///   stream is not continued.
    ///
    /// ```
    /// use pivotal_runtime::{Error, Events, Transport, endpoint};
    ///
    /// trait Feed: Transport {
    ///     #[endpoint(GET, "/notifications")]
    ///     async fn notifications(&self) -> Result<Events<String>, Error>;
    /// }
    /// impl<T: Transport> Feed for T {}
    ///
    /// async fn follow(client: &impl Feed) -> Result<(), Error> {
    ///     let mut notifications = client.notifications().await?.resume(5);
    ///     while let Some(notification) = notifications.next().await {
    ///         println!("{}", notification?);
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn resume(mut self, max_reconnects: u32) -> Self {
        self.source.resuming.max = max_reconnects;
        self
    }

    /// Returns the id of the last event; empty if no event had one.
    ///
    /// Store it to continue later, with a method that sends it as `header("Last-Event-ID")`.
    #[must_use]
    pub fn last_event_id(&self) -> &str {
        self.source.parser.last_id()
    }

    /// Returns the events as an iterator, which blocks the thread until the next event arrives.
    #[must_use]
    pub fn blocking_iter(self) -> Iter<Self> {
        Iter::new(self)
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let event = match ready!(self.source.poll_event(context)) {
            Some(Ok(event)) => event,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        Poll::Ready(Some((self.decode)(&event).map_err(|error| self.source.decode_error(error, event))))
    }
}

impl Source {
    fn new<F: Format>(received: &mut ReceivedResponse) -> Result<Self, Error> {
        let find_error = |received: &ReceivedResponse| match F::decode_body::<IgnoredAny>(received.body()) {
            Err(error) if error.is_api() => error,
            _ => DecodeError::not_events(),
        };
        Self::with_errors(received, find_error)
    }

    fn with_errors(received: &mut ReceivedResponse, find_error: FindError) -> Result<Self, Error> {
        check(received, find_error)?;
        let (head, body) = StreamHead::take(received)?;
        let limit = body.max_item_bytes();
        Ok(Self {
            parser: Parser::new(limit, head.spec.endpoint.end_marker()),
            resuming: Resuming::new(&head),
            find_error,
            // 204 ends a stream, also one that could be resumed.
            state: if head.parts.status == StatusCode::NO_CONTENT { State::Ended } else { State::Open(body) },
            head: Box::new(head),
            count: 0,
            limit,
        })
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<RawEvent, Error>>> {
        loop {
            match self.parser.next_event() {
                // The rest of the body is not awaited: servers leave the connection open after the mark.
                Ok(Some(event)) if self.is_end(&event) => self.end(),
                Ok(Some(event)) => {
                    self.count += 1;
                    self.resuming.failures = 0;
                    return Poll::Ready(Some(Ok(event)));
                }
                Ok(None) => {}
                Err(_) => {
                    self.end();
                    let event = format!("event {}", self.count + 1);
                    return Poll::Ready(Some(Err(self.head.too_large(&event, self.limit))));
                }
            }
            match &mut self.state {
                State::Open(body) => match ready!(Pin::new(body).poll_next(context)) {
                    Some(Ok(chunk)) => self.parser.push(&chunk),
                    ended => {
                        let error = ended.and_then(Result::err).or_else(|| self.missing_end());
                        if !self.reconnect(error.as_ref()) {
                            self.end();
                            return Poll::Ready(error.or_else(|| self.missing_events()).map(Err));
                        }
                    }
                },
                State::Resuming(reopening) => match ready!(reopening.as_mut().poll(context)) {
                    Ok(mut received) if received.status() != StatusCode::NO_CONTENT => self.reopen(&mut received)?,
                    Ok(_) => self.end(),
                    Err(error) if self.reconnect(Some(&error)) => {}
                    Err(error) => {
                        self.end();
                        return Poll::Ready(Some(Err(error.with_endpoint(self.head.spec.endpoint))));
                    }
                },
                State::Ended => return Poll::Ready(None),
            }
        }
    }

    fn end_marker(&self) -> Option<&'static str> {
        self.head.spec.endpoint.end_marker()
    }

    fn is_end(&self, event: &RawEvent) -> bool {
        self.end_marker().is_some_and(|marker| event.data == marker || event.name == marker)
    }

    /// Returns the error of a body that ends without the declared end.
    fn missing_end(&mut self) -> Option<Error> {
        let marker = self.end_marker()?;
        (!self.parser.ends_with_marker())
            .then(|| self.head.incomplete(format!("the stream of events ended without `{marker}`")))
    }

    /// Returns the error of a stream that was resumed as often as allowed.
    fn missing_events(&self) -> Option<Error> {
        let gave_up = self.resuming.is_enabled() && self.end_marker().is_none();
        let max = self.resuming.max;
        gave_up
            .then(|| self.head.incomplete(format!("the stream of events ended, and {max} reconnects brought no event")))
    }

    /// Starts another request, if that is allowed after the end of the body or after this error.
    fn reconnect(&mut self, error: Option<&Error>) -> bool {
        let is_finished = error.is_none() && self.end_marker().is_some();
        if is_finished {
            return false;
        }
        let Some(reopening) = self.resuming.start(self.head.spec, &self.parser, error) else { return false };
        self.state = State::Resuming(reopening);
        true
    }

    /// Continues with another response.
    fn reopen(&mut self, received: &mut ReceivedResponse) -> Result<(), Error> {
        self.state = State::Ended;
        check(received, self.find_error)?;
        let (head, body) = StreamHead::take(received)?;
        self.parser.restart();
        *self.head = head;
        self.state = State::Open(body);
        Ok(())
    }

    fn end(&mut self) {
        self.state = State::Ended;
        self.parser.restart();
    }

    fn decode_error(&self, error: DecodeError, event: RawEvent) -> Error {
        self.head.decode_error(error.in_event(self.count), &Bytes::from(event.data))
    }
}

/// Returns whether a response with these headers is a stream of events. Without a content type, it is.
pub(crate) fn is_event_stream(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_none_or(|value| {
        let essence = value.as_bytes().split(|byte| *byte == b';').next().unwrap_or_default();
        essence.trim_ascii().eq_ignore_ascii_case(EVENT_STREAM.as_bytes())
    })
}

/// Checks that the response is a stream of events.
fn check(received: &mut ReceivedResponse, find_error: FindError) -> Result<(), Error> {
    received.check(false)?;
    if is_event_stream(&received.parts().headers) {
        return Ok(());
    }
    let error = find_error(received);
    Err(received.decode_error(error))
}

impl<T> Stream for Events<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_event(context)
    }
}

/// Prints no data.
impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").field("received", &self.source.count).finish_non_exhaustive()
    }
}
