//! Declarations after the suggested fixes.

use super::prelude::*;

// the path of a file has other separators and characters than a URL; write `&str`, and pass it as text
pub mod declarations_p_path_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/files/<path..>")]
        async fn customer(&self, path: &str) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `impl ToString` has no bound for it; write `impl serde::Serialize`
pub mod declarations_p_tostring_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: impl serde::Serialize) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `I` has no bound for it; add the bound `serde::Serialize` to `I`
pub mod declarations_p_generic_nobound {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer<I: serde::Serialize>(&self, id: I) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `I` has no bound for it; add the bound `serde::Serialize` to `I`
pub mod declarations_p_debug_bound {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer<I: serde::Serialize + std::fmt::Debug>(&self, id: I) -> Result<Customer, Error>;
    }
}

// `<limit..>` sends the fields of a struct or map; write `<limit>` for `<limit..>` to send one value
pub mod declarations_p_query_scalar_rest {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<limit>")]
        async fn customer(&self, limit: u32) -> Result<Customer, Error>;
    }
}

// serde has no text for a `std::time::SystemTime`; write a number or `&str`, and pass it in the format of the API
pub mod declarations_p_query_duration_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<at>")]
        async fn customer(&self, at: &str) -> Result<Customer, Error>;
    }
}

// serde has no text for a `std::time::Instant`; write a number or `&str`, and pass it in the format of the API
pub mod declarations_p_query_instant_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<at>")]
        async fn customer(&self, at: &str) -> Result<Customer, Error>;
    }
}

// serde writes the value, but `B` has no bound for it; add the bound `serde::Serialize` to `B`
pub mod declarations_p_body_generic {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", body = customer)]
        async fn customer<B: serde::Serialize>(&self, customer: B) -> Result<Customer, Error>;
    }
}

// `form` sends the fields of a struct or map; write `form("content") = content` for `form = content` to send one field
pub mod declarations_p_form_str {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", form("content") = content)]
        async fn customer(&self, content: &str) -> Result<Customer, Error>;
    }
}

// `text` sends the `Display` of a value; write `bytes = content` for `text = content`
pub mod declarations_p_text_bytes {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", bytes = content)]
        async fn customer(&self, content: Vec<u8>) -> Result<Customer, Error>;
    }
}

// a stream is sent by value; write `bytes = content` for `stream = content`
pub mod declarations_p_stream_vec {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", bytes = content)]
        async fn customer(&self, content: &[u8]) -> Result<Customer, Error>;
    }
}

// this body is sent by value; write `Multipart`
pub mod declarations_p_multipart_ref {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(POST, "/customers", multipart = content)]
        async fn customer(&self, content: Multipart) -> Result<Customer, Error>;
    }
}

// error types must be owned; write `String`
pub mod declarations_p_error_borrowed {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>", error = String)]
        async fn customer(&self, id: u8) -> Result<Customer, Error>;
    }
}
