//! Declarations after the suggested fixes.

use super::prelude::*;

// a timeout is an integer and a unit; write `"90s"`
pub mod timeout_compound {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "90s")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `deadline`; write `timeout`
pub mod timeout_deadline {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "90s")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a timeout is an integer and a unit; write `"1500ms"`
pub mod timeout_fraction {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "1500ms")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a timeout is an integer and a unit; write `"2m"`
pub mod timeout_in_words {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "2m")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `timout`; write `timeout`
pub mod timeout_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "90s")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a timeout is written in quotes; write `"90s"`
pub mod timeout_number_with_unit {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "90s")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `timeout` is given twice; keep one of them
pub mod timeout_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "90s")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a timeout is an integer and a unit; write `"90s"`
pub mod timeout_with_space {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "90s")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `timeout` needs a value; write `timeout = "90s"`, with the unit `ms`, `s`, `m` or `h`
pub mod timeout_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", timeout = "90s")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a timeout of `0s` ends every call before it is sent; write a longer one, or remove the key
pub mod timeout_zero_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
