//! Declarations after the suggested fixes.

use super::prelude::*;

// a `POST` request is not idempotent unless declared so; remove `idempotent = false`
pub mod idempotent_false {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a `PURGE` request is not idempotent unless declared so; remove `idempotent = false`
pub mod idempotent_false_on_custom {
    use super::*;

    pub trait Api: Transport {
        #[endpoint("PURGE", "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a `PUT` request is always idempotent; remove `idempotent = false`, and set `max_attempts(1)` in `CallOptions` to prevent retries
pub mod idempotent_false_on_put {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `idempotent` has no value; to send an idempotency key, write `header("Idempotency-Key") = key`
// unknown parameter `key`; add it to the method
pub mod idempotent_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", header("Idempotency-Key") = key)]
        async fn customer(&self, id: &str, key: &str) -> Result<Customer, Error>;
    }
}

// a `POST` request is not idempotent unless declared so; remove `non_idempotent`
pub mod idempotent_negated {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request is always idempotent; remove the key
pub mod idempotent_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a `QUERY` request is always idempotent; remove the key
pub mod idempotent_on_query {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `idempotent` has no value; to send an idempotency key, write `header("Idempotency-Key") = key`
pub mod idempotent_parameter {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", header("Idempotency-Key") = key)]
        async fn customer(&self, id: &str, key: &str) -> Result<Customer, Error>;
    }
}

// `idempotent` has no value; write `idempotent` for `idempotent = true`
pub mod idempotent_with_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PATCH, "/customers/<id>", idempotent)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
