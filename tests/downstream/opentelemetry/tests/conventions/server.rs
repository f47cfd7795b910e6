//! A server with one response for each connection.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Clone)]
pub struct Request(HashMap<String, String>);

impl Request {
    pub fn header(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Sends these responses, each on a connection that is closed after it.
    pub fn start(responses: &[&'static str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a listener");
        let address = listener.local_addr().expect("an address");
        let (requests, responses) = (Arc::<Mutex<Vec<Request>>>::default(), responses.to_vec());
        let received = Arc::clone(&requests);
        thread::spawn(move || {
            for (response, stream) in responses.into_iter().zip(listener.incoming()) {
                let mut stream = stream.expect("a connection");
                let lines = BufReader::new(&stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
                let headers = lines.filter_map(|line| {
                    let (name, value) = line.split_once(": ")?;
                    Some((name.to_ascii_lowercase(), value.to_owned()))
                });
                let request = Request(headers.collect());
                received.lock().expect("no panic").push(request);
                // `Connection: close` makes the client open another one.
                let response = response.replacen("\r\n", "\r\nConnection: close\r\n", 1);
                stream.write_all(response.as_bytes()).expect("a client");
            }
        });
        Self { address, requests }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no panic").clone()
    }
}
