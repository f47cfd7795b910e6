::core::compile_error! {
    "path `api` must start with `/`; write `\"/api\"`"
}
#[automatically_derived]
impl<__Transport: ::pivotal_runtime::__private::Transport + ?::core::marker::Sized> Notes
for __Transport {
    type Filter = ::core::compile_error! {
        "`#[endpoints]` implements the trait for every transport, but this has no default; write the supertrait and the impl by hand, without `#[endpoints]`"
    };
}
trait Notes: ::pivotal_runtime::__private::Transport {
    /// The endpoints of this trait, in the order of their declaration.
    const ENDPOINTS: &'static [::pivotal_runtime::__private::Endpoint] = &[];
    type Filter;
    #[allow(unused_variables)]
    fn note(
        &self,
        id: u64,
    ) -> ::pivotal_runtime::__private::Call<'_, Result<String, Error>> {
        ::core::compile_error! {
            "unknown HTTP method `GTE`; write `GET`, or `\"GTE\"` in quotes"
        }
    }
}
