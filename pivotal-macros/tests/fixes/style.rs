//! Declarations after the suggested fixes.

use super::prelude::*;

// unknown style `comma`; write `<ids:csv>` for `<ids:comma>`, or use another of `csv`, `ssv`, `pipes`, `json`
pub mod style_comma {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:csv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// unknown style `deepObject`; write `filter[<filter..>]` for `<filter:deepObject>`, or use another of `csv`, `ssv`, `pipes`, `json`
pub mod style_deep_object {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter[<filter..>]")]
        async fn customer(&self, filter: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// fields with a prefix are written in brackets, with `..` and without a value; write `f[<filter..>]` for `f=<filter:deepObject>`
pub mod style_deep_object_with_key {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?f[<filter..>]")]
        async fn customer(&self, filter: &[[&str; 2]]) -> Result<Customer, Error>;
    }
}

// `<ids:>` is not the name of a parameter; write `<ids>`
pub mod style_empty {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// unknown style `explode=false`; write `<ids:csv>` for `<ids:explode=false>`, or use another of `csv`, `ssv`, `pipes`, `json`
pub mod style_explode {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?ids=<ids:csv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// unknown style `explode=true`; write `<ids>` for `<ids:explode=true>`, or use another of `csv`, `ssv`, `pipes`, `json`
pub mod style_exploded {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// the style follows the name; write `<ids:csv>` for `<csv:ids>`
pub mod style_first {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:csv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// a style is for a pair of the query, as in `?<ids:csv>`; write `<ids>` for `<csv:ids>`
pub mod style_first_in_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<ids>")]
        async fn customer(&self, ids: &str) -> Result<Customer, Error>;
    }
}

// a style is for a pair of the query, as in `?<ids:csv>`; write `<ids>` for `<ids:csv>`
pub mod style_in_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<ids>")]
        async fn customer(&self, ids: &str) -> Result<Customer, Error>;
    }
}

// unknown style `cvs`; write `<ids:csv>` for `<ids:cvs>`, or use another of `csv`, `ssv`, `pipes`, `json`
pub mod style_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:csv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// a style is for a pair of the query, as in `?<ids:csv>`; write `<url>` for `<url:csv>`
pub mod style_of_url {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "<url>")]
        async fn customer(&self, url: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<tags:csv>`; add a parameter `tags`, or remove the placeholder
pub mod style_parameter_missing {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>?<tags:csv>")]
        async fn customer(&self, id: &str, tags: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<tags:csv>`; add a parameter `tags`, or remove the placeholder
// the query is empty; remove `?`
pub mod style_parameter_missing_2 {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<id>")]
        async fn customer(&self, id: &str) -> Result<Customer, Error>;
    }
}

// no parameter fills `<idds:csv>`; write `<ids:csv>`
pub mod style_parameter_near_miss {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:csv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// unknown style `pipeDelimited`; write `<ids:pipes>` for `<ids:pipeDelimited>`, or use another of `csv`, `ssv`, `pipes`, `json`
pub mod style_pipe_delimited {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:pipes>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// unknown style `spaceDelimited`; write `<ids:ssv>` for `<ids:spaceDelimited>`, or use another of `csv`, `ssv`, `pipes`, `json`
pub mod style_space_delimited {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:ssv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// a style is for a pair of the query, as in `?<ids:csv>`; write `<ids>` for `<ids:simple>`
pub mod style_unknown_in_path {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers/<ids>")]
        async fn customer(&self, ids: &str) -> Result<Customer, Error>;
    }
}

// unknown style `JSON`; write `<filter:json>` for `<filter:JSON>`, or use another of `csv`, `ssv`, `pipes`, `json`
pub mod style_upper_case {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?filter=<filter:json>")]
        async fn customer(&self, filter: &[u32]) -> Result<Customer, Error>;
    }
}

// `<ids:csv..>` is not the name of a parameter; write `<ids:csv>`
pub mod style_with_dots {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:csv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}

// `<ids: csv>` is not the name of a parameter; write `<ids:csv>`
pub mod style_with_space {
    use super::*;

    pub trait Api: Transport {
        #[endpoint(GET, "/customers?<ids:csv>")]
        async fn customer(&self, ids: &[u32]) -> Result<Customer, Error>;
    }
}
