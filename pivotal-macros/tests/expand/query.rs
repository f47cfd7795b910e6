trait Api: Transport {
    /// `GET /customers?<limit>&page=<cursor>&expand=owner&<filter..>`
    fn customers(
        &self,
        limit: u32,
        cursor: Option<&str>,
        filter: &Filter,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<List<Customer>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/customers?<limit>&page=<cursor>&expand=owner&<filter..>",
                    "customers",
                );
                &ENDPOINT
            })
            .literal("/customers")
            .query("limit", "limit", &limit)
            .query("cursor", "page", &cursor)
            .query_literal("expand=owner")
            .query_fields("filter", filter)
            .send(self)
    }
}
