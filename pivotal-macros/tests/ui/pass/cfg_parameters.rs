// Parameters with `cfg`. Each method is called with the parameters that it has here.
#![deny(unused_variables)]

use pivotal_runtime::{BlockingTransport, Body, Error, Transport, endpoint, endpoints};

pub trait Api: Transport {
    #[endpoint(GET, "/items?<limit>&page=<page>&<filter..>&<tags:csv>&sort=name")]
    async fn items(
        &self,
        #[cfg(any())] limit: Missing,
        #[cfg(all())] page: Option<u32>,
        #[cfg(not(any()))] filter: &[(&str, u8)],
        #[cfg(all(any(), unix))] tags: &[&str],
    ) -> Result<u32, Error>;

    #[endpoint(GET, "/items", header("X-A") = a, header("X-B") = b, header(..) = more)]
    async fn headers(
        &self,
        #[cfg(all())] a: u8,
        #[cfg(any())] b: Missing,
        #[cfg(any())] more: Missing,
    ) -> Result<u32, Error>;

    #[endpoint(POST, "/items", body = item)]
    async fn absent_body(&self, #[cfg(any())] item: Missing) -> Result<u32, Error>;

    #[endpoint(POST, "/items", stream = content)]
    async fn present_body(&self, #[cfg(all())] content: Body) -> Result<u32, Error>;

    #[endpoint(POST, "/items", form("a") = a, form("b") = b, form = more)]
    async fn form(&self, #[cfg(any())] a: Missing, b: u8, #[cfg(any())] more: Missing) -> Result<u32, Error>;

    #[endpoint(GET, "/items/<id>?<id>")]
    async fn alternatives(&self, #[cfg(all())] id: u64, #[cfg(not(all()))] id: Missing) -> Result<u32, Error>;

    #[endpoint(GET, "/items?<like>")]
    async fn converted(&self, #[cfg_attr(all(), cfg(any()))] like: impl Into<Missing>) -> Result<u32, Error>;
}

impl<T: Transport> Api for T {}

/// A trait whose arguments send a parameter with `cfg`.
#[endpoints("/v1?<lang>", header("X-Tenant") = tenant)]
pub trait Listed {
    #[cfg(all())]
    #[endpoint(GET, "/items?<limit>")]
    async fn listed(
        &self,
        #[cfg(any())] lang: Missing,
        #[cfg(all())] tenant: u8,
        #[cfg(all())] limit: u32,
    ) -> Result<u32, Error>;
}

pub trait Blocking: BlockingTransport {
    #[endpoint(GET, "/items?<limit>&<page>")]
    fn items(&self, #[cfg(any())] limit: Missing, #[cfg(all())] page: u32) -> Result<u32, Error>;
}

pub async fn call<C: Api + Listed>(client: C) -> Result<(), Error> {
    client.items(Some(1), &[("a", 1)]).await?;
    client.headers(1).await?;
    client.absent_body().await?;
    client.present_body(Body::empty()).await?;
    client.form(1).await?;
    client.alternatives(1).await?;
    client.converted().await?;
    client.listed(1, 2).await?;
    Ok(())
}

fn main() {}
