//! Fixes that are no edits, with the reason.

const VALUE: &str = "Only the author knows the value, the name or the type";
const REQUEST: &str = "Only the author knows the request";
const ELSEWHERE: &str = "The change is not in the declaration";
const SEVERAL: &str = "The declaration becomes several";
const EXAMPLE: &str = "The code is one of several examples";
const LIST: &str = "The names are a list to choose from";

/// The starts of such fixes.
const REASONS: [(&str, &str); 70] = [
    ("a reference to it", VALUE),
    ("add a parameter, and name it", VALUE),
    ("add the bound `serde::de::DeserializeOwned` to a type", VALUE),
    ("an array of bytes", EXAMPLE),
    ("a string", EXAMPLE),
    ("an error type of yours", ELSEWHERE),
    ("another trait", VALUE),
    ("`BlockingTransport` as the supertrait", EXAMPLE),
    ("begin the path with", REQUEST),
    ("correct `response`", VALUE),
    ("declare `static", ELSEWHERE),
    ("declare a method for each request", SEVERAL),
    ("declare a method of its own", SEVERAL),
    ("declare two methods", SEVERAL),
    ("expected", LIST),
    ("give it a default", ELSEWHERE),
    ("implement", ELSEWHERE),
    ("implements", ELSEWHERE),
    ("`Lines`, as of", EXAMPLE),
    ("expected the path", REQUEST),
    ("mock it by", ELSEWHERE),
    ("name the HTTP method", REQUEST),
    ("the path is one string literal, as in", REQUEST),
    ("move the pair after it", REQUEST),
    ("name one", EXAMPLE),
    ("one of `", LIST),
    ("on a method, write", REQUEST),
    ("pass", VALUE),
    ("put `#[endpoint(METHOD", REQUEST),
    ("put a separator", REQUEST),
    ("put it above", SEVERAL),
    ("put it in front of the path", REQUEST),
    ("put some between them", REQUEST),
    ("remove the endpoint", ELSEWHERE),
    ("remove this, and write a fake", ELSEWHERE),
    ("rename this one", VALUE),
    ("send both as one parameter", REQUEST),
    ("send it in a header", REQUEST),
    ("send the list in the query", REQUEST),
    ("start it with the path", REQUEST),
    ("take a struct", ELSEWHERE),
    ("take the complete value", VALUE),
    ("the body", REQUEST),
    ("the name of the last event", VALUE),
    ("the type", VALUE),
    ("use a client", ELSEWHERE),
    ("use another of", LIST),
    ("use letters", VALUE),
    ("use visible ASCII", VALUE),
    ("without it", LIST),
    ("write `async fn`, and the output", VALUE),
    ("write `api = GITHUB`, the name", VALUE),
    ("write a longer one", VALUE),
    ("write a number", VALUE),
    ("write a plain name", VALUE),
    ("write a type", VALUE),
    ("write another", VALUE),
    ("write both", REQUEST),
    ("write each parameter", VALUE),
    ("write it in one", SEVERAL),
    ("write it", VALUE),
    ("write its name", VALUE),
    ("write one", VALUE),
    ("write that type", VALUE),
    ("write the data", VALUE),
    ("write the name between", VALUE),
    ("write the resolved path", REQUEST),
    ("write the supertrait", SEVERAL),
    ("write the text of", ELSEWHERE),
    ("write the type", VALUE),
];

/// Cases whose fixes are edits of code that is not there.
const CASES: [(&str, &str); 4] = [
    ("bound/error_body_foreign", ELSEWHERE),
    ("declarations/x_on_extern", SEVERAL),
    ("parameter/multipart_sent_twice", REQUEST),
    ("parameter/stream_sent_twice", REQUEST),
];

/// The reason why a fix is no edit.
pub(super) fn reason(fix: &str) -> Option<&'static str> {
    REASONS.iter().find(|(start, _)| fix.starts_with(start)).map(|(_, reason)| *reason)
}

/// The reason why an edit cannot be carried out in a case.
pub(super) fn reason_of_case(name: &str) -> Option<&'static str> {
    CASES.iter().find(|(case, _)| *case == name).map(|(_, reason)| *reason)
}

/// The starts with which none of these fixes starts.
pub(super) fn unused(fixes: &[&str]) -> Vec<&'static str> {
    let is_used = |start: &str| fixes.iter().any(|fix| fix.starts_with(start));
    REASONS.iter().map(|(start, _)| *start).filter(|start| !is_used(start)).collect()
}
