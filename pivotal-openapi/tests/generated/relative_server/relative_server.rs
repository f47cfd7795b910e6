//! The operations of `RelativeServer`.

use pivotal_runtime::{Error, endpoints};

use super::RELATIVE_SERVER;

#[endpoints("/pets", api = RELATIVE_SERVER)]
pub trait RelativeServer {
    #[endpoint(GET, "/<id>")]
    async fn get_pet(&self, id: i64) -> Result<(), Error>;

    #[endpoint(GET, "")]
    async fn list_pets(&self) -> Result<(), Error>;
}
