use pivotal_runtime::endpoints;

#[endpoints("/api/v1")]
pub struct Customer {
    id: String,
}

fn call(customer: Customer) {
    let _ = customer.id;
}

fn main() {}
