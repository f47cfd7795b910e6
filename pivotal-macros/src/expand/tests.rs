//! What is expanded, recorded under `tests/expand`. `UPDATE_EXPECT=1 cargo test -p pivotal-macros` records anew.

use expect_test::{ExpectFile, expect_file};
use proc_macro2::TokenStream;
use quote::quote;

use super::{Surroundings, endpoint};

/// The expansion in a trait, as rustfmt would nearly write it.
fn expand(args: &TokenStream, method: &TokenStream) -> String {
    let expansion = endpoint(args.clone(), method, &Surroundings::of_crate("pivotal_runtime"));
    let file = syn::parse2(quote!(trait Api: Transport { #expansion })).expect("an expansion is a trait item");
    prettyplease::unparse(&file)
}

fn check(args: &TokenStream, method: &TokenStream, recorded: &ExpectFile) {
    recorded.assert_eq(&expand(args, method));
}

fn delete_customer() -> (TokenStream, TokenStream) {
    (
        quote!(DELETE, "/api/v1/customers/<id>", response = Deleted),
        quote!(
            /// Soft-deletes a customer.
            async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
        ),
    )
}

#[test]
fn path() {
    let (args, method) = delete_customer();
    check(&args, &method, &expect_file!["../../tests/expand/path.rs"]);
}

#[test]
fn a_delete_is_at_most_25_lines() {
    let (args, method) = delete_customer();
    let expansion = expand(&args, &method);
    let lines = expansion.lines().count() - 2; // without the trait around it
    assert!(lines <= 25, "{lines} lines:\n{expansion}");
}

#[test]
fn mistake() {
    check(
        &quote!(GET, "/customers/<idd>", respons = Customer),
        &quote!(
            async fn customer(&self, id: &str) -> Result<Option<Customer>, Error>;
        ),
        &expect_file!["../../tests/expand/mistake.rs"],
    );
}

#[test]
fn rest_of_the_path() {
    check(
        &quote!(GET, "/buckets/<bucket>/files/<path..>", response = File),
        &quote!(
            async fn file(&self, bucket: u64, path: &str) -> Result<Option<File>, Error>;
        ),
        &expect_file!["../../tests/expand/rest.rs"],
    );
}

#[test]
fn query() {
    check(
        &quote!(GET, "/customers?<limit>&page=<cursor>&expand=owner&<filter..>"),
        &quote!(
            async fn customers(
                &self,
                limit: u32,
                cursor: Option<&str>,
                filter: &Filter,
            ) -> Result<Page<Customer>, Error>;
        ),
        &expect_file!["../../tests/expand/query.rs"],
    );
}

#[test]
fn body_and_headers() {
    check(
        &quote!(
            POST,
            "/customers",
            body = customer,
            header("Idempotency-Key") = key,
            header("Prefer") = "minimal",
            success = [200, 201],
            operation = "create-customer"
        ),
        &quote!(
            async fn create(&self, customer: &CustomerCreate, key: &str) -> Result<Response<Customer>, Error>;
        ),
        &expect_file!["../../tests/expand/body_and_headers.rs"],
    );
}

#[test]
fn conversions() {
    check(
        &quote!(PUT, "/a/<id>/<name>?<tag>", response = A, auth = none, crate = crate::renamed),
        &quote!(
            #[cfg(feature = "put")]
            async fn put<'a, T, U>(&'a self, id: impl Into<Id>, name: T, tag: U) -> Result<A, Error>
            where
                T: AsRef<str> + 'a,
                U: Serialize;
        ),
        &expect_file!["../../tests/expand/conversions.rs"],
    );
}

#[test]
fn no_return_type() {
    check(
        &quote!(HEAD, "/customers/<type>", response = ()),
        &quote!(
            async fn exists(&self, r#type: &str);
        ),
        &expect_file!["../../tests/expand/no_return_type.rs"],
    );
}
