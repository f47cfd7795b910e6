//! Each row of the table of metrics.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use metrics_util::debugging::{DebugValue, DebuggingRecorder, Snapshotter};

use super::notes::{Notes, client, response, retrying, server};
use super::{quoted, table};
use crate::support::closed_port;
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::support::seconds;
use crate::support::server::Server;
use crate::transport::builder_without_api;

/// The metrics of this thread.
struct Recorded(Snapshotter);

/// A metric with its labels, and its values or its value.
type Metric = (String, Vec<f64>);

impl Recorded {
    /// Returns the metrics with this name, and resets all. The labels of the server are left out: its port is another one each time.
    fn get(&self, name: &str) -> Vec<Metric> {
        let mut found = Vec::new();
        for (key, unit, description, value) in self.0.snapshot().into_vec() {
            let key = key.key();
            if key.name() != name {
                continue;
            }
            assert!(unit.is_some() && description.is_some(), "{name} is described");
            let labels: BTreeMap<_, _> = key.labels().map(|label| (label.key(), label.value())).collect();
            let labels = labels.iter().filter(|(key, _)| !key.starts_with("server."));
            let labels: Vec<_> = labels.map(|(key, value)| format!("{key}={value}")).collect();
            let values = match value {
                DebugValue::Counter(value) => vec![f64::from(u32::try_from(value).unwrap())],
                DebugValue::Gauge(value) => vec![value.into_inner()],
                DebugValue::Histogram(values) => values.into_iter().map(f64::from).collect(),
            };
            found.push((labels.join(" "), values));
        }
        found.sort_by(|(one, _), (other, _)| one.cmp(other));
        found
    }
}

fn metric(labels: &str, values: impl IntoIterator<Item = f64>) -> Metric {
    (labels.to_owned(), values.into_iter().collect())
}

/// Returns a recorder, and what it records.
fn recorder() -> (Recorded, DebuggingRecorder) {
    let recorder = DebuggingRecorder::new();
    (Recorded(recorder.snapshotter()), recorder)
}

const FIND: &str = "http.request.method=GET url.template=/notes/<id>";

#[tokio::test(start_paused = true)]
async fn duration_is_that_of_each_attempt_in_seconds() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let fake = Fake::new(|sent| {
        let reply = if sent.number == 0 { crate::support::fake::reply::status(503) } else { ok() };
        reply.after(Duration::from_millis(250))
    });
    fake.plain().build().unwrap().find(1).await.unwrap();
    let durations = found.get("http.client.request.duration");
    let expected = [
        metric("http.request.method=GET http.response.status_code=200 url.template=/notes/<id>", [0.25]),
        metric("error.type=503 http.request.method=GET http.response.status_code=503 url.template=/notes/<id>", [0.25]),
    ];
    assert_eq!(durations.len(), 2);
    for metric in expected {
        assert!(durations.contains(&metric), "{durations:?}");
    }
}

#[tokio::test]
async fn duration_has_the_type_of_an_error_without_a_status() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let (url, _closed) = closed_port();
    builder_without_api().base_url(url).max_attempts(1).build().unwrap().find(1).await.unwrap_err();
    let durations = found.get("http.client.request.duration");
    assert_eq!(durations[0].0, format!("error.type=connect {FIND}"));
}

#[tokio::test]
async fn duration_has_the_status_of_a_response_whose_body_is_lost() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let server = Server::responding_and_closing("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\n7");
    client(&server).find(1).await.unwrap_err();
    let labels = &found.get("http.client.request.duration")[0].0;
    assert!(labels.starts_with("error.type=transport "), "{labels}");
    assert!(labels.contains(" http.response.status_code=200 "), "{labels}");
}

#[tokio::test]
async fn missing_record_that_becomes_none_has_no_error() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let server = server([response(404)]);
    client(&server).find(1).await.unwrap();
    let durations = found.get("http.client.request.duration");
    assert_eq!(durations[0].0, "http.request.method=GET http.response.status_code=404 url.template=/notes/<id>");
}

/// Returns the values of a gauge in the middle of two calls, and after them.
async fn gauge(name: &str) -> [Vec<Metric>; 2] {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let client = Fake::new(|_| ok().after(seconds(3))).plain().build().unwrap();
    let calls = async { tokio::join!(client.find(1), client.find(2)) };
    let in_the_middle = async {
        tokio::time::sleep(seconds(1)).await;
        found.get(name)
    };
    let ((first, second), in_the_middle) = tokio::join!(calls, in_the_middle);
    assert!(first.is_ok() && second.is_ok());
    [in_the_middle, found.get(name)]
}

#[tokio::test(start_paused = true)]
async fn attempts_are_active_until_they_end() {
    // The recorder starts at 0 again after it was read.
    assert_eq!(gauge("http.client.active_requests").await, [[metric(FIND, [2.0])], [metric(FIND, [-2.0])]]);
}

#[tokio::test(start_paused = true)]
async fn permits_are_in_use_until_the_attempt_ends() {
    assert_eq!(gauge("http.client.permits_in_use").await, [[metric("", [2.0])], [metric("", [-2.0])]]);
}

#[tokio::test(start_paused = true)]
async fn dropped_call_is_not_active_and_has_no_duration() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let client = Fake::new(|_| ok().after(seconds(3))).plain().build().unwrap();
    tokio::time::timeout(seconds(1), client.find(1)).await.unwrap_err();
    let names =
        found.0.snapshot().into_vec().into_iter().map(|(key, _, _, value)| (key.key().name().to_owned(), value));
    let values: BTreeMap<_, _> = names.collect();
    let none = DebugValue::Gauge(0.0.into());
    assert_eq!((&values["http.client.active_requests"], &values["http.client.permits_in_use"]), (&none, &none));
    assert!(!values.contains_key("http.client.request.duration"), "{values:?}");
}

#[tokio::test]
async fn retries_are_counted_with_the_error_before_them() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let server = server([response(503), response(503), response(200)]);
    retrying(server.url()).find(1).await.unwrap();
    assert_eq!(found.get("http.client.retries"), [metric(&format!("error.type=503 {FIND}"), [2.0])]);
}

#[tokio::test]
async fn retry_after_a_redirect_has_no_template() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let redirect = "HTTP/1.1 307 X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n".to_owned();
    let server = server([redirect, response(503), response(200)]);
    let builder = builder_without_api().base_url(server.url()).initial_backoff(Duration::ZERO);
    builder.max_redirects(1).build().unwrap().find(1).await.unwrap();
    assert_eq!(found.get("http.client.retries"), [metric("error.type=503 http.request.method=GET", [1.0])]);
}

#[tokio::test(start_paused = true)]
async fn waits_are_recorded_by_reason() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let client = Fake::new(|_| ok().after(seconds(3))).plain().max_concurrency(1).build().unwrap();
    let (first, second) = tokio::join!(client.find(1), client.find(2));
    assert!(first.is_ok() && second.is_ok());
    assert_eq!(found.get("http.client.wait.duration"), [metric("wait.reason=concurrency", [3.0])]);
}

#[tokio::test]
async fn metrics_name_the_server() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let server = server([response(200)]);
    client(&server).find(1).await.unwrap();
    let port = server.url().rsplit(':').next().unwrap().to_owned();
    for (key, ..) in found.0.snapshot().into_vec() {
        let labels: Vec<_> = key.key().labels().map(|label| (label.key(), label.value())).collect();
        assert!(labels.contains(&("server.address", "127.0.0.1")), "{key:?}");
        assert!(labels.contains(&("server.port", port.as_str())), "{key:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn metrics_are_those_of_the_table() {
    let (found, recorder) = recorder();
    let _guard = metrics::set_default_local_recorder(&recorder);
    let fake = Fake::new(|sent| if sent.number == 0 { crate::support::fake::reply::status(503) } else { ok() });
    fake.plain().build().unwrap().find(1).await.unwrap();
    let (snapshot, rows) = (found.0.snapshot().into_vec(), table("Metrics"));
    let names: BTreeSet<_> = snapshot.iter().map(|(key, ..)| key.key().name()).collect();
    assert_eq!(names, rows.iter().map(|row| row[0].trim_matches('`')).collect());
    for (key, ..) in &snapshot {
        let key = key.key();
        let row = rows.iter().find(|row| quoted(row[0]) == [key.name()]).unwrap();
        let (labels, listed): (BTreeSet<_>, BTreeSet<_>) =
            (key.labels().map(metrics::Label::key).collect(), quoted(row[3]).into_iter().collect());
        assert!(labels.is_subset(&listed), "{} has {labels:?}", key.name());
        // A success has no error, and a failure without a response no status.
        let optional = BTreeSet::from(["error.type", "http.response.status_code"]);
        assert!(listed.difference(&labels).all(|label| optional.contains(label)), "{} has {labels:?}", key.name());
    }
}
