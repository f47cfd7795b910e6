//! Declarations after the suggested fixes.

use super::prelude::*;

// a method on a `BlockingTransport` is not `async`; remove this
pub mod endpoints_async_while_blocking {
    use super::*;

    #[endpoints(transport = pivotal_runtime::BlockingTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#[endpont]` does not declare an endpoint; write `#[endpoint]`
pub mod endpoints_attribute_near_miss {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the trait has this attribute already; keep one of them
pub mod endpoints_attribute_twice {
    use super::*;

    #[endpoints("/api")]

    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#[endpoint]` writes the body of a method in a trait; replace this one with `;`
pub mod endpoints_cfg_attr_with_body {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[cfg_attr(any(), endpoint(GET, "/customers/<id>"))]
        async fn customer(&self, id: &str) -> Result<Customer, Error> ;
    }
}

// expected `,` in front of this
pub mod endpoints_comma_missing {
    use super::*;

    #[endpoints("/api", transport = Transport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a module named `pivotal_runtime` could take precedence; write `::pivotal_runtime`
pub mod endpoints_crate_relative {
    use super::*;

    #[endpoints("/api", crate = ::pivotal_runtime)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `body` belongs to one method; write it in the `#[endpoint]` of that method
// a `GET` request has no body; send its fields in the query with `?<customer..>`, a single value with `?<customer>`, or declare `QUERY` or `POST`
// no parameter fills `<customer..>`; add a parameter `customer`, or remove the placeholder
// `<customer..>` sends the fields of a struct or map; write `<customer>` for `<customer..>` to send one value
pub mod endpoints_key_body {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>?<customer>")]
        async fn customer(&self, id: &str, customer: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `form` belongs to one method; write it in the `#[endpoint]` of that method
// a `GET` request has no body; send it in the query with `?<code>`, or declare `QUERY` or `POST`
// no parameter fills `<code>`; add a parameter `code`, or remove the placeholder
pub mod endpoints_key_form {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>?<code>")]
        async fn customer(&self, id: &str, code: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `idempotent` belongs to one method; write it in the `#[endpoint]` of that method
// a `GET` request is always idempotent; remove the key
pub mod endpoints_key_idempotent {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `trasport`; write `transport`
pub mod endpoints_key_near_miss {
    use super::*;

    #[endpoints("/api", transport = Transport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `trasport`; write `transport`
pub mod endpoints_key_near_miss_blocking {
    use super::*;

    #[endpoints("/api", transport = BlockingTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(DELETE, "/customers/<id>")]
        fn delete(&self, id: &str) -> Result<(), Error>;
    }
}

// `response` belongs to one method; write it in the `#[endpoint]` of that method
pub mod endpoints_key_of_a_method {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the common path has no key; write `"/api/v1"` for `path = "/api/v1"`
pub mod endpoints_key_path {
    use super::*;

    #[endpoints("/api/v1")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the common path has no key; write `"/customers"` for `path = "/customers"`
pub mod endpoints_key_path_prefix {
    use super::*;

    #[endpoints("/customers")]
    pub trait Api {
        #[endpoint(GET, "")]
        async fn customers(&self) -> Result<Customer, Error>;

        #[endpoint(GET, "?<limit>")]
        async fn page(&self, limit: u8) -> Result<Customer, Error>;
    }
}

// unknown key `status`; write `success`
pub mod endpoints_key_status {
    use super::*;

    #[endpoints(success = 200)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `transport` is given twice; keep one of them
pub mod endpoints_key_twice {
    use super::*;

    #[endpoints(transport = Transport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error` is given twice; keep one of them
pub mod endpoints_key_twice_error {
    use super::*;

    #[endpoints(error = String)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `transport` needs a value; write `transport = DynTransport` or another trait
pub mod endpoints_key_without_value {
    use super::*;

    #[endpoints(transport = DynTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#[get]` does not declare an endpoint; write `#[endpoint(GET, "/customers/<id>")]` for `#[get("/customers/<id>")]`
pub mod endpoints_method_attribute {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<idd>`; write `<id>`
pub mod endpoints_mistake_inside {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#[endpoints]` adds the supertrait; write `#[endpoints(transport = BlockingTransport)]`, and remove it here
pub mod endpoints_supertrait_blocking {
    use super::*;

    #[endpoints(transport = BlockingTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `transport` is written without quotes; write `BlockingTransport`
pub mod endpoints_transport_blocking_in_quotes {
    use super::*;

    #[endpoints("/api", transport = BlockingTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(DELETE, "/customers/<id>")]
        fn delete(&self, id: &str) -> Result<(), Error>;
    }
}

// expected `transport = DynTransport` or another trait
pub mod endpoints_transport_cut_off {
    use super::*;

    #[endpoints(transport = DynTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `transport` is written without quotes; write `Transport`
pub mod endpoints_transport_in_quotes {
    use super::*;

    #[endpoints(transport = Transport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// serde reads the response, but `T` has no bound for it; add the bound `serde::de::DeserializeOwned` to `T`
pub mod endpoints_type_parameter_without_bound {
    use super::*;

    #[endpoints("/api")]
    pub trait Api<T: serde::de::DeserializeOwned> {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<T, Error>;
    }
}

// a trait of endpoints is safe to implement; remove `unsafe`
pub mod endpoints_unsafe {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
