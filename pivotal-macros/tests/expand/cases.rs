#[automatically_derived]
impl<
    __Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized,
> Reports for __Transport {}
trait Reports: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::POST,
                "/reports",
                "order",
            )
            .body("order")
            .success(&[200..=200, 202..=202])
            .with_typed_statuses(&[200, 202]),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/reports/<id>",
                "report",
            )
            .success(&[200..=299, 404..=404])
            .with_typed_statuses(&[404, 204]),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/jobs/<id>",
                "job",
            )
            .success(&[200..=200])
            .with_typed_statuses(&[200]),
    ];
    /// `POST /reports`
    fn order(
        &self,
        order: &Order,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Ordered, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/reports",
                        "order",
                    )
                    .body("order")
                    .success(&[200..=200, 202..=202])
                    .with_typed_statuses(&[200, 202]);
                &ENDPOINT
            })
            .literal("/reports")
            .json("order", order)
            .error::<Problem>()
            .send_as::<
                ::pivotal_runtime::__private::OneOf<
                    (
                        ::pivotal_runtime::__private::Case<200, Report>,
                        (::pivotal_runtime::__private::Case<202, Job>, ()),
                    ),
                >,
                _,
            >(self)
    }
    /// `GET /reports/<id>`
    fn report(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Outcome, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/reports/<id>",
                        "report",
                    )
                    .success(&[200..=299, 404..=404])
                    .with_typed_statuses(&[404, 204]);
                &ENDPOINT
            })
            .literal("/reports/")
            .segment("id", &id)
            .error::<Problem>()
            .send_as::<
                ::pivotal_runtime::__private::OneOf<
                    (
                        ::pivotal_runtime::__private::Case<404, Missing>,
                        (
                            ::pivotal_runtime::__private::Case<204, ()>,
                            ::pivotal_runtime::__private::OtherCases<Report>,
                        ),
                    ),
                >,
                _,
            >(self)
    }
    /// `GET /jobs/<id>`
    fn job(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<
        '_,
        ::core::result::Result<Job, ::pivotal_runtime::__private::Error>,
    > {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/jobs/<id>",
                        "job",
                    )
                    .success(&[200..=200])
                    .with_typed_statuses(&[200]);
                &ENDPOINT
            })
            .literal("/jobs/")
            .segment("id", &id)
            .error::<Problem>()
            .send_as::<
                ::pivotal_runtime::__private::OneOf<
                    (::pivotal_runtime::__private::Case<200, Job>, ()),
                >,
                _,
            >(self)
    }
}
