//! Declarations after the suggested fixes.

use super::prelude::*;

// the pairs of a query are separated by `&`; write `<limit>&<cursor>` for `<limit><cursor>`
pub mod query_adjacent {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<cursor>")]
        async fn customer(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    }
}

// `>` in `age > 5` closes nothing; write `age %3E 5` for `age > 5` to send the character
pub mod query_angle_bracket {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?$filter=age %3E 5&<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<customer>` for `{customer}`
// no parameter fills `<customer>`; add a parameter `customer`, or remove the placeholder
pub mod query_braces {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?query=<customer>&<id>")]
        async fn customer(&self, id: &str, customer: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<ids:csv>` for `{ids:csv}`
pub mod query_braces_style {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:csv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<limit>` for `:limit`
pub mod query_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the pairs of a query are separated by `&`; write `<limit>&<cursor>` for `<limit>,<cursor>`
pub mod query_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<cursor>")]
        async fn customer(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `$top=<top>` for `$top`
pub mod query_dollar {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?$top=<top>")]
        async fn customer(&self, top: u32) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `$top=<top>` for `$top=10`
pub mod query_dollar_with_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?$skip=0&$top=<top>")]
        async fn customer(&self, top: u32) -> Result<Customer, Error>;
    }
}

// the query is empty; remove `?`
pub mod query_empty_pair {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// fields with a prefix are written in brackets, with `..` and without a value; write `filter[<id..>]` for `filter.<id..>`
pub mod query_fields_after_dot {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter[<id..>]")]
        async fn customer(&self, id: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// fields with a prefix are written in brackets, with `..` and without a value; write `filter[<id..>]` for `filter[<id..>]=open`
pub mod query_fields_in_brackets_fixed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter[<id..>]")]
        async fn customer(&self, id: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// no parameter fills `<fliter..>`; write `<filter..>`
pub mod query_fields_in_brackets_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter[<filter..>]")]
        async fn customer(&self, filter: &[(&str, u8)]) -> Result<Customer, Error>;
    }
}

// fields with a prefix are written in brackets, with `..` and without a value; write `filter[<id..>]` for `filter[<id..>`
pub mod query_fields_in_brackets_unclosed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter[<id..>]")]
        async fn customer(&self, id: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// fields with a prefix are written in brackets, with `..` and without a value; write `filter[<key..>]` for `filter[<key>]=<value>`
// parameter `value` is never sent; put it in the template, as in `&<value>`, or remove it
pub mod query_fields_in_brackets_with_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter[<key..>]&<value>")]
        async fn customer(&self, key: &[[&str; 2]], value: &str) -> Result<Customer, Error>;
    }
}

// fields with a prefix are written in brackets, with `..` and without a value; write `filter[<filter..>]` for `filter[<filter>]`
pub mod query_fields_in_brackets_without_dots {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter[<filter..>]")]
        async fn customer(&self, filter: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// no parameter fills `<fliter..>`; write `<filter..>`
pub mod query_fields_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter..>")]
        async fn customer(&self, filter: &[(&str, u8)]) -> Result<Customer, Error>;
    }
}

// `<id..>` has the keys of its fields; write `<id..>` for `filter=<id..>`, `filter[<id..>]` to put them in brackets, or `filter=<id>` for one value
// `<id..>` sends the fields of a struct or map; write `<id>` for `<id..>` to send one value
pub mod query_fields_with_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<id..>` has the keys of its fields; write `<id..>` for `filter=<id..>`, `filter[<id..>]` to put them in brackets, or `filter=<id>` for one value
// `filter[<id..>]` sends the fields of a struct or map; write `filter=<id>` for `filter[<id..>]` to send one value
pub mod query_fields_with_key_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter=<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<id..>` has the keys of its fields; write `<id..>` for `filter=<id..>`, `filter[<id..>]` to put them in brackets, or `filter=<id>` for one value
pub mod query_fields_with_key_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter=<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<id..>` has the keys of its fields; write `<id..>` for `filter[]=<id..>`, `filter[<id..>]` to put them in brackets, or `filter[]=<id>` for one value
// `<id..>` sends the fields of a struct or map; write `<id>` for `<id..>` to send one value
pub mod query_fields_with_key_in_brackets {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<id..>` has the keys of its fields; write `<id..>` for `filter[]=<id..>`, `filter[<id..>]` to put them in brackets, or `filter[]=<id>` for one value
// `filter[<id..>]` sends the fields of a struct or map; write `filter=<id>` for `filter[<id..>]` to send one value
pub mod query_fields_with_key_in_brackets_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter=<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<id..>` has the keys of its fields; write `<id..>` for `filter[]=<id..>`, `filter[<id..>]` to put them in brackets, or `filter[]=<id>` for one value
pub mod query_fields_with_key_in_brackets_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter[]=<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `?limit=10` is sent as written; write `?<limit>` to send parameter `limit` there
pub mod query_fixed_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// `sort=by_<id>` mixes text and placeholders; write `sort=<id>` for `sort=by_<id>`, and build the value in the parameter
pub mod query_mixed_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?sort=<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<limt>`; write `<limit>`
pub mod query_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u8) -> Result<Customer, Error>;
    }
}

// `<id>=1` mixes text and placeholders; write `key=<name>`, and build the value in the parameter
pub mod query_placeholder_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?key=<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the query begins once, and its pairs are separated by `&`; write `&<cursor>` for `?<cursor>`
pub mod query_second_question_mark {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<cursor>")]
        async fn customer(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    }
}

// `/` separates segments of the path, not pairs of the query; write `<id>` for `/<id>`
pub mod query_slash {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// white space around a pair is not part of it; write `<limit>` for `<limit> `
pub mod query_space_at_ampersand {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<cursor>")]
        async fn customer(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    }
}

// the query has an empty pair; write `&` for `&&`
pub mod query_stray_ampersand {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?sort=name&<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `?limit` is sent as written; write `?<limit>` to send parameter `limit` there
pub mod query_text {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// `?limit=limit` is sent as written; write `?limit=<limit>` to send parameter `limit` there
pub mod query_text_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// a placeholder is the complete value of its pair; write `limit=<limit>` for `limit==<limit>`
pub mod query_two_equals {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// a placeholder is the complete value of its pair; write `name=<name>` for `name='<name>'`
pub mod query_value_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?name=<name>")]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// a pair of the query has a key; write `<id>` for `=<id>`
pub mod query_without_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
