//! Rows of the fault matrix.
