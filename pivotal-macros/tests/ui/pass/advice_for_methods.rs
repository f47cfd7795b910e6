// Cases of `tests/ui/fail` after the suggested fix. Recorded by `TRYBUILD=overwrite cargo test --test ui`.
#[derive(serde::Deserialize)]
pub struct Customer {}

use pivotal_runtime::{Error, Events, Transport, endpoint};

static GITHUB: pivotal_runtime::Api = pivotal_runtime::Api::new();

pub trait Api: Transport {
    // api/in_quotes
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn api_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // api/near_miss
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn api_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // api/path_in_quotes
    #[endpoint(GET, "/customers/<id>", api = crate::GITHUB)]
    async fn api_path_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // api/reference
    #[endpoint(GET, "/customers/<id>", api = GITHUB)]
    async fn api_reference(&self, id: &str) -> Result<Customer, Error>;
    // auth/bearer
    #[endpoint(GET, "/customers/<id>")]
    async fn auth_bearer(&self, id: &str) -> Result<Customer, Error>;
    // auth/bearer_in_quotes
    #[endpoint(GET, "/customers/<id>")]
    async fn auth_bearer_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // auth/client
    #[endpoint(GET, "/customers/<id>")]
    async fn auth_client(&self, id: &str) -> Result<Customer, Error>;
    // auth/false
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn auth_false(&self, id: &str) -> Result<Customer, Error>;
    // auth/in_quotes
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn auth_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // auth/near_miss
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn auth_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // auth/unknown
    #[endpoint(GET, "/customers/<id>")]
    async fn auth_unknown(&self, id: &str) -> Result<Customer, Error>;
    // auth/without_value
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn auth_without_value(&self, id: &str) -> Result<Customer, Error>;
    // body/angle_brackets
    #[endpoint(POST, "/customers", body = customer)]
    async fn body_angle_brackets(&self, customer: &str) -> Result<Customer, Error>;
    // body/as_json
    #[endpoint(PUT, "/customers/<id>", body = content)]
    async fn body_as_json(&self, id: &str, content: &str) -> Result<Customer, Error>;
    // body/call
    #[endpoint(PUT, "/customers/<id>", body = id)]
    async fn body_call(&self, id: &str) -> Result<Customer, Error>;
    // body/expression
    #[endpoint(PUT, "/customers/<id>", body = content)]
    async fn body_expression(&self, id: &str, content: &str) -> Result<Customer, Error>;
    // body/form_near_miss
    #[endpoint(PUT, "/customers/<id>", form = content)]
    async fn body_form_near_miss(&self, id: &str, content: &[[&str; 2]]) -> Result<Customer, Error>;
    // body/near_miss
    #[endpoint(PUT, "/customers/<id>", body = name)]
    async fn body_near_miss(&self, id: &str, name: &str) -> Result<Customer, Error>;
    // body/not_a_name
    #[endpoint(PUT, "/customers/<id>", body = content)]
    async fn body_not_a_name(&self, id: &str, content: &str) -> Result<Customer, Error>;
    // body/placeholder_in_quotes
    #[endpoint(POST, "/customers", body = customer)]
    async fn body_placeholder_in_quotes(&self, customer: &str) -> Result<Customer, Error>;
    // body/text_near_miss
    #[endpoint(PUT, "/customers/<id>", text = content)]
    async fn body_text_near_miss(&self, id: &str, content: &str) -> Result<Customer, Error>;
    // cases/borrowed
    #[endpoint(GET, "/customers/<id>", response(200) = String)]
    async fn cases_borrowed(&self, id: &str) -> Result<String, Error>;
    // cases/error_borrowed
    #[endpoint(GET, "/customers/<id>", error(404) = String)]
    async fn cases_error_borrowed(&self, id: &str) -> Result<Customer, Error>;
    // cases/error_of_a_declared_success
    #[endpoint(GET, "/customers/<id>", success = [200, 404])]
    async fn cases_error_of_a_declared_success(&self, id: &str) -> Result<Customer, Error>;
    // cases/error_of_a_response
    #[endpoint(GET, "/customers/<id>", response(200) = Customer, response(404) = Customer)]
    async fn cases_error_of_a_response(&self, id: &str) -> Result<Customer, Error>;
    // cases/error_of_a_success
    #[endpoint(GET, "/customers/<id>")]
    async fn cases_error_of_a_success(&self, id: &str) -> Result<Customer, Error>;
    // cases/error_of_none
    #[endpoint(GET, "/customers/<id>")]
    async fn cases_error_of_none(&self, id: &str) -> Result<Option<Customer>, Error>;
    // cases/error_of_none_in_conditional
    #[endpoint(GET, "/customers/<id>")]
    async fn cases_error_of_none_in_conditional(&self, id: &str) -> Result<pivotal_runtime::Conditional<Option<Customer>>, Error>;
    // cases/error_of_none_in_response
    #[endpoint(GET, "/customers/<id>")]
    async fn cases_error_of_none_in_response(&self, id: &str) -> Result<pivotal_runtime::Response<Option<Customer>>, Error>;
    // cases/in_quotes
    #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
    async fn cases_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // cases/pages
    #[endpoint(GET, "/customers")]
    fn customer(&self) -> pivotal_runtime::Pages<'_, pivotal_runtime::LinkPage<u8>>;
    // cases/with_success
    #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
    async fn cases_with_success(&self, id: &str) -> Result<Customer, Error>;
    // cases/with_suffix
    #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
    async fn cases_with_suffix(&self, id: &str) -> Result<Customer, Error>;
    // error_type/borrowed
    #[endpoint(GET, "/customers/<id>", error = String)]
    async fn error_type_borrowed(&self, id: &str) -> Result<Customer, Error>;
    // form/as_field
    #[endpoint(POST, "/token", form("code") = code)]
    async fn form_as_field(&self, code: &str) -> Result<Customer, Error>;
    // form/as_form_field
    #[endpoint(POST, "/token", form("code") = code)]
    async fn form_as_form_field(&self, code: &str) -> Result<Customer, Error>;
    // form/method_call
    #[endpoint(POST, "/token", form("length") = length)]
    async fn form_method_call(&self, length: &str) -> Result<Customer, Error>;
    // form/name_not_in_quotes
    #[endpoint(POST, "/token", form("code") = code)]
    async fn form_name_not_in_quotes(&self, code: &str) -> Result<Customer, Error>;
    // form/name_raw
    #[endpoint(POST, "/token", form("type") = r#type)]
    async fn form_name_raw(&self, r#type: &str) -> Result<Customer, Error>;
    // form/other_parameter_in_quotes
    #[endpoint(POST, "/token", form("user") = name)]
    async fn form_other_parameter_in_quotes(&self, name: &str) -> Result<Customer, Error>;
    // form/parameter_in_quotes
    #[endpoint(POST, "/token", form("code") = code)]
    async fn form_parameter_in_quotes(&self, code: &str) -> Result<Customer, Error>;
    // form/parameter_near_miss
    #[endpoint(POST, "/token", form("code") = code)]
    async fn form_parameter_near_miss(&self, code: &str) -> Result<Customer, Error>;
    // form/placeholder
    #[endpoint(POST, "/token", form("code") = code)]
    async fn form_placeholder(&self, code: &str) -> Result<Customer, Error>;
    // form/placeholder_braces
    #[endpoint(POST, "/token", form("code") = code)]
    async fn form_placeholder_braces(&self, code: &str) -> Result<Customer, Error>;
    // form/placeholder_in_text
    #[endpoint(POST, "/token", form("scope") = scope)]
    async fn form_placeholder_in_text(&self, scope: &str) -> Result<Customer, Error>;
    // form/rest
    #[endpoint(POST, "/token", form = code)]
    async fn form_rest(&self, code: &[[&str; 2]]) -> Result<Customer, Error>;
    // form/value_a_bool
    #[endpoint(POST, "/token", form("code") = code, form("offline") = "true")]
    async fn form_value_a_bool(&self, code: &str) -> Result<Customer, Error>;
    // form/value_a_number
    #[endpoint(POST, "/token", form("code") = code, form("limit") = "3")]
    async fn form_value_a_number(&self, code: &str) -> Result<Customer, Error>;
    // header/bad_name
    #[endpoint(GET, "/customers", header("Customer-Id") = id)]
    async fn header_bad_name(&self, id: &str) -> Result<Customer, Error>;
    // header/format
    #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = authorization)]
    async fn header_format(&self, id: &str, authorization: &str) -> Result<Customer, Error>;
    // header/method_call
    #[endpoint(GET, "/customers/<id>", header("X-Length") = x_length)]
    async fn header_method_call(&self, id: &str, x_length: &str) -> Result<Customer, Error>;
    // header/near_miss
    #[endpoint(GET, "/customers/<id>", header("X-Trace") = "on")]
    async fn header_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // header/parameter_in_quotes
    #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
    async fn header_parameter_in_quotes(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    // header/parameter_near_miss
    #[endpoint(GET, "/customers", header("If-Match") = id)]
    async fn header_parameter_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // header/placeholder
    #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = authorization)]
    async fn header_placeholder(&self, id: &str, authorization: &str) -> Result<Customer, Error>;
    // header/placeholder_alone
    #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
    async fn header_placeholder_alone(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    // header/placeholder_braces
    #[endpoint(GET, "/customers/<id>", header("X-Api-Key") = x_api_key)]
    async fn header_placeholder_braces(&self, id: &str, x_api_key: &str) -> Result<Customer, Error>;
    // header/placeholder_braces_empty
    #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = authorization)]
    async fn header_placeholder_braces_empty(&self, id: &str, authorization: &str) -> Result<Customer, Error>;
    // header/placeholder_key
    #[endpoint(GET, "/customers/<id>", header("X-Api-Key") = key)]
    async fn header_placeholder_key(&self, id: &str, key: &str) -> Result<Customer, Error>;
    // header/placeholder_printf
    #[endpoint(GET, "/customers/<id>", auth = none, header("Authorization") = authorization)]
    async fn header_placeholder_printf(&self, id: &str, authorization: &str) -> Result<Customer, Error>;
    // header/placeholder_sent
    #[endpoint(GET, "/customers/<id>", header("X-Trace") = x_trace)]
    async fn header_placeholder_sent(&self, id: &str, x_trace: &str) -> Result<Customer, Error>;
    // header/placeholder_unknown
    #[endpoint(GET, "/customers/<id>", header("X-Range") = x_range)]
    async fn header_placeholder_unknown(&self, id: &str, x_range: &str) -> Result<Customer, Error>;
    // header/value_a_bool
    #[endpoint(GET, "/customers/<id>", header("X-Trace") = "true")]
    async fn header_value_a_bool(&self, id: &str) -> Result<Customer, Error>;
    // header/value_a_number
    #[endpoint(GET, "/customers/<id>", header("Max-Forwards") = "3")]
    async fn header_value_a_number(&self, id: &str) -> Result<Customer, Error>;
    // header/value_in_name
    #[endpoint(GET, "/customers/<id>", header("Accept") = "text/plain")]
    async fn header_value_in_name(&self, id: &str) -> Result<Customer, Error>;
    // header/value_in_parentheses
    #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
    async fn header_value_in_parentheses(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    // header/value_with_space
    #[endpoint(GET, "/customers/<id>", header("X-Trace") = "on")]
    async fn header_value_with_space(&self, id: &str) -> Result<Customer, Error>;
    // http_method/another_method
    #[endpoint("UPDATE", "/customers/<id>")]
    async fn http_method_another_method(&self, id: &str) -> Result<Customer, Error>;
    // http_method/another_word
    #[endpoint("READ", "/customers/<id>")]
    async fn http_method_another_word(&self, id: &str) -> Result<Customer, Error>;
    // http_method/another_word_near_miss
    #[endpoint("PUSH", "/customers/<id>")]
    async fn http_method_another_word_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // http_method/as_call
    #[endpoint(GET, "/customers/<id>")]
    async fn http_method_as_call(&self, id: &str) -> Result<Customer, Error>;
    // http_method/as_path
    #[endpoint(GET, "/customers/<id>")]
    async fn http_method_as_path(&self, id: &str) -> Result<Customer, Error>;
    // http_method/as_string
    #[endpoint(GET, "/customers/<id>")]
    async fn http_method_as_string(&self, id: &str) -> Result<Customer, Error>;
    // http_method/custom
    #[endpoint("PURGE", "/customers/<id>")]
    async fn http_method_custom(&self, id: &str) -> Result<Customer, Error>;
    // http_method/custom_lower_case
    #[endpoint("PURGE", "/customers/<id>")]
    async fn http_method_custom_lower_case(&self, id: &str) -> Result<Customer, Error>;
    // http_method/custom_of_a_type
    #[endpoint("PURGE", "/customers/<id>")]
    async fn http_method_custom_of_a_type(&self, id: &str) -> Result<Customer, Error>;
    // http_method/custom_with_path
    #[endpoint("PURGE", "/customers/<id>")]
    async fn http_method_custom_with_path(&self, id: &str) -> Result<Customer, Error>;
    // http_method/lower_case
    #[endpoint(GET, "/customers/<id>")]
    async fn http_method_lower_case(&self, id: &str) -> Result<Customer, Error>;
    // http_method/lower_case_in_quotes
    #[endpoint(GET, "/customers/<id>")]
    async fn http_method_lower_case_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // http_method/near_miss
    #[endpoint(GET, "/customers/<id>")]
    async fn http_method_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // http_method/query_near_miss
    #[endpoint(QUERY, "/customers/<id>")]
    async fn http_method_query_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // http_method/unknown
    #[endpoint("REMOVE", "/customers/<id>")]
    async fn http_method_unknown(&self, id: &str) -> Result<Customer, Error>;
    // http_method/with_dash
    #[endpoint("M-SEARCH", "/customers/<id>")]
    async fn http_method_with_dash(&self, id: &str) -> Result<Customer, Error>;
    // http_method/with_key
    #[endpoint(GET, "/customers/<id>")]
    async fn http_method_with_key(&self, id: &str) -> Result<Customer, Error>;
    // http_method/with_path
    #[endpoint(GET, "/customers/<id>")]
    async fn http_method_with_path(&self, id: &str) -> Result<Customer, Error>;
    // http_method/with_space
    #[endpoint("LIST-ALL", "/customers/<id>")]
    async fn http_method_with_space(&self, id: &str) -> Result<Customer, Error>;
    // idempotent/false
    #[endpoint(POST, "/customers/<id>")]
    async fn idempotent_false(&self, id: &str) -> Result<Customer, Error>;
    // idempotent/false_on_custom
    #[endpoint("PURGE", "/customers/<id>")]
    async fn idempotent_false_on_custom(&self, id: &str) -> Result<Customer, Error>;
    // idempotent/false_on_put
    #[endpoint(PUT, "/customers/<id>")]
    async fn idempotent_false_on_put(&self, id: &str) -> Result<Customer, Error>;
    // idempotent/name
    #[endpoint(POST, "/customers/<id>", header("Idempotency-Key") = key)]
    async fn idempotent_name(&self, id: &str, key: &str) -> Result<Customer, Error>;
    // idempotent/negated
    #[endpoint(POST, "/customers/<id>")]
    async fn idempotent_negated(&self, id: &str) -> Result<Customer, Error>;
    // idempotent/parameter
    #[endpoint(POST, "/customers/<id>", header("Idempotency-Key") = key)]
    async fn idempotent_parameter(&self, id: &str, key: &str) -> Result<Customer, Error>;
    // idempotent/with_value
    #[endpoint(PATCH, "/customers/<id>", idempotent)]
    async fn idempotent_with_value(&self, id: &str) -> Result<Customer, Error>;
    // key/arrow_without_comma
    #[endpoint(GET, "/customers/<id>" , response = Customer)]
    async fn key_arrow_without_comma(&self, id: &str) -> Result<Customer, Error>;
    // key/arrow_without_key
    #[endpoint(GET, "/customers/<id>", response = Customer)]
    async fn key_arrow_without_key(&self, id: &str) -> Result<Customer, Error>;
    // key/crate_relative
    #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
    async fn key_crate_relative(&self, id: &str) -> Result<Customer, Error>;
    // key/crate_with_dash
    #[endpoint(GET, "/customers/<id>", crate = ::pivotal_runtime)]
    async fn key_crate_with_dash(&self, id: &str) -> Result<Customer, Error>;
    // key/headers
    #[endpoint(GET, "/customers/<id>", header("If-Match") = etag)]
    async fn key_headers(&self, id: &str, etag: &str) -> Result<Customer, Error>;
    // key/in_quotes
    #[endpoint(GET, "/customers/<id>", response = Customer)]
    async fn key_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // key/near_miss
    #[endpoint(GET, "/customers/<id>", response = Customer)]
    async fn key_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // key/no_auth
    #[endpoint(GET, "/customers/<id>", auth = none)]
    async fn key_no_auth(&self, id: &str) -> Result<Customer, Error>;
    // key/operation_empty
    #[endpoint(GET, "/customers/<id>")]
    async fn key_operation_empty(&self, id: &str) -> Result<Customer, Error>;
    // key/parentheses
    #[endpoint(GET, "/customers/<id>", response = Customer)]
    async fn key_parentheses(&self, id: &str) -> Result<Customer, Error>;
    // key/query
    #[endpoint(GET, "/customers?<limit>")]
    async fn key_query(&self, limit: u32) -> Result<Customer, Error>;
    // key/query_in_parentheses
    #[endpoint(GET, "/customers?<limit>")]
    async fn key_query_in_parentheses(&self, limit: u32) -> Result<Customer, Error>;
    // key/returns
    #[endpoint(GET, "/customers/<id>", response = Customer)]
    async fn key_returns(&self, id: &str) -> Result<Customer, Error>;
    // key/status
    #[endpoint(POST, "/customers/<id>", success = 201)]
    async fn key_status(&self, id: &str) -> Result<Customer, Error>;
    // key/type
    #[endpoint(GET, "/customers/<id>", response = Customer)]
    async fn key_type(&self, id: &str) -> Result<Customer, Error>;
    // placeholder/a_number
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_a_number(&self, id: &str) -> Result<Customer, Error>;
    // placeholder/bad_name
    #[endpoint(GET, "/customers/<customer_id>")]
    async fn placeholder_bad_name(&self, customer_id: &str) -> Result<Customer, Error>;
    // placeholder/dash
    #[endpoint(GET, "/customers/<customer_id>")]
    async fn placeholder_dash(&self, customer_id: &str) -> Result<Customer, Error>;
    // placeholder/default
    #[endpoint(GET, "/customers?<limit>")]
    async fn placeholder_default(&self, limit: u32) -> Result<Customer, Error>;
    // placeholder/dots_first
    #[endpoint(GET, "/files/<path..>")]
    async fn placeholder_dots_first(&self, path: &str) -> Result<Customer, Error>;
    // placeholder/near_miss
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // placeholder/other_letter
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_other_letter(&self, id: &str) -> Result<Customer, Error>;
    // placeholder/path_type_after
    #[endpoint(GET, "/files/<file..>")]
    async fn placeholder_path_type_after(&self, file: &str) -> Result<Customer, Error>;
    // placeholder/path_type_first
    #[endpoint(GET, "/files/<file..>")]
    async fn placeholder_path_type_first(&self, file: &str) -> Result<Customer, Error>;
    // placeholder/raw
    #[endpoint(GET, "/customers/<type>")]
    async fn placeholder_raw(&self, r#type: &str) -> Result<Customer, Error>;
    // placeholder/rest_near_miss
    #[endpoint(GET, "/files/<path..>")]
    async fn placeholder_rest_near_miss(&self, path: &str) -> Result<Customer, Error>;
    // placeholder/sent_twice_near_miss
    #[endpoint(GET, "/customers/<id>?by=<id>")]
    async fn placeholder_sent_twice_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // placeholder/three_dots
    #[endpoint(GET, "/customers/<id..>")]
    async fn placeholder_three_dots(&self, id: &str) -> Result<Customer, Error>;
    // placeholder/type_after
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_type_after(&self, id: u32) -> Result<Customer, Error>;
    // placeholder/type_first
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_type_first(&self, id: u32) -> Result<Customer, Error>;
    // placeholder/type_in_query
    #[endpoint(GET, "/customers?<limit>")]
    async fn placeholder_type_in_query(&self, limit: u32) -> Result<Customer, Error>;
    // placeholder/with_type
    #[endpoint(GET, "/customers/<id>")]
    async fn placeholder_with_type(&self, id: u64) -> Result<Customer, Error>;
    // query/adjacent
    #[endpoint(GET, "/customers?<limit>&<cursor>")]
    async fn query_adjacent(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    // query/braces
    #[endpoint(GET, "/customers?query=<customer>&<id>")]
    async fn query_braces(&self, id: &str, customer: &str) -> Result<Customer, Error>;
    // query/colon
    #[endpoint(GET, "/customers?limit=<limit>")]
    async fn query_colon(&self, limit: u32) -> Result<Customer, Error>;
    // query/comma
    #[endpoint(GET, "/customers?<limit>&<cursor>")]
    async fn query_comma(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    // query/dollar
    #[endpoint(GET, "/customers?$top=<top>")]
    async fn query_dollar(&self, top: u32) -> Result<Customer, Error>;
    // query/dollar_with_value
    #[endpoint(GET, "/customers?$skip=0&$top=<top>")]
    async fn query_dollar_with_value(&self, top: u32) -> Result<Customer, Error>;
    // query/fields_after_dot
    #[endpoint(GET, "/customers?filter[<id..>]")]
    async fn query_fields_after_dot(&self, id: &[[&str; 2]]) -> Result<Customer, Error>;
    // query/fields_in_brackets_fixed
    #[endpoint(GET, "/customers?filter[<id..>]")]
    async fn query_fields_in_brackets_fixed(&self, id: &[[&str; 2]]) -> Result<Customer, Error>;
    // query/fields_in_brackets_unclosed
    #[endpoint(GET, "/customers?filter[<id..>]")]
    async fn query_fields_in_brackets_unclosed(&self, id: &[[&str; 2]]) -> Result<Customer, Error>;
    // query/fields_in_brackets_with_value
    #[endpoint(GET, "/customers?filter[<key..>]")]
    async fn query_fields_in_brackets_with_value(&self, key: &[[&str; 2]]) -> Result<Customer, Error>;
    // query/fields_in_brackets_without_dots
    #[endpoint(GET, "/customers?filter[<filter..>]")]
    async fn query_fields_in_brackets_without_dots(&self, filter: &[[&str; 2]]) -> Result<Customer, Error>;
    // query/fixed_value
    #[endpoint(GET, "/customers?<limit>")]
    async fn query_fixed_value(&self, limit: u32) -> Result<Customer, Error>;
    // query/near_miss
    #[endpoint(GET, "/customers?<limit>")]
    async fn query_near_miss(&self, limit: u8) -> Result<Customer, Error>;
    // query/second_question_mark
    #[endpoint(GET, "/customers?<limit>&<cursor>")]
    async fn query_second_question_mark(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    // query/slash
    #[endpoint(GET, "/customers?<id>")]
    async fn query_slash(&self, id: &str) -> Result<Customer, Error>;
    // query/space_at_ampersand
    #[endpoint(GET, "/customers?<limit>&<cursor>")]
    async fn query_space_at_ampersand(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    // query/text
    #[endpoint(GET, "/customers?<limit>")]
    async fn query_text(&self, limit: u32) -> Result<Customer, Error>;
    // query/text_value
    #[endpoint(GET, "/customers?limit=<limit>")]
    async fn query_text_value(&self, limit: u32) -> Result<Customer, Error>;
    // query/two_equals
    #[endpoint(GET, "/customers?limit=<limit>")]
    async fn query_two_equals(&self, limit: u32) -> Result<Customer, Error>;
    // style/comma
    #[endpoint(GET, "/customers?<ids:csv>")]
    async fn style_comma(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/deep_object
    #[endpoint(GET, "/customers?filter[<filter..>]")]
    async fn style_deep_object(&self, filter: &[[&str; 2]]) -> Result<Customer, Error>;
    // style/deep_object_with_key
    #[endpoint(GET, "/customers?f[<filter..>]")]
    async fn style_deep_object_with_key(&self, filter: &[[&str; 2]]) -> Result<Customer, Error>;
    // style/empty
    #[endpoint(GET, "/customers?<ids>")]
    async fn style_empty(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/explode
    #[endpoint(GET, "/customers?ids=<ids:csv>")]
    async fn style_explode(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/exploded
    #[endpoint(GET, "/customers?<ids>")]
    async fn style_exploded(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/first
    #[endpoint(GET, "/customers?<ids:csv>")]
    async fn style_first(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/first_in_path
    #[endpoint(GET, "/customers/<ids>")]
    async fn style_first_in_path(&self, ids: &str) -> Result<Customer, Error>;
    // style/in_path
    #[endpoint(GET, "/customers/<ids>")]
    async fn style_in_path(&self, ids: &str) -> Result<Customer, Error>;
    // style/near_miss
    #[endpoint(GET, "/customers?<ids:csv>")]
    async fn style_near_miss(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/of_url
    #[endpoint(GET, "<url>")]
    async fn style_of_url(&self, url: &str) -> Result<Customer, Error>;
    // style/parameter_near_miss
    #[endpoint(GET, "/customers?<ids:csv>")]
    async fn style_parameter_near_miss(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/pipe_delimited
    #[endpoint(GET, "/customers?<ids:pipes>")]
    async fn style_pipe_delimited(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/space_delimited
    #[endpoint(GET, "/customers?<ids:ssv>")]
    async fn style_space_delimited(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/unknown_in_path
    #[endpoint(GET, "/customers/<ids>")]
    async fn style_unknown_in_path(&self, ids: &str) -> Result<Customer, Error>;
    // style/upper_case
    #[endpoint(GET, "/customers?filter=<filter:json>")]
    async fn style_upper_case(&self, filter: &[u32]) -> Result<Customer, Error>;
    // style/with_dots
    #[endpoint(GET, "/customers?<ids:csv>")]
    async fn style_with_dots(&self, ids: &[u32]) -> Result<Customer, Error>;
    // style/with_space
    #[endpoint(GET, "/customers?<ids:csv>")]
    async fn style_with_space(&self, ids: &[u32]) -> Result<Customer, Error>;
    // success/class
    #[endpoint(POST, "/customers/<id>", success = 200..=299)]
    async fn success_class(&self, id: &str) -> Result<Customer, Error>;
    // success/class_in_a_list
    #[endpoint(GET, "/customers/<id>", success = [200..=299, 304])]
    async fn success_class_in_a_list(&self, id: &str) -> Result<Customer, Error>;
    // success/class_in_quotes
    #[endpoint(POST, "/customers/<id>", success = 200..=299)]
    async fn success_class_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // success/class_of_errors
    #[endpoint(GET, "/customers/<id>", success = [200, 400..=499])]
    async fn success_class_of_errors(&self, id: &str) -> Result<Customer, Error>;
    // success/class_range
    #[endpoint(GET, "/customers/<id>", success = 200..=399)]
    async fn success_class_range(&self, id: &str) -> Result<Customer, Error>;
    // success/in_quotes
    #[endpoint(GET, "/customers/<id>", success = 200)]
    async fn success_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // success/operator
    #[endpoint(POST, "/customers/<id>", success = [200, 201])]
    async fn success_operator(&self, id: &str) -> Result<Customer, Error>;
    // success/overlapping
    #[endpoint(GET, "/customers/<id>", success = [200..=299, 300..=350])]
    async fn success_overlapping(&self, id: &str) -> Result<Customer, Error>;
    // success/range
    #[endpoint(GET, "/customers/<id>", success = 200..=299)]
    async fn success_range(&self, id: &str) -> Result<Customer, Error>;
    // success/range_empty
    #[endpoint(GET, "/customers/<id>", success = 200..=299)]
    async fn success_range_empty(&self, id: &str) -> Result<Customer, Error>;
    // success/range_empty_exclusive
    #[endpoint(GET, "/customers/<id>", success = 200)]
    async fn success_range_empty_exclusive(&self, id: &str) -> Result<Customer, Error>;
    // success/range_from
    #[endpoint(GET, "/customers/<id>", success = 200..=599)]
    async fn success_range_from(&self, id: &str) -> Result<Customer, Error>;
    // success/range_full
    #[endpoint(GET, "/customers/<id>", success = 200..=599)]
    async fn success_range_full(&self, id: &str) -> Result<Customer, Error>;
    // success/range_in_quotes
    #[endpoint(GET, "/customers/<id>", success = 200..=299)]
    async fn success_range_in_quotes(&self, id: &str) -> Result<Customer, Error>;
    // success/range_of_three_dots
    #[endpoint(GET, "/customers/<id>", success = 200..=299)]
    async fn success_range_of_three_dots(&self, id: &str) -> Result<Customer, Error>;
    // success/range_to
    #[endpoint(GET, "/customers/<id>", success = 200..=299)]
    async fn success_range_to(&self, id: &str) -> Result<Customer, Error>;
    // success/range_to_inclusive
    #[endpoint(GET, "/customers/<id>", success = 200..=299)]
    async fn success_range_to_inclusive(&self, id: &str) -> Result<Customer, Error>;
    // success/range_with_dash
    #[endpoint(GET, "/customers/<id>", success = 200..=299)]
    async fn success_range_with_dash(&self, id: &str) -> Result<Customer, Error>;
    // success/range_with_suffix
    #[endpoint(GET, "/customers/<id>", success = 200..=299)]
    async fn success_range_with_suffix(&self, id: &str) -> Result<Customer, Error>;
    // success/range_without_end
    #[endpoint(GET, "/customers/<id>", success = 200..=599)]
    async fn success_range_without_end(&self, id: &str) -> Result<Customer, Error>;
    // success/with_suffix
    #[endpoint(GET, "/customers/<id>", success = 200)]
    async fn success_with_suffix(&self, id: &str) -> Result<Customer, Error>;
    // template/ampersand
    #[endpoint(GET, "/customers?limit=<limit>")]
    async fn template_ampersand(&self, limit: u32) -> Result<Customer, Error>;
    // template/ampersand_and_query
    #[endpoint(GET, "/customers%26<limit>?<offset>")]
    async fn template_ampersand_and_query(&self, limit: u32, offset: u32) -> Result<Customer, Error>;
    // template/backslash
    #[endpoint(GET, r"/customers/<id>")]
    async fn template_backslash(&self, id: &str) -> Result<Customer, Error>;
    // template/backslash_at_start
    #[endpoint(GET, r"/customers/<id>")]
    async fn template_backslash_at_start(&self, id: &str) -> Result<Customer, Error>;
    // template/bare_percent
    #[endpoint(GET, "/100%25/<id>")]
    async fn template_bare_percent(&self, id: &str) -> Result<Customer, Error>;
    // template/base_url
    #[endpoint(GET, "/customers/<id>")]
    async fn template_base_url(&self, id: &str) -> Result<Customer, Error>;
    // template/braces
    #[endpoint(GET, "/customers/<id>")]
    async fn template_braces(&self, id: &str) -> Result<Customer, Error>;
    // template/braces_empty
    #[endpoint(GET, "/customers/<id>")]
    async fn template_braces_empty(&self, id: &str) -> Result<Customer, Error>;
    // template/braces_number
    #[endpoint(GET, "/customers/<id>")]
    async fn template_braces_number(&self, id: &str) -> Result<Customer, Error>;
    // template/braces_query
    #[endpoint(GET, "/customers?<limit>&<cursor>")]
    async fn template_braces_query(&self, limit: u32, cursor: &str) -> Result<Customer, Error>;
    // template/braces_star
    #[endpoint(GET, "/files/<path..>")]
    async fn template_braces_star(&self, path: &str) -> Result<Customer, Error>;
    // template/braces_type
    #[endpoint(GET, "/customers/<id>")]
    async fn template_braces_type(&self, id: &str) -> Result<Customer, Error>;
    // template/brackets
    #[endpoint(GET, "/customers/<id>")]
    async fn template_brackets(&self, id: &str) -> Result<Customer, Error>;
    // template/colon
    #[endpoint(GET, "/customers/<id>")]
    async fn template_colon(&self, id: &str) -> Result<Customer, Error>;
    // template/colon_after_placeholder
    #[endpoint(POST, "/jobs/<id>:<action>")]
    async fn template_colon_after_placeholder(&self, id: &str, action: &str) -> Result<Customer, Error>;
    // template/complete_url
    #[endpoint(GET, "/customers/<id>")]
    async fn template_complete_url(&self, id: &str) -> Result<Customer, Error>;
    // template/dollar
    #[endpoint(GET, "/customers/<id>")]
    async fn template_dollar(&self, id: &str) -> Result<Customer, Error>;
    // template/dollar_braces
    #[endpoint(GET, "/customers/<id>")]
    async fn template_dollar_braces(&self, id: &str) -> Result<Customer, Error>;
    // template/double_braces
    #[endpoint(GET, "/customers/<id>")]
    async fn template_double_braces(&self, id: &str) -> Result<Customer, Error>;
    // template/fragment
    #[endpoint(GET, "/customers/<id>%23top")]
    async fn template_fragment(&self, id: &str) -> Result<Customer, Error>;
    // template/host
    #[endpoint(GET, "/customers/<id>")]
    async fn template_host(&self, id: &str) -> Result<Customer, Error>;
    // template/host_with_port
    #[endpoint(GET, "/customers/<id>")]
    async fn template_host_with_port(&self, id: &str) -> Result<Customer, Error>;
    // template/host_without_scheme
    #[endpoint(GET, "/customers/<id>")]
    async fn template_host_without_scheme(&self, id: &str) -> Result<Customer, Error>;
    // template/parentheses
    #[endpoint(GET, "/customers/<id>")]
    async fn template_parentheses(&self, id: &str) -> Result<Customer, Error>;
    // template/parentheses_with_key
    #[endpoint(GET, "/customers(<id>)")]
    async fn template_parentheses_with_key(&self, id: &str) -> Result<Customer, Error>;
    // template/parentheses_with_quotes
    #[endpoint(GET, "/customers('<id>')")]
    async fn template_parentheses_with_quotes(&self, id: &str) -> Result<Customer, Error>;
    // template/printf
    #[endpoint(GET, "/customers/<id>")]
    async fn template_printf(&self, id: &str) -> Result<Customer, Error>;
    // template/star
    #[endpoint(GET, "/files/<path..>")]
    async fn template_star(&self, path: &str) -> Result<Customer, Error>;
    // template/sum
    #[endpoint(GET, "/customers/<id>")]
    async fn template_sum(&self, id: &str) -> Result<Customer, Error>;
    // template/text
    #[endpoint(GET, "/customers/<id>")]
    async fn template_text(&self, id: &str) -> Result<Customer, Error>;
    // template/text_or_body
    #[endpoint(POST, "/customers/<note>")]
    async fn template_text_or_body(&self, note: &str) -> Result<Customer, Error>;
    // template/two_literals
    #[endpoint(GET, "/customers/<id>")]
    async fn template_two_literals(&self, id: &str) -> Result<Customer, Error>;
    // template/with_key
    #[endpoint(GET, "/customers/<id>")]
    async fn template_with_key(&self, id: &str) -> Result<Customer, Error>;
    // template/without_slash
    #[endpoint(GET, "/customers/<id>")]
    async fn template_without_slash(&self, id: &str) -> Result<Customer, Error>;
    // timeout/compound
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_compound(&self, id: &str) -> Result<Customer, Error>;
    // timeout/deadline
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_deadline(&self, id: &str) -> Result<Customer, Error>;
    // timeout/fraction
    #[endpoint(GET, "/customers/<id>", timeout = "1500ms")]
    async fn timeout_fraction(&self, id: &str) -> Result<Customer, Error>;
    // timeout/in_words
    #[endpoint(GET, "/customers/<id>", timeout = "2m")]
    async fn timeout_in_words(&self, id: &str) -> Result<Customer, Error>;
    // timeout/near_miss
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_near_miss(&self, id: &str) -> Result<Customer, Error>;
    // timeout/number_with_unit
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_number_with_unit(&self, id: &str) -> Result<Customer, Error>;
    // timeout/with_space
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_with_space(&self, id: &str) -> Result<Customer, Error>;
    // timeout/without_value
    #[endpoint(GET, "/customers/<id>", timeout = "90s")]
    async fn timeout_without_value(&self, id: &str) -> Result<Customer, Error>;
    // until/as_done
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    async fn until_as_done(&self, id: &str) -> Result<Events<Customer>, Error>;
    // until/as_end
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    async fn until_as_end(&self, id: &str) -> Result<Events<Customer>, Error>;
    // until/as_end_marker
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    async fn until_as_end_marker(&self, id: &str) -> Result<Events<Customer>, Error>;
    // until/as_sentinel
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    async fn until_as_sentinel(&self, id: &str) -> Result<Events<Customer>, Error>;
    // until/brackets
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    async fn until_brackets(&self, id: &str) -> Result<Events<Customer>, Error>;
    // until/empty
    #[endpoint(GET, "/customers/<id>")]
    async fn until_empty(&self, id: &str) -> Result<Events<Customer>, Error>;
    // until/near_miss
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    async fn until_near_miss(&self, id: &str) -> Result<Events<Customer>, Error>;
    // until/number
    #[endpoint(GET, "/customers/<id>", until = "5")]
    async fn until_number(&self, id: &str) -> Result<Events<Customer>, Error>;
    // until/without_value
    #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
    async fn until_without_value(&self, id: &str) -> Result<Events<Customer>, Error>;
    // url/braces
    #[endpoint(GET, "/<url>")]
    async fn url_braces(&self, url: &str) -> Result<Customer, Error>;
    // url/near_miss
    #[endpoint(GET, "<url>")]
    async fn url_near_miss(&self, url: &str) -> Result<Customer, Error>;
    // url/two_placeholders
    #[endpoint(GET, "<host>")]
    async fn url_two_placeholders(&self, host: &str) -> Result<Customer, Error>;
    // url/type_first
    #[endpoint(GET, "/<url>")]
    async fn url_type_first(&self, url: &str) -> Result<Customer, Error>;
    // url/with_dots
    #[endpoint(GET, "<url>")]
    async fn url_with_dots(&self, url: &str) -> Result<Customer, Error>;
    // url/with_path
    #[endpoint(GET, "/<url>/orders")]
    async fn url_with_path(&self, url: &str) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
