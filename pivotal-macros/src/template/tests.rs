mod other_notation;
mod path;
mod query;
