trait Api: Transport {
    /// `GET /buckets/<bucket>/files/<path..>`
    fn file(
        &self,
        bucket: u64,
        path: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Option<File>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/buckets/<bucket>/files/<path..>",
                    "file",
                );
                &ENDPOINT
            })
            .literal("/buckets/")
            .segment("bucket", &bucket)
            .literal("/files/")
            .segments("path", path)
            .send_as::<File, _>(self)
    }
}
