//! Declarations after the suggested fixes.

use super::prelude::*;

// a key and its value are separated by `=`; write it for `:`
pub mod api_colon {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api= GITHUB)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `,` in front of this
pub mod api_comma_missing {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = GITHUB, auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `api = VALUE`, the name of an `Api`
pub mod api_cut_off {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = GITHUB)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `api` is written without quotes; write `GITHUB`
pub mod api_in_quotes {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = GITHUB)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `api = VALUE`, the name of an `Api`
pub mod api_literal {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = GITHUB)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `apis`; write `api`
pub mod api_near_miss {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = GITHUB)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `api` is written without quotes; write `crate::GITHUB`
pub mod api_path_in_quotes {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = crate::GITHUB)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `api` borrows its value itself; write `GITHUB`
pub mod api_reference {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = GITHUB)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `api` is given twice; keep one of them
pub mod api_twice {
    use super::*;

    static GITHUB: Api = Api::new().base_url("https://api.github.com");

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = GITHUB)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
