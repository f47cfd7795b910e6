trait Api: Transport {
    /// `GET /customers/<id>`
    fn customer<'a>(
        &'a self,
        id: &'a str,
    ) -> ::pivotal_runtime::__private::Call<'a, Result<Option<Customer>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/customers/<id>",
                    "customer",
                );
                &ENDPOINT
            })
            .literal("/customers/")
            .segment("id", id)
            .send_as::<Customer, _>(self)
    }
}
