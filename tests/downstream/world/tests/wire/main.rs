//! The requests of each API, and the values and errors that callers receive.

mod anthropic;
mod azure;
mod couchdb;
mod docker;
mod elasticsearch;
mod github;
mod google_drive;
mod kubernetes;
mod mastodon;
mod notion;
mod npm;
mod openai;
mod prometheus;
mod s3;
mod shopify;
mod slack;
mod spotify;
mod stripe;
mod support;
mod twilio;
