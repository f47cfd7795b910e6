#[automatically_derived]
impl<
    __Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized,
> Completions for __Transport {}
trait Completions: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::POST,
                "/completions",
                "complete",
            )
            .body("prompt")
            .with_timeout(::core::time::Duration::from_millis(600000u64))
            .until("[DONE]"),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/events",
                "events",
            )
            .until("end"),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/changes",
                "changes",
            )
            .success(&[200..=200, 204..=204])
            .with_typed_statuses(&[200, 204])
            .until("end"),
    ];
    /// `POST /completions`
    fn complete(
        &self,
        prompt: &Prompt,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Events<Chunk>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/completions",
                        "complete",
                    )
                    .body("prompt")
                    .with_timeout(::core::time::Duration::from_millis(600000u64))
                    .until("[DONE]");
                &ENDPOINT
            })
            .literal("/completions")
            .json("prompt", prompt)
            .error::<Problem>()
            .send_events::<::pivotal_runtime::__private::Inferred, _>(self)
    }
    /// `GET /events`
    fn events(
        &self,
    ) -> ::pivotal_runtime::__private::Call<
        '_,
        ::core::result::Result<Events<Chunk>, ::pivotal_runtime::__private::Error>,
    > {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/events",
                        "events",
                    )
                    .until("end");
                &ENDPOINT
            })
            .literal("/events")
            .format::<Xml>()
            .error::<Problem>()
            .send_events::<Events<Chunk>, _>(self)
    }
    /// `GET /changes`
    fn changes(&self) -> ::pivotal_runtime::__private::Call<'_, Result<Changes, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/changes",
                        "changes",
                    )
                    .success(&[200..=200, 204..=204])
                    .with_typed_statuses(&[200, 204])
                    .until("end");
                &ENDPOINT
            })
            .literal("/changes")
            .error::<Problem>()
            .send_as::<
                ::pivotal_runtime::__private::OneOf<
                    (
                        ::pivotal_runtime::__private::Case<200, Events<Chunk>>,
                        (::pivotal_runtime::__private::Case<204, ()>, ()),
                    ),
                >,
                _,
            >(self)
    }
}
