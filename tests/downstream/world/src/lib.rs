//! Thirty public APIs, declared in a crate that depends on `pivotal-runtime`, serde, jiff and an XML codec.
//!
//! Each module contains the conventions of an API, its endpoints, and the types that they send and receive. `graphql` is
//! the format of any GraphQL API.

pub mod anthropic;
pub mod azure;
pub mod couchdb;
pub mod docker;
pub mod elasticsearch;
pub mod fastly;
pub mod github;
pub mod google_drive;
pub mod google_pubsub;
pub mod graphql;
pub mod jira;
pub mod jupyter;
pub mod kubernetes;
pub mod mastodon;
pub mod mediawiki;
pub mod microsoft_graph;
pub mod notion;
pub mod npm;
pub mod oci;
pub mod openai;
pub mod prometheus;
pub mod s3;
pub mod shopify;
pub mod slack;
pub mod spotify;
pub mod stripe;
pub mod telegram;
pub mod twilio;
pub mod vault;
pub mod webdav;
pub mod zendesk;
