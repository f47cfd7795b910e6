//! Declarations after the suggested fixes.

use super::prelude::*;

// a key and its value are separated by `=`; write it for `:`
pub mod format_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", format= pivotal_runtime::Json)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `format` is written without quotes; write `pivotal_runtime::Json`
pub mod format_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", format = pivotal_runtime::Json)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `fromat`; write `format`
pub mod format_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", format = pivotal_runtime::Json)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `format = Type`
pub mod format_not_a_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", format = Json)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `format = Type`
pub mod format_reference {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", format = Json)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `format` is given twice; keep one of them
pub mod format_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", format = pivotal_runtime::Json)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `format` needs a value; write `format = Type`
pub mod format_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", format = Json)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
