//! Endpoints with the names of methods of transports and clients. They are called by their trait.

use pivotal_runtime::{Client, Error, Transport, endpoint};

use crate::support::server::request_of;

trait Named: Transport {
    #[endpoint(GET, "/send")]
    async fn send(&self) -> Result<(), Error>;
    #[endpoint(GET, "/boxed_send")]
    async fn boxed_send(&self) -> Result<(), Error>;
    #[endpoint(GET, "/send_boxed")]
    async fn send_boxed(&self) -> Result<(), Error>;
    #[endpoint(GET, "/send_once")]
    async fn send_once(&self) -> Result<(), Error>;
    #[endpoint(GET, "/api")]
    async fn api(&self) -> Result<(), Error>;
    #[endpoint(GET, "/with/<options>")]
    async fn with(&self, options: u8) -> Result<(), Error>;
    #[endpoint(GET, "/at/<base_url>")]
    async fn at(&self, base_url: &str) -> Result<(), Error>;
    #[endpoint(GET, "/base_url")]
    async fn base_url(&self) -> Result<(), Error>;
    #[endpoint(GET, "/new")]
    async fn new(&self) -> Result<(), Error>;
    #[endpoint(GET, "/builder")]
    async fn builder(&self) -> Result<(), Error>;
    #[endpoint(GET, "/clone")]
    async fn clone(&self) -> Result<(), Error>;
}
impl<T: Transport> Named for T {}

async fn target_of(call: impl AsyncFnOnce(Client) -> Result<(), Error>) -> String {
    request_of(call).await.target().to_owned()
}

#[tokio::test]
async fn endpoints_are_called_by_their_trait() {
    assert_eq!(target_of(async |api| Named::send(&api).await).await, "/send");
    assert_eq!(target_of(async |api| Named::boxed_send(&api).await).await, "/boxed_send");
    assert_eq!(target_of(async |api| Named::send_boxed(&api).await).await, "/send_boxed");
    assert_eq!(target_of(async |api| Named::send_once(&api).await).await, "/send_once");
    assert_eq!(target_of(async |api| Named::api(&api).await).await, "/api");
    assert_eq!(target_of(async |api| Named::with(&api, 1).await).await, "/with/1");
    assert_eq!(target_of(async |api| Named::at(&api, "a").await).await, "/at/a");
    assert_eq!(target_of(async |api| Named::base_url(&api).await).await, "/base_url");
    assert_eq!(target_of(async |api| Named::new(&api).await).await, "/new");
    assert_eq!(target_of(async |api| Named::builder(&api).await).await, "/builder");
    assert_eq!(target_of(async |api| Named::clone(&api).await).await, "/clone");
}

#[tokio::test]
async fn names_of_associated_functions_are_those_of_endpoints() {
    assert_eq!(target_of(async |api| api.builder().await).await, "/builder");
    assert_eq!(target_of(async |api| api.send_boxed().await).await, "/send_boxed");
}

#[cfg(feature = "blocking")]
mod blocking {
    use pivotal_runtime::testing::{Fake, RecordedCall};
    use pivotal_runtime::{BlockingTransport, Error, endpoint};

    trait Named: BlockingTransport {
        #[endpoint(GET, "/send")]
        fn send(&self) -> Result<(), Error>;
        #[endpoint(GET, "/api")]
        fn api(&self) -> Result<(), Error>;
        #[endpoint(GET, "/with/<options>")]
        fn with(&self, options: u8) -> Result<(), Error>;
        #[endpoint(GET, "/at/<base_url>")]
        fn at(&self, base_url: &str) -> Result<(), Error>;
    }
    impl<T: BlockingTransport> Named for T {}

    #[test]
    fn endpoints_are_called_by_their_trait() {
        let fake = Fake::new();
        fake.on_any().responds(200, "").times(4);
        Named::send(&fake).unwrap();
        Named::api(&fake).unwrap();
        Named::with(&fake, 1).unwrap();
        Named::at(&fake, "a").unwrap();
        let calls = fake.calls();
        let targets: Vec<_> = calls.iter().map(RecordedCall::path_and_query).collect();
        assert_eq!(targets, ["/send", "/api", "/with/1", "/at/a"]);
    }
}
