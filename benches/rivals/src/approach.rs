//! The calls by all libraries.

use std::str::FromStr;
use std::sync::LazyLock;

use rival_ours::Customers as _;
use rival_rustify::{CreateCustomer, DeleteCustomer, GetCustomer};
use rival_types::CustomerCreate;
use rustify::Endpoint;

use crate::data::ID;
use crate::failure::Failure;

const TOKEN: &str = "t-K8s9vQ2mXw7b";

/// A measured call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Delete,
    Create,
    NotFound,
}

impl Call {
    pub const ALL: [Self; 3] = [Self::Delete, Self::Create, Self::NotFound];

    pub fn name(self) -> &'static str {
        match self {
            Self::Delete => "DELETE",
            Self::Create => "POST",
            Self::NotFound => "404",
        }
    }

    /// The number of calls that are counted.
    pub fn counted(self) -> u64 {
        400
    }
}

/// A library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approach {
    Pivotal,
    ByHand,
    Feignhttp,
    Rustify,
    Progenitor,
}

impl Approach {
    pub const ALL: [Self; 5] = [Self::Pivotal, Self::ByHand, Self::Feignhttp, Self::Rustify, Self::Progenitor];

    pub fn name(self) -> &'static str {
        match self {
            Self::Pivotal => "pivotal-runtime",
            Self::ByHand => "by hand on reqwest",
            Self::Feignhttp => "feignhttp",
            Self::Rustify => "rustify",
            Self::Progenitor => "progenitor",
        }
    }

    /// The folder with the endpoints on this library, which is also the end of the name of its package.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Pivotal => "ours",
            Self::ByHand => "by_hand",
            Self::Feignhttp => "feignhttp",
            Self::Rustify => "rustify",
            Self::Progenitor => "progenitor",
        }
    }
}

impl FromStr for Call {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|call| format!("{call:?}") == name).ok_or_else(|| format!("no such call: {name}"))
    }
}

impl FromStr for Approach {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let named = Self::ALL.into_iter().find(|approach| format!("{approach:?}") == name);
        named.ok_or_else(|| format!("no such library: {name}"))
    }
}

/// A client of one library.
pub enum Caller {
    Pivotal(pivotal_runtime::Client),
    ByHand(rival_by_hand::Client),
    Feignhttp(rival_feignhttp::Customers),
    Rustify(rustify::Client),
    Progenitor(rival_progenitor::Client),
}

type Failed = Box<dyn std::error::Error>;

impl Caller {
    /// Creates a client as a user configures it: with a token, an `Accept` header and timeouts.
    #[allow(clippy::unused_async, reason = "`count` expects it")]
    pub async fn new(approach: Approach, url: &str) -> Result<Self, Failed> {
        Ok(match approach {
            Approach::Pivotal => Self::Pivotal(rival_ours::client(url, TOKEN)?),
            Approach::ByHand => Self::ByHand(rival_by_hand::Client::new(url, TOKEN)?),
            Approach::Feignhttp => Self::Feignhttp(rival_feignhttp::client(url, TOKEN)?),
            Approach::Rustify => Self::Rustify(rival_rustify::client(url, TOKEN)?),
            Approach::Progenitor => Self::Progenitor(rival_progenitor::client(url, TOKEN)?),
        })
    }

    pub async fn get(&self, id: &str) -> Result<i64, Failure> {
        match self {
            Self::Pivotal(client) => client.get_customer(id).await.map(|it| it.display_id).map_err(Failure::Pivotal),
            Self::ByHand(client) => client.get_customer(id).await.map(|it| it.display_id).map_err(Failure::ByHand),
            Self::Feignhttp(client) => {
                client.get_customer(id).await.map(|it| it.display_id).map_err(Failure::Feignhttp)
            }
            Self::Rustify(client) => {
                let endpoint = GetCustomer { id: id.to_owned() };
                let response = endpoint.exec(client).await.map_err(Failure::Rustify)?;
                response.parse().map(|it| it.display_id).map_err(Failure::Rustify)
            }
            Self::Progenitor(client) => {
                client.get_customer(id).await.map(|it| it.display_id).map_err(Failure::Progenitor)
            }
        }
    }

    pub async fn create(&self) -> Result<i64, Failure> {
        match self {
            Self::Pivotal(client) => {
                client.create_customer(&CREATE).await.map(|it| it.display_id).map_err(Failure::Pivotal)
            }
            Self::ByHand(client) => {
                client.create_customer(&CREATE).await.map(|it| it.display_id).map_err(Failure::ByHand)
            }
            Self::Feignhttp(client) => {
                client.create_customer(&CREATE).await.map(|it| it.display_id).map_err(Failure::Feignhttp)
            }
            Self::Rustify(client) => {
                let response = CREATE_RUSTIFY.exec(client).await.map_err(Failure::Rustify)?;
                response.parse().map(|it| it.display_id).map_err(Failure::Rustify)
            }
            Self::Progenitor(client) => {
                client.create_customer(&CREATE_PROGENITOR).await.map(|it| it.display_id).map_err(Failure::Progenitor)
            }
        }
    }

    pub async fn delete(&self, id: &str) -> Result<bool, Failure> {
        match self {
            Self::Pivotal(client) => client.delete_customer(id).await.map(|it| it.deleted).map_err(Failure::Pivotal),
            Self::ByHand(client) => client.delete_customer(id).await.map(|it| it.deleted).map_err(Failure::ByHand),
            Self::Feignhttp(client) => {
                client.delete_customer(id).await.map(|it| it.deleted).map_err(Failure::Feignhttp)
            }
            Self::Rustify(client) => {
                let endpoint = DeleteCustomer { id: id.to_owned() };
                let response = endpoint.exec(client).await.map_err(Failure::Rustify)?;
                response.parse().map(|it| it.deleted).map_err(Failure::Rustify)
            }
            Self::Progenitor(client) => {
                client.delete_customer(id).await.map(|it| it.deleted).map_err(Failure::Progenitor)
            }
        }
    }

    /// Makes a call, and checks its outcome.
    pub async fn call(&mut self, call: Call) -> Result<(), Failed> {
        let is_right = match call {
            Call::Delete => self.delete(ID).await.is_ok_and(|deleted| deleted),
            Call::Create => self.create().await.is_ok_and(|display_id| display_id == 318),
            Call::NotFound => match self.get("9999").await {
                Err(error) => error.status() == Some(404) && error.code().as_deref() == Some("customer_not_found"),
                Ok(_) => false,
            },
        };
        if is_right { Ok(()) } else { Err(format!("unexpected outcome of {}", call.name()).into()) }
    }
}

static CREATE: LazyLock<CustomerCreate> = LazyLock::new(|| CustomerCreate {
    name: "Juniper Freight".to_owned(),
    slug: Some("juniper-freight".to_owned()),
    mrr: Some(4200.0),
});
static CREATE_RUSTIFY: LazyLock<CreateCustomer> =
    LazyLock::new(|| CreateCustomer { name: CREATE.name.clone(), slug: CREATE.slug.clone(), mrr: CREATE.mrr });
static CREATE_PROGENITOR: LazyLock<rival_progenitor::types::CustomerCreate> = LazyLock::new(|| {
    rival_progenitor::types::CustomerCreate { name: CREATE.name.clone(), slug: CREATE.slug.clone(), mrr: CREATE.mrr }
});
