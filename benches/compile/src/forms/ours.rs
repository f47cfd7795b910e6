//! Declared operations: a trait for each resource.

use std::fmt::Write;

use super::by_resource;
use crate::api::{Action, Operation};

pub(super) fn sources(operations: &[Operation]) -> Vec<(String, String)> {
    let mut library = String::from("//! Declared.\n\npub mod uses;\n");
    let mut sources = Vec::new();
    for (module, operations) in by_resource(operations) {
        let _ = writeln!(library, "mod {module};");
        sources.push((format!("{module}.rs"), items(&module, operations)));
    }
    library.push_str("\npub use pivotal_runtime::Client;\n\n");
    for (module, _) in by_resource(operations) {
        let _ = writeln!(library, "pub use {module}::{};", module.replace("items", "Items"));
    }
    library.push_str(
        "
pub fn client(base_url: &str) -> Client {
    let token = pivotal_runtime::Bearer::new(\"t-K8s9vQ2mXw7b\").unwrap();
    Client::builder().base_url(base_url).credentials(token).build().unwrap()
}
",
    );
    sources.push(("lib.rs".to_owned(), library));
    sources
}

fn items(module: &str, operations: &[Operation]) -> String {
    let mut source = String::from("use pivotal_runtime::{Error, endpoints};\n\n#[endpoints]\n");
    let _ = write!(source, "pub trait {} {{", module.replace("items", "Items"));
    for operation in operations {
        let (method, path, name, response) =
            (operation.method(), operation.path(), operation.name(), operation.response());
        let id = if operation.has_id() { "/<id>" } else { "" };
        let query = if matches!(operation.action, Action::List) { "?<cursor>&<limit>" } else { "" };
        let body = if operation.body().is_some() { ", body = body" } else { "" };
        let parameters = operation.parameters();
        let _ = write!(
            source,
            "
    /// Calls the operation.
    #[endpoint({method}, \"{path}{id}{query}\"{body})]
    async fn {name}(&self{parameters}) -> Result<shapes::{response}, Error>;
"
        );
    }
    source.push_str("}\n");
    source
}
