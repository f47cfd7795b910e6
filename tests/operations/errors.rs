//! The errors of the API, and the values that a caller receives.

use std::fmt::Debug;
use std::time::{Duration, SystemTime};

use pivotal_api::{Client, Error, ErrorKind, PivotalError};

use crate::support::Server;

/// An error of the API: its example and the values in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DocumentedError {
    status: u16,
    example: &'static str,
    error_type: &'static str,
    code: &'static str,
    field: Option<&'static str>,
    message: &'static str,
}

pub(crate) const INVALID_CURSOR: DocumentedError = DocumentedError {
    status: 400,
    example: "error-400-invalid-cursor",
    error_type: "invalid_request_error",
    code: "invalid_string",
    field: Some("cursor"),
    message: "cursor could not be read as a datetime",
};
pub(crate) const INVALID_TYPE: DocumentedError = DocumentedError {
    status: 400,
    example: "error-400-invalid-type",
    error_type: "invalid_request_error",
    code: "invalid_type",
    field: Some("name"),
    message: "Expected text for name, got nothing",
};
pub(crate) const MISSING_FIELD: DocumentedError = DocumentedError {
    status: 400,
    example: "error-400-missing-field",
    error_type: "invalid_request_error",
    code: "missing_field",
    field: Some("name"),
    message: "A value for name must be sent",
};
pub(crate) const TOO_SMALL: DocumentedError = DocumentedError {
    status: 400,
    example: "error-400-too-small",
    error_type: "invalid_request_error",
    code: "too_small",
    field: Some("name"),
    message: "name is shorter than allowed",
};
pub(crate) const MISSING_KEY: DocumentedError = DocumentedError {
    status: 401,
    example: "error-401-missing-key",
    error_type: "authentication_error",
    code: "unseen_code_missing_key",
    field: None,
    message: "No API key was sent",
};
pub(crate) const REVOKED_KEY: DocumentedError = DocumentedError {
    status: 401,
    example: "error-401-revoked-key",
    error_type: "authentication_error",
    code: "api_key_revoked",
    field: None,
    message: "Key pivotal_Zq41 was revoked",
};
pub(crate) const NO_PERMISSION: DocumentedError = DocumentedError {
    status: 403,
    example: "error-403-reserved",
    error_type: "permission_error",
    code: "unseen_code_permission",
    field: None,
    message: "Key may not touch this resource",
};
pub(crate) const NO_CONTACT: DocumentedError = DocumentedError {
    status: 404,
    example: "error-404-contact",
    error_type: "not_found",
    code: "contact_not_found",
    field: None,
    message: "No contact 9999",
};
pub(crate) const NO_CUSTOMER: DocumentedError = DocumentedError {
    status: 404,
    example: "error-404-customer",
    error_type: "not_found",
    code: "customer_not_found",
    field: None,
    message: "No customer 9999",
};
pub(crate) const NO_ONBOARDING: DocumentedError = DocumentedError {
    status: 404,
    example: "error-404-onboarding",
    error_type: "not_found",
    code: "onboarding_not_found",
    field: None,
    message: "No onboarding 9999",
};
pub(crate) const EMAIL_TAKEN: DocumentedError = DocumentedError {
    status: 409,
    example: "error-409-email-taken",
    error_type: "conflict",
    code: "email_taken",
    field: Some("email"),
    message: "odette@juniper-freight.example is in use",
};
pub(crate) const SLUG_TAKEN: DocumentedError = DocumentedError {
    status: 409,
    example: "error-409-slug-taken",
    error_type: "conflict",
    code: "slug_taken",
    field: Some("slug"),
    message: "Slug juniper-freight is in use",
};
pub(crate) const OTHER_BODY: DocumentedError = DocumentedError {
    status: 409,
    example: "error-409-idempotency-body-mismatch",
    error_type: "conflict",
    code: "unseen_code_body_mismatch",
    field: None,
    message: "Key was first used with another body",
};
pub(crate) const STILL_RUNNING: DocumentedError = DocumentedError {
    status: 409,
    example: "error-409-idempotency-in-flight",
    error_type: "conflict",
    code: "unseen_code_in_flight",
    field: None,
    message: "First request with this key is still running",
};
pub(crate) const OVER_LIMIT: DocumentedError = DocumentedError {
    status: 429,
    example: "error-429-rate-limited",
    error_type: "rate_limit_error",
    code: "rate_limited",
    field: None,
    message: "Over the limit; wait 9 s",
};
pub(crate) const BROKEN: DocumentedError = DocumentedError {
    status: 500,
    example: "error-500-internal",
    error_type: "internal_error",
    code: "unseen_code_internal",
    field: None,
    message: "Something broke on the server",
};

/// The errors of every operation with a key.
const COMMON: [DocumentedError; 4] = [MISSING_KEY, REVOKED_KEY, OVER_LIMIT, BROKEN];

/// Returns each error of an operation from a server, including the [`COMMON`] ones, and checks that the caller receives
/// it after one request.
pub(crate) async fn assert_errors<T: Debug>(
    operation: &str,
    own: &[DocumentedError],
    call: impl AsyncFn(&Client) -> Result<T, Error>,
) {
    for error in [own, &COMMON].concat() {
        assert_error(operation, error, &call).await;
    }
}

/// Returns one error from a server, and checks the values that the caller receives.
pub(crate) async fn assert_error<T: Debug>(
    operation: &str,
    expected: DocumentedError,
    call: impl AsyncFn(&Client) -> Result<T, Error>,
) {
    let DocumentedError { status, example, error_type, code, field, message } = expected;
    let server = Server::returning(status, example).await;

    let error = call(&server.client()).await.unwrap_err();

    assert_eq!(server.received().len(), 1, "{example} is not retried");
    assert_eq!(error.kind(), ErrorKind::Api, "{example}");
    assert_eq!(error.endpoint().unwrap().operation(), operation, "{example}");
    assert_eq!(error.status().unwrap(), status, "{example}");
    assert_eq!(error.code(), Some(code), "{example}");
    assert_eq!(error.message(), Some(message), "{example}");
    let detail = error.detail::<PivotalError>().unwrap();
    assert_eq!(detail.error_type.as_deref(), Some(error_type), "{example}");
    assert_eq!(detail.code.as_deref(), Some(code), "{example}");
    assert_eq!(detail.message.as_deref(), Some(message), "{example}");
    assert_eq!(detail.field.as_deref(), field, "{example}");
    assert!(error.to_string().ends_with(&format!(": {message} (code `{code}`)")), "{error}");
    assert_eq!(error.parameter_name(), None, "{example}");

    assert_eq!(error.is_not_found(), status == 404, "{example}");
    assert_eq!(error.is_conflict(), status == 409, "{example}");
    assert_eq!(error.is_rate_limited(), status == 429, "{example}");
    assert_eq!(error.is_retryable(), matches!(status, 429 | 500), "{example}");
    assert!(!error.is_timeout(), "{example}");

    assert_eq!(error.retry_after(), (status == 429).then_some(Duration::from_secs(9)), "{example}");
    let rate_limit = error.rate_limit().unwrap();
    assert_eq!((rate_limit.limit, rate_limit.remaining), (Some(60), 7), "{example}");
    let reset = SystemTime::UNIX_EPOCH + Duration::from_secs(1_780_000_000);
    assert_eq!(rate_limit.reset, Some(reset), "{example}");
}

/// Checks that 202 is an error of a create: its response would not contain the record.
pub(crate) async fn assert_202_is_rejected<T: Debug>(operation: &str, call: impl AsyncFn(&Client) -> Result<T, Error>) {
    let server = Server::returning(202, operation).await;

    let error = call(&server.client()).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap(), 202);
    assert_eq!((error.code(), error.message(), error.detail::<PivotalError>()), (None, None, None));
    assert!(!error.is_retryable());
    assert_eq!(error.endpoint().unwrap().operation(), operation);
}
