// Methods in quotes, and `QUERY`.
use pivotal_runtime::{Error, Transport, endpoint, endpoints};

pub trait Api: Transport {
    #[endpoint("PURGE", "/cache/<key>", idempotent)]
    async fn purge(&self, key: &str) -> Result<(), Error>;
    #[endpoint("PROPFIND", "/files/<path..>", text = search, header("Depth") = "1")]
    async fn properties(&self, path: &str, search: &str) -> Result<String, Error>;
    #[endpoint("M-SEARCH", "/")]
    async fn search(&self) -> Result<(), Error>;
    #[endpoint("lock", "/")]
    async fn lower_case(&self) -> Result<(), Error>;
    #[endpoint(QUERY, "/items?<limit>", body = filter)]
    async fn query(&self, limit: u8, filter: &[&str]) -> Result<u32, Error>;
}

impl<T: Transport> Api for T {}

#[endpoints("/secret")]
pub trait Secrets {
    #[endpoint("LIST", "/<path..>")]
    async fn list(&self, path: &str) -> Result<Vec<String>, Error>;
}

fn main() {}
