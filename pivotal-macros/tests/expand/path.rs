trait Api: Transport {
    /// Soft-deletes a customer.
    ///
    /// `DELETE /api/v1/customers/<id>`
    fn delete_customer(
        &self,
        id: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Deleted, Error>> {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::DELETE,
                    "/api/v1/customers/<id>",
                    "delete_customer",
                );
                &ENDPOINT
            })
            .literal("/api/v1/customers/")
            .segment("id", id)
            .send_as::<Deleted, _>(self)
    }
}
