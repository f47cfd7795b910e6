trait Api: Transport {
    #[allow(unused_variables)]
    fn customer(
        &self,
        id: &str,
    ) -> impl ::core::future::Future<
        Output = Result<Option<Customer>, Error>,
    > + ::core::marker::Send {
        async move {
            ::core::compile_error! {
                "unknown key `respons`; write `response`"
            }
            ::core::compile_error! {
                "no parameter fills `<idd>`; write `<id>`"
            }
        }
    }
}
