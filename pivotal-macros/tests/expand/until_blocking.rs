#[automatically_derived]
impl<__Transport: BlockingTransport + ?::core::marker::Sized> Completions
for __Transport {}
trait Completions: BlockingTransport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::POST,
                "/completions",
                "complete",
            )
            .body("prompt")
            .until("[DONE]"),
    ];
    /// `POST /completions`
    fn complete(&self, prompt: &Prompt) -> Result<Events<Chunk>, Error> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/completions",
                        "complete",
                    )
                    .body("prompt")
                    .until("[DONE]");
                &ENDPOINT
            })
            .literal("/completions")
            .json("prompt", prompt)
            .deliver_events::<::pivotal_runtime::__private::Inferred, _, _>(self)
    }
}
