//! Fallback: what is emitted when something is wrong.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{ReturnType, Safety, TraitItemFn, parse_quote};

use crate::args::EndpointArgs;
use crate::expand::{Root, future_of, output};
use crate::signature::is_endpoint;

/// The method with the errors as its body: impls of the trait and callers go on compiling, so that one mistake
/// stays one error.
///
/// Input:
/// ```text
/// async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
/// ```
/// Output:
/// ```text
/// fn delete_customer(&self, id: &str) -> impl Future<Output = Result<Deleted, Error>> + Send {
///     async move { compile_error!("...") }
/// }
/// ```
pub(crate) fn method(
    mut method: TraitItemFn,
    args: Option<&EndpointArgs>,
    root: &Root,
    errors: &syn::Error,
) -> TokenStream {
    let errors = errors.to_compile_error();
    let output = output(&method.sig, args.and_then(|args| args.keys.response.as_ref()), root);
    method.semi_token = None;
    method.attrs.retain(|attribute| !is_endpoint(attribute));
    // What an endpoint cannot be is reported already; the compiler would say so once more. `unsafe` stays for those
    // who call it so.
    (method.sig.constness, method.sig.abi, method.sig.variadic) = (None, None, None);
    if matches!(method.sig.safety, Safety::Safe(_)) {
        method.sig.safety = Safety::Default;
    }
    if method.sig.asyncness.take().is_some() {
        let future = future_of(&output);
        method.sig.output = ReturnType::Type(<syn::Token![->]>::default(), Box::new(parse_quote!(#future)));
        method.default = Some(parse_quote!({ async move { #errors } }));
    } else {
        method.default = Some(parse_quote!({ #errors }));
    }
    quote! {
        #[allow(unused_variables)]
        #method
    }
}

/// What is no method, as it was, beside the error.
pub(crate) fn item(item: &TokenStream, error: &syn::Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#item #error)
}
