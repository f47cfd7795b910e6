// Each type that a body is read into, in each return type, with and without `response`.
use pivotal_runtime::{Body, Error, Response, Transport, endpoint};

pub trait Api: Transport {
    #[endpoint(GET, "/json")]
    async fn json(&self) -> Result<Vec<(u8, String)>, Error>;
    #[endpoint(GET, "/text")]
    async fn text(&self) -> Result<String, Error>;
    #[endpoint(GET, "/stream")]
    async fn stream(&self) -> Result<Response<Body>, Error>;
    #[endpoint(GET, "/stream", response = Body)]
    async fn stream_if_there(&self) -> Result<Option<Body>, Error>;
    #[endpoint(DELETE, "/nothing", success = [202, 204])]
    async fn nothing(&self) -> Result<(), Error>;
    #[endpoint(DELETE, "/nothing", response = ())]
    async fn nothing_if_there(&self) -> Result<Response<Option<()>>, Error>;
    #[endpoint(GET, "/optional", response = Option<u8>)]
    async fn optional(&self) -> Result<Option<u8>, Error>;
    #[endpoint(GET, "/optional", response = Option<u8>)]
    async fn optional_if_there(&self) -> Result<Option<Option<u8>>, Error>;
    #[endpoint(GET, "/response", response = u8)]
    async fn response(&self) -> Result<Response<u8>, Error>;
    #[endpoint(GET, "/no-type", response = String)]
    async fn no_type(&self);
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(api: &C) -> Result<(), Error> {
    let _: Vec<(u8, String)> = api.json().await?;
    let _: String = api.text().await?;
    let _: Response<Body> = api.stream().await?;
    let _: Option<Body> = api.stream_if_there().await?;
    api.nothing().await?;
    let _: Response<Option<()>> = api.nothing_if_there().await?;
    let _: Option<u8> = api.optional().await?;
    let _: Option<Option<u8>> = api.optional_if_there().await?;
    let _: Response<u8> = api.response().await?;
    let _: String = api.no_type().await?;
    Ok(())
}

fn main() {
    let _ = call::<pivotal_runtime::Client>;
}
