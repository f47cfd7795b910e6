//! `Paginated` for pages with a cursor.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitter;
use super::error_body::ident;
use crate::generate::pagination::Page;

impl Emitter<'_> {
    /// Returns the implementation for a definition.
    pub(in crate::generate) fn paginated(&self, id: usize, page: &Page) -> TokenStream {
        let name = self.named(id);
        let import = |name: &str| self.import(&format!("pivotal_runtime::{name}"));
        let (paginated, next, sent) = (import("Paginated"), import("Next"), import("Sent"));
        let parts = self.import("pivotal_runtime::http::response::Parts");
        let item = self.owned(&page.item);
        let (items, cursor, pair) = (ident(&page.items), ident(&page.cursor), &page.pair);
        let cursor =
            if page.is_cursor_required { quote!(Some(&*self.#cursor)) } else { quote!(self.#cursor.as_deref()) };
        let when = page.more.as_ref().map(|more| {
            let more = ident(more);
            quote!(.when(self.#more))
        });
        quote! {
            impl #paginated for #name {
                type Item = #item;

                fn next(&self, _: &#parts, _: &#sent<'_>) -> #next {
                    #next::cursor(#pair, #cursor) #when
                }

                fn into_items(self) -> Vec<#item> {
                    self.#items
                }
            }
        }
    }
}
