trait Api: Transport {
    fn exists(
        &self,
        r#type: &str,
    ) -> impl ::core::future::Future<
        Output = ::core::result::Result<(), ::pivotal_runtime::__private::Error>,
    > + ::core::marker::Send {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::HEAD,
                    "/customers/<type>",
                    "exists",
                );
                &ENDPOINT
            })
            .literal("/customers/")
            .segment("type", r#type)
            .send::<(), _>(self)
    }
}
