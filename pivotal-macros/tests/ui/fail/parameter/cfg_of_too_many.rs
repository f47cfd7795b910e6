use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers?<a>&<b>&<c>&<d>&<e>&<f>")]
    async fn customers(
        &self,
        #[cfg(target_os = "macos")] a: u8,
        #[cfg(not(unix))] b: u8,
        #[cfg(unix)] c: u8,
        #[cfg(target_os = "windows")] d: u8,
        #[cfg(test)] e: u8,
        #[cfg(debug_assertions)] f: u8,
    ) -> Result<Vec<Customer>, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customers(1, 2).await;
}

fn main() {}
