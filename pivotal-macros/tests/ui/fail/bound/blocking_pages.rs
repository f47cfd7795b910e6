use pivotal_runtime::{BlockingTransport, LinkPage, Pages, endpoint};

pub trait Api: BlockingTransport {
    #[endpoint(GET, "/customers")]
    fn customers(&self) -> Pages<'_, LinkPage<u8>>;
}

impl<T: BlockingTransport> Api for T {}

fn call<C: Api>(client: C) {
    let _ = client.customers();
}

fn main() {}
