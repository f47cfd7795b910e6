//! Traces of an API's calls, exported by OpenTelemetry.
//!
//! The feature `tracing` of `pivotal-runtime` emits spans with the names of the OpenTelemetry conventions, so all that is left is
//! a subscriber, and a layer that sends the context of each attempt to the server.

use opentelemetry::propagation::TextMapPropagator;
use opentelemetry::trace::TracerProvider;
use opentelemetry_http::HeaderInjector;
use opentelemetry_sdk::propagation::TraceContextPropagator;
use opentelemetry_sdk::trace::SdkTracerProvider;
use pivotal_runtime::{Body, ClientBuilder, Error, Transport, endpoint, http};
use tower::util::MapRequestLayer;
use tracing::{Span, Subscriber};
use tracing_opentelemetry::OpenTelemetrySpanExt;
use tracing_subscriber::layer::SubscriberExt;

pub trait Notes: Transport {
    #[endpoint(GET, "/books/<book>/notes/<id>?<version>", operation = "getNote")]
    async fn note(&self, book: &str, id: u64, version: u8) -> Result<String, Error>;

    #[endpoint(GET, "/notes/<id>")]
    async fn find(&self, id: u64) -> Result<Option<String>, Error>;

    #[endpoint("PURGE", "/notes/<id>")]
    async fn purge(&self, id: u64) -> Result<String, Error>;

    #[endpoint(GET, "/notes/count")]
    async fn count(&self) -> Result<u64, Error>;
}
impl<T: Transport> Notes for T {}

/// Returns a subscriber that exports spans.
pub fn subscriber(provider: &SdkTracerProvider) -> impl Subscriber + Send + Sync + use<> {
    let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("notes")).with_location(false);
    tracing_subscriber::registry().with(layer)
}

/// Adds the header `traceparent` to each attempt (W3C Trace Context).
pub fn propagating(builder: ClientBuilder) -> ClientBuilder {
    builder.layer(MapRequestLayer::new(|mut request: http::Request<Body>| {
        let context = Span::current().context();
        TraceContextPropagator::new().inject_context(&context, &mut HeaderInjector(request.headers_mut()));
        request
    }))
}
