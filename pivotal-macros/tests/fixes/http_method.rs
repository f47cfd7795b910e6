//! Declarations after the suggested fixes.

use super::prelude::*;

// the HTTP method and the path come first; move `response` after them
pub mod http_method_after_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `UPDATE`; write `"UPDATE"` in quotes, or one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`
pub mod http_method_another_method {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("UPDATE", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `READ`; write `"READ"` in quotes, or one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`
pub mod http_method_another_word {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("READ", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `PUSH`; write `"PUSH"` in quotes, or one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`
pub mod http_method_another_word_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("PUSH", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path are two arguments; write `GET, "/customers/<id>"` for `get("/customers/<id>")`
pub mod http_method_as_call {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method is a plain name; write `GET`
pub mod http_method_as_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method is a plain name; write `GET` without quotes
pub mod http_method_as_string {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path have no key; write `GET, "/customers/<id>"` for `value = "/customers/<id>", method = GET`
pub mod http_method_as_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `,` in front of this
pub mod http_method_comma_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `PURGE`; write `"PURGE"` in quotes, or one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`
pub mod http_method_custom {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("PURGE", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `purge`; write `"PURGE"` in quotes, or one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`
pub mod http_method_custom_lower_case {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("PURGE", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `PURGE`; write `"PURGE"` in quotes, or one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`
pub mod http_method_custom_of_a_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("PURGE", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path are two arguments; write `"PURGE", "/customers/<id>"` for `"PURGE /customers/<id>"`
pub mod http_method_custom_with_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("PURGE", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `get`; write `GET`
pub mod http_method_lower_case {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// HTTP methods are case-sensitive; write `GET` for `"get"`
pub mod http_method_lower_case_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `GTE`; write `GET`, or `"GTE"` in quotes
pub mod http_method_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `GTE`; write `GET`, or `"GTE"` in quotes
pub mod http_method_near_miss_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("GTE", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `QERY`; write `QUERY`, or `"QERY"` in quotes
pub mod http_method_query_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `QERY`; write `QUERY`, or `"QERY"` in quotes
pub mod http_method_query_near_miss_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("QERY", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint has one HTTP method; remove `POST,`
pub mod http_method_two {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `REMOVE`; write `"REMOVE"` in quotes, or one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`
pub mod http_method_unknown {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("REMOVE", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown HTTP method `M-SEARCH`; write `"M-SEARCH"` in quotes, or one of `GET`, `POST`, `PUT`, `PATCH`, `DELETE`, `HEAD`, `OPTIONS`, `QUERY`
pub mod http_method_with_dash {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("M-SEARCH", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path have no key; write `GET, "/customers/<id>"` for `method = GET, path = "/customers/<id>"`
pub mod http_method_with_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path are two arguments; write `GET, "/customers/<id>"` for `"GET /customers/<id>"`
pub mod http_method_with_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `"LIST ALL"` is not an HTTP method; write `"LIST-ALL"`
pub mod http_method_with_space {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("LIST-ALL", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
