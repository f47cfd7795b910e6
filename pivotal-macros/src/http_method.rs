//! HTTP methods.

use std::fmt;

use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Path, Token};

use crate::args::{EXAMPLE, error_at};
use crate::diagnostics::Diagnostics;
use crate::suggest::{are_alike, nearest};
use crate::validate::is_token;

/// The methods that are written without quotes.
const STANDARD: [&str; 8] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "QUERY"];

/// Other methods that are registered (RFC 9110, section 16.1.1) or common. A similar one is another request.
const OTHERS: [&str; 29] = [
    "ACL",
    "BIND",
    "CHECKIN",
    "CHECKOUT",
    "COPY",
    "LABEL",
    "LINK",
    "LIST",
    "LOCK",
    "MERGE",
    "MKACTIVITY",
    "MKCALENDAR",
    "MKCOL",
    "MKWORKSPACE",
    "MOVE",
    "NOTIFY",
    "ORDERPATCH",
    "PROPFIND",
    "PROPPATCH",
    "PURGE",
    "REBIND",
    "REPORT",
    "SEARCH",
    "SUBSCRIBE",
    "UNBIND",
    "UNLINK",
    "UNLOCK",
    "UNSUBSCRIBE",
    "UPDATE",
];

/// A method. An invalid one is reported, and the rest of the declaration is checked.
#[derive(Clone)]
pub(crate) enum HttpMethod {
    /// `GET`
    Standard(Ident),
    /// `"PURGE"`
    Custom(LitStr),
}

impl HttpMethod {
    /// Reads a method.
    pub(crate) fn parse(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Self> {
        // `peek(LitStr)` is slow.
        if input.cursor().literal().is_some() && input.peek(LitStr) {
            check_not_template(input)?;
            return Ok(Self::quoted(input.parse()?, diagnostics));
        }
        let missing = || error_at(input, format!("name the HTTP method and the path, {EXAMPLE}"));
        let path = input.call(Path::parse_mod_style).map_err(|_| missing())?;
        let Some(last) = path.segments.last().map(|last| last.ident.clone()) else { return Err(missing()) };
        let mut name = last.to_string();
        if path.get_ident().is_some() && STANDARD.contains(&name.as_str()) && !input.peek(Token![-]) {
            return Ok(Self::Standard(last));
        }
        let mut tokens = path.to_token_stream();
        // `M-SEARCH`
        while input.peek(Token![-]) && input.peek2(Ident) {
            input.parse::<Token![-]>()?.to_tokens(&mut tokens);
            let word: Ident = input.parse()?;
            name = format!("{name}-{word}");
            word.to_tokens(&mut tokens);
        }
        let message = if STANDARD.contains(&name.as_str()) {
            format!("the HTTP method is a plain name; write `{name}`")
        } else {
            not_standard(&name)
        };
        diagnostics.error(tokens, message);
        Ok(Self::Standard(last))
    }

    //     "GET"
    //     "get"
    //     "LI ST"
    //
    fn quoted(literal: LitStr, diagnostics: &mut Diagnostics) -> Self {
        let text = literal.value();
        let standard = STANDARD.into_iter().find(|standard| text.eq_ignore_ascii_case(standard));
        if let Some(standard) = standard {
            diagnostics.error(
                &literal,
                if standard == text {
                    format!("the HTTP method is a plain name; write `{text}` without quotes")
                } else {
                    format!("HTTP methods are case-sensitive; write `{standard}` for `{text:?}`")
                },
            );
            return Self::Standard(Ident::new(standard, literal.span()));
        }
        if let Some(message) = unsupported(&text) {
            diagnostics.error(&literal, message);
        } else if text.is_empty() {
            diagnostics.error(&literal, "the HTTP method is empty; write its name, as in `\"PURGE\"`");
        } else if !is_token(&text) {
            let candidate = text.trim().replace(' ', "-");
            let fix = if is_token(&candidate) {
                format!("write `{candidate:?}`")
            } else {
                "use letters, digits and `-`".to_owned()
            };
            diagnostics.error(&literal, format!("`{text:?}` is not an HTTP method; {fix}"));
        }
        Self::Custom(literal)
    }

    /// Returns whether a request can be repeated without harm (RFC 9110, section 9.2.2). `QUERY` is safe, too.
    pub(crate) fn is_idempotent(&self) -> bool {
        self.is_any(&["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "QUERY"])
    }

    /// Returns whether a request has no body. The meaning of one is not defined, and servers and proxies can reject the
    /// request or ignore the body (RFC 9110, sections 9.3.1 and 9.3.2).
    pub(crate) fn has_no_body(&self) -> bool {
        self.is_any(&["GET", "HEAD"])
    }

    /// Returns whether requests are like those of `GET`, for which `QUERY` and `POST` have a body.
    pub(crate) fn is_get(&self) -> bool {
        self.is_any(&["GET"])
    }

    /// Returns whether a response has no body (RFC 9110, section 9.3.2).
    pub(crate) fn is_head(&self) -> bool {
        self.is_any(&["HEAD"])
    }

    fn is_any(&self, names: &[&str]) -> bool {
        matches!(self, Self::Standard(method) if names.iter().any(|name| method == name))
    }
}

impl fmt::Display for HttpMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Standard(name) => name.fmt(f),
            Self::Custom(name) => name.value().fmt(f),
        }
    }
}

/// Returns whether a method is written without quotes.
pub(crate) fn is_standard(name: &str) -> bool {
    STANDARD.contains(&name)
}

/// The message for a method without quotes that is no standard one.
fn not_standard(name: &str) -> String {
    if let Some(message) = unsupported(name) {
        return message;
    }
    // Only similar names: `GET` for `SET` or `HEAD` for `READ` would be another request.
    let list = STANDARD.join("`, `");
    let quoted = name.to_uppercase();
    let is_other = OTHERS.contains(&quoted.as_str());
    let candidate = nearest(name, STANDARD).filter(|candidate| !is_other && are_alike(name, candidate));
    let fix = match candidate {
        Some(candidate) if quoted == candidate || !is_token(&quoted) => format!("write `{candidate}`"),
        // It can be a method of its own, such as `PUSH`.
        Some(candidate) => format!("write `{candidate}`, or `{quoted:?}` in quotes"),
        None if is_token(&quoted) => format!("write `{quoted:?}` in quotes, or one of `{list}`"),
        None => format!("expected one of `{list}`"),
    };
    format!("unknown HTTP method `{name}`; {fix}")
}

//     CONNECT
//     TRACE
//
fn unsupported(name: &str) -> Option<String> {
    let name = name.to_ascii_uppercase();
    match name.as_str() {
        "CONNECT" => Some(format!(
            "`{name}` opens a tunnel, which an endpoint cannot use; remove the endpoint, and set a proxy in the HTTP \
             client"
        )),
        "TRACE" => Some(format!(
            "the response to `{name}` would contain the credentials of the request; write another method, such as \
             `OPTIONS`"
        )),
        _ => None,
    }
}

//     #[endpoint("/customers/<id>")]
//     #[endpoint("GET /customers/<id>")]
//
fn check_not_template(input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    let text = ahead.parse::<LitStr>()?.value();
    let is_first = ahead.parse::<Token![,]>().is_ok() && ahead.peek(LitStr);
    if let Some((method, path)) = text.split_once(' ')
        && path.starts_with('/')
        && is_token(method)
        && !is_first
    {
        let standard = STANDARD.into_iter().find(|standard| method.eq_ignore_ascii_case(standard));
        let method = standard.map_or_else(|| format!("{method:?}"), str::to_owned);
        let message =
            format!("the HTTP method and the path are two arguments; write `{method}, {path:?}` for `{text:?}`");
        return Err(error_at(input, message));
    }
    let is_template = text.starts_with(['/', '<', '?', '.', ':', '(']) || text.contains("://");
    if is_template || (text.is_empty() && !is_first) {
        return Err(error_at(input, format!("the HTTP method is missing; put it in front of the path, {EXAMPLE}")));
    }
    Ok(())
}
