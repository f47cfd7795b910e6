//! The conventions of the API.

use pivotal_runtime::Api;

/// The HTTP conventions of Swagger Petstore - OpenAPI 3.0.
pub static SWAGGER_PETSTORE: Api = Api::new()
    .base_url("https://petstore.example.com/v2");
