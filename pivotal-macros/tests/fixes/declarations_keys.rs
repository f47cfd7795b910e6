//! Declarations after the suggested fixes.

use super::prelude::*;

// a key and its value are separated by `=`; write it for `->`
pub mod declarations_k_resp_arrow {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write it for `==`
pub mod declarations_k_resp_eqeq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write `response = Customer` for `response(Customer)`
pub mod declarations_k_resp_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `response = Customer` for `-> Customer`
pub mod declarations_k_arrow_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `, response = Customer` for `-> Customer`
pub mod declarations_k_arrow_type2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>" , response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `response = Customer`
pub mod declarations_k_bare_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `returns`; write `response`
pub mod declarations_k_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a `POST` request is not idempotent unless declared so; remove `idempotent = false`
pub mod declarations_k_idempotent_false {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `no_auth`; write `auth = none`
pub mod declarations_k_no_auth {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the id of an operation is empty; write it, or remove `operation`
pub mod declarations_k_operation_empty_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `-` in the name of a package is `_` in the name of its crate; write `::pivotal_runtime` for `pivotal-runtime`
pub mod declarations_k_crate_self {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod declarations_k_query_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod declarations_k_query_eq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod declarations_k_query_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `params`
pub mod declarations_k_params {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// nothing follows the last argument; remove `;`
pub mod declarations_k_trail_semi {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<` in the value of `response` is never closed; add `>`
pub mod declarations_k_resp_unclosed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Vec<Customer>)]
        async fn customer(&self, id: &str) -> Result<Vec<Customer>, Error>;
    }
}

// `response` is the type of the body; write `Customer` for `Result<Customer, Error>`
pub mod declarations_k_resp_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
