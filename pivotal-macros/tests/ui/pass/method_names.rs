// Methods and parameters with names that the expansion uses, and with names of transport methods.
use pivotal_runtime::{BlockingTransport, Client, Error, Transport, endpoint, endpoints};

pub trait Api: Transport {
    #[endpoint(GET, "/new")]
    async fn new(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/send")]
    async fn send(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/deliver")]
    async fn deliver(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/literal/<literal>/<segment>/<segments..>")]
    async fn literal(&self, literal: u8, segment: u8, segments: &str) -> Result<u32, Error>;
    #[endpoint(GET, "/query?<query>&<query_fields..>&<query_literal>")]
    async fn query(&self, query: u8, query_fields: &[(u8, u8)], query_literal: u8) -> Result<u32, Error>;
    #[endpoint(POST, "/json", body = json, header("X-Header") = header)]
    async fn json(&self, json: u8, header: u8) -> Result<u32, Error>;
    #[endpoint(POST, "/headers", text = text, header("X-Headers") = headers)]
    async fn headers(&self, text: u8, headers: u8) -> Result<u32, Error>;
    #[endpoint(GET, "/error", error = String)]
    async fn error(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/endpoint/<endpoint>/<method>/<client>/<request>/<response>/<T>/<R>/<Wire>")]
    #[allow(non_snake_case)]
    async fn endpoint(
        &self,
        endpoint: u8,
        method: u8,
        client: u8,
        request: u8,
        response: u8,
        T: u8,
        R: u8,
        Wire: u8,
    ) -> Result<u32, Error>;
    #[endpoint(GET, "/send_boxed")]
    async fn send_boxed(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/boxed_send")]
    async fn boxed_send(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/call")]
    async fn call(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/into")]
    async fn into(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/clone")]
    async fn clone(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/api")]
    async fn api(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/with/<options>")]
    async fn with(&self, options: u8) -> Result<u32, Error>;
    #[endpoint(GET, "/at/<base_url>?<builder>&<this>&<transport>&<ENDPOINT>")]
    #[allow(non_snake_case)]
    async fn at(&self, base_url: &str, builder: u8, this: u8, transport: u8, ENDPOINT: u8) -> Result<u32, Error>;
    #[endpoint(GET, "/base_url")]
    async fn base_url(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/builder")]
    async fn builder(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/crate/<self_>/<_private>/<__private>/<core>/<pivotal_runtime>")]
    async fn r#async(
        &self,
        self_: u8,
        _private: u8,
        __private: u8,
        core: u8,
        pivotal_runtime: u8,
    ) -> Result<u32, Error>;
}

impl<T: Transport> Api for T {}

pub trait Blocking: BlockingTransport {
    #[endpoint(GET, "/send")]
    fn send(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/api")]
    fn api(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/with/<options>")]
    fn with(&self, options: u8) -> Result<u32, Error>;
    #[endpoint(GET, "/at/<base_url>")]
    fn at(&self, base_url: &str) -> Result<u32, Error>;
    #[endpoint(GET, "/deliver")]
    fn deliver(&self) -> Result<u32, Error>;
}

impl<T: BlockingTransport> Blocking for T {}

#[endpoints]
pub trait Listed {
    #[endpoint(GET, "/endpoints")]
    async fn endpoints(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/send")]
    async fn send(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/with")]
    async fn with(&self) -> Result<u32, Error>;
}

/// An endpoint wins over an associated function of the client.
pub async fn call(client: &Client) -> Result<u32, Error> {
    Api::send(client).await?;
    Api::at(client, "", 1, 2, 3, 4).await?;
    Listed::with(client).await?;
    client.builder().await
}

fn main() {}
