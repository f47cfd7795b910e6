//! Servers in the process of an example, which the example calls instead of a real API. They need no key and no network.

pub mod github;
pub mod pivotal;
pub mod server;
