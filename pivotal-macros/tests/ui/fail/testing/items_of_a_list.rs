use pivotal_runtime::testing::Fake;
use pivotal_runtime::{LinkPage, Pages, Transport, endpoint};

pub trait Notes: Transport {
    #[endpoint(GET, "/tags")]
    fn tags(&self) -> Pages<'_, LinkPage<String>>;
}
impl<T: Transport> Notes for T {}

fn main() {
    let fake = Fake::new();
    fake.on(|api| api.tags()).returns(&["a".to_owned()]);
}
