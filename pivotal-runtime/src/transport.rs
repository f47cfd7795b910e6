//! Who carries a request to the server.

use std::sync::Arc;

use crate::{Body, Error, Request};

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
/// A transport gives back whatever status the server sent; whether that is a success is for the
/// [`Endpoint`](crate::Endpoint) to say.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot send requests, since it is not a `Transport`",
    label = "not a transport",
    note = "endpoints are declared in a trait whose implementors are transports, as in `pub trait Api: Transport`"
)]
pub trait Transport: Send + Sync {
    /// Sends the request and waits for the answer.
    ///
    /// # Errors
    ///
    /// When no complete answer came: an [`Error::transport`], or one that the runtime made.
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send;
}

macro_rules! pass_on {
    ($($pointer:ty),*) => {$(
        impl<T: Transport + ?Sized> Transport for $pointer {
            fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
                T::send(self, request)
            }
        }
    )*};
}

pass_on!(&T, Box<T>, Arc<T>);
