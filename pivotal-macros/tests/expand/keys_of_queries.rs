trait Api: Transport {
    /// `GET /items?filter[<filter..>]&a[b][<more..>]&match[]=<m>&größe=<size>&$top=<top>&$filter=name eq 'x'`
    fn items(
        &self,
        filter: &Filter,
        more: More,
        m: &[&str],
        size: u8,
        top: u32,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Item>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/items?filter[<filter..>]&a[b][<more..>]&match[]=<m>&größe=<size>&$top=<top>&$filter=name eq 'x'",
                    "items",
                );
                &ENDPOINT
            })
            .literal("/items")
            .query_fields_in("filter", "filter", filter)
            .query_fields_in("more", "a%5Bb%5D", &more)
            .query("m", "match%5B%5D", m)
            .query("size", "gr%C3%B6%C3%9Fe", &size)
            .query("top", "$top", &top)
            .query_literal("$filter=name%20eq%20%27x%27")
            .send(self)
    }
}
