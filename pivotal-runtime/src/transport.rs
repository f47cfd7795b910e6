//! Transports, which send a request to the server and return its response.
//!
//! The future of a transport is boxed once. `Transport::boxed_send` returns a future that is boxed already.
//!
//! Code that names a type of the user is compiled for each such type, in the user's crate. There is little of it, and it calls
//! functions that name none. `Client` reaches its HTTP client through one pointer, so its code is compiled in the runtime.

mod with_options;

use std::pin::Pin;
use std::sync::Arc;

use crate::{Api, Body, CallOptions, Error, Request};

pub use self::with_options::WithOptions;

pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The boxed future of [`Transport::send`].
pub(crate) type SendFuture<'a> = BoxFuture<'a, Result<http::Response<Body>, Error>>;

/// Sends one request to a server and returns the response.
///
/// [`Client`](crate::Client) is the production transport. A wrapper adds something to every call and passes the request on. A
/// fake returns a response of its own:
///
/// ```
/// use pivotal_runtime::{Body, Error, Request, Transport, http};
///
/// struct Fake;
///
/// impl Transport for Fake {
///     async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
///         assert_eq!(request.path_and_query(), "/api/v1/customers/42");
///         Ok(http::Response::new(Body::from(r#"{"id":"42","deleted":true}"#)))
///     }
/// }
/// ```
///
/// This wrapper logs the duration of each call with the name of its operation, and no value of the call:
///
/// ```
/// use std::time::Instant;
///
/// use pivotal_runtime::{Body, Error, Request, Transport, http};
///
/// struct Timed<T>(T);
///
/// impl<T: Transport> Transport for Timed<T> {
///     async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
///         let (operation, started) = (request.endpoint().operation(), Instant::now());
///         let result = self.0.send(request).await;
///         match &result {
///             Ok(response) => println!("{operation}: {} after {:?}", response.status(), started.elapsed()),
///             Err(error) => println!("{operation}: {:?} after {:?}", error.kind(), started.elapsed()),
///         }
///         result
///     }
/// }
/// ```
///
/// A wrapper of a [`Client`](crate::Client) sees calls. A wrapper of its [`HttpClient`](crate::HttpClient) sees attempts.
///
/// A transport returns responses of any status. The [`Endpoint`](crate::Endpoint) decides which status is a success.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot send requests, since it is not a `Transport`",
    label = "not a transport",
    note = "declare endpoints in a trait with `#[endpoints]`, or whose supertrait is a transport, as in `pub trait Customers: Transport`; with `BlockingTransport`, they are not `async`"
)]
pub trait Transport: Send + Sync {
    /// Sends the request and waits for the response.
    ///
    /// Nothing must happen before the future is polled.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no complete response: an [`Error::transport`], or an error of the runtime.
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send;

    /// Returns the API whose conventions apply to endpoints without an API of their own.
    ///
    /// The default is `None`. A [`Client`](crate::Client) applies the API of its builder anyway, also in a wrapper, so this
    /// is for fakes.
    ///
    /// ```
    /// use pivotal_runtime::{Api, Body, Error, ProblemDetails, Request, Transport, http};
    ///
    /// static STORE: Api = Api::new().error::<ProblemDetails>();
    ///
    /// struct Fake;
    ///
    /// impl Transport for Fake {
    ///     async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
    ///         let body = Body::from(r#"{"title":"Sold out"}"#);
    ///         http::Response::builder().status(409).body(body).map_err(Error::transport)
    ///     }
    ///
    ///     fn api(&self) -> Option<&'static Api> {
    ///         Some(&STORE)
    ///     }
    /// }
    /// ```
    fn api(&self) -> Option<&'static Api> {
        None
    }

    /// Returns this transport with options for its calls: timeouts, attempts, headers and so on.
    ///
    /// They reach the [`Client`](crate::Client) through any wrapper that passes its requests on.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use pivotal_runtime::{Body, CallOptions, Error, Request, Transport, endpoint, http};
    ///
    /// trait Reports: Transport {
    ///     #[endpoint(POST, "/reports/<id>")]
    ///     async fn create(&self, id: u64) -> Result<String, Error>;
    /// }
    /// impl<T: Transport> Reports for T {}
    ///
    /// struct Logged<T>(T);
    ///
    /// impl<T: Transport> Transport for Logged<T> {
    ///     async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
    ///         println!("{}", request.endpoint());
    ///         self.0.send(request).await
    ///     }
    /// }
    ///
    /// async fn report(client: &Logged<impl Transport>) -> Result<String, Error> {
    ///     let slow = client.with(CallOptions::new().timeout(Duration::from_secs(300)).max_attempts(1));
    ///     slow.create(7).await
    /// }
    /// ```
    fn with(&self, options: CallOptions) -> WithOptions<'_, Self>
    where
        Self: Sized,
    {
        WithOptions::new(self, options)
    }

    /// Boxes the future of [`send`](Self::send), unless it is boxed already.
    #[doc(hidden)]
    fn boxed_send(&self, request: Request) -> SendFuture<'_> {
        Box::pin(self.send(request))
    }
}

/// A [`Transport`] that can be used as `dyn`, for traits that must be dyn-compatible.
///
/// Every transport is one. `dyn DynTransport` is a [`Transport`] itself, so an `Arc<dyn DynTransport>` has all endpoints. It
/// replaces a type parameter for the client, a wrapper or a fake.
///
/// ```
/// use std::sync::Arc;
///
/// use pivotal_runtime::{DynTransport, Error, Transport, endpoint};
///
/// trait Notes: Transport {
///     #[endpoint(GET, "/notes/<id>")]
///     async fn note(&self, id: u64) -> Result<String, Error>;
/// }
/// impl<T: Transport> Notes for T {}
///
/// struct Reader {
///     api: Arc<dyn DynTransport>,
/// }
///
/// impl Reader {
///     async fn read(&self) -> Result<String, Error> {
///         self.api.note(1).await
///     }
/// }
/// ```
///
/// A trait with this supertrait can be used as `&dyn`:
///
/// ```
/// use pivotal_runtime::{Body, DynTransport, Error, Request, Transport, endpoint, http};
///
/// trait Clock: DynTransport {
///     #[endpoint(GET, "/time/<zone>")]
///     async fn time(&self, zone: &str) -> Result<String, Error>;
/// }
/// impl<T: DynTransport> Clock for T {}
///
/// async fn show(clock: &dyn Clock) -> Result<String, Error> {
///     clock.time("utc").await
/// }
/// #
/// # struct Fake;
/// #
/// # impl Transport for Fake {
/// #     async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
/// #         assert_eq!(request.path_and_query(), "/time/utc");
/// #         Ok(http::Response::new(Body::from("12:00")))
/// #     }
/// # }
/// #
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// # assert_eq!(show(&Fake).await.unwrap(), "12:00");
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot send requests, since it is not a `Transport`",
    label = "not a transport",
    note = "declare endpoints in a trait with `#[endpoints]`, or whose supertrait is a transport, as in `pub trait Customers: Transport`; with `BlockingTransport`, they are not `async`"
)]
pub trait DynTransport: Send + Sync {
    /// Sends the request and waits for the response, like [`Transport::send`].
    ///
    /// # Errors
    ///
    /// Returns an error if there is no complete response.
    fn send_boxed(&self, request: Request) -> SendFuture<'_>;

    /// Returns the API whose conventions endpoints follow on this transport, like [`Transport::api`].
    fn api(&self) -> Option<&'static Api> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl<T: Transport + ?Sized> DynTransport for T {
    fn send_boxed(&self, request: Request) -> SendFuture<'_> {
        self.boxed_send(request)
    }

    fn api(&self) -> Option<&'static Api> {
        Transport::api(self)
    }
}

impl Transport for dyn DynTransport + '_ {
    fn api(&self) -> Option<&'static Api> {
        DynTransport::api(self)
    }

    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        self.send_boxed(request)
    }

    fn boxed_send(&self, request: Request) -> SendFuture<'_> {
        self.send_boxed(request)
    }
}

/// Sends one request to a server and blocks the thread until the response arrives.
///
/// The endpoints of a trait with this supertrait are not `async`. `blocking::Client` of the feature `blocking` is such a
/// transport. A fake is as small as one of [`Transport`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot wait for a response, since it is not a `BlockingTransport`",
    label = "needs a blocking transport",
    note = "write `async fn`, or `BlockingTransport` as the supertrait; with `#[endpoints]`, that is `transport = BlockingTransport`"
)]
pub trait BlockingTransport: Send + Sync {
    /// Sends the request and waits for the response.
    ///
    /// The body of the response must be in memory, unless [`Request::wants_stream`] returns `true`.
    ///
    /// # Errors
    ///
    /// Returns an error if there is no complete response.
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error>;

    /// Returns this transport with options for its calls, like [`Transport::with`].
    fn with(&self, options: CallOptions) -> WithOptions<'_, Self>
    where
        Self: Sized,
    {
        WithOptions::new(self, options)
    }

    /// Returns the API whose conventions endpoints follow on this transport, like [`Transport::api`].
    fn api(&self) -> Option<&'static Api> {
        None
    }
}

macro_rules! impl_for_pointers {
    ($($pointer:ty),*) => {$(
        impl<T: Transport + ?Sized> Transport for $pointer {
            fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
                T::send(self, request)
            }

            fn boxed_send(&self, request: Request) -> SendFuture<'_> {
                T::boxed_send(self, request)
            }

            fn api(&self) -> Option<&'static Api> {
                T::api(self)
            }
        }

        impl<T: BlockingTransport + ?Sized> BlockingTransport for $pointer {
            fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
                T::send(self, request)
            }

            fn api(&self) -> Option<&'static Api> {
                T::api(self)
            }
        }
    )*};
}

impl_for_pointers!(&T, Box<T>, Arc<T>);
