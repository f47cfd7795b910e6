//! A server, and functions that the tests share.

mod pieces;
pub mod server;

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Error, Pages, Paginated};

/// Returns the items of a complete list.
pub async fn all<P: Paginated>(mut pages: Pages<'_, P>) -> Result<Vec<P::Item>, Error> {
    let mut items = Vec::new();
    while let Some(item) = pages.next().await {
        items.push(item?);
    }
    Ok(items)
}

/// Returns the URL of each call, and whether it has credentials in `Authorization`.
pub fn sent(fake: &Fake) -> Vec<(String, bool)> {
    fake.calls().iter().map(|call| (call.url().to_owned(), call.header("authorization").is_some())).collect()
}
