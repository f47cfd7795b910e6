trait Api: Transport {
    fn brew(
        &self,
    ) -> impl ::core::future::Future<
        Output = Result<String, TeaError>,
    > + ::core::marker::Send {
        ::pivotal_runtime::__private::RequestBuilder::new({
                static ENDPOINT: ::pivotal_runtime::__private::Endpoint = ::pivotal_runtime::__private::Endpoint::new(
                    ::pivotal_runtime::__private::Method::GET,
                    "/teapot",
                    "brew",
                );
                &ENDPOINT
            })
            .literal("/teapot")
            .error::<Problem>()
            .send::<::pivotal_runtime::__private::Declared, _>(self)
    }
}
