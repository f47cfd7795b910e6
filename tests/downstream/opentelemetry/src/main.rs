//! Makes a call that needs two attempts, and prints the spans that are exported.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use opentelemetry_export::{Notes, propagating, subscriber};
use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracerProvider};
use pivotal_runtime::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let exporter = InMemorySpanExporter::default();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter.clone()).build();
    tracing::subscriber::set_global_default(subscriber(&provider))?;

    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let server = thread::spawn(move || serve(&listener));
    let client = propagating(Client::builder().base_url(url)).build()?;
    assert_eq!(client.note("travels", 42, 3).await?, "Oslo");

    for traceparent in server.join().expect("the server") {
        println!("the server received {traceparent}");
    }
    for span in exporter.get_finished_spans()? {
        println!("{:?} {} {:?}", span.span_kind, span.name, span.status);
        for attribute in span.attributes {
            println!("    {}: {}", attribute.key, attribute.value);
        }
    }
    Ok(())
}

/// Responds to two requests, each on a connection of its own. Returns their `traceparent`.
fn serve(listener: &TcpListener) -> Vec<String> {
    let responses = ["503 Service Unavailable", "200 OK"];
    let connections = responses.iter().zip(listener.incoming());
    let headers = connections.map(|(status, stream)| {
        let mut stream = stream.expect("a connection");
        let lines = BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
        let traceparent = lines.filter(|line| line.starts_with("traceparent")).last();
        let response = format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 4\r\n\r\nOslo");
        stream.write_all(response.as_bytes()).expect("a client");
        traceparent.unwrap_or_default()
    });
    headers.collect()
}
