//! Error bodies of any JSON, compared with `serde_json::Value`.

use pivotal_api::PivotalError;
use pivotal_runtime::{Error, ErrorKind, Transport, endpoint, http};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::fake::{Fake, outcome};

trait Api: Transport {
    #[endpoint(GET, "/")]
    async fn get(&self) -> Result<u8, Error>;
}
impl<T: Transport> Api for T {}

fn parts() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<String>().prop_map(Value::from),
        Just(Value::Null),
        any::<u32>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(json!([])),
        Just(json!(["x", { "type": "x" }])),
        Just(json!({ "code": "x", "error": {} })),
    ]
}

/// Objects with some of the names in an error body.
fn objects(names: &'static str) -> impl Strategy<Value = Value> {
    let object = proptest::collection::btree_map(names, parts(), 0..6);
    object.prop_map(|parts| Value::Object(parts.into_iter().collect::<Map<_, _>>()))
}

fn bodies() -> impl Strategy<Value = Value> {
    let errors = || prop_oneof![3 => objects("(type|code|message|field|Code|other)"), 1 => parts()];
    prop_oneof![
        4 => (objects("(errors|message|type)"), errors()).prop_map(|(mut body, error)| {
            body["error"] = error;
            body
        }),
        1 => objects("(error|type|code|message)"),
        1 => proptest::collection::vec(errors(), 0..5).prop_map(Value::from),
        1 => parts(),
    ]
}

proptest! {
    #[test]
    fn each_field_of_an_error_body_is_text_or_none(status in prop::sample::select(vec![400, 401, 404, 409, 500, 599]), body in bodies()) {
        let text = body.to_string();
        let error = outcome(Fake::responding(status, &http::HeaderMap::new(), text.clone()).get()).unwrap_err();
        prop_assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
        prop_assert_eq!(error.body(), Some(text.as_bytes()));
        let envelope = body.as_object().and_then(|body| body.get("error")?.as_object());
        let part = |name| envelope.and_then(|envelope| envelope.get(name)?.as_str());
        let detail: Option<&PivotalError> = error.detail();
        prop_assert_eq!(detail.is_some(), envelope.is_some());
        prop_assert_eq!(detail.and_then(|detail| detail.error_type.as_deref()), part("type"));
        prop_assert_eq!(error.code(), part("code"));
        prop_assert_eq!(error.message(), part("message"));
        prop_assert_eq!(detail.and_then(|detail| detail.field.as_deref()), part("field"));
        let shown = error.to_string();
        let says_nothing = part("code").is_none() && part("message").is_none();
        prop_assert_eq!(shown.ends_with("its start is in `Error::body`)"), says_nothing, "{}", shown);
        prop_assert!(!shown.contains(|c: char| c.is_control()), "{:?}", shown);
    }
}
