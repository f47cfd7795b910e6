//! Equal arguments that are written differently, and different ones that are written alike.

#![expect(clippy::disallowed_types, reason = "users have maps whose order is random")]

use std::collections::HashMap;

use pivotal_runtime::http::{HeaderMap, HeaderName, HeaderValue};
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Multipart, Transport, endpoint};

use super::notes::{client, panic_message};

trait Maps: Transport {
    #[endpoint(POST, "/counts", body = counts, response = ())]
    async fn counts(&self, counts: &HashMap<String, u32>);

    #[endpoint(POST, "/form", form = counts, response = ())]
    async fn form(&self, counts: &HashMap<String, u32>);

    #[endpoint(POST, "/text", text = text, response = ())]
    async fn text(&self, text: &str);

    #[endpoint(PUT, "/photo", multipart = form, response = ())]
    async fn photo(&self, form: Multipart);

    #[endpoint(GET, "/traced", header(..) = headers, response = ())]
    async fn traced(&self, headers: &HeaderMap);
}
impl<T: Transport> Maps for T {}

/// Maps with the same content have their keys in another order each.
fn counts(last: u32) -> HashMap<String, u32> {
    (0..=20).map(|key| (format!("k{key}"), if key == 20 { last } else { key })).collect()
}

#[tokio::test]
async fn order_of_keys_is_not_compared() {
    let fake = Fake::new();
    fake.on(|api| api.counts(&counts(1))).returns(&()).times(2);
    fake.on(|api| api.form(&counts(1))).returns(&()).times(2);
    for _ in 0..2 {
        fake.counts(&counts(1)).await.unwrap();
        client(&fake).form(&counts(1)).await.unwrap();
    }
    fake.verify();
}

#[tokio::test]
async fn values_of_keys_are_compared() {
    let fake = Fake::new();
    fake.on(|api| api.counts(&counts(1))).returns(&()).times(0);
    let error = fake.counts(&counts(2)).await.unwrap_err().to_string();
    assert!(error.ends_with("differs in the body at `k20`"), "{error}");
    panic_message(|| fake.verify());
    fake.on(|api| api.form(&counts(1))).returns(&()).times(0);
    let error = fake.form(&counts(2)).await.unwrap_err().to_string();
    assert!(error.ends_with("differs in the body"), "{error}");
    panic_message(|| fake.verify());
    fake.on(|api| api.text("[1]")).returns(&()).times(0);
    let error = fake.text("[ 1]").await.unwrap_err().to_string();
    assert!(error.ends_with("differs in the body"), "{error}");
    panic_message(|| fake.verify());
}

#[tokio::test]
async fn bytes_of_files_are_compared() {
    let photo = |bytes: &'static [u8]| Multipart::new().file("photo", "a.png", "image/png", bytes);
    let fake = Fake::new();
    fake.on(|api| api.photo(photo(b"\xff\xd8"))).returns(&());
    let error = fake.photo(photo(b"\xfe\xd8")).await.unwrap_err().to_string();
    assert!(error.ends_with("differs in the body"), "{error}");
    fake.photo(photo(b"\xff\xd8")).await.unwrap();
    panic_message(|| fake.verify());
}

#[tokio::test]
async fn headers_of_a_map_are_compared() {
    let traced = |id| HeaderMap::from_iter([(HeaderName::from_static("x-trace"), HeaderValue::from_static(id))]);
    let fake = Fake::new();
    fake.on(|api| api.traced(&traced("1"))).returns(&());
    let error = client(&fake).traced(&traced("2")).await.unwrap_err().to_string();
    assert!(error.ends_with("differs in the header `x-trace`"), "{error}");
    client(&fake).traced(&traced("1")).await.unwrap();
    panic_message(|| fake.verify());
}
