//! The operations of `NoteApi2`.

use pivotal_runtime::{Error, endpoints};

use super::{NAMES, Note};

#[endpoints(api = NAMES)]
pub trait NoteApi2 {
    #[endpoint(GET, "/b", operation = "get_item")]
    async fn get_item2(&self) -> Result<Note, Error>;
}
