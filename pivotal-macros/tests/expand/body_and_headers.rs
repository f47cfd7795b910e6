trait Api: Transport {
    /// `POST /customers`
    fn create(
        &self,
        customer: &CustomerCreate,
        key: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Response<Customer>, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                        ::pivotal_runtime::__private::Method::POST,
                        "/customers",
                        "create-customer",
                    )
                    .headers(&["Idempotency-Key"])
                    .fixed_headers(&["Prefer"])
                    .body("customer")
                    .success(&[200..=200, 201..=201]);
                &ENDPOINT
            })
            .literal("/customers")
            .header("key", "idempotency-key", key)
            .header_literal("prefer", "minimal")
            .json("customer", customer)
            .send(self)
    }
}
