//! The operations of `PathParameters`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::PATH_PARAMETERS;

#[endpoints(api = PATH_PARAMETERS)]
pub trait PathParameters {
    #[endpoint(GET, "/simple/<id>")]
    async fn simple(&self, id: &str) -> Result<(), Error>;

    #[endpoint(GET, "/label/.<id>")]
    async fn label(&self, id: &str) -> Result<(), Error>;

    #[endpoint(GET, "/matrix/;id=<id>")]
    async fn matrix(&self, id: i64) -> Result<(), Error>;

    #[endpoint(GET, "/enum/<state>")]
    async fn by_state(&self, state: &ByStateState) -> Result<(), Error>;

    #[endpoint(GET, "/union/<id>")]
    async fn by_union(&self, id: &ByUnionId) -> Result<(), Error>;

    #[endpoint(GET, "/parts/<a>.<b>:cancel")]
    async fn parts(&self, a: &str, b: &str) -> Result<(), Error>;

    #[endpoint(GET, "/undeclared/<a>")]
    async fn undeclared(&self, a: &str) -> Result<(), Error>;

    #[endpoint(GET, "/unused")]
    async fn unused(&self) -> Result<(), Error>;

    #[endpoint(GET, "/files/<path..>")]
    async fn files(&self, path: &str) -> Result<(), Error>;

    #[endpoint(GET, "/twice/<a>/<a>")]
    async fn twice(&self, a: &str) -> Result<(), Error>;

    #[endpoint(GET, "/nullable/<a>")]
    async fn nullable(&self, a: &str) -> Result<(), Error>;

    #[endpoint(GET, "/spaces and ümlauts/<a>/(b)/'c'/*")]
    async fn characters(&self, a: &str) -> Result<(), Error>;

    #[endpoint(GET, "/query?action=list&all")]
    async fn query_in_path(&self) -> Result<(), Error>;

    #[endpoint(GET, "/fragment")]
    async fn fragment(&self) -> Result<(), Error>;

    #[endpoint(GET, "/empty/<empty>")]
    async fn empty_placeholder(&self, empty: &str) -> Result<(), Error>;

    #[endpoint(GET, "/")]
    async fn root(&self) -> Result<(), Error>;

    #[endpoint(GET, "/slash/")]
    async fn slash(&self) -> Result<(), Error>;

    #[endpoint(GET, "/percent/100%25/%2F")]
    async fn percent(&self) -> Result<(), Error>;
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ByStateState {
    Open,
    Closed,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ByUnionId {
    Integer(i64),
    Text(String),
}
