//! Declarations after the suggested fixes.

use super::prelude::*;

// placeholders are written in angle brackets; write `<id>` for `:id`
pub mod declarations_t_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{id:int}`
pub mod declarations_t_brace_typed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no type; write `<id>` for `<int:id>`
pub mod declarations_t_flask {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `$id`
pub mod declarations_t_dollar {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `${id}`
pub mod declarations_t_dollarbrace {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{}`
pub mod declarations_t_emptybrace {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{0}`
pub mod declarations_t_bracezero {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `{{id}}`
pub mod declarations_t_double_brace {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `%s`
pub mod declarations_t_printf {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<path..>` for `*path`
pub mod declarations_t_star {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<path..>` for `{*path}`
pub mod declarations_t_brace_star {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// the query begins with `?`; write `?` for the first `&`, or `%26` for the character
pub mod declarations_t_amp_noq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the query begins with `?`; write `?` for the first `&`, or `%26` for the character
pub mod declarations_t_amp_noq_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers%26limit=<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the query begins with `?`; write `?` for the first `&`, or `%26` for the character
pub mod declarations_t_amp_noq2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the query begins with `?`; write `?` for the first `&`, or `%26` for the character
pub mod declarations_t_amp_noq2_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers%26<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
pub mod declarations_t_proto_rel {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
pub mod declarations_t_host_noscheme {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
pub mod declarations_t_host_port {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the base URL belongs to the client; write `"/customers/<id>"`
// parameter `base` is never sent; put it in the template, as in `?<base>`, or remove it
pub mod declarations_t_base_ph {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<base>")]
        async fn customer(&self, base: &str, id: &str) -> Result<Customer, Error>;
    }
}

// the path is one string literal; write `"/api/customers/<id>"`
pub mod declarations_t_concat {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/api/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path is one string literal; remove `.to_string()`
pub mod declarations_t_tostring {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path is one string literal; write `"/customers/<id>/notes"` for `"/customers/<id>" + "/notes"`
pub mod declarations_t_plus {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>/notes")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a placeholder is a parameter, not a field of one; add a parameter `customer_id`, and write `<customer_id>` for `<customer.id>`
// parameter `customer` is never sent; put it in the template, as in `?<customer>`, or remove it
pub mod declarations_t_field {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<customer_id>?<customer>")]
        async fn customer(&self, customer: &Customer, customer_id: &str) -> Result<Customer, Error>;
    }
}

// `\` separates no segments; write `/`, or `%5C` for the character
// `\` separates no segments; write `/`, or `%5C` for the character
pub mod declarations_t_backslash {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `\` separates no segments; write `/`, or `%5C` for the character
// path `%5Ccustomers\<id>` must start with `/`; write `"/%5Ccustomers\\<id>"`
// `\` separates no segments; write `/`, or `%5C` for the character
pub mod declarations_t_backslash_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/%5Ccustomers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<іd>` contains `і` (U+0456), not `i`; write `<id>`
pub mod declarations_t_cyr {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// white space around the template is not part of a URL; write `"/customers/<id>"`
pub mod declarations_t_lead_space {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// white space around the template is not part of a URL; write `"/customers/<id>"`
pub mod declarations_t_trail_space {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `[id]`
pub mod declarations_t_brackets3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path is one string literal; write `"/customers/<id>"` for `"/customers", "/<id>"`
pub mod declarations_t_str_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<id>` for `(id)`
pub mod declarations_t_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `/id` is sent as written; write `/<id>` to send parameter `id` there
pub mod declarations_t_literal_id {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
