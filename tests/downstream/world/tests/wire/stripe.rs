use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Bearer, Client, Multipart, Part};
use world::stripe::*;

use crate::support::server::Server;
use crate::support::{all, sent};

const KEY: &str = "sk_test_1234567890";

fn key() -> Bearer {
    Bearer::new(KEY).unwrap()
}

fn client(server: &Server) -> Client {
    server.client(&STRIPE, key())
}

#[tokio::test]
async fn charge_is_a_nested_form() {
    let server = Server::new([r#"200 {"id":"ch_1","amount":700}"#]);
    let address = Address { line1: "1 Main St", city: "Köln" };
    let charge = NewCharge {
        amount: 700,
        currency: "eur",
        source: Some("tok_visa"),
        metadata: [("order", "7"), ("a b", "x&y")].into(),
        shipping: Some(Shipping { name: "Ada", address }),
        expand: &["customer", "invoice"],
    };
    let charged = client(&server).charge(&charge, Some("acct_1")).await.unwrap();
    assert_eq!(charged, Charge { id: "ch_1".to_owned(), amount: 700 });

    let sent = server.only();
    let body = "amount=700&currency=eur&source=tok_visa&metadata%5Ba+b%5D=x%26y&metadata%5Border%5D=7\
                &shipping%5Bname%5D=Ada&shipping%5Baddress%5D%5Bline1%5D=1+Main+St\
                &shipping%5Baddress%5D%5Bcity%5D=K%C3%B6ln&expand%5B%5D=customer&expand%5B%5D=invoice";
    assert_eq!((&*sent.line, &*sent.body), ("POST /v1/charges", body));
    assert_eq!(sent.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!((sent.header("stripe-account"), sent.header("stripe-version")), (Some("acct_1"), Some("2024-06-20")));
    assert!(sent.header("idempotency-key").is_some());
}

#[tokio::test]
async fn items_of_a_subscription_are_numbered() {
    let response = r#"200 {"id":"sub_1","status":"active"}"#;
    let server = Server::new([response, response]);
    let client = client(&server);
    let items = [Item { price: "price_1", quantity: Some(2) }, Item { price: "price_2", quantity: None }];
    let subscription = client.subscribe(&NewSubscription { customer: "cus_1", items: &items }).await.unwrap();
    assert_eq!(subscription.status, "active");
    client.cancel_at_period_end("sub_1", &[("reason", "price")].into()).await.unwrap();

    let received = server.received();
    let body = "customer=cus_1&items%5B0%5D%5Bprice%5D=price_1&items%5B0%5D%5Bquantity%5D=2\
                &items%5B1%5D%5Bprice%5D=price_2";
    assert_eq!((&*received[0].line, &*received[0].body), ("POST /v1/subscriptions", body));
    let body = "cancel_at_period_end=true&metadata%5Breason%5D=price";
    assert_eq!((&*received[1].line, &*received[1].body), ("POST /v1/subscriptions/sub_1", body));
}

#[tokio::test]
async fn charge_is_retried_with_its_key_until_it_is_declined() {
    let declined = r#"{"type":"card_error","code":"card_declined","decline_code":"stolen_card","message":"Declined"}"#;
    let server =
        Server::new(["503\nRetry-After: 0\n\n", &*format!("402\nRequest-Id: req_1\n\n{{\"error\":{declined}}}")]);
    let charge = NewCharge { amount: 1, currency: "eur", ..NewCharge::default() };
    let error = client(&server).charge(&charge, None).await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("card_declined"), Some("Declined")));
    assert_eq!((error.request_id(), error.attempts()), (Some("req_1"), 2));
    assert_eq!(error.detail::<Problem>().unwrap().error.decline_code.as_deref(), Some("stolen_card"));

    let received = server.received();
    assert_eq!(received[0].body, "amount=1&currency=eur");
    assert_eq!(received[0].header("idempotency-key"), received[1].header("idempotency-key"));
}

#[tokio::test]
async fn charges_continue_after_the_last_id() {
    let server = Server::new([
        r#"200 {"object":"list","data":[{"id":"ch_2","amount":2}],"has_more":true}"#,
        r#"200 {"object":"list","data":[{"id":"ch_1","amount":1}],"has_more":false}"#,
    ]);
    let created = Range { gte: Some(1_780_000_000), lt: None };
    let charges = all(client(&server).charges(1, &created, &["data.customer"])).await.unwrap();
    assert_eq!(charges.iter().map(|charge| charge.amount).collect::<Vec<_>>(), [2, 1]);
    let first = "GET /v1/charges?limit=1&created%5Bgte%5D=1780000000&expand%5B%5D=data.customer";
    assert_eq!(server.lines(), [first, &*format!("{first}&starting_after=ch_2")]);
}

#[tokio::test]
async fn file_is_uploaded_to_another_host() {
    let files = Server::new([r#"200 {"id":"file_1","size":3}"#]);
    let client = Server::new([]).builder(&STRIPE).credentials(key()).credential_origin(&files.url).build().unwrap();
    let file = Part::new("png").file_name("a.png").content_type("image/png");
    let form = Multipart::new().text("purpose", "dispute_evidence").part("file", file);
    let uploaded = client.at(&files.url).unwrap().upload(form).await.unwrap();
    assert_eq!(uploaded, File { id: "file_1".to_owned(), size: 3 });

    let sent = files.only();
    let boundary = sent.header("content-type").unwrap().strip_prefix("multipart/form-data; boundary=").unwrap();
    let body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\ndispute_evidence\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\
         Content-Type: image/png\r\n\r\npng\r\n--{boundary}--\r\n"
    );
    assert_eq!((&*sent.line, &*sent.body), ("POST /v1/files", &*body));
    assert_eq!(sent.header("authorization"), Some("Bearer sk_test_1234567890"));
}

#[tokio::test]
async fn real_host_of_files_gets_credentials() {
    let fake = Fake::new();
    let logo = || Multipart::new().text("purpose", "logo");
    fake.on(|api| api.upload(logo())).responds(200, r#"{"id":"file_1","size":0}"#);
    let client = Client::builder().api(&STRIPE).credentials(key()).http_client(fake.http_client()).build().unwrap();
    client.at(FILES_URL).unwrap().upload(logo()).await.unwrap();
    assert_eq!(sent(&fake), [("https://files.stripe.com/v1/files".to_owned(), true)]);
}

#[tokio::test]
async fn pdf_is_on_the_host_of_files() {
    let fake = Fake::new();
    fake.on(|api| api.quote_pdf("qt_1")).returns(b"%PDF");
    let client = Client::builder().api(&STRIPE).credentials(key()).http_client(fake.http_client()).build().unwrap();
    let pdf = client.at(FILES_URL).unwrap().quote_pdf("qt_1").await.unwrap();
    assert_eq!(pdf.collect().await.unwrap(), "%PDF");
    assert_eq!(sent(&fake), [("https://files.stripe.com/v1/quotes/qt_1/pdf".to_owned(), true)]);
}
