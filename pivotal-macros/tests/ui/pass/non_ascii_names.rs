// Names in templates can be those of Rust: letters of any script, with their marks.
use pivotal_runtime::{Error, Transport, endpoint};

pub trait Store: Transport {
    #[endpoint(PUT, "/<größe>/<हिन्दी>/<নাম..>?key=<ชื่อ>", body = तिथि, header("X-Name") = ผู้ใช้)]
    async fn पढ़ो(&self, größe: u8, हिन्दी: &str, নাম: &str, ชื่อ: &str, तिथि: &str, ผู้ใช้: &str) -> Result<u32, Error>;
}

impl<C: Transport> Store for C {}

fn main() {}
