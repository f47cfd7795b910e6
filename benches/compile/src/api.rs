//! The operations that all forms contain: resources with five operations each, as in the Pivotal API.

/// The choice of data types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Types {
    /// All resources share their types. This measures the endpoint.
    Shared,
    /// Each resource has its own three types for five operations. This measures the endpoint and the reading of its types.
    Own,
}

impl Types {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Own => "own",
        }
    }
}

/// The kind of an operation. A resource has one of each, in this order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Action {
    Get,
    List,
    Create,
    Update,
    Delete,
}

/// One operation.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Operation {
    pub(crate) index: usize,
    pub(crate) resource: usize,
    pub(crate) action: Action,
    types: Types,
}

/// Returns the first `count` operations of the API.
pub(crate) fn operations(count: usize, types: Types) -> Vec<Operation> {
    let actions = [Action::Get, Action::List, Action::Create, Action::Update, Action::Delete].into_iter().cycle();
    (0..count).zip(actions).map(|(index, action)| Operation { index, resource: index / 5, action, types }).collect()
}

impl Operation {
    /// The name of the method, such as `get_item7`.
    pub(crate) fn name(self) -> String {
        let verb = match self.action {
            Action::Get => "get",
            Action::List => "list",
            Action::Create => "create",
            Action::Update => "update",
            Action::Delete => "delete",
        };
        format!("{verb}_item{}", self.resource)
    }

    /// The path up to the identifier.
    pub(crate) fn path(self) -> String {
        format!("/api/v1/items{}", self.resource)
    }

    pub(crate) fn has_id(self) -> bool {
        !matches!(self.action, Action::List | Action::Create)
    }

    pub(crate) fn method(self) -> &'static str {
        match self.action {
            Action::Get | Action::List => "GET",
            Action::Create => "POST",
            Action::Update => "PATCH",
            Action::Delete => "DELETE",
        }
    }

    /// The end of the name of each type of this resource.
    pub(crate) fn suffix(self) -> String {
        match self.types {
            Types::Shared => String::new(),
            Types::Own => self.resource.to_string(),
        }
    }

    /// The type of the response body.
    pub(crate) fn response(self) -> String {
        match self.action {
            Action::List => format!("ItemPage{}", self.suffix()),
            Action::Delete => "Deleted".to_owned(),
            _ => format!("Item{}", self.suffix()),
        }
    }

    /// The type of the request body.
    pub(crate) fn body(self) -> Option<String> {
        match self.action {
            Action::Create => Some(format!("ItemCreate{}", self.suffix())),
            Action::Update => Some(format!("ItemUpdate{}", self.suffix())),
            _ => None,
        }
    }

    /// The parameters after `&self`.
    pub(crate) fn parameters(self) -> String {
        let id = if self.has_id() { ", id: &str" } else { "" };
        let page = if matches!(self.action, Action::List) { ", cursor: Option<&str>, limit: Option<u32>" } else { "" };
        let body = self.body().map(|body| format!(", body: &shapes::{body}")).unwrap_or_default();
        format!("{id}{page}{body}")
    }

    /// The arguments of a call.
    pub(crate) fn arguments(self) -> &'static str {
        match self.action {
            Action::Get | Action::Delete => "\"a b\"",
            Action::List => "Some(\"c\"), Some(10)",
            Action::Create => "body",
            Action::Update => "\"a b\", body",
        }
    }
}
