use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Error, Transport, endpoint};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Note {
    pub text: String,
}

pub trait Notes: Transport {
    #[endpoint(GET, "/notes/<id>")]
    async fn note(&self, id: u64) -> Result<Note, Error>;
}
impl<T: Transport> Notes for T {}

fn main() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).returns(&"buy milk");
}
