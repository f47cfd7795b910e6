//! The operations of `Open`.

use pivotal_runtime::{Error, endpoints};

use super::OPEN;

#[endpoints(api = OPEN)]
pub trait Open {
    #[endpoint(GET, "/a")]
    async fn a(&self) -> Result<(), Error>;

    #[endpoint(GET, "/b")]
    async fn b(&self) -> Result<(), Error>;

    #[endpoint(GET, "/c")]
    async fn c(&self) -> Result<(), Error>;
}
