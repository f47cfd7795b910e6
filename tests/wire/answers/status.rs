//! What each status means.

use httpmock::{HttpMockResponse, MockServer};
use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};

use crate::support::{Server, client, says};

trait Api: Transport {
    #[endpoint(GET, "/status/<code>")]
    async fn answer(&self, code: u16) -> Result<u8, Error>;
}
impl<T: Transport> Api for T {}

#[tokio::test]
async fn each_status_from_300_to_599_is_an_error_of_the_api() {
    let server = MockServer::start_async().await;
    let mock = server.mock_async(|when, then| {
        when.any_request();
        then.respond_with(|request| {
            let code = request.uri().path().trim_start_matches("/status/").parse().unwrap();
            HttpMockResponse::builder().status(code).build()
        });
    });
    let mock = mock.await;
    let api = client(&server.base_url());
    for code in 300..=599 {
        let error = api.answer(code).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Api, "{code}");
        assert_eq!(error.status().unwrap().as_u16(), code);
        assert_eq!(error.is_retryable(), [408, 429, 500, 502, 503, 504].contains(&code), "{code}");
        assert_eq!(error.is_not_found(), code == 404, "{code}");
        assert_eq!(error.is_conflict(), code == 409, "{code}");
        assert_eq!(error.is_rate_limited(), code == 429, "{code}");
        assert!(!error.is_timeout(), "{code}");
        assert!(error.to_string().starts_with(&format!("GET /status/<code>: returned {code}")), "{error}");
    }
    mock.assert_calls_async(300).await;
}

#[tokio::test]
async fn a_status_beyond_599_is_an_error_of_the_api() {
    for code in [600, 999] {
        let server = Server::that(says(format!("HTTP/1.1 {code} X\r\nContent-Length: 0\r\n\r\n")));
        let error = server.client().answer(code).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, code));
        assert!(!error.is_retryable());
    }
}
