//! stub
use proc_macro::TokenStream;
/// stub
#[proc_macro_attribute]
pub fn endpoint(_: TokenStream, item: TokenStream) -> TokenStream { item }
/// stub
#[proc_macro_attribute]
pub fn endpoint_from_pivotal_api(_: TokenStream, item: TokenStream) -> TokenStream { item }
