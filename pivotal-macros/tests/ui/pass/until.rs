// The end of a stream of events, in each return type.
use pivotal_runtime::{BlockingTransport, Error, Event, Events, Json, Response, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Chunk {}

pub struct Changes;

impl From<Events<Chunk>> for Changes {
    fn from(_: Events<Chunk>) -> Self {
        Self
    }
}

impl From<()> for Changes {
    fn from((): ()) -> Self {
        Self
    }
}

pub type Chunks = Result<Events<Event<Chunk>>, Error>;

pub trait Api: Transport {
    #[endpoint(POST, "/completions", body = prompt, until = "[DONE]", timeout = "10m")]
    async fn complete(&self, prompt: &str) -> Result<Events<Chunk>, Error>;
    #[endpoint(GET, "/alias", until = "[DONE]")]
    async fn alias(&self) -> Chunks;
    #[endpoint(GET, "/response", response = Events<Chunk>, until = "end\nof stream")]
    async fn response(&self) -> Result<Response<Option<Events<Chunk>>>, Error>;
    #[endpoint(GET, "/optional", until = "end")]
    async fn optional(&self) -> Result<Option<Events<Chunk>>, Error>;
    #[endpoint(GET, "/no-type", response = Events<String>, until = "end", format = Json)]
    async fn no_type(&self);
    #[endpoint(GET, "/changes", response(200) = Events<Chunk>, response(204) = (), until = "end")]
    async fn changes(&self) -> Result<Changes, Error>;
}

impl<T: Transport> Api for T {}

pub trait Blocking: BlockingTransport {
    #[endpoint(GET, "/events", until = "[DONE]")]
    fn events(&self) -> Result<Events<Chunk>, Error>;
}

impl<T: BlockingTransport> Blocking for T {}

async fn call<C: Api>(api: &C) -> Result<(), Error> {
    let _: Events<Chunk> = api.complete("a").await?;
    let _: Events<Event<Chunk>> = api.alias().await?;
    let _: Response<Option<Events<Chunk>>> = api.response().await?;
    let _: Option<Events<Chunk>> = api.optional().await?;
    let _: Events<String> = api.no_type().await?;
    let _: Changes = api.changes().await?;
    Ok(())
}

fn main() {
    let _ = call::<pivotal_runtime::Client>;
}
