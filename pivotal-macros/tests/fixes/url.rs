//! Declarations after the suggested fixes.

use super::prelude::*;

// a `GET` request has no body; send its fields in the query with `?<filter..>`, a single value with `?<filter>`, or declare `QUERY` or `POST`
// `<filter..>` sends the fields of a struct or map; write `<filter>` for `<filter..>` to send one value
pub mod url_body_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>?<filter>")]
        async fn customer(&self, url: &str, filter: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<filter..>`, a single value with `?<filter>`, or declare `QUERY` or `POST`
pub mod url_body_on_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>?<filter>")]
        async fn customer(&self, url: &str, filter: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<filter..>`, a single value with `?<filter>`, or declare `QUERY` or `POST`
pub mod url_body_on_get_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "<url>", body = filter)]
        async fn customer(&self, url: &str, filter: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<filter..>`, a single value with `?<filter>`, or declare `QUERY` or `POST`
pub mod url_body_on_get_4 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "<url>", body = filter)]
        async fn customer(&self, url: &str, filter: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `"/<url>"` for a path, or `"<url>"` for a URL from the server
pub mod url_braces {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `"/<url>"` for a path, or `"<url>"` for a URL from the server
pub mod url_braces_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<ulr>`; write `<url>`
pub mod url_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// parameter `limit` is never sent; put it in the template, as in `?<limit>`, or remove it
pub mod url_never_sent {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>?<limit>")]
        async fn customer(&self, url: &str, limit: u32) -> Result<Customer, Error>;
    }
}

// parameter `limit` is never sent; put it in the template, as in `?<limit>`, or remove it
pub mod url_never_sent_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// `<` in `<url` is never closed; write `<url>` for `<url`, or `%3Curl` for `<url` to send the character
pub mod url_not_closed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// `<` in `<url` is never closed; write `<url>` for `<url`, or `%3Curl` for `<url` to send the character
// path `%3Curl` must start with `/`; write `"/%3Curl"`
// parameter `url` is never sent; put it in the template, as in `?<url>`, or remove it
pub mod url_not_closed_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/%3Curl?<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// parameter `user` is never sent; put it in the template, as in `?<user>`, or remove it
pub mod url_parameter_of_common_path {
    use super::*;

    #[endpoints("/users/<user>")]
    pub trait Api {
        #[endpoint(GET, "<url>?<user>")]
        async fn customer(&self, user: u64, url: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, user: u64, id: &str) -> Result<Customer, Error>;
    }
}

// parameter `user` is never sent; put it in the template, as in `?<user>`, or remove it
pub mod url_parameter_of_common_path_2 {
    use super::*;

    #[endpoints("/users/<user>")]
    pub trait Api {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;

        #[endpoint(GET, "/orders/<id>")]
        async fn order(&self, user: u64, id: &str) -> Result<Customer, Error>;
    }
}

// parameter `limit` is never sent; add `body = limit`, put it in the template, as in `?<limit>`, or remove it
pub mod url_possible_body {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "<url>", body = limit)]
        async fn customer(&self, url: &str, limit: u32) -> Result<Customer, Error>;
    }
}

// parameter `limit` is never sent; add `body = limit`, put it in the template, as in `?<limit>`, or remove it
pub mod url_possible_body_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "<url>?<limit>")]
        async fn customer(&self, url: &str, limit: u32) -> Result<Customer, Error>;
    }
}

// parameter `limit` is never sent; add `body = limit`, put it in the template, as in `?<limit>`, or remove it
pub mod url_possible_body_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// a URL from the server has its own path; write `"<host>"`, or begin the path with `/`
// parameter `path` is never sent; put it in the template, as in `?<path>`, or remove it
pub mod url_two_placeholders {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<host>?<path>")]
        async fn customer(&self, host: &str, path: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `"/<url>"` for a path, or `"<url>"` for a URL from the server
pub mod url_type_first {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `"/<url>"` for a path, or `"<url>"` for a URL from the server
pub mod url_type_first_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// `<url..>` fills segments of a path; write `"<url>"` for a URL from the server, or `"/<url..>"` for a path
pub mod url_with_dots {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// `<url..>` fills segments of a path; write `"<url>"` for a URL from the server, or `"/<url..>"` for a path
pub mod url_with_dots_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/<url..>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// a path begins with `/`, and a URL from the server has its own path; write `"/<url>/orders"`
pub mod url_with_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/<url>/orders")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<url>`; add a parameter `url`
pub mod url_without_parameter {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}
