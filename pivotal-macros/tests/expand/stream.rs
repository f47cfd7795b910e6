trait Api: Transport {
    /// `PUT /files/<name>`
    fn write(
        &self,
        name: &str,
        content: impl Into<Body>,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        let content = ::core::convert::Into::into(content);
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/files/<name>",
                        "write",
                    )
                    .stream("content");
                &ENDPOINT
            })
            .literal("/files/")
            .segment("name", name)
            .stream("content", content)
            .send_as::<(), _>(self)
    }
}
