//! Declarations after the suggested fixes.

use super::prelude::*;

// response types must be owned; write `String`
pub mod cases_borrowed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(200) = String)]
        async fn customer(&self, id: &str) -> Result<String, Error>;
    }
}

// `response(...)` takes one status; write one, or `response = Type` for all others
pub mod cases_class_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error(...)` takes one status; write one, or `error = Type` for all others
pub mod cases_class_in_quotes_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error(...)` takes one status; write one, or `error = Type` for all others
pub mod cases_class_of_errors_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a key and its value are separated by `=`; write it for `:`
pub mod cases_colon {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202)= Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `response(STATUS) = Type`
pub mod cases_comma_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response()` has no status; write `response(STATUS) = Type`, or `response = Type` for all others
pub mod cases_empty {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response()` has no status; write `response(STATUS) = Type`, or `response = Type` for all others
pub mod cases_empty_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error()` has no status; write `error(STATUS) = Type`, or `error = Type` for all others
pub mod cases_empty_error {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error()` has no status; write `error(STATUS) = Type`, or `error = Type` for all others
pub mod cases_empty_error_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// error types must be owned; write `String`
pub mod cases_error_borrowed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = String)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `404` is a success of this method; remove `error(404)`
pub mod cases_error_of_a_declared_success {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", success = [200, 404])]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `404` is a success of this method; remove `error(404)`
pub mod cases_error_of_a_response {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(200) = Customer, response(404) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `202` is a success of this method; remove `error(202)`
pub mod cases_error_of_a_success {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `404` is `None` for this method; write `Customer` for `Option<Customer>`, or remove `error(404)`
pub mod cases_error_of_none {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = String)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `404` is `None` for this method; write `Customer` for `Option<Customer>`, or remove `error(404)`
pub mod cases_error_of_none_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Option<Customer>, Error>;
    }
}

// `404` is `None` for this method; write `Customer` for `Option<Customer>`, or remove `error(404)`
pub mod cases_error_of_none_in_conditional {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = String)]
        async fn customer(&self, id: &str) -> Result<pivotal_runtime::Conditional<Customer>, Error>;
    }
}

// `404` is `None` for this method; write `Customer` for `Option<Customer>`, or remove `error(404)`
pub mod cases_error_of_none_in_conditional_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<pivotal_runtime::Conditional<Option<Customer>>, Error>;
    }
}

// `404` is `None` for this method; write `Customer` for `Option<Customer>`, or remove `error(404)`
pub mod cases_error_of_none_in_response {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = String)]
        async fn customer(&self, id: &str) -> Result<pivotal_runtime::Response<Customer>, Error>;
    }
}

// `404` is `None` for this method; write `Customer` for `Option<Customer>`, or remove `error(404)`
pub mod cases_error_of_none_in_response_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<pivotal_runtime::Response<Option<Customer>>, Error>;
    }
}

// `error(404)` is given twice; keep one of them
pub mod cases_error_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = String)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error(...)` needs a value; write `error(404) = Type`
pub mod cases_error_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a status is a number; write `202` without quotes
pub mod cases_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response(...)` takes one status; write `response(200) = Customer, response(202) = Customer`
pub mod cases_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(200) = Customer, response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error(...)` takes one status; write `error(400) = String, error(422) = String`
pub mod cases_list_of_errors {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(400) = String, error(422) = String)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `response(STATUS) = Type`
pub mod cases_not_a_number {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// expected `error(STATUS) = Type`
pub mod cases_not_a_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `Pages` names the type of every page; remove `response(200)`
pub mod cases_pages {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> pivotal_runtime::Pages<'_, pivotal_runtime::LinkPage<u8>>;
    }
}

// `response(...)` takes one status; write one, or `response = Type` for all others
pub mod cases_range_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `error(...)` takes one status; write one, or `error = Type` for all others
pub mod cases_range_of_errors_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response(200)` is given twice; keep one of them
pub mod cases_response_twice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(200) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// response types must be owned; write `Vec<Customer>`
pub mod cases_slice {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(200) = Vec<Customer>)]
        async fn customer(&self, id: &str) -> Result<Vec<Customer>, Error>;
    }
}

// the value of `response(...)` is written without quotes; write `Customer`
pub mod cases_type_in_quotes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response(...)` needs a value; write `response(202) = Type`
pub mod cases_value_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the statuses in `response(...)` are the successes; remove `success`
pub mod cases_with_success {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// a status has no suffix; write `202`
pub mod cases_with_suffix {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// missing return type for several responses; return `Result<Type, Error>`, where `Type` implements `From` for each
pub mod cases_without_return_type {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(200) = Customer, response(202) = String)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// missing return type for several responses; return `Result<Type, Error>`, where `Type` implements `From` for each
pub mod cases_without_return_type_and_others {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = String, response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `response(...)` needs a value; write `response(202) = Type`
pub mod cases_without_value {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response(202) = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}
