//! The expansions of templates.

use expect_test::expect_file;
use quote::quote;

use super::{check, check_trait};

#[test]
fn parts_of_segments() {
    check(
        &quote!(POST, "/v<major>.<minor>/käufer of/Products('<id>'):run"),
        &quote!(
            async fn run(&self, major: u8, minor: u8, id: &str) -> Result<(), Error>;
        ),
        &expect_file!["../../../tests/expand/parts.rs"],
    );
}

#[test]
fn several_segments() {
    check_trait(
        quote!("/v2/<name..>"),
        &quote!(
            trait Manifests {
                #[endpoint(GET, "/manifests/<reference>")]
                async fn manifest(&self, name: &str, reference: &str) -> Result<Manifest, Error>;

                #[endpoint(POST, ":cancel")]
                async fn cancel(&self, name: &str) -> Result<(), Error>;
            }
        ),
        &expect_file!["../../../tests/expand/several_segments.rs"],
    );
}

#[test]
fn styles() {
    check(
        &quote!(GET, "/items?<ids:csv>&scope=<scopes:ssv>&<tags:pipes>&filters=<filter:json>"),
        &quote!(
            async fn items(
                &self,
                ids: &[u64],
                scopes: Vec<Scope>,
                tags: Option<&[&str]>,
                filter: &Filter,
            ) -> Result<Vec<Item>, Error>;
        ),
        &expect_file!["../../../tests/expand/styles.rs"],
    );
}

#[test]
fn keys_of_queries() {
    check(
        &quote!(
            GET,
            "/items?filter[<filter..>]&a[b][<more..>]&match[]=<m>&größe=<size>&$top=<top>&$filter=name eq 'x'"
        ),
        &quote!(
            async fn items(
                &self,
                filter: &Filter,
                more: More,
                m: &[&str],
                size: u8,
                top: u32,
            ) -> Result<Vec<Item>, Error>;
        ),
        &expect_file!["../../../tests/expand/keys_of_queries.rs"],
    );
}

#[test]
fn parameter_in_several_places() {
    check(
        &quote!(PUT, "/users/<user>/<user>?by=<user>", header("X-User") = user, body = user),
        &quote!(
            async fn rename(&self, user: &str) -> Result<(), Error>;
        ),
        &expect_file!["../../../tests/expand/several_places.rs"],
    );
}
