//! Several parameters that are rejected: the error names the first one.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};
use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use super::fake;

/// A value that cannot be serialized.
struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(S::Error::custom("broken"))
    }
}

trait Places: Transport {
    #[endpoint(POST, "/<id>/<value>")]
    async fn segment(&self, id: &str, value: Broken) -> Result<(), Error>;

    #[endpoint(POST, "/<id>?<value>")]
    async fn query(&self, id: &str, value: Broken) -> Result<(), Error>;

    #[endpoint(POST, "/<id>?<value:csv>")]
    async fn joined(&self, id: &str, value: &[Broken]) -> Result<(), Error>;

    #[endpoint(POST, "/<id>?<value:json>")]
    async fn json_text(&self, id: &str, value: Broken) -> Result<(), Error>;

    #[endpoint(POST, "/<id>?<value..>")]
    async fn fields(&self, id: &str, value: Broken) -> Result<(), Error>;

    #[endpoint(POST, "/<id>?filter[<value..>]")]
    async fn fields_in(&self, id: &str, value: Broken) -> Result<(), Error>;

    #[endpoint(POST, "/<id>", header("X-Value") = value)]
    async fn header(&self, id: &str, value: Broken) -> Result<(), Error>;

    #[endpoint(POST, "/<id>", body = value)]
    async fn body(&self, id: &str, value: Broken) -> Result<(), Error>;

    #[endpoint(POST, "/<id>", form = value)]
    async fn form(&self, id: &str, value: Broken) -> Result<(), Error>;

    #[endpoint(POST, "/<id>", form("value") = value)]
    async fn field(&self, id: &str, value: Broken) -> Result<(), Error>;
}
impl<T: Transport> Places for T {}

#[tokio::test]
async fn first_invalid_parameter_is_named_wherever_the_others_are() {
    // An empty segment is invalid, too.
    for (id, name) in [("", "id"), ("7", "value")] {
        let fake = fake();
        let client = fake.client();
        let errors = [
            client.segment(id, Broken).await,
            client.query(id, Broken).await,
            client.joined(id, &[Broken]).await,
            client.json_text(id, Broken).await,
            client.fields(id, Broken).await,
            client.fields_in(id, Broken).await,
            client.header(id, Broken).await,
            client.body(id, Broken).await,
            client.form(id, Broken).await,
            client.field(id, Broken).await,
        ];
        for (place, error) in errors.into_iter().enumerate() {
            let error = error.unwrap_err();
            assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(name)), "{place}: {error:?}");
        }
        assert_eq!(fake.count(), 0);
    }
}
