#[automatically_derived]
impl<__Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized> Jobs
for __Transport {}
trait Jobs: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/jobs/<id>",
                "job",
            )
            .success(&[200..=299, 404..=404]),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::DELETE,
                "/jobs/<id>",
                "cancel",
            )
            .success(&[200..=299]),
    ];
    /// `GET /jobs/<id>`
    fn job(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Job, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/jobs/<id>",
                        "job",
                    )
                    .success(&[200..=299, 404..=404]);
                &ENDPOINT
            })
            .literal("/jobs/")
            .segment("id", &id)
            .send(self)
    }
    /// `DELETE /jobs/<id>`
    fn cancel(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::DELETE,
                        "/jobs/<id>",
                        "cancel",
                    )
                    .success(&[200..=299]);
                &ENDPOINT
            })
            .literal("/jobs/")
            .segment("id", &id)
            .send(self)
    }
}
