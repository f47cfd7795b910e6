trait Api: Transport {
    #[allow(unused_variables)]
    fn customer(
        &self,
        id: &str,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<Option<Customer>, Error>> {
        ::core::compile_error! {
            "unknown key `respons`; write `response`"
        }
        ::core::compile_error! {
            "no parameter fills `<idd>`; write `<id>`"
        }
    }
}
