trait Api: Transport {
    /// `POST /v<major>.<minor>/käufer of/Products('<id>'):run`
    fn run(
        &self,
        major: u8,
        minor: u8,
        id: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::POST,
                    "/v<major>.<minor>/käufer of/Products('<id>'):run",
                    "run",
                );
                &ENDPOINT
            })
            .literal("/v")
            .part("major", &major)
            .literal(".")
            .part("minor", &minor)
            .literal("/k%C3%A4ufer%20of/Products('")
            .part("id", id)
            .literal("'):run")
            .send(self)
    }
}
