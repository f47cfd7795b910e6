//! Operations by hand: a client, a method for each operation, and shared helpers. The larger helpers are not generic.

use std::fmt::Write;

use super::by_resource;
use crate::api::{Action, Operation};

pub(super) fn sources(operations: &[Operation]) -> Vec<(String, String)> {
    let mut library = String::from("//! By hand.\n\nmod client;\npub mod uses;\n");
    let mut sources = vec![("client.rs".to_owned(), CLIENT.to_owned())];
    for (module, operations) in by_resource(operations) {
        let _ = writeln!(library, "mod {module};");
        sources.push((format!("{module}.rs"), items(operations)));
    }
    library.push_str("\npub use client::{Client, client};\n");
    sources.push(("lib.rs".to_owned(), library));
    sources
}

const CLIENT: &str = include_str!("hand/client.rs");

fn items(operations: &[Operation]) -> String {
    let has_id = operations.iter().any(|operation| operation.has_id());
    let segment = if has_id { ", segment" } else { "" };
    let mut source =
        format!("use reqwest::Method;\n\nuse crate::client::{{Client, Error{segment}}};\n\nimpl Client {{");
    for operation in operations {
        let (method, path, name, response) =
            (operation.method(), operation.path(), operation.name(), operation.response());
        let parameters = operation.parameters();
        let path =
            if operation.has_id() { format!("&format!(\"{path}/{{}}\", segment(id))") } else { format!("\"{path}\"") };
        let query = match operation.action {
            Action::List => ".query(&[(\"cursor\", cursor)]).query(&[(\"limit\", limit)])",
            _ => "",
        };
        let body = if operation.body().is_some() { ".json(body)" } else { "" };
        let _ = write!(
            source,
            "
    /// Calls the operation.
    pub async fn {name}(&self{parameters}) -> Result<shapes::{response}, Error> {{
        let request = self.request(Method::{method}, {path}){query}{body};
        self.send(request).await
    }}
"
        );
    }
    source.push_str("}\n");
    source
}
