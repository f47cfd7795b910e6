#[automatically_derived]
impl<__Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized> Notes
for __Transport {}
pub trait Notes: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::GET,
                "/repos/<owner>/<repo>?api-version=2&<sort>",
                "notes",
            )
            .headers(&["X-Tenant"])
            .fixed_headers(&["X-Client"])
            .success(&[200..=200])
            .without_credentials()
            .with_timeout(::core::time::Duration::from_millis(90000u64)),
        ::pivotal_runtime::__private::Endpoint::new(
                ::pivotal_runtime::__private::Method::PUT,
                "/repos/<owner>/<repo>/notes/<id>?api-version=3",
                "put",
            )
            .headers(&["X-Tenant", "x-client"])
            .with_content_type("application/vnd.notes+json")
            .body("note")
            .success(&[200..=299])
            .with_timeout(::core::time::Duration::from_millis(250u64)),
    ];
    /// `GET /repos/<owner>/<repo>?api-version=2&<sort>`
    fn notes(
        &self,
        owner: &str,
        repo: &str,
        tenant: u8,
        sort: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Note>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::GET,
                        "/repos/<owner>/<repo>?api-version=2&<sort>",
                        "notes",
                    )
                    .headers(&["X-Tenant"])
                    .fixed_headers(&["X-Client"])
                    .success(&[200..=200])
                    .without_credentials()
                    .with_timeout(::core::time::Duration::from_millis(90000u64));
                &ENDPOINT
            })
            .literal("/repos/")
            .segment("owner", owner)
            .literal("/")
            .segment("repo", repo)
            .query_literal("api-version=2")
            .query("sort", "sort", sort)
            .header_literal("x-client", "notes")
            .header("tenant", "x-tenant", &tenant)
            .error::<Problem>()
            .send(self)
    }
    /// `PUT /repos/<owner>/<repo>/notes/<id>?api-version=3`
    fn put(
        &self,
        owner: &str,
        repo: &str,
        tenant: u8,
        id: u64,
        note: &Note,
        client: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Note, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::PUT,
                        "/repos/<owner>/<repo>/notes/<id>?api-version=3",
                        "put",
                    )
                    .headers(&["X-Tenant", "x-client"])
                    .with_content_type("application/vnd.notes+json")
                    .body("note")
                    .success(&[200..=299])
                    .with_timeout(::core::time::Duration::from_millis(250u64));
                &ENDPOINT
            })
            .literal("/repos/")
            .segment("owner", owner)
            .literal("/")
            .segment("repo", repo)
            .literal("/notes/")
            .segment("id", &id)
            .query_literal("api-version=3")
            .header_literal("content-type", "application/vnd.notes+json")
            .header("tenant", "x-tenant", &tenant)
            .header("client", "x-client", client)
            .json("note", note)
            .error::<Refusal>()
            .send(self)
    }
}
