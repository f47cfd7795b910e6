use pivotal_runtime::{Api, Client, Error};

static GITHUB: Api = Api::new().base_url("https://api.github.com");

fn main() -> Result<(), Error> {
    let _ = Client::builder().api(GITHUB).build()?;
    Ok(())
}
