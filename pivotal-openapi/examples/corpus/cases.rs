//! Calls with arguments and responses that are made from a document.

use heck::ToSnakeCase;
use serde_json::{Map, Value, json};

use super::instance::{Choices, Maker};
use super::schema::Spec;
use super::signatures::Signature;

/// A call with its response.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// The index of the method.
    pub(crate) call: usize,
    pub(crate) arguments: Map<String, Value>,
    pub(crate) response: Response,
}

/// A response of the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) media: Option<String>,
    pub(crate) body: Body,
    /// The schema, for values in JSON.
    pub(crate) schema: Option<Value>,
    /// It is an example of the document.
    pub(crate) is_example: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Body {
    Json(Value),
    Text(&'static str),
}

/// The operation of a method.
pub(crate) struct Operation<'s> {
    pub(crate) path: &'s str,
    item: &'s Value,
    members: &'s Value,
}

/// Returns the operation of a method: that with its path.
pub(crate) fn operation<'s>(spec: &'s Spec, signature: &Signature) -> Option<Operation<'s>> {
    let path = signature.template.split('?').next().unwrap_or_default();
    let shape = shape(path, '<', '>');
    let paths = spec.root().get("paths").and_then(Value::as_object)?;
    // Two paths can have the same shape in a wrong document.
    let mut matching = paths.keys().filter(|own| self::shape(own, '{', '}') == shape);
    let (path, (operation, item)) =
        matching.find_map(|path| Some((path, spec.operation(&signature.http_method, path)?)))?;
    Some(Operation { path, item, members: operation })
}

/// Returns a path without the names of its placeholders.
fn shape(path: &str, start: char, end: char) -> String {
    let mut shape = String::new();
    let mut rest = path;
    while let Some((fixed, after)) = rest.split_once(start) {
        shape.push_str(fixed);
        shape.push('\0');
        rest = after.split_once(end).map_or("", |(_, after)| after);
    }
    shape + rest
}

fn placeholders(path: &str, start: char, end: char) -> Vec<&str> {
    path.split(start).skip(1).filter_map(|part| part.split(end).next()).collect()
}

/// Returns the calls of a method: a combination for each of the choices, without repetitions. `Err` is the reason why there are
/// none.
pub(crate) fn cases(spec: &Spec, call: usize, signature: &Signature) -> Result<Vec<Case>, String> {
    let operation = operation(spec, signature).ok_or("the document has no such operation")?;
    let mut arguments = Vec::new();
    let mut failure = None;
    for choices in Choices::ALL {
        match arguments_of(&Maker { spec, is_request: true, choices }, &operation, signature) {
            Ok(made) if arguments.contains(&made) => {}
            Ok(made) => arguments.push(made),
            Err(reason) => failure = Some(reason),
        }
    }
    let first = arguments.first().ok_or_else(|| failure.unwrap_or_default())?;
    let responses = responses(spec, &operation);
    let count = arguments.len().max(responses.len());
    let case = |number: usize| Case {
        call,
        arguments: arguments.get(number % arguments.len()).unwrap_or(first).clone(),
        response: responses.get(number % responses.len()).cloned().unwrap_or_else(Response::empty),
    };
    Ok((0..count).map(case).collect())
}

fn arguments_of(
    maker: &Maker<'_>,
    operation: &Operation<'_>,
    signature: &Signature,
) -> Result<Map<String, Value>, String> {
    let spec = maker.spec;
    let mut parameters: Vec<&Value> = Vec::new();
    for list in [operation.members.get("parameters"), operation.item.get("parameters")] {
        for parameter in list.and_then(Value::as_array).into_iter().flatten() {
            let parameter = spec.resolve(parameter);
            let is_same =
                |own: &&Value| own.get("name") == parameter.get("name") && own.get("in") == parameter.get("in");
            if !parameters.iter().any(is_same) {
                parameters.push(parameter);
            }
        }
    }
    let find = |location: &str, name: &str| {
        let is_same = |own: &str| own == name || (location == "header" && own.eq_ignore_ascii_case(name));
        parameters.iter().copied().find(|own| {
            own.get("in").and_then(Value::as_str) == Some(location) && text(own, "name").is_some_and(is_same)
        })
    };
    let mut arguments = Map::new();
    let mut add = |name: &str, parameter: &Value| {
        let is_required = parameter.get("required") == Some(&Value::Bool(true));
        if !is_required && !maker.choices.optional {
            return Ok(());
        }
        let value = parameter_value(maker, parameter);
        match value {
            Some(value) => drop(arguments.insert(name.to_owned(), value)),
            None if is_required => return Err(format!("no instance of the parameter `{name}`")),
            None => {}
        }
        Ok(())
    };
    let (path, query) = signature.template.split_once('?').unwrap_or((&signature.template, ""));
    for (own, name) in placeholders(path, '<', '>').into_iter().zip(placeholders(operation.path, '{', '}')) {
        let implied = json!({ "required": true, "schema": { "type": "string" } });
        add(own, find("path", name).unwrap_or(&implied))?;
    }
    for (header, name) in &signature.headers {
        add(name, find("header", header).ok_or_else(|| format!("no header `{header}`"))?)?;
    }
    let mut rest: Vec<&Value> = parameters.iter().copied().filter(|own| text(own, "in") == Some("query")).collect();
    let mut structure = None;
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let name = placeholders(pair, '<', '>').first().copied().unwrap_or_default();
        let is_struct = pair.starts_with('<') && name.ends_with("..");
        let name = name.trim_end_matches("..").split(':').next().unwrap_or_default();
        let key = pair.split(['=', '[', '<']).next().filter(|key| !key.is_empty()).unwrap_or(name);
        let is_own = |own: &&Value| text(own, "name").is_some_and(|own| own == key || own.to_snake_case() == key);
        match rest.iter().position(is_own) {
            Some(index) => add(name, rest.remove(index))?,
            None if is_struct => structure = Some(name),
            None => return Err(format!("no query parameter `{key}`")),
        }
    }
    if let Some(name) = structure {
        let mut members = Map::new();
        for parameter in rest.iter().filter(|_| maker.choices.optional) {
            let value = parameter_value(maker, parameter).filter(|value| !value.is_array() && !value.is_object());
            members.extend(text(parameter, "name").map(str::to_owned).zip(value));
        }
        arguments.insert(name.to_owned(), Value::Object(members));
    }
    if let Some((kind, name)) = &signature.body {
        body(maker, operation, kind, name, &mut arguments)?;
    }
    // An optional list is an empty slice, and an optional object is one without members.
    for (name, type_) in &signature.arguments {
        if let syn::Type::Reference(reference) = type_
            && let syn::Type::Slice(_) = &*reference.elem
        {
            arguments.entry(name.to_string()).or_insert_with(|| json!([]));
        }
    }
    Ok(arguments)
}

fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str()
}

fn parameter_value(maker: &Maker<'_>, parameter: &Value) -> Option<Value> {
    if maker.choices.examples {
        let examples = || maker.spec.resolve(parameter.get("examples")?.as_object()?.values().next()?).get("value");
        if let Some(example) = parameter.get("example").or_else(examples) {
            return Some(example.clone());
        }
    }
    let content = || parameter.get("content")?.as_object()?.values().next()?.get("schema");
    // `null` is no value of a parameter.
    let maker = Maker { choices: Choices { nulls: false, ..maker.choices }, ..*maker };
    match parameter.get("schema").or_else(content) {
        Some(schema) => maker.make(schema),
        None => Some(json!("text")),
    }
}

/// Adds the argument for the body.
fn body(
    maker: &Maker<'_>,
    operation: &Operation<'_>,
    kind: &str,
    name: &str,
    arguments: &mut Map<String, Value>,
) -> Result<(), String> {
    let body = operation.members.get("requestBody").map(|body| maker.spec.resolve(body)).unwrap_or_default();
    if body.get("required") != Some(&Value::Bool(true)) && !maker.choices.optional {
        return Ok(());
    }
    let contents = body.get("content").and_then(Value::as_object);
    let is_kind = |media: &str| match kind {
        "body" => media.contains("json"),
        "form" => media.contains("urlencoded"),
        "multipart" => media.contains("multipart"),
        "text" => media.starts_with("text/"),
        _ => true,
    };
    // `application/json` is preferred to other types of JSON.
    let mut contents: Vec<(&String, &Value)> =
        contents.into_iter().flatten().filter(|(name, _)| is_kind(name)).collect();
    contents.sort_by_key(|(name, _)| *name != "application/json");
    let Some((_, content)) = contents.first() else { return Err(format!("no body for `{kind}`")) };
    let schema = content.get("schema").unwrap_or(&Value::Null);
    let value = match kind {
        "text" | "stream" | "bytes" => json!("data"),
        _ => {
            let example = examples(maker.spec, content).into_iter().next().filter(|_| maker.choices.examples);
            example.or_else(|| maker.make(schema)).ok_or("no instance of the body")?
        }
    };
    let value = if kind == "multipart" { parts(maker, schema, &value) } else { value };
    arguments.insert(name.to_owned(), value);
    Ok(())
}

/// Returns the parts of a form.
fn parts(maker: &Maker<'_>, schema: &Value, value: &Value) -> Value {
    let schema = maker.spec.flat(schema);
    let part = |(name, value): (&String, &Value)| {
        let property = schema.get("properties").and_then(|properties| properties.get(name));
        let property = property.map(|property| maker.spec.flat(property)).unwrap_or_default();
        if property.get("format").and_then(Value::as_str) == Some("binary") {
            return json!({ "name": name, "file": "data" });
        }
        match value {
            Value::String(text) => json!({ "name": name, "text": text }),
            value => json!({ "name": name, "json": value }),
        }
    };
    // Numbers and flags are texts in a form, which the validator reports.
    let is_sent = |(_, value): &(&String, &Value)| !matches!(value, Value::Number(_) | Value::Bool(_) | Value::Null);
    value.as_object().into_iter().flatten().filter(is_sent).map(part).collect()
}

/// The examples of a media type.
fn examples(spec: &Spec, content: &Value) -> Vec<Value> {
    let several = content.get("examples").and_then(Value::as_object).into_iter().flatten();
    let several = several.filter_map(|(_, example)| spec.resolve(example).get("value"));
    several.chain(content.get("example")).cloned().collect()
}

impl Response {
    fn empty() -> Self {
        Self { status: 200, media: None, body: Body::Text(""), schema: None, is_example: false }
    }
}

/// Returns the responses of an operation: examples and instances, for each success.
fn responses(spec: &Spec, operation: &Operation<'_>) -> Vec<Response> {
    let mut responses = Vec::new();
    let declared = operation.members.get("responses").and_then(Value::as_object);
    let status = |key: &str| match key {
        "2XX" | "2xx" => Some(200),
        key => key.parse::<u16>().ok(),
    };
    let mut successes: Vec<(u16, &Value)> =
        declared.into_iter().flatten().filter_map(|(key, value)| Some((status(key)?, spec.resolve(value)))).collect();
    if successes.iter().any(|(status, _)| (200..300).contains(status)) {
        successes.retain(|(status, _)| (200..300).contains(status));
    } else {
        successes.retain(|(status, _)| (300..400).contains(status) && *status != 304);
    }
    if let (true, Some(default)) = (successes.is_empty(), declared.and_then(|declared| declared.get("default"))) {
        successes.push((200, spec.resolve(default)));
    }
    for (status, response) in successes {
        let content = response.get("content").and_then(Value::as_object);
        let mut content: Vec<(&String, &Value)> = content.into_iter().flatten().collect();
        content.sort_by_key(|(media, _)| (*media != "application/json", !media.contains("json")));
        let empty = Response { status, ..Response::empty() };
        match content.first() {
            Some((media, content)) if media.contains("json") && !matches!(status, 204 | 205) => {
                let schema = content.get("schema");
                let is_list = schema.is_some_and(|schema| !schema.is_null());
                let response = |value: Value, is_example: bool| Response {
                    status,
                    media: Some((*media).clone()),
                    body: Body::Json(value),
                    schema: schema.filter(|_| is_list).cloned(),
                    is_example,
                };
                let examples = examples(spec, content);
                responses.extend(examples.into_iter().map(|example| response(example, true)));
                for choices in Choices::ALL {
                    let made = Maker { spec, is_request: false, choices }.make(schema.unwrap_or(&Value::Null));
                    if let Some(made) = made.map(|made| response(made, choices.examples))
                        && !responses.iter().any(|known| (known.status, &known.body) == (made.status, &made.body))
                    {
                        responses.push(made);
                    }
                }
            }
            Some((media, _)) if !matches!(status, 204 | 205) => {
                let media = media.replace("image/*", "image/png").replace("*/*", "application/octet-stream");
                responses.push(Response { media: Some(media), body: Body::Text("data"), ..empty });
            }
            _ => responses.push(empty),
        }
    }
    if responses.is_empty() { vec![Response::empty()] } else { responses }
}
