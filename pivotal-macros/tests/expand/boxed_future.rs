trait Api: Transport {
    fn customer(
        &self,
        id: &str,
    ) -> Pin<Box<dyn Future<Output = Result<Option<Customer>, Error>> + Send + '_>> {
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
            .deliver::<Customer, _, _>(self)
    }
}
