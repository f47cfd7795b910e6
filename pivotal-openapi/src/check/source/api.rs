//! APIs in source text: `static API: Api = Api::new().base_url("...");`

use syn::{Expr, Ident, Lit};

/// An API that a source file defines.
#[derive(Debug, Clone, Default)]
pub(super) struct SourceApi {
    name: String,
    pub(super) base_url: Option<String>,
    /// The headers that each request has.
    pub(super) headers: Vec<String>,
    /// The header of idempotency keys.
    pub(super) idempotency_key: Option<String>,
}

/// Reads the value of a constant, if it is an API.
pub(super) fn api_of(name: &Ident, value: &Expr) -> Option<SourceApi> {
    let mut api = SourceApi { name: name.to_string(), ..SourceApi::default() };
    let mut value = value;
    while let Expr::MethodCall(call) = value {
        let text = call.args.first().and_then(text);
        match call.method.to_string().as_str() {
            "base_url" => api.base_url = text,
            "header" => api.headers.extend(text),
            "idempotency_key_header" => api.idempotency_key = text,
            _ => {}
        }
        value = &call.receiver;
    }
    let Expr::Call(call) = value else { return None };
    let Expr::Path(function) = &*call.func else { return None };
    let mut names = function.path.segments.iter().rev().map(|segment| segment.ident.to_string());
    (names.next()? == "new" && names.next()? == "Api").then_some(api)
}

/// Returns the API of this name.
pub(super) fn find<'a>(apis: &'a [SourceApi], name: &str) -> Option<&'a SourceApi> {
    apis.iter().find(|api| api.name == name)
}

/// The text of a literal.
pub(super) fn text(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
