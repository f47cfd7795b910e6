//! Tests that run once more in a process of their own, since the environment is one for all threads.

use std::env;
use std::process::Command;

use super::Server;

/// Set in the process that a case runs in, to the URL of the server.
const CASE: &str = "PIVOTAL_FAULTS_CASE";

/// The URL of the server, if this is the process of a case.
pub(crate) fn case() -> Option<String> {
    env::var(CASE).ok()
}

/// Runs the test of this path again, in an environment of these variables and no other proxy.
pub(crate) async fn run_case(test: &str, server: &Server, variables: &[(&str, &str)]) {
    let mut case = Command::new(env::current_exe().unwrap());
    case.args(["--exact", test]);
    for variable in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD"] {
        case.env_remove(variable).env_remove(variable.to_lowercase());
    }
    case.envs(variables.iter().copied()).env(CASE, server.url());
    let output = tokio::task::spawn_blocking(move || case.output().unwrap()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}
