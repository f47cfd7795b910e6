//! Empty. Only its dependencies are counted.
