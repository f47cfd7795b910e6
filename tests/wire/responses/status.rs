//! Statuses.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};

use crate::support::server::Server;

trait Api: Transport {
    #[endpoint(GET, "/status/<code>")]
    async fn status(&self, code: u16) -> Result<u8, Error>;
}
impl<T: Transport> Api for T {}

#[tokio::test]
async fn each_status_from_300_to_599_is_an_api_error() {
    let server = Server::responding_with(|request| {
        let code = request.target().trim_start_matches("/status/");
        format!("HTTP/1.1 {code} X\r\n{}\r\n", if code == "304" { "" } else { "Content-Length: 0\r\n" })
    });
    let api = server.client();
    for code in 300..=599 {
        let error = api.status(code).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Api, "{code}");
        assert_eq!(error.status().unwrap().as_u16(), code);
        assert_eq!(error.is_retryable(), [408, 429, 500, 502, 503, 504].contains(&code), "{code}");
        assert_eq!(error.is_not_found(), code == 404, "{code}");
        assert_eq!(error.is_conflict(), code == 409, "{code}");
        assert_eq!(error.is_rate_limited(), code == 429, "{code}");
        assert!(!error.is_timeout(), "{code}");
        assert!(error.to_string().starts_with(&format!("GET /status/<code>: returned {code}")), "{error}");
    }
    assert_eq!(server.requests(), 300);
}

#[tokio::test]
async fn status_above_599_is_an_api_error() {
    for code in [600, 999] {
        let server = Server::responding(format!("HTTP/1.1 {code} X\r\nContent-Length: 0\r\n\r\n"));
        let error = server.client().status(code).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, code));
        assert!(!error.is_retryable());
    }
}
