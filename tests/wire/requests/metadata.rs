//! The parts of a declaration that `Endpoint` describes.

use std::collections::BTreeMap;

use pivotal_runtime::http::HeaderMap;
use pivotal_runtime::parameter::BodyKind;
use pivotal_runtime::{Api, Body, Client, Endpoint, Error, Json as Format, Multipart, ProblemDetails, endpoints};
use serde_json::Value;

static STORE: Api =
    Api::new().base_url("https://store.example/v1").header("X-Version", "2").idempotency_key_header("Idempotency-Key");

#[endpoints(error(422) = ProblemDetails, header("X-Tenant") = "a")]
trait Store {
    #[endpoint(GET, "/none")]
    async fn none(&self) -> Result<Value, Error>;

    #[endpoint(POST, "/value", body = value, header("Content-Type") = "application/merge-patch+json")]
    async fn value(&self, value: &Value) -> Result<Value, Error>;

    #[endpoint(POST, "/formatted", body = value, format = Format)]
    async fn formatted(&self, value: &Value) -> Result<Value, Error>;

    #[endpoint(POST, "/json", body = value, format = pivotal_runtime::Json)]
    async fn json(&self, value: &Value) -> Result<Value, Error>;

    #[endpoint(POST, "/form", form = fields, form("kind") = "a", form("name") = name)]
    async fn form(&self, fields: &BTreeMap<String, String>, name: &str) -> Result<Value, Error>;

    #[endpoint(POST, "/fields", form("kind") = "a")]
    async fn fields(&self) -> Result<Value, Error>;

    #[endpoint(POST, "/multipart", multipart = parts)]
    async fn multipart(&self, parts: Multipart) -> Result<Value, Error>;

    #[endpoint(POST, "/text", text = text, header(..) = headers)]
    async fn text(&self, text: &str, headers: &HeaderMap) -> Result<Value, Error>;

    #[endpoint(POST, "/bytes", bytes = bytes, error(404) = ProblemDetails)]
    async fn bytes(&self, bytes: &[u8]) -> Result<Value, Error>;

    #[endpoint(POST, "/stream", stream = stream, response(202) = Value)]
    async fn stream(&self, stream: Body) -> Result<Value, Error>;
}

fn endpoint(name: &str) -> &'static Endpoint {
    <Client as Store>::ENDPOINTS.iter().find(|endpoint| endpoint.operation() == name).unwrap()
}

#[test]
fn each_body_has_its_kind() {
    let kinds = [
        ("none", None),
        ("value", Some(BodyKind::Value)),
        ("formatted", Some(BodyKind::Value)),
        ("json", Some(BodyKind::Value)),
        ("form", Some(BodyKind::Form)),
        ("fields", Some(BodyKind::Form)),
        ("multipart", Some(BodyKind::Multipart)),
        ("text", Some(BodyKind::Text)),
        ("bytes", Some(BodyKind::Bytes)),
        ("stream", Some(BodyKind::Stream)),
    ];
    for (name, kind) in kinds {
        let endpoint = endpoint(name);
        assert_eq!(endpoint.body_kind(), kind, "{name}");
        assert_eq!(endpoint.is_formatted(), name == "formatted", "{name}");
        let content_type = (name == "value").then_some("application/merge-patch+json");
        assert_eq!(endpoint.content_type(), content_type, "{name}");
        let is_fixed = matches!(name, "form" | "fields");
        assert_eq!(endpoint.fixed_form_field_names(), if is_fixed { &["kind"][..] } else { &[] }, "{name}");
    }
}

#[test]
fn fixed_headers_are_named_without_the_content_type() {
    for name in ["none", "value"] {
        assert_eq!(endpoint(name).fixed_header_names(), ["X-Tenant"]);
    }
}

#[test]
fn header_map_is_marked() {
    assert!(endpoint("text").sends_header_map());
    assert!(!endpoint("bytes").sends_header_map());
}

#[test]
fn typed_statuses_are_those_of_the_method() {
    assert_eq!(endpoint("none").typed_statuses(), [0; 0]);
    assert_eq!(endpoint("bytes").typed_statuses(), [404]);
    assert_eq!(endpoint("stream").typed_statuses(), [202]);
}

#[test]
fn api_has_its_conventions() {
    assert_eq!(STORE.default_base_url(), Some("https://store.example/v1"));
    assert_eq!(STORE.header_names().collect::<Vec<_>>(), ["X-Version"]);
    assert_eq!(STORE.idempotency_key_name(), Some("Idempotency-Key"));
    assert!(!STORE.has_error_type());
    assert!(Api::new().error::<ProblemDetails>().has_error_type());
}
