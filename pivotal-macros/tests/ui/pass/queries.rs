// Styles, fields in brackets, and keys and values that are encoded.
use pivotal_runtime::{Error, Transport, endpoint, endpoints};

#[derive(serde::Serialize)]
pub struct Filter {
    status: &'static str,
    ids: Option<u8>,
}

pub trait Api: Transport {
    #[endpoint(GET, "/items?<ids:csv>&scope=<scopes:ssv>&tags[]=<tags:pipes>")]
    async fn joined(&self, ids: &[u64], scopes: Vec<&str>, tags: Option<&[&str]>) -> Result<u32, Error>;
    #[endpoint(GET, "/items?<filter:json>&filters=<filters:json>&<json:json>")]
    async fn json(&self, filter: &Filter, filters: Vec<Filter>, json: Option<Filter>) -> Result<u32, Error>;
    #[endpoint(GET, "/items?filter[<filter..>]&a[b][<more..>]")]
    async fn in_brackets(&self, filter: &Filter, more: &[(&str, u8)]) -> Result<u32, Error>;
    #[endpoint(GET, "/items?match[]=<m>&a[b]=<x>&$top=<top>&<größe>&$filter=name eq 'x'&json={\"a\":[1]}")]
    async fn encoded(&self, m: &[&str], x: u8, top: u8, größe: u8) -> Result<u32, Error>;
    #[endpoint(GET, "/items?to=https://host/a?b=c&d=%27")]
    async fn url(&self) -> Result<u32, Error>;
}

impl<T: Transport> Api for T {}

#[endpoints("?<ids:csv>&filter[<filter..>]&fields[items]=id", error = String)]
pub trait Items {
    #[endpoint(GET, "/items")]
    async fn items(&self, ids: &[u64], filter: &Filter) -> Result<u32, Error>;
    #[endpoint(GET, "/items?ids=<id>&fields%5Bitems%5D=name")]
    async fn replaced(&self, id: u8, filter: &Filter) -> Result<u32, Error>;
}

fn main() {}
