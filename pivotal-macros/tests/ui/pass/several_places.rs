// A parameter in several places.
use pivotal_runtime::{Error, Transport, endpoint, endpoints};

pub trait Api: Transport {
    #[endpoint(PUT, "/users/<user>/<user>:<user>?<user>&by=<user>", header("X-User") = user, body = user)]
    async fn everywhere(&self, user: &str) -> Result<u32, Error>;
    #[endpoint(POST, "/users", form("id") = id, form("name") = id)]
    async fn form(&self, id: impl Into<String>) -> Result<u32, Error>;
    #[endpoint(POST, "/users", header("X-Note") = note, text = note)]
    async fn text(&self, note: impl AsRef<str>) -> Result<u32, Error>;
    #[endpoint(GET, "/users?<filter..>&filter[<filter..>]&all=<filter:json>")]
    async fn query(&self, filter: &[(&str, u8)]) -> Result<u32, Error>;
    #[endpoint(GET, "<url>", header("Referer") = url)]
    async fn url(&self, url: &str) -> Result<u32, Error>;
}

impl<T: Transport> Api for T {}

#[endpoints("/tenants/<tenant>/<tenant>?v=<tenant>", header("X-Tenant") = tenant, header("X-Id") = tenant)]
pub trait Tenants {
    #[endpoint(GET, "/users/<tenant>")]
    async fn user(&self, tenant: u8) -> Result<u32, Error>;
    #[endpoint(GET, "?v=2", header("X-Tenant") = "7")]
    async fn replaced(&self, tenant: u8) -> Result<u32, Error>;
    #[endpoint(GET, "<url>")]
    async fn page(&self, tenant: u8, url: &str) -> Result<u32, Error>;
}

fn main() {}
