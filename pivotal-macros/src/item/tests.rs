use std::str::FromStr;

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::parse_trait;

/// The tokens with their places in the source.
fn written(item: impl ToTokens) -> String {
    format!("{:?}", item.to_token_stream())
}

#[test]
fn a_trait_is_read_item_by_item() {
    let cases = [
        "pub trait A<T>: B where T: C { type D; const E: u8 = 1; fn a(&self); fn b(&self) {} default fn c(&self); }",
        "unsafe trait A { #![allow(unused)] fn a(&self); }",
        "trait A { #![allow(unused)] #![doc = \"B\"] }",
        "trait A {}",
    ];
    for case in cases {
        let tokens = TokenStream::from_str(case).expect("the case is Rust");
        let by_syn: syn::ItemTrait = syn::parse2(tokens.clone()).expect("the case is a trait");
        assert_eq!(written(parse_trait(&tokens).expect("the case is a trait")), written(by_syn), "{case}");
    }
    for case in ["struct A {}", "fn a() {}", "", "trait A { fn a(&self); } ;"] {
        let tokens = TokenStream::from_str(case).expect("the case is made of tokens");
        assert!(parse_trait(&tokens).is_none(), "{case}");
    }
}

#[test]
fn an_item_that_cannot_be_read_stays_as_it_is() {
    let cases = ["trait A { fn a(&self); let b = 1; fn c(&self); }", "trait A { #[a] fn b(&self); async fn }"];
    for case in cases {
        let tokens = TokenStream::from_str(case).expect("the case is made of tokens");
        assert_eq!(written(parse_trait(&tokens).expect("the case is nearly a trait")), written(tokens), "{case}");
    }
}
