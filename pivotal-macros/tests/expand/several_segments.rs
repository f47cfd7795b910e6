#[automatically_derived]
impl<
    __Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized,
> Manifests for __Transport {}
trait Manifests: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
            ::pivotal_runtime::__private::Method::GET,
            "/v2/<name..>/manifests/<reference>",
            "manifest",
        ),
        ::pivotal_runtime::__private::Endpoint::new(
            ::pivotal_runtime::__private::Method::POST,
            "/v2/<name..>:cancel",
            "cancel",
        ),
    ];
    /// `GET /v2/<name..>/manifests/<reference>`
    fn manifest(
        &self,
        name: &str,
        reference: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Manifest, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/v2/<name..>/manifests/<reference>",
                    "manifest",
                );
                &ENDPOINT
            })
            .literal("/v2/")
            .segments("name", name)
            .literal("/manifests/")
            .segment("reference", reference)
            .send(self)
    }
    /// `POST /v2/<name..>:cancel`
    fn cancel(
        &self,
        name: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::POST,
                    "/v2/<name..>:cancel",
                    "cancel",
                );
                &ENDPOINT
            })
            .literal("/v2/")
            .segments("name", name)
            .literal(":cancel")
            .send(self)
    }
}
