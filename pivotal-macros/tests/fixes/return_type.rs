//! Declarations after the suggested fixes.

use super::prelude::*;

// an `async fn` has the output of its future as the return type; write `Result<Customer, Error>`
pub mod return_type_async_boxed_future {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// a method that returns `Pages` is not `async`; remove `async`
pub mod return_type_async_pages {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Feed {
        entries: Vec<u32>,
    }

    impl Paginated for Feed {
        type Item = u32;

        fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
            Next::end()
        }

        fn into_items(self) -> Vec<u32> {
            self.entries
        }
    }

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, Feed>;
    }
}

// a method that returns `Pages` is not `async`, and each page is a `Result`; remove `async`, and write `Pages<'_, LinkPage<Customer>>` for `Result<Pages<'_, LinkPage<Customer>>, Error>`
pub mod return_type_async_pages_in_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, LinkPage<Customer>>;
    }
}

// response types must be owned; write `String`
pub mod return_type_borrowed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<String, Error>;
    }
}

// response types must be owned; write `Vec<u8>`
pub mod return_type_borrowed_bytes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Option<Vec<u8>>, Error>;
    }
}

// the error is the second type of a `Result`; write `Result<Customer, Error>` for `Result<Error, Customer>`
pub mod return_type_error_first {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// `String` does not implement `From<pivotal_runtime::Error>`; return `pivotal_runtime::Error`, or an error type of yours that implements it
pub mod return_type_error_string {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// `http::Response<Customer>` is not read from a response; write `pivotal_runtime::Response<Customer>`
pub mod return_type_http_response {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        async fn customer(&self) -> Result<pivotal_runtime::Response<Customer>, Error>;
    }
}

// each page of `Pages` is a `Result`; write `Pages<'_, LinkPage<Customer>>` for `Result<Pages<'_, LinkPage<Customer>>, Error>`
pub mod return_type_pages_in_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, LinkPage<Customer>>;
    }
}

// an `Rc` cannot be sent between threads; write `Customer` for `std::rc::Rc<Customer>`
pub mod return_type_rc {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// response types must be owned; write `String`
pub mod return_type_str {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<String, Error>;
    }
}

// serde reads the response, but `R` has no bound for it; add the bound `serde::de::DeserializeOwned` to `R`
pub mod return_type_without_bound {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer<R: serde::de::DeserializeOwned>(&self, id: &str) -> Result<R, Error>;
    }
}
