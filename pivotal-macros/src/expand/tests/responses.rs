//! The expansions of statuses, their types, and formats.

use expect_test::expect_file;
use quote::quote;

use super::check_trait;

#[test]
fn cases() {
    check_trait(
        quote!(success = 200, error = Problem),
        &quote!(
            trait Reports {
                #[endpoint(POST, "/reports", body = order, response(200) = Report, response(202) = Job)]
                async fn order(&self, order: &Order) -> Result<Ordered, Error>;

                #[endpoint(GET, "/reports/<id>", response(404) = Missing, response(204) = (), response = Report)]
                async fn report(&self, id: u64) -> Result<Outcome, Error>;

                #[endpoint(GET, "/jobs/<id>", response(200) = Job)]
                async fn job(&self, id: u64);
            }
        ),
        &expect_file!["../../../tests/expand/cases.rs"],
    );
}

#[test]
fn error_cases() {
    check_trait(
        quote!(error(404) = Missing, error(409) = Conflict),
        &quote!(
            trait Users {
                #[endpoint(POST, "/users", body = user, error = Problem, error(409) = Exists)]
                async fn create(&self, user: &User) -> Result<User, Error>;

                #[endpoint(GET, "/users/<id>")]
                async fn user(&self, id: u64) -> Result<Option<User>, Error>;

                #[endpoint(GET, "/users/<id>/name", success = [200, 404, 409])]
                async fn name(&self, id: u64) -> Result<String, Error>;
            }
        ),
        &expect_file!["../../../tests/expand/error_cases.rs"],
    );
}

#[test]
fn format() {
    check_trait(
        quote!(format = Xml),
        &quote!(
            trait Orders {
                #[endpoint(
                    POST,
                    "/orders",
                    header("X-Tenant") = tenant,
                    body = order,
                    error = Problem,
                    error(422) = Invalid
                )]
                async fn create(&self, tenant: u8, order: &Order) -> Result<Order, Error>;

                #[endpoint(POST, "/login", form = login, format = crate::formats::Enveloped<Json>)]
                async fn log_in(&self, login: &Login) -> Result<Session, Error>;
            }
        ),
        &expect_file!["../../../tests/expand/format.rs"],
    );
}

#[test]
fn success_ranges() {
    check_trait(
        quote!(success = [200..=299, 404]),
        &quote!(
            trait Jobs {
                #[endpoint(GET, "/jobs/<id>")]
                async fn job(&self, id: u64) -> Result<Job, Error>;

                #[endpoint(DELETE, "/jobs/<id>", success = 200..=299)]
                async fn cancel(&self, id: u64) -> Result<(), Error>;
            }
        ),
        &expect_file!["../../../tests/expand/success_ranges.rs"],
    );
}

#[test]
fn until() {
    check_trait(
        quote!(error = Problem),
        &quote!(
            trait Completions {
                #[endpoint(POST, "/completions", body = prompt, until = "[DONE]", timeout = "10m")]
                async fn complete(&self, prompt: &Prompt) -> Result<Events<Chunk>, Error>;

                #[endpoint(GET, "/events", response = Events<Chunk>, until = "end", format = Xml)]
                async fn events(&self);

                #[endpoint(GET, "/changes", response(200) = Events<Chunk>, response(204) = (), until = "end")]
                async fn changes(&self) -> Result<Changes, Error>;
            }
        ),
        &expect_file!["../../../tests/expand/until.rs"],
    );
}

#[test]
fn until_blocking() {
    check_trait(
        quote!(transport = BlockingTransport),
        &quote!(
            trait Completions {
                #[endpoint(POST, "/completions", body = prompt, until = "[DONE]")]
                fn complete(&self, prompt: &Prompt) -> Result<Events<Chunk>, Error>;
            }
        ),
        &expect_file!["../../../tests/expand/until_blocking.rs"],
    );
}
