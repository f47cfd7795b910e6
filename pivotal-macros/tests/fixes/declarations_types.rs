//! Declarations after the suggested fixes.

use super::prelude::*;

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_post_nobody {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn create(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_post_nobody_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers?<customer>")]
        async fn create(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_post_nobody_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers")]
        async fn create(&self) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_put_nobody {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = customer)]
        async fn update(&self, id: &str, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_put_nobody_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>?<customer>")]
        async fn update(&self, id: &str, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_put_nobody_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>")]
        async fn update(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `String` does not implement `From<pivotal_runtime::Error>`; return `pivotal_runtime::Error`, or an error type of yours that implements it
pub mod declarations_s_ret_string_err {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// `()` does not implement `From<pivotal_runtime::Error>`; return `pivotal_runtime::Error`, or an error type of yours that implements it
pub mod declarations_s_ret_unit_err {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// `std::io::Error` does not implement `From<pivotal_runtime::Error>`; return `pivotal_runtime::Error`, or an error type of yours that implements it
pub mod declarations_s_ret_reqwest_err {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// the error is the second type of a `Result`; write `Result<Customer, Error>` for `Result<Error, Customer>`
pub mod declarations_s_ret_error_dropped {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// `http::Response<Customer>` is not read from a response; write `pivotal_runtime::Response<Customer>`
pub mod declarations_s_ret_http_resp {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<pivotal_runtime::Response<Customer>, Error>;
    }
}
