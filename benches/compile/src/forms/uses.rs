//! Calls of every operation, the same in all forms. A method without a call is compiled only in part.

use std::fmt::Write;

use crate::api::Operation;

/// Returns a function for each operation, which boxes its future.
pub(super) fn uses(operations: &[Operation], error: &str, returned: impl Fn(String) -> String) -> String {
    let mut source = String::from(
        "//! A call of each operation.

use std::pin::Pin;

#[allow(unused_imports)]
use crate::*;

pub type Call<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;
",
    );
    for operation in operations {
        let (index, name, arguments) = (operation.index, operation.name(), operation.arguments());
        let response = returned(format!("shapes::{}", operation.response()));
        let body = operation.body().map(|body| format!(", body: &'a shapes::{body}")).unwrap_or_default();
        let _ = write!(
            source,
            "
pub fn use_{index}<'a>(client: &'a Client{body}) -> Call<'a, {response}, {error}> {{
    Box::pin(client.{name}({arguments}))
}}
"
        );
    }
    source
}

/// Returns a program that contains all calls, and makes the one that its argument selects.
pub(super) fn main(operations: &[Operation]) -> String {
    let mut source = String::from(
        "//! Makes one of the calls.

use this::uses::{self, Call};
use this::{Client, client};
use tokio::runtime::Runtime;

fn run<T, E>(runtime: &Runtime, call: Call<'_, T, E>) {
    println!(\"{}\", runtime.block_on(call).is_ok());
}

type Use = fn(&Runtime, &Client);

static USES: &[Use] = &[
",
    );
    for operation in operations {
        let body = operation.body().map(|body| format!(", &shapes::{body}::default()")).unwrap_or_default();
        let _ = writeln!(source, "    |runtime, client| run(runtime, uses::use_{}(client{body})),", operation.index);
    }
    source.push_str(
        "];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (base_url, index) = (arguments.next().unwrap(), arguments.next().unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    USES[index.parse::<usize>().unwrap()](&runtime, &client(&base_url));
}
",
    );
    source
}
