//! The operations of `Security`.

use pivotal_runtime::{Error, endpoints};

use super::SECURITY;

#[endpoints(api = SECURITY)]
pub trait Security {
    #[endpoint(GET, "/private")]
    async fn private(&self) -> Result<(), Error>;

    #[endpoint(GET, "/public", auth = none)]
    async fn public(&self) -> Result<(), Error>;

    #[endpoint(GET, "/optional")]
    async fn optional(&self) -> Result<(), Error>;

    #[endpoint(GET, "/anonymous", auth = none)]
    async fn anonymous(&self) -> Result<(), Error>;

    #[endpoint(GET, "/key")]
    async fn with_key(&self) -> Result<(), Error>;

    #[endpoint(GET, "/unknown")]
    async fn unknown(&self) -> Result<(), Error>;
}
