//! Values in lines of JSON.

mod received;
mod sent;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::vec;

use futures_core::Stream;
use serde::Serialize;
use serde::de::DeserializeOwned;

use self::received::ReceivedLines;
use self::sent::{BoxedLines, encode_stream};
use super::ReceivedResponse;
use crate::blocking::Iter;
use crate::{Body, Error, Format};

/// Values in lines of JSON (`application/x-ndjson`, JSON Lines).
///
/// It is the return type of a method, or the parameter of `stream = lines`. [Streams](crate::guide::streams) is the chapter
/// of the guide.
///
/// # As a response
///
/// Each item is a line, read into `T` as soon as it is complete. Lines end with LF, or with CR and LF. The last line needs no
/// end. Blank lines are skipped.
///
/// With `String`, each item is a line of text as it is, blank lines included. If the content type is JSON, a line that is a
/// JSON string is decoded, and blank lines are skipped.
///
/// ```
/// use pivotal_runtime::{Error, Lines, Transport, endpoint};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// pub struct Change {
///     pub seq: String,
///     pub id: String,
/// }
///
/// pub trait Database: Transport {
///     #[endpoint(GET, "/<db>/_changes?feed=continuous&<since>")]
///     async fn changes(&self, db: &str, since: &str) -> Result<Lines<Change>, Error>;
/// }
/// impl<T: Transport> Database for T {}
///
/// async fn follow(client: &impl Database) -> Result<(), Error> {
///     let mut changes = client.changes("orders", "now").await?;
///     while let Some(change) = changes.next().await {
///         let change = change?;
///         println!("{} at {}", change.id, change.seq);
///     }
///     Ok(())
/// }
/// ```
///
/// - A line that cannot be decoded is an error of kind [`Decode`](crate::ErrorKind::Decode), which contains line and column.
///   The next item is the next line.
/// - A lost connection ends the stream. So does a pause longer than [`read_timeout`](crate::ClientBuilder::read_timeout), or
///   than a longer declared `timeout`.
/// - A line larger than [`max_response_bytes`](crate::ClientBuilder::max_response_bytes) ends the stream.
///
/// On a [`BlockingTransport`](crate::BlockingTransport), [`blocking_iter`](Self::blocking_iter) returns the lines.
///
/// # As a body
///
/// [`from_iter`](Self::from_iter) takes values in memory: the request has a `Content-Length`, and can be sent again.
/// [`from_stream`](Self::from_stream) takes values as they come: the request is sent in chunks, and at most once.
///
/// ```
/// use pivotal_runtime::{Error, Lines, Transport, endpoint};
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// #[serde(untagged)]
/// pub enum Bulk {
///     Index { index: Target },
///     Document { title: String },
/// }
///
/// #[derive(Serialize)]
/// pub struct Target {
///     pub _index: String,
/// }
///
/// pub trait Search: Transport {
///     #[endpoint(POST, "/_bulk", stream = lines, response = ())]
///     async fn bulk(&self, lines: Lines<Bulk>);
/// }
/// impl<T: Transport> Search for T {}
///
/// async fn add(client: &impl Search, title: String) -> Result<(), Error> {
///     let action = Bulk::Index { index: Target { _index: "books".to_owned() } };
///     client.bulk(Lines::from_iter([action, Bulk::Document { title }])).await
/// }
/// ```
#[must_use = "lines are received as they are read"]
pub struct Lines<T>(Source<T>);

enum Source<T> {
    /// The lines of a response.
    Received(Box<ReceivedLines<T>>),
    Items(vec::IntoIter<T>),
    /// Values as they come, and the function that encodes them for a body.
    Stream(BoxedLines<T>, fn(BoxedLines<T>) -> Body),
}

impl<T: DeserializeOwned> Lines<T> {
    pub(crate) fn new<F: Format>(received: &mut ReceivedResponse) -> Result<Self, Error> {
        ReceivedLines::new::<F>(received).map(|lines| Self(Source::Received(Box::new(lines))))
    }
}

impl Lines<String> {
    pub(crate) fn of_body(body: Body) -> Self {
        Self(Source::Received(Box::new(ReceivedLines::of_body(body))))
    }
}

impl<T> Lines<T> {
    /// Creates lines from values as they come, for a body.
    ///
    /// An error of the stream fails the call: see [`Body::from_stream`].
    pub fn from_stream<S>(stream: S) -> Self
    where
        S: Stream<Item = Result<T, Error>> + Send + 'static,
        T: Serialize + 'static,
    {
        Self(Source::Stream(Box::pin(stream), encode_stream))
    }

    /// Returns the next line, or `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the line cannot be decoded, or the stream ends early.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll_line(context)).await
    }

    /// Returns the lines as an iterator, which blocks the thread until the next line arrives.
    #[must_use]
    pub fn blocking_iter(self) -> Iter<Self> {
        Iter::new(self)
    }

    fn poll_line(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        match &mut self.0 {
            Source::Received(lines) => lines.poll_line(context),
            Source::Items(items) => Poll::Ready(items.next().map(Ok)),
            Source::Stream(lines, _) => lines.as_mut().poll_next(context),
        }
    }
}

impl<T> FromIterator<T> for Lines<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(Source::Items(Vec::from_iter(items).into_iter()))
    }
}

impl<T> Stream for Lines<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_line(context)
    }
}

// No value is pinned.
impl<T> Unpin for Lines<T> {}

/// Prints no line.
impl<T> fmt::Debug for Lines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lines").finish_non_exhaustive()
    }
}
