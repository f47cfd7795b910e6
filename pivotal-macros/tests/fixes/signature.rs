//! Declarations after the suggested fixes.

use super::prelude::*;

// an endpoint borrows its transport; write `&self`
pub mod signature_arc_self {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint borrows its transport; write `&self`
pub mod signature_boxed_self {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint borrows its transport; write `&self`
pub mod signature_by_value {
    use super::*;

    pub trait Api: Transport + Sized {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint borrows its transport; write `&self`
pub mod signature_by_value_unsized {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint borrows its transport; write `&self`
pub mod signature_mut_self {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// missing return type of a method that is not `async`; write `async fn`, or the type
pub mod signature_neither_async_nor_type {
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

// an endpoint is a method of a trait, which is as visible as the trait; remove this
pub mod signature_public {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint is a method of a trait, which is as visible as the trait; remove this
pub mod signature_public_in_endpoints {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint cannot be `unsafe`; remove it
pub mod signature_unsafe {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#[endpoint]` writes the body of a method in a trait; replace this one with `;`
pub mod signature_with_body {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error> ;
    }
}

// missing return type of a method that is not `async`; write `async fn`, or the type
pub mod signature_without_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str);
    }
}
