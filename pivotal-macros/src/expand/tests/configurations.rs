//! The expansions of declarations with `cfg`, and with `endpoint` under another name.

use expect_test::expect_file;
use quote::quote;

use super::{check, check_trait};

#[test]
fn parameter_with_cfg() {
    check(
        &quote!(GET, "/customers?<limit>&<cursor>", header("X-Trace") = trace),
        &quote!(
            async fn customers(
                &self,
                cursor: Option<&str>,
                #[cfg(feature = "paging")] limit: u32,
                #[cfg(not(feature = "paging"))] trace: &str,
            ) -> Result<Vec<Customer>, Error>;
        ),
        &expect_file!["../../../tests/expand/cfg_parameters.rs"],
    );
}

#[test]
fn attributes_in_cfg_attr_and_of_other_names() {
    check_trait(
        quote!("/api/v1"),
        &quote!(
            trait Notes {
                #[cfg_attr(feature = "notes", endpoint(GET, "/notes/<id>"), must_use)]
                async fn note(&self, id: u64) -> Result<Note, Error>;

                #[cfg(unix)]
                #[http(GET, "/notes?<like>")]
                async fn notes(&self, #[cfg(test)] like: &str) -> Result<Vec<Note>, Error>;
            }
        ),
        &expect_file!["../../../tests/expand/trait_with_cfg_attr.rs"],
    );
}
