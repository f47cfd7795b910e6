//! A transport under the client that answers without a socket.
