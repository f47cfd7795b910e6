use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Deserialize)]
pub struct Named<'a> {
    pub name: &'a str,
}

pub trait Api: Transport {
    #[endpoint(GET, "/customers/<id>")]
    async fn customer(&self, id: u8) -> Result<Named<'_>, Error>;
}

impl<T: Transport> Api for T {}

fn main() {}
