use pivotal_runtime::{Transport, endpoint};

#[endpoint(GET, "/customers")]
pub trait Api: Transport {}

impl<T: Transport> Api for T {}

fn main() {}
