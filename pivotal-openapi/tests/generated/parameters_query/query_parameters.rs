//! The operations of `QueryParameters`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::QUERY_PARAMETERS;

#[endpoints(api = QUERY_PARAMETERS)]
pub trait QueryParameters {
    #[endpoint(GET, "/required?<text>&<number>&<ids>&<names:csv>")]
    async fn required(
        &self,
        text: &str,
        number: i64,
        ids: &[i64],
        names: &[&str],
    ) -> Result<(), Error>;

    #[endpoint(
        GET,
        "/lists?<form>&<csv:csv>&<spaces:ssv>&<spaces_exploded>&<pipes:pipes>&brackets[]=<brackets>&<one_or_more>"
    )]
    async fn lists(
        &self,
        form: &[&str],
        csv: &[&str],
        spaces: &[&str],
        spaces_exploded: &[&str],
        pipes: &[Date],
        brackets: &[ListsBracket],
        one_or_more: Option<&ListsOneOrMore>,
    ) -> Result<(), Error>;

    #[endpoint(
        GET,
        "/objects?<form..>&deep[<deep..>]&map[<map..>]&<json:json>&<json_list:json>&<any>&<none>"
    )]
    async fn objects(
        &self,
        form: Option<&ObjectsForm>,
        deep: Option<&Range>,
        map: Option<&BTreeMap<String, String>>,
        json: Option<&Range>,
        json_list: Option<&[&str]>,
        any: Option<&str>,
        none: Option<&str>,
    ) -> Result<(), Error>;

    #[endpoint(GET, "/required-objects?deep[<deep..>]&<json:json>")]
    async fn required_objects(&self, deep: &Range, json: &Range) -> Result<(), Error>;

    #[endpoint(GET, "/few?<limit>&<cursor>&$filter=<filter>")]
    async fn few(
        &self,
        limit: Option<i64>,
        cursor: Option<&str>,
        filter: Option<&str>,
    ) -> Result<(), Error>;

    #[endpoint(GET, "/many?<ids>&<q>&<query..>")]
    async fn many(&self, ids: &[i64], q: &str, query: &ManyQuery) -> Result<(), Error>;

    #[endpoint(
        GET,
        "/names?a b=<a_b>&a%2Bb=<a_plus_b>&100%25=<n100>&größe=<gr_e>&a.b=<a_b2>&?=<unnamed>&x%7By%7D=<x_y>&a%3Db=<a_b3>&<flag>"
    )]
    async fn names(
        &self,
        a_b: &str,
        a_plus_b: &str,
        n100: &str,
        gr_e: &str,
        a_b2: &str,
        unnamed: &str,
        x_y: &str,
        a_b3: Option<&str>,
        flag: Option<bool>,
    ) -> Result<(), Error>;
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListsBracket {
    A,
    B,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum ListsOneOrMore {
    TextList(Vec<String>),
    Text(String),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ObjectsForm {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Range {
    pub gte: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lt: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ManyState {
    Open,
    Closed,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

/// The optional pairs of the query of `many`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ManyQuery {
    /// The largest number of items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Deprecated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_size: Option<i64>,
    #[serde(rename = "filter[name]", skip_serializing_if = "Option::is_none")]
    pub filter_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<ManyState>,
    #[serde(rename = "a&b", skip_serializing_if = "Option::is_none")]
    pub a_b: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
}
