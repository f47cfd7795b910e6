trait Api: Transport {
    /// `GET /repos/<owner>/issues`
    fn issues(
        &self,
        owner: &str,
        accept: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Issue>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/repos/<owner>/issues",
                        "issues",
                    )
                    .headers(&["Accept"])
                    .without_credentials()
                    .with_api(&crate::api::GITHUB);
                &ENDPOINT
            })
            .literal("/repos/")
            .segment("owner", owner)
            .literal("/issues")
            .header("accept", "accept", accept)
            .error::<Problem>()
            .send(self)
    }
}
