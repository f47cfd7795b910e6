//! The operations of `HeadersAndCookies`.

use jiff::Timestamp;
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::HEADERS_AND_COOKIES;

#[endpoints(api = HEADERS_AND_COOKIES)]
pub trait HeadersAndCookies {
    #[endpoint(
        GET,
        "/headers",
        header("X-Required") = x_required,
        header("x-optional") = x_optional,
        header("If-None-Match") = if_none_match,
        header("X-List") = x_list,
        header("X-Date") = x_date,
        header("X-State") = x_state,
        header("X-Fixed") = "fixed"
    )]
    async fn headers(
        &self,
        x_required: &str,
        x_optional: Option<i64>,
        if_none_match: Option<&str>,
        x_list: &[&str],
        x_date: Option<Timestamp>,
        x_state: Option<&HeadersXState>,
    ) -> Result<(), Error>;

    #[endpoint(GET, "/upgrade")]
    async fn upgrade(&self) -> Result<(), Error>;

    #[endpoint(
        GET,
        "/range",
        header("Range") = range,
        header("Idempotency-Key") = idempotency_key,
        header("User-Agent") = user_agent
    )]
    async fn range(
        &self,
        range: Option<&str>,
        idempotency_key: Option<&str>,
        user_agent: &str,
    ) -> Result<(), Error>;

    #[endpoint(GET, "/cookie")]
    async fn optional_cookie(&self) -> Result<(), Error>;

    #[endpoint(GET, "/twice", header("x-a") = x_a, header("X_A") = x_a2)]
    async fn twice(&self, x_a: Option<&str>, x_a2: Option<&str>) -> Result<(), Error>;
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HeadersXState {
    A,
    B,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}
