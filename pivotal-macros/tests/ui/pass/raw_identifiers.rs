// `<type>` means `r#type`, and a method can be `r#move`.
use pivotal_runtime::{Error, Transport, endpoint};

pub trait Store: Transport {
    #[endpoint(POST, "/<type>?<in>", body = r#match, header("X-Ref") = r#ref)]
    async fn r#move(&self, r#type: &str, r#in: u8, r#match: &[u8], r#ref: bool) -> Result<u32, Error>;
}

impl<C: Transport> Store for C {}

fn main() {}
