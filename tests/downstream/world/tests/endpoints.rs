//! The number of endpoints in this crate.

use std::collections::BTreeMap;
use std::fs;

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
    mediawiki: Actions, Rest;
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

/// The methods of an API with the same HTTP method and template: their bodies or their responses differ.
const SHARED: &[(&str, &str, &[&str])] = &[
    ("anthropic", "POST /v1/messages", &["message", "stream"]),
    ("azure", "GET <url>", &["operation", "deletion"]),
    ("github", "GET /repos/<owner>/<repo>/tarball/<reference..>", &["tarball", "download_tarball"]),
    ("github", "GET <url>", &["issues_at", "download"]),
    ("openai", "GET /v1/files/<id>/content", &["content", "batch_results"]),
    ("openai", "POST /v1/chat/completions", &["complete", "stream"]),
    ("shopify", "POST /admin/api/2024-10/graphql.json", &["orders", "close_order"]),
    ("spotify", "POST /api/token", &["token", "refresh"]),
    ("twilio", "POST /2010-04-01/Accounts/<account>/Messages/<sid>.json", &["cancel_message", "redact_message"]),
];

/// Returns the methods of each endpoint: of an API, an HTTP method and a template.
fn methods() -> BTreeMap<(&'static str, String), Vec<&'static str>> {
    let mut methods = BTreeMap::<_, Vec<_>>::new();
    for (api, endpoints) in apis() {
        for endpoint in endpoints {
            let line = format!("{} {}", endpoint.method(), endpoint.template());
            methods.entry((api, line)).or_default().push(endpoint.operation());
        }
    }
    methods
}

#[test]
fn distinct_endpoints_are_at_least_111() {
    let count = methods().len();
    assert!(count >= 111, "{count}");
    assert_eq!(apis().into_iter().count(), 30, "the number in `src/lib.rs` and in README");
}

/// Returns the source of all modules.
fn source() -> String {
    let modules = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src")).unwrap();
    modules.map(|module| fs::read_to_string(module.unwrap().path()).unwrap()).collect()
}

/// An attribute and a signature, without line breaks, take two lines of 120 columns on average.
#[test]
fn endpoint_takes_two_lines() {
    let source = source();
    let declarations = source.split("#[endpoint(").skip(1).map(|rest| rest.split_once(";\n").unwrap().0);
    let lengths: Vec<usize> = declarations
        .map(|declaration| declaration.lines().filter(|line| !line.trim().starts_with("//")))
        .map(|lines| "#[endpoint(".len() + lines.map(|line| line.trim().len() + 1).sum::<usize>())
        .collect();
    let average = lengths.iter().sum::<usize>() / lengths.len();
    assert!(lengths.len() >= 111 && average <= 240, "{} endpoints of {average} characters", lengths.len());
}

#[test]
fn nothing_is_serialized_or_read_by_hand() {
    let source = source();
    for name in ["Serialize", "Deserialize", "Display", "Stream", "AsyncRead", "Read", "Visitor", "Serializer"] {
        assert!(!source.contains(&format!(" {name} for ")) && !source.contains(&format!("::{name} for ")), "{name}");
        assert!(!source.contains(&format!("{name}<'de> for ")), "{name}");
    }
}

#[test]
fn endpoints_of_an_api_differ() {
    let methods = methods();
    let shared: Vec<_> = methods.iter().filter(|(_, methods)| methods.len() > 1).collect();
    let shared: Vec<_> = shared.iter().map(|((api, line), methods)| (*api, &**line, &***methods)).collect();
    assert_eq!(shared, SHARED);
}
