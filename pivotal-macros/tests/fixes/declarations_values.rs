//! Declarations after the suggested fixes.

use super::prelude::*;

// unknown key `data`; write `body`
// the value of `body` is written without quotes; write `customer`
pub mod declarations_k_data_rocket {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// the value of `body` is the name of a parameter; write `customer` for `<customer>`
pub mod declarations_k_body_angle {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// the value of `body` is the name of a parameter; write `customer` for `Json(customer)`
pub mod declarations_k_body_json_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write `body = customer` for `body(customer)`
pub mod declarations_k_body_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<name..>`, a single value with `?<name>`, or declare `QUERY` or `POST`
// `<name..>` sends the fields of a struct or map; write `<name>` for `<name..>` to send one value
pub mod declarations_k_body_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<name>")]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<name..>`, a single value with `?<name>`, or declare `QUERY` or `POST`
pub mod declarations_k_body_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<name>")]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<name..>`, a single value with `?<name>`, or declare `QUERY` or `POST`
pub mod declarations_k_body_get_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/customers", body = name)]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<name..>`, a single value with `?<name>`, or declare `QUERY` or `POST`
pub mod declarations_k_body_get_4 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = name)]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// `2xx` is not a status; write `200..=299`
pub mod declarations_k_success_2xx {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// several statuses are a list; write `[200, 201]`
pub mod declarations_k_success_or {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = [200, 201])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write `success = 201` for `success(201)`
pub mod declarations_k_success_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 201)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `200` is given twice; keep one of them
pub mod declarations_k_success_dup {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = [200])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response with status 204 has no body for `Customer`; return `()` or `Option<Customer>`
pub mod declarations_k_success_204_typed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(DELETE, "/customers/<id>", success = 204)]
        async fn customer(&self, id: &str) -> Result<(), Error>;
    }
}

// a response with status 204 has no body for `Customer`; return `()` or `Option<Customer>`
pub mod declarations_k_success_204_typed_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(DELETE, "/customers/<id>", success = 204)]
        async fn customer(&self, id: &str) -> Result<Option<Customer>, Error>;
    }
}

// unknown key `status`; write `success`
pub mod declarations_k_status {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 201)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `code`; write `success`
pub mod declarations_k_statuses {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 201)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `headers`; write `header("If-Match") = etag` for `headers = { "If-Match" = etag }`
pub mod declarations_k_headers_map {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("If-Match") = etag` for `header("If-Match" = etag)`
pub mod declarations_k_header_inside {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("If-Match") = etag` for `header("If-Match", etag)`
pub mod declarations_k_header_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("Accept") = "text/plain"` for `header("Accept: text/plain")`
pub mod declarations_k_header_kv {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("Accept") = "text/plain")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("If-Match") = etag`
pub mod declarations_k_header_rocket {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("Authorization") = token` and pass the complete value
pub mod declarations_k_header_bearer {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = token)]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// header `x-trace` is given both fixed and from a parameter; keep one of them
pub mod declarations_k_header_dup {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Trace") = trace)]
        async fn customer(&self, id: &str, trace: &str) -> Result<Customer, Error>;
    }
}

// unknown key `content_type`; write `header("Content-Type")`
pub mod declarations_k_content_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer, header("Content-Type") = "application/merge-patch+json")]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}
