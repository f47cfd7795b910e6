//! A server in another process, which sends a prepared response to each request.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

/// The headers of every response: those of the API (Pivotal API, Rate limits), and those that servers add.
const HEADERS: &str = "Content-Type: application/json; charset=utf-8\r\n\
    Date: Wed, 03 Jun 2026 09:00:00 GMT\r\n\
    X-RateLimit-Limit: 1000000000\r\n\
    X-RateLimit-Remaining: 999999999\r\n\
    X-RateLimit-Reset: 1780477260\r\n";

/// A running server. It is stopped when this value is dropped.
pub struct Canned {
    child: Child,
    url: String,
}

impl Canned {
    /// Starts this program again, as the server.
    pub fn start() -> io::Result<Self> {
        Self::run("serve")
    }

    /// Starts a server that accepts connections and sends nothing.
    pub fn silent() -> io::Result<Self> {
        Self::run("serve-nothing")
    }

    fn run(command: &str) -> io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?).arg(command).stdout(Stdio::piped()).spawn()?;
        let url = read_line(child.stdout.as_mut().ok_or(io::ErrorKind::BrokenPipe)?)?;
        Ok(Self { child, url })
    }

    /// The base URL of the server.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Canned {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_line(from: &mut ChildStdout) -> io::Result<String> {
    let mut line = String::new();
    BufReader::new(from).read_line(&mut line)?;
    Ok(line.trim().to_owned())
}

/// Serves until it is killed.
pub fn serve() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    let responses = Responses::new();
    thread::scope(|scope| {
        for stream in listener.incoming() {
            let (stream, responses) = (stream?, &responses);
            scope.spawn(move || responses.serve(stream));
        }
        Ok(())
    })
}

/// Accepts connections until it is killed, and sends nothing.
pub fn serve_nothing() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    let connections: Result<Vec<TcpStream>, _> = listener.incoming().collect();
    connections.map(drop)
}

struct Responses {
    deleted: Vec<u8>,
    not_found: Vec<u8>,
    created: Vec<u8>,
    page: Vec<u8>,
}

impl Responses {
    fn new() -> Self {
        Self {
            deleted: response("200 OK", crate::data::DELETED),
            not_found: response("404 Not Found", crate::data::NOT_FOUND),
            created: response("201 Created", &crate::data::customer(318)),
            page: response("200 OK", &crate::data::page(100)),
        }
    }

    fn to(&self, line: &str) -> &[u8] {
        match line.split(' ').next() {
            Some("DELETE") => &self.deleted,
            Some("POST") => &self.created,
            _ if line.contains("/customers/") => &self.not_found,
            _ => &self.page,
        }
    }

    fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream.try_clone()?);
        loop {
            let mut request = String::new();
            if reader.read_line(&mut request)? == 0 {
                return Ok(());
            }
            let mut length = 0;
            loop {
                let mut header = String::new();
                reader.read_line(&mut header)?;
                match header.trim_end().split_once(':') {
                    Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                        length = value.trim().parse().map_err(io::Error::other)?;
                    }
                    Some(_) => {}
                    None => break,
                }
            }
            io::copy(&mut (&mut reader).take(length), &mut io::sink())?;
            stream.write_all(self.to(&request))?;
        }
    }
}

fn response(status: &str, body: &str) -> Vec<u8> {
    format!("HTTP/1.1 {status}\r\n{HEADERS}Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}
