trait Api: Transport {
    #[cfg(feature = "paging")]
    /// `GET /customers?<limit>&<cursor>`
    fn customers(
        &self,
        cursor: Option<&str>,
        limit: u32,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Customer>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/customers?<limit>&<cursor>",
                    "customers",
                );
                &ENDPOINT
            })
            .literal("/customers")
            .query("limit", "limit", &limit)
            .query("cursor", "cursor", &cursor)
            .send(self)
    }
    #[cfg(not(feature = "paging"))]
    /// `GET /customers?<cursor>`
    fn customers(
        &self,
        cursor: Option<&str>,
        trace: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Customer>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/customers?<cursor>",
                        "customers",
                    )
                    .headers(&["X-Trace"]);
                &ENDPOINT
            })
            .literal("/customers")
            .query("cursor", "cursor", &cursor)
            .header("trace", "x-trace", trace)
            .send(self)
    }
}
