//! Rows 69 to 84: waiting as the server asks, and before it has to ask.

mod dialects;
mod gate;
mod retry_after;
mod stampede;
mod told;
