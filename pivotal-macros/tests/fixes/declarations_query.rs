//! Declarations after the suggested fixes.

use super::prelude::*;

// the query begins once, and its pairs are separated by `&`; write `&<x>` for `?<x>`
pub mod declarations_t_twice_q {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>&<x>")]
        async fn customer(&self, id: &str, x: &str) -> Result<Customer, Error>;
    }
}

// `?limit` is sent as written; write `?<limit>` to send parameter `limit` there
pub mod declarations_t_limit_bare {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: &str) -> Result<Customer, Error>;
    }
}

// `?limit=limit` is sent as written; write `?limit=<limit>` to send parameter `limit` there
pub mod declarations_t_limit_eq_bare {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<limit>` for `:limit`
pub mod declarations_t_limit_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no default; write `<limit>` for `<limit=10>` and pass the value
pub mod declarations_t_default {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the pairs of a query are separated by `&`; write `<limit>&<offset>` for `<limit>,<offset>`
pub mod declarations_t_comma_q {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<offset>")]
        async fn customer(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    }
}

// white space around a pair is not part of it; write `<limit>` for `<limit> `
// white space around a pair is not part of it; write `<offset>` for ` <offset>`
pub mod declarations_t_space_amp {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<offset>")]
        async fn customer(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    }
}

// `<..filter>` is not the name of a parameter; write `<filter..>`
pub mod declarations_t_rest_opt {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter..>")]
        async fn customer(&self, filter: &NewCustomer) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `?<limit>&<cursor>` for `{?limit,cursor}`
pub mod declarations_t_query_curly_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<cursor>")]
        async fn customer(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    }
}

// `/` separates segments of the path, not pairs of the query; write `<id>` for `/<id>`
pub mod declarations_t_slash_q {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: u32) -> Result<Customer, Error>;
    }
}

// a placeholder is the complete value of its pair; write `limit=<limit>` for `limit==<limit>`
pub mod declarations_t_double_eq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the pairs of a query are separated by `&`; write `<limit>&<offset>` for `<limit><offset>`
pub mod declarations_t_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<offset>")]
        async fn customer(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    }
}

// a placeholder is the complete value of its pair; write `limit=<limit>` for `limit="<limit>"`
pub mod declarations_t_quote_in {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}
