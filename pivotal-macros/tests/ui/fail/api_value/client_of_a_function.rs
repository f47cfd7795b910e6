use pivotal_runtime::{Api, Client, Error};

fn main() -> Result<(), Error> {
    let github = Api::new().base_url("https://api.github.com");
    let _ = Client::builder().api(&github).build()?;
    Ok(())
}
