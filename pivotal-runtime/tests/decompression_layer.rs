//! The layer of `tower-http` that decompresses bodies.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread;

use pivotal_runtime::{Client, Error, Transport, endpoint};
use tower_http::decompression::DecompressionLayer;

/// The text `"unpacked"`.
const PACKED: &[u8] = b"\x1f\x8b\x08\0\0\0\0\0\x02\x03S*\xcd+HL\xceNMQ\x02\0O\x18\xefP\n\0\0\0";

trait Api: Transport {
    #[endpoint(GET, "/text")]
    async fn text(&self) -> Result<String, Error>;
}
impl<T: Transport> Api for T {}

#[tokio::test]
async fn body_of_a_response_is_decompressed() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    // Responds to one request, and returns its head.
    let server = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let lines = BufReader::new(&stream).lines().map(Result::unwrap);
        let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
        let length = PACKED.len();
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {length}\r\n\r\n").unwrap();
        stream.write_all(PACKED).unwrap();
        head
    });
    let client = Client::builder().base_url(url).layer(DecompressionLayer::new()).build().unwrap();
    assert_eq!(client.text().await.unwrap(), "\"unpacked\"");
    let head = server.join().unwrap();
    assert!(head.iter().any(|line| line.starts_with("accept-encoding") && line.contains("gzip")), "{head:?}");
}
