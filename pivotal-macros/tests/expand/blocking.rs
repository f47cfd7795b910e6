trait Api: Transport {
    /// `DELETE /customers/<id>`
    fn delete(&self, id: u64) -> Result<(), Error> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::DELETE,
                        "/customers/<id>",
                        "delete",
                    )
                    .success(&[204..=204]);
                &ENDPOINT
            })
            .literal("/customers/")
            .segment("id", &id)
            .deliver(self)
    }
}
