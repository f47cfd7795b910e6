use jiff::Timestamp;
use pivotal_runtime::{Client, ErrorKind};
use world::prometheus::*;

use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.builder(&PROMETHEUS).build().unwrap()
}

fn time(milliseconds: i64) -> Timestamp {
    Timestamp::from_millisecond(milliseconds).unwrap()
}

fn labels(name: &str) -> Labels {
    Labels::from([("__name__".to_owned(), name.to_owned())])
}

#[tokio::test]
async fn query_returns_the_data_of_the_envelope() {
    let server = Server::new([
        r#"200 {"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up"},"value":[1.5,"1"]}]}}"#,
        r#"200 {"status":"success","data":{"resultType":"scalar","result":[1.5,"NaN"]},"warnings":["slow"]}"#,
        r#"200 {"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up"},"values":[[1,"1"],[2,"0"]]}]}}"#,
    ]);
    let client = client(&server);
    let sample = Sample { metric: labels("up"), value: (1.5, "1".to_owned()) };
    let up =
        client.query(&Instant { query: "up{job=\"a\"}", time: Some(time(1_500)), timeout: Some("5s") }).await.unwrap();
    assert_eq!(up, Value::Vector(vec![sample]));
    let scalar = client.query(&Instant { query: "scalar(x)", time: None, timeout: None }).await.unwrap();
    assert_eq!(scalar, Value::Scalar((1.5, "NaN".to_owned())));
    let range = client.query_range(&Range { query: "up", start: 1, end: 2, step: "1s" }).await.unwrap();
    let values = vec![(1.0, "1".to_owned()), (2.0, "0".to_owned())];
    assert_eq!(range, Value::Matrix(vec![Series { metric: labels("up"), values }]));

    let received = server.received();
    assert_eq!(received[0].line, "POST /api/v1/query");
    assert_eq!(received[0].body, "query=up%7Bjob%3D%22a%22%7D&time=1970-01-01T00%3A00%3A01.5Z&timeout=5s");
    assert_eq!(received[0].header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(received[1].body, "query=scalar%28x%29");
    assert_eq!(received[2].body, "query=up&start=1&end=2&step=1s");
}

#[tokio::test]
async fn lists_are_the_data_of_the_envelope() {
    let server = Server::new([
        r#"200 {"status":"success","data":[{"__name__":"up"}]}"#,
        r#"200 {"status":"success","data":["a","b"]}"#,
    ]);
    let client = client(&server);
    assert_eq!(client.series(&["up", "{job=\"a\"}"], None, Some(time(1_000))).await.unwrap(), [labels("up")]);
    assert_eq!(client.label_values("job").await.unwrap(), ["a", "b"]);
    let series = "GET /api/v1/series?match%5B%5D=up&match%5B%5D=%7Bjob%3D%22a%22%7D&end=1970-01-01T00%3A00%3A01Z";
    let lines = [series, "GET /api/v1/label/job/values"];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn error_is_the_same_with_any_status() {
    let body = r#"{"status":"error","errorType":"bad_data","error":"1:4: parse error"}"#;
    let responses = [200, 400, 422].map(|status| format!("{status} {body}"));
    let server = Server::new(responses.each_ref().map(|response| &**response));
    let client = client(&server);
    for status in [200, 400, 422] {
        let error = client.query(&Instant { query: "up{", time: None, timeout: None }).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
        assert_eq!((error.code(), error.message()), (Some("bad_data"), Some("1:4: parse error")));
        // The format has no detail, and the API has one.
        assert_eq!(error.detail::<Problem>().is_some(), status != 200);
    }
}

#[tokio::test]
async fn envelope_without_data_is_not_readable() {
    let server = Server::new([r#"200 {"status":"success"}"#, "200 <html>"]);
    let client = client(&server);
    let error = client.label_values("job").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("missing field `data`"), "{error}");
    assert_eq!(client.label_values("job").await.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn health_is_a_text() {
    let server = Server::new(["200\nContent-Type: text/plain\n\nPrometheus Server is Healthy.\n"]);
    assert_eq!(client(&server).healthy().await.unwrap(), "Prometheus Server is Healthy.\n");
    assert_eq!((&*server.only().line, server.only().header("accept")), ("GET /-/healthy", Some("*/*")));
}

#[tokio::test]
async fn long_selectors_are_sent_in_a_form() {
    let server = Server::new([r#"200 {"status":"success","data":[]}"#]);
    client(&server).series_by_form(&["up", "{job=\"a\"}"], Some(time(0)), None).await.unwrap();
    let sent = server.only();
    let body = "match%5B%5D=up&match%5B%5D=%7Bjob%3D%22a%22%7D&start=1970-01-01T00%3A00%3A00Z";
    assert_eq!((&*sent.line, &*sent.body), ("POST /api/v1/series", body));
}

#[tokio::test]
async fn compressed_samples_are_sent_as_they_are() {
    let server = Server::new(["204"]);
    client(&server).write(b"snappy").await.unwrap();
    let sent = server.only();
    assert_eq!((&*sent.line, &*sent.body), ("POST /api/v1/write", "snappy"));
    assert_eq!(sent.header("content-type"), Some("application/x-protobuf"));
    assert_eq!(sent.header("content-encoding"), Some("snappy"));
}
