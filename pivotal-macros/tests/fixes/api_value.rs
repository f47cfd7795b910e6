//! Declarations after the suggested fixes.

use super::prelude::*;

// `Problem` is not an `ErrorBody`; derive `serde::Deserialize` for each type of yours in `Problem`, and add `impl pivotal_runtime::ErrorBody for Type {}`; wrap a type of another crate
pub mod api_value_error_body {
    use super::*;

    #[derive(serde::Deserialize)]
    pub struct Problem {}

    static GITHUB: Api = Api::new().error::<Problem>();

    pub trait Customers: Transport {
        #[endpoint(GET, "/customers/<id>", api = GITHUB)]
        async fn customer(&self, id: &str) -> Result<u32, Error>;
    }

    impl pivotal_runtime::ErrorBody for Problem {}
}
