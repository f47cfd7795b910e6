use pivotal_runtime::{Client, Error};

fn main() -> Result<(), Error> {
    let _ = Client::builder().credentials("t-12345678").build()?;
    Ok(())
}
