use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async unsafe fn customer(&mut self, id: &str, (x, y): (u8, u8)) -> Result<Customer, Error> {
        todo!()
    }
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = unsafe { client.customer("42", (1, 2)) }.await;
}

fn main() {}
