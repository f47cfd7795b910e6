trait Api: Transport {
    /// `GET /customers?<filter..>`
    fn customers(&self, filter: &CustomerFilter) -> Pages<'_, List<Customer>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/customers?<filter..>",
                    "customers",
                );
                &ENDPOINT
            })
            .literal("/customers")
            .query_fields("filter", filter)
            .deliver(self)
    }
}
