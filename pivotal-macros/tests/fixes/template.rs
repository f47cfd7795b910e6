//! Declarations after the suggested fixes.

use super::prelude::*;

// the query begins with `?`; write `?` for the first `&`, or `%26` for the character
pub mod template_ampersand {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query begins with `?`; write `?` for the first `&`, or `%26` for the character
pub mod template_ampersand_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers%26limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// `&` is in front of the `?` that begins the query; move the pair after it, or write `%26`
pub mod template_ampersand_and_query_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers%26<limit>?<offset>")]
        async fn customer(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    }
}

// `\` separates no segments; write `/`, or `%5C` for the character
pub mod template_backslash {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, r"/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `\` separates no segments; write `/`, or `%5C` for the character
pub mod template_backslash_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, r"/customers%5C<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `\` separates no segments; write `/`, or `%5C` for the character
// `\` separates no segments; write `/`, or `%5C` for the character
pub mod template_backslash_at_start {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, r"/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `\` separates no segments; write `/`, or `%5C` for the character
// path `%5Ccustomers\<id>` must start with `/`; write `"/%5Ccustomers\\<id>"`
// `\` separates no segments; write `/`, or `%5C` for the character
pub mod template_backslash_at_start_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/%5Ccustomers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `%` must be followed by two hexadecimal digits; write `100%25` for `100%` to send the character
pub mod template_bare_percent {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/100%25/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
// parameter `base_url` is never sent; put it in the template, as in `?<base_url>`, or remove it
pub mod template_base_url {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<base_url>")]
        async fn customer(&self, base_url: &str, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{id}`
pub mod template_braces {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{}`
pub mod template_braces_empty {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{0}`
pub mod template_braces_number {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<path..>` for `{path:path}`
pub mod template_braces_path_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `?<limit>&<cursor>` for `{?limit,cursor}`
pub mod template_braces_query {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<cursor>")]
        async fn customer(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{id:[0-9]+}`
pub mod template_braces_regex {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u32) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<path..>` for `{*path}`
pub mod template_braces_star {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{id:int}`
pub mod template_braces_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{id`, or `%7Bid` for `{id` to send the character
pub mod template_braces_unclosed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{id`, or `%7Bid` for `{id` to send the character
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod template_braces_unclosed_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/%7Bid?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `[id]`
pub mod template_brackets {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `:id`
pub mod template_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `:<action>` for `:action`
pub mod template_colon_after_placeholder {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/jobs/<id>:<action>")]
        async fn customer(&self, id: &str, action: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<customer_id>` for `:customerId`
pub mod template_colon_camel_case {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<customer_id>")]
        async fn customer(&self, customer_id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `:id([0-9]+)`
pub mod template_colon_constraint {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u32) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
pub mod template_complete_url {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path is one string literal; write `"/api/customers/<id>"`
pub mod template_concat {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/api/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `$id`
pub mod template_dollar {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `${id}`
pub mod template_dollar_braces {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{{id}}`
pub mod template_double_braces {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path has an empty segment; write one `/` for `//`
pub mod template_empty_segment {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#` starts a fragment, which is never sent; remove `#top`, or write `%23` for `#`
pub mod template_fragment {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#` starts a fragment, which is never sent; remove `#top`, or write `%23` for `#`
pub mod template_fragment_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>%23top")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
pub mod template_host {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
pub mod template_host_with_port {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
pub mod template_host_without_scheme {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `\n` is not allowed in a URL; remove it
pub mod template_line_break {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path is one string literal; remove `.to_string()`
pub mod template_method_call {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `(id)`
pub mod template_parentheses {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `(<id>)` for `(id)`
pub mod template_parentheses_with_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers(<id>)")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `('<id>')` for `('id')`
pub mod template_parentheses_with_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers('<id>')")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `%s`
pub mod template_printf {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<id..>` fills complete segments; write `/<id..>` for `<id..>`
pub mod template_rest_not_alone {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/no-/<id..>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// white space around the template is not part of a URL; write `"/customers/<id>"`
pub mod template_space_at_end {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<path..>` for `*path`
pub mod template_star {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// the path is one string literal; write `"/customers/<id>"` for `"/customers/" + "<id>"`
pub mod template_sum {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `/id` is sent as written; write `/<id>` to send parameter `id` there
pub mod template_text {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `/note` is sent as written; write `/<note>` to send parameter `note` there, or add `body = note`
pub mod template_text_or_body {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<note>")]
        async fn customer(&self, note: &str) -> Result<Customer, Error>;
    }
}

// `/note` is sent as written; write `/<note>` to send parameter `note` there, or add `body = note`
pub mod template_text_or_body_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/note", body = note)]
        async fn customer(&self, note: &str) -> Result<Customer, Error>;
    }
}

// the path is one string literal; write `"/customers/<id>"` for `"/customers", "/<id>"`
pub mod template_two_literals {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<` in `<id` is never closed; write `<id>` for `<id`, or `%3Cid` for `<id` to send the character
pub mod template_unclosed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<` in `<id` is never closed; write `<id>` for `<id`, or `%3Cid` for `<id` to send the character
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod template_unclosed_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/%3Cid?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `>` in `id>` closes nothing; write `<id>` for `id>`, or `id%3E` for `id>` to send the character
pub mod template_unopened {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `>` in `id>` closes nothing; write `<id>` for `id>`, or `id%3E` for `id>` to send the character
// parameter `id` is never sent; put it in the template, as in `?<id>`, or remove it
pub mod template_unopened_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/id%3E?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path has no key; write `"/customers/<id>"` for `path = "/customers/<id>"`
pub mod template_with_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// path `customers/<id>` must start with `/`; write `"/customers/<id>"`
pub mod template_without_slash {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
