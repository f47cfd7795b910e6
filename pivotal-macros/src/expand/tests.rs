//! The expansions recorded under `tests/expand`. `UPDATE_EXPECT=1 cargo test -p pivotal-macros` records them again.

mod bodies;
mod configurations;
mod methods;
mod responses;
mod templates;

use std::fs;

use expect_test::{ExpectFile, expect_file};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Item, LitStr, Meta, MetaNameValue, TraitItem, parse_quote};

use super::endpoint;
use crate::endpoints::endpoints;

/// The formatted expansion, in a trait.
fn expand(args: &TokenStream, method: &TokenStream) -> String {
    let expansion = endpoint(args.clone(), method);
    printed(quote!(trait Api: Transport { #expansion }))
}

/// Formats items. Docs with several lines are a comment for each line.
fn printed(items: TokenStream) -> String {
    let mut file: syn::File = syn::parse2(items).expect("an expansion is a list of items");
    for item in &mut file.items {
        let Item::Trait(item) = item else { continue };
        for item in &mut item.items {
            let TraitItem::Fn(method) = item else { continue };
            method.attrs = method.attrs.drain(..).flat_map(lines).collect();
        }
    }
    prettyplease::unparse(&file)
}

fn lines(attribute: Attribute) -> Vec<Attribute> {
    let Meta::NameValue(MetaNameValue { path, value, .. }) = &attribute.meta else { return vec![attribute] };
    match syn::parse2::<LitStr>(value.to_token_stream()) {
        Ok(text) if path.is_ident("doc") => text.value().split('\n').map(|line| parse_quote!(#[doc = #line])).collect(),
        _ => vec![attribute],
    }
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
fn delete_has_at_most_25_lines() {
    let (args, method) = delete_customer();
    let expansion = expand(&args, &method);
    let lines = expansion.lines().count() - 2; // without the trait around it
    assert!(lines <= 25, "{lines} lines:\n{expansion}");
}

/// The number of lines of the longest body, and its method.
fn longest_body() -> (usize, String) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expand");
    let mut longest = (0, String::new());
    for entry in fs::read_dir(folder).unwrap() {
        let recorded = fs::read_to_string(entry.unwrap().path()).unwrap();
        let items = syn::parse_file(&recorded).unwrap().items.into_iter();
        let traits = items.filter_map(|item| if let Item::Trait(item) = item { Some(item.items) } else { None });
        for item in traits.flatten() {
            let TraitItem::Fn(method) = item else { continue };
            let braces = method.default.expect("the macro writes a body").brace_token.span;
            let lines = braces.close().end().line - braces.open().start().line + 1;
            longest = longest.max((lines, method.sig.ident.to_string()));
        }
    }
    longest
}

#[test]
fn longest_body_is_under_30_lines() {
    let (lines, method) = longest_body();
    assert!(0 < lines && lines < 30, "`{method}` has {lines} lines");
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
            ) -> Result<List<Customer>, Error>;
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

#[test]
fn error_body() {
    check(
        &quote!(GET, "/teapot", error = Problem),
        &quote!(
            async fn brew(&self) -> Result<String, TeaError>;
        ),
        &expect_file!["../../tests/expand/error_body.rs"],
    );
}

#[test]
fn api() {
    check(
        &quote!(
            GET,
            "/repos/<owner>/issues",
            api = crate::api::GITHUB,
            header("Accept") = accept,
            error = Problem,
            auth = none
        ),
        &quote!(
            async fn issues(&self, owner: &str, accept: &str) -> Result<Vec<Issue>, Error>;
        ),
        &expect_file!["../../tests/expand/api.rs"],
    );
}

#[test]
fn named_lifetime() {
    check(
        &quote!(GET, "/customers/<id>", response = Customer),
        &quote!(
            async fn customer<'a>(&'a self, id: &'a str) -> Result<Option<Customer>, Error>;
        ),
        &expect_file!["../../tests/expand/named_lifetime.rs"],
    );
}

#[test]
fn pages() {
    check(
        &quote!(GET, "/customers?<filter..>"),
        &quote!(
            fn customers(&self, filter: &CustomerFilter) -> Pages<'_, List<Customer>>;
        ),
        &expect_file!["../../tests/expand/pages.rs"],
    );
}

#[test]
fn blocking() {
    check(
        &quote!(DELETE, "/customers/<id>", success = 204),
        &quote!(
            fn delete(&self, id: u64) -> Result<(), Error>;
        ),
        &expect_file!["../../tests/expand/blocking.rs"],
    );
}

/// The expansion of `#[endpoints]`, the trait and its impl.
fn check_trait(args: TokenStream, item: &TokenStream, recorded: &ExpectFile) {
    recorded.assert_eq(&printed(endpoints(args, item)));
}

#[test]
fn trait_of_endpoints() {
    check_trait(
        quote!("/api/v1", transport = DynTransport),
        &quote!(
            /// Notes.
            pub trait Notes<'a, T = String>
            where
                T: Serialize,
            {
                /// Returns a note.
                ///
                /// # Errors
                ///
                /// 404 if it was deleted.
                #[endpoint(GET, "/notes/<id>")]
                async fn note(&self, id: u64) -> Result<String, Error>;

                #[cfg(feature = "pages")]
                #[endpoint(GET, "/notes?<like>")]
                fn notes(&self, like: &'a T) -> Pages<'_, List<String>>;
            }
        ),
        &expect_file!["../../tests/expand/trait_of_endpoints.rs"],
    );
}

#[test]
fn trait_with_defaults() {
    check_trait(
        quote!(
            "/repos/<owner>/<repo>?api-version=2",
            error = Problem,
            header("X-Client") = "notes",
            header("Content-Type") = "application/vnd.notes+json",
            header("X-Tenant") = tenant,
            success = 200,
            auth = none,
            timeout = "90s"
        ),
        &quote!(
            pub trait Notes {
                #[endpoint(GET, "?<sort>")]
                async fn notes(&self, owner: &str, repo: &str, tenant: u8, sort: &str) -> Result<Vec<Note>, Error>;

                #[endpoint(PUT, "/notes/<id>?api-version=3", body = note, error = Refusal, header("x-client") = client,
                    success = 200..=299, auth = client, timeout = "250ms")]
                async fn put(
                    &self,
                    owner: &str,
                    repo: &str,
                    tenant: u8,
                    id: u64,
                    note: &Note,
                    client: &str,
                ) -> Result<Note, Error>;
            }
        ),
        &expect_file!["../../tests/expand/trait_with_defaults.rs"],
    );
}

#[test]
fn timeout() {
    check(
        &quote!(GET, "/changes?<since>", timeout = "2m"),
        &quote!(
            async fn changes(&self, since: u64) -> Result<Vec<Change>, Error>;
        ),
        &expect_file!["../../tests/expand/timeout.rs"],
    );
}

#[test]
fn trait_with_api() {
    check_trait(
        quote!("/repos", api = GITHUB),
        &quote!(
            pub trait Issues {
                #[endpoint(GET, "/<owner>/issues")]
                async fn issues(&self, owner: &str) -> Result<Vec<Issue>, Error>;

                #[endpoint(GET, "/<owner>/status", api = STATUS)]
                async fn status(&self, owner: &str) -> Result<String, Error>;
            }
        ),
        &expect_file!["../../tests/expand/trait_with_api.rs"],
    );
}

#[test]
fn trait_with_mistakes() {
    check_trait(
        quote!("api"),
        &quote!(
            trait Notes {
                type Filter;
                #[endpoint(GTE, "/notes/<id>")]
                async fn note(&self, id: u64) -> Result<String, Error>;
            }
        ),
        &expect_file!["../../tests/expand/trait_with_mistakes.rs"],
    );
}

#[test]
fn url() {
    check_trait(
        quote!("/users/<user>?<lang>", header("X-Tenant") = tenant),
        &quote!(
            trait Files {
                #[endpoint(PUT, "<url>?<digest>", bytes = content, header("Content-Range") = range)]
                async fn upload(
                    &self,
                    tenant: u8,
                    url: &Url,
                    digest: &str,
                    content: Bytes,
                    range: &str,
                ) -> Result<File, Error>;
            }
        ),
        &expect_file!["../../tests/expand/url.rs"],
    );
}
