use pivotal_runtime::{Error, endpoint};

#[endpoint(GET, "/customers/<id>")]
async fn customer(id: &str) -> Result<u32, Error> {
    Ok(id.len() as u32)
}

async fn call() {
    let _ = customer("42").await;
}

fn main() {}
