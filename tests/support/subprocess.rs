//! Tests that run again in a subprocess, because all threads of a process share one environment.

use std::env;
use std::process::Command;

use super::scripted::ScriptedServer;

/// The variable that contains the URL of the server in a subprocess.
const SERVER: &str = "PIVOTAL_TEST_SERVER";

/// Returns the URL of the server if this is a subprocess.
pub(crate) fn server_of_parent() -> Option<String> {
    env::var(SERVER).ok()
}

/// Runs the test with this path again, with these variables and no other proxy in its environment.
pub(crate) async fn run_in_subprocess(test: &str, server: &ScriptedServer, variables: &[(&str, &str)]) {
    let mut subprocess = Command::new(env::current_exe().unwrap());
    subprocess.args(["--exact", test]);
    for variable in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "REQUEST_METHOD"] {
        subprocess.env_remove(variable).env_remove(variable.to_lowercase());
    }
    subprocess.envs(variables.iter().copied()).env(SERVER, server.url());
    let output = tokio::task::spawn_blocking(move || subprocess.output().unwrap()).await.unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && stdout.contains("1 passed"), "{stdout}");
}
