//! Declarations after the suggested fixes.

use super::prelude::*;

// `<0>` is not the name of a parameter; write `<id>`
pub mod placeholder_a_number {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<customer-id>` is not the name of a parameter; write `<customer_id>`
pub mod placeholder_bad_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<customer_id>")]
        async fn customer(&self, customer_id: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no default; write `<limit>` for `<limit=10>` and pass the value
pub mod placeholder_default {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// `<..path>` is not the name of a parameter; write `<path..>`
pub mod placeholder_dots_first {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// a placeholder is a parameter, not a field of one; add a parameter `customer_id`, and write `<customer_id>` for `<customer.id>`
// parameter `customer` is never sent; put it in the template, as in `?<customer>`, or remove it
pub mod placeholder_field {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<customer_id>?<customer>")]
        async fn customer(&self, customer: &Customer, customer_id: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<idd>`; write `<id>`
pub mod placeholder_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<idd>`; add a parameter `idd`, or remove the placeholder
pub mod placeholder_near_miss_of_a_sent_parameter {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<idd>")]
        async fn customer(&self, id: &str, idd: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<idd>`; add a parameter `idd`, or remove the placeholder
// the query is empty; remove `?`
pub mod placeholder_near_miss_of_a_sent_parameter_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<іd>` contains `і` (U+0456), not `i`; write `<id>`
pub mod placeholder_other_letter {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `<file..>` for `<file:path>`
pub mod placeholder_path_type_after {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<file..>")]
        async fn customer(&self, file: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `<file..>` for `<path:file>`
pub mod placeholder_path_type_first {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<file..>")]
        async fn customer(&self, file: &str) -> Result<Customer, Error>;
    }
}

// `<r#type>` is not the name of a parameter; write `<type>`
pub mod placeholder_raw {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<type>")]
        async fn customer(&self, r#type: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<pth..>`; write `<path..>`
pub mod placeholder_rest_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<idd>`; write `<id>`
// no parameter fills `<idd>`; add a parameter `idd`, or remove the placeholder
pub mod placeholder_sent_twice_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?by=<idd>")]
        async fn customer(&self, id: &str, idd: &str) -> Result<Customer, Error>;
    }
}

// `<id...>` is not the name of a parameter; write `<id..>`
pub mod placeholder_three_dots {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id..>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `<id>` for `<id:int>`
pub mod placeholder_type_after {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u32) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `<id>` for `<int:id>`
pub mod placeholder_type_first {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u32) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `<limit>` for `<limit:u32>`
pub mod placeholder_type_in_query {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `<id>` for `<id: u64>`
pub mod placeholder_with_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u64) -> Result<Customer, Error>;
    }
}

// no parameter fills `<note>`; add a parameter `note`, or remove the placeholder
pub mod placeholder_without_parameter {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>/notes/<note>")]
        async fn customer(&self, id: &str, note: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<note>`; add a parameter `note`, or remove the placeholder
pub mod placeholder_without_parameter_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>/notes/")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
