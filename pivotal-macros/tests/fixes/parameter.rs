//! Declarations after the suggested fixes.

use super::prelude::*;

// the places of parameters are in `#[endpoint]`; add `body = customer` to `#[endpoint]`, and remove this attribute
pub mod parameter_attribute {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &str) -> Result<Customer, Error>;
    }
}

// the places of parameters are in `#[endpoint]`; add `form("code") = code` to `#[endpoint]`, and remove this attribute
pub mod parameter_attribute_of_field {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// the places of parameters are in `#[endpoint]`; add `header("X-Api-Version") = version` to `#[endpoint]`, and remove this attribute
pub mod parameter_attribute_of_header {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("X-Api-Version") = version)]
        async fn customer(&self, version: u8) -> Result<Customer, Error>;
    }
}

// the places of parameters are in `#[endpoint]`; add `?<limit>` to the path, and remove this attribute
pub mod parameter_attribute_of_query {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u8) -> Result<Customer, Error>;
    }
}

// the places of parameters are in `#[endpoint]`; add `?per_page=<limit>` to the path, and remove this attribute
pub mod parameter_attribute_of_query_with_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?per_page=<limit>")]
        async fn customer(&self, limit: u8) -> Result<Customer, Error>;
    }
}

// a parameter is sent under its name; write `id: u64` for `Path(id): Path<u64>`
pub mod parameter_extractor {
    use super::*;

    pub struct Path<T>(pub T);

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u64) -> Result<Customer, Error>;
    }
}

// `filter[<limit..>]` sends the fields of a struct or map; write `filter=<limit>` for `filter[<limit..>]` to send one value
pub mod parameter_fields_in_brackets_of_a_scalar {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// `<limit..>` sends the fields of a struct or map; write `<limit>` for `<limit..>` to send one value
pub mod parameter_fields_of_a_scalar {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// `form` sends the fields of a struct or map; write `form("content") = content` for `form = content` to send one field
pub mod parameter_form_of_a_scalar {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", form("content") = content)]
        async fn customer(&self, content: &str) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `impl ToString` has no bound for it; write `impl serde::Serialize`
pub mod parameter_impl_to_string {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: impl serde::Serialize) -> Result<Customer, Error>;
    }
}

// a parameter is sent under its name; write `id` alone
pub mod parameter_mutable {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// parameter `expand` is never sent; put it in the template, as in `?<expand>`, or remove it
pub mod parameter_never_sent {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<expand>")]
        async fn customer(&self, id: &str, expand: bool) -> Result<Customer, Error>;
    }
}

// parameter `expand` is never sent; put it in the template, as in `?<expand>`, or remove it
pub mod parameter_never_sent_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// parameter `offset` is never sent; put it in the template, as in `&<offset>`, or remove it
pub mod parameter_never_sent_with_query {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<offset>")]
        async fn customer(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    }
}

// parameter `offset` is never sent; put it in the template, as in `&<offset>`, or remove it
pub mod parameter_never_sent_with_query_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// `<filter>` sends one value; write `<filter..>` for `<filter>` to send the entries of a map
pub mod parameter_pair_of_a_map {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter..>")]
        async fn customer(&self, filter: std::collections::HashMap<String, String>) -> Result<Customer, Error>;
    }
}

// serde has no text for a `std::time::SystemTime`; write a number or `&str`, and pass it in the format of the API
pub mod parameter_pair_of_a_time_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<at>")]
        async fn customer(&self, at: &str) -> Result<Customer, Error>;
    }
}

// serde has no text for a `std::time::SystemTime`; write a number or `&str`, and pass it in the format of the API
pub mod parameter_pair_of_an_optional_time_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<at>")]
        async fn customer(&self, at: Option<&str>) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod parameter_possible_body {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &str) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod parameter_possible_body_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers?<customer>")]
        async fn customer(&self, customer: &str) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod parameter_possible_body_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers")]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// parameter `token` is never sent; send it in a header, or remove it if the client has it: a URL must not contain a secret
pub mod parameter_secret_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// parameter `password` is never sent; send it in a header or the body, or remove it if the client has it: a URL must not contain a secret
pub mod parameter_secret_on_post_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/sessions")]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// the path of a file has other separators and characters than a URL; write `&str`, and pass it as text
pub mod parameter_segment_of_a_file {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// a stream is sent by value; write `bytes = content` for `stream = content`
pub mod parameter_stream_of_a_slice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", bytes = content)]
        async fn customer(&self, content: &[u8]) -> Result<Customer, Error>;
    }
}

// `text` sends the `Display` of a value; write `bytes = content` for `text = content`
pub mod parameter_text_of_bytes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", bytes = content)]
        async fn customer(&self, content: Vec<u8>) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `B` has no bound for it; add the bound `serde::Serialize` to `B`
pub mod parameter_without_bound {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = content)]
        async fn customer<B: serde::Serialize>(&self, content: &B) -> Result<Customer, Error>;
    }
}
