//! Declarations after the suggested fixes.

use super::prelude::*;

// `Customer` cannot be read from a response; derive `serde::Deserialize` for each type of yours in `Customer`, or add the bound `serde::de::DeserializeOwned` to a type parameter
pub mod bound_blocking_response {
    use super::*;

    pub trait Api: BlockingTransport {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `Self` cannot wait for a response, since it is not a `BlockingTransport`; write `async fn`, or `BlockingTransport` as the supertrait; with `#[endpoints]`, that is `transport = BlockingTransport`
pub mod bound_blocking_transport {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `NewCustomer` cannot be sent as JSON; derive `serde::Serialize` for each type of yours in `NewCustomer`
pub mod bound_body {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct NewCustomer;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer(&self, customer: &NewCustomer) -> Result<Customer, Error>;
    }
}

// an endpoint that is not `async` cannot return `Pin<Box<dyn Future<Output = Result<Customer, pivotal_runtime::Error>> + Send>>`; write `async fn`, or return `Pages<'_, P>` with a page type `P` or, on a blocking transport, `Result<T, E>` or `blocking::Pages<'_, P>`
// an `async fn` has the output of its future as the return type; write `Result<Customer, Error>`
pub mod bound_boxed_future {
    use super::*;

    use std::pin::Pin;

    pub trait Api: DynTransport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint that is not `async` cannot return `Pin<Box<dyn Future<Output = Result<Customer, pivotal_runtime::Error>> + Send>>`; write `async fn`, or return `Pages<'_, P>` with a page type `P` or, on a blocking transport, `Result<T, E>` or `blocking::Pages<'_, P>`
pub mod bound_boxed_future_2 {
    use super::*;

    use std::pin::Pin;

    pub trait Api: DynTransport {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Pages<'_, LinkPage<Customer>>;
    }
}

// `Id` is not allowed in a path; derive `serde::Serialize` for `Id`, or pass a value with `Display` in a `pivotal_runtime::Displayed`
pub mod bound_conversion {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Id;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: impl Into<Id>) -> Result<Customer, Error>;
    }
}

// `Content` cannot be sent as JSON; derive `serde::Serialize` for each type of yours in `Content`
pub mod bound_conversion_as_ref {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Content;

    impl AsRef<Content> for Content {
        fn as_ref(&self) -> &Content {
            self
        }
    }

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = content)]
        async fn customer(&self, content: impl AsRef<Content>) -> Result<Customer, Error>;
    }
}

// `MyError` does not implement `From<pivotal_runtime::Error>`; implement `From<pivotal_runtime::Error>` for `MyError`, or return `pivotal_runtime::Error`
pub mod bound_error_2 {
    use super::*;

    pub struct MyError;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// `Problem` is not an `ErrorBody`; derive `serde::Deserialize` for each type of yours in `Problem`, and add `impl pivotal_runtime::ErrorBody for Type {}`; wrap a type of another crate
pub mod bound_error_body {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Problem {}

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = Problem)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }

    impl pivotal_runtime::ErrorBody for Problem {}
}

// `Vec<Problem>` is not an `ErrorBody`; derive `serde::Deserialize` for each type of yours in `Vec<Problem>`, and add `impl pivotal_runtime::ErrorBody for Type {}`; wrap a type of another crate
pub mod bound_error_body_in_a_list {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Problem {}

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = Vec<Problem>)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }

    impl pivotal_runtime::ErrorBody for Problem {}
}

// `Problem` is not an `ErrorBody`; derive `serde::Deserialize` for each type of yours in `Problem`, and add `impl pivotal_runtime::ErrorBody for Type {}`; wrap a type of another crate
pub mod bound_error_body_neither {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Problem {}

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = Problem)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }

    impl pivotal_runtime::ErrorBody for Problem {}
}

// `E` does not implement `From<pivotal_runtime::Error>`; implement `From<pivotal_runtime::Error>` for `E`, or return `pivotal_runtime::Error`
pub mod bound_error_generic_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer<E>(&self, id: &str) -> Result<Customer, pivotal_runtime::Error>;
    }
}

// `Problem` is not an `ErrorBody`; derive `serde::Deserialize` for each type of yours in `Problem`, and add `impl pivotal_runtime::ErrorBody for Type {}`; wrap a type of another crate
pub mod bound_error_of_a_status {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Problem {}

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error(404) = Problem)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }

    impl pivotal_runtime::ErrorBody for Problem {}
}

// `Content` cannot be sent as a form; derive `serde::Serialize` for each type of yours in `Content`
pub mod bound_form {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Content;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", form = content)]
        async fn customer(&self, content: &Content) -> Result<Customer, Error>;
    }
}

// `Content` cannot be sent in a form; derive `serde::Serialize` for `Content`, or pass a value with `Display` in a `pivotal_runtime::Displayed`
pub mod bound_form_field {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Content;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", form("content") = content)]
        async fn customer(&self, content: &Content) -> Result<Customer, Error>;
    }
}

// `Etag` is not allowed in a header; derive `serde::Serialize` for `Etag`, pass a value with `Display` in a `pivotal_runtime::Displayed`, or pass a `HeaderValue`
pub mod bound_header {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Etag;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers", header("If-Match") = etag)]
        async fn customer(&self, etag: Etag) -> Result<Customer, Error>;
    }
}

// this body is sent by value; write `Multipart`
pub mod bound_multipart_reference {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", multipart = form)]
        async fn customer(&self, form: Multipart) -> Result<Customer, Error>;
    }
}

// an endpoint cannot return `Customer`; return `Result<T, E>`, where `E` is `Error` or implements `From<Error>`; a method that returns `Pages` is not `async`
pub mod bound_not_a_result {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint cannot return `std::option::Option<Customer>`; return `Result<T, E>`, where `E` is `Error` or implements `From<Error>`; a method that returns `Pages` is not `async`
pub mod bound_not_a_result_alias {
    use super::*;

    pub type Lookup = Option<Customer>;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// an endpoint that is not `async` cannot return `Customer`; write `async fn`, or return `Pages<'_, P>` with a page type `P` or, on a blocking transport, `Result<T, E>` or `blocking::Pages<'_, P>`
pub mod bound_not_async_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Pages<'_, LinkPage<Customer>>;
    }
}

// `Feed` cannot be read from a response; derive `serde::Deserialize` for each type of yours in `Feed`, or add the bound `serde::de::DeserializeOwned` to a type parameter
pub mod bound_page_not_readable {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Feed {
        entries: Vec<u32>,
    }

    impl Paginated for Feed {
        type Item = u32;

        fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
            Next::end()
        }

        fn into_items(self) -> Vec<u32> {
            self.entries
        }
    }

    pub trait Api: Transport {
        #[endpoint(GET, "/customers")]
        fn customer(&self) -> Pages<'_, Feed>;
    }
}

// `Id` is not allowed in a path; derive `serde::Serialize` for `Id`, or pass a value with `Display` in a `pivotal_runtime::Displayed`
pub mod bound_path {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Id(u32);

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: Id) -> Result<Customer, Error>;
    }
}

// `Sort` is not allowed in a query; derive `serde::Serialize` for `Sort`, or pass a value with `Display` in a `pivotal_runtime::Displayed`
pub mod bound_query {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Sort;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<sort>")]
        async fn customer(&self, sort: &Sort) -> Result<Customer, Error>;
    }
}

// the fields of `Filter` are not allowed in a query; derive `serde::Serialize` for each type of yours in `Filter`
pub mod bound_query_fields {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Filter;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<filter..>")]
        async fn customer(&self, filter: &Filter) -> Result<Customer, Error>;
    }
}

// `Customer` cannot be read from a response; derive `serde::Deserialize` for each type of yours in `Customer`, or add the bound `serde::de::DeserializeOwned` to a type parameter
pub mod bound_response {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `Conditional<Option<Customer>>` cannot be read from a response; derive `serde::Deserialize` for each type of yours in `Conditional<Option<Customer>>`, or add the bound `serde::de::DeserializeOwned` to a type parameter
pub mod bound_response_conditional {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Conditional<Option<Customer>>, Error>;
    }
}

// the method returns `Customer`, but `response` says `Deleted`; return `Deleted`, `Option<Deleted>` or `Response<Deleted>`, or correct `response`
pub mod bound_response_disagrees {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Deleted {}

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Deleted)]
        async fn customer(&self, id: &str) -> Result<Deleted, Error>;
    }
}

// the method returns `Customer`, but `response` says `Deleted`; return `Deleted`, `Option<Deleted>` or `Response<Deleted>`, or correct `response`
pub mod bound_response_disagrees_2 {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Deleted {}

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Deleted)]
        async fn customer(&self, id: &str) -> Result<Option<Deleted>, Error>;
    }
}

// the method returns `Customer`, but `response` says `Deleted`; return `Deleted`, `Option<Deleted>` or `Response<Deleted>`, or correct `response`
pub mod bound_response_disagrees_3 {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Deleted {}

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Deleted)]
        async fn customer(&self, id: &str) -> Result<Response<Deleted>, Error>;
    }
}

// `Vec<Customer>` cannot be read from a response; derive `serde::Deserialize` for each type of yours in `Vec<Customer>`, or add the bound `serde::de::DeserializeOwned` to a type parameter
pub mod bound_response_in_a_list {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Vec<Customer>, Error>;
    }
}

// `List<Customer>` cannot be read from a response; derive `serde::Deserialize` for each type of yours in `List<Customer>`, or add the bound `serde::de::DeserializeOwned` to a type parameter
pub mod bound_response_in_a_page {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct List<T> {
        data: Vec<T>,
    }

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<List<Customer>, Error>;
    }
}

// `Customer` cannot be read from a response; derive `serde::Deserialize` for each type of yours in `Customer`, or add the bound `serde::de::DeserializeOwned` to a type parameter
pub mod bound_response_named {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Option<Customer>, Error>;
    }
}

// the method returns `Vec<Customer>`, but `response` says `Customer`; return `Customer`, `Option<Customer>` or `Response<Customer>`, or correct `response`
pub mod bound_response_not_returned {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// the method returns `Vec<Customer>`, but `response` says `Customer`; return `Customer`, `Option<Customer>` or `Response<Customer>`, or correct `response`
pub mod bound_response_not_returned_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Option<Customer>, Error>;
    }
}

// the method returns `Vec<Customer>`, but `response` says `Customer`; return `Customer`, `Option<Customer>` or `Response<Customer>`, or correct `response`
pub mod bound_response_not_returned_3 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Response<Customer>, Error>;
    }
}

// `pivotal_runtime::Response<Customer>` cannot be read from a response; derive `serde::Deserialize` for each type of yours in `pivotal_runtime::Response<Customer>`, or add the bound `serde::de::DeserializeOwned` to a type parameter
pub mod bound_response_with_status {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Response<Customer>, Error>;
    }
}

// `Path` is not allowed in a path; derive `serde::Serialize` for `Path`, or pass a value with `Display` in a `pivotal_runtime::Displayed`
pub mod bound_rest {
    use super::*;

    #[derive(serde::Serialize)]
    pub struct Path;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &Path) -> Result<Customer, Error>;
    }
}

// `until` ends a stream of events, but the method returns `Customer`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// `until` ends a stream of events, but the method returns `Customer`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `until` ends a stream of events, but the method returns `Customer`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_blocking {
    use super::*;

    pub trait Api: BlockingTransport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// `until` ends a stream of events, but the method returns `Customer`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_blocking_2 {
    use super::*;

    pub trait Api: BlockingTransport {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `until` ends a stream of events, but the method returns `Customer`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_format {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]", format = Json)]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// `until` ends a stream of events, but the method returns `Customer`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_format_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", format = Json)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `until` ends a stream of events, but the method returns `Customer`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_named_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", response = Customer)]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// `until` ends a stream of events, but the method returns `pivotal_runtime::Pages<'_, LinkPage<Customer>>`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_pages_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        fn customer(&self, id: &str) -> Pages<'_, LinkPage<Customer>>;
    }
}

// `until` ends a stream of events, but the method returns `pivotal_runtime::Response<Customer>`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_response {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", until = "[DONE]")]
        async fn customer(&self, id: &str) -> Result<Events<Customer>, Error>;
    }
}

// `until` ends a stream of events, but the method returns `pivotal_runtime::Response<Customer>`; return `Result<Events<T>, Error>`, where `T` is the data of an event, or remove `until`
pub mod bound_until_response_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Response<Customer>, Error>;
    }
}
