//! Makes the calls of a generated crate, and compares what was sent and what was returned with the document.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::cases::{Body, Case, cases, operation};
use super::compile::Crate;
use super::program;
use super::same::{Difference, difference};
use super::schema::Spec;
use super::signatures::{self, Signature};

/// The numbers of a document.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    pub(crate) operations: usize,
    pub(crate) requests: usize,
    /// `None` if there is no validator.
    pub(crate) invalid: Option<usize>,
    pub(crate) responses: usize,
    pub(crate) unread: usize,
    pub(crate) changed: usize,
    /// The faults, one a line.
    pub(crate) lines: Vec<String>,
}

/// Makes calls of up to `count` operations, or of all if it is 0.
pub(crate) fn run(document: &Path, generated: &Crate, count: usize) -> Result<Summary, Box<dyn Error>> {
    let spec = Spec::load(document)?;
    let (signatures, api) = signatures::read(&generated.folder.join("src"))?;
    let mut summary = Summary::default();
    let mut made: Vec<Case> = Vec::new();
    for call in spread(signatures.len(), count) {
        let Some(signature) = signatures.get(call) else { continue };
        match cases(&spec, call, signature) {
            Ok(own) => made.extend(own),
            Err(reason) => summary.lines.push(format!("{}: not called, since {reason}", line(signature))),
        }
        summary.operations += 1;
    }
    let folder = generated.folder.join("calls");
    let library = generated.library();
    write(&folder, generated, &program::calls(&library, api.as_ref(), &signatures)?)?;
    let is_based = spec.root().get("servers").and_then(|servers| servers.get(0)).is_some();
    fs::write(folder.join("cases.json"), serde_json::to_vec(&inputs(&made, is_based))?)?;
    let output = generated.cargo("run", &folder).args(["--quiet", "--", "cases.json"]).output()?;
    let results: Vec<Value> =
        String::from_utf8_lossy(&output.stdout).lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    if results.len() < made.len() {
        let errors = String::from_utf8_lossy(&output.stderr);
        let errors: Vec<&str> = errors.lines().take(40).collect();
        return Err(format!("{} of {} calls were made: {}", results.len(), made.len(), errors.join("\n")).into());
    }
    let verdicts = validate(document, &folder, &signatures, &made, &results)?;
    if let Some(fault) = verdicts.as_ref().and_then(|verdicts| text(verdicts, "document")) {
        summary.lines.push(format!("the document is invalid: {}", fault.lines().next().unwrap_or_default()));
    }
    for (number, (case, result)) in made.iter().zip(&results).enumerate() {
        let Some(signature) = signatures.get(case.call) else { continue };
        let verdict = verdicts.as_ref().and_then(|verdicts| verdicts.get("exchanges")?.get(number));
        judge(&spec, signature, case, result, verdict, &mut summary);
    }
    if verdicts.is_none() {
        summary.invalid = None;
    }
    summary.lines.dedup();
    Ok(summary)
}

/// Returns the indices of `count` operations, spread evenly.
fn spread(total: usize, count: usize) -> Vec<usize> {
    let count = if count == 0 { total } else { count.min(total) };
    (0..count).map(|number| number * total / count).collect()
}

fn line(signature: &Signature) -> String {
    format!("{} {}", signature.http_method, signature.template.split('?').next().unwrap_or_default())
}

/// Writes the program that makes the calls.
fn write(folder: &Path, generated: &Crate, calls: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"calls-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
         [dependencies]\ncorpus-{name} = {{ path = \"..\" }}\njiff = {{ version = \"1\", features = [\"serde\"] }}\n\
         pivotal-runtime = {{ path = \"{runtime}\", features = [\"testing\"] }}\n\
         serde = {{ version = \"1\", features = [\"derive\"] }}\nserde_json = \"1\"\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\", \"time\"] }}\n\
         uuid = {{ version = \"1\", features = [\"serde\"] }}\n\n[profile.dev]\ndebug = 0\n",
        name = generated.name,
        runtime = generated.runtime.display(),
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(generated.folder.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    fs::write(folder.join("src/main.rs"), include_str!("calls_main.rs.in"))?;
    fs::write(folder.join("src/calls.rs"), calls)?;
    Ok(())
}

/// Returns the calls as the program reads them.
fn inputs(cases: &[Case], is_based: bool) -> Vec<Value> {
    let input = |case: &Case| {
        let body = match &case.response.body {
            Body::Json(value) => value.to_string(),
            Body::Text(text) => (*text).to_owned(),
        };
        let base = (!is_based).then_some("http://localhost");
        json!({
            "call": case.call,
            "arguments": case.arguments,
            "base_url": base,
            "status": case.response.status,
            "content_type": case.response.media,
            "body": body,
        })
    };
    cases.iter().map(input).collect()
}

/// Validates the requests and responses. `None` if there is no validator.
fn validate(
    document: &Path,
    folder: &Path,
    signatures: &[Signature],
    cases: &[Case],
    results: &[Value],
) -> Result<Option<Value>, Box<dyn Error>> {
    let inputs = inputs(cases, false);
    let exchanges: Vec<Value> = cases
        .iter()
        .zip(results)
        .zip(&inputs)
        .map(|((case, result), input)| {
            let operation = signatures.get(case.call).map(line);
            json!({
                "operation": operation,
                "request": result.get("request"),
                "status": input.get("status"),
                "content_type": input.get("content_type"),
                "body": input.get("body"),
            })
        })
        .collect();
    let path = folder.join("exchanges.json");
    fs::write(&path, serde_json::to_vec(&exchanges)?)?;
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/corpus/validate.py");
    let output = Command::new(python).arg(script).arg(document).arg(&path).output();
    let Ok(output) = output else { return Ok(None) };
    match output.status.code() {
        Some(0) => Ok(Some(serde_json::from_slice(&output.stdout)?)),
        // The exit code of the script without its library.
        Some(3) => Ok(None),
        _ => Err(String::from_utf8_lossy(&output.stderr).into_owned().into()),
    }
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().map(str::to_owned)
}

/// Counts what is wrong with a call.
fn judge(
    spec: &Spec,
    signature: &Signature,
    case: &Case,
    result: &Value,
    verdict: Option<&Value>,
    summary: &mut Summary,
) {
    let operation = operation(spec, signature)
        .map_or_else(|| line(signature), |own| format!("{} {}", signature.http_method, own.path));
    if let Some(reason) = text(result, "argument") {
        summary.lines.push(format!("{operation}: the argument cannot be read: {reason}"));
        return;
    }
    summary.requests += 1;
    let is_sent = result.get("request").is_some_and(|request| !request.is_null());
    let invalid = verdict.and_then(|verdict| text(verdict, "request"));
    *summary.invalid.get_or_insert(0) += usize::from(invalid.is_some() || !is_sent);
    if let Some(reason) = invalid {
        summary.lines.push(format!("{operation}: the request is invalid: {reason}"));
    }
    let error = text(result, "error");
    if !is_sent {
        summary.lines.push(format!("{operation}: the request is not sent: {}", error.unwrap_or_default()));
        return;
    }
    summary.responses += 1;
    let source = if case.response.is_example { "example" } else { "instance" };
    // A response that is not valid proves nothing about the types.
    let doubt = verdict.and_then(|verdict| text(verdict, "response"));
    let doubt = doubt.map(|reason| format!(" (which is invalid: {reason})")).unwrap_or_default();
    // The instance has no next cursor, but a flag that there is one: the page itself was read.
    if error
        .as_ref()
        .is_some_and(|error| error.ends_with("reports that there is more, but returned no position for it"))
    {
        return;
    }
    if let Some(error) = error {
        summary.unread += 1;
        summary
            .lines
            .push(format!("{operation}: the {source} {} cannot be read{doubt}: {error}", case.response.status));
        return;
    }
    let returned = result.get("returned").unwrap_or(&Value::Null);
    if let (Body::Json(sent), Some(schema)) = (&case.response.body, &case.response.schema)
        && let Some(Difference { pointer, message }) = difference(&spec.known(schema, sent), returned)
    {
        summary.changed += 1;
        summary.lines.push(format!(
            "{operation}: the {source} {} changes{doubt} at `{pointer}`: {message}",
            case.response.status
        ));
    }
}
