// Parts of segments, several segments in front of text, and text that is encoded.
use pivotal_runtime::{Error, Transport, endpoint, endpoints};

pub trait Api: Transport {
    #[endpoint(POST, "/v<major>.<minor>/jobs/<id>:cancel")]
    async fn part(&self, major: u8, minor: u8, id: &str) -> Result<u32, Error>;
    #[endpoint(GET, "/Products('<id>')/orders(<key>);v=<version>")]
    async fn o_data(&self, id: &str, key: u64, version: impl Into<String>) -> Result<u32, Error>;
    #[endpoint(GET, "/v2/<name..>/manifests/<reference>")]
    async fn oci(&self, name: &str, reference: &str) -> Result<u32, Error>;
    #[endpoint(POST, "/v1/<name..>:<verb>")]
    async fn google(&self, name: String, verb: &str) -> Result<u32, Error>;
    #[endpoint(GET, "/<from..>/to/<to..>")]
    async fn two(&self, from: &str, to: &str) -> Result<u32, Error>;
    #[endpoint(GET, "/käufer of/\"[x]\"|^`/r&d/!$'()*+,;=:@/%2F/<id>")]
    async fn encoded(&self, id: &str) -> Result<u32, Error>;
}

impl<T: Transport> Api for T {}

#[endpoints("/api/contents/<path..>")]
pub trait Contents {
    #[endpoint(GET, "")]
    async fn contents(&self, path: &str) -> Result<u32, Error>;
    #[endpoint(POST, "/checkpoints")]
    async fn checkpoint(&self, path: &str) -> Result<u32, Error>;
    #[endpoint(POST, ":trust")]
    async fn trust(&self, path: &str) -> Result<u32, Error>;
}

#[endpoints("/accounts/<account>")]
pub trait Accounts {
    #[endpoint(GET, ".json")]
    async fn account(&self, account: &str) -> Result<u32, Error>;
    #[endpoint(GET, "(<part>)")]
    async fn part(&self, account: &str, part: u8) -> Result<u32, Error>;
}

fn main() {}
