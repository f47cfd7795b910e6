//! Declarations after the suggested fixes.

use super::prelude::*;

// `#[endpoint]` belongs on a method of this trait; on the trait itself, write `#[endpoints]`
pub mod attribute_on_a_trait {
    use super::*;

    #[endpoints]
    pub trait Api: Transport {}
}

// `#[endpoint]` writes the body of a method in a trait; replace this one with `;`
pub mod attribute_on_an_impl {
    use super::*;

    pub trait Api: Transport {
        fn customer(&self, id: &str) -> impl Future<Output = Result<u32, Error>>;
    }

    impl<T: Transport> Api for T {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<u32, Error> ;
    }
}
