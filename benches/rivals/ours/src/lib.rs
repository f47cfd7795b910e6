use pivotal_runtime::{Api, Bearer, Client, Error, ErrorBody, endpoints};
use rival_types::{Customer, CustomerCreate, Deleted, ErrorDetail};
use serde::Deserialize;

pub static API: Api = Api::new().error::<Problem>();

#[endpoints("/api/v1/customers", api = API)]
pub trait Customers {
    #[endpoint(GET, "/<id>")]
    async fn get_customer(&self, id: &str) -> Result<Customer, Error>;

    #[endpoint(POST, "", body = customer)]
    async fn create_customer(&self, customer: &CustomerCreate) -> Result<Customer, Error>;

    #[endpoint(DELETE, "/<id>")]
    async fn delete_customer(&self, id: &str) -> Result<Deleted, Error>;
}

#[derive(Deserialize)]
pub struct Problem {
    error: ErrorDetail,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error.message)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.error.code)
    }
}

pub fn client(base_url: &str, token: &str) -> Result<Client, Error> {
    Client::builder().api(&API).base_url(base_url).credentials(Bearer::new(token)?).build()
}
