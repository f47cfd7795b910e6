//! Declarations after the suggested fixes.

use super::prelude::*;

// `2xx` is not a status; write `200..=299`
pub mod success_class {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `2xx` is not a status; write `200..=299`
pub mod success_class_in_a_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = [200..=299, 304])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `"2xx"` is not a status; write `200..=299`
pub mod success_class_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `4xx` is not a status; write `400..=499`
pub mod success_class_of_errors {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = [200, 400..=499])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=399`
pub mod success_class_range {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=399)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `200..=299` contains `204`; remove `204`
pub mod success_contained {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = [200..=299])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `200..=299` contains `204`; remove `204`
pub mod success_containing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = [200..=299])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a status is a number; write `200` without quotes
pub mod success_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// several statuses are a list; write `[200, 201]`
pub mod success_operator {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = [200, 201])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `250..=350` overlaps `200..=299`; write `300..=350`
pub mod success_overlapping {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = [200..=299, 300..=350])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=299`
pub mod success_range {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the range is empty; write `200..=299`
pub mod success_range_empty {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the range is empty; write `200`
pub mod success_range_empty_exclusive {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=599`
pub mod success_range_from {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=599)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=599`
pub mod success_range_full {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=599)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a status is a number; write `200..=299` without quotes
pub mod success_range_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=299`
pub mod success_range_of_three_dots {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=299`
pub mod success_range_to {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=299`
pub mod success_range_to_inclusive {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=299`
pub mod success_range_with_dash {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a status has no suffix; write `299`
pub mod success_range_with_suffix {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a range contains its first and its last status; write `200..=599`
pub mod success_range_without_end {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200..=599)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `200` is given twice; keep one of them
pub mod success_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = [200])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a status has no suffix; write `200`
pub mod success_with_suffix {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = 200)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response with status 204 has no body for `Customer`; return `()` or `Option<Customer>`
pub mod success_without_body {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(DELETE, "/customers/<id>", success = 204)]
        async fn customer(&self, id: &str) -> Result<(), Error>;
    }
}

// a response with status 204 has no body for `Customer`; return `()` or `Option<Customer>`
pub mod success_without_body_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(DELETE, "/customers/<id>", success = 204)]
        async fn customer(&self, id: &str) -> Result<Option<Customer>, Error>;
    }
}
