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

// the query begins once, and its pairs are separated by `&`; write `&<x>` for `?<x>`
pub mod declarations_t_twice_q {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>&<x>")]
        async fn customer(&self, id: &str, x: &str) -> Result<Customer, Error>;
    }
}

// `?limit` is sent as written; write `?<limit>` to send parameter `limit` there
pub mod declarations_t_limit_bare {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: &str) -> Result<Customer, Error>;
    }
}

// `?limit=limit` is sent as written; write `?limit=<limit>` to send parameter `limit` there
pub mod declarations_t_limit_eq_bare {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: &str) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `<limit>` for `:limit`
pub mod declarations_t_limit_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: &str) -> Result<Customer, Error>;
    }
}

// a placeholder has no default; write `<limit>` for `<limit=10>` and pass the value
pub mod declarations_t_default {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the pairs of a query are separated by `&`; write `<limit>&<offset>` for `<limit>,<offset>`
pub mod declarations_t_comma_q {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<offset>")]
        async fn customer(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    }
}

// white space around a pair is not part of it; write `<limit>` for `<limit> `
// white space around a pair is not part of it; write `<offset>` for ` <offset>`
pub mod declarations_t_space_amp {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<offset>")]
        async fn customer(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    }
}

// `<..filter>` is not the name of a parameter; write `<filter..>`
pub mod declarations_t_rest_opt {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter..>")]
        async fn customer(&self, filter: &NewCustomer) -> Result<Customer, Error>;
    }
}

// placeholders are written in angle brackets; write `?<limit>&<cursor>` for `{?limit,cursor}`
pub mod declarations_t_query_curly_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<cursor>")]
        async fn customer(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    }
}

// `/` separates segments of the path, not pairs of the query; write `<id>` for `/<id>`
pub mod declarations_t_slash_q {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<id>")]
        async fn customer(&self, id: u32) -> Result<Customer, Error>;
    }
}

// a placeholder is the complete value of its pair; write `limit=<limit>` for `limit==<limit>`
pub mod declarations_t_double_eq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the pairs of a query are separated by `&`; write `<limit>&<offset>` for `<limit><offset>`
pub mod declarations_t_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>&<offset>")]
        async fn customer(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    }
}

// a placeholder is the complete value of its pair; write `limit=<limit>` for `limit="<limit>"`
pub mod declarations_t_quote_in {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?limit=<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path have no key; write `GET, "/customers/<id>"` for `method = GET, path = "/customers/<id>"`
pub mod declarations_a_method_eq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the path has no key; write `"/customers/<id>"` for `path = "/customers/<id>"`
pub mod declarations_a_path_eq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `#[get]` does not declare an endpoint; write `#[endpoint(GET, "/customers/<id>")]` for `#[get("/customers/<id>")]`
pub mod declarations_a_rocket_get_e {
    use super::*;

    #[endpoints]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path are two arguments; write `GET, "/customers/<id>"` for `GET("/customers/<id>")`
pub mod declarations_a_call {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path are two arguments; write `GET, "/customers/<id>"` for `get("/customers/<id>")`
pub mod declarations_a_call_lower {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// one `,` separates two arguments; remove this one
pub mod declarations_a_double_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `;`
pub mod declarations_a_semi {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `=>`
pub mod declarations_a_arrow {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET , "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// arguments are separated by `,`; write it for `:`
pub mod declarations_a_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint has one HTTP method; remove `POST,`
pub mod declarations_a_two_methods {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write it for `->`
pub mod declarations_k_resp_arrow {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write it for `==`
pub mod declarations_k_resp_eqeq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write `response = Customer` for `response(Customer)`
pub mod declarations_k_resp_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `response = Customer` for `-> Customer`
pub mod declarations_k_arrow_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `, response = Customer` for `-> Customer`
pub mod declarations_k_arrow_type2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>" , response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response type has a key; write `response = Customer`
pub mod declarations_k_bare_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `returns`; write `response`
pub mod declarations_k_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a `POST` request is not idempotent unless declared so; remove `idempotent = false`
pub mod declarations_k_idempotent_false {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `no_auth`; write `auth = none`
pub mod declarations_k_no_auth {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the id of an operation is empty; write it, or remove `operation`
pub mod declarations_k_operation_empty_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `-` in the name of a package is `_` in the name of its crate; write `::pivotal_runtime` for `pivotal-runtime`
pub mod declarations_k_crate_self {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod declarations_k_query_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod declarations_k_query_eq {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `query`
pub mod declarations_k_query_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// the query is part of the path; write `"/customers?<limit>"`, and remove `params`
pub mod declarations_k_params {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// nothing follows the last argument; remove `;`
pub mod declarations_k_trail_semi {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `<` in the value of `response` is never closed; add `>`
pub mod declarations_k_resp_unclosed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Vec<Customer>)]
        async fn customer(&self, id: &str) -> Result<Vec<Customer>, Error>;
    }
}

// `response` is the type of the body; write `Customer` for `Result<Customer, Error>`
pub mod declarations_k_resp_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `data`; write `body`
// the value of `body` is written without quotes; write `customer`
pub mod declarations_k_data_rocket {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// the value of `body` is the name of a parameter; write `customer` for `<customer>`
pub mod declarations_k_body_angle {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// the value of `body` is the name of a parameter; write `customer` for `Json(customer)`
pub mod declarations_k_body_json_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write `body = customer` for `body(customer)`
pub mod declarations_k_body_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<name..>`, a single value with `?<name>`, or declare `QUERY` or `POST`
// `<name..>` sends the fields of a struct or map; write `<name>` for `<name..>` to send one value
pub mod declarations_k_body_get {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<name>")]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<name..>`, a single value with `?<name>`, or declare `QUERY` or `POST`
pub mod declarations_k_body_get_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<name>")]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<name..>`, a single value with `?<name>`, or declare `QUERY` or `POST`
pub mod declarations_k_body_get_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(QUERY, "/customers", body = name)]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send its fields in the query with `?<name..>`, a single value with `?<name>`, or declare `QUERY` or `POST`
pub mod declarations_k_body_get_4 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = name)]
        async fn customer(&self, name: &str) -> Result<Customer, Error>;
    }
}

// `2xx` is not a status; write `200..=299`
pub mod declarations_k_success_2xx {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 200..=299)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// several statuses are a list; write `[200, 201]`
pub mod declarations_k_success_or {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = [200, 201])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write `success = 201` for `success(201)`
pub mod declarations_k_success_paren {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 201)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `200` is given twice; keep one of them
pub mod declarations_k_success_dup {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = [200])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a response with status 204 has no body for `Customer`; return `()` or `Option<Customer>`
pub mod declarations_k_success_204_typed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(DELETE, "/customers/<id>", success = 204)]
        async fn customer(&self, id: &str) -> Result<(), Error>;
    }
}

// a response with status 204 has no body for `Customer`; return `()` or `Option<Customer>`
pub mod declarations_k_success_204_typed_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(DELETE, "/customers/<id>", success = 204)]
        async fn customer(&self, id: &str) -> Result<Option<Customer>, Error>;
    }
}

// unknown key `status`; write `success`
pub mod declarations_k_status {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 201)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `code`; write `success`
pub mod declarations_k_statuses {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers/<id>", success = 201)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// unknown key `headers`; write `header("If-Match") = etag` for `headers = { "If-Match" = etag }`
pub mod declarations_k_headers_map {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("If-Match") = etag` for `header("If-Match" = etag)`
pub mod declarations_k_header_inside {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("If-Match") = etag` for `header("If-Match", etag)`
pub mod declarations_k_header_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// the value of a header follows its name in parentheses; write `header("Accept") = "text/plain"` for `header("Accept: text/plain")`
pub mod declarations_k_header_kv {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("Accept") = "text/plain")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("If-Match") = etag`
pub mod declarations_k_header_rocket {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
        async fn customer(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    }
}

// a fixed header value has no placeholders; write `header("Authorization") = token` and pass the complete value
pub mod declarations_k_header_bearer {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = token)]
        async fn customer(&self, id: &str, token: &str) -> Result<Customer, Error>;
    }
}

// header `x-trace` is given both fixed and from a parameter; keep one of them
pub mod declarations_k_header_dup {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", header("X-Trace") = trace)]
        async fn customer(&self, id: &str, trace: &str) -> Result<Customer, Error>;
    }
}

// unknown key `content_type`; write `header("Content-Type")`
pub mod declarations_k_content_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer, header("Content-Type") = "application/merge-patch+json")]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_post_nobody {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn create(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_post_nobody_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers?<customer>")]
        async fn create(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_post_nobody_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers")]
        async fn create(&self) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_put_nobody {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>", body = customer)]
        async fn update(&self, id: &str, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_put_nobody_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>?<customer>")]
        async fn update(&self, id: &str, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// parameter `customer` is never sent; add `body = customer`, put it in the template, as in `?<customer>`, or remove it
pub mod declarations_s_put_nobody_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(PUT, "/customers/<id>")]
        async fn update(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `String` does not implement `From<pivotal_runtime::Error>`; return `pivotal_runtime::Error`, or an error type of yours that implements it
pub mod declarations_s_ret_string_err {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// `()` does not implement `From<pivotal_runtime::Error>`; return `pivotal_runtime::Error`, or an error type of yours that implements it
pub mod declarations_s_ret_unit_err {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// `std::io::Error` does not implement `From<pivotal_runtime::Error>`; return `pivotal_runtime::Error`, or an error type of yours that implements it
pub mod declarations_s_ret_reqwest_err {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// the error is the second type of a `Result`; write `Result<Customer, Error>` for `Result<Error, Customer>`
pub mod declarations_s_ret_error_dropped {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// `http::Response<Customer>` is not read from a response; write `pivotal_runtime::Response<Customer>`
pub mod declarations_s_ret_http_resp {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<pivotal_runtime::Response<Customer>, Error>;
    }
}

// the path of a file has other separators and characters than a URL; write `&str`, and pass it as text
pub mod declarations_p_path_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `impl ToString` has no bound for it; write `impl serde::Serialize`
pub mod declarations_p_tostring_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: impl serde::Serialize) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `I` has no bound for it; add the bound `serde::Serialize` to `I`
pub mod declarations_p_generic_nobound {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer<I: serde::Serialize>(&self, id: I) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `I` has no bound for it; add the bound `serde::Serialize` to `I`
pub mod declarations_p_debug_bound {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer<I: serde::Serialize + std::fmt::Debug>(&self, id: I) -> Result<Customer, Error>;
    }
}

// `<limit..>` sends the fields of a struct or map; write `<limit>` for `<limit..>` to send one value
pub mod declarations_p_query_scalar_rest {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// serde has no text for a `std::time::SystemTime`; write a number or `&str`, and pass it in the format of the API
pub mod declarations_p_query_duration_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<at>")]
        async fn customer(&self, at: &str) -> Result<Customer, Error>;
    }
}

// serde has no text for a `std::time::Instant`; write a number or `&str`, and pass it in the format of the API
pub mod declarations_p_query_instant_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<at>")]
        async fn customer(&self, at: &str) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `B` has no bound for it; add the bound `serde::Serialize` to `B`
pub mod declarations_p_body_generic {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer<B: serde::Serialize>(&self, customer: B) -> Result<Customer, Error>;
    }
}

// `form` sends the fields of a struct or map; write `form("content") = content` for `form = content` to send one field
pub mod declarations_p_form_str {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", form("content") = content)]
        async fn customer(&self, content: &str) -> Result<Customer, Error>;
    }
}

// `text` sends the `Display` of a value; write `bytes = content` for `text = content`
pub mod declarations_p_text_bytes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", bytes = content)]
        async fn customer(&self, content: Vec<u8>) -> Result<Customer, Error>;
    }
}

// a stream is sent by value; write `bytes = content` for `stream = content`
pub mod declarations_p_stream_vec {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", bytes = content)]
        async fn customer(&self, content: &[u8]) -> Result<Customer, Error>;
    }
}

// this body is sent by value; write `Multipart`
pub mod declarations_p_multipart_ref {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", multipart = content)]
        async fn customer(&self, content: Multipart) -> Result<Customer, Error>;
    }
}

// error types must be owned; write `String`
pub mod declarations_p_error_borrowed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = String)]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// a method that returns `Pages` is not `async`; remove `async`
pub mod declarations_x_async_pages {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, Customer>;
    }
}

// a method that returns `Pages` is not `async`, and each page is a `Result`; remove `async`, and write `Pages<'_, Customer>` for `Result<Pages<'_, Customer>, Error>`
pub mod declarations_x_async_pages_res {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, Customer>;
    }
}

// each page of `Pages` is a `Result`; write `Pages<'_, Customer>` for `Result<Pages<'_, Customer>, Error>`
pub mod declarations_x_pages_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, Customer>;
    }
}

// an `async fn` has the output of its future as the return type; write `Result<Customer, Error>`
pub mod declarations_x_async_box {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// the places of parameters are in `#[endpoint]`; add `body = customer` to `#[endpoint]`, and remove this attribute
pub mod declarations_x_param_attr2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// the common path has no key; write `"/v1"` for `path = "/v1"`
pub mod declarations_e_key_path {
    use super::*;

    #[endpoints("/v1")]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u32) -> Result<Customer, Error>;
    }
}

// serde reads the response, but `T` has no bound for it; add the bound `serde::de::DeserializeOwned` to `T`
pub mod declarations_e_generic {
    use super::*;

    #[endpoints("/v1")]
    pub trait Api<T: serde::de::DeserializeOwned> {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u32) -> Result<T, Error>;
    }
}

// an `Rc` cannot be sent between threads; write `Customer` for `std::rc::Rc<Customer>`
pub mod declarations_x_nonsend_ret {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// `-` in the name of a package is `_` in the name of its crate; write `::pivotal_runtime` for `::pivotal-runtime`
pub mod declarations_d_crate_path_hyphen {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send the fields of `filter` in the query with `?<filter..>`, or a single value with `?<filter>`
pub mod declarations_d_get_param_json {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter..>")]
        async fn customer(&self, filter: &NewCustomer) -> Result<Customer, Error>;
    }
}

// a `GET` request has no body; send the fields of `filter` in the query with `?<filter..>`, or a single value with `?<filter>`
pub mod declarations_d_get_param_json_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter>")]
        async fn customer(&self, filter: &NewCustomer) -> Result<Customer, Error>;
    }
}

// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
pub mod declarations_d_head_typed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/customers")]
        async fn customer(&self) -> Result<(), Error>;
    }
}

// the response to `HEAD` has no body for `Customer`; write `()`, or return `Response<()>` for the headers
pub mod declarations_d_head_typed_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(HEAD, "/customers")]
        async fn customer(&self) -> Result<Response<()>, Error>;
    }
}

// a status is a number; write `200` without quotes
pub mod declarations_d_success_eq_str_200 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", success = 200)]
        async fn customer(&self) -> Result<Customer, Error>;
    }
}

// the HTTP method and the path come first; move `response` after them
pub mod declarations_d_keys_first {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// `#[endpoints]` adds the supertrait; write `#[endpoints(transport = BlockingTransport)]`, and remove it here
pub mod declarations_d_endpoints_super_blocking {
    use super::*;

    #[endpoints(transport = BlockingTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}

// a method on a `BlockingTransport` is not `async`; remove this
pub mod declarations_d_endpoints_async_in_blocking {
    use super::*;

    #[endpoints("/api", transport = BlockingTransport)]
    pub trait Api {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}
