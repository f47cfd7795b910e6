use pivotal_runtime::{Bearer, Client, Error};

fn main() -> Result<(), Error> {
    let _ = Client::builder().credentials(Bearer::new("t-12345678")).build()?;
    Ok(())
}
