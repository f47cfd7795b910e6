trait Api: Transport {
    /// `GET /teapot`
    fn brew(&self) -> ::pivotal_runtime::__private::Call<'_, Result<String, TeaError>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/teapot",
                    "brew",
                );
                &ENDPOINT
            })
            .literal("/teapot")
            .error::<Problem>()
            .send(self)
    }
}
