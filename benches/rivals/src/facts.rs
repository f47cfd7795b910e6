//! Runs the same mistakes and faults through all libraries, and prints the outcomes.

use std::error::Error;
use std::thread;
use std::time::{Duration, Instant};

use tokio::runtime::{self, Runtime};

use crate::approach::{Approach, Caller};
use crate::data::{DELETED, NOT_FOUND, customer};
use crate::failure::Failure;
use crate::script::{Script, json, response};
use crate::{checks, defaults};

type Failed = Box<dyn Error>;
type Fact = fn(&Runtime, Approach) -> Result<String, Failed>;

const FACTS: &[(&str, Fact)] = &[
    ("lines of code for three endpoints", |_, approach| checks::lines(approach)),
    ("crates in the build", |_, approach| checks::crates(approach)),
    ("placeholder `idd` for the parameter `id`", |_, approach| checks::misspelled(approach)),
    ("`delete(\"a/b\")` sends", |runtime, approach| path(runtime, approach, "a/b")),
    ("`delete(\"..\")` sends", |runtime, approach| path(runtime, approach, "..")),
    ("`delete(\"\")` sends", |runtime, approach| path(runtime, approach, "")),
    ("404 with an error body of JSON", not_found),
    ("502 with an HTML body", |runtime, approach| html(runtime, approach, "502 Bad Gateway")),
    ("200 with an HTML body", |runtime, approach| html(runtime, approach, "200 OK")),
    ("200 with a body of 64 MiB", large),
    ("GET: 503, then 200", |runtime, approach| retry(runtime, approach, UNAVAILABLE, true)),
    ("GET: 429 with `Retry-After: 1`, then 200", |runtime, approach| retry(runtime, approach, LIMITED, true)),
    ("POST: 503, then 201", |runtime, approach| retry(runtime, approach, UNAVAILABLE, false)),
];

/// Prints a Markdown table, with a row for each fact.
pub fn print() -> Result<(), Failed> {
    let runtime = runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let names: Vec<&str> = Approach::ALL.iter().map(|approach| approach.name()).collect();
    println!("| | {} |", names.join(" | "));
    println!("| --- |{}", " --- |".repeat(names.len()));
    for (name, fact) in FACTS {
        let cells = Approach::ALL.into_iter().map(|approach| fact(&runtime, approach));
        println!("| {name} | {} |", cells.collect::<Result<Vec<_>, _>>()?.join(" | "));
    }
    println!("| silent connection, no timeout configured | {} |", silence()?.join(" | "));
    Ok(())
}

/// Makes a call to a server with these responses, and returns the outcome and the requests.
fn call<'a, T, F: Future<Output = Result<T, Failure>>>(
    runtime: &Runtime,
    caller: &'a mut Option<Caller>,
    approach: Approach,
    responses: Vec<String>,
    call: impl FnOnce(&'a Caller) -> F,
) -> Result<(Result<T, Failure>, Vec<String>), Failed> {
    let script = Script::new(responses)?;
    let caller: &Caller = caller.insert(runtime.block_on(Caller::new(approach, script.url()))?);
    Ok((runtime.block_on(call(caller)), script.requests()))
}

fn path(runtime: &Runtime, approach: Approach, id: &str) -> Result<String, Failed> {
    let (outcome, requests) =
        call(runtime, &mut None, approach, vec![json("200 OK", DELETED)], |caller| caller.delete(id))?;
    Ok(match (&requests[..], outcome) {
        ([request], _) => format!("`{request}`"),
        (_, Err(error)) => format!("nothing: `{}`", shortened(&error.display())),
        _ => return Err("not one request".into()),
    })
}

/// The error, and whether it contains the status, the code and the body as values.
fn describe(runtime: &Runtime, outcome: Result<i64, Failure>) -> String {
    let Err(error) = outcome else { return "succeeds".to_owned() };
    let text = shortened(&error.display());
    let status = if error.status().is_some() { "status" } else { "no status" };
    let body = match error.code() {
        Some(_) => "code",
        None if runtime.block_on(error.body()).is_some_and(|body| body.contains("Maintenance")) => "body",
        None => "no body",
    };
    format!("`{text}`; {status}, {body}")
}

/// The start of a text, without the port of the server.
fn shortened(text: &str) -> String {
    const MAXIMUM: usize = 150;
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        words.push(match word.split_once("127.0.0.1:") {
            Some((start, rest)) => format!("{start}host{}", rest.trim_start_matches(|c: char| c.is_ascii_digit())),
            None => word.to_owned(),
        });
    }
    let text = words.join(" ").replace('|', "\\|").replace('`', "'");
    if text.chars().count() <= MAXIMUM { text } else { text.chars().take(MAXIMUM).chain(['…']).collect() }
}

fn get(runtime: &Runtime, approach: Approach, responses: Vec<String>) -> Result<(Result<i64, Failure>, usize), Failed> {
    let (outcome, requests) = call(runtime, &mut None, approach, responses, |caller| caller.get("318"))?;
    Ok((outcome, requests.len()))
}

fn not_found(runtime: &Runtime, approach: Approach) -> Result<String, Failed> {
    Ok(describe(runtime, get(runtime, approach, vec![json("404 Not Found", NOT_FOUND)])?.0))
}

fn html(runtime: &Runtime, approach: Approach, status: &str) -> Result<String, Failed> {
    const BODY: &str = "<html><body>Maintenance</body></html>";
    let response = response(status, "Content-Type: text/html\r\n", BODY);
    Ok(describe(runtime, get(runtime, approach, vec![response])?.0))
}

fn large(runtime: &Runtime, approach: Approach) -> Result<String, Failed> {
    let body = customer(318).replace("Juniper Freight", &"x".repeat(64 << 20));
    match get(runtime, approach, vec![json("200 OK", &body)])?.0 {
        Ok(_) => Ok("read into memory".to_owned()),
        Err(error) => Ok(format!("`{}`", shortened(&error.display()))),
    }
}

const UNAVAILABLE: (&str, &str) = ("503 Service Unavailable", "");
const LIMITED: (&str, &str) = ("429 Too Many Requests", "Retry-After: 1\r\n");

fn retry(runtime: &Runtime, approach: Approach, first: (&str, &str), is_get: bool) -> Result<String, Failed> {
    let (status, headers) = first;
    let success = if is_get { "200 OK" } else { "201 Created" };
    let responses = vec![response(status, headers, ""), json(success, &customer(318))];
    let (outcome, requests) = if is_get {
        get(runtime, approach, responses)?
    } else {
        let (outcome, requests) = call(runtime, &mut None, approach, responses, Caller::create)?;
        (outcome, requests.len())
    };
    let outcome = if outcome.is_ok() { "succeeds" } else { "fails" };
    Ok(format!("{outcome} after {requests} request{}", if requests == 1 { "" } else { "s" }))
}

/// The duration of a GET on a connection without a response, with the default client of each library.
fn silence() -> Result<Vec<String>, Failed> {
    const MAXIMUM: Duration = Duration::from_secs(90);
    let script = Script::new(Vec::new())?;
    let calls = Approach::ALL.map(|approach| {
        let url = script.url().to_owned();
        thread::spawn(move || silent_call(approach, &url, MAXIMUM).map_err(|error| error.to_string()))
    });
    calls.into_iter().map(|call| Ok(call.join().map_err(|_| "a call panicked")??)).collect()
}

fn silent_call(approach: Approach, url: &str, maximum: Duration) -> Result<String, Failed> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let start = Instant::now();
    let outcome = runtime.block_on(async { tokio::time::timeout(maximum, defaults::get(approach, url)).await });
    let seconds = start.elapsed().as_secs_f64();
    match outcome {
        Ok(Err(_)) => Ok(format!("fails after {seconds:.0} s")),
        Ok(Ok(())) => Err("a response from a silent server".into()),
        Err(_) => Ok(format!("waits for more than {} s", maximum.as_secs())),
    }
}
