//! nginx, which closes a connection after a number of requests: by `Connection: close`, or by a GOAWAY of HTTP/2.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, process, thread};

use pivotal_runtime::{CallOptions, Client};
use tokio::task::JoinSet;

use crate::number_api::Api;
use crate::support::builder_for;
use crate::support::tls::Authority;
use crate::transport::trusting;

const TASKS: u32 = 64;
const CALLS: u32 = 313;

/// An nginx in the foreground, which is stopped at the end.
struct Nginx {
    process: Child,
    folder: PathBuf,
    http: u16,
    https: u16,
    authority: Authority,
}

impl Nginx {
    /// Starts it; `None` if it is not installed.
    fn start() -> Option<Self> {
        let folder = env::temp_dir().join(format!("pivotal-runtime-nginx-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (http, https) = (free_port(), free_port());
        let authority = Authority::new();
        let (certificate, key) = authority.server_files("127.0.0.1", &folder);
        let config = folder.join("nginx.conf");
        fs::write(&config, configuration(&folder, http, https, &certificate, &key)).unwrap();
        let mut command = Command::new("nginx");
        command.arg("-p").arg(&folder).arg("-e").arg(folder.join("error.log")).arg("-c").arg(&config);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
        let mut nginx = Self { process, folder, http, https, authority };
        while TcpStream::connect(("127.0.0.1", https)).is_err() {
            assert!(nginx.process.try_wait().unwrap().is_none(), "nginx ended: {:?}", nginx.log());
            thread::sleep(Duration::from_millis(10));
        }
        Some(nginx)
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.join("error.log")).unwrap_or_default()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn configuration(folder: &Path, http: u16, https: u16, certificate: &Path, key: &Path) -> String {
    let (folder, certificate, key) = (folder.display(), certificate.display(), key.display());
    format!(
        "daemon off; master_process off; worker_processes 1; pid {folder}/pid;
         events {{ worker_connections 1024; }}
         http {{
             access_log off;
             client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
             uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
             keepalive_requests 100;
             default_type application/json;
             server {{ listen 127.0.0.1:{http}; location / {{ return 200 '7'; }} }}
             server {{
                 listen 127.0.0.1:{https} ssl http2; ssl_certificate {certificate}; ssl_certificate_key {key};
                 location / {{ return 200 '7'; }}
             }}
         }}"
    )
}

/// Makes calls that must not be sent twice, and that have one attempt: there is no back-off, and no budget is spent.
async fn all_calls_succeed(client: &Client) {
    let mut tasks = JoinSet::new();
    for _ in 0..TASKS {
        let client = client.clone();
        tasks.spawn(async move {
            let once = client.with(CallOptions::new().max_attempts(1));
            for number in 0..CALLS {
                assert_eq!(once.post(u8::try_from(number % 256).unwrap()).await.unwrap(), 7);
            }
        });
    }
    while let Some(task) = tasks.join_next().await {
        task.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
async fn closed_connections_of_nginx_fail_no_call() {
    let Some(nginx) = Nginx::start() else {
        println!("skipped: nginx is not installed");
        return;
    };
    let client = builder_for(format!("http://127.0.0.1:{}", nginx.http)).idempotency_keys(false).build().unwrap();
    all_calls_succeed(&client).await;
    let builder = builder_for(format!("https://127.0.0.1:{}", nginx.https)).idempotency_keys(false);
    all_calls_succeed(&trusting(builder, nginx.authority.certificate()).build().unwrap()).await;
}
