//! Transports, which carry a request to the server.

mod with_options;

use std::pin::Pin;
use std::sync::Arc;

use crate::{Api, Body, CallOptions, Error, Request};

pub use self::with_options::WithOptions;

pub(crate) type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Carries one request to a server and brings its answer back.
///
/// [`Client`](crate::Client) is the real one. A wrapper adds something to every call and passes the
/// request on; a fake answers by itself:
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
/// Here is a wrapper that says how long each call took, by the name of its operation, with no value of any call:
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
///         let answer = self.0.send(request).await;
///         match &answer {
///             Ok(answer) => println!("{operation}: {} after {:?}", answer.status(), started.elapsed()),
///             Err(error) => println!("{operation}: {:?} after {:?}", error.kind(), started.elapsed()),
///         }
///         answer
///     }
/// }
/// ```
///
/// Around a [`Client`](crate::Client), it sees calls, not attempts: those are seen by a wrapper around its
/// [`HttpClient`](crate::HttpClient).
///
/// A transport gives back whatever status the server sent; whether that is a success is for the
/// [`Endpoint`](crate::Endpoint) to say.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot send requests, since it is not a `Transport`",
    label = "not a transport",
    note = "declare endpoints in a trait whose supertrait is a transport, as in `pub trait Customers: Transport`; with `BlockingTransport`, they are not `async`"
)]
pub trait Transport: Send + Sync {
    /// Sends the request and waits for the answer. Nothing is to happen before the future is polled, as is usual.
    ///
    /// # Errors
    ///
    /// When no complete answer came: an [`Error::transport`], or one that the runtime made.
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send;

    /// The API whose conventions endpoints without an API of their own follow on this transport: for fakes. By default none;
    /// a [`Client`](crate::Client) has that of its builder, in a wrapper, too.
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

    /// Returns this transport with options for its calls: timeouts, attempts, headers and so on. They reach the
    /// [`Client`](crate::Client) through any wrapper that passes its requests on.
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

    /// [`send`](Self::send), boxed. A transport whose future is boxed already does not box it again.
    #[doc(hidden)]
    fn boxed_send(&self, request: Request) -> BoxFuture<'_, Result<http::Response<Body>, Error>> {
        Box::pin(self.send(request))
    }
}

/// A [`Transport`] that can be used as `dyn`, for traits that must be dyn-compatible. Every transport is one.
///
/// `dyn DynTransport` is a [`Transport`] itself, so that an `Arc<dyn DynTransport>` has all endpoints, and stands where a
/// type parameter would have to: for the client, for a wrapper around it, for a fake.
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
    note = "declare endpoints in a trait whose supertrait is a transport, as in `pub trait Customers: Transport`; with `BlockingTransport`, they are not `async`"
)]
pub trait DynTransport: Send + Sync {
    /// Sends the request and waits for the answer, like [`Transport::send`].
    ///
    /// # Errors
    ///
    /// When no complete answer came.
    fn send_boxed<'a>(
        &'a self,
        request: Request,
    ) -> Pin<Box<dyn Future<Output = Result<http::Response<Body>, Error>> + Send + 'a>>;

    /// The API whose conventions endpoints follow on this transport, like [`Transport::api`].
    fn api(&self) -> Option<&'static Api> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl<T: Transport + ?Sized> DynTransport for T {
    fn send_boxed<'a>(
        &'a self,
        request: Request,
    ) -> Pin<Box<dyn Future<Output = Result<http::Response<Body>, Error>> + Send + 'a>> {
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

    fn boxed_send(&self, request: Request) -> BoxFuture<'_, Result<http::Response<Body>, Error>> {
        self.send_boxed(request)
    }
}

/// Carries one request to a server and waits for its answer, on the thread that asks.
///
/// A trait with this supertrait has endpoints that are plain functions. With the feature `blocking`,
/// `blocking::Client` is one; a fake is as small as one of [`Transport`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot wait for a response, since it is not a `BlockingTransport`",
    label = "needs a blocking transport",
    note = "write `async fn`, or `BlockingTransport` as the supertrait"
)]
pub trait BlockingTransport: Send + Sync {
    /// Sends the request and waits for the answer. Its body must be in memory.
    ///
    /// # Errors
    ///
    /// When no complete answer came.
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error>;

    /// Returns this transport with options for its calls, like [`Transport::with`].
    fn with(&self, options: CallOptions) -> WithOptions<'_, Self>
    where
        Self: Sized,
    {
        WithOptions::new(self, options)
    }

    /// The API whose conventions endpoints follow on this transport, like [`Transport::api`].
    fn api(&self) -> Option<&'static Api> {
        None
    }
}

macro_rules! pass_on {
    ($($pointer:ty),*) => {$(
        impl<T: Transport + ?Sized> Transport for $pointer {
            fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
                T::send(self, request)
            }

            fn boxed_send(&self, request: Request) -> BoxFuture<'_, Result<http::Response<Body>, Error>> {
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

pass_on!(&T, Box<T>, Arc<T>);
