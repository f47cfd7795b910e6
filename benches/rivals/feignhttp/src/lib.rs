use feignhttp::{ClientConfig, Context, ErrorKind, FeignClientBuilder, Result, feign};
use rival_types::{Customer, CustomerCreate, Deleted, Problem};

#[derive(Context)]
struct Shared {
    #[url_path]
    base_url: String,
    #[param]
    token: String,
}

#[feign(url = "{base_url}/api/v1/customers", headers = "Authorization: Bearer {token}; Accept: application/json")]
pub trait Customers {
    #[get("/{id}")]
    async fn get_customer(&self, #[path] id: &str) -> Result<Customer>;

    #[post]
    async fn create_customer(&self, #[body] customer: &CustomerCreate) -> Result<Customer>;

    #[delete("/{id}")]
    async fn delete_customer(&self, #[path] id: &str) -> Result<Deleted>;
}

pub fn client(base_url: &str, token: &str) -> Result<Customers> {
    let config = ClientConfig { connect_timeout: Some(5000), timeout: Some(30_000), ..Default::default() };
    let shared = Shared { base_url: base_url.to_owned(), token: token.to_owned() };
    Customers::builder().config(config).context(shared).build()
}

pub fn problem(error: &feignhttp::Error) -> Option<Problem> {
    match error.error_kind() {
        ErrorKind::Status(_, body) => serde_json::from_str(&body).ok(),
        _ => None,
    }
}
