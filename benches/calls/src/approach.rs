//! The approaches to making the measured calls.

use std::str::FromStr;
use std::sync::LazyLock;

use hyper::Method;
use pivotal_api::{Client, CustomerCreate, CustomerFilter, Customers};
use pivotal_hyper::HyperClient;

use crate::bare::{Bare, Refused};
use crate::by_hand::{self, ByHand, Failed};
use crate::data::ID;
#[cfg(feature = "progenitor")]
use crate::generated;

pub const KEY: &str = "pivotal_test_K8s9vQ2mXw7b";

/// A measured call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Delete,
    NotFound,
    Create,
    List,
}

impl Call {
    pub const ALL: [Self; 4] = [Self::Delete, Self::NotFound, Self::Create, Self::List];

    pub fn name(self) -> &'static str {
        match self {
            Self::Delete => "DELETE",
            Self::NotFound => "404",
            Self::Create => "POST",
            Self::List => "page of 100",
        }
    }

    /// The number of calls that are counted.
    pub fn counted(self) -> u64 {
        if self == Self::List { 40 } else { 400 }
    }
}

/// A client that makes the calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approach {
    Pivotal,
    Hyper,
    ByHand,
    Bare,
    Pooled,
    #[cfg(feature = "progenitor")]
    Progenitor,
}

impl Approach {
    pub const ALL: &[Self] = &[
        Self::Pivotal,
        Self::Hyper,
        Self::ByHand,
        Self::Bare,
        Self::Pooled,
        #[cfg(feature = "progenitor")]
        Self::Progenitor,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Pivotal => "pivotal-api",
            Self::Hyper => "pivotal-api on hyper",
            Self::ByHand => "by hand on reqwest",
            Self::Bare => "bare hyper",
            Self::Pooled => "bare hyper, pool of hyper-util",
            #[cfg(feature = "progenitor")]
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
        let named = Self::ALL.iter().copied().find(|approach| format!("{approach:?}") == name);
        named.ok_or_else(|| format!("no such approach: {name}"))
    }
}

/// A client of an approach.
pub enum Caller {
    Pivotal(Client),
    ByHand(ByHand),
    Bare(Bare),
    #[cfg(feature = "progenitor")]
    Progenitor(generated::Client),
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

impl Caller {
    pub async fn new(approach: Approach, url: &str) -> Result<Self, Box<dyn std::error::Error>> {
        Ok(match approach {
            Approach::Pivotal => Self::Pivotal(pivotal_api::builder(KEY)?.base_url(url).build()?),
            Approach::Hyper => {
                let http = HyperClient::new()?;
                Self::Pivotal(pivotal_api::builder(KEY)?.base_url(url).http_client(http).build()?)
            }
            Approach::ByHand => Self::ByHand(ByHand::new(url, KEY)?),
            Approach::Bare => Self::Bare(Bare::connect(url, KEY).await?),
            Approach::Pooled => Self::Bare(Bare::pooled(url, KEY)?),
            #[cfg(feature = "progenitor")]
            Approach::Progenitor => Self::Progenitor(generated::client(url, KEY)?),
        })
    }

    /// Makes the call, and checks its outcome.
    pub async fn call(&mut self, call: Call) -> Outcome {
        match (call, self) {
            (_, Self::Pivotal(client)) => call_declared(client, call).await,
            #[cfg(feature = "progenitor")]
            (_, Self::Progenitor(client)) => call_generated(client, call).await,

            (Call::Delete, Self::ByHand(client)) => check(client.delete_customer(ID).await?.deleted),
            (Call::Delete, Self::Bare(client)) => {
                let deleted: by_hand::Deleted = client.call(Method::DELETE, format!("/api/v1/customers/{ID}")).await?;
                check(deleted.deleted)
            }

            (Call::NotFound, Self::ByHand(client)) => match client.get_customer("9999").await {
                Err(Failed::Api(_, error)) => check(error.code == "customer_not_found"),
                _ => check(false),
            },
            (Call::NotFound, Self::Bare(client)) => {
                match client.call::<by_hand::Customer>(Method::GET, "/api/v1/customers/9999".to_owned()).await {
                    Err(error) => check(error.downcast::<Refused>()?.0.code == "customer_not_found"),
                    Ok(_) => check(false),
                }
            }

            (Call::Create, Self::ByHand(client)) => check(client.create_customer(&CREATE).await?.display_id == 318),
            (Call::Create, Self::Bare(client)) => {
                check(client.create::<by_hand::Customer>(&CREATE).await?.display_id == 318)
            }

            (Call::List, Self::ByHand(client)) => check(client.list_customers(100).await?.data.len() == 100),
            (Call::List, Self::Bare(client)) => {
                let page: by_hand::Page = client.call(Method::GET, "/api/v1/customers?limit=100".to_owned()).await?;
                check(page.data.len() == 100)
            }
        }
    }
}

/// Makes a declared call over any transport.
async fn call_declared(client: &impl Customers, call: Call) -> Outcome {
    match call {
        Call::Delete => check(client.delete_customer(ID).await?.deleted),
        Call::NotFound => match client.get_customer("9999").await {
            Err(error) => check(error.code() == Some("customer_not_found")),
            Ok(_) => check(false),
        },
        Call::Create => check(client.create_customer(&DECLARED_CREATE).await?.display_id == 318),
        Call::List => {
            let page = client.list_customers(&HUNDRED).pages().next().await.ok_or("no page")??;
            check(page.data.len() == 100)
        }
    }
}

#[cfg(feature = "progenitor")]
async fn call_generated(client: &generated::Client, call: Call) -> Outcome {
    match call {
        Call::Delete => check(client.delete_customer(ID).await?.deleted),
        Call::NotFound => match client.get_customer("9999").await {
            Err(generated::ErrorResponse(response)) => check(response.error.code == "customer_not_found"),
            _ => check(false),
        },
        Call::Create => check(client.create_customer(None, &generated::CREATE).await?.display_id == 318),
        Call::List => check(client.list_customers(None, Some("100"), None, None).await?.data.len() == 100),
    }
}

// The bodies of requests are created before the calls are measured.
static DECLARED_CREATE: LazyLock<CustomerCreate> =
    LazyLock::new(|| CustomerCreate::new("Juniper Freight").slug("juniper-freight").mrr(4200));
static HUNDRED: LazyLock<CustomerFilter> = LazyLock::new(|| CustomerFilter::new().limit(100));
const CREATE: by_hand::CustomerCreate<'_> =
    by_hand::CustomerCreate { name: "Juniper Freight", slug: Some("juniper-freight"), mrr: Some(4200) };

fn check(holds: bool) -> Outcome {
    if holds { Ok(()) } else { Err("unexpected response".into()) }
}
