use pivotal_runtime::endpoint;

#[endpoint(GET, "/customers/<id>")]
pub type Callback = fn(u32);

fn main() {
    let _: Callback = drop;
}
