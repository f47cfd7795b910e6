use pivotal_runtime::{ApiKey, Client, ErrorKind};
use world::graphql::Query;
use world::shopify::*;

use crate::support::all;
use crate::support::server::Server;

fn client(server: &Server) -> Client {
    server.client(&SHOPIFY, ApiKey::header("X-Shopify-Access-Token", "shpat_1234567890").unwrap())
}

#[tokio::test]
async fn next_page_is_requested_with_page_info_and_limit_alone() {
    let server = Server::new([
        "200\nLink: <{server}/admin/api/2024-10/products.json?limit=1&page_info=eyJ9%3D>; rel=\"next\"\n\n\
         {\"products\":[{\"id\":1,\"title\":\"Cup\"}]}",
        "200\nLink: <{server}/admin/api/2024-10/products.json?limit=1&page_info=p>; rel=\"previous\"\n\n\
         {\"products\":[{\"id\":2,\"title\":\"Mug\"}]}",
    ]);
    let products = all(client(&server).products(&[1, 2], &["id", "title"], Some("active"), 1)).await.unwrap();
    let ids: Vec<_> = products.iter().map(|product| product.id).collect();
    assert_eq!(ids, [1, 2]);

    let lines = [
        "GET /admin/api/2024-10/products.json?ids=1,2&fields=id,title&status=active&limit=1",
        "GET /admin/api/2024-10/products.json?limit=1&page_info=eyJ9%3D",
    ];
    assert_eq!(server.lines(), lines);
    for request in server.received() {
        assert_eq!(request.header("x-shopify-access-token"), Some("shpat_1234567890"));
    }
}

#[tokio::test]
async fn error_is_a_message_or_lists_fields() {
    let server = Server::new([
        r#"422 {"errors":{"title":["can't be blank"]}}"#,
        r#"403 {"errors":"[API] This action requires merchant approval"}"#,
    ]);
    let client = client(&server);
    let product = One { product: NewProduct { title: "" } };
    for message in ["can't be blank", "[API] This action requires merchant approval"] {
        let error = client.create_product(&product).await.unwrap_err();
        assert_eq!(error.message(), Some(message));
    }
    assert_eq!(server.received()[0].body, r#"{"product":{"title":""}}"#);
}

#[tokio::test]
async fn cursor_of_graphql_is_a_variable() {
    let server = Server::new([
        r##"200 {"data":{"orders":{"nodes":[{"name":"#1"}],"pageInfo":{"hasNextPage":true,"endCursor":"c1"}}}}"##,
        r##"200 {"data":{"orders":{"nodes":[{"name":"#2"}],"pageInfo":{"hasNextPage":false,"endCursor":"c2"}}}}"##,
    ]);
    let query = Query { query: ORDERS, variables: First { first: 1 } };
    let orders = all(client(&server).orders(&query)).await.unwrap();
    assert_eq!(orders, ["#1", "#2"].map(|name| Order { name: name.to_owned() }));

    let bodies: Vec<_> = server.received().into_iter().map(|request| request.body).collect();
    let body = |variables| format!(r#"{{"query":"{ORDERS}","variables":{variables}}}"#);
    assert_eq!(bodies, [body(r#"{"first":1}"#), body(r#"{"first":1,"after":"c1"}"#)]);
    assert_eq!(server.lines(), ["POST /admin/api/2024-10/graphql.json"; 2]);
}

#[tokio::test]
async fn errors_of_graphql_are_errors_of_the_api() {
    let server = Server::new([
        r#"200 {"data":null,"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]}"#,
        r#"200 {"errors":[{"message":"Field 'x' doesn't exist","locations":[{"line":1,"column":2}]}]}"#,
        r##"200 {"data":{"orderClose":{"order":{"name":"#1"}}}}"##,
        r#"200 {}"#,
    ]);
    let client = client(&server);
    let mutation = Query { query: CLOSE_ORDER, variables: Id { id: "gid://shopify/Order/1" } };
    let error = client.close_order(&mutation).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 200));
    assert_eq!((error.code(), error.message()), (Some("THROTTLED"), Some("Throttled")));
    let error = client.close_order(&mutation).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (None, Some("Field 'x' doesn't exist")));
    let order = Some(Order { name: "#1".to_owned() });
    assert_eq!(client.close_order(&mutation).await.unwrap(), Closed { order_close: OrderClose { order } });
    assert_eq!(client.close_order(&mutation).await.unwrap_err().kind(), ErrorKind::Decode);
}
