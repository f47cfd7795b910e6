//! Code that calls endpoints, and its tests with mocks.

use pivotal_runtime::{BlockingTransport, Error, Transport, endpoint, endpoints};

/// Endpoints that are implemented for every transport.
#[endpoints("/api")]
pub trait Notes {
    /// Returns a note.
    #[endpoint(GET, "/notes/<id>?<lang>")]
    async fn note(&self, id: u64, lang: &str) -> Result<String, Error>;
}

/// Endpoints of a trait that is implemented by hand.
pub trait Users: Transport {
    /// Removes a user.
    #[endpoint(DELETE, "/users/<id>", response = ())]
    async fn remove(&self, id: u64);
}
impl<T: Transport> Users for T {}

/// Endpoints that are not `async`.
#[endpoints(transport = BlockingTransport)]
pub trait Times {
    /// Returns the time.
    #[endpoint(GET, "/time")]
    fn time(&self) -> Result<String, Error>;
}

/// Reads a note and removes its user.
pub async fn read_and_remove(api: &(impl Notes + Users), id: u64) -> Result<String, Error> {
    let note = api.note(id, "en").await?;
    api.remove(id).await?;
    Ok(note)
}

#[cfg(test)]
mod tests {
    use mockall::mock;
    use pivotal_runtime::{Body, ErrorKind, Request, http};

    use super::*;

    mock! {
        Api {}
        impl Transport for Api {
            fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send;
        }
    }

    mock! {
        BlockingApi {}
        impl BlockingTransport for BlockingApi {
            fn send(&self, request: Request) -> Result<http::Response<Body>, Error>;
        }
    }

    #[tokio::test]
    async fn mock_of_the_transport_returns_responses() {
        let mut api = MockApi::new();
        api.expect_send()
            .withf(|request| request.endpoint().operation() == "note")
            .withf(|request| request.path_and_query() == "/api/notes/7?lang=en")
            .times(1)
            .returning(|_| Box::pin(async { Ok(http::Response::new(Body::from("text"))) }));
        api.expect_send()
            .withf(|request| request.method() == http::Method::DELETE)
            .times(1)
            .returning(|_| Box::pin(async { Ok(http::Response::new(Body::empty())) }));
        assert_eq!(read_and_remove(&api, 7).await.unwrap(), "text");
    }

    #[tokio::test]
    async fn mock_of_the_transport_returns_errors() {
        let mut api = MockApi::new();
        api.expect_send().times(1).returning(|_| Box::pin(async { Err(Error::transport("lost")) }));
        assert_eq!(read_and_remove(&api, 7).await.unwrap_err().kind(), ErrorKind::Transport);
    }

    #[test]
    fn blocking_transport_can_be_mocked() {
        let mut api = MockBlockingApi::new();
        api.expect_send().times(1).returning(|_| Ok(http::Response::new(Body::from("12:00"))));
        assert_eq!(api.time().unwrap(), "12:00");
    }
}
