// Single fields of a form, beside the fields of a parameter, and fixed ones alone.
use pivotal_runtime::{BlockingTransport, Error, Transport, endpoint, endpoints};

#[derive(serde::Serialize)]
pub struct ClientId<'a> {
    client_id: &'a str,
}

#[derive(serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grant {
    AuthorizationCode,
}

#[endpoints(header("Content-Type") = "application/x-www-form-urlencoded; charset=utf-8")]
pub trait Tokens {
    #[endpoint(
        POST,
        "/token",
        form("grant_type") = grant,
        form("code") = code,
        form = client,
        form("redirect_uri") = redirect,
        form("scope[]") = scopes,
        form("response_mode") = "form post & more",
        auth = none
    )]
    async fn exchange(
        &self,
        grant: Grant,
        code: impl AsRef<str>,
        client: &ClientId<'_>,
        redirect: Option<&str>,
        scopes: &[&str],
    ) -> Result<String, Error>;
    #[endpoint(POST, "/token", form("grant_type") = "client_credentials", response = String)]
    async fn client_credentials(&self);
    #[endpoint(POST, "/revoke", form(r#"type"#) = r#type, header("Content-Type") = "text/plain", response = ())]
    async fn revoke(&self, r#type: u8);
}

pub trait Blocking: BlockingTransport {
    #[endpoint(PUT, "/users/<id>", form("name") = name, form("all") = "true", format = pivotal_runtime::Json)]
    fn rename(&self, id: u64, name: &str) -> Result<(), Error>;
}

impl<T: BlockingTransport> Blocking for T {}

async fn call<C: Transport>(api: &C) -> Result<(), Error> {
    let client = ClientId { client_id: "a" };
    let _ = api.exchange(Grant::AuthorizationCode, "b", &client, None, &["c", "d"]).await?;
    let _ = api.client_credentials().await?;
    api.revoke(1).await
}

fn main() {
    let _ = call::<pivotal_runtime::Client>;
}
