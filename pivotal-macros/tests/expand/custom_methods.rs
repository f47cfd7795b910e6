#[automatically_derived]
impl<__Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized> Cache
for __Transport {}
trait Cache: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::custom("PURGE", "/cache/<key>", "purge")
            .idempotent(),
        ::pivotal_runtime::__private::Endpoint::custom("M-SEARCH", "/cache/", "search")
            .body("search"),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::QUERY,
                "/cache/",
                "query",
            )
            .body("search"),
    ];
    /// `PURGE /cache/<key>`
    fn purge(
        &self,
        key: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::custom(
                        "PURGE",
                        "/cache/<key>",
                        "purge",
                    )
                    .idempotent();
                &ENDPOINT
            })
            .literal("/cache/")
            .segment("key", key)
            .send(self)
    }
    /// `M-SEARCH /cache/`
    fn search(
        &self,
        search: &Search,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Entry>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::custom(
                        "M-SEARCH",
                        "/cache/",
                        "search",
                    )
                    .body("search");
                &ENDPOINT
            })
            .literal("/cache/")
            .json("search", search)
            .send(self)
    }
    /// `QUERY /cache/`
    fn query(
        &self,
        search: &Search,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Entry>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::QUERY,
                        "/cache/",
                        "query",
                    )
                    .body("search");
                &ENDPOINT
            })
            .literal("/cache/")
            .json("search", search)
            .send(self)
    }
}
