//! Types for `serde_json` without a client. All text is a string of some kind.

use std::borrow::Cow;

use compact_str::CompactString;
use pivotal_api::{CustomerStatus, Metadata, Timestamp};
use serde::Deserialize;

#[derive(Deserialize)]
#[allow(dead_code, reason = "fields are read and dropped")]
pub struct List<T> {
    data: Vec<T>,
    has_more: bool,
    next_cursor: Option<String>,
}

macro_rules! customer {
    ($name:ident, $text:ty) => {
        #[derive(Deserialize)]
        #[allow(dead_code, reason = "fields are read and dropped")]
        pub struct $name {
            id: $text,
            display_id: i64,
            name: $text,
            slug: Option<$text>,
            domain: Option<$text>,
            status: $text,
            plan: Option<$text>,
            mrr: Option<f64>,
            monthly_orders: Option<i64>,
            hubspot_company_id: Option<$text>,
            hubspot_deal_id: Option<$text>,
            stripe_customer_id: Option<$text>,
            intercom_company_id: Option<$text>,
            slack_channel_id: Option<$text>,
            created_at: $text,
            updated_at: $text,
        }
    };
}

customer!(Plain, String);
customer!(Compact, CompactString);

/// The `Customer` of this project, with `CompactString` in place of each `String` and of the id.
#[derive(Deserialize)]
#[serde(tag = "object", rename = "customer")]
#[allow(dead_code, reason = "fields are read and dropped")]
pub struct OursCompact {
    id: CompactString,
    display_id: i64,
    name: CompactString,
    slug: Option<CompactString>,
    domain: Option<CompactString>,
    status: CustomerStatus,
    plan: Option<CompactString>,
    mrr: Option<f64>,
    monthly_orders: Option<i64>,
    hubspot_company_id: Option<CompactString>,
    hubspot_deal_id: Option<CompactString>,
    stripe_customer_id: Option<CompactString>,
    intercom_company_id: Option<CompactString>,
    slack_channel_id: Option<CompactString>,
    metadata: Option<Metadata>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

/// Borrows from the body. A name with escapes is copied.
#[derive(Deserialize)]
#[allow(dead_code, reason = "fields are read and dropped")]
pub struct Borrowed<'a> {
    id: &'a str,
    display_id: i64,
    #[serde(borrow)]
    name: Cow<'a, str>,
    slug: Option<&'a str>,
    domain: Option<&'a str>,
    status: &'a str,
    plan: Option<&'a str>,
    mrr: Option<f64>,
    monthly_orders: Option<i64>,
    hubspot_company_id: Option<&'a str>,
    hubspot_deal_id: Option<&'a str>,
    stripe_customer_id: Option<&'a str>,
    intercom_company_id: Option<&'a str>,
    slack_channel_id: Option<&'a str>,
    created_at: &'a str,
    updated_at: &'a str,
}
