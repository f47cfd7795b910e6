// Generics, lifetimes, supertraits and where clauses on the trait.
use pivotal_runtime::{Error, Transport, endpoint};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub trait Named {
    fn name(&self) -> &str;
}

pub trait Store<'a, T, K = u64>: Transport + Sync
where
    T: DeserializeOwned + Serialize + 'a,
    K: Serialize,
{
    type Filter: Serialize;

    #[endpoint(GET, "/items/<id>")]
    async fn item(&self, id: K) -> Result<T, Error>;

    #[endpoint(GET, "/items?<filter..>")]
    async fn items(&self, filter: &Self::Filter) -> Result<Vec<T>, Error>;

    #[endpoint(PUT, "/items/<id>", body = item)]
    async fn put(&self, id: &K, item: &'a T) -> Result<T, Error>;

    fn plain(&self) -> &'static str {
        "a default method beside endpoints"
    }
}

impl<C: Transport> Store<'_, String> for C {
    type Filter = ();
}

fn main() {}
