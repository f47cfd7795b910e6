//! Header values.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint, http};
use proptest::prelude::*;

use crate::fake::{Fake, outcome};

trait Api: Transport {
    #[endpoint(GET, "/", response = (), header("X-Value") = value, header("X-Fixed") = "fixed")]
    async fn get(&self, value: Vec<String>) -> Result<(), Error>;
}
impl<T: Transport> Api for T {}

/// Returns whether a header value must not contain a byte (RFC 9110, section 5.5).
fn is_forbidden(byte: u8) -> bool {
    (byte < 0x20 && byte != b'\t') || byte == 0x7f
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[ -~\\t]{0,12}", "[\\x00-\\x7f]{0,3}", "[ -~]{0,3}(\r\n|\n|\r|\x00)[ -~]{0,3}"]
}

proptest! {
    #[test]
    fn header_value_is_sent_unchanged_or_rejected(values in proptest::collection::vec(texts(), 0..4)) {
        let fake = Fake::responding_200();
        let result = outcome(fake.get(values.clone()));
        if values.iter().any(|value| value.bytes().any(is_forbidden) || value.trim_matches([' ', '\t']) != value) {
            let error = result.unwrap_err();
            prop_assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("value")));
            prop_assert!(fake.request().is_none());
        } else {
            result.unwrap();
            let request = fake.request().unwrap();
            let sent: Vec<&[u8]> = request.headers().get_all("x-value").iter().map(http::HeaderValue::as_bytes).collect();
            prop_assert_eq!(sent, values.iter().map(String::as_bytes).collect::<Vec<_>>());
            prop_assert!(request.headers().get_all("x-value").iter().all(http::HeaderValue::is_sensitive));
            prop_assert_eq!(&request.headers()["x-fixed"], "fixed");
            prop_assert_eq!(request.headers().len(), values.len() + 1);
        }
    }
}
