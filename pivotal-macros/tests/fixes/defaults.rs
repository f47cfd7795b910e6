//! Declarations after the suggested fixes.

use super::prelude::*;

// the value of `api` is written without quotes; write `GITHUB`
pub mod defaults_api_in_quotes {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    #[endpoints("/repos", api = GITHUB)]
    pub trait Issues {
        #[endpoint(GET, "/<owner>/issues")]
        async fn issues(&self, owner: &str) -> Result<u32, Error>;

        #[endpoint(GET, "/<owner>/pulls")]
        async fn pulls(&self, owner: &str) -> Result<u32, Error>;
    }
}

// `api` borrows its value itself; write `GITHUB`
pub mod defaults_api_reference {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    #[endpoints("/repos", api = GITHUB)]
    pub trait Issues {
        #[endpoint(GET, "/<owner>/issues")]
        async fn issues(&self, owner: &str) -> Result<u32, Error>;

        #[endpoint(GET, "/<owner>/pulls")]
        async fn pulls(&self, owner: &str) -> Result<u32, Error>;
    }
}

// `api` is given twice; keep one of them
pub mod defaults_api_twice {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    #[endpoints("/repos", api = GITHUB)]
    pub trait Issues {
        #[endpoint(GET, "/<owner>/issues")]
        async fn issues(&self, owner: &str) -> Result<u32, Error>;

        #[endpoint(GET, "/<owner>/pulls")]
        async fn pulls(&self, owner: &str) -> Result<u32, Error>;
    }
}

// credentials belong to the client; remove `auth` to send them, or write `auth = none` to send none
pub mod defaults_auth_bearer {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// credentials belong to the client; remove `auth` to send them, or write `auth = none` to send none
pub mod defaults_auth_bearer_2 {
    use super::*;

    #[endpoints(auth = none)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// credentials belong to the client; write `client` to send them, since the trait has `auth = none`
pub mod defaults_auth_bearer_inside {
    use super::*;

    #[endpoints(auth = none)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>", auth = client)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the client's credentials are sent without this key; remove `auth = client`
pub mod defaults_auth_client {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the credentials and the trait's `header("Authorization")` are the same header; remove `auth = client`
pub mod defaults_auth_client_and_header {
    use super::*;

    #[endpoints(auth = none, header("Authorization") = token)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// the client sends its credentials as `Authorization`; remove the header to send them, or remove `auth = client` to send this header instead
pub mod defaults_auth_client_and_own_header_2 {
    use super::*;

    #[endpoints(auth = none)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>", header("Authorization") = token)]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `auth` is written without quotes; write `client`
pub mod defaults_auth_client_in_quotes_inside {
    use super::*;

    #[endpoints(auth = none)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>", auth = client)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `auth` is written without quotes; write `none`
pub mod defaults_auth_in_quotes {
    use super::*;

    #[endpoints(auth = none)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// error types must be owned; write `String`
pub mod defaults_error_borrowed {
    use super::*;

    #[endpoints(error = String)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `Problem` is not an `ErrorBody`; derive `serde::Deserialize` for each type of yours in `Problem`, and add `impl pivotal_runtime::ErrorBody for Type {}`; wrap a type of another crate
pub mod defaults_error_no_error_body {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Problem {}

    #[endpoints(error = Problem)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }

    impl pivotal_runtime::ErrorBody for Problem {}
}

// `error(...)` takes one status; write one, or `error = Type` for all others
pub mod defaults_error_of_a_class_2 {
    use super::*;

    #[endpoints(error = Customer)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// error types must be owned; write `String`
pub mod defaults_error_of_a_status_borrowed {
    use super::*;

    #[endpoints(error(404) = String)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error(404)` is given twice; keep one of them
pub mod defaults_error_of_a_status_twice {
    use super::*;

    #[endpoints(error(404) = String)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `format` is written without quotes; write `pivotal_runtime::Json`
pub mod defaults_format_in_quotes {
    use super::*;

    #[endpoints(format = pivotal_runtime::Json)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `format` needs a value; write `format = Type`
pub mod defaults_format_without_value {
    use super::*;

    #[endpoints(format = Json)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the client sends its credentials as `Authorization`; remove the header to send them, or add `auth = none` to send this header instead
pub mod defaults_header_authorization_2 {
    use super::*;

    #[endpoints(header("Authorization") = token, auth = none)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// `"X Tenant"` is not a header name; write `"X-Tenant"`
pub mod defaults_header_bad_name {
    use super::*;

    #[endpoints(header("X-Tenant") = "7")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// no method of this trait has a body for `Content-Type` to describe; remove the header
pub mod defaults_header_content_type {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// no method has a parameter `headers`; add it to each method
pub mod defaults_header_map_missing {
    use super::*;

    #[endpoints(header(..) = headers)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, headers: &http::HeaderMap) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, headers: &http::HeaderMap) -> Result<Customer, Error>;
    }
}

// `Content-Length` belongs to the connection; remove the header
pub mod defaults_header_of_the_connection {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("X-Tenant") = tenant`
pub mod defaults_header_parameter_in_quotes {
    use super::*;

    #[endpoints(header("X-Tenant") = tenant)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
    }
}

// no method has a parameter `tenant`; add it to each method
pub mod defaults_header_parameter_missing {
    use super::*;

    #[endpoints(header("X-Tenant") = tenant)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, tenant: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, tenant: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `header("X-Tenant")` of the trait; add a parameter `tenant` to this method
pub mod defaults_header_parameter_missing_in_one {
    use super::*;

    #[endpoints(header("X-Tenant") = tenant)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, tenant: &str) -> Result<Customer, Error>;
    }
}

// no method has a parameter `tennant`; write `tenant`
pub mod defaults_header_parameter_near_miss {
    use super::*;

    #[endpoints(header("X-Tenant") = tenant)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
    }
}

// no parameter fills `header("X-Tenant")` of the trait; write `tenant` for `tennant`
pub mod defaults_header_parameter_near_miss_in_one {
    use super::*;

    #[endpoints(header("X-Tenant") = tenant)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("X-Tenant") = tenant`
pub mod defaults_header_placeholder {
    use super::*;

    #[endpoints(header("X-Tenant") = tenant)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, tenant: u8) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, tenant: u8) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("Authorization") = token` and pass the complete value
pub mod defaults_header_placeholder_in_text {
    use super::*;

    #[endpoints(auth = none, header("Authorization") = token)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// `response` belongs to one method; write it in the `#[endpoint]` of that method
pub mod defaults_response_of_a_status {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `2xx` is not a status; write `200..=299`
pub mod defaults_success_class {
    use super::*;

    #[endpoints(success = 200..=299)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `2xx` is not a status; write `200..=299`
pub mod defaults_success_class_in_a_list_inside {
    use super::*;

    #[endpoints(success = 200)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>", success = [200..=299, 304])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a status is a number; write `200` without quotes
pub mod defaults_success_in_quotes {
    use super::*;

    #[endpoints(success = 200)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `404` is a success of this method; remove `error(404)`
pub mod defaults_success_of_the_trait_is_error {
    use super::*;

    #[endpoints(success = [200, 404])]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=299`
pub mod defaults_success_range_exclusive {
    use super::*;

    #[endpoints(success = 200..=299)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `200` is given twice; keep one of them
pub mod defaults_success_twice {
    use super::*;

    #[endpoints(success = [200])]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a timeout of `0s` ends every call before it is sent; write a longer one, or remove the key
pub mod defaults_timeout_zero_2 {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}
