trait Api: Transport {
    /// `GET /changes?<since>`
    fn changes(
        &self,
        since: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Change>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/changes?<since>",
                        "changes",
                    )
                    .with_timeout(::core::time::Duration::from_millis(120000u64));
                &ENDPOINT
            })
            .literal("/changes")
            .query("since", "since", &since)
            .send(self)
    }
}
