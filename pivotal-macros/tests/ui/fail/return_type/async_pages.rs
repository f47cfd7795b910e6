use pivotal_runtime::{Next, Pages, Paginated, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Feed {
    entries: Vec<u32>,
}

impl Paginated for Feed {
    type Item = u32;

    fn next(&self, _: &::pivotal_runtime::http::response::Parts, _: &::pivotal_runtime::Sent<'_>) -> Next {
        Next::end()
    }

    fn into_items(self) -> Vec<u32> {
        self.entries
    }
}

pub trait Api: Transport {
    #[endpoint(GET, "/customers")]
    async fn customer(&self) -> Pages<'_, Feed>;
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(client: C) {
    let _ = client.customer().await;
}

fn main() {}
