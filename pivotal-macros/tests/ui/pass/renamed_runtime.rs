// A renamed runtime, for traits in any module.
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

// In another crate, the path to the runtime is one through the crate of the macro.
macro_rules! declare {
    ($name:ident) => {
        #[$crate::vendor::http_runtime::endpoints("/d", crate = $crate::vendor::http_runtime)]
        pub trait $name {
            #[endpoint(GET, "/<id>", response = u32)]
            async fn d(&self, id: u64);

            #[endpoint(GET, "/e", crate = $crate::vendor::http_runtime, response = u32)]
            async fn e(&self);
        }
    };
}

declare!(Declared);

fn local() {
    use api::Api;
    use pivotal_runtime::{Error, Transport, endpoint};

    trait Local: Transport {
        #[endpoint(GET, "/c")]
        async fn c(&self) -> Result<u32, Error>;
    }

    impl<T: Transport> Local for T {}

    fn all<T: Api + Local + Declared>(client: &T) {
        let _ = (client.a(), client.b(), client.c(), client.d(1), client.e(), T::ENDPOINTS);
    }
    let _ = all::<pivotal_runtime::Client>;
}

fn main() {
    local();
}
