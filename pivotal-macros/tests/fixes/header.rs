//! Declarations after the suggested fixes.

use super::prelude::*;

// the client sends its credentials as `Authorization`; remove the header to send them, or add `auth = none` to send this header instead
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod header_authorization {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the client sends its credentials as `Authorization`; remove the header to send them, or add `auth = none` to send this header instead
pub mod header_authorization_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("Authorization") = id, auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the client sends its credentials as `Authorization`; remove the header to send them, or add `auth = none` to send this header instead
// a fixed header value has no placeholders; write `header("Authorization") = token` and pass the complete value
pub mod header_authorization_with_placeholder_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("Authorization") = token, auth = none)]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// `"Customer Id"` is not a header name; write `"Customer-Id"`
pub mod header_bad_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("Customer-Id") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `Connection` belongs to the connection; remove the header
pub mod header_connection {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` names one header in quotes; write `header("Name") = parameter` or `header("Name") = "value"`
pub mod header_empty {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("X-Name") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` names one header in quotes; write `header("Name") = parameter` or `header("Name") = "value"`
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod header_empty_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>", header("X-Name") = "value")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// header `etag` is given both fixed and from a parameter; keep one of them
pub mod header_fixed_and_variable {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("ETag") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// unknown key `headers`; write `header("Accept") = "text/plain"` for `headers = ["Accept: text/plain"]`
pub mod header_list_of_texts {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("Accept") = "text/plain")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `headers`; write `header(..) = headers` for `headers = headers`
pub mod header_map_as_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header(..) = headers)]
        async fn customer(&self, id: &str, headers: &pivotal_runtime::http::HeaderMap) -> Result<Customer, Error>;
    }
}

// unknown parameter `headrs`; write `headers`
pub mod header_map_near_miss {
    use super::*;

    use pivotal_runtime::http::HeaderMap;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header(..) = headers)]
        async fn customer(&self, headers: &HeaderMap) -> Result<Customer, Error>;
    }
}

// a header value is a parameter or a string; write `header("X-Length") = x_length` and pass the complete value
// unknown parameter `x_length`; add it to the method
pub mod header_method_call {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Length") = x_length)]
        async fn customer(&self, id: &str, x_length: &str) -> Result<Customer, Error>;
    }
}

// unknown key `headers`; write `header`
pub mod header_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Trace") = "on")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` names one header in quotes; write `header("Name") = parameter` or `header("Name") = "value"`
pub mod header_not_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("X-Name") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` names one header in quotes; write `header("Name") = parameter` or `header("Name") = "value"`
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod header_not_in_quotes_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>", header("X-Name") = "value")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `Content-Length` belongs to the connection; remove the header
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod header_of_the_connection {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("If-Match") = etag`
pub mod header_parameter_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// unknown parameter `etag`; add it to the method
pub mod header_parameter_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// unknown parameter `di`; write `id`
pub mod header_parameter_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("If-Match") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("Authorization") = token` and pass the complete value
pub mod header_placeholder {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = token)]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("If-Match") = etag`
pub mod header_placeholder_alone {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("X-Api-Key") = key` and pass the complete value
pub mod header_placeholder_braces {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Api-Key") = key)]
        async fn customer(&self, id: &str, key: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("Authorization") = token` and pass the complete value
pub mod header_placeholder_braces_empty {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = token)]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("X-Api-Key") = key`
pub mod header_placeholder_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Api-Key") = key)]
        async fn customer(&self, id: &str, key: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("X-Id") = id`
pub mod header_placeholder_of_sent {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Id") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("Authorization") = token` and pass the complete value
pub mod header_placeholder_printf {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = token)]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("X-Trace") = id`
pub mod header_placeholder_sent {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Trace") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("X-Range") = x_range` and pass the complete value
// unknown parameter `x_range`; add it to the method
// parameter `from` is never sent; put it in the template, as in `?<from>`, or remove it
// parameter `to` is never sent; put it in the template, as in `&<to>`, or remove it
pub mod header_placeholder_unknown {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<from>&<to>", header("X-Range") = x_range)]
        async fn customer(&self, id: &str, from: u32, to: u32, x_range: &str) -> Result<Customer, Error>;
    }
}

// `header` names one header in quotes; write `header("Name") = parameter` or `header("Name") = "value"`
pub mod header_two_names {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("X-Name") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` names one header in quotes; write `header("Name") = parameter` or `header("Name") = "value"`
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod header_two_names_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>", header("X-Name") = "value")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value is a string; write `"true"`
pub mod header_value_a_bool {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Trace") = "true")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value is a string; write `"3"`
pub mod header_value_a_number {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("Max-Forwards") = "3")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("If-Match") = etag` for `header("If-Match", etag)`
pub mod header_value_after_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// a header value is a parameter or a string; write `header("If-Match") = etag`
pub mod header_value_in_angle_brackets {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("Accept") = "text/plain"` for `header("Accept: text/plain")`
pub mod header_value_in_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("Accept") = "text/plain")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("If-Match") = etag` for `header("If-Match" = etag)`
pub mod header_value_in_parentheses {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// `header` needs a value; write `header("If-Match") = parameter` or `header("If-Match") = "value"`
pub mod header_value_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("If-Match") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` needs a value; write `header("If-Match") = parameter` or `header("If-Match") = "value"`
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod header_value_missing_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>", header("If-Match") = "value")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// spaces around a header value are not part of it; write `"on"`
pub mod header_value_with_space {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Trace") = "on")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` names the header in parentheses; write `header("Name") = parameter` or `header("Name") = "value"`
pub mod header_without_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("X-Name") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` names the header in parentheses; write `header("Name") = parameter` or `header("Name") = "value"`
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod header_without_name_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>", header("X-Name") = "value")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` needs a value; write `header("If-Match") = parameter` or `header("If-Match") = "value"`
pub mod header_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("If-Match") = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `header` needs a value; write `header("If-Match") = parameter` or `header("If-Match") = "value"`
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod header_without_value_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>", header("If-Match") = "value")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
