//! Declarations after the suggested fixes.

use super::prelude::*;

// a method that returns `Pages` is not `async`; remove `async`
pub mod declarations_x_async_pages {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, Customer>;
    }
}

// a method that returns `Pages` is not `async`, and each page is a `Result`; remove `async`, and write `Pages<'_, Customer>` for `Result<Pages<'_, Customer>, Error>`
pub mod declarations_x_async_pages_res {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, Customer>;
    }
}

// each page of `Pages` is a `Result`; write `Pages<'_, Customer>` for `Result<Pages<'_, Customer>, Error>`
pub mod declarations_x_pages_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, Customer>;
    }
}

// an `async fn` has the output of its future as the return type; write `Result<Customer, Error>`
pub mod declarations_x_async_box {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// the places of parameters are in `#[endpoint]`; add `body = customer` to `#[endpoint]`, and remove this attribute
pub mod declarations_x_param_attr2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// the common path has no key; write `"/v1"` for `path = "/v1"`
pub mod declarations_e_key_path {
    use super::*;

    #[endpoints("/v1")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u32) -> Result<Customer, Error>;
    }
}

// serde reads the response, but `T` has no bound for it; add the bound `serde::de::DeserializeOwned` to `T`
pub mod declarations_e_generic {
    use super::*;

    #[endpoints("/v1")]
    pub trait Api<T: serde::de::DeserializeOwned> {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u32) -> Result<T, Error>;
    }
}

// an `Rc` cannot be sent between threads; write `Customer` for `std::rc::Rc<Customer>`
pub mod declarations_x_nonsend_ret {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// `-` in the name of a package is `_` in the name of its crate; write `::pivotal_runtime` for `::pivotal-runtime`
pub mod declarations_d_crate_path_hyphen {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send the fields of `filter` in the query with `?<filter..>`, or a single value with `?<filter>`
pub mod declarations_d_get_param_json {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter..>")]
        async fn customer(&self, filter: &NewCustomer) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send the fields of `filter` in the query with `?<filter..>`, or a single value with `?<filter>`
pub mod declarations_d_get_param_json_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter>")]
        async fn customer(&self, filter: &NewCustomer) -> Result<Customer, Error>;
    }
}

// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
pub mod declarations_d_head_typed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/customers")]
        async fn customer(&self) -> Result<(), Error>;
    }
}

// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
pub mod declarations_d_head_typed_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/customers")]
        async fn customer(&self) -> Result<Response<()>, Error>;
    }
}

// a status is a number; write `200` without quotes
pub mod declarations_d_success_eq_str_200 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", success = 200)]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path come first; move `response` after them
pub mod declarations_d_keys_first {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// `#[endpoints]` adds the supertrait; write `#[endpoints(transport = BlockingTransport)]`, and remove it here
pub mod declarations_d_endpoints_super_blocking {
    use super::*;

    #[endpoints(transport = BlockingTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// a method on a `BlockingTransport` is not `async`; remove this
pub mod declarations_d_endpoints_async_in_blocking {
    use super::*;

    #[endpoints("/api", transport = BlockingTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}
