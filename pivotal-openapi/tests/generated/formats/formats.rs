//! The operations of `Formats`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::FORMATS;

#[endpoints(api = FORMATS)]
pub trait Formats {
    #[endpoint(GET, "/days/<day>/<id>?<flag>&<since>&<ratio>")]
    async fn get_day(
        &self,
        day: Date,
        id: Uuid,
        flag: bool,
        since: Option<Timestamp>,
        ratio: Option<f64>,
    ) -> Result<Day, Error>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Day {
    pub at: Timestamp,
    pub on: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hour: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local: Option<Time>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts: Option<String>,
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip: Option<IpAddr>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub v4: Option<Ipv4Addr>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub v6: Option<Ipv6Addr>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    pub size: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub i8: Option<i8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub i16: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub i32: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub i64: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub u8: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub u16: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub u32: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub u64: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stamp: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f32: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub f64: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub large: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub untyped: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any: Option<serde_json::Value>,
    /// Any JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anything: Option<serde_json::Value>,
}
