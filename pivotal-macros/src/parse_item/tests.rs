use std::str::FromStr;

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::parse_trait;

/// The tokens with their spans.
fn tokens_and_spans(item: impl ToTokens) -> String {
    format!("{:?}", item.to_token_stream())
}

#[test]
fn trait_is_read_as_by_syn() {
    let cases = [
        "pub trait A<T>: B where T: C { type D; const E: u8 = 1; fn a(&self); fn b(&self) {} default fn c(&self); }",
        "unsafe trait A { #![allow(unused)] fn a(&self); }",
        "trait A { #![allow(unused)] #![doc = \"B\"] }",
        "trait A {}",
    ];
    for case in cases {
        let tokens = TokenStream::from_str(case).expect("the case is Rust");
        let by_syn: syn::ItemTrait = syn::parse2(tokens.clone()).expect("the case is a trait");
        assert_eq!(
            tokens_and_spans(parse_trait(&tokens).expect("the case is a trait")),
            tokens_and_spans(by_syn),
            "{case}"
        );
    }
    for case in ["struct A {}", "fn a() {}", "", "trait A { fn a(&self); } ;"] {
        let tokens = TokenStream::from_str(case).expect("the case has valid tokens");
        assert!(parse_trait(&tokens).is_none(), "{case}");
    }
}

#[test]
fn unreadable_item_is_kept() {
    let cases = ["trait A { fn a(&self); let b = 1; fn c(&self); }", "trait A { #[a] fn b(&self); async fn }"];
    for case in cases {
        let tokens = TokenStream::from_str(case).expect("the case has valid tokens");
        assert_eq!(
            tokens_and_spans(parse_trait(&tokens).expect("the case is a trait but for one item")),
            tokens_and_spans(tokens),
            "{case}"
        );
    }
}
