use pivotal_runtime::{Basic, Body, Client};
use world::zendesk::*;

use crate::support::all;
use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&ZENDESK, Basic::new("ada@example.com/token", "t0k3n123").unwrap())
}

#[tokio::test]
async fn size_filter_and_cursor_are_in_brackets() {
    let server = Server::new([
        r#"200 {"tickets":[{"id":1}],"meta":{"has_more":true,"after_cursor":"c="}}"#,
        r#"200 {"tickets":[{"id":2}],"meta":{"has_more":false,"after_cursor":"d="}}"#,
    ]);
    let filter = Filter { status: Some("open"), brand: &[7, 8] };
    let tickets = all(client(&server).tickets(1, &filter)).await.unwrap();
    assert_eq!(tickets, [Ticket { id: 1 }, Ticket { id: 2 }]);
    let first = "GET /api/v2/tickets.json?page%5Bsize%5D=1&filter%5Bstatus%5D=open\
                 &filter%5Bbrand%5D%5B%5D=7&filter%5Bbrand%5D%5B%5D=8";
    assert_eq!(server.lines(), [first, &*format!("{first}&page%5Bafter%5D=c%3D")]);
}

#[tokio::test]
async fn filter_without_values_is_left_out() {
    let server = Server::new([r#"200 {"tickets":[],"meta":{"has_more":false,"after_cursor":null}}"#]);
    all(client(&server).tickets(100, &Filter::default())).await.unwrap();
    assert_eq!(server.only().line, "GET /api/v2/tickets.json?page%5Bsize%5D=100");
}

#[tokio::test]
async fn several_tickets_are_changed_at_once() {
    let server = Server::new([
        r#"200 {"job_status":{"id":"j1","status":"queued"}}"#,
        "422\nX-Zendesk-Request-Id: r1\n\n{\"error\":\"RecordInvalid\",\"description\":\"Record validation errors\"}",
    ]);
    let client = client(&server);
    let change = Change { ticket: Fields { status: "solved" } };
    let job = client.update_many(&[1, 2], &change).await.unwrap().job_status;
    assert_eq!(job, JobStatus { id: "j1".to_owned(), status: "queued".to_owned() });
    let error = client.update_many(&[1], &change).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("RecordInvalid"), Some("Record validation errors")));
    assert_eq!(error.request_id(), Some("r1"));
    let received = server.received();
    assert_eq!(received[0].line, "PUT /api/v2/tickets/update_many.json?ids=1,2");
    assert_eq!(received[0].body, r#"{"ticket":{"status":"solved"}}"#);
}

#[tokio::test]
async fn files_are_uploaded_under_one_token() {
    let server = Server::new([r#"201 {"upload":{"token":"u1"}}"#; 2]);
    let client = client(&server);
    let first = client.upload("a b.txt", None, Body::from("first"), "text/plain").await.unwrap().upload;
    client.upload("c.txt", Some(&first.token), Body::from("second"), "text/plain").await.unwrap();
    let received = server.received();
    assert_eq!((&*received[0].line, &*received[0].body), ("POST /api/v2/uploads.json?filename=a%20b.txt", "first"));
    assert_eq!(received[1].line, "POST /api/v2/uploads.json?filename=c.txt&token=u1");
    assert_eq!(received[1].header("content-type"), Some("text/plain"));
}
