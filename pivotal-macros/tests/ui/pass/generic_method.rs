// Generics and lifetimes on the method; the future is `Send` even if its parameters are not.
use std::rc::Rc;

use pivotal_runtime::{Error, Transport, endpoint};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub trait Store: Transport {
    #[endpoint(GET, "/items/<id>", response = T)]
    async fn item<T: DeserializeOwned>(&self, id: u64) -> Result<Option<T>, Error>;

    #[endpoint(POST, "/items", body = item, header("Idempotency-Key") = key)]
    async fn post<'a, T, U>(&'a self, item: &'a T, key: Option<&'a str>) -> Result<U, Error>
    where
        T: Serialize + ?Sized,
        U: DeserializeOwned;

    #[endpoint(GET, "/items?<name>")]
    async fn named(&self, name: &Name) -> Result<u32, Error>;
}

impl<C: Transport> Store for C {}

/// Not `Send`.
pub struct Name(Rc<str>);

impl Serialize for Name {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

fn send<T: Send>(_: T) {}

fn futures<C: Store>(client: &C) {
    send(client.item::<u32>(1));
    send(client.post::<_, u32>("text", None));
    send(client.named(&Name("n".into())));
}

fn main() {}
