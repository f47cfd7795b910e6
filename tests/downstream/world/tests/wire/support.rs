//! A server, and an HTTP client without a network.

pub mod offline;
mod pieces;
pub mod server;

use pivotal_runtime::{Error, Pages, Paginated};

/// Returns the items of a complete list.
pub async fn all<P: Paginated>(mut pages: Pages<'_, P>) -> Result<Vec<P::Item>, Error> {
    let mut items = Vec::new();
    while let Some(item) = pages.next().await {
        items.push(item?);
    }
    Ok(items)
}
