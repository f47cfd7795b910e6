// `#[endpoints]` on traits of all kinds.
#![deny(warnings)]
use pivotal_runtime::parameter::Location;
use pivotal_runtime::{Client, DynTransport, Error, Transport, endpoints};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Without arguments.
#[endpoints]
pub trait Plain {
    #[endpoint(GET, "/plain")]
    async fn plain(&self) -> Result<u32, Error>;
}

/// With a common path, and methods that are not compiled.
#[endpoints("/api/v1")]
pub trait Notes {
    #[endpoint(GET, "/notes/<id>?<lang>", operation = "get-note", success = [200, 203])]
    async fn note(&self, id: u64, lang: &str) -> Result<String, Error>;

    #[cfg(any())]
    #[endpoint(GET, "/missing/<id>")]
    async fn missing(&self, id: Missing) -> Result<Missing, Error>;

    #[cfg_attr(all(), allow(unused), cfg(any()))]
    #[endpoint(GET, "/missing/<id>/too")]
    async fn missing_too(&self, id: Missing) -> Result<Missing, Error>;

    #[cfg(all())]
    #[cfg_attr(all(), allow(unused), cfg_attr(all(), cfg(all())))]
    #[cfg_attr(any(), cfg(any()))]
    #[pivotal_runtime::endpoint(DELETE, "/notes/<id>", response = ())]
    async fn delete(&self, id: u64);

    #[cfg(any())]
    fn not_there(&self, id: Missing);

    #[cfg_attr(all(), cfg(any()))]
    fn not_there_too(&self, id: Missing);

    const LIMIT: u32 = 10;

    fn limit(&self) -> u32 {
        Self::LIMIT
    }
}

/// With generics, bounds, a where clause, a default, and a supertrait of its own.
#[endpoints("/generic", transport = pivotal_runtime::Transport, crate = ::pivotal_runtime)]
pub trait Store<'a, K: Serialize, T = String, const N: usize = 3>: Send
where
    T: DeserializeOwned + Serialize + 'a,
{
    #[endpoint(GET, "/items/<id>")]
    async fn item(&self, id: K) -> Result<Option<T>, Error>;

    #[endpoint(PUT, "/items", body = items)]
    async fn put(&self, items: &'a [&'a T; N]) -> Result<T, Error>
    where
        [&'a T; N]: Serialize;
}

/// On another transport.
#[endpoints(transport = DynTransport)]
trait Hidden {
    #[endpoint(GET, "/hidden")]
    async fn hidden(&self) -> Result<u32, Error>;
}

/// Deprecated, and based on deprecated items.
#[endpoints("/old")]
#[deprecated]
pub trait Old {
    #[endpoint(GET, "/old")]
    async fn old(&self) -> Result<u32, Error>;
}

#[allow(deprecated)]
#[endpoints("/new")]
pub trait New: Old {
    #![allow(clippy::new_ret_no_self)]

    #[endpoint(GET, "/new")]
    async fn new(&self) -> Result<u32, Error>;
}

#[expect(deprecated, reason = "until it is gone")]
#[endpoints("/newer")]
pub trait Newer: Old {
    #[endpoint(GET, "/newer")]
    async fn newer(&self) -> Result<u32, Error>;
}

/// Without endpoints.
#[endpoints("/empty")]
pub trait Empty {}

fn is_implemented<C: Plain + Notes + Store<'static, u8> + Store<'static, u8, u32, 2> + Hidden + Empty>() {}

fn main() {
    is_implemented::<Client>();
    is_implemented::<&Client>();
    let lists = [
        <Client as Plain>::ENDPOINTS,
        <Client as Notes>::ENDPOINTS,
        <Client as Store<u8>>::ENDPOINTS,
        <Client as Hidden>::ENDPOINTS,
        <Client as Empty>::ENDPOINTS,
    ];
    assert_eq!(lists.map(<[_]>::len), [1, 2, 2, 1, 0]);
    let [note, delete] = <Client as Notes>::ENDPOINTS else { panic!("two endpoints") };
    assert_eq!(note.to_string(), "GET /api/v1/notes/<id>");
    assert_eq!(note.operation(), "get-note");
    assert_eq!(note.success_statuses(), [200..=200, 203..=203]);
    let parameters: Vec<_> = note.parameters().map(|parameter| (parameter.location, parameter.name)).collect();
    assert_eq!(parameters, [(Location::Path, "id"), (Location::Query, "lang")]);
    assert_eq!(delete.template(), "/api/v1/notes/<id>");

    fn limit<C: Notes>(client: &C) -> u32 {
        client.limit()
    }
    let _ = (limit::<Client>, |client: &Client| drop(client.hidden()));
    fn is_transport<T: Transport>() {}
    is_transport::<Client>();
}
