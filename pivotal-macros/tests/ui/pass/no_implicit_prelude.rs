// Only imported names are in scope.
#![no_implicit_prelude]
#![deny(warnings)]

use ::pivotal_runtime::{Client, DynTransport, Error, Multipart, Next, Pages, Paginated, Transport, endpoint, endpoints};

#[derive(::serde::Deserialize)]
pub struct Feed {
    entries: ::std::vec::Vec<u32>,
}

impl Paginated for Feed {
    type Item = u32;

    fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
        Next::end()
    }

    fn into_items(self) -> ::std::vec::Vec<u32> {
        self.entries
    }
}

pub trait Store: Transport {
    #[endpoint(GET, "/items/<id>?<tag>&page=<page>&sort=name&<filter..>")]
    async fn item(
        &self,
        id: u64,
        tag: ::std::option::Option<&str>,
        page: &[u8],
        filter: &[(&str, u8)],
    ) -> ::std::result::Result<u32, Error>;

    #[endpoint(PUT, "/items/<id..>", body = item, header("X-A") = "a", header("X-Owner") = owner, response = ())]
    async fn put(&self, id: impl ::std::convert::Into<u64>, item: &str, owner: impl ::std::convert::AsRef<str>);

    #[endpoint(POST, "/form", multipart = form, error = ::std::string::String, response = ())]
    async fn form(&self, form: Multipart);
}
impl<T: Transport> Store for T {}

pub trait Hidden: DynTransport {
    #[endpoint(GET, "/hidden")]
    async fn hidden(&self) -> ::std::result::Result<u32, Error>;
    #[endpoint(GET, "/pages")]
    fn pages(&self) -> Pages<'_, Feed>;
}
impl<T: DynTransport> Hidden for T {}

#[endpoints("/api", transport = Transport)]
pub trait Listed {
    #[endpoint(GET, "/listed")]
    async fn listed(&self) -> ::std::result::Result<u32, Error>;
}

fn main() {
    let _ = |client: &Client| {
        let _ = (client.hidden(), client.pages(), client.listed(), client.put(1_u32, "", ""));
    };
}
