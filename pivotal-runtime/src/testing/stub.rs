//! The stubs of a fake, and their replies.

use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;
use std::sync::Arc;
use std::time::Duration;

use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{HeaderMap, StatusCode};

use super::reply::{Outcome, Planned};
use super::state::{Entry, Filter, Shared};
use super::value::{Spec, StubValue};
use super::{Fault, RecordedCall, ReplyBody};
use crate::response::ResponseSpec;
use crate::{Body, Error};

/// The calls that a reply is for: see [`Fake::on`](super::Fake::on).
///
/// `T` is the type that the method returns.
#[must_use = "a stub does nothing without a reply; call `returns` or `responds`"]
pub struct Stub<'f, T> {
    shared: &'f Shared,
    filter: Filter,
    spec: ResponseSpec,
    location: &'static Location<'static>,
    returned: PhantomData<fn() -> T>,
}

impl<'f, T> Stub<'f, T> {
    pub(super) fn new(
        shared: &'f Shared,
        filter: Filter,
        spec: ResponseSpec,
        location: &'static Location<'static>,
    ) -> Self {
        Self { shared, filter, spec, location, returned: PhantomData }
    }

    /// Replies to each call of the method, whatever its arguments.
    pub fn any_arguments(mut self) -> Self {
        if let Filter::Call { any_arguments, .. } = &mut self.filter {
            *any_arguments = true;
        }
        self
    }

    /// Returns this value: see [`StubValue`] for the types and their responses.
    ///
    /// # Panics
    ///
    /// Panics if the value cannot be written. It also panics if the method reads another format than JSON, or has a type for
    /// each of several statuses.
    #[track_caller]
    pub fn returns(self, value: &T::Value) -> Reply<'f>
    where
        T: StubValue,
    {
        match T::write(value, Spec(&self.spec)) {
            Ok(responses) => self.reply(responses.into_iter().map(Outcome::Planned).collect(), None),
            Err(message) => panic!("{message}"),
        }
    }

    /// Responds with this status and body.
    ///
    /// The body is text, bytes, or JSON by [`serde_json::json!`], which adds a `Content-Type`.
    ///
    /// # Panics
    ///
    /// Panics if the status is not between 100 and 999.
    #[track_caller]
    pub fn responds(self, status: u16, body: impl Into<ReplyBody>) -> Reply<'f> {
        let Ok(status) = StatusCode::from_u16(status) else {
            panic!("{status} is not a status; write a number from 100 to 999");
        };
        let ReplyBody { bytes, is_json } = body.into();
        let json = is_json.then_some((CONTENT_TYPE, HeaderValue::from_static("application/json")));
        let planned = Planned::new(status, HeaderMap::from_iter(json), bytes);
        self.reply(vec![Outcome::Planned(planned)], None)
    }

    /// Responds with the result of a function: a response, or an error.
    ///
    /// The body of the response can be a stream.
    ///
    /// ```
    /// use pivotal_runtime::testing::Fake;
    /// use pivotal_runtime::{Body, Error, Transport, endpoint, http};
    ///
    /// trait Notes: Transport {
    ///     #[endpoint(GET, "/notes/<id>")]
    ///     async fn note(&self, id: u64) -> Result<String, Error>;
    /// }
    /// impl<T: Transport> Notes for T {}
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// let fake = Fake::new();
    /// fake.on(|api| api.note(0)).any_arguments().responds_with(|call| {
    ///     let text = format!("note {}", call.parameter("id").unwrap_or_default());
    ///     Ok(http::Response::new(Body::from(text)))
    /// });
    /// assert_eq!(fake.note(7).await?, "note 7");
    /// # Ok(()) }
    /// ```
    pub fn responds_with(
        self,
        respond: impl Fn(&RecordedCall) -> Result<http::Response<Body>, Error> + Send + Sync + 'static,
    ) -> Reply<'f> {
        self.reply(vec![Outcome::Computed(Arc::new(respond))], None)
    }

    /// Fails with this fault.
    ///
    /// A fault of the body is one of a response with status 200 and the body `{}`.
    #[expect(clippy::must_use_candidate, reason = "the reply is added to the fake")]
    pub fn fails(self, fault: Fault) -> Reply<'f> {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
        self.reply(vec![Outcome::Planned(Planned::new(StatusCode::OK, headers, "{}".into()))], Some(fault))
    }

    fn reply(self, outcomes: Vec<Outcome>, fault: Option<Fault>) -> Reply<'f> {
        let Self { shared, filter, location, .. } = self;
        let entry = Entry { filter, outcomes, fault, latency: Duration::ZERO, left: Some(1), pages: 0, location };
        let mut state = shared.lock();
        state.entries.push(entry);
        Reply { shared, number: state.entries.len() - 1 }
    }
}

/// Prints the endpoint.
impl<T> fmt::Debug for Stub<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stub").field("endpoint", &format_args!("{}", self.spec.endpoint)).finish_non_exhaustive()
    }
}

/// A reply of a fake: see [`Stub::returns`] and [`Stub::responds`].
///
/// It is for one call, unless [`times`](Self::times) or [`always`](Self::always) is called.
pub struct Reply<'f> {
    shared: &'f Shared,
    number: usize,
}

#[expect(clippy::must_use_candidate, clippy::return_self_not_must_use, reason = "a reply is changed in place")]
impl Reply<'_> {
    /// Adds a header to the response, or to each page of a list.
    ///
    /// It replaces a `Content-Type`. Other headers can be added several times.
    ///
    /// # Panics
    ///
    /// Panics if the name or the value is not allowed in HTTP, or if a function returns the response.
    #[track_caller]
    pub fn header(self, name: &str, value: &str) -> Self {
        let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) else {
            panic!("`{name}: {value}` is not a header");
        };
        let mut is_computed = false;
        self.change(|entry| {
            for outcome in &mut entry.outcomes {
                match outcome {
                    Outcome::Planned(planned) if name == CONTENT_TYPE => {
                        planned.headers.insert(&name, value.clone());
                    }
                    Outcome::Planned(planned) => {
                        planned.headers.append(&name, value.clone());
                    }
                    Outcome::Computed(_) => is_computed = true,
                }
            }
        });
        assert!(!is_computed, "the response is computed; add the header `{name}` in `responds_with`");
        self
    }

    /// Replies to this many calls, instead of one.
    ///
    /// With 0, the stub is ignored.
    pub fn times(self, calls: u32) -> Self {
        self.change(|entry| entry.left = Some(calls));
        self
    }

    /// Replies to any number of calls, also none.
    ///
    /// Replies to a number of calls precede it, and so do later ones to any number.
    pub fn always(self) -> Self {
        self.change(|entry| entry.left = None);
        self
    }

    /// Sets the time before the response. The default is 0 s.
    ///
    /// On a paused clock, it takes no real time. On a [`BlockingTransport`](crate::BlockingTransport), the thread sleeps.
    pub fn latency(self, latency: Duration) -> Self {
        self.change(|entry| entry.latency = latency);
        self
    }

    /// Adds a fault: of the body, or in place of the response.
    pub fn with_fault(self, fault: Fault) -> Self {
        self.change(|entry| entry.fault = Some(fault));
        self
    }

    fn change(&self, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.shared.lock().entries.get_mut(self.number) {
            change(entry);
        }
    }
}

impl fmt::Debug for Reply<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reply").finish_non_exhaustive()
    }
}
