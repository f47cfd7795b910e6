//! Declarations after the suggested fixes.

use super::prelude::*;

// `%` must be followed by two hexadecimal digits; write `100%25` for `100%` to send the character
pub mod common_path_escape {
    use super::*;

    #[endpoints("/100%25")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// path `api/v1` must start with `/`; write `"/api/v1"`
pub mod common_path_of_a_query {
    use super::*;

    #[endpoints("/api/v1")]
    pub trait Api {
        #[endpoint(GET, "?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `/version` is sent as written; write `/<version>` to send parameter `version` there
pub mod common_path_placeholder_as_text {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<version>` for `{version}`
pub mod common_path_placeholder_braces {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<version>` for `:version`
pub mod common_path_placeholder_colon {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
    }
}

// no method fills `<version>`; add a parameter `version` to each method, or remove the placeholder
pub mod common_path_placeholder_missing {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, version: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, version: &str) -> Result<Customer, Error>;
    }
}

// no method fills `<version>`; add a parameter `version` to each method, or remove the placeholder
// a template begins with its own `/`; write `"/api"`
pub mod common_path_placeholder_missing_2 {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `header("X-Version")` of the trait; add a parameter `version` to this method
pub mod common_path_placeholder_missing_for_header {
    use super::*;

    #[endpoints("/api/<version>", header("X-Version") = version)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "<url>")]
        async fn order(&self, url: &str, version: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<version>` of the common path; add a parameter `version` to this method
pub mod common_path_placeholder_missing_in_one {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, version: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<version>` of the common path; add a parameter `version` to this method
pub mod common_path_placeholder_missing_in_one_of_two_places {
    use super::*;

    #[endpoints("/api/<version>", header("X-Version") = version)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, version: &str) -> Result<Customer, Error>;
    }
}

// no method fills `<version>`; add a parameter `version` to each method, or remove the placeholder
pub mod common_path_placeholder_missing_in_two_places {
    use super::*;

    #[endpoints("/api/<version>?v=<version>", header("X-Version") = version)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, version: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, version: &str) -> Result<Customer, Error>;
    }
}

// no method fills `<verson>`; write `<version>`
pub mod common_path_placeholder_near_miss {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<version>` of the common path; write `version` for `verson`
pub mod common_path_placeholder_near_miss_in_one {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
    }
}

// `<` in `<version` is never closed; write `<version>` for `<version`, or `%3Cversion` for `<version` to send the character
pub mod common_path_placeholder_not_closed {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `<version>` for `<version:u8>`
pub mod common_path_placeholder_type {
    use super::*;

    #[endpoints("/api/<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, version: u8, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, version: u8, id: &str) -> Result<Customer, Error>;
    }
}

// path `<shop>` must start with `/`; write `"/<shop>"`
pub mod common_path_placeholder_without_slash {
    use super::*;

    #[endpoints("/<shop>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, shop: u64, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, shop: u64, id: &str) -> Result<Customer, Error>;
    }
}

// the query is empty; remove `?`
pub mod common_path_query_empty {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// no method fills `<version>`; add a parameter `version` to each method, or remove the placeholder
pub mod common_path_query_missing {
    use super::*;

    #[endpoints("/api?<version>")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str, version: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str, version: &str) -> Result<Customer, Error>;
    }
}

// no method fills `<version>`; add a parameter `version` to each method, or remove the placeholder
// the query is empty; remove `?`
pub mod common_path_query_missing_2 {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a template begins with its own `/`; remove this path
pub mod common_path_slash {
    use super::*;

    #[endpoints()]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a template begins with its own `/`; write `"/api?version=1"`
pub mod common_path_slash_before_query {
    use super::*;

    #[endpoints("/api?version=1")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a trait has one common path; keep one of them
pub mod common_path_twice {
    use super::*;

    #[endpoints("/api")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a template begins with its own `/`; write `"/api/v1"`
pub mod common_path_with_slash_at_end {
    use super::*;

    #[endpoints("/api/v1")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// path `api/v1` must start with `/`; write `"/api/v1"`
pub mod common_path_without_slash {
    use super::*;

    #[endpoints("/api/v1")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
