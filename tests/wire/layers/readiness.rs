//! Services that are not ready at once.

use pivotal_runtime::ErrorKind;
use tower::ServiceBuilder;
use tower::buffer::BufferLayer;
use tower::limit::RateLimitLayer;
use tower::load_shed::error::Overloaded;

use super::{Api, SEVEN, builder};
use crate::support::gate::gate;
use crate::support::server::Server;
use crate::support::{scripted, seconds};

#[tokio::test]
async fn layers_of_a_service_builder_share_their_readiness() {
    let (finish, is_finished) = gate();
    let slow = scripted::script(move |connection: &mut scripted::Connection| {
        connection.read()?;
        is_finished.wait();
        connection.send(SEVEN)
    });
    let mut server = scripted::ScriptedServer::new([slow]);
    let layers = ServiceBuilder::new().load_shed().concurrency_limit(1);
    let client = server.builder().max_attempts(1).layer(layers).build().unwrap();
    let call = tokio::spawn({
        let client = client.clone();
        async move { client.get().await }
    });
    server.wait_for(0, scripted::Event::Read).await;
    let error = client.get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert!(std::error::Error::source(&error).unwrap().is::<Overloaded>(), "{error:?}");
    finish.open();
    assert_eq!(call.await.unwrap().unwrap(), 7);
    server.finish().await;
}

/// A rate limit cannot be cloned, so it is behind a buffer.
#[tokio::test]
async fn service_that_cannot_be_cloned_is_buffered() {
    let server = Server::responding(SEVEN);
    let layers = ServiceBuilder::new().layer(BufferLayer::new(8)).layer(RateLimitLayer::new(2, seconds(3600)));
    let client = builder(server.url()).max_attempts(1).layer(layers).build().unwrap();
    assert_eq!((client.get().await.unwrap(), client.get().await.unwrap()), (7, 7));
    let options = pivotal_runtime::CallOptions::new().timeout(std::time::Duration::from_millis(50));
    assert!(client.with(options).get().await.unwrap_err().is_timeout());
    assert_eq!(server.requests(), 2);
}
