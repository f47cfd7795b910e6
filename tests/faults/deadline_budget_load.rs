//! Rows 95 to 106: a call ends, an outage is not made worse, and many calls at once get on.

mod budget;
mod deadline;
mod dropped;
mod load;
mod options;
mod sockets;
