//! Rows 69 to 84: waiting for `Retry-After` and for the rate limit. Custom limiters have no row.

mod custom;
mod dialects;
mod header_rate_limiter;
mod retry_after;
mod stampede;
mod told;
