// `Into` and `AsRef`, as `impl Trait`, as a bound and in a where clause, in each place that a value is sent in.
use pivotal_runtime::{Error, Transport, endpoint};

#[derive(serde::Serialize)]
pub struct Item {
    name: String,
}

impl From<&str> for Item {
    fn from(name: &str) -> Self {
        Self { name: name.to_owned() }
    }
}

pub trait Store: Transport {
    #[endpoint(PUT, "/<bucket>/<id>?<tag>", body = item, header("X-Owner") = owner, response = ())]
    async fn put<B: AsRef<str>, T>(
        &self,
        bucket: B,
        id: impl Into<u64>,
        tag: T,
        item: impl Into<Item>,
        owner: impl AsRef<str> + Send,
    ) -> Result<(), Error>
    where
        T: Into<String>;
}

impl<C: Transport> Store for C {}

fn call(client: &impl Store) {
    let _ = client.put("bucket", 7_u32, "tag", "item", String::from("owner"));
    let _ = client.put(String::from("bucket"), 7_u64, String::from("tag"), Item { name: String::new() }, "owner");
}

fn main() {}
