//! Many threads with one client.

use std::sync::Barrier;
use std::thread;

use super::{Notes, SEVEN, client_of};
use crate::support::server::Server;

const THREADS: u32 = 16;
const CALLS: u32 = 25;

#[test]
fn each_thread_receives_its_own_responses() {
    let server = Server::responding_with(|request| {
        let id: u32 = request.target().trim_start_matches("/notes/").parse().unwrap();
        format!("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{:03}", id % 200).replacen("\r\n\r\n0", "\r\n\r\n ", 1)
    });
    let client = client_of(&server);
    let together = Barrier::new(THREADS as usize);
    thread::scope(|scope| {
        for thread in 0..THREADS {
            let (client, together) = (&client, &together);
            scope.spawn(move || {
                together.wait();
                for call in 0..CALLS {
                    let id = 100 + (thread * CALLS + call) % 100;
                    assert_eq!(u32::from(client.note(id, None).unwrap()), id);
                }
            });
        }
    });
    // A connection can return to the pool too late for the next call of its thread.
    let connections = server.connections();
    assert!(connections <= 2 * THREADS as usize, "{connections} connections for {} calls", THREADS * CALLS);
}

#[test]
fn clones_share_connections() {
    let server = Server::responding(SEVEN);
    let client = client_of(&server);
    let threads = [client.clone(), client.clone(), client].map(|client| {
        thread::spawn(move || (0..CALLS).map(|id| client.note(id, None).unwrap()).map(u32::from).sum::<u32>())
    });
    assert_eq!(threads.map(|thread| thread.join().unwrap()), [7 * CALLS; 3]);
    assert!(server.connections() < 3 * CALLS as usize, "connections are used again");
}
