// A runtime under another name, from wherever the trait stands.
mod vendor {
    pub use pivotal_runtime as http_runtime;
}

mod api {
    use crate::vendor::http_runtime::{Error, Transport, endpoint};

    pub trait Api: Transport {
        #[endpoint(GET, "/a", crate = crate::vendor::http_runtime)]
        async fn a(&self) -> Result<u32, Error>;

        #[endpoint(GET, "/b", crate = ::pivotal_runtime, response = u32)]
        async fn b(&self);
    }

    impl<T: Transport> Api for T {}
}

fn local() {
    use api::Api;
    use pivotal_runtime::{Error, Transport, endpoint};

    trait Local: Transport {
        #[endpoint(GET, "/c")]
        async fn c(&self) -> Result<u32, Error>;
    }

    impl<T: Transport> Local for T {}

    fn both<T: Api + Local>(client: &T) {
        let _ = (client.a(), client.b(), client.c());
    }
    let _ = both::<pivotal_runtime::Client>;
}

fn main() {
    local();
}
