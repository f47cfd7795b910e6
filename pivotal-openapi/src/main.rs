//! The program `pivotal-openapi`.

fn main() {}
