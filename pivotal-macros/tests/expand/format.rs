#[automatically_derived]
impl<
    __Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized,
> Orders for __Transport {}
trait Orders: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::POST,
                "/orders",
                "create",
            )
            .headers(&["X-Tenant"])
            .formatted_body("order")
            .with_typed_statuses(&[422]),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::POST,
                "/login",
                "log_in",
            )
            .form("login"),
    ];
    /// `POST /orders`
    fn create(
        &self,
        tenant: u8,
        order: &Order,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Order, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/orders",
                        "create",
                    )
                    .headers(&["X-Tenant"])
                    .formatted_body("order")
                    .with_typed_statuses(&[422]);
                &ENDPOINT
            })
            .literal("/orders")
            .header("tenant", "x-tenant", &tenant)
            .format::<Xml>()
            .body("order", order)
            .errors(const {
                &::pivotal_runtime::__private::ErrorTypes::new(const {
                        &[
                            ::pivotal_runtime::__private::ErrorCase::new::<
                                Xml,
                                Invalid,
                            >(422),
                        ]
                    })
                    .others::<Xml, Problem>()
            })
            .send(self)
    }
    /// `POST /login`
    fn log_in(
        &self,
        login: &Login,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Session, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/login",
                        "log_in",
                    )
                    .form("login");
                &ENDPOINT
            })
            .literal("/login")
            .form("login", login)
            .format::<crate::formats::Enveloped<Json>>()
            .send(self)
    }
}
