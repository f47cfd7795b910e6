trait Api: Transport {
    /// `GET /items?<ids:csv>&scope=<scopes:ssv>&<tags:pipes>&filters=<filter:json>`
    fn items(
        &self,
        ids: &[u64],
        scopes: Vec<Scope>,
        tags: Option<&[&str]>,
        filter: &Filter,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Item>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/items?<ids:csv>&scope=<scopes:ssv>&<tags:pipes>&filters=<filter:json>",
                    "items",
                );
                &ENDPOINT
            })
            .literal("/items")
            .query_joined("ids", "ids", ",", ids)
            .query_joined("scopes", "scope", "%20", &scopes)
            .query_joined("tags", "tags", "%7C", &tags)
            .query_json("filter", "filters", filter)
            .send(self)
    }
}
