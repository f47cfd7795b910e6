// `#[endpoint]` inside `cfg_attr`. Each method is called as it is here.
use pivotal_runtime::{Error, Transport, endpoint, endpoints};

#[endpoints("/api")]
pub trait Listed {
    /// A method with other attributes.
    #[cfg_attr(all(), endpoint(GET, "/items/<id>"), doc = "Enabled.")]
    async fn item(&self, id: u64) -> Result<u32, Error>;

    #[cfg_attr(any(), endpoint(GET, "/absent/<id>"))]
    async fn absent(&self, id: Missing) -> Result<Missing, Error>;

    // Another path in another configuration.
    #[cfg_attr(all(), endpoint(GET, "/v2/notes"))]
    #[cfg_attr(not(all()), endpoint(GET, "/v1/notes"), allow(unused))]
    async fn notes(&self) -> Result<u32, Error>;

    #[cfg_attr(all(), cfg_attr(not(any()), endpoint(GET, "/nested"), must_use))]
    async fn nested(&self) -> Result<u32, Error>;

    #[cfg_attr(all(), allow(unused))]
    #[endpoint(GET, "/plain")]
    async fn plain(&self) -> Result<u32, Error>;

    #[cfg_attr(all(), doc = "Has a default.")]
    fn name(&self) -> &str {
        "name"
    }
}

pub trait Alone: Transport {
    #[cfg_attr(all(), endpoint(GET, "/items/<id>"))]
    async fn alone(&self, id: u64) -> Result<u32, Error>;
}
impl<T: Transport> Alone for T {}

pub async fn call<C: Listed + Alone>(client: C) -> Result<(), Error> {
    client.item(1).await?;
    client.notes().await?;
    client.nested().await?;
    client.plain().await?;
    client.alone(1).await?;
    assert_eq!(client.name(), "name");
    assert_eq!(C::ENDPOINTS.len(), 4);
    Ok(())
}

fn main() {}
