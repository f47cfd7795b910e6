//! The number of endpoints in this crate.

use std::collections::BTreeMap;

use pivotal_runtime::{Client, Endpoint};

/// Returns the endpoints of each module, from the traits that it declares.
macro_rules! apis {
    ($($module:ident: $($endpoints:ident),*;)*) => {
        [$((stringify!($module), vec![$(<Client as world::$module::$endpoints>::ENDPOINTS),*].concat())),*]
    };
}

fn apis() -> impl IntoIterator<Item = (&'static str, Vec<Endpoint>)> {
    apis! {
    anthropic: Anthropic;
    azure: Machines;
    couchdb: Database;
    docker: Docker;
    elasticsearch: Index, Cluster;
    fastly: Purges, Service;
    github: Repositories, Uploads, Search, User;
    google_drive: Drive, Uploads;
    google_pubsub: PubSub;
    jira: Jira;
    jupyter: Root, Contents, Kernels;
    kubernetes: Pods;
    mastodon: Streaming, Mastodon;
    microsoft_graph: Users, Graph, Drive;
    notion: Notion;
    npm: Registry;
    oci: Registry, Repository, Tokens;
    openai: OpenAi;
    prometheus: Prometheus, Health;
    s3: Bucket;
    shopify: Catalogue, Graph;
    slack: Slack;
    spotify: Spotify, Accounts;
    stripe: Stripe, Files;
    telegram: Bot, Files;
    twilio: Account;
    vault: Secrets, System;
    webdav: WebDav;
    zendesk: Zendesk;
    }
}

#[test]
fn print() {
    for (api, endpoints) in apis() {
        let mut by: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for e in &endpoints {
            by.entry(format!("{} {}", e.method(), e.template())).or_default().push(e.operation());
        }
        for (k, v) in by {
            println!("{}{api}: {k} {v:?}", if v.len() > 1 { "DUP " } else { "" });
        }
    }
}
