trait Api: Transport {
    /// `POST /token`
    fn token(
        &self,
        login: &Login<'_>,
    ) -> ::pivotal_runtime::__private::Call<
        '_,
        ::core::result::Result<Token, ::pivotal_runtime::__private::Error>,
    > {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/token",
                        "token",
                    )
                    .form("login")
                    .without_credentials();
                &ENDPOINT
            })
            .literal("/token")
            .form("login", login)
            .send_as::<Token, _>(self)
    }
}
