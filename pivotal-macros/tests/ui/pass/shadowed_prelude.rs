// User-defined types, traits, modules and macros with names of the prelude.
#![allow(dead_code, non_camel_case_types, non_snake_case, unused_macros)]

use pivotal_runtime::{Next, Paginated};

#[derive(serde::Deserialize)]
pub struct Feed {
    entries: Vec<u8>,
}

impl Paginated for Feed {
    type Item = u8;

    fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
        Next::end()
    }

    fn into_items(self) -> Vec<u8> {
        self.entries
    }
}

mod shadowed {
    pub enum Result {}
    pub struct Option;
    pub struct String;
    pub struct Box;
    pub struct Vec;
    pub struct Pin;
    pub struct Call;
    pub trait Future {}
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait Into {}
    pub trait AsRef {}
    pub trait From {}
    pub trait Iterator {}
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod pivotal_runtime {}
    pub fn Ok() {}
    pub fn Err() {}
    pub fn drop() {}
    pub struct u16;
    pub struct str;
    macro_rules! compile_error {
        () => {};
    }
    macro_rules! panic {
        () => {};
    }

    use ::pivotal_runtime::{DynTransport, Error, Pages, Transport, endpoint, endpoints};

    pub trait Api: Transport {
        #[endpoint(GET, "/<id>?<tag>&<fields..>", success = [200, 404], header("X-A") = "b", header("X-C") = header)]
        async fn get(
            &self,
            id: u8,
            tag: u8,
            fields: &[(u8, u8)],
            header: ::core::option::Option<u8>,
        ) -> ::core::result::Result<u8, Error>;
        #[endpoint(PUT, "/<id>", body = body, response = ())]
        async fn put(&self, id: impl ::core::convert::Into<u8>, body: impl ::core::convert::AsRef<[u8]>);
    }
    impl<T: Transport> Api for T {}

    pub trait Hidden: DynTransport {
        #[endpoint(GET, "/pages")]
        fn pages(&self) -> Pages<'_, crate::Feed>;
    }
    impl<T: DynTransport> Hidden for T {}

    #[endpoints("/api")]
    pub trait Listed {
        #[endpoint(GET, "/listed", response = u8)]
        async fn listed(&self);
    }
}

fn main() {}
