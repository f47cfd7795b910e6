//! Declarations after the suggested fixes.

use super::prelude::*;

// credentials belong to the client; remove `auth` to send them, or write `auth = none` to send none
pub mod auth_bearer_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// credentials belong to the client; remove `auth` to send them, or write `auth = none` to send none
pub mod auth_bearer_in_quotes_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the client's credentials are sent without this key; remove `auth = client`
pub mod auth_client {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `auth` has no value `false`; write `none` to send no credentials
pub mod auth_false {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `auth` is written without quotes; write `none`
pub mod auth_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `auth` has no value `None`; write `none`
pub mod auth_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// credentials belong to the client; remove `auth` to send them, or write `auth = none` to send none
pub mod auth_unknown {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// credentials belong to the client; remove `auth` to send them, or write `auth = none` to send none
pub mod auth_unknown_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `auth` needs a value; write `auth = none` to send no credentials, or remove it to send those of the client
pub mod auth_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `auth` needs a value; write `auth = none` to send no credentials, or remove it to send those of the client
pub mod auth_without_value_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
