//! The format of bodies.

use pivotal_runtime::{DecodeError, Error, Format, Json, endpoints};
use serde::de::DeserializeOwned;

use super::{Plain, client};
use crate::support::fake::Fake;
use crate::support::fake::reply::status;

/// JSON after the name of the format.
struct Prefixed<const CHARACTER: char>;

impl<const CHARACTER: char> Format for Prefixed<CHARACTER> {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        let json = body.strip_prefix(&[CHARACTER as u8]).ok_or_else(|| DecodeError::unreadable("another prefix"))?;
        Json::decode(json)
    }
}

#[endpoints(format = Prefixed<'t'>)]
trait Formats {
    #[endpoint(GET, "/of-trait")]
    async fn format_of_trait(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/of-method", format = Prefixed<'m'>)]
    async fn format_of_method(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/default", format = Json)]
    async fn default_format(&self) -> Result<u8, Error>;
}

#[tokio::test]
async fn format_of_the_method_wins_over_the_trait() {
    let cases =
        [("7", [true, false, false, true]), ("t7", [false, true, false, false]), ("m7", [false, false, true, false])];
    for (body, expected) in cases {
        let fake = Fake::new(move |_| status(200).body(body));
        let client = client(&fake);
        let is_read = [
            client.plain().await.is_ok(),
            client.format_of_trait().await.is_ok(),
            client.format_of_method().await.is_ok(),
            client.default_format().await.is_ok(),
        ];
        assert_eq!(is_read, expected, "{body}");
    }
}
