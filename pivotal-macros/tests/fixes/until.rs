//! Declarations after the suggested fixes.

use super::prelude::*;

// unknown key `done`; write `until`
pub mod until_as_done {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// unknown key `end`; write `until`
pub mod until_as_end {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// unknown key `end_marker`; write `until`
pub mod until_as_end_marker {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// unknown key `sentinel`; write `until`
pub mod until_as_sentinel {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// the value of `until` is written in quotes; write `"[DONE]"`
pub mod until_brackets {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// an empty text marks no end; write the data or the name of the last event, or remove `until`
pub mod until_empty_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// unknown key `untl`; write `until`
pub mod until_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// the value of `until` is written in quotes; write `"5"`
pub mod until_number {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "5")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// `until` is given twice; keep one of them
pub mod until_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// `until` needs a value; write `until = "[DONE]"`
pub mod until_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}
