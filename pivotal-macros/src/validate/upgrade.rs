//! The rule that an endpoint does not switch protocols (RFC 9110, section 7.8).

use syn::LitInt;

use crate::args::{Header, Keys};
use crate::diagnostics::Diagnostics;

//     header("Upgrade") = "websocket"
//     header("Connection") = "Upgrade"
//
// With a status of 101 or both headers, only one of them is reported.
pub(super) fn check_no_upgrade(keys: &Keys, diagnostics: &mut Diagnostics) {
    let upgrade = keys.headers.iter().find(|header| header.is("upgrade"));
    let connection = keys.headers.iter().find(|header| is_connection_upgrade(header));
    let written = if upgrade.is_some() { "Upgrade" } else { "Connection: Upgrade" };
    if let Some(name) = upgrade.or(connection).and_then(Header::name)
        && !expects_101(keys)
    {
        diagnostics.error(name, no_upgrade(written));
    }
}

/// Returns whether a header is reported here.
pub(super) fn is_upgrade(header: &Header) -> bool {
    header.is("upgrade") || is_connection_upgrade(header)
}

fn is_connection_upgrade(header: &Header) -> bool {
    let Header::Fixed { value, .. } = header else { return false };
    header.is("connection") && value.value().to_ascii_lowercase().contains("upgrade")
}

/// Returns whether a status of 101 is declared, which is reported as a status.
fn expects_101(keys: &Keys) -> bool {
    let in_ranges = keys.success.iter().flat_map(|statuses| [&statuses.first, &statuses.last]).flatten();
    let single = keys.responses.iter().chain(&keys.errors).map(|case| &case.literal);
    in_ranges.chain(single).any(is_101)
}

/// Returns whether a status is 101, with or without a suffix.
pub(super) fn is_101(status: &LitInt) -> bool {
    status.base10_digits() == "101"
}

/// The message for a status or a header that switches protocols.
pub(super) fn no_upgrade(written: &str) -> String {
    format!(
        "`{written}` switches protocols, which an endpoint cannot do; use a client for the new protocol, such as a WebSocket client"
    )
}
