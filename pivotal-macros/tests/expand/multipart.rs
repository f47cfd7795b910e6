trait Api: Transport {
    /// `POST /files`
    fn upload(
        &self,
        form: Multipart,
        headers: &HeaderMap,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<File, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/files",
                        "upload",
                    )
                    .header_map()
                    .multipart("form");
                &ENDPOINT
            })
            .literal("/files")
            .headers("headers", headers)
            .multipart("form", form)
            .send(self)
    }
}
