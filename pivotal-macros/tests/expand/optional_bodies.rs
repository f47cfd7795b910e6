#[automatically_derived]
impl<__Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized> Notes
for __Transport {}
trait Notes: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::PUT,
                "/json",
                "json",
            )
            .body("note"),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::PUT,
                "/form",
                "form",
            )
            .form("note"),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::PUT,
                "/text",
                "text",
            )
            .text("note"),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::PUT,
                "/bytes",
                "bytes",
            )
            .bytes("note"),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::PUT,
                "/stream",
                "stream",
            )
            .stream("note"),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::PUT,
                "/multipart",
                "multipart",
            )
            .multipart("note"),
    ];
    /// `PUT /json`
    fn json(
        &self,
        note: Option<&Note>,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/json",
                        "json",
                    )
                    .body("note");
                &ENDPOINT
            })
            .literal("/json")
            .json("note", &note)
            .send(self)
    }
    /// `PUT /form`
    fn form(
        &self,
        note: Option<&Note>,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/form",
                        "form",
                    )
                    .form("note");
                &ENDPOINT
            })
            .literal("/form")
            .form("note", &note)
            .send(self)
    }
    /// `PUT /text`
    fn text(
        &self,
        note: Option<&str>,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/text",
                        "text",
                    )
                    .text("note");
                &ENDPOINT
            })
            .literal("/text")
            .text("note", &note)
            .send(self)
    }
    /// `PUT /bytes`
    fn bytes(
        &self,
        note: Option<Bytes>,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/bytes",
                        "bytes",
                    )
                    .bytes("note");
                &ENDPOINT
            })
            .literal("/bytes")
            .bytes("note", &note)
            .send(self)
    }
    /// `PUT /stream`
    fn stream(
        &self,
        note: Option<Body>,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/stream",
                        "stream",
                    )
                    .stream("note");
                &ENDPOINT
            })
            .literal("/stream")
            .stream("note", note)
            .send(self)
    }
    /// `PUT /multipart`
    fn multipart(
        &self,
        note: Option<Multipart>,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<(), Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/multipart",
                        "multipart",
                    )
                    .multipart("note");
                &ENDPOINT
            })
            .literal("/multipart")
            .multipart("note", note)
            .send(self)
    }
}
