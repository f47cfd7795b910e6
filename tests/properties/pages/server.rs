//! A fake that has a list.

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Body, Error, http};

use super::list::List;

/// Returns a fake that responds with the pages of a list.
pub(super) fn server(list: List) -> Fake {
    let fake = Fake::new();
    let pages = fake.on_any().responds_with(move |call| {
        let (link, body) = list.respond(call.path_and_query(), call.body());
        let response = link.iter().fold(http::Response::builder(), |response, link| response.header("link", link));
        response.body(Body::from(body)).map_err(Error::transport)
    });
    pages.always();
    fake
}
