//! Declarations after the suggested fixes.

use super::prelude::*;

// the HTTP method and the path have no key; write `GET, "/customers/<id>"` for `method = GET, path = "/customers/<id>"`
pub mod declarations_a_method_eq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path has no key; write `"/customers/<id>"` for `path = "/customers/<id>"`
pub mod declarations_a_path_eq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#[get]` does not declare an endpoint; write `#[endpoint(GET, "/customers/<id>")]` for `#[get("/customers/<id>")]`
pub mod declarations_a_rocket_get_e {
    use super::*;

    #[endpoints]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path are two arguments; write `GET, "/customers/<id>"` for `GET("/customers/<id>")`
pub mod declarations_a_call {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path are two arguments; write `GET, "/customers/<id>"` for `get("/customers/<id>")`
pub mod declarations_a_call_lower {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// one `,` separates two arguments; remove this one
pub mod declarations_a_double_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `;`
pub mod declarations_a_semi {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `=>`
pub mod declarations_a_arrow {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET , "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `:`
pub mod declarations_a_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint has one HTTP method; remove `POST,`
pub mod declarations_a_two_methods {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
