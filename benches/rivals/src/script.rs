//! A server with a list of responses, which records the requests.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Serves its responses in order, and repeats the last one. Without responses, it accepts connections and stays silent.
pub struct Script {
    url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Script {
    pub fn new(responses: Vec<String>) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let requests = Arc::default();
        let (responses, recorded) = (Arc::new(responses), Arc::clone(&requests));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (responses, recorded) = (Arc::clone(&responses), Arc::clone(&recorded));
                thread::spawn(move || serve(stream, &responses, &recorded));
            }
        });
        Ok(Self { url, requests })
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    /// The method and the path of each request.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().map(|requests| requests.clone()).unwrap_or_default()
    }
}

fn serve(mut stream: TcpStream, responses: &[String], recorded: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let mut length = 0;
        loop {
            let mut header = String::new();
            reader.read_line(&mut header)?;
            let Some((name, value)) = header.trim_end().split_once(':') else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().map_err(io::Error::other)?;
            }
        }
        io::copy(&mut (&mut reader).take(length), &mut io::sink())?;
        let count = {
            let mut requests = recorded.lock().map_err(|_| io::ErrorKind::Other)?;
            requests.push(line.trim_end().trim_end_matches(" HTTP/1.1").to_owned());
            requests.len()
        };
        if let Some(response) = responses.get(count - 1).or(responses.last()) {
            stream.write_all(response.as_bytes())?;
        }
    }
}

/// A response with a body of JSON.
pub fn json(status: &str, body: &str) -> String {
    response(status, "Content-Type: application/json\r\n", body)
}

/// A response with headers.
pub fn response(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n{body}", body.len())
}
