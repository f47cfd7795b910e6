#[automatically_derived]
impl<'a, T, __Transport: DynTransport + ?::core::marker::Sized> Notes<'a, T>
for __Transport
where
    T: Serialize,
{}
/// Notes.
pub trait Notes<'a, T = String>: DynTransport
where
    T: Serialize,
{
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[
        ::pivotal_runtime::__private::Endpoint::new(
            ::pivotal_runtime::__private::Method::GET,
            "/api/v1/notes/<id>",
            "note",
        ),
        #[cfg(feature = "pages")]
        ::pivotal_runtime::__private::Endpoint::new(
            ::pivotal_runtime::__private::Method::GET,
            "/api/v1/notes?<like>",
            "notes",
        ),
    ];
    /// Returns a note.
    ///
    /// `GET /api/v1/notes/<id>`
    ///
    /// # Errors
    ///
    /// 404 if it was deleted.
    fn note(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<String, Error>> {
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
    #[cfg(feature = "pages")]
    /// `GET /api/v1/notes?<like>`
    fn notes(&self, like: &'a T) -> Pages<'_, List<String>> {
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
            .deliver(self)
    }
}
