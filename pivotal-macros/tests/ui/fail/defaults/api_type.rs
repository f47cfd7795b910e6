use pivotal_runtime::{Error, endpoints};

pub struct Problem {}

#[endpoints("/repos", api = Problem)]
pub trait Issues {
    #[endpoint(GET, "/<owner>/issues")]
    async fn issues(&self, owner: &str) -> Result<u32, Error>;

    #[endpoint(GET, "/<owner>/pulls")]
    async fn pulls(&self, owner: &str) -> Result<u32, Error>;
}

async fn call<C: Issues>(client: C) {
    let _ = client.issues("rust-lang").await;
    let _ = (client.pulls("rust-lang").await, C::ENDPOINTS);
}

fn main() {}
