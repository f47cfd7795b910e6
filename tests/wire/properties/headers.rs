//! A header holds the value that was given, or the call is refused.

use pivotal_runtime::{ErrorKind, Transport, endpoint};
use proptest::prelude::*;

use super::{cases, text};
use crate::support::recorded;

trait Headers: Transport {
    #[endpoint(GET, "/h", header("X-A") = a, header("X-List") = list, header("X-B") = "fixed", response = ())]
    async fn with(&self, a: &str, list: &[String]);
}
impl<T: Transport> Headers for T {}

/// RFC 9110, section 5.5, but for white space at the ends, which has no meaning.
fn can_stand_in_a_header(text: &str) -> bool {
    text.bytes().all(|byte| byte == b'\t' || (byte >= b' ' && byte != 0x7f))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_text_is_sent_verbatim_or_refused(a in text(), list in prop::collection::vec(text(), 0..3)) {
        match recorded(async |api| api.with(&a, &list).await) {
            Ok(request) => {
                let sent = |name: &str| -> Vec<_> {
                    request.headers().get_all(name).iter().map(|value| value.as_bytes().to_vec()).collect()
                };
                prop_assert_eq!(sent("x-a"), [a.as_bytes()]);
                prop_assert_eq!(sent("x-list"), list.iter().map(|item| item.as_bytes().to_vec()).collect::<Vec<_>>());
                prop_assert_eq!(sent("x-b"), [b"fixed"]);
                prop_assert_eq!(request.headers().len(), 2 + list.len());
                prop_assert!(can_stand_in_a_header(&a) && list.iter().all(|item| can_stand_in_a_header(item)));
            }
            Err(error) => {
                prop_assert_eq!(error.kind(), ErrorKind::Request);
                let at_fault = if can_stand_in_a_header(&a) { "list" } else { "a" };
                prop_assert_eq!(error.parameter_name(), Some(at_fault));
                prop_assert!(!can_stand_in_a_header(&a) || !list.iter().all(|item| can_stand_in_a_header(item)));
            }
        }
    }
}
