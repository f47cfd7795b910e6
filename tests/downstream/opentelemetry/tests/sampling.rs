//! A sampler receives the attributes that the conventions require when a span is created.

#[path = "conventions/server.rs"]
#[allow(dead_code, reason = "the other test uses all of it")]
mod server;

use opentelemetry::trace::{Link, SpanKind, TraceId, TraceState};
use opentelemetry::{Context, KeyValue};
use opentelemetry_export::{Notes, subscriber};
use opentelemetry_sdk::trace::{
    InMemorySpanExporter, SamplingDecision, SamplingResult, SdkTracerProvider, ShouldSample,
};
use pivotal_runtime::Client;

use self::server::Server;

/// Samples the spans that are created with these attributes.
#[derive(Debug, Clone)]
struct With(&'static [&'static str]);

impl ShouldSample for With {
    fn should_sample(
        &self,
        _: Option<&Context>,
        _: TraceId,
        _: &str,
        _: &SpanKind,
        attributes: &[KeyValue],
        _: &[Link],
    ) -> SamplingResult {
        let has = |name: &&str| attributes.iter().any(|attribute| attribute.key.as_str() == *name);
        let decision = if self.0.iter().all(has) { SamplingDecision::RecordAndSample } else { SamplingDecision::Drop };
        SamplingResult { decision, attributes: Vec::new(), trace_state: TraceState::default() }
    }
}

/// Returns the kinds of the spans that are sampled of one call.
async fn sampled(attributes: &'static [&'static str]) -> Vec<SpanKind> {
    let exporter = InMemorySpanExporter::default();
    let builder = SdkTracerProvider::builder().with_simple_exporter(exporter.clone());
    let provider = builder.with_sampler(With(attributes)).build();
    let _guard = tracing::subscriber::set_default(subscriber(&provider));
    let server = Server::start(&["HTTP/1.1 200 X\r\nContent-Length: 1\r\n\r\n7"]);
    let client = Client::builder().base_url(server.url()).build().expect("a client");
    assert_eq!(client.count().await.expect("a number"), 7);
    exporter.get_finished_spans().expect("spans").into_iter().map(|span| span.span_kind).collect()
}

#[tokio::test]
async fn attempt_is_created_with_the_attributes_for_sampling() {
    let attributes = &["http.request.method", "server.address", "server.port", "url.full"];
    assert_eq!(sampled(attributes).await, [SpanKind::Client]);
}

#[tokio::test]
async fn status_is_not_known_when_a_span_is_created() {
    assert_eq!(sampled(&["http.response.status_code"]).await, []);
}
