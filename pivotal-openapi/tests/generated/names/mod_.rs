//! The operations of `Mod`.

use pivotal_runtime::{Error, endpoints};

use super::NAMES;

#[endpoints(api = NAMES)]
pub trait Mod {
    #[endpoint(
        GET,
        "/h/<type_>/<self_>/<n2>/<unnamed>?type=<type2>&Type=<type3>&<body>",
        operation = "async"
    )]
    async fn async_(
        &self,
        type_: &str,
        self_: &str,
        n2: &str,
        unnamed: &str,
        type2: Option<&str>,
        type3: Option<&str>,
        body: Option<&str>,
    ) -> Result<(), Error>;
}
