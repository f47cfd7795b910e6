use pivotal_runtime::{Api, Error, endpoints};

static GITHUB: Api = Api::new().base_url("https://api.github.com");

#[endpoints("/repos", api = GITHUB, api = GITHUB)]
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
