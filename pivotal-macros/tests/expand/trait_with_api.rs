#[automatically_derived]
impl<
    __Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized,
> Issues for __Transport {}
pub trait Issues: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/repos/<owner>/issues",
                "issues",
            )
            .with_api(&GITHUB),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/repos/<owner>/status",
                "status",
            )
            .with_api(&STATUS),
    ];
    /// `GET /repos/<owner>/issues`
    fn issues(
        &self,
        owner: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Issue>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/repos/<owner>/issues",
                        "issues",
                    )
                    .with_api(&GITHUB);
                &ENDPOINT
            })
            .literal("/repos/")
            .segment("owner", owner)
            .literal("/issues")
            .send(self)
    }
    /// `GET /repos/<owner>/status`
    fn status(
        &self,
        owner: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<String, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/repos/<owner>/status",
                        "status",
                    )
                    .with_api(&STATUS);
                &ENDPOINT
            })
            .literal("/repos/")
            .segment("owner", owner)
            .literal("/status")
            .send(self)
    }
}
