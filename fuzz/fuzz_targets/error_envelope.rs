//! Reads any bytes as the body of an error, and compares the result with `serde_json::Value`.

#![no_main]

mod fake;

use libfuzzer_sys::fuzz_target;
use pivotal_api::{PIVOTAL, PivotalError};
use pivotal_runtime::{Body, Error, ErrorKind, Transport, endpoint, http};
use serde_json::Value;

use fake::{Fake, outcome, show};

trait Api: Transport {
    #[endpoint(GET, "/", api = PIVOTAL)]
    async fn get(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/", error = Value)]
    async fn get_detailed(&self) -> Result<u8, Error>;
}
impl<T: Transport> Api for T {}

fuzz_target!(|body: &[u8]| {
    let error = outcome(responding(body).get()).unwrap_err();
    check_response(&error, body);
    // The detail has the values of the envelope.
    let json: Option<Value> = serde_json::from_slice(body).ok();
    let envelope = json.as_ref().and_then(|json| json.as_object()?.get("error")?.as_object());
    let detail = error.detail::<PivotalError>();
    if let Some(json) = &json {
        assert_eq!(detail.is_some(), envelope.is_some(), "{json}");
        let empty = PivotalError::default();
        let PivotalError { error_type, code, message, field, .. } = detail.unwrap_or(&empty);
        let parts = [error_type.as_deref(), code.as_deref(), message.as_deref(), field.as_deref()];
        for (name, part) in ["type", "code", "message", "field"].into_iter().zip(parts) {
            let text = envelope.and_then(|envelope| envelope.get(name)?.as_str());
            assert_eq!(part, text, "{name} of {json}");
        }
    }
    assert_eq!(error.code(), detail.and_then(|detail| detail.code.as_deref()));
    assert_eq!(error.message(), detail.and_then(|detail| detail.message.as_deref()));

    let error = outcome(responding(body).get_detailed()).unwrap_err();
    check_response(&error, body);
    // Bodies that are not JSON are repaired if possible, such as text that is not UTF-8.
    if json.is_some() {
        assert_eq!(error.detail::<Value>(), json.as_ref());
    }
});

fn responding(body: &[u8]) -> Fake {
    let mut response = http::Response::new(Body::from(body.to_vec()));
    *response.status_mut() = http::StatusCode::UNPROCESSABLE_ENTITY;
    Fake::responding(response)
}

fn check_response(error: &Error, body: &[u8]) {
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status(), Some(http::StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(error.body(), Some(&body[..body.len().min(64 * 1024)]));
    show(error);
    assert!(!error.to_string().contains(|c: char| c.is_control()), "control characters are escaped");
}
