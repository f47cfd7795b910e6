// `api = VALUE`: every kind of value, on methods and on traits.
#![deny(warnings)]
use pivotal_runtime::{Api, BlockingTransport, Client, DynTransport, Error, Transport, endpoint, endpoints};

pub static GITHUB: Api = Api::new().base_url("https://api.github.com");

pub const GITLAB: Api = Api::new().base_url("https://gitlab.com");

/// Private values of public traits.
const INTERNAL: Api = Api::new();

/// A constant of a type.
pub struct Forgejo;

impl Forgejo {
    pub const API: Api = Api::new().header("X-Forgejo-Version", "7");
}

pub mod conventions {
    use pivotal_runtime::Api;

    pub static STATUS: Api = Api::new().base_url("https://www.githubstatus.com");

    pub mod v2 {
        pub use super::STATUS as LATEST;
    }
}

use conventions::STATUS;

pub trait Kinds: Transport {
    #[endpoint(GET, "/static", api = GITHUB)]
    async fn a_static(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/const", api = GITLAB)]
    async fn a_const(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/private", api = INTERNAL)]
    async fn private(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/of-a-type", api = Forgejo::API)]
    async fn of_a_type(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/imported", api = STATUS)]
    async fn imported(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/path", api = crate::conventions::STATUS)]
    async fn path(&self) -> Result<u32, Error>;
    #[endpoint(GET, "/renamed", api = self::conventions::v2::LATEST)]
    async fn renamed(&self) -> Result<u32, Error>;
}
impl<T: Transport> Kinds for T {}

/// The conventions of the trait, and those of a method, which win.
#[endpoints("/repos", api = GITHUB)]
pub trait Issues {
    #[endpoint(GET, "/<owner>/issues")]
    async fn issues(&self, owner: &str) -> Result<u32, Error>;
    #[endpoint(GET, "/status", api = conventions::STATUS, auth = none)]
    async fn status(&self) -> Result<u32, Error>;
}

/// In a generic trait, on another transport.
#[endpoints(api = crate::GITLAB, transport = DynTransport)]
pub trait Store<'a, T: serde::de::DeserializeOwned + 'a, const N: usize = 3> {
    #[endpoint(GET, "/items/<id>")]
    async fn item(&self, id: u64) -> Result<Vec<T>, Error>;
}

#[endpoints(transport = BlockingTransport, api = GITHUB)]
pub trait Waiting {
    #[endpoint(GET, "/items/<id>")]
    fn waiting(&self, id: u64) -> Result<u32, Error>;
}

/// Written by a macro, with the path.
macro_rules! declare {
    ($name:ident, $method:ident, $api:path) => {
        #[endpoints(api = $api)]
        pub trait $name {
            #[endpoint(GET, "/declared")]
            async fn $method(&self) -> Result<u32, Error>;
            #[endpoint(GET, "/local", api = $crate::conventions::STATUS)]
            async fn local(&self) -> Result<u32, Error>;
        }
    };
}
declare!(Declared, declared, crate::conventions::v2::LATEST);

/// In a function, with local items.
fn local() {
    static LOCAL: Api = Api::new();

    #[endpoints(api = LOCAL)]
    trait Local {
        #[endpoint(GET, "/local")]
        async fn in_function(&self) -> Result<u32, Error>;
    }
    assert_eq!(<Client as Local>::ENDPOINTS.len(), 1);
    let _ = |client: &Client| drop(client.in_function());
}

fn base_url(endpoint: &pivotal_runtime::Endpoint) -> String {
    format!("{:?}", endpoint.api().expect("an `Api`"))
}

fn main() {
    local();
    let [issues, status] = <Client as Issues>::ENDPOINTS else { panic!("two endpoints") };
    assert!(base_url(issues).contains("api.github.com") && issues.sends_credentials());
    assert!(base_url(status).contains("githubstatus.com") && !status.sends_credentials());
    let [item] = <Client as Store<u8>>::ENDPOINTS else { panic!("one endpoint") };
    assert!(base_url(item).contains("gitlab.com"));
    let [declared, local] = <Client as Declared>::ENDPOINTS else { panic!("two endpoints") };
    assert!([declared, local].map(base_url).iter().all(|url| url.contains("githubstatus.com")));

    fn call<C: Kinds + Issues + for<'a> Store<'a, u8> + Declared>(api: &C) {
        let _ = (api.a_static(), api.a_const(), api.private(), api.of_a_type());
        let _ = (api.imported(), api.path(), api.renamed(), api.issues("rust-lang"), api.status(), api.item(1));
        let _ = (api.declared(), api.local());
    }
    fn wait<C: Waiting>(api: &C) {
        let _ = api.waiting(1);
    }
    struct Fake;
    impl BlockingTransport for Fake {
        fn send(&self, _: pivotal_runtime::Request) -> Result<pivotal_runtime::http::Response<pivotal_runtime::Body>, Error> {
            Err(Error::config("nothing to send to"))
        }
    }
    let _ = (call::<Client>, wait::<Fake>);
}
