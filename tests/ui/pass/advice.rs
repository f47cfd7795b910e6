// Cases of `ui/fail` after the suggested fix. Recorded by `TRYBUILD=overwrite cargo test --test ui`.
use pivotal_runtime::{BlockingTransport, Error, Transport, endpoint, endpoints};

#[derive(serde::Deserialize)]
pub struct Customer {}

static GITHUB: pivotal_runtime::Api = pivotal_runtime::Api::new();

pub trait Api: Transport {
    // api-in-quotes
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn api_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // api-near-miss
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn api_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // api-path-in-quotes
    #[endpoint(GET, "/customers/<id>", api = crate::GITHUB)]
    async fn api_path_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // api-reference
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn api_reference(&self, id: &str) -> Result<Customer, Error>;
    // auth-bearer-in-quotes
    #[endpoint(GET, "/customers/<id>")]
    async fn auth_bearer_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // auth-bearer
    #[endpoint(GET, "/customers/<id>")]
    async fn auth_bearer(&self, id: &str) -> Result<Customer, Error>;
    // auth-client
    #[endpoint(GET, "/customers/<id>")]
    async fn auth_client(&self, id: &str) -> Result<Customer, Error>;
    // auth-false
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn auth_false(&self, id: &str) -> Result<Customer, Error>;
    // auth-in-quotes
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn auth_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // auth-near-miss
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn auth_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // auth-unknown
    #[endpoint(GET, "/customers/<id>")]
    async fn auth_unknown(&self, id: &str) -> Result<Customer, Error>;
    // auth-without-value
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn auth_without_value(&self, id: &str) -> Result<Customer, Error>;
    // body-as-json
    #[endpoint(PUT, "/customers/<id>", body = content)]
    async fn body_as_json(&self, id: &str, content: &str) -> Result<Customer, Error>;
    // body-near-miss
    #[endpoint(PUT, "/customers/<id>", body = name)]
    async fn body_near_miss(&self, id: &str, name: &str) -> Result<Customer, Error>;
    // header-bad-name
    #[endpoint(GET, "/customers", header("Customer-Id") = id)]
    async fn header_bad_name(&self, id: &str) -> Result<Customer, Error>;
    // header-format
    #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = authorization)]
    async fn header_format(&self, id: &str, authorization: &str) -> Result<Customer, Error>;
    // header-method-call
    #[endpoint(GET, "/customers/<id>", header("X-Length") = x_length)]
    async fn header_method_call(&self, id: &str, x_length: &str) -> Result<Customer, Error>;
    // header-near-miss
    #[endpoint(GET, "/customers/<id>", header("X-Trace") = "on")]
    async fn header_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // header-parameter-in-quotes
    #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
    async fn header_parameter_in_quotes(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    // header-parameter-near-miss
    #[endpoint(GET, "/customers", header("If-Match") = id)]
    async fn header_parameter_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // header-placeholder-alone
    #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
    async fn header_placeholder_alone(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    // header-placeholder-braces-empty
    #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = authorization)]
    async fn header_placeholder_braces_empty(&self, id: &str, authorization: &str) -> Result<Customer, Error>;
    // header-placeholder-braces
    #[endpoint(GET, "/customers/<id>", header("X-Api-Key") = x_api_key)]
    async fn header_placeholder_braces(&self, id: &str, x_api_key: &str) -> Result<Customer, Error>;
    // header-placeholder-key
    #[endpoint(GET, "/customers/<id>", header("X-Api-Key") = key)]
    async fn header_placeholder_key(&self, id: &str, key: &str) -> Result<Customer, Error>;
    // header-placeholder-printf
    #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = authorization)]
    async fn header_placeholder_printf(&self, id: &str, authorization: &str) -> Result<Customer, Error>;
    // header-placeholder-sent
    #[endpoint(GET, "/customers/<id>", header("X-Trace") = x_trace)]
    async fn header_placeholder_sent(&self, id: &str, x_trace: &str) -> Result<Customer, Error>;
    // header-placeholder-unknown
    #[endpoint(GET, "/customers/<id>", header("X-Range") = x_range)]
    async fn header_placeholder_unknown(&self, id: &str, x_range: &str) -> Result<Customer, Error>;
    // header-placeholder
    #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = authorization)]
    async fn header_placeholder(&self, id: &str, authorization: &str) -> Result<Customer, Error>;
    // header-value-a-number
    #[endpoint(GET, "/customers/<id>", header("Max-Forwards") = "3")]
    async fn header_value_a_number(&self, id: &str) -> Result<Customer, Error>;
    // header-value-with-space
    #[endpoint(GET, "/customers/<id>", header("X-Trace") = "on")]
    async fn header_value_with_space(&self, id: &str) -> Result<Customer, Error>;
    // key-idempotent-false-on-put
    #[endpoint(PUT, "/customers/<id>")]
    async fn key_idempotent_false_on_put(&self, id: &str) -> Result<Customer, Error>;
    // key-idempotent-false
    #[endpoint(POST, "/customers/<id>")]
    async fn key_idempotent_false(&self, id: &str) -> Result<Customer, Error>;
    // key-idempotent-name
    #[endpoint(POST, "/customers/<id>", header("Idempotency-Key") = key)]
    async fn key_idempotent_name(&self, id: &str, key: &str) -> Result<Customer, Error>;
    // key-idempotent-parameter
    #[endpoint(POST, "/customers/<id>", header("Idempotency-Key") = key)]
    async fn key_idempotent_parameter(&self, id: &str, key: &str) -> Result<Customer, Error>;
    // key-idempotent-with-value
    #[endpoint(PATCH, "/customers/<id>", idempotent)]
    async fn key_idempotent_with_value(&self, id: &str) -> Result<Customer, Error>;
    // key-in-quotes
    #[endpoint(GET, "/customers/<id>", response = Customer)]
    async fn key_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // key-near-miss
    #[endpoint(GET, "/customers/<id>", response = Customer)]
    async fn key_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // key-no-auth
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn key_no_auth(&self, id: &str) -> Result<Customer, Error>;
    // key-not-idempotent
    #[endpoint(POST, "/customers/<id>")]
    async fn key_not_idempotent(&self, id: &str) -> Result<Customer, Error>;
    // key-status
    #[endpoint(POST, "/customers/<id>", success = 201)]
    async fn key_status(&self, id: &str) -> Result<Customer, Error>;
    // placeholder-a-number
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_a_number(&self, id: &str) -> Result<Customer, Error>;
    // placeholder-bad-name
    #[endpoint(GET, "/customers/<customer_id>")]
    async fn placeholder_bad_name(&self, customer_id: &str) -> Result<Customer, Error>;
    // placeholder-dash
    #[endpoint(GET, "/customers/<customer_id>")]
    async fn placeholder_dash(&self, customer_id: &str) -> Result<Customer, Error>;
    // placeholder-default
    #[endpoint(GET, "/customers?<limit>")]
    async fn placeholder_default(&self, limit: u32) -> Result<Customer, Error>;
    // placeholder-dots-first
    #[endpoint(GET, "/files/<path..>")]
    async fn placeholder_dots_first(&self, path: &str) -> Result<Customer, Error>;
    // placeholder-near-miss
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // placeholder-path-type-first
    #[endpoint(GET, "/files/<file..>")]
    async fn placeholder_path_type_first(&self, file: &str) -> Result<Customer, Error>;
    // placeholder-raw
    #[endpoint(GET, "/customers/<type>")]
    async fn placeholder_raw(&self, r#type: &str) -> Result<Customer, Error>;
    // placeholder-three-dots
    #[endpoint(GET, "/customers/<id..>")]
    async fn placeholder_three_dots(&self, id: &str) -> Result<Customer, Error>;
    // placeholder-type-first
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_type_first(&self, id: u32) -> Result<Customer, Error>;
    // placeholder-with-type
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_with_type(&self, id: u64) -> Result<Customer, Error>;
    // query-apostrophe
    #[endpoint(GET, "/customers?name=%27x%27&<id>")]
    async fn query_apostrophe(&self, id: &str) -> Result<Customer, Error>;
    // query-colon
    #[endpoint(GET, "/customers?limit=<limit>")]
    async fn query_colon(&self, limit: u32) -> Result<Customer, Error>;
    // query-fixed-value
    #[endpoint(GET, "/customers?<limit>")]
    async fn query_fixed_value(&self, limit: u32) -> Result<Customer, Error>;
    // query-near-miss
    #[endpoint(GET, "/customers?<limit>")]
    async fn query_near_miss(&self, limit: u8) -> Result<Customer, Error>;
    // query-text-value
    #[endpoint(GET, "/customers?limit=<limit>")]
    async fn query_text_value(&self, limit: u32) -> Result<Customer, Error>;
    // query-text
    #[endpoint(GET, "/customers?<limit>")]
    async fn query_text(&self, limit: u32) -> Result<Customer, Error>;
    // success-class
    #[endpoint(POST, "/customers/<id>")]
    async fn success_class(&self, id: &str) -> Result<Customer, Error>;
    // success-in-quotes
    #[endpoint(GET, "/customers/<id>", success = 200)]
    async fn success_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // success-with-suffix
    #[endpoint(GET, "/customers/<id>", success = 200)]
    async fn success_with_suffix(&self, id: &str) -> Result<Customer, Error>;
    // template-ampersand-and-query
    #[endpoint(GET, "/customers%26<limit>?<offset>")]
    async fn template_ampersand_and_query(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    // template-ampersand
    #[endpoint(GET, "/customers?limit=<limit>")]
    async fn template_ampersand(&self, limit: u32) -> Result<Customer, Error>;
    // template-bare-percent
    #[endpoint(GET, "/100%25/<id>")]
    async fn template_bare_percent(&self, id: &str) -> Result<Customer, Error>;
    // template-braces-empty
    #[endpoint(GET, "/customers/<id>")]
    async fn template_braces_empty(&self, id: &str) -> Result<Customer, Error>;
    // template-braces-number
    #[endpoint(GET, "/customers/<id>")]
    async fn template_braces_number(&self, id: &str) -> Result<Customer, Error>;
    // template-braces-query
    #[endpoint(GET, "/customers?<limit>&<cursor>")]
    async fn template_braces_query(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    // template-braces-star
    #[endpoint(GET, "/files/<path..>")]
    async fn template_braces_star(&self, path: &str) -> Result<Customer, Error>;
    // template-braces-type
    #[endpoint(GET, "/customers/<id>")]
    async fn template_braces_type(&self, id: &str) -> Result<Customer, Error>;
    // template-braces
    #[endpoint(GET, "/customers/<id>")]
    async fn template_braces(&self, id: &str) -> Result<Customer, Error>;
    // template-brackets
    #[endpoint(GET, "/customers/<id>")]
    async fn template_brackets(&self, id: &str) -> Result<Customer, Error>;
    // template-colon
    #[endpoint(GET, "/customers/<id>")]
    async fn template_colon(&self, id: &str) -> Result<Customer, Error>;
    // template-dollar-braces
    #[endpoint(GET, "/customers/<id>")]
    async fn template_dollar_braces(&self, id: &str) -> Result<Customer, Error>;
    // template-dollar
    #[endpoint(GET, "/customers/<id>")]
    async fn template_dollar(&self, id: &str) -> Result<Customer, Error>;
    // template-double-braces
    #[endpoint(GET, "/customers/<id>")]
    async fn template_double_braces(&self, id: &str) -> Result<Customer, Error>;
    // template-fragment
    #[endpoint(GET, "/customers/<id>%23top")]
    async fn template_fragment(&self, id: &str) -> Result<Customer, Error>;
    // template-not-ascii
    #[endpoint(GET, "/k%C3%A4ufer/<id>")]
    async fn template_not_ascii(&self, id: &str) -> Result<Customer, Error>;
    // template-parentheses
    #[endpoint(GET, "/customers/<id>")]
    async fn template_parentheses(&self, id: &str) -> Result<Customer, Error>;
    // template-printf
    #[endpoint(GET, "/customers/<id>")]
    async fn template_printf(&self, id: &str) -> Result<Customer, Error>;
    // template-star
    #[endpoint(GET, "/files/<path..>")]
    async fn template_star(&self, path: &str) -> Result<Customer, Error>;
    // template-text-or-body
    #[endpoint(POST, "/customers/<note>")]
    async fn template_text_or_body(&self, note: &str) -> Result<Customer, Error>;
    // template-text
    #[endpoint(GET, "/customers/<id>")]
    async fn template_text(&self, id: &str) -> Result<Customer, Error>;
    // template-without-slash
    #[endpoint(GET, "/customers/<id>")]
    async fn template_without_slash(&self, id: &str) -> Result<Customer, Error>;
    // timeout-compound
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_compound(&self, id: &str) -> Result<Customer, Error>;
    // timeout-deadline
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_deadline(&self, id: &str) -> Result<Customer, Error>;
    // timeout-fraction
    #[endpoint(GET, "/customers/<id>", timeout = "1500ms")]
    async fn timeout_fraction(&self, id: &str) -> Result<Customer, Error>;
    // timeout-in-words
    #[endpoint(GET, "/customers/<id>", timeout = "2m")]
    async fn timeout_in_words(&self, id: &str) -> Result<Customer, Error>;
    // timeout-near-miss
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // timeout-number-with-unit
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_number_with_unit(&self, id: &str) -> Result<Customer, Error>;
    // timeout-with-space
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_with_space(&self, id: &str) -> Result<Customer, Error>;
    // timeout-without-value
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_without_value(&self, id: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

// endpoints-auth-bearer-inside
#[endpoints(auth = none)]
pub trait EndpointsAuthBearerInside {
    #[endpoint(GET, "/customers/<id>", auth = client)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-auth-bearer
#[endpoints()]
pub trait EndpointsAuthBearer {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-auth-client-and-header
#[endpoints(auth = none, header("Authorization") = token)]
pub trait EndpointsAuthClientAndHeader {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, token: &str) -> Result<Customer, Error>;
}

// endpoints-auth-client-and-own-header
#[endpoints(auth = none)]
pub trait EndpointsAuthClientAndOwnHeader {
    #[endpoint(GET, "/customers/<id>", header("Authorization") = token)]
    async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-auth-client-in-quotes-inside
#[endpoints(auth = none)]
pub trait EndpointsAuthClientInQuotesInside {
    #[endpoint(GET, "/customers/<id>", auth = client)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-auth-client
#[endpoints("/api")]
pub trait EndpointsAuthClient {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-auth-in-quotes
#[endpoints(auth = none)]
pub trait EndpointsAuthInQuotes {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-crate-relative
#[endpoints("/api", crate = ::pivotal_runtime)]
pub trait EndpointsCrateRelative {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-error-borrowed
#[endpoints(error = String)]
pub trait EndpointsErrorBorrowed {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-header-bad-name
#[endpoints(header("X-Tenant") = "7")]
pub trait EndpointsHeaderBadName {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-header-parameter-in-quotes
#[endpoints(header("X-Tenant") = tenant)]
pub trait EndpointsHeaderParameterInQuotes {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

// endpoints-header-parameter-near-miss-in-one
#[endpoints(header("X-Tenant") = tenant)]
pub trait EndpointsHeaderParameterNearMissInOne {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

// endpoints-header-parameter-near-miss
#[endpoints(header("X-Tenant") = tenant)]
pub trait EndpointsHeaderParameterNearMiss {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

// endpoints-header-placeholder
#[endpoints(header("X-Tenant") = tenant)]
pub trait EndpointsHeaderPlaceholder {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

// endpoints-key-near-miss-blocking
#[endpoints("/api", transport = BlockingTransport)]
pub trait EndpointsKeyNearMissBlocking {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(DELETE, "/customers/<id>")]
    fn delete(&self, id: &str) -> Result<(), Error>;
}

// endpoints-key-near-miss
#[endpoints("/api", transport = Transport)]
pub trait EndpointsKeyNearMiss {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-key-path
#[endpoints("/api/v1")]
pub trait EndpointsKeyPath {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-key-status
#[endpoints(success = 200)]
pub trait EndpointsKeyStatus {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-mistake-inside
#[endpoints("/api")]
pub trait EndpointsMistakeInside {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-escape
#[endpoints("/100%25")]
pub trait EndpointsPrefixEscape {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-of-a-query
#[endpoints("/api/v1")]
pub trait EndpointsPrefixOfAQuery {
    #[endpoint(GET, "?<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-placeholder-as-text
#[endpoints("/api/<version>")]
pub trait EndpointsPrefixPlaceholderAsText {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-placeholder-braces
#[endpoints("/api/<version>")]
pub trait EndpointsPrefixPlaceholderBraces {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-placeholder-colon
#[endpoints("/api/<version>")]
pub trait EndpointsPrefixPlaceholderColon {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-placeholder-near-miss-in-one
#[endpoints("/api/<version>")]
pub trait EndpointsPrefixPlaceholderNearMissInOne {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-placeholder-near-miss
#[endpoints("/api/<version>")]
pub trait EndpointsPrefixPlaceholderNearMiss {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-slash-before-query
#[endpoints("/api?version=1")]
pub trait EndpointsPrefixSlashBeforeQuery {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-with-slash-at-end
#[endpoints("/api/v1")]
pub trait EndpointsPrefixWithSlashAtEnd {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-prefix-without-slash
#[endpoints("/api/v1")]
pub trait EndpointsPrefixWithoutSlash {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-success-class
#[endpoints()]
pub trait EndpointsSuccessClass {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints-success-in-quotes
#[endpoints(success = 200)]
pub trait EndpointsSuccessInQuotes {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
