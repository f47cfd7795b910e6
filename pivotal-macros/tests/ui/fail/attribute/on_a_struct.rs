use pivotal_runtime::endpoint;

#[endpoint(GET, "/customers/<id>")]
pub struct Customer {
    id: String,
}

fn call(customer: Customer) {
    let _ = customer.id;
}

fn main() {}
