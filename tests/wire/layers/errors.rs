//! Errors of layers.

use std::io;

use pivotal_runtime::http::{Request, Response};
use pivotal_runtime::{Body, Client, Delivery, Error, ErrorKind, HttpService};
use tower::layer::layer_fn;
use tower::util::{MapErrLayer, MapRequestLayer};
use tower::{BoxError, service_fn};

use super::{Api, SEVEN, appending, builder};
use crate::support::closed_port;
use crate::support::server::Server;

/// Returns a client whose layer returns an error without a request.
fn failing<E: Into<BoxError> + Send + 'static>(server: &Server, error: fn() -> E) -> Client {
    let layer = layer_fn(move |_: HttpService| {
        service_fn(move |_: Request<Body>| std::future::ready(Err::<Response<Body>, E>(error())))
    });
    builder(server.url()).idempotency_keys(false).layer(layer).build().unwrap()
}

#[tokio::test]
async fn foreign_error_has_an_unknown_outcome() {
    let server = Server::responding(SEVEN);
    let client = failing(&server, || io::Error::other("the cache is gone"));
    let error = client.post(1).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Some(Delivery::Unknown)), "{error:?}");
    assert_eq!(error.attempts(), 1, "a POST is not retried");
    assert!(std::error::Error::source(&error).unwrap().is::<io::Error>());
    let error = client.get().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 3), "a GET is");
    assert_eq!(error.to_string(), "GET /number: connection lost before the response was complete, after 3 attempts");
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn own_error_is_kept() {
    let server = Server::responding(SEVEN);
    let error = failing(&server, || Error::connect("no route")).post(1).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    assert_eq!(error.attempts(), 3, "the server received nothing");
    let error = failing(&server, || BoxError::from(Error::config("no region"))).get().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Config, 1), "{error:?}");
    assert_eq!(error.to_string(), "GET /number: no region");
}

#[tokio::test]
async fn error_of_the_http_client_passes_through_layers() {
    let (url, _guard) = closed_port();
    let boxed = MapErrLayer::new(|error: Error| BoxError::from(error));
    let builder = builder(url).idempotency_keys(false);
    let error = builder.layer(boxed).layer(appending("x-layer", "1")).build().unwrap().post(1).await;
    let error = error.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    assert_eq!(error.attempts(), 3, "a POST without a key is retried");
}

/// The URI of a layer must be absolute, too.
#[tokio::test]
async fn wrong_uri_of_a_layer_is_an_error() {
    let server = Server::responding(SEVEN);
    let relative = MapRequestLayer::new(|mut request: Request<Body>| {
        *request.uri_mut() = "/number".parse().unwrap();
        request
    });
    builder(server.url()).layer(relative).build().unwrap().get().await.unwrap_err();
    assert_eq!(server.requests(), 0);
}
