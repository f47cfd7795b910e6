//! Declarations after the suggested fixes.

use super::prelude::*;

// a request has one body, and `body` is given already; keep one of them
pub mod body_and_form {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// the value of `body` is the name of a parameter; write `customer` for `<customer>`
pub mod body_angle_brackets {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &str) -> Result<Customer, Error>;
    }
}

// unknown key `json`; write `body`
pub mod body_as_json {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// `bytes` needs a value; write `bytes = parameter`
pub mod body_bytes_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", bytes = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// the value of `body` is the name of a parameter; write `id` for `Some(id)`
pub mod body_call {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = id)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the value of `body` is the name of a parameter; write `content` for `&content`
pub mod body_expression {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// unknown parameter `contnet`; write `content`
pub mod body_form_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", form = content)]
        async fn customer(&self, id: &str, content: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<content..>`, a single value with `?<content>`, or declare `QUERY` or `POST`
// `<content..>` sends the fields of a struct or map; write `<content>` for `<content..>` to send one value
pub mod body_form_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<content>")]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<content..>`, a single value with `?<content>`, or declare `QUERY` or `POST`
pub mod body_form_on_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<content>")]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<content..>`, a single value with `?<content>`, or declare `QUERY` or `POST`
// `form` sends the fields of a struct or map; write `form("content") = content` for `form = content` to send one field
pub mod body_form_on_get_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/customers/<id>", form("content") = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<content..>`, a single value with `?<content>`, or declare `QUERY` or `POST`
// `form` sends the fields of a struct or map; write `form("content") = content` for `form = content` to send one field
pub mod body_form_on_get_4 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", form("content") = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// `form` needs a value; write `form = parameter`
// `form` sends the fields of a struct or map; write `form("content") = content` for `form = content` to send one field
pub mod body_form_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", form("content") = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send the fields of `filter` in the query with `?<filter..>`, or a single value with `?<filter>`
pub mod body_json_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter..>")]
        async fn customer(&self, filter: &Customer) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send the fields of `filter` in the query with `?<filter..>`, or a single value with `?<filter>`
pub mod body_json_on_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter>")]
        async fn customer(&self, filter: &Customer) -> Result<Customer, Error>;
    }
}

// expected `body = parameter`
pub mod body_method_call {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &str) -> Result<Customer, Error>;
    }
}

// `multipart` sends its own `Content-Type`, with the boundary; remove the header
pub mod body_multipart_content_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", multipart = form)]
        async fn customer(&self, form: Multipart) -> Result<Customer, Error>;
    }
}

// `multipart` needs a value; write `multipart = parameter`
pub mod body_multipart_with_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", multipart = file)]
        async fn customer(&self, file: pivotal_runtime::Multipart) -> Result<Customer, Error>;
    }
}

// unknown parameter `nmae`; write `name`
pub mod body_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = name)]
        async fn customer(&self, id: &str, name: &str) -> Result<Customer, Error>;
    }
}

// the value of `body` is written without quotes; write `content`
pub mod body_not_a_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<filter..>`, a single value with `?<filter>`, or declare `QUERY` or `POST`
// `<filter..>` sends the fields of a struct or map; write `<filter>` for `<filter..>` to send one value
pub mod body_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<filter>")]
        async fn customer(&self, id: &str, filter: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<filter..>`, a single value with `?<filter>`, or declare `QUERY` or `POST`
pub mod body_on_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<filter>")]
        async fn customer(&self, id: &str, filter: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<filter..>`, a single value with `?<filter>`, or declare `QUERY` or `POST`
pub mod body_on_get_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/customers/<id>", body = filter)]
        async fn customer(&self, id: &str, filter: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<filter..>`, a single value with `?<filter>`, or declare `QUERY` or `POST`
pub mod body_on_get_4 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", body = filter)]
        async fn customer(&self, id: &str, filter: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<type..>`, a single value with `?<type>`, or declare `QUERY` or `POST`
// `<type..>` sends the fields of a struct or map; write `<type>` for `<type..>` to send one value
pub mod body_on_get_raw {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<type>")]
        async fn customer(&self, id: &str, r#type: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<type..>`, a single value with `?<type>`, or declare `QUERY` or `POST`
pub mod body_on_get_raw_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<type>")]
        async fn customer(&self, id: &str, r#type: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<type..>`, a single value with `?<type>`, or declare `QUERY` or `POST`
pub mod body_on_get_raw_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/customers/<id>", body = r#type)]
        async fn customer(&self, id: &str, r#type: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<type..>`, a single value with `?<type>`, or declare `QUERY` or `POST`
pub mod body_on_get_raw_4 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", body = r#type)]
        async fn customer(&self, id: &str, r#type: &str) -> Result<Customer, Error>;
    }
}

// a `HEAD` request has no body; send its fields in the query with `?<content..>`, or a single value with `?<content>`
// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
// `<content..>` sends the fields of a struct or map; write `<content>` for `<content..>` to send one value
pub mod body_on_head {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/customers/<id>?<content>")]
        async fn customer(&self, id: &str, content: &str) -> Result<(), Error>;
    }
}

// a `HEAD` request has no body; send its fields in the query with `?<content..>`, or a single value with `?<content>`
// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
pub mod body_on_head_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/customers/<id>?<content>")]
        async fn customer(&self, id: &str, content: &str) -> Result<(), Error>;
    }
}

// the value of `body` is written without quotes; write `customer`
pub mod body_placeholder_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; declare `QUERY` or `POST`, since a URL must not contain a secret
pub mod body_secret_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/sessions", body = password)]
        async fn customer(&self, password: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; declare `QUERY` or `POST`, since a URL must not contain a secret
pub mod body_secret_on_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/sessions", body = password)]
        async fn customer(&self, password: &str) -> Result<Customer, Error>;
    }
}

// `stream` needs a value; write `stream = parameter`
// a stream is sent by value; write `bytes = content` for `stream = content`
pub mod body_stream_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", bytes = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// unknown key `txt`; write `text`
pub mod body_text_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", text = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// `text` needs a value; write `text = parameter`
pub mod body_text_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", text = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// `body` is given twice; keep one of them
pub mod body_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = content)]
        async fn customer(&self, id: &str, content: &str) -> Result<Customer, Error>;
    }
}

// unknown parameter `customer`; add it to the method
pub mod body_without_parameter {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = customer)]
        async fn customer(&self, id: &str, customer: &str) -> Result<Customer, Error>;
    }
}
