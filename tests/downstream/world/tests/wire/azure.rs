use pivotal_runtime::{Bearer, Client};
use world::azure::*;

use crate::support::all;
use crate::support::server::Server;

const MACHINES: &str = "/subscriptions/s1/resourceGroups/g1/providers/Microsoft.Compute/virtualMachines";

fn client(server: &Server) -> Client {
    server.client(&AZURE, Bearer::new("eyJ0-12345678").unwrap())
}

#[tokio::test]
async fn machines_follow_the_next_link() {
    let server = Server::new([
        r#"200 {"value":[{"name":"a"}],"nextLink":"{server}/subscriptions/s1/vms?api-version=2024-07-01&$skiptoken=x%3D"}"#,
        r#"200 {"value":[{"name":"b"}]}"#,
    ]);
    let machines = all(client(&server).machines("s1", "g1", Some("name eq 'a'"), Some(1))).await.unwrap();
    assert_eq!(machines, ["a", "b"].map(|name| Machine { name: name.to_owned() }));
    let lines = [
        format!("GET {MACHINES}?api-version=2024-07-01&$filter=name%20eq%20%27a%27&$top=1"),
        "GET /subscriptions/s1/vms?api-version=2024-07-01&$skiptoken=x%3D".to_owned(),
    ];
    assert_eq!(server.lines(), lines);
}

#[tokio::test]
async fn put_updates_a_machine_or_starts_an_operation() {
    let server = Server::new([
        r#"200 {"name":"a"}"#,
        "201\nAzure-AsyncOperation: {server}/operations/o1?api-version=2024-07-01\n\n{\"name\":\"b\"}",
        r#"200 {"status":"InProgress"}"#,
        r#"200 {"status":"Failed","error":{"code":"QuotaExceeded","message":"no cores left"}}"#,
    ]);
    let client = client(&server);
    let new = NewMachine { location: "westeurope" };
    let saved = client.put("s1", "g1", "a", &new, Some("\"1\"")).await.unwrap();
    assert!(matches!(saved, Saved::Updated(machine) if machine.name == "a"));
    let Saved::Creating(machine) = client.put("s1", "g1", "b", &new, None).await.unwrap() else {
        panic!("not created")
    };
    assert_eq!(machine.get_ref().name, "b");
    let url = machine.headers()["azure-asyncoperation"].to_str().unwrap();
    assert_eq!(client.operation(url).await.unwrap().status, "InProgress");
    let failed = client.operation(url).await.unwrap();
    assert_eq!((&*failed.status, &*failed.error.unwrap().code), ("Failed", "QuotaExceeded"));

    let received = server.received();
    assert_eq!(received[0].line, format!("PUT {MACHINES}/a?api-version=2024-07-01"));
    assert_eq!((received[0].header("if-match"), received[1].header("if-match")), (Some("\"1\""), None));
    assert_eq!(received[0].body, r#"{"location":"westeurope"}"#);
    assert_eq!(received[3].line, "GET /operations/o1?api-version=2024-07-01");
    assert_eq!(received[3].header("authorization"), Some("Bearer eyJ0-12345678"));
}

#[tokio::test]
async fn deletion_is_polled_at_its_location() {
    let server = Server::new([
        "202\nLocation: {server}/operations/o1?t=1\nRetry-After: 10\n\n",
        "202\nLocation: {server}/operations/o1?t=2\n\n",
        "204",
        "204",
    ]);
    let client = client(&server);
    let mut deletion = client.delete("s1", "g1", "a").await.unwrap();
    let mut polls = 0;
    while let Deletion::Running(running) = deletion {
        polls += 1;
        deletion = client.deletion(running.headers()["location"].to_str().unwrap()).await.unwrap();
    }
    assert_eq!(polls, 2);
    assert!(matches!(client.delete("s1", "g1", "a").await.unwrap(), Deletion::Done));

    let delete = format!("DELETE {MACHINES}/a?api-version=2024-07-01");
    assert_eq!(server.lines(), [&*delete, "GET /operations/o1?t=1", "GET /operations/o1?t=2", &*delete]);
}

#[tokio::test]
async fn operation_on_another_host_gets_no_credentials() {
    let other = Server::new([r#"200 {"status":"Succeeded"}"#]);
    let server = Server::new([]);
    let operation = client(&server).operation(&format!("{}/operations/o1", other.url)).await.unwrap();
    assert_eq!(operation, Operation { status: "Succeeded".to_owned(), error: None });
    assert_eq!(other.only().header("authorization"), None);
    assert!(server.received().is_empty());
}

#[tokio::test]
async fn error_has_a_code_and_the_request_id() {
    let server = Server::new([
        "404\nx-ms-request-id: r1\n\n{\"error\":{\"code\":\"ResourceGroupNotFound\",\"message\":\"no group g1\"}}",
    ]);
    let error = client(&server).delete("s1", "g1", "a").await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("ResourceGroupNotFound"), Some("no group g1")));
    assert_eq!(error.request_id(), Some("r1"));
}
