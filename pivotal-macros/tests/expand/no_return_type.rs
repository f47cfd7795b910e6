trait Api: Transport {
    /// `HEAD /customers/<type>`
    fn exists(
        &self,
        r#type: &str,
    ) -> ::pivotal_runtime::__private::Call<
        '_,
        ::core::result::Result<(), ::pivotal_runtime::__private::Error>,
    > {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::HEAD,
                    "/customers/<type>",
                    "exists",
                );
                &ENDPOINT
            })
            .literal("/customers/")
            .segment("type", r#type)
            .send_as::<(), _>(self)
    }
}
