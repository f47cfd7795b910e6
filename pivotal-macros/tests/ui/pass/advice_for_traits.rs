// Cases of `tests/ui/fail` after the suggested fix. Recorded by `TRYBUILD=overwrite cargo test --test ui`.
#[derive(serde::Deserialize)]
pub struct Customer {}

use pivotal_runtime::{BlockingTransport, Error, Transport, endpoints};

// common_path/escape
#[endpoints("/100%25")]
pub trait CommonPathEscape {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// common_path/of_a_query
#[endpoints("/api/v1")]
pub trait CommonPathOfAQuery {
    #[endpoint(GET, "?<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// common_path/placeholder_as_text
#[endpoints("/api/<version>")]
pub trait CommonPathPlaceholderAsText {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// common_path/placeholder_braces
#[endpoints("/api/<version>")]
pub trait CommonPathPlaceholderBraces {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// common_path/placeholder_colon
#[endpoints("/api/<version>")]
pub trait CommonPathPlaceholderColon {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// common_path/placeholder_near_miss
#[endpoints("/api/<version>")]
pub trait CommonPathPlaceholderNearMiss {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// common_path/placeholder_near_miss_in_one
#[endpoints("/api/<version>")]
pub trait CommonPathPlaceholderNearMissInOne {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// common_path/placeholder_type
#[endpoints("/api/<version>")]
pub trait CommonPathPlaceholderType {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
}

// common_path/placeholder_without_slash
#[endpoints("/<shop>")]
pub trait CommonPathPlaceholderWithoutSlash {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, shop: u64, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, shop: u64, id: &str) -> Result<Customer, Error>;
}

// common_path/slash_before_query
#[endpoints("/api?version=1")]
pub trait CommonPathSlashBeforeQuery {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// common_path/with_slash_at_end
#[endpoints("/api/v1")]
pub trait CommonPathWithSlashAtEnd {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// common_path/without_slash
#[endpoints("/api/v1")]
pub trait CommonPathWithoutSlash {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/auth_bearer
#[endpoints()]
pub trait DefaultsAuthBearer {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/auth_bearer_inside
#[endpoints(auth = none)]
pub trait DefaultsAuthBearerInside {
    #[endpoint(GET, "/customers/<id>", auth = client)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/auth_client
#[endpoints("/api")]
pub trait DefaultsAuthClient {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/auth_client_and_header
#[endpoints(auth = none, header("Authorization") = token)]
pub trait DefaultsAuthClientAndHeader {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, token: &str) -> Result<Customer, Error>;
}

// defaults/auth_client_and_own_header
#[endpoints(auth = none)]
pub trait DefaultsAuthClientAndOwnHeader {
    #[endpoint(GET, "/customers/<id>", header("Authorization") = token)]
    async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/auth_client_in_quotes_inside
#[endpoints(auth = none)]
pub trait DefaultsAuthClientInQuotesInside {
    #[endpoint(GET, "/customers/<id>", auth = client)]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/auth_in_quotes
#[endpoints(auth = none)]
pub trait DefaultsAuthInQuotes {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/error_borrowed
#[endpoints(error = String)]
pub trait DefaultsErrorBorrowed {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/error_of_a_status_borrowed
#[endpoints(error(404) = String)]
pub trait DefaultsErrorOfAStatusBorrowed {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/header_bad_name
#[endpoints(header("X-Tenant") = "7")]
pub trait DefaultsHeaderBadName {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/header_parameter_in_quotes
#[endpoints(header("X-Tenant") = tenant)]
pub trait DefaultsHeaderParameterInQuotes {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

// defaults/header_parameter_near_miss
#[endpoints(header("X-Tenant") = tenant)]
pub trait DefaultsHeaderParameterNearMiss {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

// defaults/header_parameter_near_miss_in_one
#[endpoints(header("X-Tenant") = tenant)]
pub trait DefaultsHeaderParameterNearMissInOne {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

// defaults/header_placeholder
#[endpoints(header("X-Tenant") = tenant)]
pub trait DefaultsHeaderPlaceholder {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
}

// defaults/success_class
#[endpoints(success = 200..=299)]
pub trait DefaultsSuccessClass {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/success_class_in_a_list_inside
#[endpoints(success = 200)]
pub trait DefaultsSuccessClassInAListInside {
    #[endpoint(GET, "/customers/<id>", success = [200..=299, 304])]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/success_in_quotes
#[endpoints(success = 200)]
pub trait DefaultsSuccessInQuotes {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/success_of_the_trait_is_error
#[endpoints(success = [200, 404])]
pub trait DefaultsSuccessOfTheTraitIsError {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// defaults/success_range_exclusive
#[endpoints(success = 200..=299)]
pub trait DefaultsSuccessRangeExclusive {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints/crate_relative
#[endpoints("/api", crate = ::pivotal_runtime)]
pub trait EndpointsCrateRelative {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints/key_near_miss
#[endpoints("/api", transport = Transport)]
pub trait EndpointsKeyNearMiss {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints/key_near_miss_blocking
#[endpoints("/api", transport = BlockingTransport)]
pub trait EndpointsKeyNearMissBlocking {
    #[endpoint(GET, "/customers/<id>")]
    fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(DELETE, "/customers/<id>")]
    fn delete(&self, id: &str) -> Result<(), Error>;
}

// endpoints/key_path
#[endpoints("/api/v1")]
pub trait EndpointsKeyPath {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints/key_status
#[endpoints(success = 200)]
pub trait EndpointsKeyStatus {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(GET, "/orders/<id>")]
    async fn order(&self, id: &str) -> Result<Customer, Error>;
}

// endpoints/mistake_inside
#[endpoints("/api")]
pub trait EndpointsMistakeInside {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: &str) -> Result<Customer, Error>;
}

fn main() {}
