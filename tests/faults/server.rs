//! A server that does on each connection what it is told.
