//! Bodies of the server: JSON without white space.

pub const ID: &str = "cmo7fa8o7b2fujyalnuejmuua";

pub const DELETED: &str = r#"{"object":"deleted","id":"cmo7fa8o7b2fujyalnuejmuua","display_id":318,"deleted":true}"#;

pub const NOT_FOUND: &str =
    r#"{"error":{"type":"not_found","code":"customer_not_found","message":"No customer 9999"}}"#;

/// Returns the customer of the API's samples, with another display id.
pub fn customer(display_id: u32) -> String {
    format!(
        r#"{{"object":"customer","id":"cmo7fa8o7b2fujyalnuejmuua","display_id":{display_id},"name":"Juniper Freight","slug":"juniper-freight-{display_id}","domain":"juniper-freight.example","status":"onboarding","plan":"scale","mrr":4200,"monthly_orders":310,"hubspot_company_id":"8842001973","hubspot_deal_id":"20931155","stripe_customer_id":"cus_Q7r2WmYtB4","intercom_company_id":"ic-5530","slack_channel_id":"C07QK2M9ZTD","created_at":"2026-06-03T09:12:44.107Z","updated_at":"2026-06-03T09:12:44.107Z"}}"#
    )
}

/// Returns a page of customers with all their fields.
pub fn page(customers: u32) -> String {
    let data: Vec<String> = (0..customers).map(customer).collect();
    format!(
        r#"{{"object":"list","data":[{}],"has_more":true,"next_cursor":"2026-06-01T16:40:02.550Z"}}"#,
        data.join(",")
    )
}
