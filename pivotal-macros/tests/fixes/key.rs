//! Declarations after the suggested fixes.

use super::prelude::*;

// a key and its value are separated by `=`; write it for `->`
pub mod key_arrow {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `=>`
pub mod key_arrow_of_macro {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET , "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `, response = Customer` for `-> Customer`
pub mod key_arrow_without_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>" , response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `response = Customer` for `-> Customer`
pub mod key_arrow_without_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write it for `:`
pub mod key_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response= Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `:`
pub mod key_colon_after_method {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `,` in front of this
pub mod key_comma_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200, auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `content_type`; write `header("Content-Type")`
pub mod key_content_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = limit, header("Content-Type") = "application/problem+json")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the value of `crate` is written without quotes; write `::pivotal_runtime`
pub mod key_crate_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a module named `pivotal_runtime` could take precedence; write `::pivotal_runtime`
pub mod key_crate_relative {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `-` in the name of a package is `_` in the name of its crate; write `::pivotal_runtime` for `pivotal-runtime`
pub mod key_crate_with_dash {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `headers`; write `header("If-Match") = etag` for `headers = { "If-Match" = etag }`
pub mod key_headers {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// a key is written without quotes; write `response`
pub mod key_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `respons`; write `response`
pub mod key_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `no_auth`; write `auth = none`
pub mod key_no_auth {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the id of an operation is empty; write it, or remove `operation`
pub mod key_operation_empty_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `operation = "operation-id"`
pub mod key_operation_not_a_string {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", operation = "operation-id")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `operation` needs a value; write `operation = "operation-id"`
pub mod key_operation_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", operation = "operation-id")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write `response = Customer` for `response(Customer)`
pub mod key_parentheses {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write `success = [200, 203]` for `success(200, 203)`
pub mod key_parentheses_of_success {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = [200, 203])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod key_query {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod key_query_in_parentheses {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; add `?<name>` to it, and remove `query`
pub mod key_query_of_expression {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod key_query_with_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// unknown key `response_model`; write `response`
pub mod key_response_model {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `returns`; write `response`
pub mod key_returns {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `;`
pub mod key_semicolon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `;`
pub mod key_semicolon_after_body {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer, success = 201)]
        async fn customer(&self, customer: &str) -> Result<Customer, Error>;
    }
}

// nothing follows the last argument; remove `;`
pub mod key_semicolon_at_end {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `status`; write `success`
pub mod key_status {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 201)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response` is given twice; keep one of them
pub mod key_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `success` is given twice; keep one of them
pub mod key_twice_success {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// one `,` separates two arguments; remove this one
pub mod key_two_commas {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write it for `==`
pub mod key_two_equals {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `response = Customer`
pub mod key_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response` needs a value; write `response = Type`
pub mod key_value_at_end {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response` needs a value; write `response = Type`
pub mod key_value_skipped {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer, success = 200)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `response = Type`
pub mod key_value_with_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response` needs a value; write `response = Type`
pub mod key_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
