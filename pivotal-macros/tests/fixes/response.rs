//! Declarations after the suggested fixes.

use super::prelude::*;

// response types must be owned; write `String`
pub mod response_borrowed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = String)]
        async fn customer(&self, id: &str) -> Result<String, Error>;
    }
}

// missing response type; return `Result<Type, Error>`, or add `response = Type`
pub mod response_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// missing response type; return `Result<Type, Error>`, or add `response = Type`
pub mod response_missing_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str);
    }
}

// unknown key `respons`; write `response`
pub mod response_near_miss {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Customer {
        id: u32,
    }

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str);
    }
}

// expected `response = Type`
pub mod response_not_a_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
pub mod response_of_head {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/customers")]
        async fn customer(&self) -> Result<(), Error>;
    }
}

// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
pub mod response_of_head_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/customers")]
        async fn customer(&self) -> Result<Response<()>, Error>;
    }
}

// `response` is the type of the body; write `Customer` for `Result<Customer, Error>`
pub mod response_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// response types must be owned; write `Vec<Customer>`
pub mod response_slice {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Customer {
        id: u32,
    }

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Vec<Customer>)]
        async fn customer(&self, id: &str);
    }
}
