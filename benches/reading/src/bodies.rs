//! The measured pages.

use bytes::Bytes;
use serde_json::{Value, json};

/// A kind of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Every field has a value.
    Full,
    /// A quarter of the customers are in no other system, a tenth have no domain; some names are not ASCII or have quotes.
    Varied,
    /// The varied page with line breaks and indentation.
    Pretty,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Full, Self::Varied, Self::Pretty];

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| format!("{kind:?}") == name)
    }

    pub fn body(self) -> Bytes {
        let customers: Vec<Value> = (0..100).map(|number| customer(number, self == Self::Full)).collect();
        let customers = customers.iter().map(|customer| ordered(customer, self == Self::Pretty)).collect::<Vec<_>>();
        let (comma, end) = if self == Self::Pretty { (",\n", "\n") } else { (",", "") };
        let space = if self == Self::Pretty { " " } else { "" };
        let text = format!(
            r#"{{{end}"object":{space}"list",{end}"data":{space}[{end}{}{end}],{end}"has_more":{space}true,{end}"next_cursor":{space}"2026-06-01T16:40:02.550Z"{end}}}"#,
            customers.join(comma),
        );
        text.into()
    }
}

/// The fields, in the order of the API's samples.
const FIELDS: [&str; 17] = [
    "object",
    "id",
    "display_id",
    "name",
    "slug",
    "domain",
    "status",
    "plan",
    "mrr",
    "monthly_orders",
    "hubspot_company_id",
    "hubspot_deal_id",
    "stripe_customer_id",
    "intercom_company_id",
    "slack_channel_id",
    "created_at",
    "updated_at",
];

/// Writes a customer with its fields in the order of a server, which is not alphabetical.
fn ordered(customer: &Value, pretty: bool) -> String {
    let (start, space, end) = if pretty { ("\n      ", " ", "\n    ") } else { ("", "", "") };
    let fields: Vec<_> = FIELDS.map(|field| format!("{start}\"{field}\":{space}{}", customer[field])).into();
    let indent = if pretty { "    " } else { "" };
    format!("{indent}{{{}{end}}}", fields.join(","))
}

fn customer(number: usize, full: bool) -> Value {
    let words = ["Juniper", "Tallgrass", "Harbor", "Northwind", "Blue Spruce", "Meridian", "Old Mill", "Saint Clair"];
    let trades =
        ["Freight", "Dental", "Analytics", "Outfitters", "Bakery", "Robotics", "Legal", "Veterinary", "Brewing"];
    let statuses = ["onboarding", "active", "at_risk", "churned", "archived", "active", "trialing"];
    let (word, trade) = (words[number % words.len()], trades[number % trades.len()]);
    let slug = format!("{word}-{trade}").to_lowercase().replace(' ', "-");
    let name = match number % 25 {
        7 if !full => format!("{word} \"{trade}\""),
        13 if !full => format!("{word} Café {trade}"),
        _ => format!("{word} {trade}"),
    };
    let connected = |value: Value| if full || number % 4 != 1 { value } else { Value::Null };
    json!({
        "object": "customer",
        "id": format!("cmo7fa8o7b2fujyalnue{:05}", number * 977 % 100_000),
        "display_id": 318 - number,
        "name": name,
        "slug": slug,
        "domain": if full || number % 10 != 3 { json!(format!("{slug}.example")) } else { Value::Null },
        "status": statuses[if full { number % 5 } else { number % statuses.len() }],
        "plan": connected(json!(["scale", "starter", "growth", "enterprise"][number % 4])),
        "mrr": connected(if number % 20 == 3 { json!(4200.5) } else { json!(number * 1250) }),
        "monthly_orders": connected(json!(number * 31)),
        "hubspot_company_id": connected(json!(format!("{}", 8_842_001_973_usize + number))),
        "hubspot_deal_id": connected(json!(format!("{}", 20_931_155 + number))),
        "stripe_customer_id": connected(json!(format!("cus_Q7r2WmYt{number:02}"))),
        "intercom_company_id": connected(json!(format!("ic-{}", 5530 + number))),
        "slack_channel_id": connected(json!(format!("C07QK2M9Z{number:02}"))),
        "created_at": format!("2026-05-{:02}T{:02}:12:44.{:03}Z", 1 + number % 28, number % 24, number * 7),
        "updated_at": format!("2026-06-{:02}T{:02}:{:02}:02.550Z", 1 + number % 28, number % 24, number % 60),
    })
}
