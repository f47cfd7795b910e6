use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Customer {}

pub struct Content;

impl AsRef<Content> for Content {
    fn as_ref(&self) -> &Content {
        self
    }
}

pub trait Api: Transport {
    #[endpoint(POST, "/customers", body = content)]
    async fn customer(&self, content: impl AsRef<Content>) -> Result<Customer, Error>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer(Content).await;
}

fn main() {}
