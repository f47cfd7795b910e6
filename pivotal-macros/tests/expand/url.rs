#[automatically_derived]
impl<__Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized> Files
for __Transport {}
trait Files: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::PUT,
                "<url>?<digest>",
                "upload",
            )
            .headers(&["X-Tenant", "Content-Range"])
            .bytes("content"),
    ];
    /// `PUT <url>?<digest>`
    fn upload(
        &self,
        tenant: u8,
        url: &Url,
        digest: &str,
        content: Bytes,
        range: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<File, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "<url>?<digest>",
                        "upload",
                    )
                    .headers(&["X-Tenant", "Content-Range"])
                    .bytes("content");
                &ENDPOINT
            })
            .url("url", url)
            .query("digest", "digest", digest)
            .header("tenant", "x-tenant", &tenant)
            .header("range", "content-range", range)
            .bytes("content", &content)
            .send(self)
    }
}
