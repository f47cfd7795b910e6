//! The operations of `Operations`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::API;

#[endpoints(api = API)]
pub trait Operations {
    #[endpoint(GET, "/v1/users/<user_id>/posts/<post_id>")]
    async fn get_users_by_user_id_posts_by_post_id(
        &self,
        user_id: i64,
        post_id: i64,
    ) -> Result<(), Error>;

    #[endpoint(GET, "/v1/users")]
    async fn get_users(&self) -> Result<Vec<GetUsersResponseItem>, Error>;

    #[endpoint(POST, "/v1/users")]
    async fn post_users(&self) -> Result<(), Error>;

    #[endpoint(GET, "/api/users")]
    async fn get_users2(&self) -> Result<(), Error>;

    #[endpoint(GET, "/")]
    async fn get(&self) -> Result<(), Error>;

    #[endpoint(PUT, "/files/<name>.json")]
    async fn put_files_name_json(&self, name: &str) -> Result<(), Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetUsersResponseItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i64>,
}
