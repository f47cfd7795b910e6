//! Declarations after the suggested fixes.

use super::prelude::*;

// error types must be owned; write `String`
pub mod error_type_borrowed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = String)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `error` is written without quotes; write `String`
pub mod error_type_not_a_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = String)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error` needs a value; write `error = Type`
pub mod error_type_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
