trait Api: Transport {
    #[cfg(feature = "put")]
    /// `PUT /a/<id>/<name>?<tag>`
    fn put<'a, T, U>(
        &'a self,
        id: impl Into<Id>,
        name: T,
        tag: U,
    ) -> crate::renamed::__private::Call<'a, Result<A, Error>>
    where
        T: AsRef<str> + 'a,
        U: Serialize,
    {
        let id = ::core::convert::Into::into(id);
        let name = ::core::convert::AsRef::as_ref(&name);
        crate::renamed::__private::RequestBuilder::new({
                static ENDPOINT: crate::renamed::__private::Endpoint = crate::renamed::__private::Endpoint::new(
                        crate::renamed::__private::Method::PUT,
                        "/a/<id>/<name>?<tag>",
                        "put",
                    )
                    .without_credentials();
                &ENDPOINT
            })
            .literal("/a/")
            .segment("id", &id)
            .literal("/")
            .segment("name", name)
            .query("tag", "tag", &tag)
            .send_as::<A, _>(self)
    }
}
