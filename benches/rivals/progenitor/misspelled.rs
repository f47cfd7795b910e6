//! The placeholder is `{idd}`, the parameter is `id`.

progenitor::generate_api!("misspelled.json");

fn main() {}
