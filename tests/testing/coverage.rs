//! `Coverage`.

use pivotal_runtime::testing::{Coverage, CoverageRow, CoverageTable, Fake, Fault};
use pivotal_runtime::{
    Api, BlockingTransport, Bytes, CallOptions, Client, Conditional, Endpoint, Error, ErrorKind, ProblemDetails,
    Transport, endpoints,
};

static NOTES: Api = Api::new().base_url("https://notes.example").error::<ProblemDetails>();

#[endpoints("/notes")]
trait Notes {
    #[endpoint(GET, "/<id>?<lang>", error(409) = ProblemDetails, error(410) = ProblemDetails)]
    async fn note(&self, id: u64, lang: Option<&str>) -> Result<Option<String>, Error>;

    #[endpoint(POST, "", operation = "create|note", success = [200, 202..=204])]
    async fn create(&self) -> Result<(), Error>;

    #[endpoint(GET, "")]
    async fn all(&self) -> Result<Conditional<Bytes>, Error>;
}

#[endpoints(transport = BlockingTransport)]
trait Health {
    #[endpoint(GET, "/health")]
    fn health(&self) -> Result<(), Error>;
}

const LISTS: [&[Endpoint]; 2] = [<Client as Notes>::ENDPOINTS, <Fake as Health>::ENDPOINTS];

fn outcomes(table: &CoverageTable, operation: &str) -> Vec<String> {
    table.row(operation).unwrap().outcomes()
}

#[tokio::test(start_paused = true)]
async fn table_contains_what_calls_met() {
    static COVERAGE: Coverage = Coverage::new();

    let fake = Fake::with_api(&NOTES);
    fake.on(|api| api.note(1, None)).any_arguments().responds(200, "text").times(2);
    fake.on(|api| api.note(1, None)).any_arguments().responds(404, ());
    fake.on(|api| api.note(1, None)).any_arguments().responds(410, ());
    fake.on(|api| api.note(1, None)).any_arguments().fails(Fault::Silence);
    fake.on(|api| api.create()).responds(203, ());
    fake.on(Health::health).responds(200, ());

    let api = COVERAGE.observe(&fake);
    for lang in [None, Some("en"), None, None, None] {
        let _ = api.note(1, lang).await;
    }
    api.create().await.unwrap();
    api.health().unwrap();

    let table = COVERAGE.table(LISTS);
    assert_eq!(table.uncalled(), ["all"]);
    assert_eq!(outcomes(&table, "note"), ["200", "404", "410", "timeout"]);
    assert_eq!(table.row("note").unwrap().calls(), 5);
    assert_eq!(table.row("note").unwrap().unmet(), ["409"]);
    assert_eq!(table.row("create|note").unwrap().unmet(), ["200"]);
    assert!(table.row("delete").is_none());
    assert_eq!(
        table.rows().iter().map(CoverageRow::endpoint).collect::<Vec<_>>(),
        LISTS.into_iter().flatten().collect::<Vec<_>>()
    );
    let expected = "\
| operation | request | met | not met |
| --- | --- | --- | --- |
| `note` | `GET /notes/<id>` | 200 (2 times), 404, 410, timeout | 409 |
| `create\\|note` | `POST /notes` | 203 | 200 |
| `all` | `GET /notes` | **never called** | 2xx |
| `health` | `GET /health` | 200 | |

3 of 4 endpoints were called.";
    assert_eq!(table.to_string(), expected);
}

#[tokio::test]
async fn statuses_of_the_return_type_are_declared() {
    let coverage = Coverage::new();
    let fake = Fake::new();
    fake.on(|api| api.all()).responds(201, ()).times(2);
    let api = coverage.observe(&fake);
    api.all().await.unwrap();
    assert_eq!(coverage.table(LISTS).row("all").unwrap().unmet(), ["304"]);
    // Each record has calls of its own.
    let other = Coverage::default();
    assert_eq!(other.table(LISTS).uncalled(), ["note", "create|note", "all", "health"]);
    // Calls of endpoints that are not listed are not in the table.
    assert_eq!(coverage.table([<Fake as Health>::ENDPOINTS]).rows().len(), 1);
    // An observed transport can be observed, and called with options.
    let twice = other.observe(&api);
    Transport::with(&twice, CallOptions::new()).all().await.unwrap();
    assert_eq!(outcomes(&other.table(LISTS), "all"), ["201"]);
    assert_eq!(coverage.table(LISTS).row("all").unwrap().calls(), 2);
}

#[tokio::test(start_paused = true)]
async fn retried_call_counts_with_its_last_outcome() {
    let coverage = Coverage::new();
    let fake = Fake::new();
    fake.on(|api| api.all()).responds(503, ()).times(2);
    fake.on(|api| api.all()).returns(&Conditional::NotModified);
    fake.on(|api| api.note(1, None)).fails(Fault::Refused).times(3);
    let client = Client::builder().api(&NOTES).http_client(fake.http_client()).build().unwrap();
    let api = coverage.observe(client.clone());
    api.all().await.unwrap();
    let error = api.note(1, None).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connect, 3));
    let table = coverage.table(LISTS);
    assert_eq!(
        (outcomes(&table, "all"), outcomes(&table, "note")),
        (vec!["304".to_owned()], vec!["connect".to_owned()])
    );
}

#[tokio::test]
async fn observed_transport_follows_the_conventions_of_its_api() {
    let coverage = Coverage::new();
    let fake = Fake::with_api(&NOTES);
    fake.on(|api| api.create()).responds(400, r#"{"title":"frozen"}"#);
    let error = coverage.observe(&fake).create().await.unwrap_err();
    assert_eq!(error.message(), Some("frozen"));
    assert_eq!(BlockingTransport::api(&coverage.observe(&fake)), Some(&NOTES));
}
