//! The expansions of bodies.

use expect_test::expect_file;
use quote::quote;

use super::{check, check_trait};

#[test]
fn form() {
    check(
        &quote!(POST, "/token", form = login, auth = none, response = Token),
        &quote!(
            async fn token(&self, login: &Login<'_>);
        ),
        &expect_file!["../../../tests/expand/form.rs"],
    );
}

#[test]
fn multipart() {
    check(
        &quote!(POST, "/files", multipart = form, header(..) = headers),
        &quote!(
            async fn upload(&self, form: Multipart, headers: &HeaderMap) -> Result<File, Error>;
        ),
        &expect_file!["../../../tests/expand/multipart.rs"],
    );
}

#[test]
fn stream() {
    check(
        &quote!(PUT, "/files/<name>", stream = content, response = ()),
        &quote!(
            async fn write(&self, name: &str, content: impl Into<Body>) -> Result<(), Error>;
        ),
        &expect_file!["../../../tests/expand/stream.rs"],
    );
}

#[test]
fn form_fields() {
    check_trait(
        quote!(crate = ::renamed),
        &quote!(
            trait Tokens {
                #[endpoint(
                    POST,
                    "/token",
                    form("grant_type") = "authorization_code",
                    form("code") = code,
                    form = client,
                    form("redirect_uri") = redirect,
                    auth = none
                )]
                async fn exchange(&self, code: &str, client: &ClientId, redirect: Option<Url>) -> Result<Token, Error>;

                #[endpoint(POST, "/revoke", form("type") = r#type, form("all") = "true", format = Enveloped)]
                async fn revoke(&self, r#type: impl AsRef<str>) -> Result<(), Error>;
            }
        ),
        &expect_file!["../../../tests/expand/form_fields.rs"],
    );
}

/// The runtime sends no body for `None`.
#[test]
fn optional_bodies() {
    check_trait(
        quote!(),
        &quote!(
            trait Notes {
                #[endpoint(PUT, "/json", body = note)]
                async fn json(&self, note: Option<&Note>) -> Result<(), Error>;

                #[endpoint(PUT, "/form", form = note)]
                async fn form(&self, note: Option<&Note>) -> Result<(), Error>;

                #[endpoint(PUT, "/text", text = note)]
                async fn text(&self, note: Option<&str>) -> Result<(), Error>;

                #[endpoint(PUT, "/bytes", bytes = note)]
                async fn bytes(&self, note: Option<Bytes>) -> Result<(), Error>;

                #[endpoint(PUT, "/stream", stream = note)]
                async fn stream(&self, note: Option<Body>) -> Result<(), Error>;

                #[endpoint(PUT, "/multipart", multipart = note)]
                async fn multipart(&self, note: Option<Multipart>) -> Result<(), Error>;
            }
        ),
        &expect_file!["../../../tests/expand/optional_bodies.rs"],
    );
}
