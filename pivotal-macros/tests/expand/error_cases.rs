#[automatically_derived]
impl<__Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized> Users
for __Transport {}
trait Users: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::POST,
                "/users",
                "create",
            )
            .body("user")
            .with_typed_statuses(&[409]),
        ::pivotal_runtime::__private::Endpoint::new(
            ::pivotal_runtime::__private::Method::GET,
            "/users/<id>",
            "user",
        ),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/users/<id>/name",
                "name",
            )
            .success(&[200..=200, 404..=404, 409..=409]),
    ];
    /// `POST /users`
    fn create(
        &self,
        user: &User,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<User, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/users",
                        "create",
                    )
                    .body("user")
                    .with_typed_statuses(&[409]);
                &ENDPOINT
            })
            .literal("/users")
            .json("user", user)
            .errors(const {
                &::pivotal_runtime::__private::ErrorTypes::new(const {
                        &[
                            ::pivotal_runtime::__private::ErrorCase::json::<Exists>(409),
                            ::pivotal_runtime::__private::ErrorCase::json::<Missing>(404),
                        ]
                    })
                    .others::<::pivotal_runtime::__private::Json, Problem>()
            })
            .send(self)
    }
    /// `GET /users/<id>`
    fn user(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Option<User>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/users/<id>",
                    "user",
                );
                &ENDPOINT
            })
            .literal("/users/")
            .segment("id", &id)
            .errors(const {
                &::pivotal_runtime::__private::ErrorTypes::new(const {
                    &[::pivotal_runtime::__private::ErrorCase::json::<Conflict>(409)]
                })
            })
            .send(self)
    }
    /// `GET /users/<id>/name`
    fn name(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<String, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/users/<id>/name",
                        "name",
                    )
                    .success(&[200..=200, 404..=404, 409..=409]);
                &ENDPOINT
            })
            .literal("/users/")
            .segment("id", &id)
            .literal("/name")
            .send(self)
    }
}
