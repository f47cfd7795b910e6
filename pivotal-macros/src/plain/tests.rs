use std::str::FromStr;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::TraitItemFn;
use syn::parse::{ParseStream, Parser};

use super::take_method;
use crate::item::parse_method;

fn is_plain(tokens: &TokenStream) -> bool {
    let take = |input: ParseStream<'_>| {
        let is_plain = take_method(input)?.is_some();
        input.parse::<TokenStream>()?;
        Ok(is_plain)
    };
    take.parse2(tokens.clone()).expect("nothing is wrong with a method that is left to syn")
}

/// The tokens with their places in the source.
fn written(method: impl ToTokens) -> String {
    format!("{:?}", method.to_token_stream())
}

#[test]
fn plain_methods_are_read_as_syn_reads_them() {
    let cases = [
        "fn a(&self);",
        "async fn r#async(&self,) -> ();",
        "/// One.\n/// Two.\n#[endpoint(GET, \"/a/<id>\", body = b)] #[cfg(feature = \"a\")] async fn a(&self, id: u64);",
        "fn a(&self, id: &str, b: &'a [u8]) -> Pages<'_, A>;",
        "async fn a(&self, b: Vec<Option<api::B<'_, u8>>>,) -> Result<Response<A>, crate::Error>;",
    ];
    for case in cases {
        let tokens = TokenStream::from_str(case).expect("the case is Rust");
        let by_syn: TraitItemFn = syn::parse2(tokens.clone()).expect("the case is a method");
        assert_eq!(written(parse_method(&tokens).expect("the case is a method")), written(by_syn), "{case}");
    }
}

#[test]
fn what_is_not_plain_is_left_to_syn() {
    let cases = [
        ("async fn a(&self, id: &str) -> Result<A, Error>;", true),
        ("/// One.\n#[endpoint(GET, \"/a\")] fn a(&self);", true),
        ("#[endpoint] fn a(&self);", false),
        ("#[doc = include_str!(\"a.md\")] fn a(&self);", false),
        ("unsafe fn a(&self);", false),
        ("fn a<T>(&self, b: T);", false),
        ("fn a(&self) where Self: Sized;", false),
        ("fn a(&self) {}", false),
        ("fn a();", false),
        ("fn a(&mut self);", false),
        ("fn a(&'a self);", false),
        ("fn a(self: Box<Self>);", false),
        ("fn a(&self, #[cfg(a)] b: B);", false),
        ("fn a(&self, _: B);", false),
        ("fn a(&self, mut b: B);", false),
        ("fn a(&self, (b, c): B);", false),
        ("fn a(&self, b: _);", false),
        ("fn a(&self, b: &mut B);", false),
        ("fn a(&self, b: [u8; 2]);", false),
        ("fn a(&self, b: fn(B));", false),
        ("fn a(&self, b: for<'a> fn(&'a B));", false),
        ("fn a(&self, b: impl Into<B>);", false),
        ("fn a(&self, b: impl ::b::Into<B>);", false),
        ("fn a(&self, b: &dyn B);", false),
        ("fn a(&self, b: &dyn ::b::B);", false),
        ("fn a(&self, b: &mut ::b::B);", false),
        ("fn a(&self, b: <B as C>::D);", false),
        ("fn a(&self, b: ::b::B);", false),
        ("fn a(&self) -> Vec<dyn A>;", false),
        ("fn a(&self) -> Box<dyn Future<Output = A> + '_>;", false),
        ("fn a(&self) -> impl A;", false),
        ("fn a(&self) -> A<{ 1 }>;", false),
    ];
    for (case, expected) in cases {
        let tokens = TokenStream::from_str(case).expect("the case is Rust");
        assert_eq!(is_plain(&tokens), expected, "{case}");
    }
}
