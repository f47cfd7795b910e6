//! The expansions of HTTP methods.

use expect_test::expect_file;
use quote::quote;

use super::check_trait;

#[test]
fn custom_methods() {
    check_trait(
        quote!("/cache"),
        &quote!(
            trait Cache {
                #[endpoint("PURGE", "/<key>", idempotent)]
                async fn purge(&self, key: &str) -> Result<(), Error>;

                #[endpoint("M-SEARCH", "/", body = search, operation = "search")]
                async fn search(&self, search: &Search) -> Result<Vec<Entry>, Error>;

                #[endpoint(QUERY, "/", body = search)]
                async fn query(&self, search: &Search) -> Result<Vec<Entry>, Error>;
            }
        ),
        &expect_file!["../../../tests/expand/custom_methods.rs"],
    );
}
