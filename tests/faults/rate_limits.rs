//! Rate limits: `Retry-After`, the limiter that reads headers, and custom limiters.

mod custom;
mod dialects;
mod header_rate_limiter;
mod header_values;
mod retry_after;
mod stampede;
