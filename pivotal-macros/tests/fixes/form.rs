//! Declarations after the suggested fixes.

use super::prelude::*;

// a request has one body, and `text` is given already; keep one of them
// parameter `code` is never sent; put it in the template, as in `?<code>`, or remove it
pub mod form_after_text {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token?<code>", text = user)]
        async fn customer(&self, code: &str, user: &str) -> Result<Customer, Error>;
    }
}

// a request has one body, and `form` is given already; keep one of them
// parameter `user` is never sent; add `form("user") = user`, put it in the template, as in `?<user>`, or remove it
pub mod form_and_body {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code, form("user") = user)]
        async fn customer(&self, code: &str, user: &str) -> Result<Customer, Error>;
    }
}

// unknown key `field`; write `form`
pub mod form_as_field {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// unknown key `form_field`; write `form`
pub mod form_as_form_field {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write it for `:`
pub mod form_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code")= code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` names one field in quotes; write `form("field") = parameter` or `form("field") = "value"`
pub mod form_empty {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("field") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` names one field in quotes; write `form("field") = parameter` or `form("field") = "value"`
// parameter `code` is never sent; add `form("code") = code`, put it in the template, as in `?<code>`, or remove it
pub mod form_empty_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("field") = "value", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a form value is a parameter or a string; write `form("length") = length` and pass the complete value
// unknown parameter `length`; add it to the method
// parameter `code` is never sent; add `form("code") = code`, put it in the template, as in `?<code>`, or remove it
pub mod form_method_call {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("length") = length, form("code") = code)]
        async fn customer(&self, code: &str, length: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` names one field in quotes; write `form("field") = parameter` or `form("field") = "value"`
pub mod form_name_a_number {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("field") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` names one field in quotes; write `form("field") = parameter` or `form("field") = "value"`
// parameter `code` is never sent; add `form("code") = code`, put it in the template, as in `?<code>`, or remove it
pub mod form_name_a_number_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("field") = "value", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// the name of a field is written in quotes; write `form("code")` for `form(code)`
pub mod form_name_not_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// the name of a field is written in quotes; write `form("type")` for `form(r#type)`
pub mod form_name_raw {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("type") = r#type)]
        async fn customer(&self, r#type: &str) -> Result<Customer, Error>;
    }
}

// parameter `state` is never sent; add `form("state") = state`, put it in the template, as in `?<state>`, or remove it
pub mod form_never_sent {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code, form("state") = state)]
        async fn customer(&self, code: &str, state: &str) -> Result<Customer, Error>;
    }
}

// parameter `state` is never sent; add `form("state") = state`, put it in the template, as in `?<state>`, or remove it
pub mod form_never_sent_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token?<state>", form("code") = code)]
        async fn customer(&self, code: &str, state: &str) -> Result<Customer, Error>;
    }
}

// parameter `state` is never sent; add `form("state") = state`, put it in the template, as in `?<state>`, or remove it
pub mod form_never_sent_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// parameter `state` is never sent; put it in the template, as in `?<state>`, or remove it
pub mod form_never_sent_fields {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token?<state>", form = code)]
        async fn customer(&self, code: &[[&str; 2]], state: &str) -> Result<Customer, Error>;
    }
}

// parameter `state` is never sent; put it in the template, as in `?<state>`, or remove it
pub mod form_never_sent_fields_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form = code)]
        async fn customer(&self, code: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// parameter `device_code` is never sent; add `form("device_code") = device_code`, put it in the template, as in `?<device_code>`, or remove it
pub mod form_never_sent_of_a_urn {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("grant_type") = "urn:ietf:params:oauth:grant-type:device_code", form("device_code") = device_code)]
        async fn customer(&self, device_code: &str) -> Result<Customer, Error>;
    }
}

// parameter `device_code` is never sent; add `form("device_code") = device_code`, put it in the template, as in `?<device_code>`, or remove it
pub mod form_never_sent_of_a_urn_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token?<device_code>", form("grant_type") = "urn:ietf:params:oauth:grant-type:device_code")]
        async fn customer(&self, device_code: &str) -> Result<Customer, Error>;
    }
}

// parameter `device_code` is never sent; add `form("device_code") = device_code`, put it in the template, as in `?<device_code>`, or remove it
pub mod form_never_sent_of_a_urn_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("grant_type") = "urn:ietf:params:oauth:grant-type:device_code")]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// parameter `password` is never sent; add `form("password") = password`, send it in a header, or remove it if the client has it: a URL must not contain a secret
pub mod form_never_sent_secret {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("user") = user, form("password") = password)]
        async fn customer(&self, user: &str, password: &str) -> Result<Customer, Error>;
    }
}

// parameter `password` is never sent; add `form("password") = password`, send it in a header, or remove it if the client has it: a URL must not contain a secret
pub mod form_never_sent_secret_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("user") = user)]
        async fn customer(&self, user: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?<code>`, or declare `QUERY` or `POST`
pub mod form_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/token?<code>")]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?<code>`, or declare `QUERY` or `POST`
pub mod form_on_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?<code>`, or declare `QUERY` or `POST`
pub mod form_on_get_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `&customer[id]=<code>`, or declare `QUERY` or `POST`
pub mod form_on_get_as_another_name {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/token?<lang>&customer[id]=<code>")]
        async fn customer(&self, code: &str, lang: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `&customer[id]=<code>`, or declare `QUERY` or `POST`
pub mod form_on_get_as_another_name_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/token?<lang>", form("customer[id]") = code)]
        async fn customer(&self, code: &str, lang: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `&customer[id]=<code>`, or declare `QUERY` or `POST`
pub mod form_on_get_as_another_name_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token?<lang>", form("customer[id]") = code)]
        async fn customer(&self, code: &str, lang: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `&type=a%20b`, or declare `QUERY` or `POST`
pub mod form_on_get_fixed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/token?<code>&type=a%20b")]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `&type=a%20b`, or declare `QUERY` or `POST`
pub mod form_on_get_fixed_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/token?<code>", form("type") = "a b")]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `&type=a%20b`, or declare `QUERY` or `POST`
pub mod form_on_get_fixed_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token?<code>", form("type") = "a b")]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?kind=all&<code>&<user..>`, or declare `QUERY` or `POST`
// `<user..>` sends the fields of a struct or map; write `<user>` for `<user..>` to send one value
pub mod form_on_get_several {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/token?kind=all&<code>&<user>")]
        async fn customer(&self, code: &str, user: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?kind=all&<code>&<user..>`, or declare `QUERY` or `POST`
// `form` sends the fields of a struct or map; write `form("user") = user` for `form = user` to send one field
pub mod form_on_get_several_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/token", form("kind") = "all", form("code") = code, form("user") = user)]
        async fn customer(&self, code: &str, user: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?kind=all&<code>&<user..>`, or declare `QUERY` or `POST`
// `form` sends the fields of a struct or map; write `form("user") = user` for `form = user` to send one field
pub mod form_on_get_several_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("kind") = "all", form("code") = code, form("user") = user)]
        async fn customer(&self, code: &str, user: &str) -> Result<Customer, Error>;
    }
}

// a `HEAD` request has no body; send it in the query with `?<code>`
// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
pub mod form_on_head {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/token?<code>")]
        async fn customer(&self, code: &str) -> Result<(), Error>;
    }
}

// `"name"` is sent as written; write `form("user") = name` to send parameter `name` there, or add `form("name") = name`
pub mod form_other_parameter_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("user") = name)]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// `"name"` is sent as written; write `form("user") = name` to send parameter `name` there, or add `form("name") = name`
pub mod form_other_parameter_in_quotes_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("user") = "name", form("name") = name)]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// a fixed form value has no placeholders; write `form("code") = code`
pub mod form_parameter_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// unknown parameter `nonce`; add it to the method
pub mod form_parameter_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code, form("state") = nonce)]
        async fn customer(&self, code: &str, nonce: &str) -> Result<Customer, Error>;
    }
}

// unknown parameter `cdoe`; write `code`
pub mod form_parameter_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a fixed form value has no placeholders; write `form("code") = code`
pub mod form_placeholder {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a fixed form value has no placeholders; write `form("code") = code`
pub mod form_placeholder_braces {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a fixed form value has no placeholders; write `form("scope") = name` and pass the complete value
pub mod form_placeholder_in_text {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("scope") = name)]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// the fields of a parameter are sent without parentheses; write `form` for `form(..)`
pub mod form_rest {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form = code)]
        async fn customer(&self, code: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; declare `QUERY` or `POST`, since a URL must not contain a secret
pub mod form_secret_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/token", form("user") = user, form("client_secret") = code)]
        async fn customer(&self, code: &str, user: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; declare `QUERY` or `POST`, since a URL must not contain a secret
pub mod form_secret_on_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("user") = user, form("client_secret") = code)]
        async fn customer(&self, code: &str, user: &str) -> Result<Customer, Error>;
    }
}

// a request has one body, and `bytes` is given already; keep one of them
// a request has one body, and `bytes` is given already; keep one of them
// a request has one body, and `bytes` is given already; keep one of them
// parameter `code` is never sent; put it in the template, as in `?<code>`, or remove it
// parameter `state` is never sent; put it in the template, as in `&<state>`, or remove it
pub mod form_several_after_bytes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token?<code>&<state>", bytes = user)]
        async fn customer(&self, code: &str, user: &str, state: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` names one field in quotes; write `form("field") = parameter` or `form("field") = "value"`
pub mod form_two_names {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("field") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` names one field in quotes; write `form("field") = parameter` or `form("field") = "value"`
// parameter `code` is never sent; add `form("code") = code`, put it in the template, as in `?<code>`, or remove it
pub mod form_two_names_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("field") = "value", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?<code>`, or declare `QUERY` or `POST`
pub mod form_url_on_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>?<code>")]
        async fn customer(&self, code: &str, url: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?<code>`, or declare `QUERY` or `POST`
pub mod form_url_on_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "<url>", form("code") = code)]
        async fn customer(&self, code: &str, url: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send it in the query with `?<code>`, or declare `QUERY` or `POST`
pub mod form_url_on_get_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "<url>", form("code") = code)]
        async fn customer(&self, code: &str, url: &str) -> Result<Customer, Error>;
    }
}

// a fixed form value is a string; write `"true"`
pub mod form_value_a_bool {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code, form("offline") = "true")]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// a fixed form value is a string; write `"3"`
pub mod form_value_a_number {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code, form("limit") = "3")]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` needs a value; write `form("code") = parameter` or `form("code") = "value"`
pub mod form_value_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` needs a value; write `form("code") = parameter` or `form("code") = "value"`
// parameter `code` is never sent; add `form("code") = code`, put it in the template, as in `?<code>`, or remove it
pub mod form_value_missing_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = "value", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` needs a value; write `form("code") = parameter` or `form("code") = "value"`
pub mod form_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}

// `form(...)` needs a value; write `form("code") = parameter` or `form("code") = "value"`
// parameter `code` is never sent; add `form("code") = code`, put it in the template, as in `?<code>`, or remove it
pub mod form_without_value_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/token", form("code") = "value", form("code") = code)]
        async fn customer(&self, code: &str) -> Result<Customer, Error>;
    }
}
