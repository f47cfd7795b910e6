//! Machines without root certificates, such as a container `FROM scratch`.

use std::fs;

use pivotal_runtime::ErrorKind;

use crate::number_api::Api;
use crate::support::scripted::{ScriptedServer, respond};
use crate::support::subprocess::{run_in_subprocess, server_of_parent};
use crate::support::{SEVEN, builder_for};

/// On Linux, these variables replace the root certificates of the platform. All settings are the default.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn plain_http_needs_no_root_certificates() {
    if let Some(url) = server_of_parent() {
        assert_eq!(builder_for(&url).build().unwrap().get().await.unwrap(), 7);
        let https = builder_for("https://127.0.0.1:9").build();
        let error = match https {
            Ok(client) => client.get().await.unwrap_err(),
            Err(error) => error,
        };
        assert_eq!(error.kind(), ErrorKind::Config, "{error:?}");
        assert!(error.to_string().contains("root certificates"), "{error}");
        return;
    }
    let server = ScriptedServer::new([respond(SEVEN)]);
    let folder = std::env::temp_dir().join(format!("pivotal-runtime-no-roots-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("empty.pem");
    fs::write(&file, "").unwrap();
    let variables = [("SSL_CERT_FILE", file.to_str().unwrap()), ("SSL_CERT_DIR", folder.to_str().unwrap())];
    run_in_subprocess("connections::roots::plain_http_needs_no_root_certificates", &server, &variables).await;
    fs::remove_dir_all(&folder).unwrap();
    server.finish().await;
}
