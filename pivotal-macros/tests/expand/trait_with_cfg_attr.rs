#[cfg(unix)]
#[http(__imported)]
const _: () = ();
#[automatically_derived]
impl<__Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized> Notes
for __Transport {}
trait Notes: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        #[cfg(feature = "notes")]
        ::pivotal_runtime::__private::Endpoint::new(
            ::pivotal_runtime::__private::Method::GET,
            "/api/v1/notes/<id>",
            "note",
        ),
        #[cfg(unix)]
        #[cfg(test)]
        ::pivotal_runtime::__private::Endpoint::new(
            ::pivotal_runtime::__private::Method::GET,
            "/api/v1/notes?<like>",
            "notes",
        ),
        #[cfg(unix)]
        #[cfg(not(test))]
        ::pivotal_runtime::__private::Endpoint::new(
            ::pivotal_runtime::__private::Method::GET,
            "/api/v1/notes",
            "notes",
        ),
    ];
    #[cfg(feature = "notes")]
    #[cfg_attr(feature = "notes", must_use)]
    /// `GET /api/v1/notes/<id>`
    fn note(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Note, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/api/v1/notes/<id>",
                    "note",
                );
                &ENDPOINT
            })
            .literal("/api/v1/notes/")
            .segment("id", &id)
            .send(self)
    }
    #[cfg(unix)]
    #[cfg(test)]
    /// `GET /api/v1/notes?<like>`
    fn notes(
        &self,
        like: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Note>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/api/v1/notes?<like>",
                    "notes",
                );
                &ENDPOINT
            })
            .literal("/api/v1/notes")
            .query("like", "like", like)
            .send(self)
    }
    #[cfg(unix)]
    #[cfg(not(test))]
    /// `GET /api/v1/notes`
    fn notes(&self) -> ::pivotal_runtime::__private::Call<'_, Result<Vec<Note>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/api/v1/notes",
                    "notes",
                );
                &ENDPOINT
            })
            .literal("/api/v1/notes")
            .send(self)
    }
}
