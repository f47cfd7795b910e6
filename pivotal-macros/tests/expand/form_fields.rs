#[automatically_derived]
impl<__Transport: ::renamed::__private::Transport + ?::core::marker::Sized> Tokens
for __Transport {}
trait Tokens: ::renamed::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::renamed::__private::Endpoint] = &[
        ::renamed::__private::Endpoint::new(
                ::renamed::__private::Method::POST,
                "/token",
                "exchange",
            )
            .form_fields(&["code", "redirect_uri"])
            .fixed_form_fields(&["grant_type"])
            .form("client")
            .without_credentials(),
        ::renamed::__private::Endpoint::new(
                ::renamed::__private::Method::POST,
                "/revoke",
                "revoke",
            )
            .form_fields(&["type"])
            .fixed_form_fields(&["all"]),
    ];
    /// `POST /token`
    fn exchange(
        &self,
        code: &str,
        client: &ClientId,
        redirect: Option<Url>,
    ) -> ::renamed::__private::Call<'_, Result<Token, Error>> {
        ::renamed::__private::RequestBuilder::new({
                static ENDPOINT: ::renamed::__private::Endpoint = ::renamed::__private::Endpoint::new(
                        ::renamed::__private::Method::POST,
                        "/token",
                        "exchange",
                    )
                    .form_fields(&["code", "redirect_uri"])
                    .fixed_form_fields(&["grant_type"])
                    .form("client")
                    .without_credentials();
                &ENDPOINT
            })
            .literal("/token")
            .form_literal("grant_type", "authorization_code")
            .form_field("code", "code", code)
            .form("client", client)
            .form_field("redirect", "redirect_uri", &redirect)
            .send(self)
    }
    /// `POST /revoke`
    fn revoke(
        &self,
        r#type: impl AsRef<str>,
    ) -> ::renamed::__private::Call<'_, Result<(), Error>> {
        let r#type = ::core::convert::AsRef::as_ref(&r#type);
        ::renamed::__private::RequestBuilder::new({
                static ENDPOINT: ::renamed::__private::Endpoint = ::renamed::__private::Endpoint::new(
                        ::renamed::__private::Method::POST,
                        "/revoke",
                        "revoke",
                    )
                    .form_fields(&["type"])
                    .fixed_form_fields(&["all"]);
                &ENDPOINT
            })
            .literal("/revoke")
            .form_field("type", "type", r#type)
            .form_literal("all", "true")
            .format::<Enveloped>()
            .send(self)
    }
}
