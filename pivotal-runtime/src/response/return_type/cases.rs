//! A type for each status.

use std::marker::PhantomData;

use http::HeaderValue;

use super::{FromResponse, Listed};
use crate::response::accept::{ANYTHING, either};
use crate::response::{BodyForm, ExpectedResponse, NotFound, ReceivedResponse, ResponseCase};
use crate::{Error, Format};

/// Marker: the body type depends on the status, as the [`Case`]s list it.
#[derive(Debug)]
pub struct OneOf<Cases>(PhantomData<fn() -> Cases>);

/// `response(STATUS) = T`.
#[derive(Debug)]
pub struct Case<const STATUS: u16, T>(PhantomData<fn() -> T>);

/// `response = T` beside other cases.
#[derive(Debug)]
pub struct OtherCases<T>(PhantomData<fn() -> T>);

/// A type that a method can return whose declaration has a type for each status.
///
/// It implements `From` for each of these types.
///
/// ```
/// use pivotal_runtime::{Error, Response, Transport, endpoint};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// pub struct Report {
///     pub rows: u32,
/// }
///
/// #[derive(Deserialize)]
/// pub struct Job {
///     pub id: u64,
/// }
///
/// pub enum Created {
///     Done(Report),
///     /// With the headers, for `Location`.
///     Accepted(Response<Job>),
/// }
///
/// impl From<Report> for Created {
///     fn from(report: Report) -> Self {
///         Self::Done(report)
///     }
/// }
///
/// impl From<Response<Job>> for Created {
///     fn from(job: Response<Job>) -> Self {
///         Self::Accepted(job)
///     }
/// }
///
/// pub trait Reports: Transport {
///     #[endpoint(POST, "/reports", response(200) = Report, response(202) = Response<Job>)]
///     async fn create(&self) -> Result<Created, Error>;
/// }
/// impl<T: Transport> Reports for T {}
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no variant for `{T}`, which `response(...)` declares",
    label = "lacks `From` for a type in `response(...)`",
    note = "implement `From<{T}>` for `{Self}`; if that is a `Response`, return the type in it, and declare `Response<{T}>` for status and headers"
)]
pub trait Variant<T> {
    /// Converts the value.
    #[doc(hidden)]
    fn from_case(value: T) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T, R: From<T>> Variant<T> for R {
    fn from_case(value: T) -> Self {
        value.into()
    }
}

/// The list of cases of a [`OneOf`].
pub trait Cases<R, F> {
    /// The form of the bodies.
    #[doc(hidden)]
    const BODY: BodyForm;

    /// Is true if 304 is a success.
    #[doc(hidden)]
    const NOT_MODIFIED: bool;

    /// The statuses.
    #[doc(hidden)]
    const CASES: Option<&'static ResponseCase>;

    /// Returns the `Accept` header, if there is a case.
    #[doc(hidden)]
    fn accept() -> Option<HeaderValue>;

    /// Decodes the response.
    #[doc(hidden)]
    fn from_case(received: ReceivedResponse) -> Result<R, Error>;
}

impl<R, F: Format> Cases<R, F> for () {
    const BODY: BodyForm = BodyForm::InMemory;
    const NOT_MODIFIED: bool = false;
    const CASES: Option<&'static ResponseCase> = None;

    fn accept() -> Option<HeaderValue> {
        None
    }

    // A status without a type is not a success.
    fn from_case(mut received: ReceivedResponse) -> Result<R, Error> {
        Err(received.status_error())
    }
}

impl<T, R, F> Cases<R, F> for OtherCases<T>
where
    T: FromResponse<Listed, F>,
    R: Variant<T>,
    F: Format,
{
    const BODY: BodyForm = T::EXPECTED.body;
    const NOT_MODIFIED: bool = T::EXPECTED.not_modified;
    const CASES: Option<&'static ResponseCase> =
        Some(&ResponseCase { status: None, body: T::EXPECTED.body, others: None });

    fn accept() -> Option<HeaderValue> {
        Some(T::EXPECTED.accept())
    }

    fn from_case(received: ReceivedResponse) -> Result<R, Error> {
        T::from_response(received).map(R::from_case)
    }
}

impl<const STATUS: u16, T, Others, R, F> Cases<R, F> for (Case<STATUS, T>, Others)
where
    T: FromResponse<Listed, F>,
    Others: Cases<R, F>,
    R: Variant<T>,
    F: Format,
{
    const BODY: BodyForm = T::EXPECTED.body.or(Others::BODY);
    const NOT_MODIFIED: bool = T::EXPECTED.not_modified || Others::NOT_MODIFIED;
    const CASES: Option<&'static ResponseCase> =
        Some(&ResponseCase { status: Some(STATUS), body: T::EXPECTED.body, others: Others::CASES });

    fn accept() -> Option<HeaderValue> {
        let own = T::EXPECTED.accept();
        Some(match Others::accept() {
            Some(others) => either(own, others),
            None => own,
        })
    }

    fn from_case(received: ReceivedResponse) -> Result<R, Error> {
        let is_not_modified = T::EXPECTED.not_modified && received.is_not_modified();
        if received.status() == STATUS || is_not_modified {
            T::from_response(received).map(R::from_case)
        } else {
            Others::from_case(received)
        }
    }
}

impl<C, R, F> FromResponse<OneOf<C>, F> for R
where
    C: Cases<R, F>,
    F: Format,
{
    const EXPECTED: ExpectedResponse = ExpectedResponse {
        body: C::BODY,
        not_modified: C::NOT_MODIFIED,
        not_found: NotFound::Error,
        try_type: |_| {},
        accept: |_| C::accept().unwrap_or(ANYTHING),
        cases: C::CASES,
    };

    fn from_response(received: ReceivedResponse) -> Result<Self, Error> {
        C::from_case(received)
    }
}
