//! The body of a response in pieces, each of which is sent when the test wants it.

use std::sync::mpsc::{Receiver, Sender, channel};

/// Sends the pieces of a body. A body that is dropped without `end` is a lost connection.
pub struct Pieces(Sender<String>);

impl Pieces {
    /// Creates the sender and the receiver of pieces.
    pub(super) fn new() -> (Self, Receiver<String>) {
        let (sender, receiver) = channel();
        (Self(sender), receiver)
    }

    /// Sends a piece.
    pub fn send(&self, piece: &str) {
        assert!(!piece.is_empty(), "an empty piece is the end");
        self.0.send(piece.to_owned()).unwrap();
    }

    /// Ends the body.
    pub fn end(self) {
        self.0.send(String::new()).unwrap();
    }
}
